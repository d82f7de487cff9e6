import {type Client} from "./client.ts";
import {money} from "./csv.ts";
import {Choice, Curve, Ordinal, type Stream, clamp} from "./random.ts";

/** Prices of what a cash loan is for. */
const goodsPrices = new Curve([
  45e3, 90e3, 112.5e3, 135e3, 148.5e3, 180e3, 202.5e3, 225e3, 225e3, 225e3, 229.5e3, 238.5e3, 252e3, 270e3, 297e3,
  319.5e3, 360e3, 360e3, 405e3, 450e3, 450e3, 450e3, 450e3, 454.5e3, 472.5e3, 495e3, 540e3, 585e3, 630e3, 675e3, 675e3,
  675e3, 688.5e3, 796.5e3, 900e3, 900e3, 922.5e3, 1102.5e3, 1206e3, 1417.5e3, 2254.5e3
]);
/** Credit over price, ascending: what is above 1 is mostly insurance. */
const financed = new Ordinal([
  [1, 0.322],
  [1.0528, 0.014],
  [1.066, 0.016],
  [1.0792, 0.021],
  [1.0871, 0.01],
  [1.099, 0.012],
  [1.1056, 0.039],
  [1.1188, 0.041],
  [1.132, 0.042],
  [1.1452, 0.02],
  [1.1584, 0.103],
  [1.1716, 0.018],
  [1.198, 0.06],
  [1.2112, 0.041],
  [1.2244, 0.02],
  [1.2376, 0.028],
  [1.2574, 0.019],
  [1.264, 0.032],
  [1.2772, 0.012],
  [1.3168, 0.04],
  [1.3366, 0.015],
  [1.396, 0.027],
  [1.4224, 0.018],
  [1.4752, 0.009],
  [1.528, 0.007]
]);
/** Credit over annuity: about the length in months. */
const terms = new Curve([
  8.04, 9.3, 9.7, 10.49, 12.59, 12.66, 13.74, 15.36, 16.35, 18.11, 19.06, 19.5, 19.59, 20.79, 22.9, 23.63, 26.33, 28.1,
  30.9, 34.06, 39.56
]);
/** Credits of revolving loans. */
const cardLimits = new Choice<number>([
  [180e3, 0.233],
  [270e3, 0.183],
  [135e3, 0.094],
  [337.5e3, 0.05],
  [247.5e3, 0.048],
  [225e3, 0.048],
  [202.5e3, 0.046],
  [405e3, 0.044],
  [450e3, 0.044],
  [157.5e3, 0.031],
  [540e3, 0.031],
  [675e3, 0.021],
  [585e3, 0.021],
  [315e3, 0.016],
  [382.5e3, 0.016],
  [360e3, 0.02],
  [900e3, 0.012],
  [765e3, 0.012]
]);
/** The credit that the client applies for. */
export interface Credit {
  revolving: boolean;
  amount: number;
  annuity: number;
  /** NaN where the row has none. */
  goods: number;
  /** Its length as a standard normal score. */
  termScore: number;
}

/** What the client asks for: dearer goods with a higher income, and longer terms for dearer goods. */
export function drawCredit(client: Client, stream: Stream): Credit {
  if (stream.chance(client.labelled ? 0.0955 : 0.009)) {
    const amount = Math.max(135_000, money(cardLimits.draw(stream) * Math.exp(0.15 * client.incomeScore), 22_500));
    return {revolving: true, amount, annuity: amount / 20, goods: stream.chance(0.009) ? NaN : amount, termScore: 0};
  }
  const priceScore =
    (client.labelled ? 0.11 : -0.1) +
    0.42 * client.incomeScore +
    0.12 * client.reliability +
    0.1 * client.ageScore +
    0.88 * stream.normal();
  const goods = money(goodsPrices.atNormal(priceScore), 4500);
  // The more strained, the more insured: an insurance is easier to get than a lower rate.
  const insuredScore = 0.12 * client.strain + 0.99 * stream.normal();
  const amount = money(goods * financed.atNormal(insuredScore), 4.5);
  const termScore = clamp(0.68 * priceScore + 0.1 * client.reliability + 0.72 * stream.normal(), -3, 3);
  return {revolving: false, amount, annuity: money(amount / terms.atNormal(termScore), 4.5), goods, termScore};
}
