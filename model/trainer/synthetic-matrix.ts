import {createRandom} from "../metrics/random.ts";
import {createMatrix, type Matrix} from "./matrix.ts";

/**
 * A small problem of the kinds of columns that there are, for tests: amounts (one often missing, its absence telling),
 * a count full of zeros, a flag, categories with effects of their own, and a column that says nothing.
 */
export function syntheticProblem(rows: number, seed = 1): {matrix: Matrix; labels: Uint8Array} {
  const random = createRandom(seed);
  const categories = Array.from({length: 12}, (_, code) => `category ${code}`);
  const matrix = createMatrix(rows, [
    {id: "amount", categories: null},
    {id: "score", categories: null},
    {id: "count", categories: null},
    {id: "flag", categories: null},
    {id: "sector", categories},
    {id: "contract", categories: ["cash", "revolving"]},
    {id: "noise", categories: null}
  ]);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; ++row) {
    const amount = -Math.log(1 - random()) * 1000;
    const score = random() < 0.4 ? NaN : random();
    const count = random() < 0.6 ? 0 : Math.floor(random() * 8);
    const flag = random() < 0.3 ? 1 : 0;
    const sector = random() < 0.1 ? NaN : Math.floor(random() ** 2 * 12);
    const contract = random() < 0.2 ? 1 : 0;
    const values = [amount, score, count, flag, sector, contract, random()];
    for (const [i, value] of values.entries()) matrix.columns[i]![row] = value;
    const sectorEffect = Number.isNaN(sector) ? 0.5 : ((sector * 7) % 5) / 2 - 1;
    const scoreEffect = Number.isNaN(score) ? 0.6 : 1 - 3 * score;
    const raw = -1.2 + sectorEffect + scoreEffect + 0.3 * count * flag - contract + (amount > 1500 ? 0.8 : 0);
    labels[row] = random() < 1 / (1 + Math.exp(-raw)) ? 1 : 0;
  }
  return {matrix, labels};
}

/**
 * A problem as large as a credit portfolio, for timing: in each ten columns four amounts, two of them often missing, a
 * count, a flag and four scores, of which one is often missing; about 8 % of the outcomes are 1.
 */
export function creditProblem(rows: number, columns: number, seed = 1): {matrix: Matrix; labels: Uint8Array} {
  const random = createRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const matrix = createMatrix(
    rows,
    Array.from({length: columns}, (_, i) => ({id: `column ${i}`, categories: null}))
  );
  const raw = new Float64Array(rows).fill(-3.1);
  for (const [i, column] of matrix.columns.entries()) {
    const kind = i % 10;
    const effect = 0.6 / (1 + Math.floor(i / 10));
    for (let row = 0; row < rows; ++row) {
      const value = normal();
      raw[row]! += effect * value * (kind === 4 || kind === 7 ? 1 : kind === 8 ? -1 : 0);
      const missing = (kind === 1 || kind === 2 || kind === 5) && random() < 0.4;
      const amount = kind < 4 ? Math.exp(value) * 1000 : value;
      column[row] = missing
        ? NaN
        : kind === 6
          ? Math.floor(3 * Math.abs(value))
          : kind === 9
            ? Number(value > 1)
            : amount;
    }
  }
  return {matrix, labels: Uint8Array.from(raw, (score) => (random() < 1 / (1 + Math.exp(-score)) ? 1 : 0))};
}

/** The rows 0 … count−1. */
export function allRows(count: number): Int32Array {
  return Int32Array.from({length: count}, (_, row) => row);
}
