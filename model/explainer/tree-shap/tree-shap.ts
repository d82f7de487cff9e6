import type {Columns} from "../../ensemble/evaluate.ts";
import type {BlockExplainer} from "./block-explainer.ts";
import type {TreeExplainer} from "./explainer.ts";
import {explain} from "./row-explainer.ts";
import {blockRows} from "./table-layout.ts";
import {openBlockExplainer, tablesPay} from "./tables.ts";

export {compileExplainer, type TreeExplainer} from "./explainer.ts";
export {explain} from "./row-explainer.ts";

/*
 * Exact path-dependent TreeSHAP: the Shapley values that Algorithm 2 of Lundberg et al. (Nature Machine Intelligence,
 * 2020) computes, by integration in place of its subset weights.
 *
 * On the path to a leaf, each feature j has a share z (of the training rows that its splits let through, when j is
 * unknown) and an indicator o (whether the row passes its splits). The game of that leaf is a product over features, so
 * its Shapley values are integrals over t, the chance that a feature is known (Owen, Management Science, 1972):
 *
 *   φ_j = leaf value · ∫ (o_j − z_j) · Π_{i ≠ j} (z_i·(1 − t) + o_i·t) dt
 *
 * The integrand is a polynomial in t of one degree less than the path has features, so that a Gauss-Legendre rule of
 * half as many nodes is exact. All terms are ≥ 0: nothing cancels.
 *
 * The row is only in the o's. A few leaves with few features together, a part, thus have few states, and for many rows
 * each state is computed once and looked up. Whether a row is explained alone or by tables, the same operations are done
 * in the same order: explanations are equal to the last bit.
 */

export interface ExplainOptions {
  /** The first row to explain, and the one after the last; by default all. */
  from?: number;
  to?: number;
  /** How many rows will be explained in this and other calls, by default those of this one: tables may pay for all. */
  tablesFor?: number;
  /** Called after each block of rows with the number done so far. */
  onProgress?: (rows: number) => void;
}

/**
 * The contributions of the rows of a table, row after row in `out`, which has (to − from) × featureCount places. Tables
 * are made when there are rows enough to pay for them, and kept for later calls; without WebAssembly there are none.
 */
export function explainRows<Out extends Float64Array | Float32Array>(
  explainer: TreeExplainer,
  columns: Columns,
  out: Out,
  {from = 0, to = columns[0]?.length ?? 0, tablesFor = to - from, onProgress}: ExplainOptions = {}
): Out {
  const width = explainer.compiled.featureCount;
  const blocks = blockExplainer(explainer, tablesFor);
  for (let start = from; start < to; start += blockRows) {
    const end = Math.min(start + blockRows, to);
    const block = out.subarray((start - from) * width, (end - from) * width);
    if (blocks) blocks.explain(columns, start, end - start, block);
    else {
      for (let i = start; i < end; i++) {
        const row = columns.map((column) => column[i]!);
        block.set(explain(explainer, row), (i - start) * width);
      }
    }
    onProgress?.(end - from);
  }
  return out;
}

const blockExplainers = new WeakMap<TreeExplainer, BlockExplainer | null>();

/** What explains by tables, if there is one or if so many rows pay for one. */
function blockExplainer(explainer: TreeExplainer, rows: number): BlockExplainer | null {
  let known = blockExplainers.get(explainer);
  if (known === undefined && tablesPay(explainer, rows)) {
    blockExplainers.set(explainer, (known = openBlockExplainer(explainer)));
  }
  return known ?? null;
}
