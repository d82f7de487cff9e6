import type {Change, RecourseTexts} from "./recourse-texts.ts";

const points = (value: number): string => `${value}\u00a0${value === 1 ? "point" : "points"}`;

const months = (change: Change, instalment: Change | undefined): string =>
  `${change.after} instead of\u00a0${change.before}` +
  (instalment ? ` (${instalment.after} a month instead of ${instalment.before})` : "");

const inProportion = (price: Change | undefined): string => (price ? " (for a project cut in proportion)" : "");

export const english: RecourseTexts = {
  lead: (count, goal) => {
    const terms = count === 1 ? "One other set of terms" : `${count === 2 ? "Two" : "Three"} other sets of terms`;
    return goal === "accept"
      ? `${terms} would reach the threshold for acceptance.`
      : `${terms} would be recommended without a review.`;
  },
  none: (tried, needed) =>
    tried === 1
      ? `The only other set of terms simulated does not reach the ${needed}\u00a0points needed.`
      : `None of the ${tried} other sets of terms simulated (amount, down payment or duration) reaches the ${needed}\u00a0points needed: the score rests on other parts of the case.`,
  noneTried: "No other terms could be simulated for this application.",
  reached: "The application has the points needed already.",
  condition: {
    advisor: ({credit, downPayment, price, months: duration, instalment}) => {
      const parts = [
        downPayment &&
          `a down payment of ${downPayment.after}${downPayment.isNew ? "" : ` instead of ${downPayment.before}`}`,
        credit && `a credit of ${credit.after} instead of ${credit.before}${downPayment ? "" : inProportion(price)}`
      ].filter((part) => part !== undefined);
      if (!duration) return `With ${parts.join(" and ")}`;
      if (parts.length === 0) return `With repayment over ${months(duration, instalment)}`;
      return `With ${parts.join(" and ")}, over ${months(duration, instalment)}`;
    },
    applicant: ({credit, downPayment, price, months: duration, instalment}) => {
      const parts = [
        downPayment &&
          (downPayment.isNew
            ? `paid ${downPayment.after} in cash`
            : `raised your down payment from ${downPayment.before} to ${downPayment.after}`),
        credit && `borrowed ${credit.after} instead of ${credit.before}${downPayment ? "" : inProportion(price)}`,
        duration && `repaid over ${months(duration, instalment)}`
      ].filter((part) => part !== undefined);
      const last = parts.pop()!;
      return `If you ${parts.length > 0 ? `${parts.join(", ")} and ` : ""}${last}`;
    }
  },
  outcome: {
    advisor: (before, after, review) =>
      `, the score would go from ${before} to ${after}\u00a0points: ` +
      (review
        ? "the threshold would be reached, but the case would need a review."
        : "the credit would be recommended."),
    applicant: (before, after, review) =>
      `, your score would go from ${before} to ${after}\u00a0points: ` +
      (review
        ? "the threshold would be reached, but your case would need a review."
        : "the credit would be recommended.")
  },
  distance: {
    advisor: (spare, threshold) =>
      spare === 0
        ? `The score is exactly at the threshold for acceptance, ${threshold}\u00a0points.`
        : `The score is ${points(spare)} above the threshold for acceptance, ${threshold}\u00a0points.`,
    applicant: (spare, threshold) =>
      spare === 0
        ? `Your score is exactly at the threshold for acceptance, ${threshold}\u00a0points.`
        : `Your score is ${points(spare)} above the threshold for acceptance, ${threshold}\u00a0points.`
  },
  margin: ({lever, direction}, last, refused) => {
    const [the, a] = {
      credit: ["The credit", "a credit of"],
      downPayment: ["The down payment", "a down payment of"],
      months: ["The duration", "a duration of"]
    }[lever];
    const could = `${the} could go ${direction === "up" ? "up" : "down"} to ${last}`;
    if (refused === null) return `${could}, the limit of the simulation, and still be recommended.`;
    const lost = `the credit would no longer be recommended (${refused.points}\u00a0points).`;
    if (last === null) return `With ${a} ${refused.value} already, ${lost}`;
    return `${could}; at ${refused.value}, ${lost}`;
  },
  simulation: {
    advisor: "This is a simulation, neither an offer nor a promise: the model gives advice, the decision is yours.",
    applicant: "This is a simulation, neither an offer nor a promise: an advisor looks at your application and decides."
  },
  estimated: "Durations are estimated from the amount and the instalment: check them on the application.",
  dearer: "Repaying for longer lowers the instalment, but costs more in all.",
  about: (value) => `about ${value}`
};
