import fc from "fast-check";
import {expect, test} from "vitest";
import {arbitraryEnsemble, randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, evaluateRow} from "../../ensemble/evaluate.ts";
import {compileVariants, scoreVariants} from "./variants.ts";

test("variants of a row have the scores, bit for bit, of the rows that they stand for", () => {
  fc.assert(
    fc.property(
      arbitraryEnsemble({features: 8, categorical: 3, trees: 6, splits: 12}, 30),
      fc.infiniteStream(fc.boolean()),
      ({ensemble, columns}, drawn) => {
        const compiled = compileEnsemble(ensemble);
        const varying = columns.flatMap((_, feature) => (drawn.next().value ? [feature] : []));
        const row = columns.map((column) => column[0]!);
        const scores = scoreVariants(
          compileVariants(compiled, varying),
          row,
          varying.map((feature) => columns[feature] as Float32Array),
          30
        );
        for (let i = 0; i < 30; i++) {
          const whole = row.map((value, feature) => (varying.includes(feature) ? columns[feature]![i]! : value));
          expect(scores[i]).toBe(evaluateRow(compiled, whole));
        }
      }
    ),
    {numRuns: 500}
  );
});

test("no variants have no scores, and what no tree reads changes nothing", () => {
  const {ensemble, columns} = randomEnsemble(5, {features: 4, categorical: 1, trees: 9, splits: 8, codes: 5}, 3);
  const compiled = compileEnsemble({...ensemble, featureCount: 5});
  const row = [...columns.map((column) => column[1]!), 0];
  const scorer = compileVariants(compiled, [4]);
  expect(scoreVariants(scorer, row, [new Float32Array(0)], 0)).toEqual(new Float64Array(0));
  const score = evaluateRow(compiled, row);
  expect([...scoreVariants(scorer, row, [Float32Array.of(1, NaN, -7)], 3)]).toEqual([score, score, score]);
});
