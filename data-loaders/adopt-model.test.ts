import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {cp, mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {ListedFeature} from "../model/contract/feature-list.ts";
import {explanationReportSchema, performanceReportSchema} from "../model/contract/report.ts";
import {compileEnsemble, evaluate} from "../model/ensemble/evaluate.ts";
import {importedFile} from "../model/ensemble/imported-file.ts";
import {rawScores, type ImportedModel} from "../model/ensemble/imported-model.ts";
import {matchFeatures} from "../model/ensemble/match-features.ts";
import {readModel} from "../model/ensemble/read-model.ts";
import {writeScoreGraph} from "../model/ensemble/write-onnx.ts";
import {catalogue} from "../model/features/catalogue.ts";
import {train} from "../model/trainer/train.ts";
import {adoptModel} from "./adopt-model.ts";
import {ArtifactStore, readJsonArtifact, type Artifact} from "./artifacts.ts";
import {compareContenders, readComparison} from "./comparison.ts";
import {explainClients} from "./explanations.ts";
import {labelledRows, type FeatureTable} from "./feature-table.ts";
import {makeFeatures, readFeatures} from "./features.ts";
import {normalizeOptions} from "./options.ts";
import {measurePerformance} from "./performance.ts";
import {generateDemonstration} from "./portfolio.ts";
import {readScores, scoreClients} from "./scores.ts";
import type {BuildContext} from "./stage.ts";
import * as training from "./training.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const golden = (path: string): URL => new URL(`../model/${path}`, import.meta.url);

let root: string;
let portfolio: Artifact;
let features: Artifact;
let table: FeatureTable;
const warnings: string[] = [];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-adopt-"));
  portfolio = await generateDemonstration(contextOf());
  features = await makeFeatures(contextOf(), portfolio);
  table = await readFeatures(features);
}, 60_000);
afterAll(() => rm(root, {recursive: true}));

/** A build of a small portfolio, with some options of its own. */
function contextOf(given: Record<string, unknown> = {}): BuildContext {
  const store = join(root, "store");
  return {
    project,
    options: normalizeOptions({clients: 1200, store, ...given}),
    store: new ArtifactStore(join(store, "artifacts")),
    effects: {
      begin: () => undefined,
      progress: () => undefined,
      end: () => undefined,
      warn: (text) => warnings.push(text)
    },
    signal: new AbortController().signal
  };
}

/** Imports a model into a folder, as the command does. */
async function imported(name: string, model: ImportedModel, list: ListedFeature[] | null = null): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder, {recursive: true});
  const sha256 = createHash("sha256").update(name).digest("hex");
  const file = importedFile(model, matchFeatures(model, catalogue, list), {format: model.format, file: name, sha256});
  await writeFile(join(folder, "model.json"), JSON.stringify(file));
  return folder;
}

