import {LimpideError} from "../contract/errors.ts";
import type {Interval} from "./cost-interval.ts";
import {percentileInterval} from "./percentile-interval.ts";
import {createRandom} from "./random.ts";

/** A mean over clients, and how it differs from the reference's on the same clients, each with its 95 % interval. */
export interface PairedMean {
  mean: Interval;
  /** Less the reference's: 0 throughout of the reference itself. */
  difference: Interval;
}

/** Units that are drawn, at most: beyond so many clients, groups of them, since sums of independent clients are independent. */
const mostUnits = 20_000;

/**
 * Percentile bootstrap of means and of their differences (Efron and Tibshirani, 1993, chapters 8 and 13): clients are
 * drawn with replacement, the same ones for every column. What makes one client dear makes it so whatever the model,
 * so that differences vary less from sample to sample than the means do.
 *
 * @param columns for each model, a figure a client; all as long, and in no order that says anything of the figures
 * @param reference the column that the others are compared with
 * @throws {LimpideError} E_TARGET without clients, or when the columns differ in length
 */
export function pairedBootstrap(
  columns: readonly ArrayLike<number>[],
  reference: number,
  {samples = 1000, seed = 0}: {samples?: number; seed?: number} = {}
): PairedMean[] {
  const width = columns.length;
  const clients = columns[reference]?.length ?? 0;
  if (clients === 0) throw new LimpideError("E_TARGET", "no client to draw from");
  for (const {length} of columns) {
    if (length !== clients) throw new LimpideError("E_TARGET", `${length} figures for ${clients} clients`);
  }
  const units = Math.min(clients, mostUnits);
  const sizes = new Float64Array(units);
  // A unit's figures side by side: a draw reads one place of memory.
  const rows = new Float64Array(units * width);
  for (let i = 0; i < clients; i++) {
    const unit = i % units;
    sizes[unit]!++;
    for (let k = 0; k < width; k++) rows[unit * width + k]! += columns[k]![i]!;
  }
  const meansOf = (unitAt: (place: number) => number): Float64Array => {
    const sums = new Float64Array(width);
    let size = 0;
    for (let place = 0; place < units; place++) {
      const unit = unitAt(place);
      size += sizes[unit]!;
      for (let k = 0; k < width; k++) sums[k]! += rows[unit * width + k]!;
    }
    return sums.map((sum) => sum / size);
  };
  const found = meansOf((place) => place);
  const random = createRandom(seed, clients);
  const drawn = Array.from({length: samples}, () => meansOf(() => Math.floor(random() * units)));
  return columns.map((_, k) => {
    const less = (means: Float64Array): number => means[k]! - means[reference]!;
    return {
      mean: {value: found[k]!, ...percentileInterval(drawn.map((means) => means[k]!))},
      difference: {value: less(found), ...percentileInterval(drawn.map(less))}
    };
  });
}
