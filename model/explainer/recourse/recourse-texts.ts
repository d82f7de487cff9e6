import type {Margin, QuantityId, Recourse} from "../../contract/recourse.ts";

/** Who reads: an advisor about a client, or the applicant about their own request. */
export type Audience = "advisor" | "applicant";

/** A quantity's values, written for people. */
export interface Change {
  before: string;
  after: string;
  /** What it was before is 0. */
  isNew: boolean;
}

/** The words of one language. Arguments are written for people already, unless they are numbers to count with. */
export interface RecourseTexts {
  lead(count: number, goal: Recourse["goal"]): string;
  none(tried: number, needed: string): string;
  noneTried: string;
  reached: string;
  /** The changes as the beginning of a sentence. */
  condition: Record<Audience, (changes: Partial<Record<QuantityId, Change>>) => string>;
  outcome: Record<Audience, (before: string, after: string, review: boolean) => string>;
  distance: Record<Audience, (spare: number, threshold: string) => string>;
  margin(
    margin: Pick<Margin, "lever" | "direction">,
    last: string | null,
    refused: {value: string; points: string} | null
  ): string;
  simulation: Record<Audience, string>;
  estimated: string;
  dearer: string;
  /** A number of months that isn't known for sure. */
  about(months: string): string;
}
