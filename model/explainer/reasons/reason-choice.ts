import type {FamilyId} from "../../contract/feature.ts";
import type {ManifestFeature} from "../../contract/manifest.ts";
import type {ClientRecord} from "../../contract/record.ts";
import {themes, type Theme, type ThemeId} from "../../contract/theme.ts";
import {roundContributions} from "./apportion.ts";
import {bearing} from "./bearing.ts";

/** What of a record its reasons are made of. */
export type ExplainedRecord = Pick<ClientRecord, "base" | "points" | "values" | "contributions">;

/** A theme's code, or of a feature without a theme, that of its family. */
export type ReasonCode = ThemeId | `other_${FamilyId}`;

/** A theme that is a principal reason, and the feature that tells it. */
export interface ChosenReason {
  /** Stable: see `docs/reason-codes.md`. */
  code: ReasonCode;
  family: FamilyId;
  /** The place, among the manifest's features, of the one that tells the theme. */
  teller: number;
  /** Whole points of the whole theme; never 0. */
  points: number;
  /** How much of all that moves the score, both ways, the theme is: above 0, at most 1. */
  share: number;
}

/** The principal reasons on both sides, the weightiest first, and what they leave: reasons + rest = points − base. */
export interface Choice<Reason = ChosenReason> {
  towards: Reason[];
  against: Reason[];
  /** Whole points of all that isn't told, themes too light to be and {@link Choice.untold} included. */
  rest: number;
  /** Whole points of what may never be told: protected features and untold themes. */
  untold: number;
}

/** Reasons a side that are told even where the last of them is light. */
const least = 3;
/** Of the points of its side, what a reason beyond these must carry. */
const material = 0.02;

/**
 * Chooses the principal reasons of a score. Features of one theme tell one fact, so a reason is a theme: its points are
 * the sum of its features' contributions, and one feature tells it ({@link tellerOf}). A theme is no reason when its
 * points round to 0, when it is untold, or when its features are protected. At most `most` a side: three where there are
 * as many, the others where they carry at least a fiftieth of the points of their side.
 *
 * That nothing is known of the client's credits elsewhere, or of a card, is one fact as well, however many themes have no
 * value for it: the weightiest tells it, and it's told on one side alone.
 *
 * Few, since more than about four are not likely to help an applicant, and each one that was actually scored: after the
 * official interpretations of Regulation B (12 CFR part 1002, supplement I, comments 9(b)(2)-1 and -4).
 */
export function chooseReasons(record: ExplainedRecord, features: readonly ManifestFeature[], most = 5): Choice {
  const rounded = roundContributions(
    record.base,
    record.contributions,
    features.map(({family}) => family),
    record.points,
    themesOf(features)
  );
  const parts = rounded.themes.map(({points, features: members}) => {
    const {protected: isProtected, theme, family} = features[members[0]!]!;
    const exact = members.reduce((sum, i) => sum + record.contributions[i]!, 0);
    const known: Theme | undefined = theme && themes[theme];
    const code: ReasonCode = theme ?? `other_${family}`;
    return {points, members, exact, family, code, untold: isProtected || known?.untold === true};
  });
  const moved = parts.reduce((sum, {exact}) => sum + Math.abs(exact), 0);
  const candidates = parts
    .filter(({points, exact, untold}) => !untold && points * exact > 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || Math.abs(b.exact) - Math.abs(a.exact))
    .map(({members, ...part}) => ({...part, teller: tellerOf(members, part.points > 0 ? 1 : -1, record, features)}));
  const absent = new Set<string>();
  const distinct = candidates.filter(({teller}) => {
    if (record.values[teller] !== null) return true;
    const unknown = unknownOf(features[teller]!);
    return !absent.has(unknown) && absent.add(unknown);
  });
  const side = (sign: 1 | -1): ChosenReason[] => {
    const reasons = distinct.filter(({points}) => points * sign > 0);
    const all = reasons.reduce((sum, {exact}) => sum + exact, 0);
    return reasons
      .filter(({exact}, place) => place < most && (place < least || exact / all >= material))
      .map(({code, family, teller, points, exact}) => ({code, family, teller, points, share: Math.abs(exact) / moved}));
  };
  const [towards, against] = [side(1), side(-1)];
  const told = [...towards, ...against].reduce((sum, {points}) => sum + points, 0);
  return {
    towards,
    against,
    rest: record.points - rounded.base - told,
    untold: parts.reduce((sum, {points, untold}) => sum + (untold ? points : 0), 0)
  };
}

/** What groups each feature with others: its theme; a protected one, and one without a theme, stands alone. */
export function themesOf(features: readonly ManifestFeature[]): string[] {
  return features.map(({theme, id, protected: isProtected}) => (isProtected ? undefined : theme) ?? `feature ${id}`);
}

/** What is not known where a feature has no value: of the application each point by itself, of a history the history. */
function unknownOf({source, telling, id}: ManifestFeature): string {
  switch (source) {
    case "application":
      return telling?.absence ?? id;
    case "bureau":
    case "bureau_balance":
      return "credits elsewhere";
    case "POS_CASH_balance":
    case "installments_payments":
      return "loans here";
    default:
      return source;
  }
}

/**
 * The feature that tells a theme: of those that move the score the theme's way, the one with the greatest contribution,
 * weighed by how well its value is said aloud: an amount or a count before a share or a ratio, and these before a trend
 * or an index; a value before a missing one; and one that lies on the side of the usual that its effect has people
 * expect before one that doesn't.
 */
function tellerOf(
  members: readonly number[],
  sign: 1 | -1,
  {values, contributions}: ExplainedRecord,
  features: readonly ManifestFeature[]
): number {
  const weight = (i: number): number => {
    const feature = features[i]!;
    const plain = feature.telling?.derived ? 0.15 : feature.unit === "ratio" || feature.unit === "number" ? 0.5 : 1;
    const known = values[i] === null ? 0.4 : 1;
    const expected = [0.1, feature.direction === "none" ? 0.7 : 0.5, 1][bearing(values[i]!, feature) * sign + 1]!;
    return contributions[i]! * sign * plain * known * expected;
  };
  return members.reduce((best, i) => (weight(i) > weight(best) ? i : best));
}
