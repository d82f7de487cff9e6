import {describe, expect, test} from "vitest";
import type {ClientRecord} from "../model/contract/record.ts";
import {defaultScale, type ScoringModel} from "../model/contract/scoring-model.ts";
import {compileLink, compileScore} from "../model/ensemble/scoring.ts";
import {verifyRecord} from "./client-accounts.ts";

const platt: ScoringModel = {
  version: "test",
  inputs: [{id: "age", categories: null}],
  ensemble: {featureCount: 1, baseScore: -2, trees: []},
  calibration: {method: "platt", slope: 1, intercept: 0},
  scale: defaultScale,
  policy: {costRatio: 10, threshold: 530, reviewFrom: 520, reviewTo: 540}
};
const isotonic: ScoringModel = {
  ...platt,
  calibration: {method: "isotonic", x: [-5, -3, -1, 0.5], y: [0.01, 0.04, 0.3, 0.5]}
};
const base = -2;

function record(model: ScoringModel, raw: number, changes: Partial<ClientRecord> = {}): ClientRecord {
  const link = compileLink(model);
  return {
    ref: "r",
    model: "test",
    ...compileScore(model)(raw),
    base: link.points(base),
    values: [30],
    contributions: [link.pointsPerLogOdds(base, raw) * (raw - base)],
    cohorts: ["everyone"],
    similar: null,
    change: null,
    ...changes
  };
}

describe.each([
  ["Platt's calibration", platt],
  ["isotonic calibration", isotonic]
])("with %s", (_method, model) => {
  test("a record passes when its decision is that of its score and its reasons add up", () => {
    for (const raw of [-6, -4, -2, -1.5, 0, 1]) {
      expect(() => {
        verifyRecord(record(model, raw), model, base, 1);
      }).not.toThrow();
    }
  });

  test.each([
    ["an accepted client shown as refused", {recommendation: "refuse"}],
    ["points other than the score's", {points: 700}],
    ["a review that the band doesn't ask for", {review: true}],
    [
      "a change that starts from other points",
      {change: {kind: "margins", points: 700, threshold: 530, monthsEstimated: false, margins: []}}
    ]
  ] satisfies [string, Partial<ClientRecord>][])("%s is refused with the client's number", (_what, changes) => {
    const verify = () => {
      verifyRecord(record(model, -4, changes), model, base, 100007);
    };
    expect(verify).toThrow(expect.objectContaining({code: "E_DECISION"}));
    expect(verify).toThrow(/client 100007/);
  });

  test("reasons that miss the score by a tenth of a point are refused", () => {
    const exact = record(model, -4);
    const contributions = [exact.contributions[0]! + 0.1];
    expect(() => {
      verifyRecord({...exact, contributions}, model, base, 1);
    }).toThrow(expect.objectContaining({code: "E_ADDITIVITY"}));
  });
});
