import type {Permutation} from "../../contract/global-explanation.ts";
import {goesLeft, leafOf, readRow, type Columns, type CompiledEnsemble} from "../../ensemble/evaluate.ts";
import {countOutcomes, type Outcomes} from "../../metrics/outcomes.ts";
import {createRandom, sample, shuffle} from "../../metrics/random.ts";
import {familiesOf, type ExplainedFeature} from "./contributions.ts";

/** A model and the clients that it scores here: those of its fold, or all of the one model's. */
export interface PermutedModel {
  compiled: CompiledEnsemble;
  /** Rows of the columns. */
  rows: ArrayLike<number>;
}

export interface PermutationOptions {
  /** Whether the models were trained on the clients that they score here. */
  inSample: boolean;
  /** By default 4. */
  repeats?: number;
  /** Clients at most, drawn at random. By default 3,000. */
  clients?: number;
  seed?: number;
  onProgress?: (groups: number, of: number) => void;
}

/**
 * Permutation importance (Breiman, 2001; Fisher, Rudin and Dominici, 2019): how much AUC drops when a feature's values,
 * or those of a whole family together, are exchanged among clients at random. Features that say the same stand in for
 * one another, so that none of them drops much alone: families tell what such features do together.
 *
 * Only what changes is evaluated again: a client whose path in a tree meets no split on the feature keeps its leaf, and
 * the others go on from the first such split.
 *
 * @param models one, or one a fold; raw scores of all are ranked together
 * @param columns the features' values, one array a feature
 * @param outcomes 1 defaulted, 0 repaid, by row of the columns; only the models' rows are read
 * @throws {LimpideError} E_TARGET unless both outcomes occur
 */
export function permutationImportance(
  models: readonly PermutedModel[],
  columns: Columns,
  outcomes: Outcomes,
  features: readonly ExplainedFeature[],
  {inSample, repeats = 4, clients: most = 3000, seed = 0, onProgress}: PermutationOptions
): Permutation {
  const random = createRandom(seed, 0x9e4);
  const scored = models.flatMap(({rows}, model) => Array.from(rows, (row) => ({model, row})));
  const drawn = Array.from(sample(scored.length, Math.min(most, scored.length), random), (i) => scored[i]!);
  const told = Uint8Array.from(drawn, ({row}) => outcomes[row]!);
  const values = columns.map((column) => Float64Array.from(drawn, ({row}) => column[row]!));
  const parts = models.map(({compiled}, model) => ({
    compiled,
    clients: Int32Array.from(drawn.flatMap((client, i) => (client.model === model ? [i] : [])))
  }));
  const placed = parts.map((part) => placeRows(part, values));
  const raw = new Float64Array(drawn.length);
  for (const part of placed) scoreLeaves(part, raw);
  const {defaults} = countOutcomes(raw, told);
  const auc = aucOf(raw, told);
  const orders = Array.from({length: repeats}, () =>
    shuffle(
      Int32Array.from({length: drawn.length}, (_, i) => i),
      random
    )
  );
  const families = familiesOf(features);
  const groups = [...features.map((_, column) => [column]), ...families.map((family) => family.columns)];
  const drops = groups.map((group, done) => {
    const entries = placed.map(({compiled}) => firstSplits(compiled, group));
    const aucs = entries.every((entry) => entry === null)
      ? orders.map(() => auc)
      : orders.map((order) => {
          const exchanged = values.slice();
          for (const column of group) exchanged[column] = values[column]!.map((_, i) => values[column]![order[i]!]!);
          const scores = raw.slice();
          placed.forEach((part, i) => entries[i] && rescore(part, entries[i], exchanged, scores));
          return aucOf(scores, told);
        });
    onProgress?.(done + 1, groups.length);
    return summarise(aucs.map((one) => auc - one));
  });
  const descending = (a: {drop: number}, b: {drop: number}) => b.drop - a.drop;
  return {
    clients: drawn.length,
    defaults,
    inSample,
    repeats,
    auc,
    features: features.map(({id}, column) => ({id, ...drops[column]!})).sort(descending),
    families: families
      .map(({id, columns}, i) => ({id, features: columns.length, ...drops[features.length + i]!}))
      .sort(descending)
  };
}

