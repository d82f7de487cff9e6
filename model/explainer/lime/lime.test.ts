import {expect, test} from "vitest";
import {randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, evaluate, evaluateRow, type Columns} from "../../ensemble/evaluate.ts";
import {createRandom} from "../../metrics/random.ts";
import {explainWithLime, type Predict} from "./lime.ts";
import {binOf, prepareLime} from "./reference.ts";
import {effectsOf} from "./stability.ts";

/** Three numbers, the second missing for a third of the rows, a category and a column that no model here reads. */
const random = createRandom(11);
const columns: Columns = [
  Float32Array.from({length: 800}, () => random() * 10),
  Float32Array.from({length: 800}, () => (random() < 1 / 3 ? NaN : random())),
  Float32Array.from({length: 800}, () => Math.floor(random() * random() * 6)),
  Float32Array.from({length: 800}, () => Math.floor(random() * 3)),
  Float32Array.from({length: 800}, () => random())
];
const reference = prepareLime(columns, [false, false, false, true, false]);
const row = [columns[0]![4]!, NaN, 0, 1, 0.5];

/** A model that is a line in "the same bin as the row": what LIME looks for. */
const effects = [1.5, -0.8, 0.6, -0.3, 0];
const own = row.map((value, feature) => binOf(reference.cuts[feature]!, value));
const linear: Predict = (given) =>
  Float64Array.from(given[0]!, (_, i) =>
    effects.reduce(
      (sum, effect, feature) =>
        sum + (binOf(reference.cuts[feature]!, given[feature]![i]!) === own[feature] ? effect : 0),
      -2
    )
  );

test("recovers a model that is a line in its own terms; what the model doesn't read gets nothing", () => {
  const explanation = explainWithLime(linear, reference, row, {selection: "none", penalty: 1e-9});
  for (const {feature, weight} of explanation.weights) expect(weight).toBeCloseTo(effects[feature]!, 8);
  expect(explanation.intercept).toBeCloseTo(-2, 8);
  expect(explanation.fidelity).toBeCloseTo(1, 10);
  expect(explanation.localPrediction).toBeCloseTo(explanation.output, 8);
  expect(explanation.output).toBeCloseTo(-1, 12);
});

test("the published penalty shrinks weights by little, and the irrelevant one stays near nothing", () => {
  const {weights, fidelity} = explainWithLime(linear, reference, row);
  expect(weights.map(({feature}) => feature)).toEqual([0, 1, 2, 3, 4]);
  for (const {feature, weight} of weights) expect(Math.abs(weight - effects[feature]!)).toBeLessThan(0.01);
  expect(fidelity).toBeGreaterThan(0.999);
});

test("each way to choose names the features that matter most", () => {
  for (const selection of ["auto", "forward", "highest"] as const) {
    const {weights} = explainWithLime(linear, reference, row, {features: 3, selection});
    expect(weights.map(({feature}) => feature)).toEqual([0, 1, 2]);
  }
});

test("says what bin a weight speaks of, and how many are in it", () => {
  const {weights} = explainWithLime(linear, reference, row);
  const of = (feature: number) => weights.find((weight) => weight.feature === feature)!;
  expect(of(1).bin).toEqual({kind: "missing"});
  expect(of(1).share).toBe(columns[1]!.filter((value) => Number.isNaN(value)).length / 800);
  expect(of(3).bin).toEqual({kind: "category", code: 1});
  const {bin, share} = of(0);
  expect(share).toBeCloseTo(0.25, 2);
  const {above, upTo} = bin as {above: number | null; upTo: number | null};
  expect(row[0]! > (above ?? -Infinity) && row[0]! <= (upTo ?? Infinity)).toBe(true);
  for (const {weight, effect, share} of weights) expect(effect).toBe(weight * (1 - share));
});

