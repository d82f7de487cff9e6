import {cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import type {SelectionReport} from "../model/contract/selection.ts";
import {createRandom} from "../model/metrics/random.ts";
import {auc} from "../model/metrics/ranking.ts";
import {stratifiedFolds} from "../model/trainer/folds.ts";
import {createMatrix} from "../model/trainer/matrix.ts";
import {searchParameters, type SearchRequest} from "./search.ts";
import {crossValidateSelected} from "./selected-fit.ts";
import {championFrom} from "./selection.ts";

/** A search that ended, and the folder of its files: each test works on a copy of them. */
let ended: string;
let whole: SelectionReport;
let folder: string;
beforeAll(async () => {
  ended = await mkdtemp(join(tmpdir(), "limpide-search-"));
  whole = await searchParameters(request({folder: ended}));
});
beforeEach(async () => {
  folder = `${ended}-copy`;
  await cp(ended, folder, {recursive: true});
});
afterEach(() => rm(folder, {recursive: true}));
afterAll(() => rm(ended, {recursive: true}));

/** 600 clients, whose default follows from two of six numbers: a candidate may keep fewer than all. */
function request(changes: Partial<SearchRequest> = {}): SearchRequest {
  const random = createRandom(4);
  const matrix = createMatrix(
    600,
    Array.from({length: 6}, (_, i) => ({id: `x${i}`, categories: null}))
  );
  const labels = new Uint8Array(600);
  for (let row = 0; row < 600; row++) {
    for (const column of matrix.columns) column[row] = random();
    labels[row] = Number(random() < 0.1 + 0.6 * matrix.columns[0]![row]! * matrix.columns[1]![row]!);
  }
  return {
    matrix,
    labels,
    dataHash: "0123456789ab",
    standard: {learning_rate: 0.1, n_estimators: 60, num_leaves: 4, min_child_samples: 20, reg_lambda: 10},
    space: {
      n_estimators: {kind: "integer", low: 20, high: 80, log: true},
      num_leaves: {kind: "integer", low: 3, high: 8, log: false},
      features: {kind: "choice", values: [2, 3]}
    },
    folder,
    trials: 2,
    evenTrials: 1,
    outerFolds: 2,
    innerFolds: 2,
    seed: 1,
    threads: 1,
    ...changes
  };
}

const trialsOf = async (study: string) =>
  (await readFile(join(folder, "trials.ndjson"), "utf8")).split("\n").filter((line) => line.includes(`"${study}"`));

test("measures what a search is worth on clients that it never saw, beside what it believes", async () => {
  expect(whole).toMatchObject({clients: 600, outerFolds: 2, trials: 2, tried: 9, dataHash: "0123456789ab"});
  expect(whole.nested.auc.value).toBeGreaterThan(0.5);
  expect(whole.difference.value).toBeCloseTo(whole.nested.auc.value - whole.ofStandard.auc.value, 12);
  expect(whole.optimism.value).toBeCloseTo(whole.optimistic.auc.value - whole.nested.auc.value, 12);
  expect(whole.parameters).toEqual(whole.adopted ? whole.best : whole.standard);
  expect(whole.attempts.map(({by}) => by)).toEqual(["default", "random", "model"]);
  const complete = whole.attempts.filter(({dropped}) => !dropped);
  // The best candidate, fitted again on the folds that chose it, loses what it lost when it was chosen.
  expect(whole.optimistic.logLoss).toBeCloseTo(Math.min(...complete.map(({loss}) => loss)), 3);
  expect(JSON.parse(await readFile(join(folder, "search.json"), "utf8"))).toEqual(whole);
});

test("a model that follows the search is measured as the search was: by what each fold's clients had no part in", async () => {
  const {matrix, labels} = request();
  const champion = championFrom({...whole, adopted: true, parameters: whole.best}, {});
  const {predictions} = await crossValidateSelected(matrix, labels, champion, {
    folds: whole.outerFolds,
    seed: whole.seed,
    threads: 1
  });
  expect(auc(predictions[0]!, labels)).toBe(whole.nested.auc.value);
});

test("a search that was stopped, even within a line, goes on where it stood and ends the same", async () => {
  const path = join(folder, "trials.ndjson");
  const text = await readFile(path, "utf8");
  const lines = text.split("\n");
  await writeFile(path, `${lines.slice(0, 7).join("\n")}\n${lines[7]!.slice(0, 40)}`);
  const tried: string[] = [];
  const resumed = await searchParameters(request({onProgress: (message) => void tried.push(message)}));
  expect(resumed).toEqual(whole);
  expect(await readFile(path, "utf8")).toBe(text);
  expect(tried).toEqual([0, 1, 2].map((number) => `all, candidate ${number} of 2`));
});

test("what is chosen inside an outer fold doesn't depend on the clients outside it", async () => {
  const {matrix, labels} = request();
  const [before, ofAll] = [await trialsOf("outer-1"), await trialsOf("all")];
  const held = stratifiedFolds(labels, 2, 1, 1)[0]!;
  // Values trade places among the first fold's clients: folds stay as they are, all that these clients say changes.
  const places = Array.from(labels.keys()).filter((row) => held[row] === 0);
  for (const column of matrix.columns) {
    const values = places.map((row) => column[row]!).reverse();
    places.forEach((row, i) => (column[row] = values[i]!));
  }
  await rm(join(folder, "trials.ndjson"));
  await searchParameters(request({matrix}));
  expect(await trialsOf("outer-1")).toEqual(before);
  expect(await trialsOf("all")).not.toEqual(ofAll);
});

test("a search goes on to more candidates, and doesn't try again what it tried", async () => {
  const before = await trialsOf("all");
  const tried: string[] = [];
  const longer = await searchParameters(request({trials: 3, onProgress: (message) => void tried.push(message)}));
  expect(tried).toHaveLength(3);
  expect((await trialsOf("all")).slice(0, 3)).toEqual(before);
  expect(longer).toMatchObject({trials: 3, tried: 12});
});

test("trials of another search are not gone on from, and what differs is named", async () => {
  await expect(searchParameters(request({seed: 2, innerFolds: 3}))).rejects.toThrow(
    expect.objectContaining({code: "E_ARGUMENT", message: expect.stringMatching(/differs in seed, innerFolds:/)})
  );
});

test("a line that isn't a trial is named", async () => {
  const path = join(folder, "trials.ndjson");
  await writeFile(path, (await readFile(path, "utf8")).replace('"dropped":false', '"dropped":"no"'));
  await expect(searchParameters(request())).rejects.toThrow(
    expect.objectContaining({code: "E_ARGUMENT", place: {file: path, row: 2}})
  );
});
