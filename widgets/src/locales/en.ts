import type {FamilyId} from "../../../model/contract/feature.ts";
import type {ChangeTexts, CommonTexts, ComparisonTexts, ReasonsTexts, ScoreTexts} from "./dictionary.ts";
import {formatNumber} from "./format.ts";
import type {Frequency} from "./frequency.ts";

const number = (value: number) => formatNumber(value, "en");
const points = (value: number) => `${number(value)} ${Math.abs(value) === 1 ? "point" : "points"}`;
const clients = (value: number) => `${number(value)} ${value === 1 ? "client" : "clients"}`;

/** "about 8 do not repay": the verb agrees with the number. */
function share({kind, count}: Frequency, one: string, many: string, none: string, all: string): string {
  switch (kind) {
    case "none":
      return none;
    case "less":
      return `fewer than 1 ${one}`;
    case "more":
      return `more than ${count} ${many}`;
    case "all":
      return all;
    case "exactly":
      return `${count} ${count === 1 ? one : many}`;
    case "about":
      return `about ${count} ${count === 1 ? one : many}`;
  }
}

/** "82 clients in 100", "more than 99 clients in 100". */
function inHundred({kind, count}: Frequency): string {
  if (kind === "none") return "no client";
  if (kind === "all") return "all clients";
  const prefix = kind === "less" ? "fewer than " : kind === "more" ? "more than " : "";
  return `${prefix}${count} ${count === 1 ? "client" : "clients"} in 100`;
}

export const common: CommonTexts = {
  loading: "Loading…",
  empty: {title: "No client chosen", hint: "Choose a client to see this."},
  failures: {
    E_NO_BOOK: {
      title: "No client book named",
      hint: "This page does not say where to read clients. Please tell your IT department."
    },
    E_OFFLINE: {title: "No connection", hint: "This will continue by itself as soon as the connection is back."},
    E_BOOK_UNREACHABLE: {
      title: "Client book out of reach",
      hint: "This client’s data could not be read. Try again in a moment."
    },
    E_BOOK_FORMAT: {
      title: "Data not understood",
      hint: "The data received are not what was expected: nothing is shown rather than an uncertain score. Please tell your IT department."
    },
    E_CLIENT_UNKNOWN: {
      title: "Client not found",
      hint: "The client book does not hold this client: they have not been scored, or their reference has changed."
    },
    E_INSECURE_CONTEXT: {
      title: "Page not secure",
      hint: "This page is not served over https, so the browser refuses to read the client book on it."
    }
  },
  retry: "Try again",
  demonstration: "Demonstration data",
  client: "This client"
};

export const families: Record<FamilyId, string> = {
  income: "Income and employment",
  credit: "Credit asked for",
  debts: "Debts elsewhere",
  repayment: "Repayment history",
  applications: "Earlier applications",
  situation: "Personal situation",
  housing: "Housing and assets",
  external: "External scores"
};

export const score: ScoreTexts = {
  heading: "Credit score",
  points: (value) => (Math.abs(value) === 1 ? "point" : "points"),
  recommendation: {accept: "Recommended", review: "To be reviewed", refuse: "Not recommended"},
  meaning: {
    accept: "The model recommends granting this credit; the advisor decides.",
    review:
      "The score is too close to the threshold for the model to settle it: the case needs a review, and the advisor decides.",
    refuse: "The model recommends not granting this credit; the advisor decides."
  },
  distance: (value) => {
    if (value === 0) return "Exactly at the threshold for acceptance";
    return `${points(Math.abs(value))} ${value > 0 ? "above" : "below"} the threshold`;
  },
  zones: {accept: "Recommended", refuse: "Not recommended"},
  threshold: (value) => `Threshold ${number(value)}`,
  band: (from, to) => `review from ${number(from)} to ${number(to)}`,
  scale: "The client’s score on the scale of points",
  scaleDescription: ({points: value, threshold, from, to}) =>
    `This client has ${points(value)}. The threshold for acceptance is ${points(threshold)}; from ${number(from)} to ${number(to)} a case is to be reviewed. The higher the score, the likelier repayment is.`,
  frequency: (frequency) =>
    `Of 100 clients with this score, ${share(frequency, "does not repay", "do not repay", "all repay", "none repays")}.`,
  marks: {defaults: "does not repay", repays: "repays"},
  model: (version, day, imported) => `Model ${version}, ${imported ? "imported" : "trained"} on ${day}`
};

