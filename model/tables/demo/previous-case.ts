import {type Client} from "./client.ts";
import {applicationCounts, cases, laterAges, oldestAges, sameDays} from "./previous-case-cells.ts";
import {type Stream} from "./random.ts";

export type Kind = "Cash loans" | "Consumer loans" | "Revolving loans" | "XNA";
export type Status = "Approved" | "Canceled" | "Refused" | "Unused offer";

/**
 * What an application was for, and what came of it. "Early" is before any terms were discussed, "late" after, "bare"
 * a card without a limit, and "none" what the lender doesn't classify.
 */
export const caseKinds = {
  "cash approved": ["Cash loans", "Approved"],
  "cash canceled": ["Cash loans", "Canceled"],
  "cash canceled late": ["Cash loans", "Canceled"],
  "cash refused": ["Cash loans", "Refused"],
  "cash refused early": ["Cash loans", "Refused"],
  "sale approved": ["Consumer loans", "Approved"],
  "sale canceled": ["Consumer loans", "Canceled"],
  "sale refused": ["Consumer loans", "Refused"],
  "sale refused early": ["Consumer loans", "Refused"],
  "sale unused": ["Consumer loans", "Unused offer"],
  "card approved": ["Revolving loans", "Approved"],
  "card approved bare": ["Revolving loans", "Approved"],
  "card canceled": ["Revolving loans", "Canceled"],
  "card refused": ["Revolving loans", "Refused"],
  "card refused early": ["Revolving loans", "Refused"],
  "none canceled": ["XNA", "Canceled"]
} as const satisfies Record<string, readonly [Kind, Status]>;
export type Case = keyof typeof caseKinds;

/** An application in the client's past. */
export interface Attempt {
  case: Case;
  /** Days since the decision. */
  age: number;
  /** Days since the application before; 9999 of the first. */
  gap: number;
  first: "yes" | "no";
}

/**
 * The client's earlier applications, oldest first; `carded` says whether an older card is there already, since few have
 * two. Strain and lateness make for refusals.
 */
export function drawAttempts(client: Client, stream: Stream, carded: boolean): Attempt[] {
  const {activity, labelled, reliability, strain} = client;
  const appetite = 0.78 * activity + 0.626 * stream.normal();
  const n = Math.round(applicationCounts.atNormal({labelled: labelled ? "yes" : "no"}, appetite));
  const ages = drawAges(client, stream, n);
  const risk = 0.77 * strain - 0.64 * reliability;
  const attempts: Attempt[] = [];
  let before: Case | "nothing" = "nothing";
  let loan = false;
  let card = carded;
  ages.forEach((age, i) => {
    const gap = i === 0 ? 9999 : ages[i - 1]! - age;
    const first = i === 0 ? "yes" : "no";
    const had = loan ? (card ? "both" : "loan") : card ? "card" : "nothing";
    const context = {age, gap, before, first, had, left: n - i};
    let drawn: Case;
    let draws = 0;
    // Few get a second card, and a client is a client because of a loan that was granted.
    do drawn = cases.atNormal(context, 0.2 * risk + 0.98 * stream.normal()) as Case;
    while (++draws < 5 && ((card && drawn === "card approved") || (i === n - 1 && !loan && !isLoan(drawn))));
    if (i > 0 && !card && stream.chance(0.017)) drawn = "card approved";
    attempts.push({case: drawn, age, gap, first});
    before = drawn;
    loan ||= isLoan(drawn);
    card ||= drawn.startsWith("card approved");
  });
  return attempts;
}

function isLoan(attempt: Case): boolean {
  return attempt === "cash approved" || attempt === "sale approved";
}

/** Days since each of `n` applications, oldest first. */
function drawAges(client: Client, stream: Stream, n: number): number[] {
  const {ageScore, strain} = client;
  // Nobody applies before coming of age.
  const adult = Math.max(client.ageDays - 18 * 365, 30);
  const past = 0.2 * ageScore - 0.28 * strain + 0.1 * client.reliability;
  const oldest = Math.max(2, Math.round(Math.min(oldestAges.atNormal({n}, past + 0.93 * stream.normal()), adult)));
  const ages = [oldest];
  const context = {n, oldest};
  while (ages.length < n) {
    const again = ages.length > 1 && sameDays.draw(context, stream) === "yes";
    const share = laterAges.atNormal(context, -0.1 * strain + 0.995 * stream.normal());
    ages.push(again ? ages[stream.integer(1, ages.length - 1)]! : Math.max(2, Math.round(oldest * share)));
  }
  return ages.sort((a, b) => b - a);
}
