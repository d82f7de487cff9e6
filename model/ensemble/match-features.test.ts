import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import type {ListedFeature} from "../contract/feature-list.ts";
import {catalogue} from "../features/catalogue.ts";
import {compileEnsemble, evaluate} from "./evaluate.ts";
import type {ImportedModel} from "./imported-model.ts";
import {checkFeatureList, matchFeatures} from "./match-features.ts";
import {readModel} from "./read-model.ts";
import {codesByName, renumber} from "./renumber.ts";
import {writeScoreGraph} from "./write-onnx.ts";

const golden = new URL("../features/golden/lightgbm/", import.meta.url);
const bytes = readFileSync(new URL("model.txt", golden));
const expected = JSON.parse(readFileSync(new URL("expected.json", golden), "utf8")) as {
  columns: string[];
  rows: (number | string | null)[][];
  raw_score: number[];
};
const model = readModel(bytes);
const unprotected = catalogue.filter((feature) => !feature.protected);

/** The feature table of the rows that LightGBM scored: every unprotected feature, categories by their sorted names. */
function tableOfRows(): {inputs: {id: string; categories: string[] | null}[]; columns: Float32Array[]} {
  const inputs = unprotected.map(({id, categoryLabels}) => ({
    id,
    categories: categoryLabels ? Object.keys(categoryLabels).sort() : null
  }));
  const columns = inputs.map(({id, categories}) => {
    const at = expected.columns.indexOf(id);
    return Float32Array.from(expected.rows, (row) => {
      const cell = at < 0 ? null : row[at]!;
      return cell === null ? NaN : typeof cell === "string" ? categories!.indexOf(cell) : cell;
    });
  });
  return {inputs, columns};
}

/** What a model says of these rows when it is renumbered to their table. */
function scoresInTable(from: ImportedModel, list: readonly ListedFeature[] | null = null): Float64Array {
  const {inputs, columns} = tableOfRows();
  const match = matchFeatures(from, catalogue, list);
  const places = match.inputs.map(({id, categories}) => {
    const feature = inputs.findIndex((input) => input.id === id);
    return {feature, codes: categories && codesByName(categories, inputs[feature]!.categories!)};
  });
  return evaluate(compileEnsemble(renumber(match.ensemble, places, inputs.length)), columns);
}

test("a model of LightGBM on the exported features gives LightGBM's own scores in the feature table", () => {
  const match = matchFeatures(model, catalogue);
  expect(match.inputs.map(({id}) => id).sort()).toEqual([...expected.columns].sort());
  expect(match.inputs.filter(({categories}) => categories !== null).length).toBe(3);
  expect(match.unread).toBe(unprotected.length - match.inputs.length);
  expect(match.unknownCategories).toEqual([]);
  const scores = scoresInTable(model);
  expect(scores.length).toBe(25);
  scores.forEach((score, i) => {
    expect(Math.abs(score - expected.raw_score[i]!)).toBeLessThan(1e-12);
  });
});

test("a model without names gives the same by a list of its columns: ids alone, or ids with categories", () => {
  const scores = scoresInTable(model);
  const entries = model.featureNames!.map((id, column) => ({id, categories: model.categories[column]!}));
  // ONNX holds no names, neither of columns nor of categories.
  const onnx = readModel(writeScoreGraph(model));
  expect(onnx).toMatchObject({format: "onnx", featureNames: null});
  expect(scoresInTable(onnx, entries)).toEqual(scores);
  const nameless = {...model, featureNames: null};
  expect(
    scoresInTable(
      nameless,
      entries.map(({id}) => ({id}))
    )
  ).toEqual(scores);
});

test("a list whose names the file knows is matched by them, in any order", () => {
  const featureNames = model.featureNames!.map((id) => `x.${id}`);
  const list = model.featureNames!.map((id) => ({id, name: `x.${id}`})).reverse();
  expect(scoresInTable({...model, featureNames}, list)).toEqual(scoresInTable(model));
});

test("a list of the whole feature table tells the columns of a model that was trained on the unprotected ones", () => {
  const order = unprotected.map(({id}) => model.featureNames!.indexOf(id));
  const places = order.reduce<{feature: number; codes: null}[]>((all, old, feature) => {
    all[old] = {feature, codes: null};
    return all;
  }, []);
  const inOrder: ImportedModel = {
    ...model,
    featureNames: null,
    categories: order.map((old) => model.categories[old]!),
    ensemble: renumber(model.ensemble, places, order.length)
  };
  const list = catalogue.map(({id, protected: isProtected}) => ({id, protected: isProtected}));
  expect(scoresInTable(inOrder, list)).toEqual(scoresInTable(model));
});

