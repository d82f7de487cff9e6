import {expect, test} from "vitest";
import type {SelectionReport} from "../../model/contract/selection.ts";
import {parameterRows} from "./search-parameters.js";
import {bestSoFar, highestShown} from "./search-trials.js";
import {optimismSentence, searchCommands, searchMethod, searchSentence} from "./search-words.js";

const report: SelectionReport = {
  dataHash: "0123456789ab",
  clients: 5000,
  defaults: 386,
  seed: 1,
  outerFolds: 5,
  innerFolds: 3,
  trials: 30,
  evenTrials: 10,
  dropped: 108,
  tried: 186,
  space: {
    learning_rate: {kind: "real", low: 0.02, high: 0.2, log: true},
    n_estimators: {kind: "integer", low: 60, high: 600, log: true},
    subsample: {kind: "real", low: 0.5, high: 1, log: false},
    features: {kind: "choice", values: [0, 40, 80]}
  },
  standard: {learning_rate: 0.06, n_estimators: 126, subsample: 0.8, reg_alpha: 1, features: 0},
  best: {learning_rate: 0.0670107, n_estimators: 195, subsample: 0.952763, features: 80},
  chosen: [
    {learning_rate: 0.05, n_estimators: 206, subsample: 0.58, features: 80},
    {learning_rate: 0.02, n_estimators: 459, subsample: 0.77, features: 40},
    {learning_rate: 0.06, n_estimators: 126, subsample: 0.8, reg_alpha: 1, features: 0},
    {learning_rate: 0.034, n_estimators: 1241, subsample: 0.8, features: 160},
    {learning_rate: 0.06, n_estimators: 126, subsample: 0.8, reg_alpha: 1, features: 0}
  ],
  attempts: [
    {number: 0, by: "default", dropped: false, loss: 0.2365},
    {number: 1, by: "random", dropped: true, loss: 0.232},
    {number: 2, by: "random", dropped: false, loss: 0.238},
    {number: 3, by: "model", dropped: false, loss: 0.2361},
    {number: 4, by: "model", dropped: true, loss: 0.31}
  ],
  nested: {auc: {value: 0.7654, standardError: 0.013}, logLoss: 0.2369},
  ofStandard: {auc: {value: 0.7674, standardError: 0.013}, logLoss: 0.2365},
  difference: {value: -0.002, standardError: 0.0033},
  optimistic: {auc: {value: 0.7668, standardError: 0.013}, logLoss: 0.2364},
  optimism: {value: 0.0014, standardError: 0.0039},
  adopted: false,
  parameters: {learning_rate: 0.06, n_estimators: 126, subsample: 0.8, reg_alpha: 1, features: 0}
};
const told = {selection: report, demonstration: false, imported: false};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("a search that doesn't beat the standard says so, with what both give", () => {
  expect(plain(searchSentence(told, "fr"))).toMatch(
    /^Une recherche a essayé 30 autres jeux de réglages\. Elle ne fait pas mieux que les réglages standard : ils restent en vigueur\. De 10 000 paires .* classent 7 654 .* standard 7 674\.$/
  );
  expect(searchSentence(told, "en")).toMatch(/It doesn’t do better .* put 7,654 in .* standard settings 7,674\.$/);
});

test("one that beats it says which settings are in force, and with which each client is scored", () => {
  const adopted = {...report, adopted: true};
  expect(searchSentence({...told, selection: adopted}, "en")).toMatch(/does better .* settings found are in force/);
  expect(searchMethod(adopted, "en").join(" ")).toMatch(/the search run without them chose\.$/);
  expect(searchMethod(report, "en").join(" ")).not.toMatch(/run without them/);
});

test("a lead within a standard error is told as chance, and one that nothing on all clients confirms as that", () => {
  const sentence = (value: number) =>
    searchSentence({...told, selection: {...report, difference: {value, standardError: 0.0033}}}, "en");
  expect(sentence(0.0033)).toMatch(/hardly does better .* chance .* they stay in force/);
  expect(sentence(0.0034)).toMatch(/run on all, it found nothing that beats them: they stay in force/);
});