test("doubling the output doubles the weights", () => {
  const twice: Predict = (given) => Float64Array.from(linear(given)).map((value) => 2 * value);
  const once = explainWithLime(linear, reference, row);
  const doubled = explainWithLime(twice, reference, row);
  const before = effectsOf(once, 5);
  effectsOf(doubled, 5).forEach((effect, feature) => expect(effect).toBeCloseTo(2 * before[feature]!, 10));
  expect(doubled.fidelity).toBeCloseTo(once.fidelity, 12);
});

test("the same seed gives the same explanation, another seed another", () => {
  const {ensemble, columns: rows} = randomEnsemble(
    5,
    {features: 6, categorical: 2, trees: 20, splits: 12, codes: 5},
    300
  );
  const compiled = compileEnsemble(ensemble);
  const predict: Predict = (given) => evaluate(compiled, given);
  const parted = prepareLime(rows, [false, false, false, false, false, false]);
  const one = rows.map((column) => column[7]!);
  const first = explainWithLime(predict, parted, one, {samples: 1500, seed: 3});
  expect(explainWithLime(predict, parted, one, {samples: 1500, seed: 3})).toEqual(first);
  expect(explainWithLime(predict, parted, one, {samples: 1500, seed: 4})).not.toEqual(first);
  expect(first.output).toBe(evaluateRow(compiled, one));
});

test("perturbed rows hold values that someone has, missing ones as often as they are", () => {
  const met = columns.map((column) => new Set(column));
  let rows = 0;
  let missing = 0;
  explainWithLime(
    (given) => {
      given.forEach((column, feature) => column.forEach((value) => expect(met[feature]!.has(value)).toBe(true)));
      rows += given[0]!.length;
      missing += given[1]!.filter((value) => Number.isNaN(value)).length;
      return linear(given);
    },
    reference,
    [columns[0]![4]!, NaN, 0, 1, columns[4]![0]!],
    {samples: 3000}
  );
  expect(rows).toBe(3000);
  expect(Math.abs(missing / rows - 1 / 3)).toBeLessThan(0.05);
});

test("a constant model is explained by its constant", () => {
  const {weights, intercept, fidelity} = explainWithLime((given) => given[0]!.map(() => 7), reference, row);
  expect(weights.every(({weight}) => weight === 0)).toBe(true);
  expect([intercept, fidelity]).toEqual([7, 1]);
});

test("a category that no reference row has gets a weight near nothing", () => {
  const unseen = [row[0]!, NaN, 0, 9, 0.5];
  const {weights} = explainWithLime(linear, reference, unseen, {selection: "none"});
  const {weight, share} = weights.find(({feature}) => feature === 3)!;
  expect(share).toBe(0);
  expect(Math.abs(weight)).toBeLessThan(0.3);
});

test("options out of range, rows of another width and outputs that are no numbers are refused", () => {
  const code = (expected: string) => expect.objectContaining({code: expected}) as Error;
  expect(() => explainWithLime(linear, reference, row, {samples: 1})).toThrow(code("E_PARAMETER"));
  expect(() => explainWithLime(linear, reference, row, {features: 0})).toThrow(code("E_PARAMETER"));
  expect(() => explainWithLime(linear, reference, row, {kernelWidth: 0})).toThrow(code("E_PARAMETER"));
  expect(() => explainWithLime(linear, reference, row, {penalty: 0})).toThrow(code("E_PARAMETER"));
  expect(() => explainWithLime(linear, reference, [1, 2])).toThrow(code("E_PARAMETER"));
  expect(() => explainWithLime((given) => given[0]!.map(() => NaN), reference, row)).toThrow(code("E_MODEL"));
  expect(() => explainWithLime(() => [1], reference, row)).toThrow(code("E_MODEL"));
  expect(() => prepareLime([new Float32Array()], [false])).toThrow(code("E_PARAMETER"));
  expect(() => prepareLime(columns, [], {binCount: 1})).toThrow(code("E_PARAMETER"));
});
