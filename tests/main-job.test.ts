import {createHash} from "node:crypto";
import {cp, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {readManifestFile} from "../data-loaders/book-verify.ts";
import {featuresPerChunk, paths, shardOf} from "../model/contract/book/format.ts";
import {refOf} from "../model/contract/book/keys.ts";
import {findInShard} from "../model/contract/book/shard.ts";
import type {Manifest} from "../model/contract/manifest.ts";
import {portfolioReportSchema} from "../model/contract/report.ts";
import {hashFolder, limpide} from "./command.ts";
import {foldersOf} from "./demonstration.ts";
import {clientsOf, openBookOf, type OpenBook} from "./open-book.ts";

const root = inject("demonstration");
const book = join(root, "out", "book");
let opened: OpenBook;
let manifest: Manifest;
let scratch: string;
beforeAll(async () => {
  opened = await openBookOf(book);
  manifest = opened.manifest;
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
  let records = 0;
  for (const client of await clientsOf(join(root, "store"))) {
    // Opened, held against its contract, its reasons against its points and these against the policy.
    const record = opened.recordOf(client)!;
    manifest.features.forEach((feature, i) => {
      if (feature.protected) expect(record.contributions[i]).toBe(0);
    });
    records++;
  }
  expect(records).toBe(manifest.clients);
  expect(manifest.clients).toBe(10_000);
  const folder = join(book, manifest.epoch, "records");
  expect((await readdir(folder)).length).toBe(manifest.shards);
});

test("a client number and the open book's secret give the reference and the record of each example", async () => {
  expect(manifest.demonstration).toBe(true);
  expect(manifest.examples.length).toBeGreaterThanOrEqual(6);
  const {header} = await readManifestFile(book);
  if (header.protection.kind !== "open") throw new Error("the demonstration is open");
  const secret = Uint8Array.from(Buffer.from(header.protection.secret, "base64url"));
  for (const {client, ref} of manifest.examples) {
    expect(await refOf(secret, client)).toBe(ref);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ref)));
    const shard = await readFile(join(book, header.epoch, paths.shard(shardOf(digest, header.shards))));
    expect(await findInShard(Uint8Array.from(shard), digest)).toMatchObject({
      sealed: expect.any(Uint8Array) as unknown
    });
  }
});

test("no cohort has fewer than 50 people, and there are everyone, similar clients, pairs and at least six groupings", () => {
  const groupings = new Set(manifest.cohorts.map(({grouping}) => grouping));
  for (const grouping of ["everyone", "similar", "pair"]) expect(groupings).toContain(grouping);
  expect(groupings.size - 3).toBeGreaterThanOrEqual(6);
  for (const place of manifest.cohorts.keys()) {
    for (let chunk = 0; chunk * featuresPerChunk < manifest.features.length; chunk++) {
      const cohort = opened.cohortOf(place, chunk);
      for (const distribution of [cohort.points, ...Object.values(cohort.features)]) {
        expect(distribution.counts.reduce((sum, n) => sum + n, 0)).toBe(distribution.count);
        expect(distribution.count + distribution.missing).toBe(cohort.count);
      }
    }
  }
});

test("the published book is whole, and every record of a sample opens", async () => {
  const {code, stdout, stderr} = await limpide(["book", "verify", "--book", book, "--clients", "100001-120000"]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^records {5}\d+ opened of 200 clients looked for$/m);
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
