import {classesOf} from "./code-set.ts";
import type {FeatureCodes} from "./feature-codes.ts";
import type {Condition, LeafPath, PathTree} from "./leaf-path.ts";

/**
 * Leaves of one tree that are explained together: what they contribute depends on the row only through the class of its
 * code at each feature of their paths, a class being the codes that no condition of theirs tells apart.
 */
export interface LeafGroup {
  readonly leaves: readonly LeafPath[];
  readonly features: ReadonlyMap<number, GroupFeature>;
  /** How many combinations of classes there are. */
  readonly states: number;
  /** The combinations of the classes of those features alone that aren't common. */
  readonly ownStates: number;
}

/** A feature of a group. */
export interface GroupFeature {
  /** The different conditions of the group's leaves. */
  readonly conditions: readonly Condition[];
  readonly classes: number;
  /** On how many leaves' paths it is. */
  readonly leaves: number;
}

/** Whether all leaves of a group ask the same of a feature. */
export function isCommon({leaves}: LeafGroup, {conditions, leaves: asked}: GroupFeature): boolean {
  return conditions.length === 1 && asked === leaves.length;
}

/**
 * Groups leaves of a tree from the bottom up: what two children leave open is joined where it fits, else the one with
 * more states is closed and the other is taken further up, to be joined with leaves of fewer conditions. Leaves that
 * don't fit alone are returned apart.
 */
export function groupLeaves(
  {children, leaves}: PathTree,
  chosen: ReadonlySet<LeafPath>,
  fits: (group: LeafGroup) => boolean,
  codes: readonly FeatureCodes[]
): {groups: LeafGroup[]; misfits: LeafPath[]} {
  const groups: LeafGroup[] = [];
  const misfits: LeafPath[] = [];
  const open: (LeafGroup | undefined)[] = [];
  const openOf = (child: number): LeafGroup | undefined => {
    if (child >= 0) return open[child];
    const leaf = leaves[~child]!;
    if (!chosen.has(leaf)) return undefined;
    const group = groupOf(leaf);
    if (fits(group)) return group;
    misfits.push(leaf);
    return undefined;
  };
  for (let split = children.length - 1; split >= 0; split--) {
    const [left, right] = children[split]!.map(openOf);
    if (!left || !right) {
      open[split] = left ?? right;
      continue;
    }
    const joined = join(left, right, codes);
    if (fits(joined)) open[split] = joined;
    else {
      const [closed, kept] = left.states > right.states ? [left, right] : [right, left];
      groups.push(closed);
      open[split] = kept;
    }
  }
  if (open[0]) groups.push(open[0]);
  return {groups, misfits};
}

function groupOf(leaf: LeafPath): LeafGroup {
  const features = leaf.conditions.map((condition): [number, GroupFeature] => [
    condition.feature,
    {conditions: [condition], classes: 2, leaves: 1}
  ]);
  return {leaves: [leaf], features: new Map(features), states: 2 ** features.length, ownStates: 1};
}

function join(a: LeafGroup, b: LeafGroup, codes: readonly FeatureCodes[]): LeafGroup {
  const features = new Map(a.features);
  for (const [feature, inB] of b.features) {
    const inA = a.features.get(feature);
    features.set(feature, inA ? joinFeature(inA, inB, codes[feature]!) : inB);
  }
  const group = {leaves: [...a.leaves, ...b.leaves], features, states: 1, ownStates: 1};
  for (const feature of features.values()) {
    group.states *= feature.classes;
    if (!isCommon(group, feature)) group.ownStates *= feature.classes;
  }
  return group;
}

function joinFeature(a: GroupFeature, b: GroupFeature, {cuts}: FeatureCodes): GroupFeature {
  const conditions = [...new Set([...a.conditions, ...b.conditions])];
  const same = conditions.length === a.conditions.length;
  const sets = conditions.map(({codes}) => codes);
  const classes = same ? a.classes : classesOf(sets, cuts.length + 2).members.length;
  return {conditions, classes, leaves: a.leaves + b.leaves};
}
