import {type Client} from "./client.ts";
import {money} from "./csv.ts";
import {
  type YieldGroup,
  downPayments,
  freeYields,
  goods,
  saleNames,
  sales,
  sellerAreas,
  sellers,
  smallSellers
} from "./point-of-sale.ts";
import {type Choice, Curve, Ordinal, type Stream, choice, tailed} from "./random.ts";

export type Kind = "Cash loans" | "Consumer loans" | "Revolving loans";
export type Status = "Approved" | "Canceled" | "Refused" | "Unused offer";

/** What an earlier application was for. Amounts are NaN where the table has none. */
export interface Product {
  annuity: number;
  application: number;
  credit: number;
  downPayment: number;
  downPaymentRate: number;
  goods: number;
  /** Instalments asked for; 0 of a card. */
  count: number;
  yieldGroup: YieldGroup;
  combination: string;
  portfolio: string;
  productType: string;
  channel: string;
  purpose: string;
  goodsCategory: string;
  sellerIndustry: string;
  sellerArea: number;
  throughBank: boolean;
  insured: boolean;
  /** Whether its normalised interest rates are known. */
  rated: boolean;
}

/** Monthly interest by yield group: lower the group, dearer the loan the name says. */
const monthlyRates: Record<YieldGroup, number> = {
  XNA: 0,
  low_action: 0.0125,
  low_normal: 0.0225,
  middle: 0.031,
  high: 0.05
};

const cashCounts = ordinal({
  12: 0.27,
  24: 0.184,
  18: 0.139,
  36: 0.128,
  48: 0.082,
  6: 0.077,
  60: 0.056,
  30: 0.036,
  42: 0.017,
  54: 0.005,
  10: 0.005
});
const refusedCashCounts = ordinal({
  36: 0.2,
  24: 0.19,
  60: 0.17,
  48: 0.13,
  12: 0.13,
  18: 0.09,
  30: 0.05,
  42: 0.03,
  6: 0.01
});
const consumerCounts = ordinal({
  12: 0.321,
  6: 0.244,
  10: 0.196,
  24: 0.082,
  8: 0.044,
  4: 0.038,
  18: 0.035,
  14: 0.012,
  36: 0.008,
  16: 0.007,
  5: 0.005,
  9: 0.004,
  3: 0.004
});

const cashAmounts = new Curve(
  [45e3, 45e3, 54e3, 72e3, 135e3, 229.5e3, 454.5e3, 900e3, 1129.5e3, 1665e3, 3150e3],
  tailed
);
const refusedCashAmounts = new Curve(
  [45e3, 45e3, 67.5e3, 112.5e3, 225e3, 450e3, 675e3, 1215e3, 1350e3, 1800e3, 3150e3],
  tailed
);
const consumerAmounts = new Curve(
  [5576, 15_759, 20_696, 25_578, 39_482, 70_200, 117_000, 176_250, 242_960, 461_150, 1_500_000],
  tailed
);
const unusedAmounts = new Curve(
  [15_030, 18_325, 21_402, 25_943, 36_508, 62_451, 90_850, 132_190, 146_020, 247_290, 600_000],
  tailed
);
const cardLimits = ordinal({
  45000: 0.238,
  180000: 0.096,
  450000: 0.093,
  135000: 0.08,
  90000: 0.069,
  225000: 0.0615,
  270000: 0.061,
  67500: 0.029,
  765000: 0.028,
  112500: 0.027,
  900000: 0.0225,
  157500: 0.022,
  315000: 0.03,
  360000: 0.03,
  202500: 0.03,
  337500: 0.02,
  540000: 0.02,
  675000: 0.012
});
/** Credit over price of a cash loan, whose insurance is financed with it. */
const financed = new Curve([1, 1, 1, 1, 1.058, 1.1016, 1.1716, 1.2514, 1.3, 1.4224, 1.5], tailed);

