import {mkdtemp, readFile, rm} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {AxeResults} from "axe-core";
import {build} from "esbuild";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {PortfolioReport} from "../../model/contract/report.ts";
import {tables} from "../../model/contract/tables.ts";
import type {Language} from "../../model/contract/text.ts";
import {readTables} from "../../model/tables/read.ts";
import {type WriteOptions, writeTables} from "../../model/tables/testing.ts";
import {openBrowser} from "../../tests/browser.ts";
import type {ValidationData} from "./validation-data.js";

const columns = Object.values(tables).reduce((sum, table) => sum + table.columns.length, 0);

let folder: string;
let damaged: ValidationData;
let clean: ValidationData;
let script: string;
let style: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-data-page-"));
  clean = await readData("clean");
  damaged = await readData("damaged", (files) => {
    files.bureau!.rows[2]!.AMT_CREDIT_SUM = "a lot";
    files.application_train!.rows[1]!.NAME_CONTRACT_TYPE = "Leasing";
    files.application_train!.header.push("SEGMENT");
    files.previous_application!.rows.pop();
    delete files.installments_payments;
  });
  const names = ["tables", "faults", "remarks", "dictionary"];
  const {outputFiles} = await build({
    stdin: {
      contents: names.map((name) => `export * from "./validation-${name}.ts";`).join("\n"),
      resolveDir: import.meta.dirname
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "page"
  });
  script = outputFiles[0]!.text;
  const sheets = ["tokens", "page", "figure", "client", "print", "validation"];
  style = (
    await Promise.all(sheets.map((name) => readFile(join(import.meta.dirname, "..", "style", `${name}.css`), "utf8")))
  ).join("\n");
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, {recursive: true, force: true});
});

async function readData(name: string, edit?: WriteOptions["edit"]): Promise<ValidationData> {
  const path = join(folder, name);
  await writeTables(path, {clients: 8, ...(edit === undefined ? {} : {edit})});
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    const report = await readTables(connection, path, {maxRejects: 1});
    return {report: {...report, source: ""}, contracts: tables, portfolio: {currency: "EUR"} as PortfolioReport};
  } finally {
    connection.closeSync();
  }
}

/** A page with the parts of the data page, in their order. */
async function open(data: ValidationData, language: Language, hash = ""): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1024, height: 800}});
  await page.route("http://data.test/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="${language}"><head><title>Data</title><style>${style}</style></head><body><main id="observablehq-main"><h1>Data</h1><h2>All</h2></main></body></html>`
    })
  );
  await page.goto(`http://data.test/${hash}`);
  await page.evaluate(script.replace("var page =", "globalThis.page ="));
  await page.evaluate(
    ({data, language}) => {
      const parts = (globalThis as unknown as {page: Record<string, (data: unknown, language: string) => Node>}).page;
      for (const part of ["validationTables", "validationFaults", "validationRemarks", "validationDictionary"]) {
        document.querySelector("main")!.append(parts[part]!(data, language));
      }
    },
    {data, language}
  );
  return page;
}

const visibleRows = (page: Page) => page.locator(".validation-columns tbody tr:visible").count();
const openSections = (page: Page) => page.locator("details.validation-section[open]").count();
const count = (page: Page) => page.locator(".validation-count").innerText();