export const reasons: ReasonsTexts = {
  heading: "Why this score",
  towards: "In the client’s favour",
  against: "Against the client",
  noTowards: "Nothing clearly raises this score.",
  noAgainst: "Nothing clearly lowers this score.",
  points: (signed, value) => `${signed} ${Math.abs(value) === 1 ? "point" : "points"}`,
  compare: "Compare",
  threshold: (points) => `threshold for acceptance, ${points} points`,
  account: "How it adds up, topic by topic",
  accountHint: "Each line opens on its details. The sum is exactly the score.",
  base: "Starting point",
  baseHint: "before anything is known of the client",
  total: "The client’s score",
  columns: {
    feature: "Detail",
    client: "This client, and what is usual",
    points: "Points",
    part: "Part of the score"
  },
  others: (count) =>
    count === 1 ? "1 other detail, no notable effect here" : `${count} other details, no notable effect here`,
  table: "The sum in one table"
};

export const change: ChangeTexts = {
  heading: "What would change the decision",
  moves: {
    credit: "borrow less",
    downPayment: "pay more in cash",
    longer: "repay for longer",
    shorter: "repay sooner"
  },
  and: "and",
  quantities: {
    credit: "Credit",
    downPayment: "Down payment",
    months: "Duration",
    price: "Price of the project",
    instalment: "Instalment"
  },
  score: "Score",
  points,
  from: "from",
  to: "to",
  outcome: {accept: "Recommended", review: "To be reviewed"},
  above: (value) => (value === 0 ? "exactly at the threshold" : `${points(value)} above the threshold`),
  askReview:
    "What the client can do: ask for a person to review the case, and bring evidence that the model does not have.",
  margins: {
    asked: "If the client asked for",
    last: "Recommended up to",
    refusedAt: "Not recommended at",
    rows: {
      credit: {up: "a larger credit", down: "a smaller credit"},
      downPayment: {up: "a larger down payment", down: "a smaller down payment"},
      months: {up: "a longer duration", down: "a shorter duration"}
    },
    insteadOf: (value) => `instead of ${value}`,
    none: "no margin",
    refused: (value, points) => `${value} (${points}\u00a0points)`,
    limit: "not simulated beyond"
  },
  aloud: "In sentences, to read to the client",
  about: (months) => `about ${months}`
};

export const comparison: ComparisonTexts = {
  heading: "Compare this client",
  feature: "Detail",
  group: "Compared with",
  points: "Score, in points",
  everyone: "All clients",
  similar: "Similar clients",
  others: "The client’s other groups",
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
  cell: ({kind, count}) => (kind === "less" ? "< 1" : kind === "more" ? "> 99" : String(count)),
  suppressed: (smallest) => `–: fewer than ${smallest} clients, proportion not shown.`,
  noOutcome: (smallest) => `repayment not shown: fewer than ${smallest} known outcomes`,
  tooFew: (smallest) => `Fewer than ${smallest} clients of the group are in the same case: too few for a proportion.`,
  numbers: "The chart’s numbers",
  columns: {
    bin: "Range",
    category: "Case",
    people: "Clients",
    accepted: "Recommended, in 100",
    defaults: "Not repaid, in 100",
    share: "Mark",
    value: "Value"
  },
  quantile: (percent) => (percent === 50 ? "Median" : `${percent}% of clients are below`)
};
