import {execFile} from "node:child_process";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, expect, test} from "vitest";
import {reports} from "../../methodology/fixture.ts";
import type {GlobalData} from "../components/global-data.ts";
import {globalFixture} from "../components/global-fixture.ts";
import type {QualityData} from "../components/quality-data.ts";
import {qualityFixture} from "../components/quality-fixture.ts";

const tsx = createRequire(import.meta.url).resolve("tsx");
const {explanation, features} = globalFixture();
const {quality, labels} = qualityFixture();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-explanation-data-"));
  const {portfolio, scores, training} = reports();
  const contrary = Object.entries(labels).map(([id, label]) => ({id, label, unit: "number", family: "debts"}));
  const named = Object.entries(features).map(([id, feature]) => ({id, ...feature, source: "application"}));
  await write("portfolio", portfolio);
  await write("scores", scores);
  await write("training", training);
  await write("features", [...named, ...contrary]);
  await write("explanationQuality", quality);
});
afterAll(() => rm(folder, {recursive: true, force: true}));

function write(name: string, report: unknown): Promise<void> {
  return writeFile(join(folder, `${name}.json`), JSON.stringify(report));
}

async function load(name: string): Promise<unknown> {
  const loader = join(import.meta.dirname, `${name}.json.ts`);
  const {stdout} = await promisify(execFile)(process.execPath, ["--import", tsx, loader], {
    env: {...process.env, LIMPIDE_REPORTS: folder},
    maxBuffer: 16_000_000
  });
  return JSON.parse(stdout);
}

test("the global explanation comes with the names of the features that it shows, and without the others", async () => {
  const many = structuredClone(explanation);
  for (let i = 0; i < 40; i++) {
    many.importance.features.push({id: `quiet_${i}`, family: "debts", mean: {value: 0, low: 0, high: 0}});
    many.permutation!.features.push({id: `quiet_${i}`, drop: 0, standardError: 0});
  }
  const quiet = Array.from({length: 40}, (_, i) => ({
    id: `quiet_${i}`,
    label: {fr: `Variable ${i}`, en: `Feature ${i}`},
    unit: "number",
    family: "debts"
  }));
  await write("globalExplanation", many);
  await write("features", [...Object.entries(features).map(([id, feature]) => ({id, ...feature})), ...quiet]);
  const data = (await load("global-explanation")) as GlobalData;
  expect(data).toMatchObject({inputs: 44, smallest: 50, currency: reports().portfolio.currency});
  expect(data.explanation.importance.features.length).toBe(15);
  expect(data.explanation.permutation!.features.length).toBe(15);
  expect(data.explanation.dependence).toEqual(explanation.dependence);
  expect(data.features).toMatchObject(features);
  expect(Object.keys(data.features).length).toBe(15);
  expect(Object.keys(data.groupings)).toEqual(["age", "income_type"]);
});

test("a feature without a name stops the page", async () => {
  const unnamed = structuredClone(explanation);
  unnamed.dependence.features[1]!.interaction!.id = "nameless";
  await write("globalExplanation", unnamed);
  await expect(load("global-explanation")).rejects.toThrow(/names nameless, which features\.json lacks/);
});

test("the checked explanations come with the names of contrary features, and with what a point is worth", async () => {
  await write(
    "features",
    Object.entries(labels).map(([id, label]) => ({id, label}))
  );
  const data = (await load("explanation-quality")) as QualityData;
  expect(data.quality).toEqual(quality);
  expect(data.labels).toEqual(labels);
  const {training, scores} = reports();
  const {calibration} = training;
  const slope = calibration.method === "platt" ? calibration.slope : 1;
  expect(data.pointsPerLogOdds.exact).toBe(calibration.method === "platt");
  expect(data.pointsPerLogOdds.value).toBeCloseTo((slope * scores.scale.pointsToDouble) / Math.LN2);
  await write("training", {...training, calibration: {method: "isotonic", x: [0, 1], y: [0.1, 0.2]}});
  const isotonic = (await load("explanation-quality")) as QualityData;
  expect(isotonic.pointsPerLogOdds.exact).toBe(false);
});
