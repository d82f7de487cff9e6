import type {Ensemble, Tree} from "../contract/ensemble.ts";
import {compileEnsemble, leafOf, readRow, type Columns} from "./evaluate.ts";

/** Whether each tree says how many training rows passed its splits, as exact explanations need it. */
export function coversKnown({trees}: Ensemble): boolean {
  return trees.every((tree) => tree.splitFeature.length === 0 || tree.nodeCover[0]! > 0);
}

/**
 * Counts the rows that reach each leaf, for an ensemble whose file doesn't say. With covers from a reference table,
 * explanations compare with that table's mean score.
 */
export class CoverCount {
  readonly #ensemble: Ensemble;
  readonly #compiled;
  readonly #leaves: Float64Array;

  constructor(ensemble: Ensemble) {
    this.#ensemble = ensemble;
    this.#compiled = compileEnsemble(ensemble);
    this.#leaves = new Float64Array(this.#compiled.leafValue.length);
  }

  /** Adds the rows of a table. */
  add(columns: Columns): void {
    const row = new Float64Array(this.#compiled.featureCount);
    for (let i = 0; i < (columns[0]?.length ?? 0); i++) {
      readRow(columns, i, row);
      for (let tree = 0; tree < this.#compiled.roots.length; tree++) this.#leaves[leafOf(this.#compiled, tree, row)]!++;
    }
  }

  /** The ensemble with the rows counted so far as its covers. */
  ensemble(): Ensemble {
    let first = 0;
    const trees = this.#ensemble.trees.map((tree) => {
      const leafCover = Array.from(this.#leaves.subarray(first, first + tree.leafValue.length));
      first += leafCover.length;
      return {...tree, leafCover, nodeCover: nodeCovers(tree, leafCover)};
    });
    return {...this.#ensemble, trees};
  }
}

function nodeCovers(tree: Tree, leafCover: readonly number[]): number[] {
  const covers = tree.splitFeature.map(() => 0);
  // Parents before children on the way down, so that on the way back each child is known before its parent.
  const order = tree.splitFeature.length > 0 ? [0] : [];
  for (const node of order)
    for (const child of [tree.left[node]!, tree.right[node]!]) if (child >= 0) order.push(child);
  for (const node of order.reverse()) {
    covers[node] = [tree.left[node]!, tree.right[node]!].reduce(
      (sum, child) => sum + (child < 0 ? leafCover[~child]! : covers[child]!),
      0
    );
  }
  return covers;
}