/** A model's raw scores of all clients in its own arithmetic, on its own columns and codes. */
function ownScores(model: ImportedModel, ids: readonly string[]): Float64Array {
  const columns = ids.map((id, column) => {
    const place = table.inputs.findIndex((input) => input.id === id);
    const {categories} = table.inputs[place]!;
    const codes = model.categories[column];
    return categories === null || !codes
      ? table.columns[place]!
      : table.columns[place]!.map((code) => {
          const own = Number.isNaN(code) ? -1 : codes.indexOf(categories[code]!);
          return own < 0 ? NaN : own;
        });
  });
  return rawScores(model)(columns);
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

const lightgbm = readModel(readFileSync(golden("features/golden/lightgbm/model.txt")));

/** Nine features for the columns of XGBoost's model, whose third column says most. */
const nine = (third: string): ListedFeature[] =>
  [
    "age",
    "external_score_b",
    third,
    "credit_to_income",
    "instalments_late_share",
    "earlier_refused_share",
    "bureau_active_credits",
    "external_score_c",
    "credit_amount"
  ].map((id) => ({id}));

test("LightGBM's model scores every client as LightGBM does, in ONNX Runtime too, and every explanation adds up", async () => {
  const folder = await imported("lightgbm", lightgbm);
  const context = contextOf({model: folder});
  const adopted = await adoptModel(context, features, folder);
  expect(warnings.at(-1)).toMatch(/may have trained it.*--unseen/);
  const own = ownScores(lightgbm, lightgbm.featureNames!);
  const model = await training.readModel(adopted);
  const columns = training.modelColumns(table);
  expect(model.inputs).toEqual(columns.map((column) => table.inputs[column]));
  const all = evaluate(
    compileEnsemble(model.ensemble),
    columns.map((column) => table.columns[column]!)
  );
  expect(largestDifference(all, own)).toBe(0);

  const rows = await training.readAssessedRows(adopted);
  expect(rows).toEqual(labelledRows(table));
  expect(await training.readOutOfFold(adopted)).toEqual([Float64Array.from(rows, (row) => own[row]!)]);
  expect(await training.readTrainingReport(adopted)).toMatchObject({
    origin: {kind: "imported", format: "lightgbm", file: "lightgbm", unseen: false, covers: "file"},
    rows: rows.length,
    repeats: 1,
    parameters: {},
    roundsPerFold: [],
    rounds: 20,
    leaves: 160,
    inputs: 85,
    categoricalInputs: 3
  });

  const scores = await scoreClients(context, features, adopted);
  expect(largestDifference(await readScores(scores), own)).toBeLessThan(1e-12);
  const explanations = await explainClients(context, features, adopted, scores);
  const explained = await readJsonArtifact(explanations, "explanation.json", explanationReportSchema);
  expect(explained.largestError).toBeLessThan(1e-5);
  expect(explained.features.map(({id}) => id).sort()).toEqual([...(await training.readModelFeatures(adopted))].sort());
  expect(explained.features.length).toBe(85);
  const performance = await measurePerformance(context, features, adopted, scores);
  const measured = await readJsonArtifact(performance, "performance.json", performanceReportSchema);
  expect(measured.assessment).toBe("seen");
  expect(measured.clients).toBe(rows.length);
  expect(measured.auc).toEqual({value: expect.closeTo(measured.aucPerRepeat[0]!, 12) as number, standardError: 0});
  // It was trained on clients of the same kind.
  expect(measured.auc.value).toBeGreaterThan(0.65);
  expect(measured.calibrations.none).toBeGreaterThan(0);
});

test("the same model and clients give the same files", async () => {
  const folder = await imported("lightgbm", lightgbm);
  const first = await adoptModel(contextOf(), features, folder);
  await rm(first.folder, {recursive: true});
  expect((await adoptModel(contextOf(), features, folder)).digest).toBe(first.digest);
});

test("XGBoost's model, whose file names no column, is taken by a list, within what single precision leaves", async () => {
  const xgboost = readModel(readFileSync(golden("ensemble/golden/xgboost/binary/model.json")));
  const list = nine("instalments_delay_mean");
  const folder = await imported("xgboost", xgboost, list);
  const adopted = await adoptModel(contextOf(), features, folder);
  const own = ownScores(
    xgboost,
    list.map(({id}) => id)
  );
  const scores = await readScores(await scoreClients(contextOf(), features, adopted));
  expect(largestDifference(scores, own)).toBeLessThan(1e-6);
  expect(await training.readTrainingReport(adopted)).toMatchObject({
    origin: {format: "xgboost", covers: "file", link: {method: "platt", slope: 1, intercept: 0}},
    inputs: 9
  });
});

test("a model whose higher scores go with fewer defaults is refused: it may be one of repayment", async () => {
  const trees = lightgbm.ensemble.trees.map((tree) => ({...tree, leafValue: tree.leafValue.map((value) => -value)}));
  const folder = await imported("reversed", {...lightgbm, ensemble: {...lightgbm.ensemble, trees}});
  await expect(adoptModel(contextOf(), features, folder)).rejects.toThrow(
    expect.objectContaining({
      code: "E_MODEL",
      message: expect.stringMatching(/reversed.*higher scores don't go with/) as string
    })
  );
});

test("an ONNX file of our own trainer's trees gives its scores again, and its covers are counted", async () => {
  const rows = labelledRows(table);
  const matrix = training.modelMatrix(table, rows);
  const labels = Uint8Array.from(rows, (row) => table.outcomes[row]!);
  const {ensemble} = await train(matrix, labels, {n_estimators: 15, num_leaves: 8, learning_rate: 0.2, seed: 1});
  const bytes = writeScoreGraph({ensemble, calibration: null});
  const model = readModel(bytes);
  expect(model).toMatchObject({format: "onnx", featureNames: null, calibration: null});
  const list = matrix.inputs.map(({id, categories}) => ({id, categories}));
  const folder = await imported("onnx", model, list);
  const adopted = await adoptModel(contextOf(), features, folder);
  const columns = training.modelColumns(table).map((column) => table.columns[column]!);
  const expected = evaluate(compileEnsemble(ensemble), columns);
  const context = contextOf();
  const scores = await scoreClients(context, features, adopted);
  expect(largestDifference(await readScores(scores), expected)).toBeLessThan(1e-12);
  expect((await training.readTrainingReport(adopted)).origin).toMatchObject({covers: "table", link: null});
  for (const {nodeCover, leafCover} of (await training.readModel(adopted)).ensemble.trees) {
    expect(nodeCover[0]).toBe(table.rows);
    expect(leafCover.reduce((sum, count) => sum + count, 0)).toBe(table.rows);
  }
  await explainClients(context, features, adopted, scores);
  const performance = await measurePerformance(context, features, adopted, scores);
  const {calibrations, uncalibrated} = await readJsonArtifact(performance, "performance.json", performanceReportSchema);
  // A score without a probability has none to compare the calibrated one with.
  expect(calibrations.none).toBeNull();
  expect(uncalibrated).toEqual([]);
});

test("figures are those of the unseen clients, where they are named, and who isn't known is told", async () => {
  const folder = await imported("lightgbm", lightgbm);
  const labelled = labelledRows(table);
  const chosen = labelled.filter((_, i) => i % 2 === 0);
  const clients = [...chosen].map((row) => table.clients[row]!);
  const file = join(root, "unseen.csv");
  await writeFile(
    file,
    `"name",sk_id_curr\n${[999_999_999, ...clients, clients[0]!].map((id) => `x,${id}`).join("\n")}\n`
  );
  const context = contextOf({model: folder, unseen: file});
  warnings.length = 0;
  const adopted = await adoptModel(context, features, folder);
  expect(warnings).toEqual([expect.stringMatching(/^of \d+ clients said to be unseen, \d+ are of these tables/)]);
  expect(await training.readAssessedRows(adopted)).toEqual(chosen);
  expect((await training.readTrainingReport(adopted)).origin).toMatchObject({unseen: true});
  const scores = await scoreClients(context, features, adopted);
  const performance = await measurePerformance(context, features, adopted, scores);
  const measured = await readJsonArtifact(performance, "performance.json", performanceReportSchema);
  expect(measured).toMatchObject({assessment: "unseen", clients: chosen.length});
  // What would be trained in its place is compared on the same clients, and learns on the others too.
  const compared = await readComparison(await compareContenders(context, features, adopted));
  expect(compared).toMatchObject({champion: "imported", assessment: "unseen", clients: chosen.length});
  const [champion, boosted] = ["imported", "boosted"].map((id) => compared.contenders.find((one) => one.id === id)!);
  expect(champion!.auc.value).toBeCloseTo(measured.auc.value, 12);
  expect(champion!.difference).toBeNull();
  expect(boosted!.difference!.value).toBeCloseTo(boosted!.auc.value - champion!.auc.value, 12);

  await writeFile(file, `SK_ID_CURR\n${clients.slice(0, 8).join("\n")}\n`);
  await expect(adoptModel(context, features, folder)).rejects.toThrow(
    expect.objectContaining({code: "E_TARGET", message: expect.stringContaining(file) as string})
  );
});

test("a model that reads a table that is absent isn't taken", async () => {
  const tables = join(root, "tables");
  await cp(portfolio.folder, tables, {recursive: true});
  await rm(join(tables, "bureau.csv"));
  await rm(join(tables, "bureau_balance.csv"));
  await rm(join(tables, "artifact.json"));
  const without = await makeFeatures(contextOf({data: tables}), undefined);
  const folder = await imported("lightgbm", lightgbm);
  await expect(adoptModel(contextOf({data: tables}), without, folder)).rejects.toThrow(
    expect.objectContaining({
      code: "E_TABLE_MISSING",
      message: expect.stringMatching(/column bureau_\w+: .* the table bureau that it comes from is absent/) as string
    })
  );
});

test("what no import wrote is refused with its path", async () => {
  const refused = async (folder: string): Promise<unknown> =>
    adoptModel(contextOf(), features, folder).catch((error: unknown) => error);
  expect(await refused(join(root, "nowhere"))).toMatchObject({
    code: "E_FILE_UNREADABLE",
    message: expect.stringContaining("a folder that limpide import wrote") as string
  });
  expect(await refused(fileURLToPath(golden("features/golden/lightgbm/model.txt")))).toMatchObject({
    code: "E_FILE_UNREADABLE"
  });
  for (const text of ["not json", '{"format":"limpide-import/1"}', "[]"]) {
    await mkdir(join(root, "other"), {recursive: true});
    await writeFile(join(root, "other", "model.json"), text);
    expect(await refused(join(root, "other"))).toMatchObject({
      code: "E_MODEL",
      place: {file: join(root, "other", "model.json")}
    });
  }
});
