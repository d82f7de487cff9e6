import type {SimulatorTexts} from "../../elements/simulator/texts.ts";
import type {Frequency} from "../frequency.ts";
import {number, points, share} from "./words.ts";

const some = (frequency: Frequency) => share(frequency, "", "", "all", "none").trim();
const advice = {accept: "recommended", review: "to be reviewed", refuse: "not recommended"};

export const simulator: SimulatorTexts = {
  heading: "Try another loan",
  intro: "This is a simulation, neither an offer nor a promise: the model gives its opinion, and the advisor decides.",
  start: "Start the simulation",
  startHint: "Vary the loan asked for: the score and its reasons are worked out again in this page.",
  loading: "Reading the model…",
  unable: {
    credit: "No simulation is possible: this file doesn’t say how much credit is asked for.",
    instalment:
      "No simulation is possible: this file lacks the instalment, the price of the project or the income, which the score depends on.",
    inconsistent:
      "No simulation is possible: the information in this file can’t be worked out again exactly from the loan asked for.",
    noOther: "No simulation is possible: too few loans like this one were observed to try others."
  },
  now: "Simulation",
  before: "Asked for",
  scale: "Simulated score on the scale of points",
  scaleDescription: ({now, before, threshold, from, to}) =>
    `The simulation gives ${points(now)}, the loan asked for ${points(before)}. The acceptance threshold is at ${points(threshold)}; from ${number(from)} to ${number(to)}, the case is to be reviewed. The higher the score, the likelier the repayment.`,
  frequency: (now, before) => {
    const than = some(now) === some(before) ? "as with the loan asked for" : `instead of ${some(before)}`;
    return `Of 100 clients with this score, ${share(now, "does not repay", "do not repay", "all repay", "none fails to repay")}, ${than}.`;
  },
  controls: "The loan to simulate",
  levers: {credit: "Amount of credit", downPayment: "Down payment", months: "Duration"},
  line: "Amount of the line of credit",
  leverHints: {
    credit: "The price of the project follows, in proportion.",
    downPayment: "For the same project: the credit falls by as much.",
    months: "The instalment follows."
  },
  exact: (lever, unit) => `${lever}, exact value (${unit})`,
  months: "months",
  asked: (value) => `Asked for: ${value}.`,
  limit: ({credit, price, income}) => ({
    usualCredit: "The simulation ends here: beyond, hardly any such loan was observed.",
    change: `The simulation ends here: it goes no farther than ${credit} from the credit asked for.`,
    cash: `The simulation ends here: a down payment of more than ${price} of the price is unusual.`,
    instalment: `The simulation ends here: beyond, the instalment would be more than ${income} of the income.`,
    usualMonths: "The simulation ends here: beyond, hardly any such duration was observed."
  }),
  total: "Sum of the instalments",
  estimated: "The duration asked for is estimated from amount and instalment: to be checked on the application.",
  reset: "Back to the loan asked for",
  ways: {
    recourse: "See what would be accepted",
    margins: "See how far it stays recommended",
    none: {
      recourse:
        "No other loan that was simulated (amount, down payment or duration) reaches the threshold: the score rests on other parts of the file.",
      margins: "No margin was found in the amount, the down payment or the duration."
    },
    fact: (quantity, value) => `${quantity}: ${value}`,
    points: (value, review) => `${points(value)}${review ? ", to review" : ""}`,
    edge: {
      credit: {up: "More credit", down: "Less credit"},
      downPayment: {up: "A larger down payment", down: "A smaller down payment"},
      months: {up: "A longer duration", down: "A shorter duration"}
    }
  },
  difference: {
    heading: "Why the score changes",
    idle: "Move a slider to see what changes in the score, and why.",
    same: "The score doesn’t change. What raises it and what lowers it balance.",
    lead: (said) => `${said} against the loan asked for.`,
    computed: "Worked out from the loan asked for:",
    barely: {up: "barely more", down: "barely less"},
    unchanged: "The rest of the file",
    unchangedHint: "This information hasn’t changed, but beside another loan it weighs otherwise.",
    minor: (count) =>
      count === 1
        ? "1 other piece of information changed, to no notable effect."
        : `${count} other pieces of information changed, to no notable effect.`,
    surprises: {
      lessLowers: (value) =>
        `Asking for less isn’t always more favourable: here the score loses ${points(value)}. The model follows what was observed among other clients.`,
      moreRaises: (value) =>
        `Asking for more isn’t always less favourable: here the score gains ${points(value)}. The model follows what was observed among other clients; it isn’t advice.`
    },
    table: "All that changed, in a table",
    columns: {feature: "Information", before: "Asked for", after: "Simulation", points: "Points"},
    total: "Difference of score"
  },
  status: ({points: value, by, advice: said}) => {
    const than = by === 0 ? "as many as" : `${number(Math.abs(by))} ${by > 0 ? "more" : "fewer"} than`;
    return `${points(value)}, ${than} the loan asked for: ${advice[said]}.`;
  }
};
