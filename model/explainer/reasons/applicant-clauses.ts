import type {Language, Text} from "../../contract/text.ts";
import {typeset, type Typed} from "../../contract/typeset.ts";
import {applicationClauses} from "./applicant-clauses-application.ts";
import {bureauBalanceClauses} from "./applicant-clauses-bureau-balance.ts";
import {bureauClauses} from "./applicant-clauses-bureau.ts";
import {creditCardBalanceClauses} from "./applicant-clauses-credit-card-balance.ts";
import {installmentsPaymentsClauses} from "./applicant-clauses-installments-payments.ts";
import {posCashBalanceClauses} from "./applicant-clauses-pos-cash-balance.ts";
import {previousApplicationClauses} from "./applicant-clauses-previous-application.ts";

/**
 * How a feature is told to the applicant: a clause in the second person, without a full stop. `{value}` stands for the
 * value in its unit; `{ne}` for the negation that "aucun" and "aucune" need before the verb that follows it.
 */
export interface Clause {
  /** Any value; of a flag: yes. */
  value: Typed;
  /** The value 0, where it is told in other words; of a flag: no. */
  zero?: Typed;
}

/**
 * The clauses of a table's features, by their ids in the catalogue. Here rather than in the catalogue itself, since the
 * client book's manifest carries that to every widget, and only letters to applicants need these.
 */
export type Clauses = Readonly<Record<string, Clause>>;

export const applicantClauses: Clauses = {
  ...applicationClauses,
  ...bureauClauses,
  ...bureauBalanceClauses,
  ...previousApplicationClauses,
  ...posCashBalanceClauses,
  ...installmentsPaymentsClauses,
  ...creditCardBalanceClauses
};

// Typesetting is a few regular expressions a text: most are never asked for.
const typesetOnce = new Map<Typed, Text>();

/** The clause that tells a value of a feature; undefined where the catalogue's label alone can tell it. */
export function clauseTemplate(featureId: string, value: number, language: Language): string | undefined {
  const clause = applicantClauses[featureId];
  if (clause === undefined) return undefined;
  const typed = (value === 0 ? clause.zero : undefined) ?? clause.value;
  let text = typesetOnce.get(typed);
  if (!text) typesetOnce.set(typed, (text = typeset(...typed)));
  return text[language];
}
