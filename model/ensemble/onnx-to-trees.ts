import type {Tree} from "../contract/ensemble.ts";
import {LimpideError} from "../contract/errors.ts";
import {floorFloat32, nextDownFloat32, nextDownFloat64} from "./float32.ts";
import {nodeModes} from "./onnx-schema.ts";
import type {OnnxSplit, OnnxTrees} from "./onnx-tree-nodes.ts";
import type {Precision} from "./onnx-trees.ts";

/** A column of a tree operator's input: a feature, maybe with NaN in place of 0. */
export interface TreeColumn {
  feature: number;
  zeroMissing: boolean;
}

/** A set with a code above this is compared number by number: it is none of categories. */
const largestCode = 1_000_000;
/** More splits than this, after subtrees that several nodes share are copied, is a mistake or an attack. */
const mostSplits = 4_000_000;

interface Split {
  at: number;
  feature: number;
  threshold: number;
  categories: number[] | null;
  missing: "nan" | "zero";
  defaultLeft: boolean;
  left: Part;
  right: Part;
  cover: number;
}
interface Leaf {
  at: number;
  value: number;
  cover: number;
}
type Part = Split | Leaf;

/**
 * The trees of an ONNX operator as ours, where ≤ and sets are all there is. "<" becomes "≤ the number below"; "≥" and
 * ">" are turned over; "=" and membership are sets of codes where all splits on a feature are such, and pairs of
 * comparisons elsewhere. Nodes and leaves keep their order, unless parts of a tree are shared and must be copied.
 * Covers are 0 throughout, unless hit rates add up at every split.
 * @throws {LimpideError} E_MODEL for loops, columns and nodes that aren't there, and NaN as a threshold
 */
export function treesOfOnnx(source: OnnxTrees, columns: readonly TreeColumn[], precision: Precision): Tree[] {
  const isSet = setColumns(source, columns.length);
  const below = precision === "float32" ? nextDownFloat32 : nextDownFloat64;
  const exact = precision === "float32" ? floorFloat32 : (value: number) => value;
  let total = 0;
  const trees = source.roots.map((root, t) => {
    const splits: Split[] = [];
    const leaves: Leaf[] = [];
    const fail = (message: string): never => {
      throw new LimpideError("E_MODEL", `tree ${t} of the graph ${message}`);
    };

    const build = (child: number, depth: number): Part => {
      if (child < 0) {
        const leaf = source.leaves[~child] ?? fail(`leads to leaf ${~child}, which isn't there`);
        const part = {at: ~child, value: leaf.value, cover: leaf.cover};
        leaves.push(part);
        return part;
      }
      const split = source.splits[child] ?? fail(`leads to node ${child}, which isn't there`);
      if (depth > source.splits.length) fail(`runs in a circle at node ${child}`);
      if (++total > mostSplits) fail(`has more than ${mostSplits} splits, parts that are shared counted each time`);
      const column = columns[split.column] ?? fail(`reads column ${split.column} of ${columns.length}`);
      if (split.onTrue === split.onFalse && split.onTrue < 0) return build(split.onTrue, depth + 1);
      if (split.value !== split.value && split.mode < nodeModes.member) fail(`compares with NaN at node ${child}`);
      const onTrue = (): Part => build(split.onTrue, depth + 1);
      const onFalse = (): Part => build(split.onFalse, depth + 1);
      const add = (rule: Pick<Split, "threshold" | "categories" | "defaultLeft">): Split => {
        const part = {
          ...rule,
          ...{at: child, feature: column.feature, missing: column.zeroMissing ? "zero" : "nan", cover: split.cover},
          ...{left: undefined as unknown as Part, right: undefined as unknown as Part}
        } satisfies Split as Split;
        splits.push(part);
        return part;
      };
      /** A split on "value ≤ threshold", whose left side is where that holds. */
      const compare = (threshold: number, defaultLeft: boolean, left: () => Part, right: () => Part): Split => {
        const part = add(
          threshold === -Infinity && !column.zeroMissing
            ? {threshold: 0, categories: [], defaultLeft} // no number is below
            : {threshold: finite(threshold), categories: null, defaultLeft}
        );
        part.left = left();
        part.right = right();
        return part;
      };
      const {mode, missingTrue} = split;
      switch (mode) {
        case nodeModes.leq:
          return compare(exact(split.value), missingTrue, onTrue, onFalse);
        case nodeModes.lt:
          return compare(below(split.value), missingTrue, onTrue, onFalse);
        case nodeModes.gte:
          return compare(below(split.value), !missingTrue, onFalse, onTrue);
        case nodeModes.gt:
          return compare(exact(split.value), !missingTrue, onFalse, onTrue);
      }
      // NaN differs from every number, so that "≠" is true of it.
      const negated = mode === nodeModes.neq;
      const missingIn = !negated && missingTrue;
      const [inside, outside] = negated ? [onFalse, onTrue] : [onTrue, onFalse];
      const members = membersOf(split);
      if (isSet[split.column] && !column.zeroMissing) {
        const part = add({threshold: 0, categories: members, defaultLeft: missingIn});
        part.left = inside();
        part.right = outside();
        return part;
      }
      // v₁ < v₂ < …: below v₁ outside, up to v₁ inside, below v₂ outside, … and NaN at the last comparison.
      const chain = (i: number): Part => {
        const value = members[i];
        if (value === undefined) return outside();
        const last = i === members.length - 1;
        return compare(below(value), false, outside, () =>
          compare(exact(value), last && missingIn, inside, () => chain(i + 1))
        );
      };
      return chain(0);
    };

    return assemble(build(root, 0), splits, leaves);
  });
  const covered = trees.every(coversAddUp);
  return covered ? trees : trees.map(withoutCovers);
}

