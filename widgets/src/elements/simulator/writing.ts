import type {ManifestFeature} from "../../../../model/contract/manifest.ts";
import type {LeverId, QuantityId, RecourseGrid} from "../../../../model/contract/recourse.ts";
import type {Language} from "../../../../model/contract/text.ts";
import {formatValue} from "../../../../model/explainer/reasons/format-value.ts";
import type {LimitId} from "../../../../model/explainer/recourse/limits.ts";
import {downPaymentOf, type Loan} from "../../../../model/explainer/recourse/loan.ts";
import type {ChangeTexts, FamilyTexts, ScoreTexts} from "../../locales/dictionary.ts";
import {formatNumber} from "../../locales/format.ts";
import type {SimulatorTexts} from "./texts.ts";

/** How a simulation is written. */
export interface Writing {
  words: SimulatorTexts;
  score: ScoreTexts;
  change: ChangeTexts;
  families: FamilyTexts;
  language: Language;
  currency: string;
  /** Whether the duration asked for isn't known for sure. */
  estimated: boolean;
}

export function writeMoney(value: number, {language, currency}: Writing): string {
  return formatValue(value, {unit: "money", categories: null}, language, currency);
}

/** A duration always in months, as the field beside its slider has it. */
export function writeQuantity(quantity: QuantityId, value: number, writing: Writing): string {
  return quantity === "months"
    ? `${formatNumber(value, writing.language)}\u00a0${writing.words.months}`
    : writeMoney(value, writing);
}

/** What the field beside a slider counts: months, or the currency by its sign. */
export function unitOf(lever: LeverId, writing: Writing): string {
  return lever === "months" ? writing.words.months : writeMoney(0, writing).replace(/[\d\s]/g, "");
}

/** Two values of a feature; where they read the same, the second says which way it moved. */
export function writeMove(
  before: number,
  after: number,
  feature: ManifestFeature,
  {words, language, currency}: Writing
): [before: string, after: string] {
  const write = (value: number) => formatValue(value, feature, language, currency);
  const [from, to] = [write(before), write(after)];
  return [from, from === to ? words.difference.barely[after > before ? "up" : "down"] : to];
}

/** Why a slider stops, with the shares that hold for this loan. */
export function writeLimit(limit: LimitId, loan: Loan, grid: RecourseGrid, writing: Writing): string {
  const {words, language, currency} = writing;
  const share = (value: number) => formatValue(value, {unit: "ratio", categories: null}, language, currency);
  return words.limit({
    credit: share(grid.largestChange),
    price: share(Math.max(grid.largestDownPayment, loan.price > 0 ? downPaymentOf(loan) / loan.price : 0)),
    income: share(Math.max(grid.largestInstalmentShare, loan.income > 0 ? loan.instalment / loan.income : 0))
  })[limit];
}
