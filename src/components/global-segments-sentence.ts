import type {GlobalExplanation, SegmentImportance} from "../../model/contract/global-explanation.ts";
import type {Language} from "../../model/contract/text.ts";
import {formatOf} from "./format.js";
import {quote, type GlobalData} from "./global-data.js";
import {effectOf} from "./global-effect.js";
import {typeset} from "./typography.js";

type Data = Pick<GlobalData, "families" | "smallest"> & {explanation: Pick<GlobalExplanation, "unit">};

/** Whether the same family comes first everywhere, and which family counts most unequally. */
export function segmentSentence(data: Data, {families, segments}: SegmentImportance, language: Language): string {
  const french = language === "fr";
  const {integer, list} = formatOf(language);
  const name = (family: number): string => quote(data.families[families[family]!][language], language);
  const firsts = segments.map(({families}) => families.indexOf(Math.max(...families)));
  const counts = families.map((_, family) => firsts.filter((first) => first === family).length);
  const common = counts.indexOf(Math.max(...counts));
  const others = segments
    .map((segment, i) => ({segment, first: firsts[i]!}))
    .filter(({first}) => first !== common)
    .map(({segment, first}) => `${name(first)} (${segment.label[language]})`);
  const all = integer(segments.length);
  const same = french
    ? others.length === 0
      ? `Dans les ${all} groupes, la famille qui compte le plus est la même : ${name(common)}.`
      : `Dans ${integer(counts[common]!)} des ${all} groupes, ${name(common)} est la famille qui compte le plus ; ailleurs, c'est ${list(others)}.`
    : others.length === 0
      ? `In all ${all} groups, the family that counts most is the same: ${name(common)}.`
      : `In ${integer(counts[common]!)} of the ${all} groups, ${name(common)} is the family that counts most; elsewhere it is ${list(others)}.`;
  const effect = effectOf(data.explanation.unit, language);
  const {family, least, most} = widestSpread({families, segments});
  const [low, high] = [least, most].map((i) => ({
    amount: effect.amount(segments[i]!.families[family]!),
    label: quote(segments[i]!.label[language], language)
  }));
  const widest = french
    ? `Le plus grand écart est celui de ${name(family)} : ${low!.amount} en moyenne pour ${low!.label}, ${high!.amount} pour ${high!.label}.`
    : `The greatest difference is that of ${name(family)}: ${low!.amount} on average for ${low!.label}, ${high!.amount} for ${high!.label}.`;
  return typeset(segments.length > 1 ? `${same} ${widest}` : same, language);
}

/** The family whose mean differs most between segments, and the segments where it is least and most. */
function widestSpread({families, segments}: Pick<SegmentImportance, "families" | "segments">): {
  family: number;
  least: number;
  most: number;
} {
  const spreads = families.map((_, family) => {
    const means = segments.map((segment) => segment.families[family]!);
    const [least, most] = [means.indexOf(Math.min(...means)), means.indexOf(Math.max(...means))];
    return {family, least, most, spread: means[most]! - means[least]!};
  });
  return spreads.reduce((widest, one) => (one.spread > widest.spread ? one : widest));
}

/** Who isn't told, and why; empty where everyone is. */
export function withheldSentence({smallest}: Data, {withheld}: SegmentImportance, language: Language): string {
  if (withheld === 0) return "";
  const {integer} = formatOf(language);
  const [clients, least] = [integer(withheld), integer(smallest)];
  const one = withheld === 1;
  return typeset(
    language === "fr"
      ? `${clients} client${one ? "" : "s"}, sans réponse ou dans des groupes de moins de ${least} personnes, ${one ? "n'est pas montré" : "ne sont pas montrés"}.`
      : `${clients} client${one ? "" : "s"}, without an answer or in groups of fewer than ${least} people, ${one ? "is" : "are"} not shown.`,
    language
  );
}