test("the excess of the figure that flatters is the difference of the two that are told", () => {
  expect(plain(optimismSentence(report, "fr"))).toMatch(
    /meilleur des 5 candidats .* annonce 7 668 paires .* donnent 7 654 : 14 de trop\.$/
  );
  const lucky = {...report, optimistic: {...report.optimistic, auc: {value: 0.7652, standardError: 0.013}}};
  expect(optimismSentence(lucky, "en")).toMatch(/announces 7,652 pairs .* give 7,654: this time it doesn’t flatter/);
});

test("without a search, that is said, and how to run one on the same tables", () => {
  const none = {selection: null, demonstration: false, imported: false};
  expect(searchSentence(none, "fr")).toMatch(/fixés d’avance.*Aucune recherche/);
  expect(searchSentence(none, "en")).toMatch(/set beforehand.*No search/);
  expect(searchCommands(none, "en")).toEqual([
    "npm run limpide -- search --data TABLES --out search",
    "npm start -- --data TABLES --search search"
  ]);
  expect(searchCommands({...none, demonstration: true}, "fr")).toEqual([
    "npm run limpide -- search --out recherche",
    "npm start -- --search recherche"
  ]);
});

test("of a model that was trained elsewhere, nothing is said of how it was set", () => {
  const imported = {selection: null, demonstration: false, imported: true};
  expect(plain(searchSentence(imported, "fr"))).toMatch(/^Le modèle a été appris ailleurs : /);
  expect(searchSentence(imported, "en")).not.toMatch(/search/);
});

test("parameters are told in words, what isn't given as what the trainer then does", () => {
  const rows = parameterRows(report, "en");
  const row = (id: string) => rows.find((one) => one.id === id)!;
  expect(rows.map(({id}) => id)).toEqual(["n_estimators", "learning_rate", "reg_alpha", "subsample", "features"]);
  expect(row("n_estimators")).toEqual({
    id: "n_estimators",
    name: "Number of trees",
    searched: "60 to 600",
    standard: "126",
    found: "195",
    within: "126 to 1,241"
  });
  expect(row("reg_alpha")).toMatchObject({searched: "–", standard: "1", found: "0", within: "0, 1"});
  expect(row("subsample")).toMatchObject({searched: "50% to 100%", found: "95%", within: "58%, 77%, 80%"});
  expect(row("features")).toMatchObject({searched: "all, 40, 80", standard: "all", found: "80"});
});

test("all features is no number of them: it is told apart from the others", () => {
  expect(parameterRows(report, "en").find(({id}) => id === "features")!.within).toBe("all, 40, 80, 160");
  const chosen = [0, 40, 80, 120, 160].map((features) => ({features}));
  expect(parameterRows({...report, chosen}, "fr").find(({id}) => id === "features")!.within).toBe(
    "toutes, de 40 à 160"
  );
});

test("a parameter that has no words yet is told by its name", () => {
  const space = {...report.space, path_smooth: {kind: "integer" as const, low: 0, high: 10, log: false}};
  expect(parameterRows({...report, space}, "fr").at(-1)).toMatchObject({
    id: "path_smooth",
    name: "path_smooth",
    searched: "de 0 à 10",
    standard: "–"
  });
});

test("a trial that was dropped never leads, however low the loss of the folds that it had", () => {
  expect(bestSoFar(report.attempts)).toEqual([0.2365, 0.2365, 0.2365, 0.2361, 0.2361]);
});

test("all trials that were tried in full are in the frame, and a far one that was dropped isn't", () => {
  const top = highestShown(report);
  for (const {loss, dropped} of report.attempts) if (!dropped) expect(loss).toBeLessThan(top);
  expect(top).toBeGreaterThan(report.nested.logLoss);
  expect(top).toBeLessThan(0.25);
});
