import type {Manifest, ManifestFeature} from "../../contract/manifest.ts";
import type {Language, Text} from "../../contract/text.ts";
import {themes} from "../../contract/theme.ts";
import {bearing} from "./bearing.ts";
import {chooseReasons, type Choice, type ChosenReason, type ExplainedRecord} from "./reason-choice.ts";
import {
  absenceText,
  colon,
  isUsual,
  longestSentence,
  namesCounted,
  semicolon,
  spokenValue,
  usualClause
} from "./reason-words.ts";

/** A principal reason of a score, in words. It states facts; its side alone says what they did. */
export interface Reason extends Omit<ChosenReason, "teller"> {
  featureId: string;
  /** What the reason is about: its theme's label, or that of a feature without a theme. */
  topic: string;
  /** The label of the feature that tells it. */
  label: string;
  /** The client's value, in its unit. */
  value: string;
  /** What is usual among all clients; null where nothing useful can be said, or nothing fair. */
  usual: string | null;
  /** All of it, for whom it is meant; at most 160 characters. */
  sentence: string;
}

/** The reasons that raised a score and those that lowered it, the weightiest first; with what they leave untold. */
export type Reasons = Choice<Reason>;

const likeMost: Text = {fr: ", comme pour la plupart des clients", en: ", as for most clients"};
const withTheRest: Text = {fr: "à lire avec le reste du dossier", en: "to be read with the rest of the file"};
const askProvider: Text = {
  fr: "à demander à l’organisme qui l’a fourni",
  en: "ask the organisation that provided it"
};
const askProviders: Text = {
  fr: "à demander aux organismes qui les ont fournis",
  en: "ask the organisations that provided them"
};

/** The principal reasons as an advisor reads them aloud: see {@link principalReasons}, for an advisor alone. */
export function advisorReasons(
  record: ExplainedRecord,
  {features, currency}: Pick<Manifest, "features" | "currency">,
  language: Language,
  most?: number
): Reasons {
  return tellChoice(chooseReasons(record, features, most), (chosen) =>
    tellAdvisor(chosen, features[chosen.teller]!, record.values[chosen.teller]!, language, currency)
  );
}

/** The same choice, put in words. */
export function tellChoice(choice: Choice, tell: (chosen: ChosenReason) => Reason): Reasons {
  return {...choice, towards: choice.towards.map(tell), against: choice.against.map(tell)};
}

/**
 * "Retards de paiement sur 12 mois : 4 échéances ; habituellement 0 à 1." Facts alone: no word says that a value is
 * good or bad. Where the value lies on the side of the usual that would have people expect the opposite of what it did,
 * since it counts in combination with others, nothing is compared and the sentence says to read it with the rest.
 */
function tellAdvisor(
  {teller: _, ...chosen}: ChosenReason,
  feature: ManifestFeature,
  value: number | null,
  language: Language,
  currency: string
): Reason {
  const label = feature.label[language];
  const valueText = spokenValue(value, feature, language, currency, namesCounted(feature, language));
  const contradicts = bearing(value, feature) * chosen.points < 0;
  const usual = value === null || contradicts ? null : usualClause(value, feature, language, currency);
  const head = `${label}${colon[language]}${valueText}`;
  const notes: string[] = [];
  let opening = head;
  if (value === null) opening = `${head} (${absenceText(feature, language)})`;
  else if (contradicts) notes.push(withTheRest[language]);
  else if (isUsual(value, feature, language, currency)) opening = head + likeMost[language];
  else if (usual !== null && value === feature.usual![0] && feature.unit === "category") opening = `${head}, ${usual}`;
  else if (usual !== null) notes.push(usual);
  if (value !== null && feature.family === "external")
    notes.push((feature.telling?.several ? askProviders : askProvider)[language]);
  // What is usual is the first to go where all of it would be too long to say.
  const whole = [opening, ...notes].join(semicolon[language]);
  const short = [head, ...notes.filter((note) => note !== usual)].join(semicolon[language]);
  return {
    ...chosen,
    featureId: feature.id,
    topic: topicOf(feature, language),
    label,
    value: valueText,
    usual,
    sentence: `${whole.length < longestSentence ? whole : short}.`
  };
}

/** What a reason is about. */
export function topicOf({theme, label}: ManifestFeature, language: Language): string {
  return (theme ? themes[theme].label : label)[language];
}