/** The clients that a model scores, and the leaf of each in each tree: a tree after the other. */
interface PlacedRows {
  compiled: CompiledEnsemble;
  clients: Int32Array;
  leaves: Int32Array;
}

function placeRows(
  {compiled, clients}: {compiled: CompiledEnsemble; clients: Int32Array},
  values: readonly Float64Array[]
): PlacedRows {
  const leaves = new Int32Array(compiled.roots.length * clients.length);
  const row = new Float64Array(compiled.featureCount);
  clients.forEach((client, i) => {
    readRow(values, client, row);
    for (let tree = 0; tree < compiled.roots.length; tree++)
      leaves[tree * clients.length + i] = leafOf(compiled, tree, row);
  });
  return {compiled, clients, leaves};
}

function scoreLeaves({compiled, clients, leaves}: PlacedRows, raw: Float64Array): void {
  clients.forEach((client, i) => {
    let sum = 0;
    for (let at = i; at < leaves.length; at += clients.length) sum += compiled.leafValue[leaves[at]!]!;
    raw[client] = sum + compiled.baseScore;
  });
}

/** The first split on any feature of a group on the way to each leaf, −1 where there is none; null of no leaf. */
function firstSplits(compiled: CompiledEnsemble, group: readonly number[]): Int32Array | null {
  const inGroup = new Uint8Array(compiled.featureCount);
  for (const feature of group) inGroup[feature] = 1;
  const first = new Int32Array(compiled.leafValue.length).fill(-1);
  let any = false;
  for (const root of compiled.roots) {
    const open: [child: number, split: number][] = [[root, -1]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [child, above] = next;
      if (child < 0) {
        first[~child] = above;
        any ||= above >= 0;
      } else {
        const split = above < 0 && inGroup[compiled.feature[child]!] ? child : above;
        open.push([compiled.left[child]!, split], [compiled.right[child]!, split]);
      }
    }
  }
  return any ? first : null;
}

/** Moves the scores of the clients whose leaf changes with the exchanged values. */
function rescore(
  {compiled, clients, leaves}: PlacedRows,
  first: Int32Array,
  exchanged: readonly Float64Array[],
  scores: Float64Array
): void {
  const {feature, left, right, leafValue} = compiled;
  for (let at = 0; at < leaves.length;) {
    for (let i = 0; i < clients.length; i++, at++) {
      const leaf = leaves[at]!;
      let node = first[leaf]!;
      if (node < 0) continue;
      const client = clients[i]!;
      while (node >= 0) {
        node = goesLeft(compiled, node, exchanged[feature[node]!]![client]!) ? left[node]! : right[node]!;
      }
      if (~node !== leaf) scores[client]! += leafValue[~node]! - leafValue[leaf]!;
    }
  }
}

/** The area under the ROC curve, ties a half, by a merge of the sorted scores of both outcomes. */
function aucOf(scores: Float64Array, outcomes: Uint8Array): number {
  const defaulted = scores.filter((_, i) => outcomes[i] === 1).sort();
  const repaid = scores.filter((_, i) => outcomes[i] !== 1).sort();
  let wins = 0;
  let below = 0;
  let upTo = 0;
  for (const score of defaulted) {
    while (below < repaid.length && repaid[below]! < score) below++;
    upTo = Math.max(upTo, below);
    while (upTo < repaid.length && repaid[upTo]! <= score) upTo++;
    wins += below + upTo;
  }
  return wins / 2 / (defaulted.length * repaid.length);
}

function summarise(drops: readonly number[]): {drop: number; standardError: number | null} {
  const n = drops.length;
  const drop = drops.reduce((sum, one) => sum + one, 0) / n;
  const variance = drops.reduce((sum, one) => sum + (one - drop) ** 2, 0) / (n - 1);
  return {drop, standardError: n > 1 ? Math.sqrt(variance / n) : null};
}
