import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import type {AxeResults} from "axe-core";
import {build} from "esbuild";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {ModelCard} from "../../model/contract/model-card.ts";
import type {Language} from "../../model/contract/text.ts";
import {openBrowser} from "../../tests/browser.ts";
import {cardFixture} from "./model-card-fixture.js";

const parts = [
  "modelCardIdentity",
  "modelCardUse",
  "modelCardData",
  "modelCardFeatures",
  "modelCardTraining",
  "modelCardMeasures",
  "modelCardContenders",
  "modelCardProtected",
  "modelCardLimits",
  "modelCardReview"
];

let script: string;
let style: string;
let browser: Browser;
beforeAll(async () => {
  const {outputFiles} = await build({
    stdin: {
      contents: ["model-card", "model-card-evaluation", "model-card-limits", "model-comparison"]
        .map((name) => `export * from "./${name}.ts";`)
        .join("\n"),
      resolveDir: import.meta.dirname
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "page"
  });
  script = outputFiles[0]!.text;
  const sheets = ["tokens", "page", "figure", "validation", "performance", "model-card"];
  style = (
    await Promise.all(sheets.map((name) => readFile(join(import.meta.dirname, "..", "style", `${name}.css`), "utf8")))
  ).join("\n");
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page with the parts of the card, in their order. */
async function open(card: ModelCard, language: Language): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1024, height: 800}});
  await page.setContent(
    `<!doctype html><html lang="${language}"><head><title>Card</title><style>${style}</style></head><body><main id="observablehq-main"><h1>Card</h1></main></body></html>`
  );
  await page.evaluate(script.replace("var page =", "globalThis.page ="));
  await page.evaluate(
    ({card, language, parts}) => {
      const {page} = globalThis as unknown as {page: Record<string, (card: unknown, language: string) => Node>};
      for (const part of parts) {
        const title = document.createElement("h2");
        title.textContent = part;
        document.querySelector("main")!.append(title, page[part]!(card, language));
      }
    },
    {card, language, parts}
  );
  return page;
}

test("both languages show the same things, and neither a raw name outside of code", async () => {
  const shapes = [];
  for (const language of ["fr", "en"] as const) {
    const page = await open(cardFixture(), language);
    shapes.push(
      await page.evaluate(() =>
        ["tr", "td", "th", "li", "dt", "dd", "h3", "p", "details", "code"].map(
          (name) => document.querySelectorAll(name).length
        )
      )
    );
    const text = await page.evaluate(() => {
      for (const node of document.querySelectorAll("code, script, style, h2")) node.remove();
      return document.body.textContent;
    });
    expect(text).not.toMatch(/\w_\w|undefined|NaN|null|\[object|\{fr/);
    await page.close();
  }
  expect(shapes[0]).toEqual(shapes[1]);
});

test("the card has no accessibility violation, opened or closed, in light, dark and narrow", async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const page = await open(cardFixture(), "fr");
  await page.evaluate(axe);
  const violations = async () => {
    const results = await page.evaluate(() => (globalThis as unknown as {axe: {run(): Promise<AxeResults>}}).axe.run());
    return results.violations.map(({id, nodes}) => `${id}: ${nodes[0]!.target.join(" ")}`);
  };
  expect(await violations()).toEqual([]);
  await page.emulateMedia({colorScheme: "dark"});
  await page.locator("summary").press("Enter");
  expect(await page.locator("details[open]").count()).toBe(1);
  expect(await violations()).toEqual([]);
  await page.setViewportSize({width: 320, height: 800});
  expect(await violations()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.close();
});

test("the table of kinds of model tells a cost's difference where its interval excludes 0, and nowhere else", async () => {
  const page = await open(cardFixture(), "en");
  const rows = page.locator(".comparison-table tbody tr");
  const cells = async (row: number) => (await rows.nth(row).locator("td").last().innerText()).split("\n");
  expect(await cells(0)).toEqual(["772", "726 to 818", "292 more"]);
  expect(await cells(1)).toEqual(["519", "473 to 565", "39 more"]);
  expect(await cells(2)).toEqual(["480", "434 to 526"]);
  expect(await cells(3)).toEqual(["471", "425 to 517"]);
  const groups = page.locator(".card-groups tbody tr");
  expect(await groups.nth(0).locator("td").allInnerTexts()).toEqual([
    "3,301",
    "7 in 100",
    "79 in 100",
    "19 in 100",
    "0.749\n0.715 to 0.783"
  ]);
  expect(await groups.nth(1).locator("td").last().innerText()).toBe("too few defaults");
  await page.close();
});

test("without settings or groups, as of a model that was imported, nothing stands for them", async () => {
  const card = cardFixture();
  card.training.parameters = {};
  card.training.roundsPerFold = [];
  card.evaluation.groups = [];
  const page = await open(card, "en");
  expect(await page.locator("details, .card-groups").count()).toBe(0);
  expect(await page.locator("body").innerText()).not.toMatch(/Infinity|Trees of a trial/);
  await page.close();
});
