import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {createRandom} from "../model/metrics/random.ts";
import {stratifiedFolds} from "../model/trainer/folds.ts";
import {createMatrix} from "../model/trainer/matrix.ts";
import {searchParameters, type SearchRequest} from "./search.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-search-"));
});
afterEach(() => rm(folder, {recursive: true}));

/** 600 clients, whose default follows from two of six numbers. */
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
    folder,
    trials: 2,
    evenTrials: 1,
    outerFolds: 2,
    innerFolds: 2,
    seed: 1,
    threads: 2,
    ...changes
  };
}

const trialsOf = async (study: string) =>
  (await readFile(join(folder, "trials.ndjson"), "utf8")).split("\n").filter((line) => line.includes(`"${study}"`));

test("measures what a search is worth on clients that it never saw, beside what it believes", async () => {
  const report = await searchParameters(request());
  expect(report).toMatchObject({clients: 600, outerFolds: 2, trials: 2, tried: 9, dataHash: "0123456789ab"});
  expect(report.nested.auc.value).toBeGreaterThan(0.5);
  expect(report.difference.value).toBeCloseTo(report.nested.auc.value - report.ofStandard.auc.value, 12);
  expect(report.parameters).toEqual(report.adopted ? report.best : report.standard);
  expect(JSON.parse(await readFile(join(folder, "search.json"), "utf8"))).toEqual(report);
});

test("a search that was stopped, even within a line, goes on where it stood and ends the same", async () => {
  const whole = await searchParameters(request());
  const path = join(folder, "trials.ndjson");
  const text = await readFile(path, "utf8");
  const lines = text.split("\n");
  await writeFile(path, `${lines.slice(0, 4).join("\n")}\n${lines[4]!.slice(0, 40)}`);
  const tried: string[] = [];
  const resumed = await searchParameters(request({onProgress: (message) => void tried.push(message)}));
  expect(resumed).toEqual(whole);
  expect(await readFile(path, "utf8")).toBe(text);
  expect(tried).toHaveLength(5);
});

test("what is chosen inside an outer fold doesn't depend on the clients outside it", async () => {
  const {labels} = request();
  await searchParameters(request());
  const before = await trialsOf("outer-1");
  const ofAll = await trialsOf("all");
  const held = stratifiedFolds(labels, 2, 1, 1)[0]!;
  // Outcomes trade places among the first fold's clients: folds stay as they are, all that they say changes.
  const places = Array.from(labels.keys()).filter((row) => held[row] === 0);
  const {matrix} = request();
  for (const column of matrix.columns) {
    const values = places.map((row) => column[row]!).reverse();
    places.forEach((row, i) => (column[row] = values[i]!));
  }
  await rm(join(folder, "trials.ndjson"));
  await searchParameters(request({matrix}));
  expect(await trialsOf("outer-1")).toEqual(before);
  expect(await trialsOf("all")).not.toEqual(ofAll);
});
