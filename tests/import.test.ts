import {mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {InferenceSession, Tensor} from "onnxruntime-node";
import {afterAll, beforeAll, expect, test} from "vitest";
import {quoteLiteral, withDuckDB} from "../data-loaders/duckdb.ts";
import {featureListSchema} from "../model/contract/feature-list.ts";
import {scoringModelSchema} from "../model/contract/scoring-model.ts";
import {decide} from "../model/ensemble/scoring.ts";
import {limpide, type Ended} from "./command.ts";
import {foldersOf} from "./demonstration.ts";
import {openBookOf} from "./open-book.ts";

/** A model of LightGBM, trained on the exported features of a demonstration portfolio. */
const lightgbm = fileURLToPath(new URL("../model/features/golden/lightgbm/model.txt", import.meta.url));

let root: string;
const at = (...path: string[]): string => join(root, ...path);
const portfolio = ["--clients", "600"];
let exported: Ended;
let imported: Ended;
let built: Ended;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-import-"));
  const store = ["--store", at("store")];
  exported = await limpide(["features", ...portfolio, ...store, "--out", at("features")]);
  const list = ["--features", at("features", "features.json")];
  imported = await limpide(["import", lightgbm, ...list, "--out", at("imported")]);
  const unseen = await parquet("SELECT SK_ID_CURR FROM rows WHERE TARGET IS NOT NULL AND SK_ID_CURR % 3 > 0");
  await writeFile(at("unseen.csv"), ["SK_ID_CURR", ...unseen.map(([client]) => client)].join("\n"));
  const model = ["--model", at("imported"), "--unseen", at("unseen.csv")];
  built = await limpide(["build", ...portfolio, ...foldersOf(root), ...model]);
});
afterAll(() => rm(root, {recursive: true, force: true}));

/** What a query says of the exported table, which it calls `rows`. */
function parquet(query: string): Promise<unknown[][]> {
  return withDuckDB(async (connection) => {
    const source = `read_parquet(${quoteLiteral(at("features", "features.parquet"))})`;
    return (await connection.runAndReadAll(`WITH rows AS (SELECT * FROM ${source}) ${query}`)).getRows();
  });
}

async function readJson(...path: string[]): Promise<unknown> {
  return JSON.parse(await readFile(at(...path), "utf8"));
}

test("the feature table is exported as it is described: a column a feature, categories by name", async () => {
  expect(exported.stderr).toBe("");
  expect(exported.code).toBe(0);
  expect((await readdir(at("features"))).sort()).toEqual(["features.json", "features.parquet"]);
  const list = featureListSchema.parse(await readJson("features", "features.json"));
  const columns = await parquet("SELECT column_name, column_type FROM (DESCRIBE rows)");
  expect(columns.map(([name]) => name)).toEqual(["SK_ID_CURR", "TARGET", ...list.map(({id}) => id)]);
  for (const [i, {categories}] of list.entries()) {
    expect(columns[i + 2]![1]).toBe(categories === null ? "FLOAT" : "VARCHAR");
  }
  expect(list.filter((feature) => feature.protected).map(({id}) => id)).toContain("gender");
  expect(await parquet("SELECT count(*)::INTEGER FROM rows")).toEqual([[600]]);
});

test("a model of LightGBM is imported, and what was understood is told", () => {
  expect(imported.stderr).toBe("");
  expect(imported.code).toBe(0);
  expect(imported.stdout).toMatch(/LightGBM, model\.txt: 20 trees, 160 leaves\nfeatures +85 features of the catalogue/);
});

test("each record's explanation adds up, and its decision is the one that ONNX Runtime's score gives", async () => {
  expect(built.stderr).toBe("");
  expect(built.code).toBe(0);
  const {manifest, recordOf} = await openBookOf(at("out", "book"));
  expect(manifest.model.imported).toBe(true);
  const read = manifest.features.filter(({inModel}) => inModel);
  expect(read.length).toBe(85);
  expect(read.some((feature) => feature.protected)).toBe(false);

  const [key] = await readdir(at("store", "artifacts", "training"));
  const training = at("store", "artifacts", "training", key!);
  const model = scoringModelSchema.parse(JSON.parse(await readFile(join(training, "model.json"), "utf8")));
  expect(manifest.model.version).toBe(model.version);
  const rows = await parquet(
    `SELECT SK_ID_CURR, ${model.inputs.map(({id}) => `"${id}"`).join(", ")} FROM rows ORDER BY SK_ID_CURR`
  );
  const width = model.inputs.length;
  const values = Float32Array.from({length: rows.length * width}, (_, i) => {
    const {categories} = model.inputs[i % width]!;
    const cell = rows[Math.floor(i / width)]![1 + (i % width)];
    return cell === null ? NaN : categories === null ? Number(cell) : categories.indexOf(String(cell));
  });
  const session = await InferenceSession.create(join(training, "model.onnx"));
  const run = await session.run({features: new Tensor("float32", values, [rows.length, width])});
  const raw = run.raw_score!.data as Float64Array;
  const probability = run.probability!.data as Float64Array;

  for (const [i, [client]] of rows.entries()) {
    const record = recordOf(Number(client))!;
    expect(Math.abs(record.raw - raw[i]!)).toBeLessThan(1e-9);
    expect(record.probability).toBeCloseTo(probability[i]!, 9);
    const sum = record.contributions.reduce((total, points) => total + points, record.base);
    expect(Math.abs(sum - record.points)).toBeLessThan(0.6);
    expect(record).toMatchObject(decide(record.points, model.policy));
    manifest.features.forEach((feature, f) => {
      if (!feature.inModel) expect(record.contributions[f]).toBe(0);
    });
  }
});

test("the pages are built, and say whose figures these are", async () => {
  for (const [path, words] of [
    ["methodology.html", /Un modèle apporté[^]*donnés pour inconnus de lui/],
    ["en/methodology.html", /A model that was brought along[^]*said to be new to it/]
  ] as const) {
    const page = await readFile(at("out", "site", path), "utf8");
    expect(page).toMatch(words);
    expect(page).not.toMatch(/monotone_constraints=|undefined|NaN/);
  }
  for (const path of ["performance.html", "en/performance.html", "index.html", "client.html"]) {
    expect((await readFile(at("out", "site", path), "utf8")).length).toBeGreaterThan(1000);
  }
});

test("a model that is brought along isn't searched for", async () => {
  const ended = await limpide([
    "build",
    ...portfolio,
    ...foldersOf(root),
    "--model",
    at("imported"),
    "--search",
    at("x")
  ]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^E_ARGUMENT: --model and --search/m);
});

test("a model that can't be taken ends the command with its file and feature, and nothing is written", async () => {
  const text = await readFile(lightgbm, "utf8");
  await writeFile(at("gender.txt"), text.replace(/\bexternal_score_mean\b/, "gender"));
  const ended = await limpide(["import", at("gender.txt"), "--out", at("refused")]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain(`E_MODEL: ${at("gender.txt")}, column gender: `);
  await expect(readdir(at("refused"))).rejects.toThrow("ENOENT");
});
