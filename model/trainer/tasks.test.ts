import {expect, test} from "vitest";
import {createRandom} from "../metrics/random.ts";
import {findBins} from "./bins.ts";
import {encodeMatrix} from "./dictionary.ts";
import {layOut} from "./lay-out.ts";
import {createMatrix} from "./matrix.ts";
import {parseParameters} from "./parameters.ts";
import {allRows} from "./synthetic-matrix.ts";
import {frame, setNode, TaskRunner, tasks} from "./tasks.ts";

const sizes = [2, 2, 200, 3, 250, 2, 9, 31, 2, 5, ...new Array<number>(80).fill(17)];
const rows = 6000;
const random = createRandom(4);
const matrix = createMatrix(
  rows,
  sizes.map((size, i) => ({id: `x${size} ${i}`, categories: null}))
);
for (const [i, size] of sizes.entries())
  for (let row = 0; row < rows; ++row) matrix.columns[i]![row] = 1 + Math.floor(random() ** 2 * size);
const dictionary = encodeMatrix(matrix);
const packed = Float64Array.from({length: rows}, () => Math.floor(random() * 2 ** 20) - 2 ** 19);

/** A fit whose histograms are built by `threads` runners in turn, as threads would. */
function open(colsample_bytree: number, threads: number) {
  const parameters = parseParameters({colsample_bytree, min_child_samples: 1, min_data_in_bin: 1});
  const bins = findBins(dictionary, allRows(rows), parameters);
  const watched = new Int32Array(0);
  const laid = layOut({dictionary, bins, rows: allRows(rows), watched, parameters, threads});
  const {memory, layout, histograms} = laid;
  for (let row = 0; row < rows; ++row) {
    memory.i32[layout.packed / 4 + 2 * row + 1] = packed[row]!;
    memory.u32[layout.packed / 4 + 2 * row] = row % 100;
  }
  memory.i32.set(allRows(rows), layout.index / 4);
  const runners = Array.from({length: threads}, (_, thread) => new TaskRunner(memory, layout, thread));
  const run = (kind: 2 | 3, parts: number) => {
    for (let part = 0; part < parts; ++part) runners[part % threads]!.run(kind, part);
  };
  const build = (start: number, end: number, small: number, large: number, features: Int32Array) => {
    const at = layout.frame / 8;
    memory.f64[at + frame.start] = layout.index + 4 * start;
    memory.f64[at + frame.end] = layout.index + 4 * end;
    memory.f64[at + frame.small] = small;
    memory.f64[at + frame.large] = large;
    setNode(memory, layout, 0, null, 0);
    setNode(memory, layout, 1, null, 0);
    memory.bytes.fill(0, layout.needed, layout.needed + layout.features.length);
    for (const feature of features) memory.bytes[layout.needed + feature] = 1;
    run(tasks.search, layout.units.length);
  };
  const read = (histogram: number, feature: number) => {
    const {cell, size} = layout.features[feature]!;
    const first = histogram / 4 + 2 * cell;
    return Array.from({length: size}, (_, k) => [memory.i32[first + 2 * k + 1], memory.u32[first + 2 * k]]);
  };
  /** One addition a row, in the obvious order. */
  const slow = (index: Iterable<number>, feature: number) => {
    const sums = Array.from({length: layout.features[feature]!.size}, () => [0, 0]);
    for (const row of index) {
      const sum = sums[memory.bytes[layout.columns + feature * rows + row]!]!;
      sum[0]! += packed[row]!;
      sum[1]! += row % 100;
    }
    return sums;
  };
  return {...laid, histograms, run, build, read, slow};
}

test.each([
  [1, 1],
  [1, 3],
  [0.5, 1],
  [0.5, 2]
])("histograms are those of a plain loop: share %d of the features, %d threads", (share, threads) => {
  const {memory, layout, histograms, run, build, read, slow, packsTrees} = open(share, threads);
  expect(packsTrees).toBe(share < 1);
  expect(layout.lanes.some(({marginals}) => marginals !== null)).toBe(share === 1);
  let features = Int32Array.from(layout.features.keys());
  if (packsTrees) {
    features = features.filter((feature) => feature % 2 === 1);
    memory.i32.set(features, layout.slots / 4);
    run(tasks.packLines, layout.groups.length);
  }
  const [whole, part] = [histograms[0]!, histograms[1]!];
  build(0, rows, whole, 0, features);
  for (const feature of features) expect(read(whole, feature)).toEqual(slow(allRows(rows), feature));
  // Of some rows in another order, taken from all of them, what is left are the others'.
  const some = allRows(rows)
    .filter((row) => row % 7 === 3)
    .reverse();
  memory.i32.set(some, layout.index / 4);
  build(0, some.length, part, whole, features);
  for (const feature of features) {
    expect(read(part, feature)).toEqual(slow(some, feature));
    const others = allRows(rows).filter((row) => row % 7 !== 3);
    expect(read(whole, feature)).toEqual(slow(others, feature));
  }
});

test("features that aren't needed are left alone, and those that are come out right", () => {
  const {histograms, build, read, slow} = open(1, 1);
  for (const some of [[4], [0, 8], [1, 2, 3, 6, 88], []]) {
    build(0, 777, histograms[0]!, 0, Int32Array.from(some));
    for (const feature of some) expect(read(histograms[0]!, feature)).toEqual(slow(allRows(777), feature));
  }
});
