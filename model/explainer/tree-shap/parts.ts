import type {CodeSet} from "./code-set.ts";
import {codeAt, type FeatureCodes} from "./feature-codes.ts";
import {isCommon, type LeafGroup} from "./leaf-group.ts";
import type {Condition, LeafPath} from "./leaf-path.ts";

/** All conditions of an ensemble, one after the other. */
export interface Conditions {
  readonly feature: Int32Array;
  /** z: see {@link Condition}. */
  readonly share: Float64Array;
  /** Where the runs of codes that pass start, two numbers a run: the first code, and how many follow. */
  readonly runStart: Int32Array;
  readonly runs: Uint32Array;
}

/**
 * The leaves of an ensemble in parts, one part after the other. A part's value is the product of its factors. The last
 * one is a sum over the part's leaves; what all of these ask alike may be in factors before it, so that each factor
 * depends on few features. `…Start` says where the own ones of a part, or of a factor, begin, and ends with the length.
 */
export interface Parts {
  readonly count: number;
  /** Nodes of each part's quadrature: an even number, since two are computed at a time. */
  readonly nodes: Int32Array;
  /** 1 where the values of a part are kept in tables for many rows; these parts come first. */
  readonly tabulated: Uint8Array;
  /** The states of all tables, at most. */
  readonly states: number;
  readonly factorStart: Int32Array;
  /** The features that a factor depends on. */
  readonly featureStart: Int32Array;
  readonly feature: Int32Array;
  /** What a factor's leaves ask: a condition, and the place of its feature among the factor's. */
  readonly askStart: Int32Array;
  readonly condition: Int32Array;
  readonly place: Int32Array;
  /** How many of these, the first ones, all leaves ask; those of feature 0, 1 … of the factor, in order. */
  readonly common: Int32Array;
  /** Of each leaf: its value, and where in `condition` what it alone asks ends. */
  readonly leafStart: Int32Array;
  readonly leafValue: Float64Array;
  readonly leafEnd: Int32Array;
}

/** Nodes of the quadrature that a part of several factors may have to be explained by tables. */
export const mostTabulatedNodes = 16;

/** A part to be: some leaves, and how many of the features that all ask alike each factor takes, the last one's last. */
export interface PlannedPart {
  readonly group: LeafGroup;
  readonly common: readonly number[];
  readonly tabulated: boolean;
  /** How many states its factors have, together and at most. */
  readonly states: number;
}

/** Lays parts out, with the conditions that they ask. */
export function layOutParts(
  plan: readonly PlannedPart[],
  codes: readonly FeatureCodes[]
): {conditions: Conditions; parts: Parts} {
  const numbers = new Map<Condition, number>();
  const nodes: number[] = [];
  const out = {
    factorStart: [0],
    ...{featureStart: [0], feature: [] as number[]},
    ...{askStart: [0], condition: [] as number[], place: [] as number[], common: [] as number[]},
    ...{leafStart: [0], leafValue: [] as number[], leafEnd: [] as number[]}
  };
  const ask = (condition: Condition, places: Map<number, number>): void => {
    let number = numbers.get(condition);
    if (number === undefined) numbers.set(condition, (number = numbers.size));
    let place = places.get(condition.feature);
    if (place === undefined) {
      places.set(condition.feature, (place = places.size));
      out.feature.push(condition.feature);
    }
    out.condition.push(number);
    out.place.push(place);
  };
  const addFactor = (common: readonly Condition[], leaves: readonly LeafPath[]): void => {
    const places = new Map<number, number>();
    for (const condition of common) ask(condition, places);
    for (const {value, conditions} of leaves) {
      for (const condition of conditions) ask(condition, places);
      out.leafValue.push(value);
      out.leafEnd.push(out.condition.length);
    }
    out.common.push(common.length);
    out.featureStart.push(out.feature.length);
    out.askStart.push(out.condition.length);
    out.leafStart.push(out.leafValue.length);
  };
  for (const {group, common: taken} of plan) {
    const common: Condition[] = [];
    for (const feature of group.features.values()) if (isCommon(group, feature)) common.push(feature.conditions[0]!);
    const own = group.leaves.map(({value, conditions}) => ({
      value,
      conditions: common.length > 0 ? conditions.filter((condition) => !common.includes(condition)) : conditions
    }));
    let start = 0;
    for (const [i, count] of taken.entries()) {
      const last = i === taken.length - 1;
      addFactor(common.slice(start, (start += count)), last ? own : [{value: 1, conditions: []}]);
    }
    out.factorStart.push(out.common.length);
    nodes.push(countNodes(group));
  }
  return {
    conditions: layOutConditions([...numbers.keys()], codes),
    parts: {
      count: plan.length,
      nodes: Int32Array.from(nodes),
      tabulated: Uint8Array.from(plan, ({tabulated}) => Number(tabulated)),
      states: plan.reduce((sum, {tabulated, states}) => sum + (tabulated ? states : 0), 0),
      factorStart: Int32Array.from(out.factorStart),
      featureStart: Int32Array.from(out.featureStart),
      feature: Int32Array.from(out.feature),
      askStart: Int32Array.from(out.askStart),
      condition: Int32Array.from(out.condition),
      place: Int32Array.from(out.place),
      common: Int32Array.from(out.common),
      leafStart: Int32Array.from(out.leafStart),
      leafValue: Float64Array.from(out.leafValue),
      leafEnd: Int32Array.from(out.leafEnd)
    }
  };
}

/** Nodes of the quadrature that a group needs: half as many as its longest path has features, made even. */
export function countNodes({leaves}: LeafGroup): number {
  return 2 * Math.ceil(leaves.reduce((most, {conditions}) => Math.max(most, conditions.length), 0) / 4);
}

function layOutConditions(conditions: readonly Condition[], codes: readonly FeatureCodes[]): Conditions {
  const runStart = [0];
  const runs: number[] = [];
  for (const {feature, codes: passing} of conditions) {
    pushRuns(runs, passing, codes[feature]!);
    runStart.push(runs.length);
  }
  return {
    feature: Int32Array.from(conditions, ({feature}) => feature),
    share: Float64Array.from(conditions, ({share}) => share),
    runStart: Int32Array.from(runStart),
    runs: Uint32Array.from(runs)
  };
}

/** Adds the runs of a set of codes. */
function pushRuns(runs: number[], set: CodeSet, codes: FeatureCodes): void {
  for (let i = 0; i < set.length; i += 2) {
    const first = codeAt(codes, set[i]!);
    const last = codeAt(codes, (set[i + 1] ?? codes.cuts.length + 2) - 1);
    runs.push(first, last - first);
  }
}
