import {expect, test} from "vitest";
import {createRandom} from "../metrics/random.ts";
import {HistogramBuilder} from "./histogram.ts";
import {joinLanes} from "./lanes.ts";
import {allRows} from "./synthetic-matrix.ts";

const sizes = [2, 2, 200, 3, 255, 2, 9, 31, 2];
const rows = 20_000;
const random = createRandom(4);
const features = sizes.map((size) => ({
  size,
  bins: Uint8Array.from({length: rows}, () => Math.floor(random() ** 2 * size))
}));
const packed = Float64Array.from({length: rows}, () => Math.floor(random() * 2 ** 36) - 2 ** 35);
const builder = new HistogramBuilder(joinLanes(features), sizes, rows);
const every = allRows(sizes.length);

/** One addition a row and feature, in the obvious order. */
function slowHistogram(index: Int32Array, feature: number): number[] {
  const histogram = new Array<number>(sizes[feature]!).fill(0);
  for (const row of index) histogram[features[feature]!.bins[row]!]! += packed[row]!;
  return histogram;
}

function read(histogram: Float64Array, feature: number): number[] {
  const start = builder.offsets[feature]!;
  return [...histogram.subarray(start, start + sizes[feature]!)];
}

test.each([1, 2, 7, 400])("histograms of every %d-th row are those of a plain loop", (step) => {
  const index = allRows(rows).filter((row) => row % step === 0);
  const histogram = builder.allocate();
  builder.build(index, 0, index.length, packed, every, histogram);
  for (const feature of every) expect(read(histogram, feature)).toEqual(slowHistogram(index, feature));
});

test.each([[[4]], [[0, 8]], [[1, 2, 3, 6]], [[]]])("features %j alone are as right as all together", (some) => {
  const index = allRows(rows).filter((row) => row % 3 === 1);
  const histogram = builder.allocate().fill(123);
  builder.build(index, 0, index.length, packed, Int32Array.from(some), histogram);
  for (const feature of some) expect(read(histogram, feature)).toEqual(slowHistogram(index, feature));
});

test("a sibling's histogram by subtraction equals the one built, to the last bit", () => {
  const left = allRows(rows).filter((row) => random() < 0.3 && row >= 0);
  const chosen = new Set(left);
  const right = allRows(rows).filter((row) => !chosen.has(row));
  const index = Int32Array.from([...left, ...right]);
  const [whole, small, large] = [builder.allocate(), builder.allocate(), builder.allocate()];
  builder.build(index, 0, rows, packed, every, whole);
  builder.build(index, 0, left.length, packed, every, small);
  builder.build(index, left.length, rows, packed, every, large);
  builder.subtract(whole, small);
  expect(whole.subarray(0, builder.length)).toEqual(large.subarray(0, builder.length));
});

test("a histogram given back is used again", () => {
  const histogram = builder.allocate();
  builder.release(histogram);
  expect(builder.allocate()).toBe(histogram);
});
