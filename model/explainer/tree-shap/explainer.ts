import type {CompiledEnsemble} from "../../ensemble/evaluate.ts";
import {featureCodes, type FeatureCodes} from "./feature-codes.ts";
import {pathTree} from "./leaf-path.ts";
import {layOutParts, type Conditions, type Parts} from "./parts.ts";
import {mostTableBytes, planParts} from "./plan-parts.ts";

/** An ensemble made ready to be explained: plain data, which may be sent to other threads. */
export interface TreeExplainer {
  readonly compiled: CompiledEnsemble;
  /** The expected raw score, by covers: base score and each tree's mean, in log-odds. */
  readonly bias: number;
  readonly codes: readonly FeatureCodes[];
  readonly conditions: Conditions;
  readonly parts: Parts;
}

export interface CompileOptions {
  /**
   * Bytes that tables for many rows may take, by default 128 MiB. Explanations of explainers with different limits may
   * differ in their last bits, since the same terms are added up in another order.
   */
  tableBytes?: number;
}

/** Prepares an ensemble: what depends on the trees alone is computed once. */
export function compileExplainer(
  compiled: CompiledEnsemble,
  {tableBytes = mostTableBytes}: CompileOptions = {}
): TreeExplainer {
  const codes = featureCodes(compiled);
  let bias = compiled.baseScore;
  for (const root of compiled.roots) bias += expectedValue(compiled, root);
  const trees = Array.from(compiled.roots)
    .filter((root) => root >= 0)
    .map((root) => pathTree(compiled, root, codes));
  return {compiled, bias, codes, ...layOutParts(planParts(trees, codes, tableBytes), codes)};
}

/** The mean of a tree's leaf values, by the shares of training rows on the way to each. */
function expectedValue(compiled: CompiledEnsemble, root: number): number {
  let sum = 0;
  const open: [child: number, share: number][] = [[root, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [child, share] = next;
    if (child < 0) sum += share * compiled.leafValue[~child]!;
    else {
      for (const below of [compiled.left[child]!, compiled.right[child]!]) {
        open.push([below, share * (below < 0 ? compiled.leafShare[~below]! : compiled.nodeShare[below]!)]);
      }
    }
  }
  return sum;
}
