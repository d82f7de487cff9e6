import type {TreeExplainer} from "./explainer.ts";
import {factorStates, type FactorStates} from "./factor-states.ts";
import {factorScratch, factorValues, sumOfNodes, type FactorScratch} from "./factor-values.ts";
import {codeAt} from "./feature-codes.ts";
import {ruleOf} from "./quadrature.ts";
import {factorBytes, runBytes} from "./table-kernels.ts";
import {blockRows, keepsSums, type TableLayout} from "./table-layout.ts";

/** Writes all that is shared: tables, and what finds a row's entries in them. */
export function fillTables(source: TreeExplainer, layout: TableLayout, memory: ArrayBufferLike): void {
  const {parts, conditions, codes} = source;
  const view = new DataView(memory);
  const scratch = createScratch(source);
  for (let part = 0; part < parts.count; part++) {
    if (!parts.tabulated[part]) continue;
    for (let f = parts.factorStart[part]!; f < parts.factorStart[part + 1]!; f++) {
      const states = factorStates(parts, conditions, codes, f);
      writeRuns(source, layout, part, f, states, view);
      writeColumns(source, layout, part, f, view);
      writeTable(source, layout, part, f, states, memory, scratch);
    }
  }
  for (const [feature, {cuts}] of codes.entries()) {
    if (layout.half[feature] === 0) continue;
    const padded = new Float64Array(memory, layout.cuts[feature], layout.half[feature]! / 4);
    padded.fill(Infinity);
    padded.set(cuts);
  }
}

/** Describes a factor, and says where the columns of its features are. */
function writeColumns({parts}: TreeExplainer, layout: TableLayout, part: number, factor: number, view: DataView): void {
  const first = parts.featureStart[factor]!;
  const features = parts.featureStart[factor + 1]! - first;
  const columns = layout.columns[factor]!;
  for (let i = 0; i < features; i++) view.setInt32(columns + 4 * i, 8 * blockRows * parts.feature[first + i]!, true);
  const number = factor - parts.factorStart[part]!;
  const at = layout.factors[part]! + number * factorBytes;
  view.setInt32(at, layout.rowStates + 2 * blockRows * number, true);
  view.setUint32(at + 4, layout.table[factor]!, true);
  view.setInt32(at + 8, 8 * (1 + features) * parts.nodes[part]!, true);
  view.setInt32(at + 12, columns, true);
  view.setInt32(at + 16, columns + 4 * features, true);
}

/** The runs of codes of every class but the first, whose weight is 0. */
function writeRuns(
  {parts, codes}: TreeExplainer,
  layout: TableLayout,
  part: number,
  factor: number,
  {features}: FactorStates,
  view: DataView
): void {
  // Of a table of sums, a state's number is its place.
  const unit = keepsSums(parts, part) ? 8 : 1;
  let at = layout.runStart[factor]!;
  for (const [i, {classes, stride}] of features.entries()) {
    const feature = parts.feature[parts.featureStart[factor]! + i]!;
    const of = codes[feature]!;
    for (const [run, number] of classes.classes.entries()) {
      if (number === 0) continue;
      const first = codeAt(of, classes.starts[run]!);
      const last = codeAt(of, (classes.starts[run + 1] ?? of.cuts.length + 2) - 1);
      view.setInt32(at, 2 * blockRows * feature, true);
      view.setUint16(at + 4, first & 0xffff, true);
      view.setUint16(at + 6, (last - first) & 0xffff, true);
      view.setUint16(at + 8, number * stride * unit, true);
      at += runBytes;
    }
  }
}

interface Scratch extends FactorScratch {
  met: Float64Array;
  values: Float64Array;
}

function createScratch({parts, conditions}: TreeExplainer): Scratch {
  const scratch = factorScratch(parts);
  return {...scratch, met: new Float64Array(conditions.feature.length), values: new Float64Array(scratch.most)};
}

/** Computes a factor in each of its states, as it is computed for one row. */
function writeTable(
  {parts, conditions}: TreeExplainer,
  layout: TableLayout,
  part: number,
  factor: number,
  {features, count}: FactorStates,
  memory: ArrayBufferLike,
  scratch: Scratch
): void {
  const {met, values} = scratch;
  const rule = ruleOf(parts.nodes[part]!);
  const nodes = rule.nodes.length;
  const weights = factor === parts.factorStart[part + 1]! - 1 ? rule.weights : null;
  const sums = keepsSums(parts, part);
  const size = sums ? features.length : (1 + features.length) * nodes;
  const table = new Float64Array(memory, layout.table[factor], count * size);
  const digits = features.map(() => 0);
  const meet = (i: number): void => {
    const {conditions: numbers, classes} = features[i]!;
    for (let k = 0; k < numbers.length; k++) met[numbers[k]!] = Number(classes.members[digits[i]!]![k]);
  };
  for (let i = 0; i < features.length; i++) meet(i);
  for (let state = 0; state < count; state++) {
    factorValues(parts, conditions, factor, rule, weights, met, values, scratch);
    if (sums) for (let i = 0; i < size; i++) table[i * count + state] = sumOfNodes(values, (1 + i) * nodes, nodes);
    else for (let k = 0; k < size; k++) table[state * size + k] = values[k]!;
    // The next state: a digit that starts again makes the next one go on.
    for (let i = 0; i < features.length; i++) {
      digits[i] = (digits[i]! + 1) % features[i]!.classes.members.length;
      meet(i);
      if (digits[i] !== 0) break;
    }
  }
}
