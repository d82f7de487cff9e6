import {type Client} from "./client.ts";
import {csvLine, float, type Field, type RowSink} from "./csv.ts";
import {loansPerClient, previousId} from "./identifiers.ts";
import {drawProduct, type Kind, type Product, type Status} from "./previous-product.ts";
import {Choice, Curve, Stream, choice, clamp, logistic, tailed} from "./random.ts";
import {drawSchedule, never, type Schedule} from "./schedule.ts";

/** An earlier application that was approved: what its monthly balances and payments follow from. */
export interface EarlierLoan {
  id: number;
  kind: Kind;
  /** Days since the decision. */
  age: number;
  amount: number;
  annuity: number;
  /** Absent where the loan was approved but never paid out. */
  schedule: Schedule | undefined;
}

export interface PreviousHistory {
  applications: number;
  refused: number;
  /** Within the last year, which is what the lender's enquiries at the bureau follow. */
  lastYear: number;
  loans: EarlierLoan[];
}

const firstAges = new Curve([5, 179, 325, 438, 722, 1473, 2398, 2735, 2831, 2901, 2922], tailed);
const onlyAges = new Curve([13, 130, 206, 273, 402, 662, 1100, 2140, 2557, 2837, 2922], tailed);
/** Age of a later application relative to the first. */
const laterAges = new Curve([0.001, 0.008, 0.043, 0.078, 0.157, 0.335, 0.598, 0.821, 0.898, 0.976, 0.999], tailed);

const firstKinds = choice<Kind>({"Consumer loans": 0.84, "Cash loans": 0.098, "Revolving loans": 0.062});
/** Kinds of later applications, and the share of cash and revolving ones that the client cancelled, by age in days. */
const eras: {upTo: number; kinds: Choice<Kind>; cashCanceled: number; cardCanceled: number}[] = [
  {upTo: 90, kinds: kinds(0.718, 0.205, 0.077), cashCanceled: 0.736, cardCanceled: 0.455},
  {upTo: 180, kinds: kinds(0.688, 0.196, 0.115), cashCanceled: 0.647, cardCanceled: 0.439},
  {upTo: 365, kinds: kinds(0.63, 0.165, 0.205), cashCanceled: 0.583, cardCanceled: 0.424},
  {upTo: 730, kinds: kinds(0.577, 0.241, 0.182), cashCanceled: 0.355, cardCanceled: 0.291},
  {upTo: 1095, kinds: kinds(0.506, 0.345, 0.149), cashCanceled: 0, cardCanceled: 0},
  {upTo: 1825, kinds: kinds(0.365, 0.485, 0.15), cashCanceled: 0, cardCanceled: 0},
  {upTo: Infinity, kinds: kinds(0.245, 0.585, 0.17), cashCanceled: 0, cardCanceled: 0}
];

function kinds(cash: number, consumer: number, revolving: number): Choice<Kind> {
  return choice<Kind>({"Cash loans": cash, "Consumer loans": consumer, "Revolving loans": revolving});
}

const rejectReasons: Record<Kind, Record<string, number>> = {
  "Cash loans": {HC: 0.742, LIMIT: 0.123, SCO: 0.071, SCOFR: 0.037, VERIF: 0.017, XNA: 0.01},
  "Consumer loans": {LIMIT: 0.42, HC: 0.287, SCO: 0.249, XNA: 0.027, VERIF: 0.01, SCOFR: 0.007},
  "Revolving loans": {HC: 0.72, SCOFR: 0.115, LIMIT: 0.085, SCO: 0.05, XNA: 0.021, SYSTEM: 0.006, VERIF: 0.003}
};
const weekdays = choice({
  TUESDAY: 0.1573,
  FRIDAY: 0.1533,
  WEDNESDAY: 0.152,
  MONDAY: 0.1511,
  THURSDAY: 0.1482,
  SATURDAY: 0.1414,
  SUNDAY: 0.0968
});
const hours = new Curve([0, 5, 7, 8, 10, 12, 15, 17, 18, 20, 23], tailed);
const suites = choice({
  Unaccompanied: 0.6081,
  Family: 0.2459,
  "Spouse, partner": 0.0759,
  Children: 0.0356,
  Other_B: 0.0211,
  Other_A: 0.0105,
  "Group of people": 0.0029
});

/** The normalised rates that occur most. */
const primaryRates = new Choice([
  [0.1891363481808909, 0.31],
  [0.1933299331293211, 0.21],
  [0.1607163096452454, 0.18],
  [0.1969001473421738, 0.16],
  [0.1424402130794514, 0.14]
]);
const privilegedRates = new Choice([
  [0.8350951374207188, 0.34],
  [0.8673361522198731, 0.2],
  [0.852536997885835, 0.19],
  [0.715644820295983, 0.16],
  [0.6379492600422833, 0.11]
]);

