import type {Manifest} from "../../contract/manifest.ts";
import type {Language} from "../../contract/text.ts";
import {advisorReasons, type Reasons} from "./reason-advisor.ts";
import {applicantReasons} from "./reason-applicant.ts";
import type {ExplainedRecord} from "./reason-choice.ts";

export type {Reason, Reasons} from "./reason-advisor.ts";

/** Who reads or hears the reasons: the advisor at the counter, or the applicant in a letter. */
export type Audience = "advisor" | "applicant";

export interface ReasonsOptions {
  audience?: Audience;
  /** Reasons a side. */
  most?: number;
}

/**
 * The principal reasons of a client's score, for and against, the weightiest first, at most five a side. A reason is a
 * theme of the catalogue, with its stable code (`docs/reason-codes.md`); its points are the sum of its features', as
 * {@link roundContributions} rounds them, so that reasons + rest = points − base and a full account beside them agrees.
 * One of its features tells it: to an advisor in facts, the value against what is usual; to the applicant in the second
 * person, with what to check, and without a comparison with other people. Whatever the audience, the reasons are the
 * same, and the same record gives the same words.
 *
 * After the practice of adverse action notices, where reasons must be specific and be those that the score was made of
 * (Equal Credit Opportunity Act, Regulation B, 12 CFR 1002.9(b)(2) and its official interpretations; CFPB circulars
 * 2022-03 and 2023-03 on models that are hard to explain), and the right to "a clear and comprehensible explanation"
 * of an automated assessment, its logic and risks (directive (EU) 2023/2225, article 18(8); on what makes it one, Court
 * of Justice of the European Union, C-203/22, 27 February 2025).
 */
export function principalReasons(
  record: ExplainedRecord,
  manifest: Pick<Manifest, "features" | "currency">,
  language: Language,
  {audience = "advisor", most = 5}: ReasonsOptions = {}
): Reasons {
  return (audience === "advisor" ? advisorReasons : applicantReasons)(record, manifest, language, most);
}
