import type {Ensemble, Tree} from "../contract/ensemble.ts";
import {LimpideError} from "../contract/errors.ts";

/** Where a feature of an ensemble is found in another table, and how its categories are coded there. */
export interface NewPlace {
  feature: number;
  /** Null leaves codes as they are; a number has none. */
  codes: NewCodes | null;
}

export interface NewCodes {
  /** By old code, the new one; null of a category that the new table lacks. */
  of: readonly (number | null)[];
  /** New codes of categories that had no old one: a split treats them as it treats a missing value. */
  unknown: readonly number[];
}

/** The codes of a feature's categories in another table, which may have others and lack some. */
export function codesByName(before: readonly string[], after: readonly string[]): NewCodes {
  const codes = new Map(after.map((name, code) => [name, code]));
  const known = new Set(before);
  return {
    of: before.map((name) => codes.get(name) ?? null),
    unknown: after.flatMap((name, code) => (known.has(name) ? [] : [code]))
  };
}

/**
 * The same ensemble over the columns of another table: for a row of that table, the raw score is, to the last bit, what
 * the ensemble gave the same row in its own columns, with categories that it doesn't know missing.
 * @param places by feature; one that no split reads needs none
 * @throws {LimpideError} E_MODEL for a split on a feature without a place, and for a code that has no name
 */
export function renumber(
  {trees, baseScore}: Ensemble,
  places: readonly (NewPlace | undefined)[],
  featureCount: number
): Ensemble {
  return {featureCount, baseScore, trees: trees.map((tree, index) => renumberTree(tree, index, places))};
}

function renumberTree(tree: Tree, index: number, places: readonly (NewPlace | undefined)[]): Tree {
  const fail = (message: string): never => {
    throw new LimpideError("E_MODEL", `tree ${index}: ${message}`);
  };
  const placeOf = (split: number): NewPlace =>
    places[tree.splitFeature[split]!] ?? fail(`split ${split} reads a feature without a place`);
  return {
    ...tree,
    splitFeature: tree.splitFeature.map((_, split) => placeOf(split).feature),
    categories: tree.categories.map((set, split) => {
      const {codes} = placeOf(split);
      if (set === null || codes === null) return set;
      const moved = set.flatMap((code) => {
        const to = codes.of[code];
        if (to === undefined) return fail(`split ${split} names code ${code} of ${codes.of.length} categories`);
        return to === null ? [] : [to];
      });
      const missingGoesLeft = tree.missing[split] === "nan" && tree.defaultLeft[split]!;
      return [...moved, ...(missingGoesLeft ? codes.unknown : [])].sort((a, b) => a - b);
    })
  };
}
