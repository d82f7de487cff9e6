import type {ModelFormat} from "../model/contract/imported-model.ts";
import type {PerformanceReport, TrainingReport} from "../model/contract/report.ts";
import type {Scale} from "../model/contract/scoring-model.ts";

/**
 * The probability above which refusing costs less than accepting, when a missed default costs `costRatio` refused good
 * clients: 1 / (1 + costRatio) (Elkan, "The foundations of cost-sensitive learning", IJCAI 2001, theorem 1).
 */
export function costSensitiveProbability(costRatio: number): number {
  return 1 / (1 + costRatio);
}

/** Points that one unit of raw score (log-odds of default) takes away; null where that depends on the score. */
export function pointsPerLogOdds({calibration}: TrainingReport, {pointsToDouble}: Scale): number | null {
  return calibration.method === "platt" ? (calibration.slope * pointsToDouble) / Math.LN2 : null;
}

/** Costs of the policy, of accepting everyone and of refusing everyone, for 1,000 applications. */
export function costsPerThousand({cost, clients}: PerformanceReport): {
  policy: number;
  acceptAll: number;
  refuseAll: number;
} {
  const scale = 1000 / clients;
  return {policy: cost.policy * scale, acceptAll: cost.acceptAll * scale, refuseAll: cost.refuseAll * scale};
}

/** The least and the most of some numbers. */
export function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** What an imported model's format is called. */
export const formatNames: Record<ModelFormat, string> = {
  lightgbm: "LightGBM",
  xgboost: "XGBoost",
  onnx: "ONNX",
  limpide: "Limpide"
};

/** A file's name as a page may quote it: what a page could take for code is replaced. */
export function quotableName(file: string): string {
  return file.replace(/[^\p{L}\p{N} ._()+-]/gu, "_");
}

/** The trainer's parameters that say something, in words that the page quotes. */
export function settingsOf({parameters}: TrainingReport): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `\`${name}=${value}\``)
    .join(", ");
}

/** The weight of a default in the loss, as the parameters give it: 1 when they don't. */
export function classWeight({parameters}: TrainingReport): number {
  const weight = parameters.scale_pos_weight;
  return typeof weight === "number" ? weight : 1;
}
