import type {Dependence, GlobalExplanation} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {curveShape, type CurveShape} from "./global-curve-shape.js";
import {labelOf, quote, type GlobalData, type NamedFeature} from "./global-data.js";
import {effectOf, type EffectWords} from "./global-effect.js";
import {groupLabel, isNamed, roughText} from "./global-values.js";
import {typeset} from "./typography.js";

export type DependenceOfFeature = Dependence["features"][number];
type Interaction = NonNullable<DependenceOfFeature["interaction"]>;
type Data = Pick<GlobalData, "features" | "currency" | "smallest"> & {explanation: Pick<GlobalExplanation, "unit">};

/** The groups of a number that have a place on its axis. */
export function pointsOf(feature: DependenceOfFeature): {value: number; mean: number}[] {
  return feature.groups.flatMap(({value, mean}) => (value === null ? [] : [{value, mean}]));
}

/** What becomes of the contribution as the value changes, in words. */
export function dependenceSentence(data: Data, feature: DependenceOfFeature, language: Language): string {
  const named = data.features[feature.id]!;
  const effect = effectOf(data.explanation.unit, language);
  const name = quote(labelOf(data, feature.id, language), language);
  const points = pointsOf(feature);
  const shape = isNamed(named) ? null : curveShape(points);
  const parts =
    shape === null
      ? [acrossGroups(data, feature, name, effect, language)]
      : alongCurve(shape, points, {named, name, effect, language, currency: data.currency});
  const missing = feature.groups.find(({group}) => group.kind === "missing");
  // Among groups with names, the missing are one more.
  if (missing !== undefined && !isNamed(named)) {
    const clients = formatOf(language).integer(missing.count);
    parts.push(
      language === "fr"
        ? `Quand la valeur manque (${clients}\u00a0clients) : ${effect.signed(missing.mean)} en moyenne.`
        : `Where the value is missing (${clients}\u00a0clients): ${effect.signed(missing.mean)} on average.`
    );
  }
  return typeset(parts.join(" "), language);
}

interface Telling {
  named: NamedFeature;
  name: string;
  effect: EffectWords;
  language: Language;
  currency: string;
}

function alongCurve(
  shape: CurveShape,
  points: readonly {value: number; mean: number}[],
  {named, name, effect, language, currency}: Telling
): string[] {
  const french = language === "fr";
  const value = (number: number): string => roughText(number, named.unit, {language, currency});
  const [first, last] = [points[0]!, points.at(-1)!];
  const rises = shape.trend === "rises";
  const moves = french ? (rises ? "monte" : "baisse") : rises ? "rises" : "falls";
  const ends = french
    ? `${effect.signed(first.mean)} à ${value(first.value)}, ${effect.signed(last.mean)} à ${value(last.value)}`
    : `${effect.signed(first.mean)} at ${value(first.value)}, ${effect.signed(last.mean)} at ${value(last.value)}`;
  const parts =
    shape.trend !== null
      ? [
          french
            ? `Quand ${name} augmente, ${effect.subject} ${moves} : ${ends}.`
            : `As ${name} grows, ${effect.subject} ${moves}: ${ends}.`
        ]
      : [
          french
            ? `${name} agit dans un sens, puis dans l'autre : la contribution est la plus basse autour de ${value(shape.lowest.value)} (${effect.signed(shape.lowest.mean)}), la plus haute autour de ${value(shape.highest.value)} (${effect.signed(shape.highest.mean)}).`
            : `${name} acts one way, then the other: the contribution is least around ${value(shape.lowest.value)} (${effect.signed(shape.lowest.mean)}), greatest around ${value(shape.highest.value)} (${effect.signed(shape.highest.mean)}).`
        ];
  if (shape.trend !== null && shape.crossing !== null) {
    const at = value(shape.crossing);
    const [below, above] = french
      ? rises
        ? ["baisser", "monter"]
        : ["monter", "baisser"]
      : rises
        ? ["lowers", "raises"]
        : ["raises", "lowers"];
    parts.push(
      french
        ? `En dessous de ${at} environ, cette variable fait ${below} ${effect.subject} ; au-dessus, elle le fait ${above}.`
        : `Below about ${at}, this feature ${below} ${effect.subject}; above, it ${above} it.`
    );
  }
  if (shape.slope !== null && Math.abs(shape.slope.effect) >= (effect.unit === "points" ? 0.1 : 0.01)) {
    const {step, effect: change} = shape.slope;
    const by = effect.amount(change);
    parts.push(
      french
        ? `${between(shape, value, language)}, chaque tranche de ${value(step)} ${change > 0 ? "ajoute" : "retire"} environ ${by}.`
        : `${between(shape, value, language)}, each further ${value(step)} ${change > 0 ? "adds" : "takes away"} about ${by}.`
    );
  } else if (shape.trend !== null && shape.jump !== null) {
    const {from, to, effect: change} = shape.jump;
    parts.push(
      french
        ? `Le plus grand changement est entre ${value(from)} et ${value(to)} : ${effect.amount(change)}.`
        : `The greatest change is between ${value(from)} and ${value(to)}: ${effect.amount(change)}.`
    );
  }
  // Where it all happens in one place, that it doesn't elsewhere goes without saying.
  const placed = shape.jump?.from === shape.from && shape.jump.to === shape.to;
  if (!placed && (shape.flatAfter || shape.flatBefore)) {
    const where = [
      ...(shape.flatBefore ? [french ? `en dessous de ${value(shape.from)}` : `below ${value(shape.from)}`] : []),
      ...(shape.flatAfter ? [french ? `au-delà de ${value(shape.to)}` : `beyond ${value(shape.to)}`] : [])
    ].join(french ? " et " : " and ");
    const nothing = french ? "presque plus rien ne change" : "hardly anything changes any more";
    parts.push(`${where.charAt(0).toUpperCase()}${where.slice(1)}, ${nothing}.`);
  }
  return parts;
}