const cashYields = choice<YieldGroup>({middle: 0.424, high: 0.277, low_normal: 0.27, low_action: 0.029});
const refusedCashYields = choice<YieldGroup>({low_normal: 0.378, middle: 0.309, high: 0.228, low_action: 0.085});
const cashChannels = choice({
  "Credit and cash offices": 0.772,
  "Country-wide": 0.094,
  "AP+ (Cash loan)": 0.067,
  "Contact center": 0.051,
  Stone: 0.006,
  "Regional / Local": 0.005,
  "Channel of corporate sales": 0.005
});
const cardChannels = choice({
  "Credit and cash offices": 0.557,
  "Country-wide": 0.199,
  "Contact center": 0.08,
  "AP+ (Cash loan)": 0.074,
  "Regional / Local": 0.047,
  Stone: 0.035,
  "Channel of corporate sales": 0.008
});
const canceledChannels = choice({
  "Credit and cash offices": 0.87,
  "Contact center": 0.118,
  "AP+ (Cash loan)": 0.008,
  "Country-wide": 0.004
});
const purposes = choice({
  Repairs: 0.31,
  Other: 0.23,
  "Urgent needs": 0.135,
  "Everyday expenses": 0.062,
  "Buying a used car": 0.042,
  Medicine: 0.045,
  Education: 0.028,
  "Building a house or an annex": 0.03,
  "Payments on other loans": 0.028,
  "Car repairs": 0.018,
  Furniture: 0.014,
  "Purchase of electronic equipment": 0.014,
  Journey: 0.013,
  "Buying a home": 0.011,
  "Buying a new car": 0.011,
  "Wedding / gift / holiday": 0.009,
  "Business development": 0.007,
  "Buying a holiday home / land": 0.007,
  "Gasification / water supply": 0.003,
  Hobby: 0.001
});

const nothing = {
  goodsCategory: "XNA",
  sellerIndustry: "XNA",
  sellerArea: -1,
  downPayment: NaN,
  downPaymentRate: NaN,
  purpose: "XAP",
  rated: false
};

/** What the client asked for: `age` is that of the decision, in days. */
export function drawProduct(client: Client, stream: Stream, kind: Kind, status: Status, age: number): Product {
  switch (kind) {
    case "Cash loans":
      return drawCash(client, stream, status, age);
    case "Consumer loans":
      return drawConsumer(client, stream, status);
    case "Revolving loans":
      return drawCard(client, stream, status);
  }
}

function drawCash(client: Client, stream: Stream, status: Status, age: number): Product {
  const refused = status === "Refused";
  // A cancelled application rarely got as far as an amount.
  if (stream.chance(status === "Canceled" ? 0.965 : refused ? 0.17 : 0)) {
    const channel = canceledChannels.draw(stream);
    return {
      ...nothing,
      annuity: NaN,
      application: 0,
      credit: 0,
      goods: NaN,
      count: NaN,
      yieldGroup: "XNA",
      combination: "Cash",
      portfolio: "XNA",
      productType: "XNA",
      channel,
      purpose: "XNA",
      throughBank: false,
      insured: false
    };
  }
  const yieldGroup = drawYield(client, stream, refused ? refusedCashYields : cashYields);
  const street = stream.chance(refused ? 0.42 : age > 1800 ? 0.35 : 0.19);
  const score = 0.42 * client.incomeScore + 0.12 * client.reliability - (age > 1500 ? 0.5 : 0) + 0.88 * stream.normal();
  const application = money((refused ? refusedCashAmounts : cashAmounts).atNormal(score), 4500);
  const count = (refused ? refusedCashCounts : cashCounts).atNormal(0.68 * score + 0.73 * stream.normal());
  const credit = money(application * financed.at(stream.uniform()), 4.5);
  const channel = cashChannels.draw(stream);
  const stated = stream.chance(0.88) ? NaN : 0;
  const level = yieldGroup.startsWith("low") ? "low" : yieldGroup;
  return {
    ...nothing,
    annuity: annuity(credit, count, yieldGroup, stream),
    application,
    credit,
    downPayment: stated,
    downPaymentRate: stated,
    goods: application,
    count,
    yieldGroup,
    combination: `Cash ${street ? "Street" : "X-Sell"}: ${level}`,
    portfolio: "Cash",
    productType: street ? "walk-in" : "x-sell",
    channel,
    purpose: street && stream.chance(0.5) ? purposes.draw(stream) : "XNA",
    sellerIndustry: channel === "Country-wide" ? (stream.chance(0.6) ? "Consumer electronics" : "Connectivity") : "XNA",
    sellerArea: stream.chance(0.8) ? -1 : stream.chance(0.5) ? 0 : Math.round(stream.exponential(60)),
    throughBank: stream.chance(0.89),
    insured: stream.chance(0.8)
  };
}

