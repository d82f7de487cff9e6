import type {Candidate} from "../contract/selection.ts";
import {createRandom} from "../metrics/random.ts";
import {isBehind} from "./race.ts";
import {drawCandidate, type Space} from "./space.ts";
import {suggest} from "./tpe.ts";

/** What one fold says of a candidate. */
export interface FoldFigures {
  /** Mean log loss of the fold's clients: what is minimised. */
  loss: number;
  auc: number;
}

/** A candidate that was tried. */
export interface Trial {
  /** 0 is the candidate to beat. */
  number: number;
  /** How the candidate was come by. */
  by: "default" | "random" | "model";
  candidate: Candidate;
  /** Fold by fold; fewer than all when the candidate was dropped. */
  folds: FoldFigures[];
  dropped: boolean;
}

export interface SearchOptions {
  space: Space;
  /** What the search has to beat. */
  standard: Candidate;
  /** Number of folds. */
  folds: number;
  /** Fits and measures a candidate on some folds. */
  evaluate(candidate: Candidate, folds: readonly number[]): Promise<FoldFigures[]>;
  /** Candidates besides the standard: the first `evenTrials` drawn evenly, the others suggested. */
  trials: number;
  evenTrials: number;
  seed: number;
  /** Trials of an earlier run with the same options, in order: they aren't run again. */
  earlier?: readonly Trial[];
  /** Called with each new trial, before the next begins. */
  onTrial?: (trial: Trial) => void | Promise<void>;
  signal?: AbortSignal | undefined;
}

/** Folds that are run before a candidate may be dropped. */
const firstFolds = 2;

/**
 * Searches parameters: the standard first, then candidates drawn evenly (Bergstra and Bengio, 2012), then candidates
 * that a tree-structured Parzen estimator suggests. One that trails on the first folds is dropped (see `isBehind`): its
 * loss is known by those folds alone, which is enough to steer away from it.
 *
 * The n-th trial depends on the seed and the trials before it, so that a search that was stopped goes on where it stood.
 *
 * @returns all trials, the earlier ones included
 */
export async function search(options: SearchOptions): Promise<Trial[]> {
  const {space, standard, folds, evaluate, trials, evenTrials, seed, earlier = [], onTrial, signal} = options;
  const done = [...earlier];
  const all = Array.from({length: folds}, (_, fold) => fold);
  while (done.length <= trials) {
    signal?.throwIfAborted();
    const number = done.length;
    const random = createRandom(seed, number);
    const by = number === 0 ? "default" : number <= evenTrials ? "random" : "model";
    const candidate =
      by === "default"
        ? standard
        : by === "random"
          ? drawCandidate(space, random)
          : suggest(space, observe(done), random);
    const best = number === 0 ? undefined : bestTrial(done);
    const figures = await evaluate(candidate, best ? all.slice(0, firstFolds) : all);
    const losses = figures.map(({loss}) => loss);
    const dropped =
      best !== undefined &&
      isBehind(
        losses,
        best.folds.map(({loss}) => loss)
      );
    if (best && !dropped && folds > firstFolds) figures.push(...(await evaluate(candidate, all.slice(firstFolds))));
    const trial = {number, by, candidate, folds: figures, dropped} as const;
    done.push(trial);
    await onTrial?.(trial);
  }
  return done;
}

/** The complete trial of least mean loss; the earliest of equals. */
export function bestTrial(trials: readonly Trial[]): Trial {
  const complete = trials.filter(({dropped}) => !dropped);
  return complete.reduce((best, trial) => (meanLoss(trial) < meanLoss(best) ? trial : best));
}

export function meanLoss({folds}: Trial): number {
  return folds.reduce((sum, {loss}) => sum + loss, 0) / folds.length;
}

/**
 * A trial's mean loss, comparable with every other's: that of the standard plus by how much the trial trailed it on the
 * folds that it was given. Of a complete trial, this is its own mean loss.
 *
 * @param standard the first trial, which is complete
 */
export function comparableLoss(trial: Trial, standard: Trial): number {
  if (!trial.dropped) return meanLoss(trial);
  const trailed = trial.folds.reduce((sum, {loss}, fold) => sum + loss - standard.folds[fold]!.loss, 0);
  return meanLoss(standard) + trailed / trial.folds.length;
}

/** What the estimator learns from. */
function observe(trials: readonly Trial[]): {candidate: Candidate; loss: number}[] {
  return trials.map((trial) => ({candidate: trial.candidate, loss: comparableLoss(trial, trials[0]!)}));
}
