import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readKeyFile} from "../model/book/key-file.ts";
import {explanationReportSchema, performanceReportSchema, portfolioReportSchema} from "../model/contract/report.ts";
import {limpide, type Ended} from "./command.ts";
import {foldersOf} from "./demonstration.ts";
import {openBookOf} from "./open-book.ts";

const sample = process.env.LIMPIDE_SAMPLE;
if (!sample)
  process.stderr.write("LIMPIDE_SAMPLE names no folder of real tables: the tests on real rows are skipped.\n");

let root: string;
let ended: Ended;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-sample-"));
  if (sample) ended = await limpide(["build", "--data", sample, ...foldersOf(root)]);
});
afterAll(() => rm(root, {recursive: true, force: true}));

async function report(stage: string, name: string): Promise<unknown> {
  const folder = join(root, "store", "artifacts", stage);
  const [key] = await readdir(folder);
  return JSON.parse(await readFile(join(folder, key!, name), "utf8"));
}

test.runIf(sample)("real tables build; the one that is absent is told in the log and in the report", async () => {
  expect(ended.stderr).toBe("");
  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(/installments_payments: The table is absent: its features are missing/);
  const {tables} = portfolioReportSchema.parse(await report("features", "portfolio.json"));
  expect(tables.filter(({present}) => !present).map(({name}) => name)).toEqual(["installments_payments"]);
});

test.runIf(sample)(
  "5,000 labelled clients give an out-of-fold AUC of at least 0.750, with its standard error",
  async () => {
    const performance = performanceReportSchema.parse(await report("performance", "performance.json"));
    expect(performance.clients).toBe(5000);
    expect(performance.auc.value).toBeGreaterThanOrEqual(0.75);
    expect(performance.aucPerRepeat.length).toBe(3);
    expect(performance.auc.standardError).toBeGreaterThan(0);
    expect(performance.auc.standardError).toBeLessThan(0.01);
    expect(performance.aucSamplingError).toBeGreaterThan(performance.auc.standardError);
  }
);

test.runIf(sample)("10,000 clients are scored, explained exactly and in the book", async () => {
  const explanation = explanationReportSchema.parse(await report("explanations", "explanation.json"));
  expect(explanation.clients).toBe(10_000);
  expect(explanation.largestError).toBeLessThanOrEqual(1e-5);
  // Real clients' book is sealed, with keys that the build made.
  const keyFile = await readKeyFile(join(root, "store", "book-keys.json"));
  const {manifest} = await openBookOf(join(root, "out", "book"), keyFile);
  expect(manifest.protection).toEqual({kind: "sealed", keyId: keyFile.current});
  expect(manifest.clients).toBe(10_000);
  expect(manifest.demonstration).toBe(false);
});
