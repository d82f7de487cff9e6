import fc from "fast-check";
import {afterEach, expect, test, vi} from "vitest";
import type {Ensemble, Tree} from "../../contract/ensemble.ts";
import {arbitraryEnsemble, randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, type Columns} from "../../ensemble/evaluate.ts";
import {layOutTables} from "./table-layout.ts";
import {openBlockExplainer} from "./tables.ts";
import {compileExplainer, explain, explainRows, type TreeExplainer} from "./tree-shap.ts";

afterEach(() => vi.unstubAllGlobals());

const rowOf = (columns: Columns, row: number) => columns.map((column) => column[row]!);

/** Compares rows that tables explain with rows alone, bit for bit. */
function expectSame(explainer: TreeExplainer, columns: Columns, from: number, to: number): void {
  const width = columns.length;
  const together = new Float64Array((to - from) * width);
  openBlockExplainer(explainer)!.explain(columns, from, to - from, together);
  for (let row = from; row < to; row++) {
    const alone = explain(explainer, rowOf(columns, row));
    expect(together.subarray((row - from) * width, (row - from + 1) * width)).toEqual(alone);
  }
}

/** A tree whose splits follow each other, each on its own feature: leaf i has i + 1 conditions, the last two as many. */
function chain(depth: number): Tree {
  const splits = Array.from({length: depth}, (_, i) => i);
  return {
    splitFeature: splits,
    threshold: splits.map(() => 0),
    categories: splits.map(() => null),
    missing: splits.map((i) => (["nan", "zero", "none"] as const)[i % 3]!),
    defaultLeft: splits.map((i) => i % 2 === 0),
    left: splits.map((i) => ~i),
    right: splits.map((i) => (i + 1 < depth ? i + 1 : ~depth)),
    gain: splits.map(() => 1),
    nodeCover: splits.map((i) => 3 * (depth - i) + 2),
    leafValue: Array.from({length: depth + 1}, (_, i) => Math.sin(i)),
    leafCover: Array.from({length: depth + 1}, (_, i) => (i < depth ? 3 : 2))
  };
}

function chainProblem(depth: number, rows: number): {ensemble: Ensemble; columns: Columns} {
  const {columns} = randomEnsemble(depth, {features: depth, categorical: 0, trees: 1, splits: 1, codes: 1}, rows);
  return {ensemble: {featureCount: depth, baseScore: 0, trees: [chain(depth)]}, columns};
}

test("rows that tables explain are the rows alone, bit for bit, wherever a block starts", () => {
  const shape = {features: 14, categorical: 5, trees: 4, splits: 40, codes: 40};
  fc.assert(
    fc.property(arbitraryEnsemble(shape, 40), fc.nat(39), fc.nat(39), ({ensemble, columns}, a, b) => {
      const explainer = compileExplainer(compileEnsemble(ensemble));
      expectSame(explainer, columns, Math.min(a, b), Math.max(a, b) + 1);
    }),
    {numRuns: 300}
  );
});

test("a feature whose only splits tell missing values apart from all others is explained by tables", () => {
  const tree: Tree = {...chain(1), categories: [[]], missing: ["nan"], defaultLeft: [true]};
  const ensemble = {featureCount: 2, baseScore: 0, trees: [tree]};
  const columns = [Float32Array.of(NaN, 1, NaN, -1), Float32Array.of(1, 2, 3, 4)];
  expectSame(compileExplainer(compileEnsemble(ensemble)), columns, 0, 4);
});

test("so are numbers that float32 doesn't have", () => {
  const {ensemble, columns} = randomEnsemble(2, {features: 6, categorical: 0, trees: 20, splits: 20, codes: 1}, 60);
  const doubles = columns.map((column) =>
    Float64Array.from(column, (value, i) => value + (i % 3) * Math.abs(value) * 2 ** -50)
  );
  expectSame(compileExplainer(compileEnsemble(ensemble)), doubles, 0, 60);
});

