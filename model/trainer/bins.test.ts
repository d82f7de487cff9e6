import fc from "fast-check";
import {expect, test} from "vitest";
import {categoricalBins, findBins, largestFloat, numericBins} from "./bins.ts";
import {encodeMatrix} from "./dictionary.ts";
import {allRows} from "./synthetic-matrix.ts";

const usual = {max_bin: 255, min_data_in_bin: 3};

test("every value is on its side of every threshold, in float32", () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({noDefaultInfinity: true, noNaN: true}), {minLength: 1}),
      fc.integer({min: 4, max: 255}),
      (list, max_bin) => {
        const column = Float32Array.from(list);
        const dictionary = encodeMatrix({rows: list.length, inputs: [{id: "x", categories: null}], columns: [column]});
        const {thresholds, binOf, valueBins} = findBins(dictionary, allRows(list.length), {
          max_bin,
          min_data_in_bin: 1
        })[0]!;
        expect(valueBins).toBeLessThanOrEqual(max_bin);
        for (const [row, value] of column.entries()) {
          const bin = binOf[dictionary.columns[0]!.codes[row]!]!;
          for (const [t, threshold] of thresholds.entries()) {
            expect(Math.fround(threshold)).toBe(threshold);
            expect(value <= threshold).toBe(bin <= t);
          }
        }
      }
    )
  );
});

test("neighbours that no float32 parts are told apart by the lower one", () => {
  const [a, b] = [1, 1 + 2 ** -23];
  expect([...numericBins(Float32Array.of(a, b), Int32Array.of(5, 5, 0), usual).thresholds]).toEqual([a, largestFloat]);
});

test("missing values have a bin after the others, counted in max_bin only where they occur", () => {
  const values = Float32Array.from({length: 400}, (_, i) => i + 1);
  const without = numericBins(values, new Int32Array(401).fill(3, 0, 400), usual);
  expect(without).toMatchObject({valueBins: 255, missingBin: 255, hasMissing: false, bins: 255});
  const counts = new Int32Array(401).fill(3);
  expect(numericBins(values, counts, usual)).toMatchObject({
    valueBins: 254,
    missingBin: 254,
    hasMissing: true,
    bins: 255
  });
});

test("values that the rows lack fall where the thresholds put them", () => {
  const {binOf} = numericBins(Float32Array.of(1, 4, 5, 10), Int32Array.of(3, 0, 0, 3, 0), usual);
  expect([...binOf]).toEqual([0, 0, 0, 1, 2]);
});

test("categories are binned by falling frequency, rare ones as other", () => {
  const bins = categoricalBins(Int32Array.of(10, 30, 0, 20, 1, 5), usual);
  expect([...bins.categories]).toEqual([1, 3, 0]);
  expect([...bins.binOf]).toEqual([2, 0, 3, 1, 3, 4]);
  expect(bins).toMatchObject({valueBins: 3, missingBin: 4, hasMissing: true, bins: 5});
});

test("categories that don't all fit are kept up to 99 % of the rows", () => {
  const counts = new Int32Array(1001).fill(3, 0, 1000);
  expect(categoricalBins(counts, usual).valueBins).toBe(253);
  counts.fill(20_000, 0, 20);
  expect(categoricalBins(counts, usual).valueBins).toBe(20);
});

test("a column that is all missing has nothing to split", () => {
  expect(numericBins(new Float32Array(0), Int32Array.of(5), usual)).toMatchObject({missingBin: 1, bins: 2});
  expect(categoricalBins(Int32Array.of(0, 5), usual)).toMatchObject({valueBins: 0, missingBin: 1});
});
