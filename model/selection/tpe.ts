import type {Candidate, Dimension} from "../contract/selection.ts";
import type {Random} from "../metrics/random.ts";
import {drawCandidate, fromUnit, type Space, toUnit} from "./space.ts";

export interface Observation {
  candidate: Candidate;
  /** What is minimised. */
  loss: number;
}

/** Candidates compared for each suggestion, and the weight of the prior, in observations, as in the paper. */
const drawn = 24;
const priorWeight = 1;
/** Share of the suggestions that are drawn evenly, so that a poor start isn't all that is ever tried around. */
const evenShare = 0.15;

/**
 * Suggests what to try next by a tree-structured Parzen estimator (Bergstra et al., 2011, "Algorithms for
 * hyper-parameter optimization", section 4): the best ½√n of n observations, at most 25, make a density of good
 * candidates, the others one of bad ones; of 24 draws from the good, the one with the largest ratio of the two is
 * taken. Parameters are treated one by one.
 */
export function suggest(space: Space, observations: readonly Observation[], random: Random): Candidate {
  if (observations.length < 2 || random() < evenShare) return drawCandidate(space, random);
  const ranked = [...observations].sort((a, b) => a.loss - b.loss);
  const goodCount = Math.max(1, Math.min(25, Math.ceil(0.5 * Math.sqrt(observations.length))));
  const good = ranked.slice(0, goodCount).map(({candidate}) => candidate);
  const bad = ranked.slice(goodCount).map(({candidate}) => candidate);
  const result: Candidate = {};
  for (const [name, dimension] of Object.entries(space)) {
    const values = (list: readonly Candidate[]) => list.flatMap((one) => (name in one ? [one[name]!] : []));
    const [above, below] = [density(dimension, values(good)), density(dimension, values(bad))];
    let best: number | string | undefined;
    let ratio = -Infinity;
    for (let i = 0; i < drawn; i++) {
      const value = above.draw(random);
      const gain = Math.log(above.at(value)) - Math.log(below.at(value));
      if (gain > ratio) [best, ratio] = [value, gain];
    }
    result[name] = best!;
  }
  return result;
}

interface Density {
  draw(random: Random): number | string;
  at(value: number | string): number;
}

function density(dimension: Dimension, values: readonly (number | string)[]): Density {
  return dimension.kind === "choice"
    ? choiceDensity(dimension.values, values)
    : numberDensity(dimension, values as readonly number[]);
}

/** Counts of each choice, with the prior's weight spread over them. */
function choiceDensity(choices: readonly (number | string)[], values: readonly (number | string)[]): Density {
  const weights = choices.map(
    (choice) => priorWeight / choices.length + values.filter((value) => value === choice).length
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    draw(random) {
      let left = random() * total;
      for (const [i, weight] of weights.entries()) if ((left -= weight) < 0) return choices[i]!;
      return choices.at(-1)!;
    },
    at: (value) => weights[choices.indexOf(value)]! / total
  };
}

/**
 * A mixture of normal densities on the unit range, truncated to it: one about the range's middle as wide as the range
 * (the prior), and one about each value, as wide as the larger distance to its neighbours.
 */
function numberDensity(dimension: Exclude<Dimension, {kind: "choice"}>, values: readonly number[]): Density {
  const centres = values.map((value) => toUnit(dimension, value)).sort((a, b) => a - b);
  const narrowest = 1 / Math.min(100, 2 + centres.length);
  const kernels = centres.map((centre, i) => {
    const before = centre - (centres[i - 1] ?? 0);
    const after = (centres[i + 1] ?? 1) - centre;
    return kernel(centre, Math.min(1, Math.max(narrowest, before, after)), 1);
  });
  kernels.push(kernel(0.5, 1, priorWeight));
  const total = kernels.reduce((sum, {weight}) => sum + weight, 0);
  return {
    draw(random) {
      let left = random() * total;
      const chosen = kernels.find(({weight}) => (left -= weight) < 0) ?? kernels.at(-1)!;
      for (;;) {
        const unit = chosen.centre + chosen.width * normal(random);
        if (unit >= 0 && unit <= 1) return fromUnit(dimension, unit);
      }
    },
    at(value) {
      const unit = toUnit(dimension, value as number);
      let sum = 0;
      for (const {centre, width, weight, inside} of kernels) {
        const z = (unit - centre) / width;
        sum += (weight * Math.exp(-0.5 * z * z)) / (width * inside);
      }
      return sum / total;
    }
  };
}

interface Kernel {
  centre: number;
  width: number;
  weight: number;
  /** Share of the normal density that lies in the unit range. */
  inside: number;
}

function kernel(centre: number, width: number, weight: number): Kernel {
  return {centre, width, weight, inside: cumulative((1 - centre) / width) - cumulative(-centre / width)};
}

/** A standard normal number (Box and Muller, 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The standard normal distribution function (Abramowitz and Stegun, 1964, 26.2.17; error below 7.5e-8). */
function cumulative(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (poly * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
  return z >= 0 ? 1 - tail : tail;
}
