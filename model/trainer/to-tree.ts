import type {Tree} from "../contract/ensemble.ts";
import type {FeatureBins} from "./bins.ts";
import type {BinnedTree} from "./grow.ts";

/** Writes a tree over bins as one over values. `leafCover` counts the training rows that reach each leaf; the features of the tree are places in `columns`. */
export function toTree(binned: BinnedTree, leafCover: Float64Array, columns: number[], bins: FeatureBins[]): Tree {
  const {left, right, splits, leafValue} = binned;
  const feature = binned.feature.map((place) => columns[place]!);
  const nodeCover = new Array<number>(feature.length).fill(0);
  // Children are numbered after their parents, so that going backwards meets them first.
  for (let node = feature.length - 1; node >= 0; --node) {
    for (const child of [left[node]!, right[node]!])
      nodeCover[node]! += child < 0 ? leafCover[~child]! : nodeCover[child]!;
  }
  return {
    splitFeature: feature,
    threshold: splits.map(({bin, bins: chosen}, node) => (chosen ? 0 : bins[feature[node]!]!.thresholds[bin]!)),
    categories: splits.map(({bins: chosen}, node) =>
      chosen ? chosen.map((bin) => bins[feature[node]!]!.categories[bin]!).sort((a, b) => a - b) : null
    ),
    missing: splits.map(() => "nan"),
    defaultLeft: splits.map(({defaultLeft}) => defaultLeft),
    left: [...left],
    right: [...right],
    gain: splits.map(({gain}) => gain),
    nodeCover,
    leafValue: [...leafValue],
    leafCover: [...leafCover]
  };
}