function drawConsumer(client: Client, stream: Stream, status: Status): Product {
  const unused = status === "Unused offer";
  const name = unused ? (stream.chance(0.86) ? "mobile" : "household") : saleNames.draw(stream);
  const sale = sales[name];
  const free = stream.chance(unused ? 0.02 : sale.free);
  const industry = sale.industries.draw(stream);
  const yieldGroup = unused ? "XNA" : drawYield(client, stream, free ? freeYields : sale.yields);
  const score =
    sale.price +
    0.3 * client.incomeScore +
    0.2 * client.standing +
    (status === "Refused" ? 0.3 : 0) +
    0.85 * stream.normal();
  const price = money((unused ? unusedAmounts : consumerAmounts).atNormal(score), stream.chance(0.45) ? 45 : 4.5);
  // Who has savings pays a part at once.
  const share =
    unused || stream.chance(0.44 - 0.06 * client.standing - 0.06 * client.reliability)
      ? 0
      : downPayments.at(stream.uniform());
  const downPayment = money(price * share, 4.5);
  const insurance = stream.chance(0.35) ? 1.08 + 0.12 * stream.uniform() : 1;
  const credit = money((price - downPayment) * insurance, 4.5);
  const count = consumerCounts.atNormal(0.4 * score + 0.92 * stream.normal());
  const withInterest = free ? "without" : "with";
  return {
    ...nothing,
    annuity: unused ? NaN : annuity(credit, count, yieldGroup, stream),
    application: price,
    credit,
    downPayment,
    downPaymentRate: Math.round((downPayment / (credit + downPayment)) * 1.089 * 1e12) / 1e12,
    goods: price,
    count: unused ? NaN : count,
    yieldGroup,
    combination: `POS ${name}${name === "other" && free ? "s" : ""} ${withInterest} interest`,
    portfolio: "POS",
    productType: "XNA",
    channel: (sellers[industry] ?? smallSellers).draw(stream),
    goodsCategory: goods[industry]!.draw(stream),
    sellerIndustry: industry,
    sellerArea: Math.round(sellerAreas.at(stream.uniform())),
    throughBank: stream.chance(0.87),
    insured: insurance > 1 && stream.chance(0.5),
    rated: stream.chance(0.01)
  };
}

function drawCard(client: Client, stream: Stream, status: Status): Product {
  const street = stream.chance(status === "Approved" ? 0.37 : status === "Refused" ? 0.52 : 0.99);
  const base = {
    ...nothing,
    combination: street ? "Card Street" : "Card X-Sell",
    yieldGroup: "XNA",
    channel: cardChannels.draw(stream),
    insured: false,
    throughBank: false,
    sellerArea: stream.chance(0.62) ? -1 : Math.round(sellerAreas.at(stream.uniform()))
  } as const;
  if (status === "Canceled" && stream.chance(0.99)) {
    return {
      ...base,
      annuity: NaN,
      application: 0,
      credit: 0,
      goods: NaN,
      count: NaN,
      portfolio: "XNA",
      productType: "XNA"
    };
  }
  const steps = Math.exp(0.22 * client.incomeScore - 0.08);
  const credit = Math.max(45_000, money(cardLimits.atNormal(stream.normal()) * steps, 22_500));
  const stated = !stream.chance(0.4);
  return {
    ...base,
    annuity: money(credit * 0.05, 4.5),
    application: stated ? credit : 0,
    credit,
    goods: stated ? credit : NaN,
    count: 0,
    portfolio: "Cards",
    productType: street ? "walk-in" : "x-sell"
  };
}

const byYield: YieldGroup[] = ["XNA", "low_action", "low_normal", "middle", "high"];

/** Who is a risk pays more: the dearer of two draws the more often, the greater the risk. */
function drawYield(client: Client, stream: Stream, yields: Choice<YieldGroup>): YieldGroup {
  const one = yields.draw(stream);
  const risk = 0.22 * (client.strain - client.reliability);
  if (!stream.chance(Math.min(1, Math.abs(risk)))) return one;
  const two = yields.draw(stream);
  return byYield.indexOf(one) > byYield.indexOf(two) === risk > 0 ? one : two;
}

/** The level instalment of `count` months at the yield group's rate, give or take. */
function annuity(credit: number, count: number, yieldGroup: YieldGroup, stream: Stream): number {
  const rate = monthlyRates[yieldGroup] * Math.exp(0.18 * stream.normal()) + 0.0005;
  return money((credit * rate) / (1 - (1 + rate) ** -count), 0.045);
}

function ordinal(weights: Readonly<Record<number, number>>): Ordinal {
  return new Ordinal(Object.entries(weights).map(([value, weight]) => [Number(value), weight] as const));
}
