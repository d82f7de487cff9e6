import {classesOf, type CodeClasses, type CodeSet} from "./code-set.ts";
import {placeOf, type FeatureCodes} from "./feature-codes.ts";
import type {Conditions, Parts} from "./parts.ts";

/** What a factor can tell apart about one of its features. */
export interface FeatureStates {
  /** The factor's conditions on it, and the classes of codes that these don't tell apart. */
  readonly conditions: readonly number[];
  readonly classes: CodeClasses;
  /** What a class counts in the number of a state. */
  readonly stride: number;
}

/**
 * The states of a factor, feature by feature. A state is a number whose digits are classes, the first feature's the
 * lowest: a factor has one value, and one contribution of each feature, for all rows of a state.
 */
export interface FactorStates {
  readonly features: readonly FeatureStates[];
  readonly count: number;
}

export function factorStates(
  {featureStart, feature, askStart, condition, place}: Parts,
  conditions: Conditions,
  codes: readonly FeatureCodes[],
  factor: number
): FactorStates {
  const start = featureStart[factor]!;
  const asked = Array.from({length: featureStart[factor + 1]! - start}, () => new Set<number>());
  for (let ask = askStart[factor]!; ask < askStart[factor + 1]!; ask++) asked[place[ask]!]!.add(condition[ask]!);
  let count = 1;
  const features = asked.map((numbers, i): FeatureStates => {
    const of = codes[feature[start + i]!]!;
    const sets = Array.from(numbers, (number) => codeSet(conditions, number, of));
    const classes = classesOf(sets, of.cuts.length + 2);
    const stride = count;
    count *= classes.members.length;
    return {conditions: [...numbers], classes, stride};
  });
  return {features, count};
}

/** The places of the codes that pass a condition. */
function codeSet({runStart, runs}: Conditions, number: number, codes: FeatureCodes): CodeSet {
  const set: number[] = [];
  for (let run = runStart[number]!; run < runStart[number + 1]!; run += 2) {
    const first = runs[run]!;
    set.push(placeOf(codes, first), placeOf(codes, (first + runs[run + 1]!) >>> 0) + 1);
  }
  return set;
}
