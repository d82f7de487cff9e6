import type {Interval} from "./cost-interval.ts";
import {normal95} from "./interval.ts";
import {ascendingOrder, countOutcomes, type Outcomes} from "./outcomes.ts";
import {createRandom} from "./random.ts";

/** Measures without a textbook error, each with its 95 % interval. */
export interface BootstrapIntervals {
  averagePrecision: Interval;
  /** Kolmogorov-Smirnov. */
  ks: Interval;
  /** In nats, a client. */
  logLoss: Interval;
  brier: Interval;
  /** Samples drawn. */
  samples: number;
}

/**
 * Bootstrap intervals of what scores and probabilities are worth: 1.96 standard errors around the figure less its bias,
 * both as samples of clients drawn with replacement tell them (Davison and Hinkley, 1997, section 5.2.1). The bias
 * counts: Kolmogorov and Smirnov's statistic is a maximum, which a resample exceeds more often than not, and an interval
 * of its percentiles would miss the truth one time in five.
 *
 * Scores are sorted once: a sample is how many times each client was drawn.
 *
 * @param scores higher for a likelier default; ties count as `ranking.ts` says
 * @param probabilities of default, above 0 and below 1, one a client
 * @throws {LimpideError} E_TARGET unless both outcomes occur
 */
export function bootstrapIntervals(
  scores: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  outcomes: Outcomes,
  {samples = 300, seed = 0}: {samples?: number; seed?: number} = {}
): BootstrapIntervals {
  const {defaults, repaid} = countOutcomes(scores, outcomes);
  const clients = defaults + repaid;
  const sorted = sortClients(scores, probabilities, outcomes);
  const found = measure(sorted, new Uint16Array(clients).fill(1))!;
  const random = createRandom(seed, clients);
  const times = new Uint16Array(clients);
  const drawn: Figures[] = [];
  while (drawn.length < samples) {
    times.fill(0);
    for (let i = 0; i < clients; i++) times[Math.floor(random() * clients)]!++;
    const figures = measure(sorted, times);
    // Few clients may all repay in a sample: it has no ranking, and another is drawn.
    if (figures !== null) drawn.push(figures);
  }
  const interval = (name: keyof Figures): Interval => {
    const mean = drawn.reduce((sum, figures) => sum + figures[name], 0) / samples;
    const variance = drawn.reduce((sum, figures) => sum + (figures[name] - mean) ** 2, 0) / (samples - 1);
    const centre = 2 * found[name] - mean;
    const half = normal95 * Math.sqrt(variance);
    // None of the measures is negative.
    return {value: found[name], low: Math.max(0, centre - half), high: centre + half};
  };
  return {
    averagePrecision: interval("averagePrecision"),
    ks: interval("ks"),
    logLoss: interval("logLoss"),
    brier: interval("brier"),
    samples
  };
}

type Figures = Record<Exclude<keyof BootstrapIntervals, "samples">, number>;

/** Clients from the highest score to the lowest. */
interface SortedClients {
  outcomes: Uint8Array;
  /** 1 where the next client scores less: a threshold falls there. */
  ends: Uint8Array;
  /** Negative log-likelihood and squared error of each. */
  losses: Float64Array;
  errors: Float64Array;
}

function sortClients(scores: ArrayLike<number>, probabilities: ArrayLike<number>, outcomes: Outcomes): SortedClients {
  const order = ascendingOrder(scores).reverse();
  return {
    outcomes: Uint8Array.from(order, (i) => outcomes[i]!),
    ends: Uint8Array.from(order, (i, place) => Number(scores[i] !== scores[order[place + 1]!])),
    losses: Float64Array.from(
      order,
      (i) => -(outcomes[i] ? Math.log(probabilities[i]!) : Math.log1p(-probabilities[i]!))
    ),
    errors: Float64Array.from(order, (i) => (probabilities[i]! - outcomes[i]!) ** 2)
  };
}

/** The figures of a sample in which each client occurs so many times; null when one outcome doesn't occur. */
function measure({outcomes, ends, losses, errors}: SortedClients, times: Uint16Array): Figures | null {
  let [defaults, repaid, loss, error] = [0, 0, 0, 0];
  for (let i = 0; i < times.length; i++) {
    if (outcomes[i]) defaults += times[i]!;
    else repaid += times[i]!;
    loss += times[i]! * losses[i]!;
    error += times[i]! * errors[i]!;
  }
  if (defaults === 0 || repaid === 0) return null;
  let [truePositives, falsePositives, counted, precisions, widest] = [0, 0, 0, 0, 0];
  for (let i = 0; i < times.length; i++) {
    if (outcomes[i]) truePositives += times[i]!;
    else falsePositives += times[i]!;
    if (ends[i] === 0) continue;
    if (truePositives > counted) {
      precisions += ((truePositives - counted) * truePositives) / (truePositives + falsePositives);
      counted = truePositives;
    }
    widest = Math.max(widest, truePositives / defaults - falsePositives / repaid);
  }
  const clients = defaults + repaid;
  return {averagePrecision: precisions / defaults, ks: widest, logLoss: loss / clients, brier: error / clients};
}
