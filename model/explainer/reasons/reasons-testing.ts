import type {Manifest} from "../../contract/manifest.ts";
import {languages, type Language} from "../../contract/text.ts";
import {themes, type Theme} from "../../contract/theme.ts";
import {bearing} from "./bearing.ts";
import type {ExplainedRecord} from "./reason-choice.ts";
import {longestSentence} from "./reason-words.ts";
import {principalReasons, type Audience, type Reason, type Reasons} from "./reasons.ts";

/** Words that judge: none may stand in what a sentence says around the label and the value. */
const judging =
  /élevé|faible|important|excessif|insuffisant|trop|mauvais|bon |bonne|risqu|\b(high|low|poor|bad|good|weak|strong|excessive|insufficient|too)\b/iu;
const compares = /habituellement|le plus souvent|clients sur|la plupart|\busually\b|most often|clients in|most clients/;
const misplacedInFrench = /\d\.\d|\d,\d{3},| [;:!?%»€]|« |[^\u202f][;!?]|[^\u00a0]:|[^\u00a0\u202f]%/u;
const misplacedInEnglish = /[\u00a0\u202f\s][;:%]|\d[\u00a0\u202f\s]\d{3}\b|\d,\d{1,2}(?!\d)|€\s|\d €/u;
const askedOf: Record<Language, RegExp> = {
  fr: /organismes? qui l(’a|es ont) fournis?/,
  en: /organisations? that provided/
};

/**
 * What is wrong with the reasons that a record gives, in all languages and to both audiences: the rules that hold for
 * every client of every portfolio, each fault with the sentence. None where all is well.
 */
export function reasonFaults(record: ExplainedRecord, manifest: Pick<Manifest, "features" | "currency">): string[] {
  const faults: string[] = [];
  const told: Reasons[] = [];
  for (const language of languages) {
    for (const audience of ["advisor", "applicant"] as const) {
      const reasons = principalReasons(record, manifest, language, {audience});
      told.push(reasons);
      faults.push(...faultsOfSum(record, reasons));
      for (const [sign, side] of [
        [1, reasons.towards],
        [-1, reasons.against]
      ] as const) {
        for (const reason of side) {
          for (const fault of faultsOfReason(reason, sign, record, manifest, language, audience)) {
            faults.push(`${fault}: ${reason.sentence}`);
          }
        }
      }
    }
  }
  const choices = new Set(told.map(({towards, against}) => JSON.stringify([towards.map(choice), against.map(choice)])));
  if (choices.size > 1) faults.push("languages or audiences are told different reasons");
  return faults;
}

function choice({code, featureId, points}: Reason): unknown {
  return [code, featureId, points];
}

function faultsOfSum(record: ExplainedRecord, {towards, against, rest}: Reasons): string[] {
  const all = [...towards, ...against];
  const sum = all.reduce((total, {points}) => total + points, rest);
  const codes = all.map(({code}) => code).filter((code) => !code.startsWith("other_"));
  const share = all.reduce((total, reason) => total + reason.share, 0);
  return [
    sum !== record.points - Math.round(record.base) && "reasons and rest don't add up",
    new Set(codes).size < codes.length && "a theme is told twice",
    Math.max(towards.length, against.length) > 5 && "more than five reasons a side",
    (share > 1 + 1e-9 || all.some((reason) => !(reason.share > 0))) && "shares beyond what moves the score"
  ].filter((fault) => fault !== false);
}

function faultsOfReason(
  reason: Reason,
  sign: 1 | -1,
  {values, contributions}: ExplainedRecord,
  {features}: Pick<Manifest, "features">,
  language: Language,
  audience: Audience
): string[] {
  const {code, points, sentence, label, value: valueText} = reason;
  const place = features.findIndex(({id}) => id === reason.featureId);
  const feature = features[place]!;
  const value = values[place]!;
  const theme: Theme | undefined = feature.theme && themes[feature.theme];
  const members = features.flatMap((other, i) =>
    (feature.theme ? other.theme === feature.theme : i === place) && !other.protected ? [i] : []
  );
  const exact = members.reduce((total, i) => total + contributions[i]!, 0);
  const around = sentence.replace(label, "").replace(valueText, "");
  const contradicts = bearing(value, feature) * sign < 0;
  const misplaced = language === "fr" ? misplacedInFrench : misplacedInEnglish;
  return [
    (feature.protected || theme?.untold) && "tells what may not be told",
    code !== (feature.theme ?? `other_${feature.family}`) && "has another code than its feature's theme",
    (points * sign <= 0 || exact * sign <= 0 || contributions[place]! * sign <= 0) && "stands on the wrong side",
    Math.abs(exact - points) >= 2 && "has points far from its features'",
    sentence.length > longestSentence && `has ${sentence.length} characters`,
    (/_|\{|\}|undefined|NaN|null/.test(sentence) || !/^[\p{Lu}\d].*\.$/u.test(sentence)) && "is no sentence",
    misplaced.test(sentence) && "is not written as its language writes",
    judging.test(around) && audience === "advisor" && "judges",
    (contradicts || audience === "applicant" || value === null) && compares.test(around) && "compares",
    value === null &&
      audience === "advisor" &&
      !/\((?=\p{L}).+\)\.$/u.test(sentence) &&
      "doesn't say why a value is missing",
    feature.family === "external" && value !== null && !askedOf[language].test(sentence) && "says not whom to ask",
    audience === "applicant" &&
      sign < 0 &&
      !sentence.includes(language === "fr" ? "\u202f; " : "; ") &&
      "gives nothing to check"
  ].filter((fault) => typeof fault === "string");
}
