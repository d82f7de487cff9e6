import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";

const bases = [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];
/** A count smaller than this rounds too coarsely to be told. */
const leastTold = 2;

/**
 * A part of a whole in natural frequency, of the smallest round number of which it is at least two: "2 in 10,000".
 *
 * @returns null where it says nothing that the two counts don't: nothing, or a whole smaller than that round number
 */
export function frequencyOf(part: number, whole: number, language: Language): string | null {
  if (part <= 0 || whole <= 0) return null;
  const base = bases.find((base) => Math.round((part / whole) * base) >= leastTold);
  if (base === undefined || base > whole) return null;
  return outOf(Math.round((part / whole) * base), base, language);
}

/** A share of 1, exactly: 0.001 is "1 in 1,000"; as a percentage when no round number says it. */
export function shareInWords(share: number, language: Language): string {
  const base = bases.find((base) => share > 0 && Math.abs(share * base - Math.round(share * base)) < 1e-6);
  return base === undefined ? formatOf(language).percent(share) : outOf(Math.round(share * base), base, language);
}

/** How many of a hundred clients: whole, and neither none nor all where it is neither. */
export function perHundred(part: number, whole: number, language: Language): string {
  if (whole === 0) return "–";
  const count = Math.round((100 * part) / whole);
  if (count === 0 && part > 0) return language === "fr" ? "moins de 1 sur 100" : "less than 1 in 100";
  if (count === 100 && part < whole) return language === "fr" ? "plus de 99 sur 100" : "more than 99 in 100";
  return outOf(count, 100, language);
}

function outOf(count: number, base: number, language: Language): string {
  const {integer} = formatOf(language);
  return `${integer(count)} ${language === "fr" ? "sur" : "in"} ${integer(base)}`;
}
