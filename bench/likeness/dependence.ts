import type {Sample} from "./sample.ts";

/** A column turned into one of mean 0 and variance 1, as correlations need it. */
interface Standardized {
  name: string;
  values: Float64Array;
}

/** Gaps of the correlation matrices of two samples. */
export interface DependenceDistance {
  pairs: number;
  mean: number;
  /** The widest gaps, widest first. */
  widest: {names: [string, string]; real: number; generated: number}[];
}

/** Categories and missingness rarer than this, or commoner than its complement, make no indicator. */
const rare = 0.02;

/**
 * Compares Spearman correlations over all pairs of: numbers by rank, the mean rank where missing; an indicator of each
 * missingness; an indicator of each category of a text.
 */
export function dependenceDistance(real: Sample, generated: Sample, widest = 12): DependenceDistance {
  const a = standardize(real, real);
  const b = standardize(generated, real);
  const gaps: DependenceDistance["widest"] = [];
  let sum = 0;
  for (let i = 0; i < a.length; ++i) {
    for (let j = 0; j < i; ++j) {
      const pair = {real: dot(a[i]!.values, a[j]!.values), generated: dot(b[i]!.values, b[j]!.values)};
      sum += Math.abs(pair.real - pair.generated);
      gaps.push({names: [a[j]!.name, a[i]!.name], ...pair});
    }
  }
  gaps.sort((x, y) => gap(y) - gap(x));
  return {pairs: gaps.length, mean: gaps.length > 0 ? sum / gaps.length : 0, widest: gaps.slice(0, widest)};
}

function gap({real, generated}: {real: number; generated: number}): number {
  return Math.abs(real - generated);
}

/** Ranks and indicators of the sample's columns; which indicators there are is the reference's to say. */
function standardize(sample: Sample, reference: Sample): Standardized[] {
  return sample.columns.flatMap((column, i): Standardized[] => {
    const common = reference.columns[i]!;
    const {name} = column;
    if ("texts" in column && "texts" in common) {
      const counts = new Map<string | null, number>();
      for (const text of common.texts) counts.set(text, (counts.get(text) ?? 0) + 1);
      return [...counts]
        .filter(([, count]) => isCommon(count / reference.rows))
        .map(([category]) => ({
          name: `${name}=${category ?? "missing"}`,
          values: unit(Float64Array.from(column.texts, (text) => Number(text === category)))
        }));
    }
    if ("texts" in column || "texts" in common) throw new Error(`${name} is a text in one sample alone`);
    const values = [{name, values: unit(ranks(column.numbers))}];
    const missing = common.numbers.filter(Number.isNaN).length / reference.rows;
    if (isCommon(missing)) {
      values.push({name: `${name} missing`, values: unit(column.numbers.map((x) => Number(Number.isNaN(x))))});
    }
    return values;
  });
}

function isCommon(share: number): boolean {
  return share >= rare && share <= 1 - rare;
}

/** Ranks, ties sharing their mean; a missing value stands in the middle. */
function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]!));
  order.sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length).fill((order.length - 1) / 2);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) ++end;
    for (let k = start; k < end; ++k) ranks[order[k]!] = (start + end - 1) / 2;
  }
  return ranks;
}

/** Centred and of length 1, so that a product of two is their correlation; zeros where nothing varies. */
function unit(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const centred = values.map((x) => x - mean);
  const length = Math.sqrt(dot(centred, centred));
  return length > 1e-9 ? centred.map((x) => x / length) : centred.fill(0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i]! * b[i]!;
  return sum;
}

/** The Spearman correlation of each column of numbers with the last one, rows where either is missing apart. */
export function correlationsWith(sample: Sample, outcome: string): Map<string, number> {
  const target = sample.columns.find(({name}) => name === outcome);
  if (target === undefined || "texts" in target) throw new Error(`${outcome} is not a column of numbers`);
  const correlations = new Map<string, number>();
  for (const column of sample.columns) {
    if ("texts" in column || column === target) continue;
    const kept = Array.from(column.numbers.keys()).filter(
      (i) => !Number.isNaN(column.numbers[i]!) && !Number.isNaN(target.numbers[i]!)
    );
    const [x, y] = [column, target].map(({numbers}) => unit(ranks(Float64Array.from(kept, (i) => numbers[i]!))));
    correlations.set(column.name, kept.length > 0 ? dot(x!, y!) : 0);
  }
  return correlations;
}
