import type {Ensemble} from "../../model/contract/ensemble.ts";
import {createRandom} from "../../model/metrics/random.ts";

/**
 * Rows for a model whose own rows aren't at hand: values beside the thresholds of its splits, each interval as often,
 * category codes, and one in ten missing. In shared memory, as the feature table is.
 */
export function makeUpRows({featureCount, trees}: Ensemble, rows: number, seed = 1): Float32Array[] {
  const random = createRandom(seed);
  const cuts = Array.from({length: featureCount}, () => new Set<number>());
  for (const tree of trees) {
    tree.splitFeature.forEach((feature, split) => {
      const categories = tree.categories[split];
      if (categories) for (const code of categories) cuts[feature]!.add(code).add(code + 1);
      else cuts[feature]!.add(tree.threshold[split]!);
    });
  }
  return cuts.map((set) => {
    const values = Float32Array.from(set).sort();
    const column = new Float32Array(new SharedArrayBuffer(4 * rows));
    const above = (values.at(-1) ?? 0) + 1;
    for (let row = 0; row < rows; row++) {
      column[row] = random() < 0.1 ? NaN : (values[Math.floor(random() * (values.length + 1))] ?? above);
    }
    return column;
  });
}
