import {createRandom, shuffle} from "../metrics/random.ts";

/**
 * Stratified folds: for each repeat, the fold 0 … folds−1 of each row. Each class is dealt out evenly, so that a
 * fold's count of either class differs from any other's by at most 1; and so do the folds' sizes.
 */
export function stratifiedFolds(labels: ArrayLike<number>, folds: number, repeats: number, seed: number): Uint8Array[] {
  return Array.from({length: repeats}, (_, repeat) => {
    const random = createRandom(seed, repeat);
    const assignment = new Uint8Array(labels.length);
    let next = 0;
    for (const label of [0, 1]) {
      const rows: number[] = [];
      for (let row = 0; row < labels.length; ++row) if (labels[row] === label) rows.push(row);
      for (const row of shuffle(rows, random)) {
        assignment[row] = next;
        next = (next + 1) % folds;
      }
    }
    return assignment;
  });
}

/** The rows whose fold is, or is not, the one given, ascending. */
export function rowsOf(assignment: Uint8Array, fold: number, inside: boolean): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < assignment.length; ++row) if ((assignment[row] === fold) === inside) rows.push(row);
  return Int32Array.from(rows);
}
