import {expect, test} from "vitest";
import {globalExplanationSchema} from "../../contract/global-explanation.ts";
import {randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, evaluate} from "../../ensemble/evaluate.ts";
import {createRandom} from "../../metrics/random.ts";
import {compileExplainer, explainRows} from "../tree-shap/tree-shap.ts";
import {explainGlobally} from "./explain-globally.ts";

test("an ensemble's exact contributions are told by every view, and each keeps its contract", () => {
  const rows = 800;
  const size = {features: 9, categorical: 3, trees: 30, splits: 10, codes: 6};
  const {ensemble, columns} = randomEnsemble(31, size, rows);
  const compiled = compileEnsemble(ensemble);
  const values = Float32Array.from(
    explainRows(compileExplainer(compiled), columns, new Float64Array(rows * columns.length))
  );
  const random = createRandom(1);
  const outcomes = Array.from(evaluate(compiled, columns), (raw) => (random() < 1 / (1 + Math.exp(-raw)) ? 1 : 0));
  const isCategory = columns.map((_, feature) => feature >= columns.length - 3);
  const steps: string[] = [];
  const inputs = {
    contributions: {
      features: isCategory.map((category, i) => ({
        id: `f${i}`,
        family: i % 2 === 0 ? ("income" as const) : ("debts" as const),
        categories: category ? ["A", "B", "C", "D", "E", "F"] : null
      })),
      values,
      factor: 1
    },
    unit: "log-odds" as const,
    // A code that has no name is of no category.
    columns: columns.map((column, i) =>
      isCategory[i] ? column.map((code) => (code >= 0 && code < 6 ? code : NaN)) : column
    ),
    segmentations: [
      {
        id: "halves",
        of: Array.from({length: rows}, (_, i) => i % 2),
        groups: [0, 1].map((i) => ({id: `half-${i}`, label: {fr: "moitié", en: "half"}}))
      }
    ],
    labelled: {models: [{compiled, rows: Array.from({length: rows}, (_, i) => i)}], outcomes, inSample: true}
  };
  const told = explainGlobally(inputs, {seed: 2, onProgress: (step, share) => share === 1 && steps.push(step)});
  expect(globalExplanationSchema.parse(told)).toEqual(told);
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  expect([...new Set(steps)]).toEqual(["importance", "beeswarm", "dependence", "permutation", "segments"]);
  expect(told.beeswarm.features.map(({id}) => id)).toEqual(told.importance.features.map(({id}) => id));
  expect(explainGlobally({...inputs, labelled: null}, {seed: 2})).toEqual({...told, permutation: null});
});