/** Writes a client's rows of previous_application; returns the loans that came of them. */
export function previousRows(seed: number, client: Client, sink: RowSink): PreviousHistory {
  const history: PreviousHistory = {applications: 0, refused: 0, lastYear: 0, loans: []};
  if (!client.hasPrevious) return history;
  const stream = new Stream(seed, client.index, "previous");
  // A log-normal mixture of Poisson counts has the real mean (3.9 beyond the first) and variance (18.7).
  const rate = 3.95 * Math.exp(0.8 * (0.8 * client.activity + 0.12 * client.strain + 0.59 * stream.normal()) - 0.32);
  const count = Math.min(loansPerClient, 1 + stream.poisson(Math.min(rate, 40)));
  const score = 0.5 * client.activity + 0.2 * client.ageScore - 0.2 * client.strain + 0.8 * stream.normal();
  const adult = client.ageDays - 18 * 365 - 30;
  const firstAge = Math.round(clamp((count === 1 ? onlyAges : firstAges).atNormal(score), 3, Math.max(adult, 60)));

  const latest = Math.min(firstAge, 2 + Math.floor(stream.exponential(60)));
  const ages = Array.from({length: count - 1}, () =>
    Math.round(latest + (firstAge - latest) * laterAges.atNormal(stream.normal() - 0.15 * client.strain))
  ).sort((a, b) => b - a);
  ages.unshift(firstAge);
  ages.forEach((age, i) => {
    const id = previousId(client.index, i);
    const era = eras.find(({upTo}) => age <= upTo)!;
    const kind = i === 0 ? firstKinds.draw(stream) : era.kinds.draw(stream);
    const status = drawStatus(client, stream, kind, era, i === 0);
    const product = drawProduct(client, stream, kind, status, age);
    const paidOut = status === "Approved" && !stream.chance(kind === "Cash loans" ? 0.078 : 0.025);
    const schedule = paidOut ? drawSchedule(client, stream, kind, age, product.count) : undefined;
    sink.add(csvLine(previousRow(client, stream, {id, kind, status, product, schedule, age, first: i === 0})));
    ++history.applications;
    if (status === "Refused") ++history.refused;
    if (age <= 365) ++history.lastYear;
    if (status === "Approved") {
      history.loans.push({id, kind, age, amount: product.credit, annuity: product.annuity, schedule});
    }
  });
  return history;
}

function drawStatus(
  client: Client,
  stream: Stream,
  kind: Kind,
  era: {cashCanceled: number; cardCanceled: number},
  first: boolean
): Status {
  // A client is a client because the first loan was granted.
  if (first) return stream.chance(0.94) ? "Approved" : "Refused";
  const canceled = kind === "Cash loans" ? era.cashCanceled : kind === "Revolving loans" ? era.cardCanceled : 0.003;
  if (stream.chance(canceled)) return "Canceled";
  const base = kind === "Cash loans" ? -0.95 : kind === "Consumer loans" ? -2 : -1.05;
  if (stream.chance(logistic(base + 0.5 * client.strain - 0.42 * client.reliability))) return "Refused";
  return kind === "Consumer loans" && stream.chance(0.072) ? "Unused offer" : "Approved";
}

interface Row {
  id: number;
  kind: Kind;
  status: Status;
  product: Product;
  schedule: Schedule | undefined;
  age: number;
  first: boolean;
}

function previousRow(client: Client, stream: Stream, row: Row): Field[] {
  const {id, kind, status, product, schedule, age, first} = row;
  const approved = status === "Approved";
  const empty = product.combination === "Cash" || (status === "Canceled" && product.credit === 0);
  return [
    id,
    client.id,
    kind,
    float(product.annuity),
    float(product.application),
    float(product.credit),
    float(product.downPayment),
    float(product.goods),
    weekdays.draw(stream),
    Math.round(hours.atNormal(0.3 * client.standing + 0.95 * stream.normal())),
    stream.chance(0.0042) ? "N" : "Y",
    stream.chance(0.0033) ? 0 : 1,
    float(product.downPaymentRate),
    // The two rates are known of very few loans.
    product.rated ? float(primaryRates.draw(stream)) : "",
    product.rated ? float(privilegedRates.draw(stream)) : "",
    product.purpose,
    status,
    -age,
    kind === "Revolving loans" || !product.throughBank ? "XNA" : "Cash through the bank",
    rejectReason(client, stream, kind, status),
    stream.chance(empty ? 0.97 : kind === "Revolving loans" ? 0.54 : 0.33) ? "" : suites.draw(stream),
    first
      ? stream.chance(0.79)
        ? "New"
        : stream.chance(0.6)
          ? "Repeater"
          : "Refreshed"
      : stream.chance(0.915)
        ? "Repeater"
        : stream.chance(0.08)
          ? "New"
          : "Refreshed",
    product.goodsCategory,
    product.portfolio,
    product.productType,
    product.channel,
    product.sellerArea,
    product.sellerIndustry,
    float(product.count),
    product.yieldGroup,
    product.combination,
    approved && schedule ? float(schedule.firstDrawing) : "",
    approved && schedule ? float(sentinel(schedule.firstDue)) : "",
    approved && schedule ? float(schedule.lastDueFirstVersion) : "",
    approved && schedule ? float(sentinel(schedule.lastDue)) : "",
    approved && schedule ? float(sentinel(schedule.termination)) : "",
    approved && schedule ? float(product.insured ? 1 : 0) : ""
  ];
}

/** What lies after the application has not happened yet. */
function sentinel(day: number): number {
  return day > 0 ? never : day;
}

function rejectReason(client: Client, stream: Stream, kind: Kind, status: Status): string {
  if (status === "Unused offer") return "CLIENT";
  if (status !== "Refused") return "XAP";
  // The score's refusals, and the fraud score's most of all, fall on the riskiest.
  const risk = 0.35 * (client.strain - client.reliability);
  const weights = rejectReasons[kind];
  return new Choice(
    Object.entries(weights).map(
      ([reason, weight]) =>
        [reason, weight * Math.exp(reason === "SCOFR" ? 2 * risk : reason === "SCO" ? risk : 0)] as const
    )
  ).draw(stream);
}
