import type {PerformanceReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

/** How far the threshold and its cost would move with other clients, in words. */
export function costIntervalSentence({clients, policy, costIntervals}: PerformanceReport, language: Language): string {
  const {decimal, integer} = formatOf(language);
  const {threshold, costPerClient, samples} = costIntervals;
  const ratio = decimal(policy.costRatio, Number.isInteger(policy.costRatio) ? 0 : 1);
  const perThousand = (cost: number): string => integer(1000 * cost);
  const [value, low, high] = [threshold.value, threshold.low, threshold.high].map(integer);
  const [cost, least, most] = [costPerClient.value, costPerClient.low, costPerClient.high].map(perThousand);
  return typeset(
    language === "fr"
      ? `Au rapport en vigueur, ${ratio} pour 1, le seuil le moins coûteux est de ${value} points et coûte ${cost} bons clients refusés pour 1 000 demandes. ` +
          `Sur ${integer(clients)} autres clients, ce seuil serait tombé entre ${low} et ${high} points dans 95 cas sur 100 ; ` +
          `à ${value} points, le coût aurait été de ${least} à ${most} dans 95 cas sur 100 (${integer(samples)} tirages avec remise parmi les mêmes clients).`
      : `At the ratio in force, ${ratio} to 1, the least costly threshold is ${value} points, and costs ${cost} refused good clients per 1,000 applications. ` +
          `On another ${integer(clients)} clients, that threshold would fall between ${low} and ${high} points in 95 cases of 100; ` +
          `at ${value} points, the cost would be ${least} to ${most} in 95 cases of 100 (${integer(samples)} draws with replacement among the same clients).`,
    language
  );
}
