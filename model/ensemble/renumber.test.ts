import fc from "fast-check";
import {expect, test} from "vitest";
import {arbitraryEnsemble, generator} from "./ensemble-arbitrary.ts";
import {compileEnsemble, evaluate, type Columns} from "./evaluate.ts";
import {codesByName, renumber, type NewPlace} from "./renumber.ts";

const codes = 6;

/** A new order of some things. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

test("raw scores are the same to the last bit in another table, with other columns, codes and categories", () => {
  fc.assert(
    fc.property(arbitraryEnsemble({features: 6, categorical: 3, trees: 6, splits: 12, codes}, 60), (drawn) => {
      const {ensemble, columns, seed} = drawn;
      const random = generator(seed);
      const isCategory = columns.map((_, feature) =>
        ensemble.trees.some((tree) =>
          tree.splitFeature.some((split, i) => split === feature && tree.categories[i] !== null)
        )
      );
      const names = Array.from({length: codes}, (_, code) => `category ${code}`);
      // The new table lacks some categories, knows others, and has columns that the ensemble doesn't read.
      const kept = names.filter(() => random() < 0.8);
      const newNames = shuffled([...kept, "new", "another"], random);
      const order = shuffled(
        Array.from({length: columns.length + 3}, (_, i) => i),
        random
      );
      const places = columns.map((_, feature): NewPlace => ({
        feature: order[feature]!,
        codes: isCategory[feature] ? codesByName(names, newNames) : null
      }));
      const before: Float32Array[] = columns.map((column) => Float32Array.from(column));
      const after = Array.from({length: order.length}, () => new Float32Array(columns[0]!.length).fill(7));
      columns.forEach((column, feature) => {
        for (let row = 0; row < column.length; row++) {
          const value = column[row]!;
          if (!isCategory[feature] || Number.isNaN(value)) {
            after[order[feature]!]![row] = value;
            continue;
          }
          // What the ensemble has no code for is a new category of the table, and missing to the ensemble.
          const place = newNames.indexOf(names[value] ?? (random() < 0.5 ? "new" : "another"));
          before[feature]![row] = place >= 0 && names[value] !== undefined ? value : NaN;
          after[order[feature]!]![row] = place >= 0 ? place : NaN;
        }
      });
      const moved = renumber(ensemble, places, order.length);
      expect(scores(moved, after)).toEqual(scores(ensemble, before));
    }),
    {numRuns: 300}
  );
});

function scores(ensemble: Parameters<typeof compileEnsemble>[0], columns: Columns): number[] {
  return [...evaluate(compileEnsemble(ensemble), columns)];
}

test("categories are matched by their names, whichever table lacks some", () => {
  expect(codesByName(["b", "a", "c"], ["a", "b", "d"])).toEqual({of: [1, 0, null], unknown: [2]});
  expect(codesByName(["a"], [])).toEqual({of: [null], unknown: []});
});

const stump = {
  featureCount: 2,
  baseScore: 0.5,
  trees: [
    {
      splitFeature: [1],
      threshold: [0],
      categories: [[0, 4]],
      missing: ["nan" as const],
      defaultLeft: [false],
      left: [-1],
      right: [-2],
      gain: [1],
      nodeCover: [10],
      leafValue: [-1, 1],
      leafCover: [4, 6]
    }
  ]
};

test("a code without a name is refused, and so is a split on a feature without a place", () => {
  const place = {feature: 0, codes: codesByName(["a", "b"], ["a", "b"])};
  expect(() => renumber(stump, [undefined, place], 1)).toThrow("tree 0: split 0 names code 4 of 2 categories");
  expect(() => renumber(stump, [place], 1)).toThrow("tree 0: split 0 reads a feature without a place");
  expect(() => renumber(stump, [place], 1)).toThrow(expect.objectContaining({code: "E_MODEL"}));
});
