import type {Manifest, ManifestFeature} from "../../contract/manifest.ts";
import type {Language, Text} from "../../contract/text.ts";
import {clauseTemplate} from "./applicant-clauses.ts";
import {bearing} from "./bearing.ts";
import {formatValue} from "./format-value.ts";
import {applicantAbsences} from "./reason-absences.ts";
import {tellChoice, topicOf, type Reason, type Reasons} from "./reason-advisor.ts";
import {checkOf, checks} from "./reason-checks.ts";
import {chooseReasons, type ChosenReason, type ExplainedRecord} from "./reason-choice.ts";
import {inSentence, longestSentence, semicolon, spokenValue} from "./reason-words.ts";

const says: Text = {fr: "Votre dossier indique ceci\u00a0: ", en: "Your file says this: "};
const withTheRest: Text = {
  fr: "ce point compte avec le reste de votre dossier",
  en: "this point counts together with the rest of your file"
};

/** The principal reasons as the applicant reads them: see {@link principalReasons}, for an applicant alone. */
export function applicantReasons(
  record: ExplainedRecord,
  {features, currency}: Pick<Manifest, "features" | "currency">,
  language: Language,
  most?: number
): Reasons {
  return tellChoice(chooseReasons(record, features, most), (chosen) =>
    tellApplicant(chosen, features[chosen.teller]!, record.values[chosen.teller]!, language, currency)
  );
}

/**
 * "Sur les 12 derniers mois, vous avez payé 4 échéances en retard ; demandez-nous le relevé de vos échéances." The fact,
 * and against the applicant what to check or whom to ask. No comparison with other people.
 */
function tellApplicant(
  {teller: _, ...chosen}: ChosenReason,
  feature: ManifestFeature,
  value: number | null,
  language: Language,
  currency: string
): Reason {
  const clause = clauseOf(feature, value, language, currency);
  const notes: string[] = [];
  if (feature.family === "external" && value !== null) {
    notes.push((feature.telling?.several ? checks.askProviders : checks.askProvider)[language]);
  } else if (bearing(value, feature) * chosen.points < 0) notes.push(withTheRest[language]);
  else if (chosen.points < 0) notes.push((value === null ? checks.withUs : checkOf(chosen.code))[language]);
  const whole = [clause, ...notes].join(semicolon[language]);
  return {
    ...chosen,
    featureId: feature.id,
    topic: topicOf(feature, language),
    label: feature.label[language],
    value: spokenValue(value, feature, language, currency),
    usual: null,
    sentence: `${whole.length < longestSentence ? whole : clause}.`
  };
}

function clauseOf(feature: ManifestFeature, value: number | null, language: Language, currency: string): string {
  const label = inSentence(feature.label[language]);
  if (value === null) {
    const absence = applicantAbsences[feature.telling?.absence ?? "notStated"][language];
    return absence.endsWith(": ") ? absence + label : absence;
  }
  const template = clauseTemplate(feature.id, value, language);
  if (template === undefined) return `${says[language]}${label}, ${spokenValue(value, feature, language, currency)}`;
  const text = valueInClause(value, feature, language, currency);
  const clause = template
    .replace(/\{ne\}(.)/, (_, next: string) => (text.startsWith("aucun") ? negation(next) : "") + next)
    .replace("{value}", text)
    .replace(" de le ", " du ");
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

/** The value as a clause goes on from it: "79 % de" rather than "0,79 fois" what follows. */
function valueInClause(value: number, feature: ManifestFeature, language: Language, currency: string): string {
  if (feature.telling?.counted !== "times" || value <= 0 || value >= 1.05) {
    return spokenValue(value, feature, language, currency);
  }
  const share = formatValue(value, {unit: "ratio", categories: null}, language, currency);
  return `${share} ${language === "fr" ? "de" : "of"}`;
}

function negation(next: string): string {
  return /[aeiouhéèê]/i.test(next) ? "n’" : "ne ";
}
