import type {Beeswarm} from "../../contract/global-explanation.ts";
import type {Columns} from "../../ensemble/evaluate.ts";
import {createRandom, sample, shuffle} from "../../metrics/random.ts";
import {clientsOf, leadingFeatures, type Contributions} from "./contributions.ts";
import {countBelow, knownSorted, type Values} from "./quantile.ts";

export interface BeeswarmOptions {
  /** Features shown, the most important ones. By default 12. */
  features?: number;
  /** Clients drawn at random. By default 500. */
  sample?: number;
  /** Places side by side on the axis of contributions, where points pile up. By default 100. */
  places?: number;
  seed?: number;
}

/** A pile of fewer points than this, above or below the line, is not drawn apart to fill the height. */
const fewestLevels = 8;

/**
 * A sample of clients as points, laid out: a point's place along is its contribution, its place across keeps it from
 * hiding others. Points that share one of the `places` between the least and the largest contribution shown pile up from
 * the line in turns above and below, as in the shap package's summary plot (Lundberg et al., 2018); the highest pile of a
 * feature fills its height. The order within a pile is random, but that of the seed.
 *
 * @param columns the features' values, one array a feature: only their ranks are told
 */
export function beeswarm(
  contributions: Contributions,
  columns: Columns,
  {features: count = 12, sample: size = 500, places = 100, seed = 0}: BeeswarmOptions = {}
): Beeswarm {
  const {features, values, factor} = contributions;
  const clients = clientsOf(contributions);
  const leading = leadingFeatures(contributions, count);
  const random = createRandom(seed, 0xbee);
  const drawn = shuffle(sample(clients, Math.min(size, clients), random), random);
  const contributionOf = (client: number, column: number) => values[client * features.length + column]! * factor;

  let [least, most] = [Infinity, -Infinity];
  for (const column of leading) {
    for (const client of drawn) {
      least = Math.min(least, contributionOf(client, column));
      most = Math.max(most, contributionOf(client, column));
    }
  }
  // No more digits than can be told apart on a screen.
  const decimals = most > least ? Math.max(0, Math.ceil(3 - Math.log10(most - least))) : 3;
  const round = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;

  return {
    sample: drawn.length,
    clients,
    features: leading.map((column) => {
      const {id, categories} = features[column]!;
      const told = Array.from(drawn, (client) => contributionOf(client, column));
      const levels = pileUp(told.map((value) => placeOf(value, least, most, places)));
      const highest = levels.reduce((most, level) => Math.max(most, Math.abs(level)), fewestLevels);
      const rank = categories === null ? percentiles(columns[column]!) : (value: number) => value;
      const order = told.map((_, i) => i).sort((a, b) => told[a]! - told[b]! || levels[a]! - levels[b]!);
      return {
        id,
        contributions: order.map((i) => round(told[i]!, decimals)),
        values: order.map((i) => {
          const value = columns[column]![drawn[i]!]!;
          return Number.isNaN(value) ? null : rank(value);
        }),
        offsets: order.map((i) => round(levels[i]! / highest, 3)),
        categories: categories && [...categories]
      };
    })
  };
}

function placeOf(value: number, least: number, most: number, places: number): number {
  return most > least ? Math.min(places - 1, Math.floor(((value - least) / (most - least)) * places)) : 0;
}

/** The level of each point in its place's pile: 0, 1, −1, 2, −2 … */
function pileUp(places: readonly number[]): number[] {
  const heights = new Map<number, number>();
  return places.map((place) => {
    const height = heights.get(place) ?? 0;
    heights.set(place, height + 1);
    return height % 2 === 1 ? (height + 1) / 2 : -height / 2;
  });
}

/** The share, in whole %, of known values below a value; values that are equal share the middle of theirs. */
function percentiles(column: Values): (value: number) => number {
  const sorted = knownSorted(column);
  return (value) => Math.round((50 * (countBelow(sorted, value) + countBelow(sorted, value, true))) / sorted.length);
}
