import type {Margins} from "../../contract/recourse.ts";
import {paths} from "./candidates.ts";
import {type AskedFor, loanAskedFor, type RecourseEngine, scoreCandidates, scoreRow} from "./engine.ts";

/**
 * How far an accepted client is from the threshold: in points, and along each lever alone, step by step away from the
 * loan asked for. A score need not fall evenly, so the margin ends at the first step that is refused, even if a later
 * one would be accepted again.
 *
 * @param row one value a model input, NaN where missing
 */
export function findMargins(engine: RecourseEngine, row: ArrayLike<number>, askedFor: AskedFor = {}): Margins {
  const {loan, monthsEstimated} = loanAskedFor(engine, row, askedFor);
  const {points} = scoreRow(engine, row);
  const {threshold} = engine.policy;
  const all = paths(loan, engine.grid);
  const raw = scoreCandidates(
    engine,
    row,
    loan,
    all.flatMap(({candidates}) => candidates)
  );
  let offset = 0;
  const margins = (raw === null ? [] : all).map(({lever, direction, candidates}): Margins["margins"][number] => {
    const along = Array.from(raw!.subarray(offset, (offset += candidates.length)), engine.points);
    const values = candidates.map((each) => (lever === "downPayment" ? each.downPayment : each.loan[lever]));
    const before = lever === "downPayment" ? Math.max(0, loan.price - loan.credit) : loan[lever];
    const refused = along.findIndex((each) => !(each >= threshold));
    const last = refused < 0 ? values.length : refused;
    return {
      lever,
      direction,
      unit: lever === "months" ? "months" : "money",
      before,
      lastAccepted: last === 0 ? before : values[last - 1]!,
      firstRefused: refused < 0 ? null : {value: values[refused]!, points: along[refused]!}
    };
  });
  return {kind: "margins", points, threshold, monthsEstimated, margins};
}
