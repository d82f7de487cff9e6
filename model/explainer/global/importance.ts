import type {Importance} from "../../contract/global-explanation.ts";
import {createRandom, shuffle} from "../../metrics/random.ts";
import {clientsOf, familiesOf, type Contributions} from "./contributions.ts";
import {quantileSorted} from "./quantile.ts";

export interface ImportanceOptions {
  /** Bootstrap samples. By default 1,000. */
  samples?: number;
  /** Clients are drawn one by one up to this many, in this many groups beyond. By default 2,000. */
  units?: number;
  seed?: number;
}

/** Samples that are summed together, so that a unit's row is read once for all of them. */
const blockSamples = 16;

/**
 * Mean |contribution| of each feature, and of each family's sum, with 95 % percentile intervals over clients (Efron and
 * Tibshirani, 1993, chapter 13).
 *
 * Many clients are dealt at random into groups of equal size, and groups are drawn in place of clients: the mean of a
 * draw varies as much either way (random groups; Wolter, Introduction to Variance Estimation, 2007, chapter 2), and the
 * interval is that of all clients, not of a sample of them.
 */
export function importance(
  contributions: Contributions,
  {samples = 1000, units: most = 2000, seed = 0}: ImportanceOptions = {}
): Importance {
  const {features} = contributions;
  const clients = clientsOf(contributions);
  const units = Math.min(most, clients);
  const random = createRandom(seed, 0x1a9);
  const families = familiesOf(features);
  const width = features.length + families.length;
  const {sums, counts} = sumByUnit(contributions, families, units, random);
  const means = bootstrapMeans(sums, counts, width, samples, random);
  const told = (column: number) => {
    let value = 0;
    for (let unit = 0; unit < units; unit++) value += sums[unit * width + column]!;
    const drawn = means.subarray(column * samples, (column + 1) * samples).sort();
    return {value: value / clients, low: quantileSorted(drawn, 0.025), high: quantileSorted(drawn, 0.975)};
  };
  return {
    clients,
    units,
    samples,
    features: features
      .map(({id, family}, column) => ({id, family, mean: told(column)}))
      .sort((a, b) => b.mean.value - a.mean.value),
    families: families
      .map(({id, columns}, i) => ({id, features: columns.length, mean: told(features.length + i)}))
      .sort((a, b) => b.mean.value - a.mean.value)
  };
}

/** Σ |contribution| of each feature, then of each family, in each unit: a row a unit; and the clients of each. */
function sumByUnit(
  {features, values, factor}: Contributions,
  families: readonly {columns: readonly number[]}[],
  units: number,
  random: () => number
): {sums: Float64Array; counts: Uint32Array} {
  const clients = values.length / features.length;
  const width = features.length + families.length;
  const sums = new Float64Array(units * width);
  const counts = new Uint32Array(units);
  const dealt = shuffle(
    Uint32Array.from({length: clients}, (_, i) => i % units),
    random
  );
  const familyOf = new Uint8Array(features.length);
  families.forEach(({columns}, family) => columns.forEach((column) => (familyOf[column] = family)));
  const signed = new Float64Array(families.length);
  for (let client = 0, at = 0; client < clients; client++) {
    const unit = dealt[client]!;
    const start = unit * width;
    counts[unit]!++;
    signed.fill(0);
    for (let column = 0; column < features.length; column++, at++) {
      const value = values[at]! * factor;
      sums[start + column]! += Math.abs(value);
      signed[familyOf[column]!]! += value;
    }
    for (let family = 0; family < families.length; family++) {
      sums[start + features.length + family]! += Math.abs(signed[family]!);
    }
  }
  return {sums, counts};
}

/** The mean of each column in each bootstrap sample: a column after the other. */
function bootstrapMeans(
  sums: Float64Array,
  counts: Uint32Array,
  width: number,
  samples: number,
  random: () => number
): Float64Array {
  const units = counts.length;
  const means = new Float64Array(width * samples);
  const times = new Uint16Array(blockSamples * units);
  const totals = new Float64Array(blockSamples * width);
  for (let first = 0; first < samples; first += blockSamples) {
    const block = Math.min(blockSamples, samples - first);
    times.fill(0);
    totals.fill(0);
    const clients = new Float64Array(block);
    for (let sample = 0; sample < block; sample++) {
      for (let draw = 0; draw < units; draw++) {
        const unit = Math.floor(random() * units);
        times[unit * blockSamples + sample]!++;
        clients[sample]! += counts[unit]!;
      }
    }
    for (let unit = 0; unit < units; unit++) {
      for (let sample = 0; sample < block; sample++) {
        const weight = times[unit * blockSamples + sample]!;
        if (weight === 0) continue;
        let at = unit * width;
        for (let to = sample * width; to < (sample + 1) * width; to++, at++) totals[to]! += weight * sums[at]!;
      }
    }
    for (let sample = 0; sample < block; sample++) {
      for (let column = 0; column < width; column++) {
        means[column * samples + first + sample] = totals[sample * width + column]! / clients[sample]!;
      }
    }
  }
  return means;
}
