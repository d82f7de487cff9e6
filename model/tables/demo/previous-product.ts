import {type Client} from "./client.ts";
import {money} from "./csv.ts";
import {type Attempt} from "./previous-case.ts";
import {productTypes} from "./previous-detail-cells.ts";
import {paidOut} from "./previous-schedule-cells.ts";
import {channels, goodsCategories, goodsKnown, industries, products, sellerAreas} from "./previous-seller-cells.ts";
import {
  cardLimits,
  cashDownKnown,
  counts,
  downPaymentKinds,
  downPayments,
  financed,
  insuredSales,
  limitStated,
  prices,
  rates,
  yieldGroups
} from "./previous-terms-cells.ts";
import {type Stream} from "./random.ts";

/** Who arranged an earlier application, and for what. */
export interface Seller {
  /** PRODUCT_COMBINATION without the level of interest of cash loans. */
  product: string;
  channel: string;
  industry: string;
  goods: string;
  area: number;
}

/** What was asked for. Amounts are NaN where the table has none. */
export interface Terms {
  annuity: number;
  application: number;
  credit: number;
  downPayment: number;
  goodsPrice: number;
  /** Months; 0 of a card. */
  count: number;
  /** NAME_YIELD_GROUP: how much the lender earns. */
  group: string;
  portfolio: string;
  productType: string;
  /** Whether an approved loan was paid out, and then whether it was insured. */
  paidOut: boolean;
  insured: boolean;
}

/** An earlier application's content. */
export interface Product {
  seller: Seller;
  terms: Terms;
}

const noTerms: Terms = {
  annuity: NaN,
  application: 0,
  credit: 0,
  downPayment: NaN,
  goodsPrice: NaN,
  count: NaN,
  group: "XNA",
  portfolio: "XNA",
  productType: "XNA",
  paidOut: false,
  insured: false
};

/** What the client asked for, where, and on what terms. */
export function drawProduct(client: Client, stream: Stream, attempt: Attempt): Product {
  const seller = drawSeller(stream, attempt);
  return {seller, terms: drawTerms(client, stream, attempt, seller)};
}

function drawSeller(stream: Stream, attempt: Attempt): Seller {
  const {age, gap, first} = attempt;
  const context = {case: attempt.case, age, gap, first, product: "", channel: "", industry: "", goods: "XNA"};
  context.product = products.draw(context, stream);
  context.channel = channels.draw(context, stream);
  context.industry = industries.draw(context, stream);
  if (attempt.case.startsWith("sale") && goodsKnown.draw(context, stream) === "yes") {
    context.goods = goodsCategories.draw(context, stream);
  }
  const {product, channel, industry, goods} = context;
  return {product, channel, industry, goods, area: Math.round(sellerAreas.draw(context, stream))};
}

function drawTerms(client: Client, stream: Stream, attempt: Attempt, seller: Seller): Terms {
  switch (attempt.case) {
    case "cash approved":
    case "cash refused":
    case "cash canceled late":
    case "sale approved":
    case "sale refused":
      return drawLoan(client, stream, attempt, seller);
    case "sale unused":
    case "sale refused early": {
      const {product, goods, area} = seller;
      const context = {case: attempt.case, age: attempt.age, product, goods, area, group: "XNA"};
      const price = drawPrice(client, stream, context);
      return {
        ...noTerms,
        application: price,
        credit: price,
        goodsPrice: price,
        downPayment: stream.chance(0.91) ? 0 : NaN
      };
    }
    case "card approved":
    case "card refused":
      return drawCard(client, stream, attempt, seller);
    case "card approved bare":
      return {
        ...noTerms,
        annuity: 0,
        goodsPrice: 0,
        count: 0,
        portfolio: "Cards",
        productType: "walk-in",
        paidOut: stream.chance(0.965)
      };
    default:
      return noTerms;
  }
}

