import type {ProfileTexts} from "../../elements/profile/texts.ts";
import {number} from "./words.ts";

const facts = (count: number) => `${number(count)} ${count === 1 ? "detail" : "details"}`;

export const profile: ProfileTexts = {
  heading: "The client’s data",
  search: "Search",
  family: "Topic",
  everyFamily: "All topics",
  unusualOnly: (count) => `Unusual only (${number(count)})`,
  unusualMeaning: "Unusual: far beyond what the middle half of clients have, or other than what most have.",
  shown: (shown, all) => (shown === all ? facts(all) : `${facts(shown)} of ${number(all)}`),
  none: "No detail matches.",
  clear: "Show all",
  count: (count, unusual) => `${facts(count)}${unusual === 0 ? "" : `, ${number(unusual)} unusual`}`,
  departures: {
    size: {above: "Higher than usual", below: "Lower than usual"},
    ago: {above: "Longer ago than usual", below: "More recent than usual"},
    shift: {above: "Later than usual", below: "Earlier than usual"},
    other: "Rarely the case"
  },
  source: (source) => `Source: ${source}`,
  sources: {
    application: "credit application",
    bureau: "credit bureau, credits with other lenders",
    bureau_balance: "credit bureau, payments to other lenders month by month",
    previous_application: "earlier applications with us",
    POS_CASH_balance: "loans with us, month by month",
    installments_payments: "instalments and payments with us",
    credit_card_balance: "credit cards with us, month by month"
  },
  inModel: "Counts in the score.",
  notInModel: "Describes the client, does not count in the score.",
  compare: "Compare"
};
