import {expect, test} from "vitest";
import {randomEnsemble} from "../model/ensemble/ensemble-arbitrary.ts";
import {compileEnsemble} from "../model/ensemble/evaluate.ts";
import {compileExplainer, explain} from "../model/explainer/tree-shap/tree-shap.ts";
import {explainTable} from "./explain-pool.ts";

const width = 9;
const rows = 20_000;
const {ensemble, columns} = randomEnsemble(
  3,
  {features: width, categorical: 2, trees: 30, splits: 30, codes: 12},
  rows
);
const compiled = compileEnsemble(ensemble);

test("every number of threads gives the same bits, and they are those of a row alone", async () => {
  const explainer = compileExplainer(compiled);
  const progress: number[] = [];
  const onProgress = (done: number) => progress.push(done);
  const alone = await explainTable(explainer, columns, {threads: 1, onProgress});
  expect(alone.length).toBe(rows * width);
  for (const threads of [2, 3]) {
    expect(await explainTable(compileExplainer(compiled), columns, {threads, onProgress})).toEqual(alone);
  }
  expect(progress.filter((done) => done === rows).length).toBe(3);
  expect(progress.length).toBe(3 * Math.ceil(rows / 1024));
  for (let row = 0; row < rows; row += 997) {
    const contributions = explain(
      explainer,
      columns.map((column) => column[row]!)
    );
    expect(alone.subarray(row * width, (row + 1) * width)).toEqual(Float32Array.from(contributions));
  }
});

test("threads explain without tables too, and doubles", async () => {
  const doubles = columns.map((column) => Float64Array.from(column));
  const explainer = compileExplainer(compiled, {tableBytes: 0});
  const [one, two] = [1, 2].map((threads) => explainTable(explainer, doubles, {threads}));
  expect(await two).toEqual(await one);
});

test("a table without rows has no contributions", async () => {
  const empty = columns.map(() => new Float32Array(0));
  expect(await explainTable(compileExplainer(compiled), empty, {threads: 2})).toHaveLength(0);
});

test.each([1, 3])("stops with the signal's reason, on %d threads", async (threads) => {
  const controller = new AbortController();
  const reason = new Error("no longer wanted");
  const explained = explainTable(compileExplainer(compiled), columns, {
    threads,
    signal: controller.signal,
    onProgress: () => controller.abort(reason)
  });
  await expect(explained).rejects.toBe(reason);
  await expect(explainTable(compileExplainer(compiled), columns, {threads, signal: controller.signal})).rejects.toBe(
    reason
  );
});

test("rejects with what a thread threw", async () => {
  const explainer = compileExplainer(compiled, {tableBytes: 0});
  const broken = {...explainer, parts: {...explainer.parts, nodes: undefined as unknown as Int32Array}};
  await expect(explainTable(broken, columns, {threads: 2})).rejects.toThrow(TypeError);
});
