import type {ExplanationQuality} from "../../model/contract/explanation-quality.ts";
import type {Text} from "../../model/contract/text.ts";

/** What the page of the checked explanations shows. */
export interface QualityData {
  quality: ExplanationQuality;
  /** How features are called, by id. */
  labels: Record<string, Text>;
  /** Points that one unit of the raw score, log-odds, is worth; about so, where it depends on the score. */
  pointsPerLogOdds: {value: number; exact: boolean};
}
