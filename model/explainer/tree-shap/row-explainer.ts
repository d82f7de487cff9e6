import type {TreeExplainer} from "./explainer.ts";
import {factorScratch, factorValues, productOfNodes, sumOfNodes, type FactorScratch} from "./factor-values.ts";
import {encode} from "./feature-codes.ts";
import type {Conditions, Parts} from "./parts.ts";
import {ruleOf} from "./quadrature.ts";

/**
 * The contributions of a row, one a feature, in log-odds: the explainer's bias plus their sum is the raw score. Needs
 * nothing but JavaScript, so that it runs wherever a page does.
 */
export function explain(explainer: TreeExplainer, row: ArrayLike<number>): Float64Array {
  let rows = rowExplainers.get(explainer);
  if (!rows) rowExplainers.set(explainer, (rows = new RowExplainer(explainer)));
  const {codes} = explainer;
  const rowCodes = new Uint32Array(codes.length);
  for (let i = 0; i < rowCodes.length; i++) rowCodes[i] = encode(codes[i]!, row[i]!);
  const out = new Float64Array(codes.length);
  rows.explain(rowCodes, out);
  return out;
}

const rowExplainers = new WeakMap<TreeExplainer, RowExplainer>();

/** Explains rows one at a time, without tables. */
export class RowExplainer {
  private readonly parts: Parts;
  private readonly conditions: Conditions;
  private readonly scratch: FactorScratch;
  /** Of each factor of a part, its values; and the products of the others' sums. */
  private readonly values: Float64Array[] = [];
  private readonly others: Float64Array;
  private readonly met: Float64Array;

  constructor({parts, conditions}: TreeExplainer) {
    this.parts = parts;
    this.conditions = conditions;
    this.scratch = factorScratch(parts);
    this.others = new Float64Array(parts.nodes.reduce((most, count) => Math.max(most, count), 0));
    this.met = new Float64Array(conditions.feature.length);
  }

  /** Whether a row, given by its codes, meets each condition: 1 or 0, until the next row. */
  meet(rowCodes: Uint32Array): Float64Array {
    for (let c = 0; c < this.met.length; c++) this.meetOne(c, rowCodes);
    return this.met;
  }

  /** Adds the contributions of a row to `out`, one place a feature. */
  explain(rowCodes: Uint32Array, out: Float64Array): void {
    this.meet(rowCodes);
    for (let part = 0; part < this.parts.count; part++) this.add(part, out);
  }

  /** Adds the contributions of one part. */
  explainPart(part: number, rowCodes: Uint32Array, out: Float64Array): void {
    const {factorStart, askStart, condition} = this.parts;
    const end = askStart[factorStart[part + 1]!]!;
    for (let ask = askStart[factorStart[part]!]!; ask < end; ask++) this.meetOne(condition[ask]!, rowCodes);
    this.add(part, out);
  }

  private meetOne(number: number, rowCodes: Uint32Array): void {
    const {feature, runStart, runs} = this.conditions;
    const code = rowCodes[feature[number]!]!;
    const end = runStart[number + 1]!;
    let inside = 0;
    for (let run = runStart[number]!; run < end; run += 2) {
      if ((code - runs[run]!) >>> 0 <= runs[run + 1]!) inside = 1;
    }
    this.met[number] = inside;
  }

  private add(part: number, out: Float64Array): void {
    const {parts, conditions, met, values, others, scratch} = this;
    const {factorStart, featureStart, feature} = parts;
    const rule = ruleOf(parts.nodes[part]!);
    const nodes = rule.nodes.length;
    const start = factorStart[part]!;
    const factors = factorStart[part + 1]! - start;
    for (let i = 0; i < factors; i++) {
      const of = (values[i] ??= new Float64Array(scratch.most));
      factorValues(parts, conditions, start + i, rule, i === factors - 1 ? rule.weights : null, met, of, scratch);
    }
    for (let i = 0; i < factors; i++) {
      if (factors > 1) multiplyOthers(values, i, factors, others, nodes);
      const first = featureStart[start + i]!;
      const end = featureStart[start + i + 1]!;
      for (let f = first; f < end; f++) {
        const at = (1 + f - first) * nodes;
        const of = values[i]!;
        out[feature[f]!]! += factors > 1 ? productOfNodes(of, at, others, nodes) : sumOfNodes(of, at, nodes);
      }
    }
  }
}

/** The product of all factors' sums but one's, at each node. */
function multiplyOthers(values: Float64Array[], but: number, factors: number, out: Float64Array, nodes: number): void {
  for (let q = 0; q < nodes; q++) {
    let product = 1;
    for (let i = 0; i < factors; i++) if (i !== but) product *= values[i]![q]!;
    out[q] = product;
  }
}
