import type {FeatureCodes} from "./feature-codes.ts";
import {groupLeaves, isCommon, type LeafGroup} from "./leaf-group.ts";
import type {PathTree} from "./leaf-path.ts";
import {countNodes, mostTabulatedNodes, type PlannedPart} from "./parts.ts";

/** Bytes that the tables of an ensemble may take. */
export const mostTableBytes = 128 * 2 ** 20;

/**
 * States that a part of one factor, and each of several factors, may have, from what explains fastest down. Larger tables
 * would join more leaves, but take longer to fill and leave the processor's cache: they explain no faster.
 */
const limits = [
  {sums: 256, products: 32},
  {sums: 128, products: 32},
  {sums: 64, products: 16}
];

/**
 * Divides the leaves of trees into parts whose tables together stay within `bytes`. Depends on nothing but the trees
 * and the limit: whoever explains adds up the same parts in the same order.
 */
export function planParts(
  trees: readonly PathTree[],
  codes: readonly FeatureCodes[],
  bytes = mostTableBytes
): PlannedPart[] {
  // States and codes are 16-bit integers in the tables' kernels.
  const budget = codes.every(({cuts}) => cuts.length < 2 ** 16 - 2) ? bytes : 0;
  let plan: PlannedGroup[] = [];
  for (const limit of limits) {
    plan = trees.flatMap((tree) => planTree(tree, codes, limit.sums, limit.products));
    if (sum(plan.map((part) => part.bytes)) <= budget) break;
  }
  let left = budget;
  const parts = plan.map(({bytes, ...part}): PlannedPart => {
    const fits = part.tabulated && bytes <= left;
    if (!fits) return {...part, common: [sum(part.common)], tabulated: false};
    left -= bytes;
    return part;
  });
  return [...parts.filter(({tabulated}) => tabulated), ...parts.filter(({tabulated}) => !tabulated)];
}

interface PlannedGroup extends PlannedPart {
  bytes: number;
}

function planTree(tree: PathTree, codes: readonly FeatureCodes[], sums: number, products: number): PlannedGroup[] {
  const shallow = groupLeaves(tree, new Set(tree.leaves), ({states}) => states <= sums, codes);
  const isDeep = (group: LeafGroup) => group.ownStates <= products && countNodes(group) <= mostTabulatedNodes;
  const deep = groupLeaves(tree, new Set(shallow.misfits), isDeep, codes);
  const rest = groupLeaves(tree, new Set(deep.misfits), ({leaves}) => leaves.length === 1, codes);
  return [
    ...shallow.groups.map((group): PlannedGroup => {
      const bytes = group.states * group.features.size * 8;
      return {group, common: [countCommon(group)], tabulated: true, states: group.states, bytes};
    }),
    ...deep.groups.map((group): PlannedGroup => ({group, tabulated: true, ...divide(group, products)})),
    ...rest.groups.map((group): PlannedGroup => {
      return {group, common: [countCommon(group)], tabulated: false, states: 0, bytes: 0};
    })
  ];
}

/** Divides a group into factors of at most `most` states, as few and as even as can be. */
function divide(group: LeafGroup, most: number): {common: number[]; states: number; bytes: number} {
  const common = countCommon(group);
  // Whole logarithms to base 2, the first rounded down, the second up.
  const room = 31 - Math.clz32(most);
  const used = 32 - Math.clz32(group.ownStates - 1);
  const factors = Math.max(1, Math.ceil((common + used) / room));
  // Each factor gets the common features up to an even share of the digits.
  const taken: number[] = [];
  let left = common;
  for (let i = factors; i > 1; i--) {
    const count = Math.min(left, Math.ceil((left + used) / i));
    taken.push(count);
    left -= count;
  }
  taken.push(left);
  const own = group.features.size - common;
  const states = taken.map((count, i) => 2 ** count * (i === factors - 1 ? group.ownStates : 1));
  const values = states.map((count, i) => count * (1 + taken[i]! + (i === factors - 1 ? own : 0)));
  return {common: taken, states: sum(states), bytes: 8 * countNodes(group) * sum(values)};
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function countCommon(group: LeafGroup): number {
  let count = 0;
  for (const feature of group.features.values()) if (isCommon(group, feature)) count++;
  return count;
}
