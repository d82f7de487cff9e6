import {type Client} from "./client.ts";
import {type Field, type RowSink, csvLine, float} from "./csv.ts";
import {previousNumber} from "./loan-numbers.ts";
import {type Attempt, type Kind, caseKinds, drawAttempts} from "./previous-case.ts";
import {
  cashPurposes,
  clientTypes,
  companions,
  hours,
  paymentTypes,
  rejectReasons,
  weekdays
} from "./previous-detail-cells.ts";
import {drawOlderLoans} from "./previous-older.ts";
import {type Product, drawProduct} from "./previous-product.ts";
import {ratesKnown} from "./previous-terms-cells.ts";
import {Choice, Stream} from "./random.ts";
import {type Schedule, drawCardSchedule, drawSchedule, never} from "./schedule.ts";

/** By what the table multiplies the share of a down payment in all that was paid for. */
const downPaymentFactor = 11.98 / 11;

/** Normalised interest rates. */
const primaryRates = new Choice([
  [0.1891363481808909, 0.195],
  [0.1933299331293211, 0.13],
  [0.1607163096452454, 0.11],
  [0.1969001473421738, 0.1],
  [0.1424402130794514, 0.095],
  [0.176003060183611, 0.07],
  [0.1828176357248102, 0.045],
  [0.1891221806641732, 0.045],
  [0.05913, 0.03],
  [0.16, 0.06],
  [0.181259, 0.06],
  [0.3, 0.03],
  [0.69, 0.03]
]);
const privilegedRates = new Choice([
  [0.8350951374207188, 0.319],
  [0.8673361522198731, 0.186],
  [0.852536997885835, 0.172],
  [0.715644820295983, 0.152],
  [0.6379492600422833, 0.103],
  [0.5687103594080338, 0.03],
  [0.4244186046511628, 0.023],
  [0.8324524312896405, 0.015]
]);

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

/** Writes a client's rows of previous_application; returns the loans that came of them. */
export function previousRows(seed: number, client: Client, sink: RowSink): PreviousHistory {
  const history: PreviousHistory = {applications: 0, refused: 0, lastYear: 0, loans: []};
  const stream = new Stream(seed, client.index, "previous");
  let loans = 0;
  const number = (): number => previousNumber(client.index, loans++);
  history.loans.push(...drawOlderLoans(client, stream, number));
  if (client.hasPrevious) {
    const carded = history.loans.some((loan) => loan.kind === "Revolving loans");
    for (const attempt of drawAttempts(client, stream, carded)) {
      const id = number();
      const [kind, status] = caseKinds[attempt.case];
      const product = drawProduct(client, stream, attempt);
      const schedule = product.terms.paidOut ? scheduleOf(client, stream, attempt, product) : undefined;
      sink.add(csvLine(previousRow(client, stream, id, attempt, product, schedule)));
      ++history.applications;
      if (status === "Refused") ++history.refused;
      if (attempt.age <= 365) ++history.lastYear;
      if (status === "Approved") {
        const {credit, annuity} = product.terms;
        history.loans.push({id, kind, age: attempt.age, amount: credit, annuity, schedule});
      }
    }
  }
  return history;
}

function scheduleOf(
  client: Client,
  stream: Stream,
  {case: kind, age, gap}: Attempt,
  {seller, terms}: Product
): Schedule {
  const {product, channel} = seller;
  const {credit, group, count} = terms;
  return kind.startsWith("card")
    ? drawCardSchedule(client, stream, {age, product, credit, gap})
    : drawSchedule(client, stream, {age, product, channel, group, count});
}

function previousRow(
  client: Client,
  stream: Stream,
  id: number,
  attempt: Attempt,
  {seller, terms}: Product,
  schedule: Schedule | undefined
): Field[] {
  const [kind, status] = caseKinds[attempt.case];
  const {product, channel, industry, goods, area} = seller;
  const {group, goodsPrice} = terms;
  const {age, gap, first} = attempt;
  const price = Number.isNaN(goodsPrice) ? 0 : goodsPrice;
  const context = {
    case: attempt.case,
    age,
    gap,
    first,
    product,
    channel,
    industry,
    goods,
    area,
    group,
    price,
    hour: 0
  };
  context.hour = Math.round(hours.atNormal(context, 0.15 * client.standing + 0.985 * stream.normal()));
  const rated = attempt.case === "sale approved" && ratesKnown.draw(context, stream) === "yes";
  const companion = companions.draw(context, stream);
  const risk = 0.25 * (client.strain - client.reliability);
  const down = terms.downPayment;
  const day = (value: number | undefined): string => (value === undefined ? "" : float(value));
  // What lies after the application has not happened yet.
  const past = (value: number | undefined): string => day(value === undefined || value <= 0 ? value : never);
  return [
    id,
    client.id,
    kind,
    float(terms.annuity),
    float(terms.application),
    float(terms.credit),
    float(down),
    float(terms.goodsPrice),
    weekdays.draw(context, stream),
    context.hour,
    stream.chance(0.0042) ? "N" : "Y",
    stream.chance(0.0033) ? 0 : 1,
    float(down > 0 ? (down / (terms.credit + down)) * downPaymentFactor : down),
    rated ? float(primaryRates.draw(stream)) : "",
    rated ? float(privilegedRates.draw(stream)) : "",
    kind === "Cash loans" ? cashPurposes.draw(context, stream) : "XAP",
    status,
    -attempt.age,
    kind === "Revolving loans" ? "XNA" : paymentTypes.draw(context, stream),
    status === "Unused offer"
      ? "CLIENT"
      : status === "Refused"
        ? rejectReasons.atNormal(context, risk + 0.935 * stream.normal())
        : "XAP",
    companion === "nobody said" ? "" : companion,
    clientTypes.draw(context, stream),
    seller.goods,
    terms.portfolio,
    terms.productType,
    seller.channel,
    seller.area,
    seller.industry,
    float(terms.count),
    terms.group,
    combination(product, group),
    past(schedule?.firstDrawing),
    past(schedule?.firstDue),
    day(schedule?.lastDueFirstVersion),
    past(schedule?.lastDue),
    past(schedule?.termination),
    schedule === undefined ? "" : terms.insured ? "1.0" : "0.0"
  ];
}

/** PRODUCT_COMBINATION: cash loans with their level of interest, and one name as the table spells it. */
function combination(product: string, group: string): string {
  if (product === "Cash X-Sell" || product === "Cash Street") {
    return `${product}: ${group.startsWith("low") ? "low" : group}`;
  }
  return product === "POS other without interest" ? "POS others without interest" : product;
}
