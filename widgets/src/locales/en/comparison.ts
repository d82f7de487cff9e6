import type {ComparisonTexts} from "../dictionary.ts";
import type {Frequency} from "../frequency.ts";
import {clients, inHundred, number, share} from "./words.ts";

const cell = ({kind, count}: Frequency) => (kind === "less" ? "< 1" : kind === "more" ? "> 99" : String(count));

export const comparison: ComparisonTexts = {
  heading: "Compare this client",
  feature: "Detail",
  group: "Compared with",
  points: "Score, in points",
  everyone: "All clients",
  similar: "Similar clients",
  others: "The client’s other groups",
  pairs: "Two things at once",
  outline: "Outline: all clients",
  ofEveryone: (frequency) => `all clients: ${cell(frequency)} in 100`,
  meaning: "What this means",
  loading: "Reading the group…",
  numberRange: (low, high) => `${low} to ${high}`,
  standing: ({side, ago, frequency, same}) => {
    if (side === "same") return `The same value as ${inHundred(same!)}`;
    const also = same === undefined ? "" : `, and ${same.count} ${same.count === 1 ? "has" : "have"} the same value`;
    const [more, less] = ago ? ["Longer ago", "More recent"] : ["Higher", "Lower"];
    return `${side === "above" ? more : less} than ${inHundred(frequency)}${also}`;
  },
  category: (frequency) => `Like ${inHundred(frequency)}`,
  unknown: "Not known of this client",
  unknownToo: (missing, count) =>
    missing === 0
      ? "It is known of every other client of the group."
      : `Nor is it known of ${clients(missing)} of the group’s ${number(count)}.`,
  unavailable: "It is known of no client of the group.",
  people: (count, missing) =>
    `${clients(count)}${missing === 0 ? "" : `, and ${number(missing)} whose value is not known`}`,
  chart: (feature, group) => `${feature}: distribution, ${group}`,
  client: (value) => `This client: ${value}`,
  median: (value) => `median ${value}`,
  thisClient: "This client",
  ofHundred: ({kind, count}) => `${kind === "less" ? "< " : kind === "more" ? "> " : ""}${count} in\u00a0100`,
  otherCategories: (count) => (count === 1 ? "1 other case" : `${count} other cases`),
  middle: (range, median) =>
    range === median ? `At least half of the group: ${median}.` : `Half of the group: ${range}; median: ${median}.`,
  bin: {
    below: (edge) => `less than ${edge}`,
    above: (edge) => `${edge} or more`
  },
  inBin: (bin) => `Of 100 clients of the group in the same range (${bin})`,
  inBins: (bins) => `Of 100 clients of the group with values close by (${bins})`,
  inCategory: (category) => `Of 100 clients of the group in the same case (${category})`,
  accepted: (frequency) =>
    share(frequency, "is recommended", "are recommended", "none is recommended", "all are recommended"),
  defaults: (frequency) => share(frequency, "did not repay", "did not repay", "all repaid", "none repaid"),
  cell,
  suppressed: (smallest) => `–: fewer than ${smallest} clients, proportion not shown.`,
  noOutcome: (smallest) => `repayment not shown: fewer than ${smallest} known outcomes`,
  tooFew: (smallest) => `Fewer than ${smallest} clients of the group are in the same case: too few for a proportion.`,
  numbers: "The chart’s numbers",
  columns: {
    bin: "Range",
    category: "Case",
    people: "Clients",
    ofGroup: "Of 100 in the group",
    ofEveryone: "Of 100 clients in all",
    accepted: "Recommended, in 100",
    defaults: "Not repaid, in 100",
    share: "Mark",
    value: "Value"
  },
  quantile: (percent) => (percent === 50 ? "Median" : `${percent}% of clients are below`)
};
