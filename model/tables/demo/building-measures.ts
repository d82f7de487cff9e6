import {Curve} from "./random.ts";

/** A measure of the building where a client lives. */
export interface BuildingMeasure {
  name: string;
  quantiles: Curve;
  /** Dependence on the building's size, height and modernity, which are standard normal. */
  size: number;
  height: number;
  modernity: number;
  /** How often it is unknown of a building that is known otherwise. */
  unknown: number;
  /** Mode and median over the mean, mostly. */
  mode: number;
  median: number;
  /** Storeys, entrances and lifts are counts: the value is a multiple of one over this. */
  steps?: number;
}

/** Probabilities of the quantiles: 0, 1 %, twentieths, 99 % and 1. */
const probabilities = [0, 0.01, ...Array.from({length: 19}, (_, i) => (i + 1) / 20), 0.99, 1];

function quantiles(values: number[]): Curve {
  return new Curve(values, probabilities);
}

export const buildingMeasures: readonly BuildingMeasure[] = [
  {
    name: "APARTMENTS",
    quantiles: quantiles([
      0, 0.0021, 0.0124, 0.0186, 0.032, 0.0464, 0.0606, 0.0629, 0.0722, 0.0773, 0.0825, 0.0907, 0.0976, 0.1072, 0.1216,
      0.1309, 0.1485, 0.168, 0.2062, 0.2468, 0.3351, 0.5577, 1
    ]),
    size: 0.7,
    height: 0.62,
    modernity: 0.1,
    unknown: 0.061,
    mode: 1.019,
    median: 1.0095
  },
  {
    name: "BASEMENTAREA",
    quantiles: quantiles([
      0, 0, 0, 0, 0.0195, 0.0354, 0.0461, 0.0536, 0.0593, 0.0648, 0.0711, 0.0773, 0.0811, 0.0873, 0.0955, 0.1036,
      0.1126, 0.1245, 0.1417, 0.1721, 0.2268, 0.39, 1
    ]),
    size: 0.8,
    height: 0.2,
    modernity: 0.05,
    unknown: 0.201,
    mode: 1.0378,
    median: 1
  },
  {
    name: "YEARS_BEGINEXPLUATATION",
    quantiles: quantiles([
      0, 0.9513, 0.9697, 0.9727, 0.9742, 0.9757, 0.9767, 0.9776, 0.9786, 0.9796, 0.9806, 0.9816, 0.9826, 0.9836, 0.9846,
      0.9856, 0.9866, 0.9876, 0.9891, 0.9911, 0.9959, 0.999, 1
    ]),
    size: 0,
    height: 0,
    modernity: 0.995,
    unknown: 0.026,
    mode: 0.9999,
    median: 1
  },
  {
    name: "YEARS_BUILD",
    quantiles: quantiles([
      0, 0.4016, 0.5988, 0.6328, 0.6532, 0.6668, 0.6872, 0.7008, 0.7144, 0.728, 0.7416, 0.7552, 0.7688, 0.7824, 0.796,
      0.8028, 0.8164, 0.83, 0.8504, 0.8776, 0.9456, 0.9864, 1
    ]),
    size: 0,
    height: 0,
    modernity: 0.995,
    unknown: 0.356,
    mode: 1.012,
    median: 1.0045
  },
  {
    name: "COMMONAREA",
    quantiles: quantiles([
      0, 0, 0, 0.0009, 0.0027, 0.0054, 0.0077, 0.0092, 0.0113, 0.0133, 0.016, 0.0205, 0.025, 0.0297, 0.0351, 0.042,
      0.051, 0.0631, 0.079, 0.1119, 0.1681, 0.3767, 1
    ]),
    size: 0.48,
    height: 0.36,
    modernity: 0.1,
    unknown: 0.414,
    mode: 1.009,
    median: 1.0065
  },
  {
    name: "ELEVATORS",
    quantiles: quantiles([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.04, 0.08, 0.08, 0.12, 0.16, 0.2, 0.24, 0.36, 0.64, 1
    ]),
    size: 0.15,
    height: 0.9,
    modernity: 0.05,
    unknown: 0.103,
    mode: 1.007,
    median: 1,
    steps: 25
  },
  {
    name: "ENTRANCES",
    quantiles: quantiles([
      0, 0.0345, 0.0345, 0.0517, 0.069, 0.069, 0.069, 0.1034, 0.1034, 0.1119, 0.1379, 0.1379, 0.1379, 0.1379, 0.1607,
      0.1724, 0.2069, 0.2069, 0.2069, 0.2759, 0.3103, 0.5172, 1
    ]),
    size: 0.85,
    height: -0.2,
    modernity: 0,
    unknown: 0.049,
    mode: 1,
    median: 1,
    steps: 29
  },
  {
    name: "FLOORSMAX",
    quantiles: quantiles([
      0, 0, 0.0417, 0.0417, 0.0833, 0.1458, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.3, 0.3333,
      0.3333, 0.3333, 0.3393, 0.375, 0.5417, 0.6667, 1
    ]),
    size: 0.1,
    height: 0.94,
    modernity: 0.1,
    unknown: 0.036,
    mode: 1,
    median: 1,
    steps: 24
  },
  {
    name: "FLOORSMIN",
    quantiles: quantiles([
      0, 0, 0.0417, 0.0417, 0.0417, 0.0833, 0.1024, 0.1667, 0.2083, 0.2083, 0.2083, 0.2083, 0.2083, 0.2083, 0.2083,
      0.3341, 0.375, 0.375, 0.375, 0.4167, 0.5, 0.7083, 1
    ]),
    size: 0.05,
    height: 0.7,
    modernity: 0,
    unknown: 0.382,
    mode: 1,
    median: 1,
    steps: 24
  },
  {
    name: "LANDAREA",
    quantiles: quantiles([
      0, 0, 0, 0, 0.0079, 0.0141, 0.0188, 0.0242, 0.0305, 0.0364, 0.0422, 0.0484, 0.0549, 0.062, 0.0696, 0.0783, 0.0882,
      0.1007, 0.1165, 0.1448, 0.1999, 0.3969, 1
    ]),
    size: 0.48,
    height: 0.1,
    modernity: 0.05,
    unknown: 0.22,
    mode: 1.0228,
    median: 1.0174
  },
  {
    name: "LIVINGAPARTMENTS",
    quantiles: quantiles([
      0, 0.0034, 0.0101, 0.0202, 0.0312, 0.0454, 0.0504, 0.0546, 0.0588, 0.0656, 0.0672, 0.0756, 0.0824, 0.0899, 0.1,
      0.1084, 0.121, 0.143, 0.1774, 0.2115, 0.2858, 0.4691, 1
    ]),
    size: 0.7,
    height: 0.62,
    modernity: 0.08,
    unknown: 0.391,
    mode: 1.0926,
    median: 1.0177
  },
  {
    name: "LIVINGAREA",
    quantiles: quantiles([
      0, 0.0023, 0.0088, 0.0164, 0.0275, 0.0388, 0.0484, 0.0533, 0.0595, 0.0644, 0.0698, 0.0764, 0.0844, 0.0903, 0.1012,
      0.1145, 0.1323, 0.1566, 0.1936, 0.2383, 0.3322, 0.5756, 1
    ]),
    size: 0.68,
    height: 0.62,
    modernity: 0.15,
    unknown: 0.051,
    mode: 1.042,
    median: 1.018
  },
  {
    name: "NONLIVINGAPARTMENTS",
    quantiles: quantiles([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0019, 0.0039, 0.0039, 0.0048, 0.0077, 0.0116, 0.0154, 0.0282, 0.1026, 1
    ]),
    size: 0.2,
    height: 0.2,
    modernity: 0,
    unknown: 0.412,
    mode: 1.007,
    median: 1.0013
  },
  {
    name: "NONLIVINGAREA",
    quantiles: quantiles([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0017, 0.0037, 0.0059, 0.0091, 0.0136, 0.0198, 0.0278, 0.0388, 0.0542, 0.0796,
      0.1294, 0.3363, 1
    ]),
    size: 0.17,
    height: 0.2,
    modernity: 0,
    unknown: 0.136,
    mode: 1.058,
    median: 1.0209
  }
];

/** Total area of the building. */
export const totalArea = quantiles([
  0, 0.0017, 0.0072, 0.0135, 0.0234, 0.0354, 0.0427, 0.0498, 0.0543, 0.0589, 0.0645, 0.0698, 0.0764, 0.0858, 0.0954,
  0.1108, 0.1326, 0.162, 0.1907, 0.2331, 0.3159, 0.5429, 1
]);
