import {expect, test} from "vitest";
import type {ClientRecord} from "../model/contract/record.ts";
import {defaultScale, type ScoringModel} from "../model/contract/scoring-model.ts";
import {pointsLine, scoreOf} from "../model/ensemble/scoring.ts";
import {verifyRecord} from "./book.ts";

const model: ScoringModel = {
  version: "test",
  inputs: [{id: "age", categories: null}],
  ensemble: {featureCount: 1, baseScore: -2, trees: []},
  calibration: {slope: 1, intercept: 0},
  scale: defaultScale,
  policy: {costRatio: 10, threshold: 530, reviewFrom: 520, reviewTo: 540}
};
const {factor, offset} = pointsLine(model.calibration, model.scale);

function record(raw: number, changes: Partial<ClientRecord> = {}): ClientRecord {
  return {
    ref: "r",
    model: "test",
    ...scoreOf(raw, model),
    base: offset + factor * -2,
    values: [30],
    contributions: [factor * (raw + 2)],
    cohorts: ["everyone"],
    similar: null,
    ...changes
  };
}

test("a record passes when its decision is that of its score and its reasons add up", () => {
  for (const raw of [-4, -2, -1.5, 0, 1]) expect(() => verifyRecord(record(raw), model, 1)).not.toThrow();
});

test.each([
  ["an accepted client shown as refused", {recommendation: "refuse"}],
  ["points other than the score's", {points: 600}],
  ["a review that the band doesn't ask for", {review: true}]
] as const)("%s is refused with the client's number", (_what, changes) => {
  expect(() => verifyRecord(record(-4, changes), model, 100007)).toThrow(expect.objectContaining({code: "E_DECISION"}));
  expect(() => verifyRecord(record(-4, changes), model, 100007)).toThrow(/client 100007/);
});

test("reasons that miss the score by a tenth of a point are refused", () => {
  const contributions = [factor * (-4 + 2) + 0.1];
  expect(() => verifyRecord(record(-4, {contributions}), model, 1)).toThrow(
    expect.objectContaining({code: "E_ADDITIVITY"})
  );
});
