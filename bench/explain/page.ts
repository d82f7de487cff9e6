import type {Ensemble} from "../../model/contract/ensemble.ts";
import {compileEnsemble, evaluateRow} from "../../model/ensemble/evaluate.ts";
import {compileExplainer, explain} from "../../model/explainer/tree-shap/tree-shap.ts";

/** What the page measures, in milliseconds. */
export interface PageTimes {
  compile: number;
  first: number;
  /** One a client: score and explanation. */
  clients: number[];
  contributions: number[][];
}

/** Runs in a browser: prepares a model, then scores and explains clients one at a time, as a page does. */
export function measure(ensemble: Ensemble, rows: (number | null)[][]): PageTimes {
  const clients = rows.map((row) => Float32Array.from(row, (value) => value ?? NaN));
  const start = performance.now();
  const compiled = compileEnsemble(ensemble);
  const explainer = compileExplainer(compiled);
  const compile = performance.now() - start;
  const times: number[] = [];
  const contributions: number[][] = [];
  for (const row of clients) {
    const before = performance.now();
    const score = evaluateRow(compiled, row);
    const explanation = explain(explainer, row);
    times.push(performance.now() - before);
    const sum = explanation.reduce((a, b) => a + b, explainer.bias);
    if (!(Math.abs(sum - score) < 1e-9)) throw new Error(`explains ${sum} of ${score}`);
    contributions.push(Array.from(explanation));
  }
  return {compile, first: times[0]!, clients: times, contributions};
}

Object.assign(globalThis, {measure});