/** Whether all splits on a column ask whether it is one of a few codes. */
function setColumns({splits}: OnnxTrees, count: number): boolean[] {
  const isSet = new Array<boolean>(count).fill(true);
  for (const split of splits) {
    const {mode, value, column, onTrue, onFalse} = split;
    if (onTrue === onFalse && onTrue < 0) continue; // a single leaf
    if (mode === nodeModes.lt && value === -Infinity) continue; // a set that is empty
    const asks = mode === nodeModes.eq || mode === nodeModes.neq || mode === nodeModes.member;
    if (!asks || !membersOf(split).every((code) => Number.isInteger(code) && code >= 0 && code <= largestCode)) {
      isSet[column] = false;
    }
  }
  return isSet;
}

/** Where a threshold parts nothing but the missing values, the largest number does so too, and JSON can hold it. */
function finite(threshold: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(threshold, Number.MAX_VALUE));
}

function membersOf({members, value}: OnnxSplit): number[] {
  return [...new Set(members ?? [value])].map((code) => code + 0).sort((a, b) => a - b);
}

/** Numbers the parts of a tree: the root first, the others as the source lists them; as they were met where copied. */
function assemble(root: Part, splits: Split[], leaves: Leaf[]): Tree {
  const copied = hasTwice(splits) || hasTwice(leaves);
  if (copied) for (const part of [...splits, ...leaves]) part.cover = 0;
  else {
    splits.sort((a, b) => Number(b === root) - Number(a === root) || a.at - b.at);
    leaves.sort((a, b) => a.at - b.at);
  }
  const places = new Map<Part, number>();
  splits.forEach((split, i) => places.set(split, i));
  leaves.forEach((leaf, i) => places.set(leaf, ~i));
  return {
    splitFeature: splits.map(({feature}) => feature),
    threshold: splits.map(({threshold}) => threshold),
    categories: splits.map(({categories}) => categories),
    missing: splits.map(({missing, categories}) => (categories ? "nan" : missing)),
    defaultLeft: splits.map(({defaultLeft}) => defaultLeft),
    left: splits.map(({left}) => places.get(left)!),
    right: splits.map(({right}) => places.get(right)!),
    gain: splits.map(() => 0),
    nodeCover: splits.map(({cover}) => cover),
    leafValue: leaves.map(({value}) => value),
    leafCover: leaves.map(({cover}) => cover)
  };
}

function hasTwice(parts: readonly Part[]): boolean {
  return new Set(parts.map(({at}) => at)).size < parts.length;
}

function coversAddUp(tree: Tree): boolean {
  const cover = (child: number): number => (child < 0 ? tree.leafCover[~child]! : tree.nodeCover[child]!);
  return tree.nodeCover.every((own, i) => {
    const sum = cover(tree.left[i]!) + cover(tree.right[i]!);
    return own > 0 && Math.abs(own - sum) <= 1e-3 * own;
  });
}

function withoutCovers(tree: Tree): Tree {
  return {...tree, nodeCover: tree.nodeCover.map(() => 0), leafCover: tree.leafCover.map(() => 0)};
}
