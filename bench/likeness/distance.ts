import type {Sample, Values} from "./sample.ts";

/** How far a generated column is from the real one. */
export interface ColumnDistance {
  name: string;
  /** KS: the largest gap of the distribution functions; TV: half the sum of the gaps of the shares. */
  measure: "KS" | "TV";
  distance: number;
  /** Shares of rows where it is missing. */
  missing: {real: number; generated: number};
  close: boolean;
}

/** Numbers of no more values than this are compared as categories. */
const fewValues = 20;
/** A column is close when its distance and the gap of its missing shares are at most these. */
export const closeDistance = 0.1;
export const closeMissing = 0.05;

/** The distance of each column over the rows where it is not missing. */
export function columnDistances(real: Sample, generated: Sample): ColumnDistance[] {
  return real.columns.map((column, i) => {
    const [a, b] = [present(column), present(generated.columns[i]!)];
    const missing = {real: 1 - a.length / real.rows, generated: 1 - b.length / generated.rows};
    const values = new Set<unknown>([...a.slice(0, 1000)]);
    const categorical = "texts" in column || (values.size <= fewValues && new Set<unknown>(a).size <= fewValues);
    const distance =
      a.length === 0 || b.length === 0
        ? Number(a.length !== b.length)
        : categorical
          ? totalVariation(a, b)
          : kolmogorovSmirnov(a as number[], b as number[]);
    const close = distance <= closeDistance && Math.abs(missing.real - missing.generated) <= closeMissing;
    return {name: column.name, measure: categorical ? "TV" : "KS", distance, missing, close};
  });
}

function present(column: Values): (number | string)[] {
  return "texts" in column
    ? column.texts.filter((value) => value !== null)
    : // Files write 0.006207 and 0.006207000000000001 for one value.
      Array.from(column.numbers, Math.fround).filter((value) => !Number.isNaN(value));
}

/** Half the sum of the absolute differences of shares, over all values that occur. */
export function totalVariation(a: readonly unknown[], b: readonly unknown[]): number {
  const gaps = new Map<unknown, number>();
  for (const value of a) gaps.set(value, (gaps.get(value) ?? 0) + 1 / a.length);
  for (const value of b) gaps.set(value, (gaps.get(value) ?? 0) - 1 / b.length);
  return [...gaps.values()].reduce((sum, gap) => sum + Math.abs(gap), 0) / 2;
}

/** The two-sample Kolmogorov-Smirnov statistic; ties step together. */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [Float64Array.from(a).sort(), Float64Array.from(b).sort()];
  let most = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    const value = Math.min(x[i]!, y[j]!);
    while (i < x.length && x[i]! <= value) ++i;
    while (j < y.length && y[j]! <= value) ++j;
    most = Math.max(most, Math.abs(i / x.length - j / y.length));
  }
  return most;
}
