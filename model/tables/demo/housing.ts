import {type Client} from "./client.ts";
import {float, type Field} from "./csv.ts";
import {Curve, Stream, choice, clamp} from "./random.ts";

/**
 * A measure of the building: its quantiles from 0 to 1 by twentieths, its dependence on the building's size, height
 * and age (all standard normal), how often it is unknown of a known building, and how its mode and median differ.
 */
interface Measure {
  name: string;
  quantiles: Curve;
  size: number;
  height: number;
  modernity: number;
  unknown: number;
  modeFactor: number;
  medianFactor: number;
}

const measures: Measure[] = [
  measure(
    "APARTMENTS",
    [
      0, 0.0124, 0.0186, 0.032, 0.0464, 0.0606, 0.0629, 0.0722, 0.0773, 0.0825, 0.0907, 0.0976, 0.1072, 0.1216, 0.1309,
      0.1485, 0.168, 0.2062, 0.2468, 0.3351, 1
    ],
    0.7,
    0.62,
    0.1,
    0.061,
    1.019,
    1.0095
  ),
  measure(
    "BASEMENTAREA",
    [
      0, 0, 0, 0.0195, 0.0354, 0.0461, 0.0536, 0.0593, 0.0648, 0.0711, 0.0773, 0.0811, 0.0873, 0.0955, 0.1036, 0.1126,
      0.1245, 0.1417, 0.1721, 0.2268, 1
    ],
    0.8,
    0.2,
    0.05,
    0.201,
    1.0378,
    1
  ),
  measure(
    "YEARS_BEGINEXPLUATATION",
    [
      0, 0.9697, 0.9727, 0.9742, 0.9757, 0.9767, 0.9776, 0.9786, 0.9796, 0.9806, 0.9816, 0.9826, 0.9836, 0.9846, 0.9856,
      0.9866, 0.9876, 0.9891, 0.9911, 0.9959, 1
    ],
    0,
    0,
    0.995,
    0.026,
    0.9999,
    1
  ),
  measure(
    "YEARS_BUILD",
    [
      0, 0.5988, 0.6328, 0.6532, 0.6668, 0.6872, 0.7008, 0.7144, 0.728, 0.7416, 0.7552, 0.7688, 0.7824, 0.796, 0.8028,
      0.8164, 0.83, 0.8504, 0.8776, 0.9456, 1
    ],
    0,
    0,
    0.995,
    0.356,
    1.012,
    1.0045
  ),
  measure(
    "COMMONAREA",
    [
      0, 0, 0.0009, 0.0027, 0.0054, 0.0077, 0.0092, 0.0113, 0.0133, 0.016, 0.0205, 0.025, 0.0297, 0.0351, 0.042, 0.051,
      0.0631, 0.079, 0.1119, 0.1681, 1
    ],
    0.48,
    0.36,
    0.1,
    0.414,
    1.009,
    1.0065
  ),
  measure(
    "ELEVATORS",
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.04, 0.08, 0.08, 0.12, 0.16, 0.2, 0.24, 0.36, 1],
    0.15,
    0.9,
    0.05,
    0.103,
    1.007,
    1,
    0.04
  ),
  measure(
    "ENTRANCES",
    [
      0, 0.0345, 0.0517, 0.069, 0.069, 0.069, 0.1034, 0.1034, 0.1119, 0.1379, 0.1379, 0.1379, 0.1379, 0.1607, 0.1724,
      0.2069, 0.2069, 0.2069, 0.2759, 0.3103, 1
    ],
    0.85,
    -0.2,
    0,
    0.049,
    1,
    1,
    0.03448
  ),
  measure(
    "FLOORSMAX",
    [
      0, 0.0417, 0.0417, 0.0833, 0.1458, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.3, 0.3333,
      0.3333, 0.3333, 0.3393, 0.375, 0.5417, 1
    ],
    0.1,
    0.94,
    0.1,
    0.036,
    1,
    1,
    0.041667
  ),
  measure(
    "FLOORSMIN",
    [
      0, 0.0417, 0.0417, 0.0417, 0.0833, 0.1024, 0.1667, 0.2083, 0.2083, 0.2083, 0.2083, 0.2083, 0.2083, 0.2083, 0.3341,
      0.375, 0.375, 0.375, 0.4167, 0.5, 1
    ],
    0.05,
    0.7,
    0,
    0.382,
    1,
    1,
    0.041667
  ),
  measure(
    "LANDAREA",
    [
      0, 0, 0, 0.0079, 0.0141, 0.0188, 0.0242, 0.0305, 0.0364, 0.0422, 0.0484, 0.0549, 0.062, 0.0696, 0.0783, 0.0882,
      0.1007, 0.1165, 0.1448, 0.1999, 1
    ],
    0.48,
    0.1,
    0.05,
    0.22,
    1.0228,
    1.0174
  ),
  measure(
    "LIVINGAPARTMENTS",
    [
      0, 0.0101, 0.0202, 0.0312, 0.0454, 0.0504, 0.0546, 0.0588, 0.0656, 0.0672, 0.0756, 0.0824, 0.0899, 0.1, 0.1084,
      0.121, 0.143, 0.1774, 0.2115, 0.2858, 1
    ],
    0.7,
    0.62,
    0.08,
    0.391,
    1.0926,
    1.0177
  ),
  measure(
    "LIVINGAREA",
    [
      0, 0.0088, 0.0164, 0.0275, 0.0388, 0.0484, 0.0533, 0.0595, 0.0644, 0.0698, 0.0764, 0.0844, 0.0903, 0.1012, 0.1145,
      0.1323, 0.1566, 0.1936, 0.2383, 0.3322, 1
    ],
    0.68,
    0.62,
    0.15,
    0.051,
    1.042,
    1.018
  ),
  measure(
    "NONLIVINGAPARTMENTS",
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0019, 0.0039, 0.0039, 0.0048, 0.0077, 0.0116, 0.0154, 0.0282, 1],
    0.2,
    0.2,
    0,
    0.412,
    1.007,
    1.0013
  ),
  measure(
    "NONLIVINGAREA",
    [
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0017, 0.0037, 0.0059, 0.0091, 0.0136, 0.0198, 0.0278, 0.0388, 0.0542, 0.0796, 0.1294,
      1
    ],
    0.17,
    0.2,
    0,
    0.136,
    1.058,
    1.0209
  )
];
const totalArea = new Curve([
  0, 0.0072, 0.0135, 0.0234, 0.0354, 0.0427, 0.0498, 0.0543, 0.0589, 0.0645, 0.0698, 0.0764, 0.0858, 0.0954, 0.1108,
  0.1326, 0.162, 0.1907, 0.2331, 0.3159, 1
]);
const funds = choice({
  "reg oper account": 0.7584,
  "reg oper spec account": 0.1228,
  "org spec account": 0.0615,
  "not specified": 0.0573
});
const kinds = choice({"block of flats": 0.9812, "specific housing": 0.0101, "terraced house": 0.0087});
const walls = choice({
  Panel: 0.4426,
  "Stone, brick": 0.4208,
  Block: 0.0631,
  Wooden: 0.0345,
  Mixed: 0.0156,
  Monolithic: 0.0125,
  Others: 0.011
});

