import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {ComparisonReport} from "../model/contract/comparison.ts";
import type {ModelCard} from "../model/contract/model-card.ts";
import {performanceReportSchema, type PerformanceReport} from "../model/contract/report.ts";
import {ArtifactStore, readJsonArtifact, type Artifact} from "./artifacts.ts";
import {compareContenders, readComparison} from "./comparison.ts";
import {explainClients} from "./explanations.ts";
import {makeFeatures} from "./features.ts";
import {describeModel, readModelCard} from "./model-card.ts";
import {normalizeOptions} from "./options.ts";
import {measurePerformance} from "./performance.ts";
import {generateDemonstration} from "./portfolio.ts";
import {scoreClients} from "./scores.ts";
import type {BuildContext} from "./stage.ts";
import {trainModel} from "./training.ts";

const project = fileURLToPath(new URL("..", import.meta.url));

let folder: string;
let again: Artifact;
let artifact: Artifact;
let training: Artifact;
let card: ModelCard;
let performance: PerformanceReport;
let comparison: ComparisonReport;

/** The stages that a card is made of, on a small demonstration portfolio. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-model-card-"));
  const options = normalizeOptions({clients: 800, repeats: 1, store: folder});
  const nothing = (): void => undefined;
  const context: BuildContext = {
    project,
    options,
    store: new ArtifactStore(join(folder, "artifacts")),
    effects: {begin: nothing, progress: nothing, end: nothing, warn: nothing},
    signal: new AbortController().signal
  };
  const features = await makeFeatures(context, await generateDemonstration(context));
  training = await trainModel(context, features);
  const scores = await scoreClients(context, features, training);
  const explanations = await explainClients(context, features, training, scores);
  const measured = await measurePerformance(context, features, training, scores);
  const compared = await compareContenders(context, features, training);
  const sources = {features, training, explanations, performance: measured, comparison: compared};
  artifact = await describeModel(context, sources);
  const other = {...context, store: new ArtifactStore(join(folder, "again"))};
  again = await describeModel(other, sources);
  card = await readModelCard(artifact);
  performance = await readJsonArtifact(measured, "performance.json", performanceReportSchema);
  comparison = await readComparison(compared);
}, 300_000);
afterAll(() => rm(folder, {recursive: true, force: true}));

test("the same artefacts give the same bytes", async () => {
  expect(again.folder).not.toBe(artifact.folder);
  const bytes = await readFile(join(artifact.folder, "model-card.json"));
  expect(await readFile(join(again.folder, "model-card.json"))).toEqual(bytes);
});

test("figures are those of the performance report, inside their intervals", () => {
  const {auc, averagePrecision, ks, logLoss, brier, threshold, cost, clients, defaults} = card.evaluation;
  expect({clients, defaults}).toEqual({clients: performance.clients, defaults: performance.defaults});
  expect(auc.value).toBe(performance.auc.value);
  expect(auc.high - auc.low).toBeCloseTo(2 * 1.96 * performance.aucSamplingError, 4);
  expect(averagePrecision.value).toBeCloseTo(performance.averagePrecision, 12);
  expect(ks.value).toBeCloseTo(performance.ks, 12);
  expect(logLoss.value).toBeCloseTo(performance.logLoss, 12);
  expect(brier.value).toBeCloseTo(performance.brier, 12);
  expect(threshold.value).toBe(performance.policy.threshold);
  expect(cost.value).toBeCloseTo((1000 * performance.cost.policy) / performance.clients, 9);
  for (const {value, low, high} of [auc, averagePrecision, ks, logLoss, brier, cost]) {
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  }
});

test("what leaving protected attributes out costs is what the model that sees them would save", () => {
  const {contenders} = comparison;
  const [champion, seeing] = ["boosted", "boosted-protected"].map((id) => contenders.find((one) => one.id === id)!);
  const {auc, cost, money} = card.protected.price!;
  expect(card.protected.leftOut).toHaveLength(7);
  expect(card.protected.included).toEqual([]);
  expect(auc.value).toBeCloseTo(seeing!.auc.value - champion!.auc.value, 9);
  expect(cost.value).toBeCloseTo(champion!.cost.value - seeing!.cost.value, 6);
  expect(money!.value).toBeCloseTo(1000 * (champion!.money!.value - seeing!.money!.value), 3);
  for (const {value, low, high} of [auc, cost, money!]) {
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  }
});

test("the model is named by the bytes that score, and its software by the package", async () => {
  const {name, version, license} = JSON.parse(await readFile(join(project, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  expect(card.identity.modelHash).toBe(training.files["model.onnx"]!.sha256);
  expect(card.identity.software).toEqual({name, version, licence: license});
});

test("an invented portfolio is said so first, and shares add up", () => {
  expect(card.data.demonstration).toBe(true);
  expect(card.use.outOfScope[0]!.en).toMatch(/invented/);
  expect(card.limits.unlabelled).toBeCloseTo(1 - card.data.labelled / card.data.clients, 12);
  expect(card.features.families.reduce((sum, {weight}) => sum + weight, 0)).toBeCloseTo(1, 9);
  expect(card.features.families.reduce((sum, {inputs}) => sum + inputs, 0)).toBe(card.features.inputs);
  expect(card.limits.external.map(({id}) => id)).toEqual(["external_score_a", "external_score_b", "external_score_c"]);
  for (const {missing} of card.limits.external) expect(missing).toBeGreaterThanOrEqual(card.limits.withoutExternal);
});

test("every contender costs what its decisions cost, inside its interval, and the champion differs from nobody", () => {
  expect(comparison.contenders.map(({id}) => id)).toContain("boosted-protected");
  for (const {id, missedDefaults, refusedGood, cost, costDifference, money, moneyDifference} of comparison.contenders) {
    expect(cost.value).toBeCloseTo(10 * missedDefaults + refusedGood, 6);
    expect(cost.low).toBeLessThanOrEqual(cost.value);
    expect(cost.high).toBeGreaterThanOrEqual(cost.value);
    expect(money!.low).toBeLessThanOrEqual(money!.value);
    expect(costDifference === null).toBe(id === "boosted");
    expect(moneyDifference === null).toBe(id === "boosted");
  }
});
