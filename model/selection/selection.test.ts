import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type Candidate, dimensionSchema} from "../contract/selection.ts";
import {createRandom} from "../metrics/random.ts";
import {isBehind} from "./race.ts";
import {drawCandidate, fromUnit, type Space, toUnit} from "./space.ts";
import {type Observation, suggest} from "./tpe.ts";

const space: Space = {
  rate: {kind: "real", low: 0.001, high: 1, log: true},
  leaves: {kind: "integer", low: 2, high: 64, log: true},
  share: {kind: "real", low: 0, high: 1, log: false},
  kind: {kind: "choice", values: ["a", "b", "c"]}
};

function isInside(candidate: Candidate): boolean {
  return Object.entries(space).every(([name, dimension]) => {
    const value = candidate[name]!;
    if (dimension.kind === "choice") return dimension.values.includes(value);
    const whole = dimension.kind === "real" || Number.isInteger(value);
    return whole && Number(value) >= dimension.low && Number(value) <= dimension.high;
  });
}

test("drawn and suggested candidates lie in the space", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({min: 0, max: 40}), (seed, count) => {
      const random = createRandom(seed);
      const observations: Observation[] = [];
      for (let i = 0; i < count; i++) {
        const candidate = suggest(space, observations, random);
        expect(isInside(candidate)).toBe(true);
        observations.push({candidate, loss: random()});
      }
      expect(isInside(drawCandidate(space, random))).toBe(true);
    }),
    {numRuns: 30}
  );
});

test("places in the range and values turn into each other", () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 1, noNaN: true}), (unit) => {
      for (const dimension of [space.rate!, space.share!, space.leaves!]) {
        if (dimension.kind === "choice") continue;
        const value = fromUnit(dimension, unit);
        expect(fromUnit(dimension, toUnit(dimension, value))).toBe(value);
      }
    })
  );
});

test("the ends of a range of whole numbers are as likely as what lies between", () => {
  const dimension = dimensionSchema.parse({kind: "integer", low: 1, high: 4});
  const random = createRandom(5);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 8000; i++) counts[Number(drawCandidate({n: dimension}, random).n) - 1]!++;
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test("suggestions find the minimum of a bowl sooner than even draws do", () => {
  const loss = ({rate, share, kind}: Candidate) =>
    Math.log10(Number(rate) / 0.03) ** 2 + (Number(share) - 0.7) ** 2 + (kind === "b" ? 0 : 0.3);
  const best = (next: (observations: Observation[], random: () => number) => Candidate) =>
    Array.from({length: 30}, (_, seed) => {
      const random = createRandom(seed);
      const observations: Observation[] = [];
      for (let i = 0; i < 60; i++) {
        const candidate = i < 15 ? drawCandidate(space, random) : next(observations, random);
        observations.push({candidate, loss: loss(candidate)});
      }
      return Math.min(...observations.map((observation) => observation.loss));
    }).reduce((sum, value) => sum + value, 0);
  const suggested = best((observations, random) => suggest(space, observations, random));
  const drawn = best((_, random) => drawCandidate(space, random));
  expect(suggested).toBeLessThan(0.75 * drawn);
});

describe("a candidate is dropped", () => {
  test("when it trails on every fold by more than their difference varies", () => {
    expect(isBehind([0.3, 0.31], [0.28, 0.29])).toBe(true);
  });
  test("never after one fold, when it leads on any, or when the lead is within chance", () => {
    expect(isBehind([0.9], [0.1, 0.1, 0.1])).toBe(false);
    expect(isBehind([0.3, 0.28, 0.4], [0.28, 0.29, 0.3])).toBe(false);
    expect(isBehind([0.2801, 0.31, 0.28], [0.28, 0.29, 0.275])).toBe(false);
  });
});
