import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import type {Ensemble} from "../../model/contract/ensemble.ts";
import {compileEnsemble} from "../../model/ensemble/evaluate.ts";
import {compileExplainer, explainRows} from "../../model/explainer/tree-shap/tree-shap.ts";
import {openBrowser} from "../../tests/browser.ts";
import {makeUpRows} from "./made-up-rows.ts";
import type {measure, PageTimes} from "./page.ts";

/** Times one client's score and explanation in Chromium, and holds them bit for bit against this process's tables. */
export async function timeInBrowser(name: string, ensemble: Ensemble, clients = 300): Promise<void> {
  const columns = makeUpRows(ensemble, clients);
  const rows = Array.from({length: clients}, (_, row) => {
    return columns.map((column) => (Number.isNaN(column[row]) ? null : column[row]!));
  });
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL("./page.ts", import.meta.url))],
    ...{bundle: true, write: false, minify: true, format: "iife", target: "es2022", logLevel: "silent"}
  });
  const browser = await openBrowser();
  let times: PageTimes;
  try {
    const page = await browser.newPage();
    await page.addScriptTag({content: outputFiles[0]!.text});
    times = await page.evaluate(
      ([ensemble, rows]) => (globalThis as unknown as {measure: typeof measure}).measure(ensemble, rows),
      [ensemble, rows] as const
    );
  } finally {
    await browser.close();
  }
  const explainer = compileExplainer(compileEnsemble(ensemble));
  const ours = explainRows(explainer, columns, new Float64Array(clients * columns.length), {tablesFor: Infinity});
  const same = times.contributions.every((row, i) =>
    row.every((contribution, feature) => contribution === ours[i * columns.length + feature])
  );
  const sorted = times.clients.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(2);
  console.log(
    `${name} in Chromium: prepared in ${times.compile.toFixed(0)} ms; score and explanation of a client: median ${quantile(0.5)} ms, 95 % within ${quantile(0.95)} ms, the first ${times.first.toFixed(1)} ms; ${same ? "equal bit for bit to the tables here" : "DIFFERENT from the tables here"}`
  );
  if (!same) process.exitCode = 1;
}
