import {bureauId, clientsAtMost, loansPerClient, previousId} from "./identifiers.ts";

/** The most loans of a kind that a client may have. */
export const loansAtMost = 200;

/** Numbers beyond those of 7 digits, for the loans of the few clients who have more than a block of them. */
function beyond(index: number, loan: number): number {
  return 10_000_000 + (loan - loansPerClient) * clientsAtMost + index;
}

/** SK_ID_PREV of a client's loan number `loan`, counted from 0: no two loans share one. */
export function previousNumber(index: number, loan: number): number {
  return loan < loansPerClient ? previousId(index, loan) : beyond(index, loan);
}

/** SK_ID_BUREAU of a client's loan number `loan`, counted from 0: no two loans share one. */
export function bureauNumber(index: number, loan: number): number {
  return loan < loansPerClient ? bureauId(index, loan) : beyond(index, loan);
}
