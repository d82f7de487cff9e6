import {instalmentFor} from "./duration.ts";
import {downPaymentOf, type Loan} from "./loan.ts";

/** What an applicant asks for, as a person moves it: the levers together, of which candidates move one or two. */
export interface Terms {
  credit: number;
  /**
   * What is paid in cash, as a share of the credit, so that it keeps its proportion when the credit is moved; null as
   * long as it is that of the purchase asked for.
   */
  cashShare: number | null;
  /** NaN is not known. */
  months: number;
}

/** A loan on other terms, and what is paid in cash with it. */
export interface LoanOnTerms {
  loan: Loan;
  downPayment: number;
}

/** The terms of the loan asked for. */
export function termsAsked({credit, months}: Loan): Terms {
  return {credit, cashShare: null, months};
}

/** Another sum for a purchase in proportion: price and down payment follow. */
export function withCredit(terms: Terms, credit: number): Terms {
  return {...terms, credit: Math.round(credit)};
}

/**
 * The same purchase, so much of it paid in cash: the credit changes by what the down payment does.
 * @param loan the one asked for
 */
export function withDownPayment(loan: Loan, terms: Terms, downPayment: number): Terms {
  const asked = downPaymentOf(loan);
  // Back at the down payment asked for, of the purchase asked for: sums that needn't be whole are those again.
  if (downPayment === asked && isSamePurchase(loan, onTerms(loan, terms))) {
    return {...terms, credit: loan.credit, cashShare: null};
  }
  const paid = Math.round(downPayment);
  const credit = Math.round(terms.credit - (paid - onTerms(loan, terms).downPayment));
  return {...terms, credit, cashShare: paid / credit};
}

export function withMonths(terms: Terms, months: number): Terms {
  return {...terms, months: Math.round(months)};
}

/**
 * The loan that terms stand for. What credit and down payment add up to pays for the purchase, so that the price rises
 * and falls in proportion to their sum. Terms that move one lever give the loan of that candidate, to the last bit.
 * @param loan the one asked for
 */
export function onTerms(loan: Loan, {credit, cashShare, months}: Terms): LoanOnTerms {
  const present = downPaymentOf(loan);
  if (cashShare === null && credit === loan.credit && Object.is(months, loan.months)) {
    return {loan, downPayment: present};
  }
  const {income, revolving} = loan;
  const instalment = instalmentFor(loan, credit, months);
  if (cashShare === null) {
    const price = credit === loan.credit ? loan.price : Math.round((loan.price * credit) / loan.credit);
    return {loan: {credit, instalment, price, income, months, revolving}, downPayment: downPaymentOf({credit, price})};
  }
  const downPayment = Math.round(credit * cashShare);
  const other = {loan: {credit, instalment, price: loan.price, income, months, revolving}, downPayment};
  if (isSamePurchase(loan, other)) return other;
  const price = Math.round((loan.price * (credit + downPayment)) / (loan.credit + present));
  return {...other, loan: {...other.loan, price}};
}

/** Sums are whole, so that what pays for the same purchase may add up to a little less than 1 more or less. */
function isSamePurchase(asked: Loan, {loan, downPayment}: LoanOnTerms): boolean {
  return Math.abs(loan.credit + downPayment - (asked.credit + downPaymentOf(asked))) < 1;
}