function between({from, to}: CurveShape, value: (number: number) => string, language: Language): string {
  return language === "fr" ? `Entre ${value(from)} et ${value(to)}` : `Between ${value(from)} and ${value(to)}`;
}

/** From the lowest to the highest of the groups that have names. */
function acrossGroups(
  data: Data,
  feature: DependenceOfFeature,
  name: string,
  effect: EffectWords,
  language: Language
): string {
  const named = data.features[feature.id]!;
  const told = feature.groups.toSorted((a, b) => a.mean - b.mean);
  const tell = ({group, mean}: (typeof told)[number]): string =>
    `${effect.signed(mean)} (${groupLabel(group, named, {language, currency: data.currency})})`;
  const [lowest, highest] = [told[0], told.at(-1)];
  if (lowest === undefined || highest === undefined || lowest === highest) {
    return language === "fr"
      ? `Aucun groupe d'au moins ${data.smallest} clients ne permet de comparer les valeurs de ${name}.`
      : `No groups of at least ${data.smallest} clients let the values of ${name} be compared.`;
  }
  return language === "fr"
    ? `Selon ${name}, la contribution moyenne va de ${tell(lowest)} à ${tell(highest)}.`
    : `By ${name}, the mean contribution goes from ${tell(lowest)} to ${tell(highest)}.`;
}

/** Whether the same value counts the same for everyone, in words. */
export function interactionSentence(data: Data, feature: DependenceOfFeature, language: Language): string {
  const french = language === "fr";
  const {interaction} = feature;
  const own = quote(labelOf(data, feature.id, language), language);
  if (interaction === null) {
    return typeset(
      french
        ? `À valeur égale de ${own}, aucune autre variable ne change sensiblement la contribution : la même valeur compte à peu près pareil pour tous.`
        : `At an equal value of ${own}, no other feature changes the contribution noticeably: the same value counts about the same for everyone.`,
      language
    );
  }
  const effect = effectOf(data.explanation.unit, language);
  const other = quote(labelOf(data, interaction.id, language), language);
  const share = Math.round(100 * interaction.share);
  const widest = widestGap(feature, interaction);
  const sentence = french
    ? `À valeur égale de ${own}, ce qui change le plus la contribution est ${other} : cette variable explique ${share < 1 ? "moins de 1" : share} % de ses variations.`
    : `At an equal value of ${own}, what changes the contribution most is ${other}: that feature explains ${share < 1 ? "less than 1" : share}% of its variation.`;
  if (widest === null) return typeset(sentence, language);
  const where = groupLabel(feature.groups[widest.group]!.group, data.features[feature.id]!, {
    language,
    currency: data.currency
  });
  return typeset(
    sentence +
      (french
        ? ` L'écart va jusqu'à ${effect.amount(widest.gap)} (${where}).`
        : ` The difference goes up to ${effect.amount(widest.gap)} (${where}).`),
    language
  );
}

/** The group whose means differ most between the curves. */
function widestGap({groups}: DependenceOfFeature, {curves}: Interaction): {group: number; gap: number} | null {
  let widest: {group: number; gap: number} | null = null;
  for (let group = 0; group < groups.length; group++) {
    const means = curves.flatMap(({means}) => means[group] ?? []);
    const gap = Math.max(...means) - Math.min(...means);
    if (means.length > 1 && gap > (widest?.gap ?? -1)) widest = {group, gap};
  }
  return widest;
}
