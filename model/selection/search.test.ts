import {expect, test} from "vitest";
import type {Candidate} from "../contract/selection.ts";
import {bestTrial, comparableLoss, meanLoss, search, type SearchOptions, type Trial} from "./search.ts";
import type {Space} from "./space.ts";

const space: Space = {rate: {kind: "real", low: 0.01, high: 1, log: true}};

/** Folds differ more than candidates; the best rate is 0.1. */
function options(evaluated: [rate: number, folds: readonly number[]][] = []): SearchOptions {
  return {
    space,
    standard: {rate: 0.5},
    folds: 5,
    trials: 30,
    evenTrials: 8,
    seed: 3,
    evaluate(candidate: Candidate, folds: readonly number[]) {
      const rate = Number(candidate.rate);
      evaluated.push([rate, folds]);
      const figures = folds.map((fold) => ({
        loss: 0.25 + 0.05 * fold + 0.02 * Math.log10(rate / 0.1) ** 2 + 1e-5 * Math.sin(fold * 99 + rate * 1000),
        auc: 0.75
      }));
      return Promise.resolve(figures);
    }
  };
}

test("the standard comes first, then even draws, then suggestions; all are recorded", async () => {
  const recorded: Trial[] = [];
  const trials = await search({...options(), onTrial: (trial) => void recorded.push(trial)});
  expect(recorded).toEqual(trials);
  expect(trials.map(({number}) => number)).toEqual(Array.from({length: 31}, (_, i) => i));
  expect(trials.map(({by}) => by)).toEqual([
    "default",
    ...Array.from({length: 8}, () => "random"),
    ...Array.from({length: 22}, () => "model")
  ]);
  expect(trials[0]!.candidate).toEqual({rate: 0.5});
  expect(Math.abs(Math.log10(Number(bestTrial(trials).candidate.rate) / 0.1))).toBeLessThan(0.15);
});

test("candidates that trail on the first folds are dropped, and their other folds never run", async () => {
  const evaluated: [number, readonly number[]][] = [];
  const trials = await search(options(evaluated));
  const dropped = trials.filter((trial) => trial.dropped);
  expect(dropped.length).toBeGreaterThan(5);
  expect(dropped.every(({folds}) => folds.length === 2)).toBe(true);
  expect(trials.filter((trial) => !trial.dropped).every(({folds}) => folds.length === 5)).toBe(true);
  const runs = evaluated.reduce((sum, [, folds]) => sum + folds.length, 0);
  expect(runs).toBe(5 * (31 - dropped.length) + 2 * dropped.length);
});

test("the loss of a dropped candidate is told as if it had been given all folds", async () => {
  const trials = await search(options());
  const standard = trials[0]!;
  // Folds differ by their number alone: what a candidate trails by on two folds, it would trail by on all.
  const loss = (rate: number) => 0.35 + 0.02 * Math.log10(rate / 0.1) ** 2;
  for (const trial of trials) {
    expect(comparableLoss(trial, standard)).toBeCloseTo(loss(Number(trial.candidate.rate)), 4);
    if (!trial.dropped) expect(comparableLoss(trial, standard)).toBe(meanLoss(trial));
  }
  expect(trials.some(({dropped}) => dropped)).toBe(true);
});

test("a search that was stopped goes on where it stood, and ends the same", async () => {
  const whole = await search(options());
  const evaluated: [number, readonly number[]][] = [];
  const resumed = await search({...options(evaluated), earlier: whole.slice(0, 17)});
  expect(resumed).toEqual(whole);
  expect(new Set(evaluated.map(([rate]) => rate)).size).toBe(14);
});

test("an abort ends it between two trials", async () => {
  const controller = new AbortController();
  const seen: number[] = [];
  const running = search({
    ...options(),
    signal: controller.signal,
    onTrial({number}) {
      seen.push(number);
      if (number === 4) controller.abort(new Error("enough"));
    }
  });
  await expect(running).rejects.toThrow("enough");
  expect(seen).toEqual([0, 1, 2, 3, 4]);
});
