import type {DecisionChange, LoanChange, Margin, QuantityId, RecourseSolution} from "../../contract/recourse.ts";
import type {Language} from "../../contract/text.ts";
import {formatValue} from "../reasons/format-value.ts";
import type {Audience, Change, RecourseTexts} from "./recourse-texts.ts";
import {english} from "./words-en.ts";
import {french} from "./words-fr.ts";

export interface WordsOptions {
  language: Language;
  /** ISO 4217, three letters. */
  currency: string;
  audience: Audience;
}

/** What would change a decision, to be read aloud. */
export interface DecisionChangeWords {
  /** How many ways there are, or that there is none; for an acceptance, how far it is from the threshold. */
  lead: string;
  /** A sentence a solution, in order; or a sentence a margin worth telling. */
  sentences: string[];
  /** What is to be said with them: that it is a simulation, and who decides. */
  notes: string[];
}

const texts: Record<Language, RecourseTexts> = {fr: french, en: english};

/** Tells what would change a decision. The same decision change gives the same words; it promises nothing. */
export function describeDecisionChange(change: DecisionChange, options: WordsOptions): DecisionChangeWords {
  const {language, audience} = options;
  const words = texts[language];
  if (change.kind === "margins") {
    const told = change.margins.filter(isWorthTelling);
    return {
      lead: words.distance[audience](change.points - change.threshold, count(change.threshold, language)),
      sentences: told.map((margin) => tellMargin(margin, change.monthsEstimated, options)),
      notes: notesOf(
        change.monthsEstimated && told.some(({lever}) => lever === "months"),
        told.some(({lever, direction}) => lever === "months" && direction === "up"),
        options
      )
    };
  }
  const {points, needed, tried, solutions, monthsEstimated} = change;
  if (solutions.length === 0) {
    const lead =
      points >= needed ? words.reached : tried === 0 ? words.noneTried : words.none(tried, count(needed, language));
    return {lead, sentences: [], notes: notesOf(false, false, options)};
  }
  const months = solutions.flatMap(({changes}) => changes.filter(({quantity}) => quantity === "months"));
  return {
    lead: words.lead(solutions.length, change.goal),
    sentences: solutions.map((solution) => tellSolution(solution, points, monthsEstimated, options)),
    notes: notesOf(
      monthsEstimated && months.length > 0,
      months.some(({before, after}) => after > before),
      options
    )
  };
}

function tellSolution(
  {changes, points, review}: RecourseSolution,
  before: number,
  monthsEstimated: boolean,
  {language, currency, audience}: WordsOptions
): string {
  const words = texts[language];
  const credit = changes.find(({quantity}) => quantity === "credit");
  const told = changes.filter(({quantity, before, linked}) => {
    // A price that is the credit says nothing that the credit doesn't.
    if (quantity === "price") return before !== credit?.before;
    // With a smaller project the down payment shrinks: that it does is told with the project.
    return quantity !== "downPayment" || !linked;
  });
  const written: Partial<Record<QuantityId, Change>> = {};
  for (const each of told) written[each.quantity] = write(each, monthsEstimated, language, currency);
  const outcome = words.outcome[audience](count(before, language), count(points, language), review);
  return words.condition[audience](written) + outcome;
}

function write({before, after, unit}: LoanChange, estimated: boolean, language: Language, currency: string): Change {
  const format = {unit, categories: null};
  const text = formatValue(after, format, language, currency);
  return {
    // Of months the number alone: it stands behind the other, which has its unit.
    before: unit === "months" ? count(before, language) : formatValue(before, format, language, currency),
    after: unit === "months" && estimated ? texts[language].about(text) : text,
    isNew: before === 0
  };
}

function tellMargin(
  {lever, direction, unit, before, lastAccepted, firstRefused}: Margin,
  monthsEstimated: boolean,
  {language, currency}: WordsOptions
): string {
  const text = (value: number): string => {
    const written = formatValue(value, {unit, categories: null}, language, currency);
    return unit === "months" && monthsEstimated ? texts[language].about(written) : written;
  };
  return texts[language].margin(
    {lever, direction},
    lastAccepted === before ? null : text(lastAccepted),
    firstRefused && {value: text(firstRefused.value), points: count(firstRefused.points, language)}
  );
}

/** That less credit keeps the acceptance is no news. */
function isWorthTelling({lever, direction, firstRefused}: Margin): boolean {
  return firstRefused !== null || !(lever === "credit" && direction === "down");
}

function notesOf(isEstimated: boolean, isLonger: boolean, {language, audience}: WordsOptions): string[] {
  const words = texts[language];
  return [words.simulation[audience], ...(isEstimated ? [words.estimated] : []), ...(isLonger ? [words.dearer] : [])];
}

function count(value: number, language: Language): string {
  return formatValue(value, {unit: "count", categories: null}, language, "EUR");
}
