import type {Conditions, Parts} from "./parts.ts";
import type {Quadrature} from "./quadrature.ts";

/** Room for one factor. */
export interface FactorScratch {
  /** The most values that a factor has. */
  readonly most: number;
  /** z, o, and o − z. */
  readonly shares: Float64Array;
  readonly known: Float64Array;
  readonly differences: Float64Array;
  readonly terms: Float64Array;
  /** Products of the leaf's value and the terms that follow. */
  readonly rests: Float64Array;
}

export function factorScratch({count, factorStart, askStart, featureStart, nodes}: Parts): FactorScratch {
  let asks = 0;
  let most = 0;
  for (let part = 0; part < count; part++) {
    for (let f = factorStart[part]!; f < factorStart[part + 1]!; f++) {
      asks = Math.max(asks, askStart[f + 1]! - askStart[f]!);
      most = Math.max(most, (1 + featureStart[f + 1]! - featureStart[f]!) * nodes[part]!);
    }
  }
  return {
    most,
    shares: new Float64Array(asks),
    known: new Float64Array(asks),
    differences: new Float64Array(asks),
    terms: new Float64Array(2 * asks),
    rests: new Float64Array(2 * asks)
  };
}

/**
 * The values of a factor at each node of a quadrature. The sum over its leaves, Σ value · Π term, comes first; then,
 * feature by feature, the same sum over the leaves that ask something of the feature, with o − z in place of its term.
 *
 * @param met o of each condition of the ensemble: 1 where it is met, else 0
 * @param weights what the values are multiplied by
 * @param out (1 + features) × nodes
 */
export function factorValues(
  {featureStart, askStart, condition, place, common, leafStart, leafValue, leafEnd}: Parts,
  {share}: Conditions,
  factor: number,
  {nodes}: Quadrature,
  weights: Float64Array | null,
  met: Float64Array,
  out: Float64Array,
  {shares, known, differences, terms, rests}: FactorScratch
): void {
  const count = nodes.length;
  const start = askStart[factor]!;
  const asks = askStart[factor + 1]! - start;
  const shared = common[factor]!;
  const leaves = leafStart[factor + 1]!;
  for (let c = 0; c < asks; c++) {
    const number = condition[start + c]!;
    const o = met[number]!;
    const z = share[number]!;
    shares[c] = z;
    known[c] = o;
    differences[c] = o - z;
  }
  out.fill(0, 0, (1 + featureStart[factor + 1]! - featureStart[factor]!) * count);
  // Two nodes at a time: what they have in common is read once, and neither waits for the other's products. What leaves
  // a term out is the product of those before and those after it, not a quotient: a term may be 0.
  for (let q = 0; q < count; q += 2) {
    const t0 = nodes[q]!;
    const t1 = nodes[q + 1]!;
    const u0 = 1 - t0;
    const u1 = 1 - t1;
    const weight0 = weights ? weights[q]! : 1;
    const weight1 = weights ? weights[q + 1]! : 1;
    let above0 = weight0;
    let above1 = weight1;
    for (let c = 0; c < shared; c++) {
      const z = shares[c]!;
      const o = known[c]!;
      const term0 = z * u0 + o * t0;
      const term1 = z * u1 + o * t1;
      terms[2 * c] = term0;
      terms[2 * c + 1] = term1;
      above0 *= term0;
      above1 *= term1;
    }
    let sum0 = 0;
    let sum1 = 0;
    let first = shared;
    for (let leaf = leafStart[factor]!; leaf < leaves; leaf++) {
      const end = leafEnd[leaf]! - start;
      let rest0 = leafValue[leaf]!;
      let rest1 = rest0;
      for (let c = end - 1; c >= first; c--) {
        rests[2 * c] = rest0;
        rests[2 * c + 1] = rest1;
        const z = shares[c]!;
        const o = known[c]!;
        const term0 = z * u0 + o * t0;
        const term1 = z * u1 + o * t1;
        terms[2 * c] = term0;
        terms[2 * c + 1] = term1;
        rest0 *= term0;
        rest1 *= term1;
      }
      sum0 += rest0;
      sum1 += rest1;
      let before0 = above0;
      let before1 = above1;
      for (let c = first; c < end; c++) {
        const to = (1 + place[start + c]!) * count + q;
        const difference = differences[c]!;
        out[to]! += before0 * rests[2 * c]! * difference;
        out[to + 1]! += before1 * rests[2 * c + 1]! * difference;
        before0 *= terms[2 * c]!;
        before1 *= terms[2 * c + 1]!;
      }
      first = end;
    }
    out[q] = sum0 * above0;
    out[q + 1] = sum1 * above1;
    for (let c = shared - 1; c >= 0; c--) {
      rests[2 * c] = sum0;
      rests[2 * c + 1] = sum1;
      sum0 *= terms[2 * c]!;
      sum1 *= terms[2 * c + 1]!;
    }
    let before0 = weight0;
    let before1 = weight1;
    for (let c = 0; c < shared; c++) {
      const to = (1 + c) * count + q;
      const difference = differences[c]!;
      out[to] = before0 * rests[2 * c]! * difference;
      out[to + 1] = before1 * rests[2 * c + 1]! * difference;
      before0 *= terms[2 * c]!;
      before1 *= terms[2 * c + 1]!;
    }
  }
}

/** Adds up even and odd places apart, as a processor does that adds two numbers at a time. */
export function sumOfNodes(values: Float64Array, at: number, count: number): number {
  let even = values[at]!;
  let odd = values[at + 1]!;
  for (let q = 2; q < count; q += 2) {
    even += values[at + q]!;
    odd += values[at + q + 1]!;
  }
  return even + odd;
}

/** The sum of products with the first places of `others`, even and odd places apart. */
export function productOfNodes(values: Float64Array, at: number, others: Float64Array, count: number): number {
  let even = values[at]! * others[0]!;
  let odd = values[at + 1]! * others[1]!;
  for (let q = 2; q < count; q += 2) {
    even += values[at + q]! * others[q]!;
    odd += values[at + q + 1]! * others[q + 1]!;
  }
  return even + odd;
}