function measure(
  name: string,
  quantiles: number[],
  size: number,
  height: number,
  modernity: number,
  unknown: number,
  modeFactor: number,
  medianFactor: number,
  step?: number
): Measure & {step: number | undefined} {
  return {name, quantiles: new Curve(quantiles), size, height, modernity, unknown, modeFactor, medianFactor, step};
}

/**
 * The 47 columns on the client's building, in the table's order: 14 means, 14 modes, 14 medians, and five more.
 * `rating` is the region's; where it is best, buildings are known more often.
 */
export function housingFields(seed: number, client: Client, housingType: string, rating: number): Field[] {
  const stream = new Stream(seed, client.index, "housing");
  const typeFactor =
    housingType === "Municipal apartment"
      ? 0.16
      : housingType === "Rented apartment"
        ? -0.2
        : housingType === "With parents"
          ? -0.08
          : 0;
  if (!stream.chance((rating === 1 ? 0.755 : 0.505) + typeFactor + 0.02 * client.standing)) {
    return new Array<Field>(3 * measures.length + 5).fill("");
  }
  const size = stream.normal();
  const height = 0.3 * client.standing + (rating === 1 ? 0.4 : -0.05) + 0.92 * stream.normal();
  const modernity = 0.5 * height + 0.86 * stream.normal();
  // Where one detail is unknown, others tend to be: a report is scant or full.
  const scant = stream.normal();
  const means: Field[] = [];
  const modes: Field[] = [];
  const medians: Field[] = [];
  for (const m of measures) {
    const noise = Math.sqrt(
      Math.max(0.01, 1 - m.size ** 2 - m.height ** 2 - m.modernity ** 2 - m.height * m.modernity)
    );
    const value = clamp(
      m.quantiles.atNormal(m.size * size + m.height * height + m.modernity * modernity + noise * stream.normal()),
      0,
      1
    );
    const absent = 0.85 * scant + 0.53 * stream.normal() < quantileOf(m.unknown);
    // Now and then the most frequent value has nothing to do with the mean.
    const odd = stream.chance(0.09) ? 0.4 + 0.7 * stream.uniform() : 1;
    means.push(absent ? "" : share(value));
    modes.push(absent ? "" : share(value * m.modeFactor * odd));
    medians.push(absent ? "" : share(value * m.medianFactor * (odd === 1 || stream.chance(0.8) ? 1 : odd)));
  }
  const area = totalArea.atNormal(0.7 * size + 0.6 * height + 0.14 * modernity + 0.25 * stream.normal());
  return [
    ...means,
    ...modes,
    ...medians,
    scant < quantileOf(0.39) ? "" : funds.draw(stream),
    stream.chance(0.049) ? "" : kinds.draw(stream),
    stream.chance(0.016) ? "" : share(area),
    stream.chance(0.059) ? "" : walls.draw(stream),
    stream.chance(0.0143) ? "Yes" : "No"
  ];
}

/** Normalised shares have four decimals. */
function share(value: number): string {
  return float(Math.round(clamp(value, 0, 1) * 10_000) / 10_000);
}

/** The standard normal quantile, to 4.5e-4 (Abramowitz and Stegun, 26.2.23); for probabilities below 0.5. */
function quantileOf(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  return -(
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  );
}
