import {expect, test} from "vitest";
import {compileCalibration} from "../model/ensemble/calibration.ts";
import {createRandom} from "../model/metrics/random.ts";
import {sigmoid} from "../model/metrics/sigmoid.ts";
import {chooseCalibration} from "./choose-calibration.ts";

/** Clients whose true probability is a function of their raw score. */
function draw(truth: (raw: number) => number, clients = 6000) {
  const random = createRandom(5);
  const raw = Float64Array.from({length: clients}, () => 6 * random() - 5);
  const labels = Uint8Array.from(raw, (score) => Number(random() < truth(score)));
  const folds = Uint8Array.from(raw, (_, i) => i % 5);
  return {raw, labels, folds};
}

test("Platt's is kept where the truth is a line in log-odds, and comes near it", () => {
  const {raw, labels, folds} = draw((score) => sigmoid(0.7 * score - 0.4));
  const {calibration, none, platt, isotonic} = chooseCalibration(raw, labels, folds);
  expect(calibration).toMatchObject({method: "platt"});
  expect(platt).toBeLessThan(isotonic);
  expect(platt).toBeLessThan(none);
  const probability = compileCalibration(calibration!);
  for (const score of [-4, -2, 0]) expect(probability(score)).toBeCloseTo(sigmoid(0.7 * score - 0.4), 1);
});

test("isotonic regression is kept where the truth bends as no line does", () => {
  const truth = (score: number) => (score < -2 ? 0.03 : score < 0 ? 0.3 : 0.33);
  const {raw, labels, folds} = draw(truth);
  const {calibration, platt, isotonic} = chooseCalibration(raw, labels, folds);
  expect(calibration).toMatchObject({method: "isotonic"});
  expect(isotonic).toBeLessThan(platt);
  const probability = compileCalibration(calibration!);
  for (const score of [-4, -1, 0.5]) expect(Math.abs(probability(score) - truth(score))).toBeLessThan(0.05);
});

test("a fold's loss doesn't hang on what its own outcomes would fit", () => {
  const random = createRandom(9);
  const raw = Float64Array.from({length: 600}, () => random());
  const labels = Uint8Array.from(raw, () => Number(random() < 0.2));
  const folds = Uint8Array.from(raw, (_, i) => i % 3);
  // Noise: whoever fits it pays for it on the clients left out.
  const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const constant = -(rate * Math.log(rate) + (1 - rate) * Math.log(1 - rate));
  expect(chooseCalibration(raw, labels, folds).isotonic).toBeGreaterThan(constant);
});

test("scores that rank the wrong way have no calibration", () => {
  const {raw, labels, folds} = draw((score) => sigmoid(-score - 2));
  expect(chooseCalibration(raw, labels, folds).calibration).toBeNull();
});