function drawLoan(client: Client, stream: Stream, attempt: Attempt, seller: Seller): Terms {
  const cash = attempt.case.startsWith("cash");
  const approved = attempt.case.endsWith("approved");
  const {product, channel, goods, area} = seller;
  const {age, gap} = attempt;
  const context = {
    case: attempt.case,
    age,
    gap,
    product,
    channel,
    goods,
    area,
    group: "",
    price: 0,
    count: 0,
    insured: ""
  };
  context.insured = "unknown";
  // Who is a risk pays more.
  const risk = 0.16 * (client.strain - client.reliability);
  context.group = yieldGroups.atNormal(context, risk + 0.974 * stream.normal());
  context.price = drawPrice(client, stream, context);
  context.count = Math.round(counts.draw(context, stream));
  const isPaidOut = approved && paidOut.draw(context, stream) === "yes";
  if (isPaidOut) context.insured = insuredSales.draw(context, stream);

  const {group, price, count} = context;
  let down = 0;
  let downPayment = cash && cashDownKnown.draw(context, stream) === "unknown" ? NaN : 0;
  if (!cash) {
    // Who has savings pays a part at once.
    const kind = downPaymentKinds.atNormal(
      context,
      0.15 * client.standing + 0.15 * client.reliability + 0.97 * stream.normal()
    );
    if (kind === "unknown") downPayment = NaN;
    else if (kind === "dust") downPayment = down = 0.45 * stream.integer(1, 9);
    else if (kind === "part") downPayment = down = drawPart(stream, price, downPayments.draw(context, stream));
  }
  const credit = money((price - down) * financed.draw(context, stream), 4.5);
  const street = seller.product === "Cash Street";
  return {
    annuity: annuity(credit, count, rates.draw(context, stream)),
    application: price,
    credit,
    downPayment,
    goodsPrice: price,
    count,
    group,
    portfolio: cash ? "Cash" : "POS",
    productType: cash ? (street ? productTypes.draw(context, stream) : "x-sell") : "XNA",
    paidOut: isPaidOut,
    insured: context.insured === "yes"
  };
}

/** A down payment: the share that the lender asks for to the kopeck, or a sum that the client names. */
function drawPart(stream: Stream, price: number, share: number): number {
  const asked = share === 0.1 || share === 0.2;
  const u = asked ? 1 : stream.uniform();
  const unit = u < 0.12 ? 4500 : u < 0.4 ? 450 : u < 0.6 ? 45 : 4.5;
  return money(Math.min(Math.ceil((price * share) / unit - 1e-9) * unit, 0.85 * price), 4.5);
}

function drawPrice(client: Client, stream: Stream, context: Record<string, string | number>): number {
  const score =
    0.28 * client.incomeScore +
    0.08 * client.standing +
    0.12 * (client.reliability - client.strain) +
    0.94 * stream.normal();
  const price = 1000 * prices.atNormal(context, score);
  const cash = (context.case as string).startsWith("cash");
  return lattice(price, cash ? (price < 100_000 ? 4500 : 22_500) : stream.chance(0.45) ? 45 : 4.5);
}

function drawCard(client: Client, stream: Stream, attempt: Attempt, seller: Seller): Terms {
  const score = 0.2 * client.incomeScore + 0.98 * stream.normal();
  const {age, gap} = attempt;
  const context = {case: attempt.case, age, gap, product: seller.product, credit: 0};
  const credit = Math.max(4500, lattice(1000 * cardLimits.atNormal(context, score), 4500));
  context.credit = credit;
  const approved = attempt.case === "card approved";
  const stated = limitStated.draw(context, stream) === "yes";
  return {
    annuity: money(credit * (stream.chance(approved ? 0.985 : 0.89) ? 0.05 : stream.chance(0.6) ? 0.07 : 0.025), 4.5),
    application: stated ? credit : 0,
    credit,
    downPayment: stream.chance(0.98) ? NaN : 0,
    goodsPrice: stated ? credit : NaN,
    count: 0,
    group: "XNA",
    portfolio: "Cards",
    productType: seller.product === "Card X-Sell" || stream.chance(0.16) ? "x-sell" : "walk-in",
    paidOut: approved && stream.chance(0.957),
    insured: false
  };
}

/** The nearest multiple of `unit`, unless the amount is one that people often name. */
function lattice(amount: number, unit: number): number {
  return amount % 4500 === 0 ? amount : money(amount, unit);
}

/** The level instalment of `count` months at a yearly rate. */
function annuity(credit: number, count: number, yearly: number): number {
  const rate = yearly / 12;
  return money(rate > 0 ? (credit * rate) / (1 - (1 + rate) ** -count) : credit / count);
}
