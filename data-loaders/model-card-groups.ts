import {smallestCohort} from "../model/contract/cohort.ts";
import type {Feature} from "../model/contract/feature.ts";
import type {CardGroup, CardInterval} from "../model/contract/model-card.ts";
import {aucStandardError} from "../model/metrics/auc-error.ts";
import {normal95} from "../model/metrics/interval.ts";
import {auc} from "../model/metrics/ranking.ts";
import type {FeatureTable} from "./feature-table.ts";

/** Defaults and repayments that a group must have of each before its ranking is measured. */
const fewestOutcomes = 20;

/** The assessed clients by each category of each protected attribute; groups of few people are counted, not shown. */
export function groupsOf(
  table: FeatureTable,
  rows: Int32Array,
  labels: Uint8Array,
  raw: Float64Array,
  accepted: Uint8Array
): {measured: CardGroup[]; tooSmall: number} {
  const measured: CardGroup[] = [];
  let tooSmall = 0;
  table.features.forEach((feature, column) => {
    const categories = table.inputs[column]!.categories;
    if (!feature.protected || categories === null) return;
    categories.forEach((category, code) => {
      const members = Int32Array.from(rows.keys()).filter((i) => table.columns[column]![rows[i]!] === code);
      if (members.length === 0) return;
      if (members.length < smallestCohort) tooSmall++;
      else measured.push(groupOf(feature, category, members, labels, raw, accepted));
    });
  });
  return {measured, tooSmall};
}

function groupOf(
  {id, label, categoryLabels}: Feature,
  category: string,
  members: Int32Array,
  labels: Uint8Array,
  raw: Float64Array,
  accepted: Uint8Array
): CardGroup {
  const outcomes = Uint8Array.from(members, (i) => labels[i]!);
  const scores = Float64Array.from(members, (i) => raw[i]!);
  const defaults = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const repaid = members.length - defaults;
  const takenIn = members.reduce((sum, i) => sum + accepted[i]!, 0);
  const refusedGood = members.reduce((sum, i) => sum + (1 - labels[i]!) * (1 - accepted[i]!), 0);
  return {
    feature: id,
    label,
    category: categoryLabels?.[category] ?? {fr: category, en: category},
    clients: members.length,
    defaults,
    accepted: takenIn / members.length,
    refusedGood: repaid === 0 ? 0 : refusedGood / repaid,
    auc:
      Math.min(defaults, repaid) < fewestOutcomes
        ? null
        : around(auc(scores, outcomes), aucStandardError(scores, outcomes))
  };
}

/** The interval of 1.96 standard errors around a figure. */
export function around(value: number, standardError: number): CardInterval {
  return {value, low: value - normal95 * standardError, high: value + normal95 * standardError};
}
