import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {catalogue} from "../model/features/catalogue.ts";
import {ArtifactStore, type Artifact} from "./artifacts.ts";
import {quoteLiteral, withDuckDB} from "./duckdb.ts";
import {labelledRows, readFeatureTable} from "./feature-table.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-features-"));
});
afterEach(() => rm(root, {recursive: true}));

const features = ["age", "occupation", "housing"].map((id) => catalogue.find((feature) => feature.id === id)!);

async function artifactOf(query: string): Promise<Artifact> {
  const {artifact} = await new ArtifactStore(root).obtain("features", {code: query}, (folder) =>
    withDuckDB(async (connection) => {
      await connection.run(`COPY (${query}) TO ${quoteLiteral(join(folder, "features.parquet"))} (FORMAT parquet)`);
    })
  );
  return artifact;
}

const rows = `SELECT * FROM (VALUES
  (3, NULL, 41.5, NULL::VARCHAR, 'With parents'),
  (1, 1,    NULL, NULL,          'L''autre'),
  (2, 0,    30,   NULL,          NULL)) AS t(SK_ID_CURR, TARGET, age, occupation, housing)`;

test("rows are in the order of client numbers, missing values NaN, categories codes of their sorted names", async () => {
  const table = await readFeatureTable(await artifactOf(rows), features);
  expect([...table.clients]).toEqual([1, 2, 3]);
  expect([...table.outcomes]).toEqual([1, 0, 255]);
  expect([...labelledRows(table)]).toEqual([0, 1]);
  expect([...table.columns[0]!]).toEqual([NaN, 30, 41.5]);
  expect(table.inputs[2]!.categories).toEqual(["L'autre", "With parents"]);
  expect([...table.columns[2]!]).toEqual([0, NaN, 1]);
});

test("a category that no client has leaves its column without a code", async () => {
  const table = await readFeatureTable(await artifactOf(rows), features);
  expect(table.inputs[1]!.categories).toEqual([]);
  expect([...table.columns[1]!]).toEqual([NaN, NaN, NaN]);
});

test("a table that was changed after it was built isn't read", async () => {
  const artifact = await artifactOf(`${rows} WHERE SK_ID_CURR < 3`);
  const path = join(artifact.folder, "features.parquet");
  const bytes = await readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(path, bytes);
  await expect(readFeatureTable(artifact, features)).rejects.toMatchObject({code: "E_ARTIFACT"});
});
