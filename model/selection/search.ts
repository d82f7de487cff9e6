import {createRandom} from "../metrics/random.ts";
import {isBehind} from "./race.ts";
import {type Candidate, drawCandidate, type Space} from "./space.ts";
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

/** What the estimator learns from: a dropped trial's loss is that of the standard plus by how much it trailed it. */
function observe(trials: readonly Trial[]): {candidate: Candidate; loss: number}[] {
  const reference = trials[0]!;
  return trials.map((trial) => {
    const differences = trial.folds.map(({loss}, fold) => loss - reference.folds[fold]!.loss);
    const difference = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    return {candidate: trial.candidate, loss: meanLoss(reference) + difference};
  });
}
