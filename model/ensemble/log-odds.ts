import type {Ensemble} from "../contract/ensemble.ts";
import type {Calibration} from "../contract/scoring-model.ts";
import {logistic} from "./calibration.ts";

/** Trees, and how their sum becomes a probability. */
export interface LinkedEnsemble {
  ensemble: Ensemble;
  link: Calibration | null;
}

/**
 * The same model with its raw score in log-odds, where its link is a logistic function of a line in the raw score: a
 * line in a sum is the same line in each part of it. A random forest of LightGBM, whose raw score is a sum of hundreds
 * of trees, is so brought to the scale of any other model. Without such a link nothing changes.
 */
export function inLogOdds({ensemble, link}: LinkedEnsemble): LinkedEnsemble {
  if (link?.method !== "platt" || (link.slope === 1 && link.intercept === 0)) return {ensemble, link};
  const {slope, intercept} = link;
  return {
    ensemble: {
      ...ensemble,
      baseScore: ensemble.baseScore * slope + intercept,
      trees: ensemble.trees.map((tree) => ({...tree, leafValue: tree.leafValue.map((value) => value * slope)}))
    },
    link: logistic
  };
}
