import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../../tests/browser.ts";
import type {Ensemble} from "../../contract/ensemble.ts";
import {randomEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble} from "../../ensemble/evaluate.ts";
import {compileExplainer, explain, explainRows} from "./tree-shap.ts";

/** What a page has of the explainer. */
type Explain = (
  ensemble: Ensemble,
  rows: (number | null)[][]
) => {tables: boolean; alone: number[]; together: number[]};

const script = `
  import {compileEnsemble} from "../../ensemble/evaluate.ts";
  import {compileExplainer, explain, explainRows} from "./tree-shap.ts";
  import {openBlockExplainer} from "./tables.ts";
  globalThis.explain = (ensemble, rows) => {
    const explainer = compileExplainer(compileEnsemble(ensemble));
    const clients = rows.map((row) => Float64Array.from(row, (value) => value ?? NaN));
    const columns = Array.from(clients[0], (_, i) => Float64Array.from(clients, (row) => row[i]));
    const together = explainRows(explainer, columns, new Float64Array(rows.length * columns.length), {tablesFor: 1e9});
    return {
      tables: openBlockExplainer(explainer) !== null,
      alone: clients.flatMap((row) => Array.from(explain(explainer, row))),
      together: Array.from(together)
    };
  };
`;

let browser: Browser;
let bundle: string;
beforeAll(async () => {
  browser = await openBrowser();
  const {outputFiles} = await build({
    stdin: {contents: script, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts"},
    ...{bundle: true, write: false, format: "iife", target: "es2022", logLevel: "silent"}
  });
  bundle = outputFiles[0]!.text;
});
afterAll(() => browser.close());

test.each([
  ["with tables", "script-src 'nonce-a' 'wasm-unsafe-eval'", true],
  ["where the page's policy forbids WebAssembly", "script-src 'nonce-a'", false]
])("Chromium explains to the same bits, %s", async (_, policy, tables) => {
  const size = {features: 16, categorical: 4, trees: 40, splits: 40, codes: 20};
  const {ensemble, columns} = randomEnsemble(8, size, 60);
  const rows = Array.from({length: 60}, (_, row) =>
    columns.map((column) => (Number.isNaN(column[row]) ? null : column[row]!))
  );
  const explainer = compileExplainer(compileEnsemble(ensemble));
  const expected = explainRows(explainer, columns, new Float64Array(60 * 16), {tablesFor: Infinity});
  expect(
    explain(
      explainer,
      columns.map((column) => column[0]!)
    )
  ).toEqual(expected.subarray(0, 16));

  const page = await browser.newPage();
  await page.setContent(
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><script nonce="a">${bundle}</script>`
  );
  const found = await page.evaluate(
    ([ensemble, rows]) => (globalThis as unknown as {explain: Explain}).explain(ensemble, rows),
    [ensemble, rows] as const
  );
  await page.close();
  expect(found.tables).toBe(tables);
  expect(Float64Array.from(found.alone)).toEqual(expected);
  expect(Float64Array.from(found.together)).toEqual(expected);
});
