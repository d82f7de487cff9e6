import {expect, test} from "vitest";
import {counted} from "../../contract/counted.ts";
import {languages} from "../../contract/text.ts";
import {themes, type Theme} from "../../contract/theme.ts";
import {catalogue} from "../../features/catalogue.ts";
import {applicantClauses, clauseTemplate} from "./applicant-clauses.ts";
import {applicantAbsences} from "./reason-absences.ts";
import {checks} from "./reason-checks.ts";

const told = catalogue.filter((feature) => {
  const theme: Theme = themes[feature.theme!];
  return !feature.protected && !theme.untold;
});
const clauses = told.flatMap((feature) =>
  languages.flatMap((language) =>
    applicantClauses[feature.id] ? [{feature, language, clause: clauseTemplate(feature.id, 1, language)!}] : []
  )
);
const zeros = told.flatMap((feature) =>
  languages.flatMap((language) =>
    applicantClauses[feature.id]?.zero ? [{feature, language, clause: clauseTemplate(feature.id, 0, language)!}] : []
  )
);

test("every feature that is told has a clause, but for those that its label tells better", () => {
  const ids = new Set(told.map(({id}) => id));
  expect(Object.keys(applicantClauses).filter((id) => !ids.has(id))).toEqual([]);
  const without = told.filter(({id}) => !applicantClauses[id]);
  expect(without.filter(({telling}) => !telling?.derived).map(({id}) => id)).toEqual([]);
  expect(without.length).toBeLessThan(30);
});

test("a clause speaks to the applicant, and to no one about other clients", () => {
  const second = {fr: /\b(vous|votre|vos)\b/i, en: /\byou(rs?)?\b/i};
  const all = [...clauses, ...zeros];
  expect(all.filter(({clause, language}) => !second[language].test(clause)).map(({clause}) => clause)).toEqual([]);
  expect(
    all.filter(({clause}) => /clients?\b|habituel|usual(?! document)/i.test(clause)).map(({clause}) => clause)
  ).toEqual([
    "Votre dernière demande valait {value} votre montant habituel",
    "Your latest application was for {value} your usual amount"
  ]);
});

test("a clause shows its value, but for a flag and for none, and ends without a full stop", () => {
  for (const {feature, clause} of clauses)
    expect([feature.id, clause.includes("{value}")]).toEqual([feature.id, feature.unit !== "flag"]);
  for (const {clause} of zeros) expect(clause).not.toContain("{");
  for (const {clause} of [...clauses, ...zeros]) expect(clause).toMatch(/^(\p{Lu}|\{value\}).*[^.;,]$/u);
});

test("in French, none of what is counted is told with its negation", () => {
  const missing = told.filter(({id, telling}) => {
    const noun = telling?.counted && counted[telling.counted].fr.none;
    const clause = applicantClauses[id];
    return noun && clause && !clause.zero && !clause.value[0].includes("{ne}");
  });
  expect(missing.map(({id}) => id)).toEqual([]);
});

test("a flag is told for yes and for no", () => {
  expect(told.filter(({id, unit}) => unit === "flag" && !applicantClauses[id]?.zero)).toEqual([]);
});

test("what to check and what is unknown are clauses too, typeset as their language is", () => {
  const texts = [...Object.values(checks), ...Object.values(applicantAbsences)];
  expect(texts.filter(({fr, en}) => /[.']|[^\u00a0]:| [;!?%]/.test(fr) || /[.']/.test(en))).toEqual([]);
});
