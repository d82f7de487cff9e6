/** What a stream is drawn for: each table of a client has its own, so that none shifts when another changes. */
export const purposes = {
  facts: 11,
  client: 1,
  application: 2,
  housing: 3,
  bureau: 4,
  bureauBalance: 5,
  previous: 6,
  posCash: 7,
  installments: 8,
  creditCard: 9,
  outcome: 10
} as const;
export type Purpose = keyof typeof purposes;

/**
 * A stream of pseudo-random numbers that depends on (seed, index, purpose) alone: sfc32 (Doty-Humphrey, PractRand),
 * whose state is filled by MurmurHash3's finaliser.
 */
export class Stream {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;
  #spare = NaN;

  constructor(seed: number, index: number, purpose: Purpose) {
    const low = mix((seed >>> 0) ^ 0x9e3779b9);
    const high = mix(Math.floor(seed / 2 ** 32) ^ low);
    this.#a = mix(high ^ Math.imul(index + 1, 0x85ebca6b));
    this.#b = mix(this.#a ^ Math.imul(purposes[purpose], 0xc2b2ae35));
    this.#c = mix(this.#b ^ low);
    for (let i = 0; i < 12; ++i) this.next();
  }

  /** A whole number from 0 to 2³² − 1. */
  next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  /** Uniform on the open interval (0, 1). */
  uniform(): number {
    return (this.next() + 0.5) / 2 ** 32;
  }

  /** Uniform on the whole numbers from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Standard normal (Box and Muller, 1958). */
  normal(): number {
    if (!Number.isNaN(this.#spare)) {
      const spare = this.#spare;
      this.#spare = NaN;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Exponential of the given mean. */
  exponential(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  /** Poisson by multiplication of uniforms (Knuth, 1969); meant for means below about 30. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) ++count;
    return count;
  }
}

function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A categorical distribution: weights need not add up to 1. */
export class Choice<T> {
  readonly #values: readonly T[];
  readonly #cumulative: Float64Array;

  constructor(weights: Iterable<readonly [T, number]>) {
    // Heaviest first: drawing scans from the front.
    const sorted = [...weights].filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1]);
    if (sorted.length === 0) throw new RangeError("a choice needs a positive weight");
    this.#values = sorted.map(([value]) => value);
    this.#cumulative = new Float64Array(sorted.length);
    let sum = 0;
    sorted.forEach(([, weight], i) => (this.#cumulative[i] = sum += weight));
  }

  draw(stream: Stream): T {
    const cumulative = this.#cumulative;
    const target = stream.uniform() * cumulative[cumulative.length - 1]!;
    let i = 0;
    while (cumulative[i]! < target) ++i;
    return this.#values[i]!;
  }
}

/** A categorical distribution over the keys of a record, weighted by its values. */
export function choice<K extends string>(weights: Readonly<Partial<Record<K, number>>>): Choice<K> {
  return new Choice(Object.entries(weights) as [K, number][]);
}

/**
 * A function that is linear between the points (xs[i], ys[i]) and constant outside. With probabilities as xs (from 0
 * to 1, equally spaced unless given) it is a quantile function, and so a continuous distribution.
 */
export class Curve {
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];

  constructor(ys: readonly number[], xs?: readonly number[]) {
    this.#ys = ys;
    this.#xs = xs ?? ys.map((_, i) => i / (ys.length - 1));
    if (this.#xs.length !== ys.length) throw new RangeError("a curve needs an x for each y");
  }

  at(x: number): number {
    const xs = this.#xs;
    const ys = this.#ys;
    let high = 1;
    while (high < xs.length - 1 && xs[high]! < x) ++high;
    const x0 = xs[high - 1]!;
    return ys[high - 1]! + (ys[high]! - ys[high - 1]!) * clamp((x - x0) / (xs[high]! - x0), 0, 1);
  }

  /** The quantile where a standard normal score stands: many variables so share one dependence (Gaussian copula). */
  atNormal(z: number): number {
    return this.at(normalCdf(z));
  }
}

/** A distribution over values in ascending order, which can depend on a normal score as a curve does. */
export class Ordinal {
  readonly #values: readonly number[];
  readonly #cumulative: readonly number[];

  constructor(weights: Iterable<readonly [number, number]>) {
    const sorted = [...weights].sort((a, b) => a[0] - b[0]);
    const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
    let sum = 0;
    this.#values = sorted.map(([value]) => value);
    this.#cumulative = sorted.map(([, weight]) => (sum += weight) / total);
  }

  atNormal(z: number): number {
    const u = normalCdf(z);
    let i = 0;
    while (i < this.#values.length - 1 && this.#cumulative[i]! < u) ++i;
    return this.#values[i]!;
  }
}

/** The probabilities of most of the quantile lists here. */
export const tailed = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1] as const;

/** The standard normal distribution function, to 7.5e-8 (Abramowitz and Stegun, 26.2.17). */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804014327 *
    Math.exp(-0.5 * z * z) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
