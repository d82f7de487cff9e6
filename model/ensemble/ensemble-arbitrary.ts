import fc from "fast-check";
import {missingTypes, type Ensemble, type Tree} from "../contract/ensemble.ts";
import type {Columns} from "./evaluate.ts";

/** Random ensembles, and rows that try them where they could go wrong, for property tests. */

export interface EnsembleShape {
  features?: number;
  /** How many of the features, the last ones, are categories. */
  categorical?: number;
  trees?: number;
  splits?: number;
  /** Category codes go from 0 to `codes` − 1. */
  codes?: number;
}

/** The numbers that thresholds and values are drawn from: few, so that values often equal thresholds. */
const numbers = [-3.5, -1, -0.25, -1e-35, -1e-38, 0, 1e-38, 1e-35, 0.1, 0.25, 1, 2, 1e6].map(Math.fround);

/** A random ensemble of at most the given sizes, and `rows` rows for it as float32 columns. */
export function arbitraryEnsemble(
  shape: EnsembleShape = {},
  rows = 40
): fc.Arbitrary<{ensemble: Ensemble; columns: Columns; seed: number}> {
  const {features = 5, categorical = 2, trees = 4, splits = 7, codes = 6} = shape;
  return fc
    .record({
      seed: fc.integer({min: 1, max: 2 ** 31 - 1}),
      features: fc.integer({min: 1, max: features}),
      categorical: fc.integer({min: 0, max: categorical}),
      trees: fc.integer({min: 1, max: trees}),
      splits: fc.integer({min: 0, max: splits}),
      codes: fc.integer({min: 1, max: codes})
    })
    .map(({seed, ...size}) => ({seed, ...randomEnsemble(seed, size, rows)}));
}

/** The ensemble and rows that a seed stands for: splits of every kind, leaves grown anywhere, covers that may be 0. */
export function randomEnsemble(
  seed: number,
  size: Required<EnsembleShape>,
  rows: number
): {ensemble: Ensemble; columns: Columns} {
  const random = generator(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const isCategory = (feature: number): boolean => feature >= size.features - size.categorical;
  const trees = Array.from({length: size.trees}, () => {
    const splits = random() < 0.1 ? 0 : Math.floor(random() * (size.splits + 1));
    return randomTree(splits);
  });
  const columns = Array.from({length: size.features}, (_, feature) =>
    Float32Array.from({length: rows}, () => {
      if (random() < 0.2) return NaN;
      // Codes beyond the model's are categories it has never seen.
      return isCategory(feature) ? Math.floor(random() * (size.codes + 3)) - 1 : pick(numbers);
    })
  );
  return {ensemble: {featureCount: size.features, baseScore: random() - 0.5, trees}, columns};

  function randomTree(splits: number): Tree {
    const tree: Tree = {
      splitFeature: [],
      threshold: [],
      categories: [],
      missing: [],
      defaultLeft: [],
      left: [],
      right: [],
      gain: [],
      nodeCover: [],
      leafValue: [random() * 2 - 1],
      leafCover: [random() < 0.05 ? 0 : Math.ceil(random() * 1000)]
    };
    for (let i = 0; i < splits; i++) {
      // A leaf becomes a split: its left child keeps the leaf's place, its right child is a new leaf, as leaf-wise
      // growth numbers them.
      const leaf = Math.floor(random() * tree.leafValue.length);
      const feature = Math.floor(random() * size.features);
      const category = isCategory(feature);
      for (const children of [tree.left, tree.right]) {
        const at = children.indexOf(~leaf);
        if (at >= 0) children[at] = i;
      }
      const cover = tree.leafCover[leaf]!;
      const leftCover = random() < 0.05 ? 0 : Math.floor(random() * (cover + 1));
      tree.splitFeature.push(feature);
      tree.threshold.push(category ? 0 : pick(numbers));
      tree.categories.push(
        category ? Array.from({length: size.codes}, (_, c) => c).filter(() => random() < 0.5) : null
      );
      tree.missing.push(category ? pick(["none", "nan"]) : pick(missingTypes));
      tree.defaultLeft.push(random() < 0.5);
      tree.left.push(~leaf);
      tree.right.push(~tree.leafValue.length);
      tree.gain.push(random() * 10);
      tree.nodeCover.push(cover);
      tree.leafValue[leaf] = random() * 2 - 1;
      tree.leafCover[leaf] = leftCover;
      tree.leafValue.push(random() * 2 - 1);
      tree.leafCover.push(cover - leftCover);
    }
    return tree;
  }
}

/** mulberry32: a small generator of uniform numbers in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
