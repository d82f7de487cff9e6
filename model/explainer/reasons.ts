import type {FamilyId} from "../contract/feature.ts";
import type {Manifest, ManifestFeature} from "../contract/manifest.ts";
import type {ClientRecord} from "../contract/record.ts";
import type {Language, Text} from "../contract/text.ts";
import {roundContributions} from "./apportion.ts";
import {formatRange, formatValue} from "./format-value.ts";

/** A principal reason of a score, for an advisor to read aloud. It states facts; its side alone says what they did. */
export interface Reason {
  family: FamilyId;
  featureId: string;
  /** Whole points that it adds or takes away; never 0. */
  points: number;
  label: string;
  /** The client's value, in its unit. */
  value: string;
  /** What is usual among all clients; null where nothing useful can be said. */
  usual: string | null;
  /** Label, value and what is usual, as one sentence. */
  sentence: string;
}

/** The reasons that raised a score and those that lowered it, the weightiest first. */
export interface Reasons {
  towards: Reason[];
  against: Reason[];
}

export interface ReasonsOptions {
  /** Reasons a side. */
  most?: number;
  /** Reasons of one family a side: features of a family often tell the same fact twice. */
  mostPerFamily?: number;
}

/**
 * The principal reasons of a client's score, at most four a side and two a family. Points are those of
 * {@link roundContributions}, so that they agree with a full account beside them; a feature whose points round to 0 is
 * no reason, and a protected one is never told.
 */
export function principalReasons(
  record: ClientRecord,
  manifest: Pick<Manifest, "features" | "currency">,
  language: Language,
  {most = 4, mostPerFamily = 2}: ReasonsOptions = {}
): Reasons {
  const rounded = roundContributions(
    record.base,
    record.contributions,
    manifest.features.map(({family}) => family),
    record.points
  );
  const side = (sign: 1 | -1): Reason[] => {
    const told = new Map<FamilyId, number>();
    const places = manifest.features
      .map((_, i) => i)
      .filter((i) => !manifest.features[i]!.protected && rounded.features[i]! * sign > 0)
      .filter((i) => record.contributions[i]! * sign > 0)
      .sort((a, b) => Math.abs(record.contributions[b]!) - Math.abs(record.contributions[a]!) || a - b);
    return places
      .filter((i) => {
        const {family} = manifest.features[i]!;
        const count = (told.get(family) ?? 0) + 1;
        told.set(family, count);
        return count <= mostPerFamily;
      })
      .slice(0, most)
      .map((i) => ({
        ...describe(manifest.features[i]!, record.values[i]!, language, manifest.currency),
        points: rounded.features[i]!
      }));
  };
  return {towards: side(1), against: side(-1)};
}

const usually: Text = {fr: "habituellement", en: "usually"};

const mostOften: Text = {fr: "le plus souvent", en: "most often"};
const like: Text = {fr: "comme", en: "like"};

/**
 * What is usual, beside a client's value: the quartiles of a number; of a category, how many are in the client's case
 * where it is the most frequent one, and else which one is. Null where nothing useful can be said.
 */
export function usualClause(
  value: number | null,
  feature: ManifestFeature,
  language: Language,
  currency: string
): string | null {
  const {unit, usual} = feature;
  if (usual === null) return null;
  if (unit === "category") {
    const [code, share] = usual;
    const hundredth = Math.min(99, Math.max(1, Math.round(share! * 100)));
    const people =
      language === "fr"
        ? `${hundredth}\u00a0client${hundredth === 1 ? "" : "s"} sur\u00a0100`
        : `${hundredth} client${hundredth === 1 ? "" : "s"} in\u00a0100`;
    return value === code
      ? `${like[language]} ${people}`
      : `${mostOften[language]} ${formatValue(code!, feature, language, currency)} (${people})`;
  }
  const [low, , high] = usual;
  if (unit === "flag") {
    return low === high ? `${usually[language]} ${formatValue(high!, feature, language, currency)}` : null;
  }
  return `${usually[language]} ${formatRange(low!, high!, feature, language, currency)}`;
}

function describe(
  feature: ManifestFeature,
  value: number | null,
  language: Language,
  currency: string
): Omit<Reason, "points"> {
  const label = feature.label[language];
  const valueText = formatValue(value, feature, language, currency);
  const usual = usualClause(value, feature, language, currency);
  const [colon, semicolon] = language === "fr" ? ["\u00a0: ", "\u202f; "] : [": ", "; "];
  return {
    family: feature.family,
    featureId: feature.id,
    label,
    value: valueText,
    usual,
    sentence: `${label}${colon}${valueText}${usual === null ? "" : semicolon + usual}.`
  };
}