test("both languages show the same things, and neither a raw name outside of code", async () => {
  const shapes = [];
  for (const language of ["fr", "en"] as const) {
    const page = await open(damaged, language);
    shapes.push(
      await page.evaluate(() =>
        ["tr", "td", "th", "li", "h3", "details", "code", "svg", "a"].map(
          (name) => document.querySelectorAll(name).length
        )
      )
    );
    const text = await page.evaluate(() => {
      for (const code of document.querySelectorAll("code, script, style")) code.remove();
      return document.body.textContent;
    });
    expect(text).not.toMatch(/\b[A-Z]{3,}_\w+|\w+_(application|balance|payments|train|test)\b|SEGMENT/);
    expect(text).not.toMatch(/undefined|NaN|null|\[object|\{fr/);
    await page.close();
  }
  expect(shapes[0]).toEqual(shapes[1]);
});

test("the parts have no accessibility violation, opened or closed, in light, dark and narrow", async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const page = await open(damaged, "fr");
  await page.evaluate(axe);
  const violations = async () => {
    const results = await page.evaluate(() => (globalThis as unknown as {axe: {run(): Promise<AxeResults>}}).axe.run());
    return results.violations.map(({id, nodes}) => `${id}: ${nodes[0]!.target.join(" ")}`);
  };
  expect(await violations()).toEqual([]);
  await page.emulateMedia({colorScheme: "dark"});
  await page.locator("summary").first().press("Enter");
  expect(await openSections(page)).toBe(1);
  expect(await violations()).toEqual([]);
  await page.setViewportSize({width: 320, height: 800});
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  expect(await violations()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.close();
}, 180_000);

test("a search leaves the columns that match, opens their tables and says how many", async () => {
  const page = await open(damaged, "en");
  expect(await count(page)).toBe(`${columns} columns in 7 tables`);
  expect(await visibleRows(page)).toBe(0);
  await page.locator("summary").nth(1).click();
  await page.getByLabel("Find a column").fill("income");
  const found = await visibleRows(page);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(10);
  expect(await count(page)).toBe(`${found} columns of ${columns}`);
  expect(await page.locator("details.validation-section:visible").count()).toBe(await openSections(page));
  await page.getByLabel("Find a column").fill("zebra");
  expect(await visibleRows(page)).toBe(0);
  expect(await count(page)).toBe("No column matches");
  // What was open before the search is so again.
  await page.getByLabel("Find a column").fill("");
  expect(await page.locator("details.validation-section:visible").count()).toBe(7);
  expect(await openSections(page)).toBe(1);
  expect(await visibleRows(page)).toBe(tables.bureau.columns.length);
  await page.close();
});

test("a remark leads to its column, whatever the search has hidden, and so does an address", async () => {
  const page = await open(damaged, "en");
  await page.getByLabel("Find a column").fill("zebra");
  await page.locator(".validation-warning a").first().click();
  const row = page.locator("#column-application-NAME_CONTRACT_TYPE");
  await row.waitFor({state: "visible"});
  expect(await row.innerText()).toContain("Leasing");
  expect(await page.getByLabel("Find a column").inputValue()).toBe("");
  await page.close();
  const linked = await open(damaged, "en", "#column-bureau-AMT_CREDIT_SUM");
  await linked.locator("#column-bureau-AMT_CREDIT_SUM").waitFor({state: "visible"});
  expect(await openSections(linked)).toBe(1);
  await linked.close();
});

test("paper gets every column, and the screen is left as it was", async () => {
  const page = await open(damaged, "en");
  await page.evaluate(() => {
    addEventListener("beforeprint", () => {
      document.title = String(document.querySelectorAll("details.validation-section[open]").length);
    });
  });
  await page.locator("summary").nth(2).click();
  await page.pdf();
  expect(await page.title()).toBe("7");
  expect(await openSections(page)).toBe(1);
  await page.close();
});

test("what was set aside is told with its place and its value", async () => {
  const page = await open(damaged, "en");
  const cells = await page.locator(".validation-faults tbody tr").first().locator("th, td").allInnerTexts();
  expect(cells.map((text) => text.replaceAll("\n", " "))).toEqual([
    "Credit amount not a number; expected: from €0 to €1,000,000,000",
    "bureau.csv Credits reported by other lenders",
    "1",
    "3",
    "a lot"
  ]);
  const absent = page.locator(".validation-tables tbody tr", {hasText: "Instalments and payments"});
  expect(await absent.innerText()).toContain("Absent");
  await page.close();
});

test("nothing set aside and nothing missing is said so", async () => {
  const page = await open(clean, "fr");
  expect(await page.locator(".validation-faults").count()).toBe(0);
  const text = await page.locator("main").innerText();
  expect(text).toContain("Aucune ligne n’a été mise de côté");
  expect(text).toContain("Les 7 tables sont présentes.");
  await page.close();
});