test("parts of one and of several factors, and leaves too deep for tables, are all of them exact", () => {
  const {ensemble, columns} = chainProblem(45, 30);
  const explainer = compileExplainer(compileEnsemble(ensemble));
  const {count, factorStart, tabulated} = explainer.parts;
  const factors = Array.from({length: count}, (_, part) => factorStart[part + 1]! - factorStart[part]!);
  expect(Math.max(...factors)).toBeGreaterThan(3);
  expect(Math.min(...factors)).toBe(1);
  expect(new Set(tabulated)).toEqual(new Set([0, 1]));
  expectSame(explainer, columns, 0, 30);
  // Without tables a part is one factor, however deep its leaves.
  const other = compileExplainer(compileEnsemble(ensemble), {tableBytes: 0});
  expect(other.parts.tabulated.every((tabulated) => tabulated === 0)).toBe(true);
  expect(other.parts.factorStart).toEqual(Int32Array.from({length: other.parts.count + 1}, (_, part) => part));
  for (let row = 0; row < 30; row++) {
    const contributions = explain(other, rowOf(columns, row));
    explain(explainer, rowOf(columns, row)).forEach((contribution, feature) => {
      expect(Math.abs(contribution - contributions[feature]!)).toBeLessThan(1e-14);
    });
  }
});

test.each([0, 5_000, 100_000, 2_000_000])("tables take no more than %d bytes, and explain the same", (tableBytes) => {
  const size = {features: 30, categorical: 6, trees: 40, splits: 60, codes: 30};
  const {ensemble, columns} = randomEnsemble(4, size, 24);
  const compiled = compileEnsemble(ensemble);
  const free = compileExplainer(compiled);
  const bound = compileExplainer(compiled, {tableBytes});
  const bytes = tableSizes(bound);
  expect(bytes).toBeLessThanOrEqual(tableBytes);
  expect(bytes).toBeGreaterThan(0.4 * tableBytes - 1);
  expect(bytes).toBeLessThan(tableSizes(free));
  expectSame(bound, columns, 0, 24);
  for (let row = 0; row < 24; row++) {
    const contributions = explain(free, rowOf(columns, row));
    explain(bound, rowOf(columns, row)).forEach((contribution, feature) => {
      expect(Math.abs(contribution - contributions[feature]!)).toBeLessThan(1e-12);
    });
  }
});

/** The bytes of an explainer's tables, without what finds a row's entries in them. */
function tableSizes(explainer: TreeExplainer): number {
  const {parts} = explainer;
  const {states} = layOutTables(explainer);
  let bytes = 0;
  for (let part = 0; part < parts.count; part++) {
    const [first, last] = [parts.factorStart[part]!, parts.factorStart[part + 1]!];
    for (let f = first; f < last; f++) {
      const features = parts.featureStart[f + 1]! - parts.featureStart[f]!;
      bytes += 8 * states[f]! * (last - first === 1 ? features : (1 + features) * parts.nodes[part]!);
    }
  }
  return bytes;
}

test("an ensemble of a thousand deep trees keeps to 256 MB in all", () => {
  const size = {features: 100, categorical: 10, trees: 1000, splits: 60, codes: 20};
  const {ensemble} = randomEnsemble(9, size, 1);
  const {sharedBytes, ownBytes} = layOutTables(compileExplainer(compileEnsemble(ensemble)));
  expect(sharedBytes + 4 * ownBytes).toBeLessThan(256e6);
  expect(sharedBytes).toBeGreaterThan(50e6);
});

test("a feature with more thresholds than there are 16-bit numbers is explained without tables", () => {
  const stump: Tree = {...chain(1), missing: ["nan"]};
  const trees = Array.from({length: 66_000}, (_, i) => ({...stump, threshold: [i]}));
  const explainer = compileExplainer(compileEnsemble({featureCount: 1, baseScore: 0, trees}));
  const column = Float64Array.of(-1, 0, 65_998.5, 1e9, NaN);
  const contributions = explainRows(explainer, [column], new Float64Array(5), {tablesFor: 1e9});
  column.forEach((value, row) => {
    const below = Math.max(0, Math.min(66_000, Math.ceil(value)));
    const left = Number.isNaN(value) ? 66_000 : 66_000 - below;
    const score = left * Math.sin(0) + (66_000 - left) * Math.sin(1);
    expect(Math.abs(explainer.bias + contributions[row]! - score)).toBeLessThan(1e-6);
  });
});

test("without WebAssembly rows are explained one by one, to the same bits", () => {
  const size = {features: 8, categorical: 2, trees: 10, splits: 20, codes: 9};
  const {ensemble, columns} = randomEnsemble(6, size, 1500);
  const compiled = compileEnsemble(ensemble);
  const rows = (): Float64Array => explainRows(compileExplainer(compiled), columns, new Float64Array(1500 * 8));
  const tabulated = rows();
  vi.stubGlobal("WebAssembly", undefined);
  expect(rows()).toEqual(tabulated);
});
