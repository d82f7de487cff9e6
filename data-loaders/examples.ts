import type {DecisionChange, Recourse} from "../model/contract/recourse.ts";
import type {ScoringModel} from "../model/contract/scoring-model.ts";
import type {Text} from "../model/contract/text.ts";
import {compileScore} from "../model/ensemble/scoring.ts";
import type {FeatureTable} from "./feature-table.ts";

/**
 * A few clients worth opening first, chosen by rule so that the same portfolio gives the same ones: across the scale,
 * on either side of the threshold, one who is refused but would be accepted for another loan, and one about whom little
 * is known.
 *
 * @param changeOf what would change a row's decision; asked of those who are refused alone
 */
export function chooseExamples(
  table: FeatureTable,
  raw: Float64Array,
  model: ScoringModel,
  changeOf: (row: number) => DecisionChange | null
): {row: number; label: Text}[] {
  const points = Array.from(raw, compileScore(model)).map((score) => score.points);
  const order = points.map((_, row) => row).sort((a, b) => points[a]! - points[b]! || a - b);
  const taken = new Set<number>();
  const take = (candidates: Iterable<number>): number | undefined => {
    for (const row of candidates) {
      if (taken.has(row)) continue;
      taken.add(row);
      return row;
    }
    return undefined;
  };
  const at = (share: number): number[] => order.slice(Math.floor(share * (order.length - 1)));
  const nearest = (target: number, side: (points: number) => boolean): number[] =>
    order
      .filter((row) => side(points[row]!))
      .sort((a, b) => Math.abs(points[a]! - target) - Math.abs(points[b]! - target) || a - b);
  const {threshold, reviewFrom, reviewTo} = model.policy;
  const missing = (row: number): number =>
    table.columns.reduce((sum, column) => sum + Number(Number.isNaN(column[row]!)), 0);
  const missingCounts = order.map((row) => missing(row));
  const leastKnown = order
    .map((row, i) => [row, missingCounts[i]!] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const chosen: [number | undefined, Text][] = [
    [take(at(0.5)), {fr: "Un score courant", en: "An ordinary score"}],
    [take(nearest(threshold, (p) => p < threshold)), {fr: "Juste sous le seuil", en: "Just below the threshold"}],
    [take(nearest(threshold, (p) => p >= threshold)), {fr: "Juste au-dessus du seuil", en: "Just above the threshold"}],
    [
      take(
        waysOut(
          order.filter((row) => points[row]! < reviewFrom),
          changeOf
        )
      ),
      {fr: "Refusé, mais une autre demande serait acceptée", en: "Refused, but another request would be accepted"}
    ],
    [take(at(0.95)), {fr: "Un score élevé", en: "A high score"}],
    [take(at(0.03)), {fr: "Un score bas", en: "A low score"}],
    [take(nearest(reviewTo, (p) => p > reviewTo)), {fr: "Au-dessus de la zone d’examen", en: "Above the review band"}],
    [take(nearest(reviewFrom, (p) => p < reviewFrom)), {fr: "Sous la zone d’examen", en: "Below the review band"}],
    [take(leastKnown.map(([row]) => row)), {fr: "Peu de données connues", en: "Little is known"}]
  ];
  return chosen.flatMap(([row, label]) => (row === undefined ? [] : [{row, label}]));
}

/**
 * Of some who are refused, those who would be accepted for another loan, with most ways that need no review first.
 * Whoever is in the band of review is not told to be refused.
 */
function waysOut(refused: readonly number[], changeOf: (row: number) => DecisionChange | null): number[] {
  const clear = ({solutions}: Recourse): number => solutions.filter(({review}) => !review).length;
  return refused
    .flatMap((row) => {
      const change = changeOf(row);
      if (change?.kind !== "recourse" || change.solutions.length === 0) return [];
      return [{row, clear: clear(change), ways: change.solutions.length, cost: change.solutions[0]!.cost}];
    })
    .sort((a, b) => b.clear - a.clear || b.ways - a.ways || a.cost - b.cost || a.row - b.row)
    .map(({row}) => row);
}
