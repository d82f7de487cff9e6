import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {ClientRecord} from "../model/contract/record.ts";
import {defaultScale, type ScoringModel} from "../model/contract/scoring-model.ts";
import {compileLink, compileScore} from "../model/ensemble/scoring.ts";
import {changeOf, recordMaker, recordVerifier, shortest} from "./book-record.ts";
import {makeUpBook} from "./book-testing.ts";

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
const tolerance = 1e-5;

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
        recordVerifier(model, {base, tolerance})(record(model, raw), 1);
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
      recordVerifier(model, {base, tolerance})(record(model, -4, changes), 100007);
    };
    expect(verify).toThrow(expect.objectContaining({code: "E_DECISION"}));
    expect(verify).toThrow(/client 100007/);
  });

  test("reasons that miss the score by a tenth of a point are refused", () => {
    const exact = record(model, -4);
    const contributions = [exact.contributions[0]! + 0.1];
    expect(() => {
      recordVerifier(model, {base, tolerance})({...exact, contributions}, 1);
    }).toThrow(expect.objectContaining({code: "E_ADDITIVITY"}));
  });
});

test("a value is written as the shortest decimal that is the same 32-bit float", () => {
  const float = fc.float({noNaN: true, noDefaultInfinity: true});
  fc.assert(
    fc.property(float, (value) => {
      const written = shortest(value);
      expect(Object.is(Math.fround(written), value + 0) || (value === 0 && written === 0)).toBe(true);
      const digits = [6, 7, 8, 9].find((precision) => Math.fround(Number(value.toPrecision(precision))) === value)!;
      if (!Number.isInteger(value)) {
        expect(JSON.stringify(written).length).toBeLessThanOrEqual(
          JSON.stringify(Number(value.toPrecision(digits))).length
        );
      }
    }),
    {numRuns: 2000}
  );
  expect([0.1, 0.25, 1 / 3, 135_000.5, -0, 16_777_216, 1e-30].map(Math.fround).map(shortest)).toEqual([
    0.1, 0.25, 0.33333334, 135_000.5, 0, 16_777_216, 1e-30
  ]);
});

test("records hold the very numbers that were scored, and what would change each decision", () => {
  const {records} = makeUpBook({clients: 40, features: 30});
  const recordOf = recordMaker(records);
  for (let row = 0; row < 40; row++) {
    const {values, change, points, cohorts} = recordOf(row, "ref");
    values.forEach((value, i) => {
      expect(value === null ? NaN : Math.fround(value)).toBe(records.columns[i]![row]);
    });
    expect(change).toEqual(changeOf(records.changes, row));
    expect(change!.points).toBe(points);
    expect(cohorts).toEqual(["everyone", "age-1", "age-2"]);
  }
});

test("one contribution that isn't what was explained stops the book with the client's number", () => {
  const {records} = makeUpBook({clients: 5, features: 30});
  records.contributions[2 * 30 + 7]! += 0.01;
  const recordOf = recordMaker(records);
  expect(() => recordOf(1, "ref")).not.toThrow();
  expect(() => recordOf(2, "ref")).toThrow(expect.objectContaining({code: "E_ADDITIVITY"}));
  expect(() => recordOf(2, "ref")).toThrow(/client 7300003/);
});
