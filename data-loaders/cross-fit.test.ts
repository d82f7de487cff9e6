import {expect, test} from "vitest";
import {defaultScale} from "../model/contract/scoring-model.ts";
import {createRandom} from "../model/metrics/random.ts";
import {crossFit} from "./cross-fit.ts";

const options = {scale: defaultScale, costRatio: 10};

function draw(slope: number) {
  const random = createRandom(2);
  const labels = Uint8Array.from({length: 900}, () => Number(random() < 0.15));
  const raw = Float64Array.from(labels, (label) => slope * label + 2 * random() - 2);
  const folds = Uint8Array.from(labels, (_, i) => i % 3);
  return {raw, labels, folds};
}

test("a fold's probabilities and decisions don't depend on its own outcomes", () => {
  const {raw, labels, folds} = draw(1);
  const before = crossFit(raw, labels, folds, options);
  const changed = labels.map((label, i) => (folds[i] === 1 ? 1 - label : label));
  const after = crossFit(raw, changed, folds, options);
  const ofFold = (values: Float64Array | Uint8Array) => Array.from(values).filter((_, i) => folds[i] === 1);
  expect(ofFold(after.probabilities)).toEqual(ofFold(before.probabilities));
  expect(ofFold(after.accepted)).toEqual(ofFold(before.accepted));
  expect(after.probabilities).not.toEqual(before.probabilities);
});

test("a score that goes with defaults refuses the likelier ones; one that ranks the wrong way is passed over", () => {
  const good = draw(1);
  const found = crossFit(good.raw, good.labels, good.folds, options);
  const rate = (accepted: number) => {
    const labels = good.labels.filter((_, i) => found.accepted[i] === accepted);
    return labels.reduce((sum, label) => sum + label, 0) / labels.length;
  };
  expect(rate(0)).toBeGreaterThan(2 * rate(1));
  const bad = draw(-1);
  const passed = crossFit(bad.raw, bad.labels, bad.folds, options);
  expect(new Set(passed.probabilities).size).toBeLessThanOrEqual(3);
  expect(new Set(passed.accepted)).toEqual(new Set([0]));
});
