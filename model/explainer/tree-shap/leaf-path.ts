import type {CompiledEnsemble} from "../../ensemble/evaluate.ts";
import {complement, intersect, type CodeSet} from "./code-set.ts";
import {leftCodes, type FeatureCodes} from "./feature-codes.ts";

/** What the splits of one feature on the way down to somewhere ask together. */
export interface Condition {
  readonly feature: number;
  /** The codes that pass. */
  readonly codes: CodeSet;
  /** The share of training rows that these splits let through: what stands for the feature where it's unknown. */
  readonly share: number;
}

/** A leaf and what its path asks: one condition a feature, those of splits next to the leaf first. */
export interface LeafPath {
  readonly value: number;
  readonly conditions: readonly Condition[];
}

/** A tree with the paths to its leaves, in the places of their nodes. */
export interface PathTree {
  /** Splits, parents before children. A child is the number of a split, or `~leaf` of a leaf. */
  readonly children: readonly (readonly [left: number, right: number])[];
  readonly leaves: readonly LeafPath[];
}

/** The paths of a tree that has splits. Conditions that several paths share are one object. */
export function pathTree(compiled: CompiledEnsemble, root: number, codes: readonly FeatureCodes[]): PathTree {
  const children: [number, number][] = [];
  const leaves: LeafPath[] = [];
  // A queue in place of recursion: a chain of splits may be deeper than the call stack.
  const open: {node: number; path: Step | null; place: (number: number) => void}[] = [
    {node: root, path: null, place: () => undefined}
  ];
  for (let next = open.shift(); next; next = open.shift()) {
    const {node, path, place} = next;
    const feature = compiled.feature[node]!;
    const pair: [number, number] = [0, 0];
    place(children.push(pair) - 1);
    const before = findStep(path, feature)?.condition;
    const left = leftCodes(compiled, node, codes[feature]!);
    for (const side of [0, 1] as const) {
      const child = side === 0 ? compiled.left[node]! : compiled.right[node]!;
      const passing = side === 0 ? left : complement(left);
      const condition = {
        feature,
        codes: before ? intersect(before.codes, passing) : passing,
        share: (child < 0 ? compiled.leafShare[~child]! : compiled.nodeShare[child]!) * (before?.share ?? 1)
      };
      const below = {condition, above: path};
      if (child >= 0) open.push({node: child, path: below, place: (number) => (pair[side] = number)});
      else pair[side] = ~(leaves.push({value: compiled.leafValue[~child]!, conditions: conditionsOf(below)}) - 1);
    }
  }
  return {children, leaves};
}

/** A path, from its end upwards. */
interface Step {
  readonly condition: Condition;
  readonly above: Step | null;
}

function findStep(path: Step | null, feature: number): Step | null {
  let step = path;
  while (step && step.condition.feature !== feature) step = step.above;
  return step;
}

/** The last condition of each feature: it holds what those above ask. */
function conditionsOf(path: Step): Condition[] {
  const conditions = new Map<number, Condition>();
  for (let step: Step | null = path; step; step = step.above) {
    if (!conditions.has(step.condition.feature)) conditions.set(step.condition.feature, step.condition);
  }
  return [...conditions.values()];
}
