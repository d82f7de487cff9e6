import {type Client} from "./client.ts";
import {Choice, type Stream} from "./random.ts";

/** Regions by rating (1 is best): relative population, and share of clients in thousandths. */
const regions: Record<1 | 2 | 3, [population: number, share: number][]> = {
  1: [
    [0.04622, 44.5],
    [0.072508, 28],
    [0.032561, 21.1],
    [0.011657, 10.3],
    [0.003541, 1.9]
  ],
  2: [
    [0.035792, 54.1],
    [0.030755, 38.4],
    [0.025164, 38],
    [0.026392, 37.5],
    [0.031329, 36.5],
    [0.028663, 36.4],
    [0.019101, 29],
    [0.01885, 26],
    [0.015221, 23.1],
    [0.018634, 22.6],
    [0.022625, 22.6],
    [0.019689, 21.2],
    [0.018801, 19.9],
    [0.02461, 19.8],
    [0.01452, 15.7],
    [0.016612, 14.3],
    [0.0228, 12.8],
    [0.010006, 12.1],
    [0.00702, 12.1],
    [0.010032, 11.1],
    [0.00496, 10.8],
    [0.014464, 10.8],
    [0.011703, 10.3],
    [0.00733, 9.8],
    [0.010147, 9.7],
    [0.010966, 9.6],
    [0.00712, 9.4],
    [0.009175, 8.9],
    [0.006629, 8.8],
    [0.010643, 8.7],
    [0.010276, 8.5],
    [0.009657, 8.2],
    [0.00963, 7.7],
    [0.008625, 7.1],
    [0.009334, 6.8],
    [0.006008, 6.3],
    [0.008019, 6.1],
    [0.00823, 5.8],
    [0.006207, 5.7],
    [0.008575, 5.7],
    [0.009549, 5.7],
    [0.007114, 5.6],
    [0.007274, 5.5],
    [0.008474, 5.5],
    [0.006671, 5.4],
    [0.003813, 5.3],
    [0.008866, 4.9],
    [0.005084, 4.7],
    [0.003818, 4.2],
    [0.005313, 4],
    [0.004849, 3.7],
    [0.002506, 3.5],
    [0.006233, 3.1],
    [0.005144, 2.9],
    [0.001276, 1.7],
    [0.001417, 1.4]
  ],
  3: [
    [0.020713, 26.5],
    [0.020246, 23.8],
    [0.018029, 20.5],
    [0.018209, 19.9],
    [0.0105, 8.8],
    [0.006852, 7.4],
    [0.010556, 7.3],
    [0.003069, 6.5],
    [0.007305, 6.1],
    [0.006305, 5.5],
    [0.008068, 5.3],
    [0.002042, 5.2],
    [0.003122, 4.5],
    [0.005002, 3.8],
    [0.006296, 3.6],
    [0.002134, 3.5],
    [0.001333, 0.7]
  ]
};
const choices = {1: new Choice(regions[1]), 2: new Choice(regions[2]), 3: new Choice(regions[3])};

export interface Region {
  population: number;
  /** The region's rating, and the one that takes the city into account. */
  rating: 1 | 2 | 3;
  cityRating: 1 | 2 | 3;
}

/** Where a client lives: the better off, the better the region's rating. */
export function drawRegion(client: Client, stream: Stream): Region {
  const score = 0.42 * client.standing + 0.91 * stream.normal();
  const rating = score > 1.249 ? 1 : score < -0.998 ? 3 : 2;
  const u = stream.uniform();
  const cityRating = rating === 3 ? (u < 0.014 ? 1 : u < 0.097 ? 2 : 3) : rating === 2 && u < 0.008 ? 1 : rating;
  return {population: choices[rating].draw(stream), rating, cityRating};
}

/** Whether addresses differ: registered, lived at, worked at; by region and by city. */
export interface Addresses {
  regions: readonly [registeredNotLived: number, registeredNotWorked: number, livedNotWorked: number];
  cities: readonly [registeredNotLived: number, registeredNotWorked: number, livedNotWorked: number];
}

const regionPatterns = new Choice<Addresses["regions"]>([
  [[0, 0, 0], 0.94],
  [[0, 1, 1], 0.0405],
  [[1, 1, 0], 0.014],
  [[1, 1, 1], 0.0025],
  [[1, 0, 1], 0.002],
  [[1, 0, 0], 0.001]
]);
const cityPatterns = new Choice<Addresses["cities"]>([
  [[0, 0, 0], 0.715],
  [[0, 1, 1], 0.19],
  [[1, 1, 0], 0.07],
  [[1, 1, 1], 0.0138],
  [[1, 0, 0], 0.0058],
  [[1, 0, 1], 0.0055]
]);

/** Differing addresses come with youth, and those who don't work have no place of work. */
export function drawAddresses(client: Client, stream: Stream, employed: boolean): Addresses {
  const settled = stream.chance(0.12 + 0.06 * client.ageScore + 0.04 * client.reliability);
  if (!employed || settled) return {regions: [0, 0, 0], cities: stream.chance(0.985) ? [0, 0, 0] : [1, 0, 0]};
  const inRegions = regionPatterns.draw(stream);
  if (inRegions[1] === 1 && stream.chance(0.75)) return {regions: inRegions, cities: inRegions};
  return {regions: inRegions, cities: cityPatterns.draw(stream)};
}
