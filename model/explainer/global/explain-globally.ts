import type {GlobalExplanation} from "../../contract/global-explanation.ts";
import type {Columns} from "../../ensemble/evaluate.ts";
import type {Outcomes} from "../../metrics/outcomes.ts";
import {beeswarm} from "./beeswarm.ts";
import type {Contributions} from "./contributions.ts";
import {dependence} from "./dependence.ts";
import {importance} from "./importance.ts";
import {permutationImportance, type PermutedModel} from "./permutation.ts";
import {importanceBySegment, type Segmentation} from "./segments.ts";

export interface GlobalInputs {
  contributions: Contributions;
  /** What `contributions.factor` makes of them. */
  unit: GlobalExplanation["unit"];
  /** The values of the same features and clients. */
  columns: Columns;
  segmentations: readonly Segmentation[];
  /** By row of the columns: 1 defaulted, 0 repaid; null where no outcome is known. */
  labelled: {models: readonly PermutedModel[]; outcomes: Outcomes; inSample: boolean} | null;
}

export interface GlobalOptions {
  seed?: number;
  /** What is being computed, and how far it is, 0 to 1. */
  onProgress?: (step: keyof GlobalExplanation, share: number) => void;
}

/** All that is told of the model as a whole. Takes seconds on hundreds of thousands of clients. */
export function explainGlobally(
  {contributions, unit, columns, segmentations, labelled}: GlobalInputs,
  {seed = 0, onProgress}: GlobalOptions = {}
): GlobalExplanation {
  const step = <T>(name: keyof GlobalExplanation, compute: () => T): T => {
    onProgress?.(name, 0);
    const result = compute();
    onProgress?.(name, 1);
    return result;
  };
  return {
    unit,
    importance: step("importance", () => importance(contributions, {seed})),
    beeswarm: step("beeswarm", () => beeswarm(contributions, columns, {seed})),
    dependence: step("dependence", () => dependence(contributions, columns, {seed})),
    permutation:
      labelled &&
      step("permutation", () =>
        permutationImportance(labelled.models, columns, labelled.outcomes, contributions.features, {
          inSample: labelled.inSample,
          seed,
          onProgress: (groups, of) => onProgress?.("permutation", groups / of)
        })
      ),
    segments: step("segments", () => segmentations.map((one) => importanceBySegment(contributions, one)))
  };
}