/** The model with another name for some of its columns. */
function renamed(names: Record<string, string>): ImportedModel {
  return {...model, featureNames: model.featureNames!.map((name) => names[name] ?? name)};
}

const [first, second] = matchFeatures(model, catalogue).inputs.map(({id}) => id) as [string, string];
const category = matchFeatures(model, catalogue).inputs.find(({categories}) => categories !== null)!.id;
const categoryColumn = model.featureNames!.indexOf(category);
const unread = model.featureNames!.find((name) => !expected.columns.includes(name))!;
const withCategories = (categories: string[] | null): ImportedModel => ({
  ...model,
  categories: model.categories.map((names, column) => (column === categoryColumn ? categories : names))
});

test("columns that no split reads are left aside, whatever they hold", () => {
  const odd = renamed({[unread]: "SK_ID_CURR"});
  expect(matchFeatures(odd, catalogue)).toEqual(matchFeatures(model, catalogue));
  expect(matchFeatures(renamed({[unread]: "gender"}), catalogue)).toEqual(matchFeatures(model, catalogue));
});

test("categories that the catalogue doesn't know are told, and belong to nobody", () => {
  const names = model.categories[categoryColumn]!;
  const match = matchFeatures(withCategories(["Astronaut", ...names.slice(1)]), catalogue);
  expect(match.unknownCategories).toEqual([{id: category, names: ["Astronaut"]}]);
});

const leaf = {
  splitFeature: [],
  threshold: [],
  categories: [],
  missing: [],
  defaultLeft: [],
  left: [],
  right: [],
  gain: [],
  nodeCover: [],
  leafValue: [0.25],
  leafCover: [9]
};
const everywhere = Object.fromEntries(model.featureNames!.map((name) => [name, `strange ${name}`]));

test.each<[string, ImportedModel, ListedFeature[] | null, RegExp]>([
  ["no name and no list", {...model, featureNames: null}, null, /^names no feature: a list/],
  [
    "a stranger",
    renamed({[first]: "debt_ratio_x"}),
    null,
    /^reads columns that are no feature of the catalogue: debt_ratio_x; /
  ],
  ["strangers alone", renamed(everywhere), null, /^none of the 85 columns that it reads \(strange .* and 80 more\)/],
  [
    "a protected feature",
    renamed({[first]: "gender"}),
    null,
    /^column gender: reads gender, protected: nothing is decided by it/
  ],
  [
    "a number in sets",
    renamed({[category]: "age", age: category}),
    null,
    /^column age: a split takes this number for a category/
  ],
  [
    "a category compared",
    renamed({[first]: category, [category]: first}),
    null,
    /^column .*: a split (compares this category's codes|takes this number)/
  ],
  ["a feature twice", renamed({[first]: second}), null, new RegExp(`^column ${second}: two columns of the model hold`)],
  [
    "categories unnamed",
    withCategories(null),
    null,
    new RegExp(`^column ${category}: the model doesn't say which category`)
  ],
  ["categories of something else", withCategories(["x", "y"]), null, /none of the model's categories \(x, y\) is one/],
  [
    "a category twice",
    withCategories([...model.categories[categoryColumn]!, model.categories[categoryColumn]![0]!]),
    null,
    /two codes stand for the same category/
  ],
  [
    "too few categories",
    withCategories(model.categories[categoryColumn]!.slice(0, 1)),
    null,
    /split \d+ names code \d+ of 1 categories/
  ],
  ["a short list", {...model, featureNames: null}, [{id: "age"}], /^has 307 columns, and the list tells 1: /],
  ["a list without a column", model, [{id: first}], /^splits read columns that the list doesn't tell: /],
  [
    "a single leaf",
    {...model, ensemble: {...model.ensemble, trees: [leaf]}},
    null,
    /^reads no feature: it says the same/
  ]
])("%s is refused with its name", (_, from, list, message) => {
  const match = (): unknown => matchFeatures(from, catalogue, list);
  expect(match).toThrow(message);
  expect(match).toThrow(expect.objectContaining({code: "E_MODEL"}));
});

test("a list names features of the catalogue, each once", () => {
  expect(() => {
    checkFeatureList([{id: "age"}, {id: "gender"}], catalogue);
  }).not.toThrow();
  for (const [list, message] of [
    [[{id: "age"}, {id: "ages"}], /^row 2, value "ages": the catalogue has no feature of this name/],
    [[{id: "age"}, {id: "age"}], /^row 2, value "age": the list names the feature age twice/],
    [[{id: "age"}, {id: "credit_amount", name: "age"}], /the list names the column age twice/]
  ] as const) {
    expect(() => {
      checkFeatureList(list, catalogue);
    }).toThrow(message);
  }
});
