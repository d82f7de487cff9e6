import {createHash} from "node:crypto";
import {cp, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {recordFromPositions, refOf, shardPath} from "../model/contract/book-layout.ts";
import {cohortSchema} from "../model/contract/cohort.ts";
import {manifestSchema, type Manifest} from "../model/contract/manifest.ts";
import {recordSchema} from "../model/contract/record.ts";
import {portfolioReportSchema} from "../model/contract/report.ts";
import {hashFolder, limpide} from "./command.ts";
import {foldersOf} from "./demonstration.ts";

const root = inject("demonstration");
const book = join(root, "out", "book");
let manifest: Manifest;
let scratch: string;
beforeAll(async () => {
  manifest = manifestSchema.parse(await readJson(join(book, "manifest.json")));
  scratch = await mkdtemp(join(tmpdir(), "limpide-main-"));
});
afterAll(() => rm(scratch, {recursive: true, force: true}));

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}

/** The folder of a stage's only artefact. */
async function artifact(stage: string, below = root): Promise<string> {
  const [key] = await readdir(join(below, "store", "artifacts", stage));
  return join(below, "store", "artifacts", stage, key!);
}

test("the log tells each stage's seconds", () => {
  const stages = inject("demonstrationLog").match(/^done {3}.+: \d+\.\d s$/gm) ?? [];
  expect(stages.length).toBeGreaterThanOrEqual(10);
});

test("the demonstration holds 10,000 applicants in seven tables, of whom about 8 in 100 default", async () => {
  const portfolio = portfolioReportSchema.parse(await readJson(join(await artifact("features"), "portfolio.json")));
  expect(portfolio.clients).toBe(10_000);
  expect(portfolio.tables.filter(({present}) => present).length).toBe(7);
  expect(portfolio.defaults / portfolio.labelled).toBeGreaterThan(0.07);
  expect(portfolio.defaults / portfolio.labelled).toBeLessThan(0.09);
  expect(portfolio.tables.reduce((sum, {features}) => sum + features, 0)).toBeGreaterThanOrEqual(120);
  for (const {features} of portfolio.tables) expect(features).toBeGreaterThan(0);
});

test("every client is in the book, in the shard that the reference leads to", async () => {
  const folder = join(book, manifest.epoch, "records");
  let records = 0;
  for (const name of await readdir(folder)) {
    const shard = (await readJson(join(folder, name))) as Record<string, unknown>;
    for (const [ref, positions] of Object.entries(shard)) {
      const record = recordSchema.parse(recordFromPositions(positions));
      expect(record.ref).toBe(ref);
      const digest = createHash("sha256").update(ref).digest();
      expect(shardPath(manifest.epoch, digest, manifest.shards)).toBe(`${manifest.epoch}/records/${name}`);
      expect(record.values.length).toBe(manifest.features.length);
      const sum = record.contributions.reduce((total, points) => total + points, record.base);
      expect(Math.abs(sum - record.points)).toBeLessThan(0.6);
      expect(record.recommendation).toBe(record.points >= manifest.policy.threshold ? "accept" : "refuse");
      manifest.features.forEach((feature, i) => {
        if (feature.protected) expect(record.contributions[i]).toBe(0);
      });
      records++;
    }
  }
  expect(records).toBe(manifest.clients);
  expect(manifest.clients).toBe(10_000);
});

test("a client number and the book's key give the reference of each example", async () => {
  expect(manifest.demonstration).toBe(true);
  expect(manifest.examples.length).toBeGreaterThanOrEqual(6);
  const key = new Uint8Array(Buffer.from(manifest.protection.refKey, "base64url"));
  for (const {client, ref} of manifest.examples) expect(await refOf(client, key)).toBe(ref);
});

test("no cohort has fewer than 50 people, and there are everyone, similar clients and at least six groupings", async () => {
  const groupings = new Set(manifest.cohorts.map(({grouping}) => grouping));
  expect(groupings).toContain("everyone");
  expect(groupings).toContain("similar");
  expect(groupings.size - 2).toBeGreaterThanOrEqual(6);
  for (const {id, count} of manifest.cohorts) {
    const cohort = cohortSchema.parse(await readJson(join(book, manifest.epoch, "cohorts", `${id}.json`)));
    expect(cohort.count).toBe(count);
    for (const distribution of [cohort.points, ...Object.values(cohort.features)]) {
      expect(distribution.counts.reduce((sum, n) => sum + n, 0)).toBe(distribution.count);
      expect(distribution.count + distribution.missing).toBe(count);
    }
  }
});

test("one corrupted contribution stops the build, and what was published stays", async () => {
  const copy = join(scratch, "corrupted");
  await cp(root, copy, {recursive: true, preserveTimestamps: true});
  const before = await hashFolder(join(copy, "out"));
  const folder = await artifact("explanations", copy);
  const contributions = new Float32Array(new Uint8Array(await readFile(join(folder, "contributions.f32"))).buffer);
  contributions[12_345]! += 1e-3;
  const bytes = new Uint8Array(contributions.buffer);
  await writeFile(join(folder, "contributions.f32"), bytes);
  // A corruption that the file's hash doesn't show either: as if it had been explained so.
  const card = (await readJson(join(folder, "artifact.json"))) as {
    files: Record<string, {sha256: string}>;
    digest: string;
  };
  card.files["contributions.f32"]!.sha256 = createHash("sha256").update(bytes).digest("hex");
  card.digest = createHash("sha256").update("corrupted").digest("hex");
  await writeFile(join(folder, "artifact.json"), JSON.stringify(card));

  const ended = await limpide(["build", ...foldersOf(copy)]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^E_ADDITIVITY: client \d+: base \+ contributions = /m);
  expect(await hashFolder(join(copy, "out"))).toEqual(before);
});

test("an artefact that was changed by hand stops the build by name", async () => {
  const copy = join(scratch, "changed");
  await cp(root, copy, {recursive: true, preserveTimestamps: true});
  const path = join(await artifact("scores", copy), "raw.f64");
  const bytes = await readFile(path);
  bytes[100]! ^= 1;
  await writeFile(path, bytes);
  await rm(join(copy, "store", "artifacts", "book"), {recursive: true});
  const ended = await limpide(["build", ...foldersOf(copy)]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain(`E_ARTIFACT: ${path}`);
});
