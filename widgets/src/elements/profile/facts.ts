import type {ManifestFeature} from "../../../../model/contract/manifest.ts";
import type {Language} from "../../../../model/contract/text.ts";
import {
  absenceText,
  colon,
  isUsual,
  namesCounted,
  spokenValue,
  usualClause
} from "../../../../model/explainer/reasons/reason-words.ts";
import type {Client} from "../../book/book.ts";
import {finder, searchable} from "./filter.ts";
import {departureOf, type Departure} from "./unusual.ts";

/** One thing that is known of a client, or isn't, written for people. */
export interface Fact {
  feature: ManifestFeature;
  label: string;
  /** Of a missing value, that it is and what that means. */
  value: string;
  missing: boolean;
  usual: string | null;
  departure: Departure | undefined;
  /** What a search looks in. */
  text: string;
}

/** Everything that a client's record tells, in the manifest's order; protected features are left out. */
export function factsOf({manifest, record}: Client, language: Language): Fact[] {
  const {currency} = manifest;
  return manifest.features.flatMap((feature, i) => {
    if (feature.protected) return [];
    const value = record.values[i]!;
    const label = feature.label[language];
    const spoken = spokenValue(value, feature, language, currency, namesCounted(feature, language));
    const told = value === null ? `${spoken}${colon[language]}${absenceText(feature, language)}` : spoken;
    // What reads as all that is usual doesn't stand out, whatever the digits that aren't written say.
    const departure = isUsual(value, feature, language, currency) ? undefined : departureOf(value, feature);
    return {
      feature,
      label,
      value: told,
      missing: value === null,
      usual: usualClause(value, feature, language, currency),
      departure,
      text: searchable(label, told)
    };
  });
}

/** What a person asked to see: facts in which every word of the query is, of one family, the unusual ones. */
export interface Filter {
  query: string;
  family: string | null;
  unusual: boolean;
}

/** The facts that a filter lets through. */
export function filtered(facts: readonly Fact[], {query, family, unusual}: Filter): Set<Fact> {
  const finds = finder(query);
  return new Set(
    facts.filter(
      ({feature, departure, text}) =>
        (family === null || feature.family === family) && (!unusual || departure !== undefined) && finds(text)
    )
  );
}
