import {z} from "zod";

/**
 * What a split does with a value that is missing. "nan": NaN follows `defaultLeft`. "zero": NaN and 0 (|x| ≤ 1e-35)
 * follow `defaultLeft`. "none": NaN counts as 0. A categorical split sends a missing value by `defaultLeft` ("nan") or
 * to the right ("none").
 */
export const missingTypes = ["none", "zero", "nan"] as const;
export type MissingType = (typeof missingTypes)[number];

/**
 * One binary regression tree: parallel arrays over its internal nodes, and over its leaves.
 *
 * Node 0 is the root (absent when the tree is a single leaf). A child ≥ 0 is an internal node; a child < 0 is the leaf
 * `-child - 1` (`~child`). A numeric split sends x ≤ threshold to the left; a categorical one sends the codes of
 * `categories` to the left and every other to the right. Covers are the number (or weight) of training rows that
 * passed, as path-dependent TreeSHAP needs them.
 */
export const treeSchema = z
  .strictObject({
    splitFeature: z.array(z.int().nonnegative()),
    /** For numeric splits; 0 at categorical ones. */
    threshold: z.array(z.number()),
    /** For categorical splits, the codes that go left, ascending; null at numeric ones. */
    categories: z.array(z.array(z.int().nonnegative()).nullable()),
    missing: z.array(z.enum(missingTypes)),
    defaultLeft: z.array(z.boolean()),
    left: z.array(z.int()),
    right: z.array(z.int()),
    /** Loss reduction of each split; 0 where the source doesn't say. */
    gain: z.array(z.number()),
    nodeCover: z.array(z.number().nonnegative()),
    leafValue: z.array(z.number()).min(1),
    leafCover: z.array(z.number().nonnegative()).min(1)
  })
  .refine(
    (tree) => {
      const n = tree.splitFeature.length;
      const perNode = [
        tree.threshold,
        tree.categories,
        tree.missing,
        tree.defaultLeft,
        tree.left,
        tree.right,
        tree.gain,
        tree.nodeCover
      ];
      return (
        perNode.every((array) => array.length === n) &&
        tree.leafValue.length === n + 1 &&
        tree.leafCover.length === n + 1
      );
    },
    {message: "a tree of n splits has n entries a node array and n + 1 leaves"}
  );
export type Tree = z.infer<typeof treeSchema>;

/** The raw score of a row is `baseScore` plus the value of the leaf that it reaches in each tree, in log-odds. */
export const ensembleSchema = z.strictObject({
  featureCount: z.int().positive(),
  baseScore: z.number(),
  trees: z.array(treeSchema)
});
export type Ensemble = z.infer<typeof ensembleSchema>;
