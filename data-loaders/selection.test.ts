import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {SelectionReport} from "../model/contract/selection.ts";
import {championFrom, planOf, readSelection} from "./selection.ts";

const report: SelectionReport = {
  dataHash: "0123456789ab",
  clients: 600,
  defaults: 90,
  seed: 4,
  outerFolds: 2,
  innerFolds: 3,
  trials: 1,
  evenTrials: 1,
  dropped: 0,
  tried: 6,
  space: {learning_rate: {kind: "real", low: 0.02, high: 0.2, log: true}},
  standard: {learning_rate: 0.06, n_estimators: 100, features: 0},
  best: {learning_rate: 0.05, n_estimators: 120, features: 40},
  chosen: [
    {learning_rate: 0.04, n_estimators: 150, features: 80},
    {learning_rate: 0.06, n_estimators: 100, features: 0}
  ],
  attempts: [
    {number: 0, by: "default", dropped: false, loss: 0.25},
    {number: 1, by: "random", dropped: false, loss: 0.24}
  ],
  nested: {auc: {value: 0.75, standardError: 0.01}, logLoss: 0.245},
  ofStandard: {auc: {value: 0.74, standardError: 0.01}, logLoss: 0.25},
  difference: {value: 0.01, standardError: 0.004},
  optimistic: {auc: {value: 0.76, standardError: 0.01}, logLoss: 0.24},
  optimism: {value: 0.01, standardError: 0.003},
  adopted: true,
  parameters: {learning_rate: 0.05, n_estimators: 120, features: 40}
};

describe("what a search found is read", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "limpide-selection-"));
  });
  afterEach(() => rm(folder, {recursive: true}));

  async function write(content: unknown, ...path: string[]): Promise<void> {
    const place = join(folder, ...path);
    await mkdir(place, {recursive: true});
    await writeFile(join(place, "search.json"), typeof content === "string" ? content : JSON.stringify(content));
  }
  const refused = (...words: string[]) =>
    expect.objectContaining({
      code: "E_ARGUMENT",
      message: expect.stringMatching(new RegExp(words.map((word) => `(?=.*${word})`).join(""), "s"))
    });

  test("from the folder that the search was told, or from that of the features in it", async () => {
    await write(report, report.dataHash);
    await write({...report, dataHash: "ba9876543210"}, "ba9876543210");
    expect(await readSelection(folder, report.dataHash)).toEqual(report);
    expect(await readSelection(join(folder, report.dataHash), report.dataHash)).toEqual(report);
  });

  test("and refused for other features, naming both", async () => {
    await write(report, report.dataHash);
    await write({...report, dataHash: "aaaaaaaaaaaa"}, "aaaaaaaaaaaa");
    const other = refused("0123456789ab", "aaaaaaaaaaaa", "ffffffffffff");
    await expect(readSelection(folder, "ffffffffffff")).rejects.toThrow(other);
    await expect(readSelection(join(folder, report.dataHash), "ffffffffffff")).rejects.toThrow(
      refused("0123456789ab", "ffffffffffff")
    );
  });

  test("and refused when a folder's name says what its content doesn't", async () => {
    await write({...report, dataHash: "aaaaaaaaaaaa"}, report.dataHash);
    await expect(readSelection(folder, report.dataHash)).rejects.toThrow(refused("aaaaaaaaaaaa", report.dataHash));
  });

  test("and refused before it has ended", async () => {
    await mkdir(join(folder, report.dataHash));
    await writeFile(join(folder, report.dataHash, "trials.ndjson"), "");
    await expect(readSelection(folder, report.dataHash)).rejects.toThrow(refused("hasn't ended", "start it again"));
  });

  test("and refused where there is none", async () => {
    await expect(readSelection(folder, report.dataHash)).rejects.toThrow(refused("no search has ended there"));
    await expect(readSelection(join(folder, "absent"), report.dataHash)).rejects.toThrow(refused("absent"));
  });

  test("and refused when it isn't what a search writes", async () => {
    await write('{"dataHash": ', report.dataHash);
    await expect(readSelection(folder, report.dataHash)).rejects.toThrow(refused("search.json", "not the JSON"));
    const {chosen: _, ...older} = report;
    await write(older, report.dataHash);
    await expect(readSelection(folder, report.dataHash)).rejects.toThrow(refused("search.json", "chosen"));
  });
});

describe("the champion is", () => {
  const standard = {learning_rate: 0.06, n_estimators: 1500, early_stopping_rounds: 30, seed: 1};

  test("the standard without a search, and where the search doesn't beat it", () => {
    const {standard: parameters} = report;
    for (const selection of [null, {...report, adopted: false, parameters}])
      expect(championFrom(selection, standard)).toEqual({parameters: standard, features: 0});
  });

  test("what was found where the search beats the standard, and in each fold what was chosen without it", () => {
    const fit = (learning_rate: number, n_estimators: number, features: number) => ({
      parameters: {learning_rate, n_estimators, subsample_freq: 1, early_stopping_rounds: 0, seed: 4},
      features
    });
    expect(championFrom(report, standard)).toEqual({
      ...fit(0.05, 120, 40),
      withinFolds: [fit(0.04, 150, 80), fit(0.06, 100, 0)]
    });
  });

  test("fitted on all inputs where the search had none to choose", () => {
    expect(planOf({learning_rate: 0.05}).features).toBe(0);
  });
});
