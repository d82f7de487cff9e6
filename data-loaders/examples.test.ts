import {expect, test} from "vitest";
import type {DecisionChange, RecourseSolution} from "../model/contract/recourse.ts";
import {defaultScale, type ScoringModel} from "../model/contract/scoring-model.ts";
import {compileScore} from "../model/ensemble/scoring.ts";
import {chooseExamples} from "./examples.ts";
import {unknownOutcome, type FeatureTable} from "./feature-table.ts";

const model: ScoringModel = {
  version: "test",
  inputs: [{id: "age", categories: null}],
  ensemble: {featureCount: 1, baseScore: -2, trees: []},
  calibration: {method: "platt", slope: 1, intercept: 0},
  scale: defaultScale,
  policy: {costRatio: 10, threshold: 550, reviewFrom: 545, reviewTo: 555}
};
const rows = 200;
const raw = Float64Array.from({length: rows}, (_, row) => -4.5 + (row / rows) * 5);
const points = Array.from(raw, (score) => compileScore(model)(score).points);
const table: FeatureTable = {
  rows,
  clients: Int32Array.from({length: rows}, (_, row) => 100_001 + row),
  outcomes: new Uint8Array(rows).fill(unknownOutcome),
  features: [],
  inputs: [],
  columns: [Float32Array.from({length: rows}, (_, row) => (row === 77 ? NaN : row))]
};

const way = (cost: number, review: boolean): RecourseSolution => ({
  levers: ["credit"],
  changes: [{quantity: "credit", unit: "money", before: 9000, after: 7000, linked: false}],
  cost,
  points: review ? 552 : 560,
  recommendation: "accept",
  review
});

/** Nobody can change a refusal but those of the given rows, in the given ways. */
const changesWith =
  (ways: Record<number, RecourseSolution[]>) =>
  (row: number): DecisionChange => ({
    kind: "recourse",
    goal: "accept",
    points: points[row]!,
    needed: 550,
    tried: 12,
    monthsEstimated: false,
    solutions: ways[row] ?? []
  });

const rowOf = (examples: ReturnType<typeof chooseExamples>, label: string) =>
  examples.find(({label: {en}}) => en === label)?.row;
const wayOut = "Refused, but another request would be accepted";

test("who has most ways that need no review is the example of a refusal that another loan would change", () => {
  const ways = {
    120: [way(0.1, true), way(0.2, true), way(0.3, true)],
    130: [way(0.5, false), way(0.7, true)],
    140: [way(0.4, false), way(0.7, true)]
  };
  const two = [way(0.9, false), way(0.9, false)];
  expect(rowOf(chooseExamples(table, raw, model, changesWith({...ways, 150: two})), wayOut)).toBe(150);
  // Of equally many the cheapest.
  expect(rowOf(chooseExamples(table, raw, model, changesWith(ways)), wayOut)).toBe(140);
});

test("a client in the band of review is no such example", () => {
  const band = points.findIndex((each) => each < 550 && each >= 545);
  expect(band).toBeGreaterThan(-1);
  const three = [way(0.1, false), way(0.2, false), way(0.3, false)];
  const changes = changesWith({[band]: three, 150: [way(0.9, true)]});
  expect(rowOf(chooseExamples(table, raw, model, changes), wayOut)).toBe(150);
});

test("where no refusal can be changed, or that wasn't looked for, there is no such example", () => {
  for (const changes of [changesWith({}), () => null]) {
    const examples = chooseExamples(table, raw, model, changes);
    expect(rowOf(examples, wayOut)).toBeUndefined();
    expect(examples).toHaveLength(8);
  }
});

test("each example is another client, on the side of the threshold that its label says", () => {
  const examples = chooseExamples(table, raw, model, changesWith({150: [way(0.9, false)]}));
  expect(new Set(examples.map(({row}) => row)).size).toBe(9);
  expect(points[rowOf(examples, "Just below the threshold")!]).toBeLessThan(550);
  expect(points[rowOf(examples, "Just above the threshold")!]).toBeGreaterThanOrEqual(550);
  expect(rowOf(examples, "Little is known")).toBe(77);
});
