import type {RecourseGrid} from "../../contract/recourse.ts";
import type {ModelInput} from "../../contract/scoring-model.ts";
import type {Columns} from "../../ensemble/evaluate.ts";
import {knownSorted, quantileSorted} from "../global/quantile.ts";
import {estimateMonths} from "./duration.ts";

/** What a grid has where a portfolio doesn't say: Home Credit's figures, rounded. */
export const defaultGrid: RecourseGrid = {
  sumStep: 0.05,
  largestChange: 0.5,
  largestDownPayment: 0.25,
  monthStep: 6,
  credit: [0, Number.MAX_SAFE_INTEGER],
  months: [6, 60],
  largestInstalmentShare: 0.35,
  monthlyCharge: 0.016
};

/** Of 100 loans, so many are smaller and so many larger than what is usual. */
const rare = 0.01;

/**
 * The grid that a portfolio's loans give, lines of credit apart. Usual credits and durations are those of 98 in 100
 * loans; an instalment is bearable up to the share of income of 95 in 100, and a down payment of the share of the price
 * that 95 in 100 clients have paid, on average, of their earlier purchases. The monthly charge is the median of the
 * latest loans granted.
 *
 * @param columns one a feature, as the feature table has them
 */
export function recourseGrid(
  features: readonly Pick<ModelInput, "id" | "categories">[],
  columns: Columns
): RecourseGrid {
  const place = (id: string): number => features.findIndex((feature) => feature.id === id);
  const type = columns[place("credit_type")];
  const line = features[place("credit_type")]?.categories?.indexOf("Revolving loans") ?? -1;
  const sorted = (id: string): Float64Array => {
    const column = columns[place(id)];
    if (column === undefined) return new Float64Array(0);
    return knownSorted(type === undefined ? column : column.filter((_: number, row: number) => type[row] !== line));
  };
  const quantile = (id: string, p: number, otherwise: number): number => {
    const found = quantileSorted(sorted(id), p);
    return found >= 0 ? found : otherwise;
  };
  const grid: RecourseGrid = {
    ...defaultGrid,
    credit: [
      quantile("credit_amount", rare, defaultGrid.credit[0]),
      quantile("credit_amount", 1 - rare, defaultGrid.credit[1])
    ],
    largestDownPayment: Math.min(1, quantile("earlier_down_payment_mean", 0.95, defaultGrid.largestDownPayment)),
    largestInstalmentShare: quantile("instalment_to_income", 0.95, defaultGrid.largestInstalmentShare),
    monthlyCharge: quantile("earlier_cost_latest", 0.5, 12 * defaultGrid.monthlyCharge) / 12
  };
  // Durations rise with credit per instalment, so that their quantiles are those of its quantiles.
  const monthsAt = (p: number): number => {
    const credit = quantileSorted(sorted("credit_in_instalments"), p);
    return estimateMonths({credit, instalment: 1, revolving: false}, grid);
  };
  const [shortest, longest] = [monthsAt(rare), monthsAt(1 - rare)];
  return {...grid, months: [shortest || defaultGrid.months[0], longest || defaultGrid.months[1]]};
}
