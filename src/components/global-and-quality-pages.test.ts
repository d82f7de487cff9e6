import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import type {AxeResults} from "axe-core";
import {build} from "esbuild";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Language} from "../../model/contract/text.ts";
import {openBrowser} from "../../tests/browser.ts";
import {globalFixture} from "./global-fixture.js";
import {qualityFixture} from "./quality-fixture.js";

type Name = "global" | "explanations";

const root = join(import.meta.dirname, "..");
const fixtures = {global: globalFixture(), explanations: qualityFixture()};
const scripts = new Map<string, string>();
let style: string;
let browser: Browser;
beforeAll(async () => {
  for (const name of ["global", "explanations"] as const) {
    for (const language of ["fr", "en"] as const) scripts.set(name + language, await bundle(name, language));
  }
  const sheets = ["tokens", "page", "figure", "print", "validation", "global", "quality"];
  style = (await Promise.all(sheets.map((name) => readFile(join(root, "style", `${name}.css`), "utf8")))).join("\n");
  browser = await openBrowser();
});
afterAll(() => browser.close());

const shown = new Map<string, Promise<Page>>();

/** A page with the fixture's data, for tests that leave it as it is. */
function shownPage(name: Name, language: Language): Promise<Page> {
  const key = name + language;
  if (!shown.has(key)) shown.set(key, open(name, language));
  return shown.get(key)!;
}

/** A page as it is written: its imports, and each of its headings, paragraphs and displays in their order. */
async function bundle(name: Name, language: Language): Promise<string> {
  const folder = language === "fr" ? root : join(root, "en");
  const source = await readFile(join(folder, `${name}.md`), "utf8");
  const imports = source.match(/^import .*$/gm)!.join("\n");
  const body = source.split("\n").map((line) => {
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading !== null)
      return `add(${JSON.stringify(`<h${heading[1]!.length}>${heading[2]}</h${heading[1]!.length}>`)});`;
    if (line.startsWith("<p")) return `add(\`${line}\`);`;
    return line.replace(/^display\((.*)\);$/, "main.append($1);").replace(/^(?!main\.append).*$/, "");
  });
  const {outputFiles} = await build({
    stdin: {
      contents: `${imports}
globalThis.show = (data) => {
  const main = document.querySelector("main");
  const add = (html) => main.insertAdjacentHTML("beforeend", html);
  ${body.join("\n")}
};`,
      loader: "ts",
      resolveDir: folder
    },
    bundle: true,
    write: false,
    format: "iife"
  });
  return outputFiles[0]!.text;
}

async function open(name: Name, language: Language, data: unknown = fixtures[name]): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1024, height: 800}});
  await page.route("http://page.test/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="${language}"><head><title>Page</title><style>${style}</style></head><body><main id="observablehq-main"></main></body></html>`
    })
  );
  await page.goto("http://page.test/");
  await page.evaluate(scripts.get(name + language)!);
  await page.evaluate((data) => {
    (globalThis as unknown as {show(data: unknown): void}).show(data);
  }, data);
  return page;
}

for (const name of ["global", "explanations"] as const) {
  test(`${name}: both languages show the same things, in words alone`, async () => {
    const shapes = [];
    for (const language of ["fr", "en"] as const) {
      const page = await shownPage(name, language);
      shapes.push(
        await page.evaluate(() =>
          ["h1", "h2", "h3", "p", "figure", "tr", "td", "th", "option", "svg", "path", "text"].map(
            (tag) => document.querySelectorAll(tag).length
          )
        )
      );
      const text = await page.locator("main").evaluate((main) => main.textContent);
      expect(text).not.toMatch(/\w_\w|undefined|NaN|null|\[object|\{fr|\$\{/);
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });

  test(`${name}: every figure asks a question, is told in words and gives its numbers`, async () => {
    const page = await shownPage(name, "fr");
    const figures = await page.locator("figure").evaluateAll((all) =>
      all.map((figure) => ({
        title: figure.querySelector("h3")!.textContent,
        words: figure.querySelector("[role=img]")!.getAttribute("aria-label")!,
        rows: figure.querySelectorAll("tbody tr").length
      }))
    );
    expect(figures.length).toBeGreaterThan(3);
    for (const {title, words, rows} of figures) {
      expect(title).toMatch(/\?$/);
      expect(words.length).toBeGreaterThan(30);
      expect(rows).toBeGreaterThan(1);
    }
  });

  test(`${name}: no accessibility violation, in light and wide, in dark and narrow with all tables open`, async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const page = await open(name, "fr");
    await page.evaluate(axe);
    const violations = async () => {
      const results = await page.evaluate(() =>
        (globalThis as unknown as {axe: {run(): Promise<AxeResults>}}).axe.run()
      );
      return results.violations.map(({id, nodes}) => `${id}: ${nodes[0]!.target.join(" ")}`);
    };
    expect(await violations()).toEqual([]);
    await page.emulateMedia({colorScheme: "dark"});
    await page.setViewportSize({width: 320, height: 800});
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  }, 120_000);
}

test("the keyboard chooses a feature, what is told follows, and an open table stays open", async () => {
  const page = await open("global", "en");
  const figures = page.locator(".global-figures");
  await figures.locator("summary").first().press("Enter");
  expect(await page.locator(".answer").innerText()).toContain("External score");
  expect(await figures.locator("figure").count()).toBe(1);
  await page.getByLabel("The feature to look at").focus();
  await page.keyboard.press("ArrowDown");
  await page.locator(".answer", {hasText: "Type of income"}).waitFor();
  expect(await figures.locator("h3").allInnerTexts()).toEqual([
    "What becomes of the score as “Type of income” changes?",
    "At an equal value, does “Owns a car” change the contribution?"
  ]);
  expect(
    await figures.locator("details").evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open))
  ).toEqual([true, false]);
  const cells = await figures.locator("table").nth(1).locator("tbody tr").first().locator("th, td").allTextContents();
  expect(cells).toEqual(["Pensioner", "+3.0", "–"]);
  await page.close();
});

test("a point a client is drawn, in the shade of its value, apart where it has none", async () => {
  const page = await shownPage("global", "en");
  const drawn = await page.locator(".global-swarm path").evaluateAll((paths) =>
    paths.map((path) => ({
      points: path.getAttribute("d")!.split("M").length - 1,
      cap: path.getAttribute("stroke-linecap"),
      stroke: path.getAttribute("stroke")!
    }))
  );
  expect(drawn.reduce((sum, {points}) => sum + points, 0)).toBe(2 * 240);
  const missing = drawn.filter(({cap}) => cap === "square");
  expect(missing.map(({points}) => points)).toEqual([60, 60]);
  // Ten shades of the number, and a single one of the category.
  expect(drawn.filter(({stroke}) => stroke.startsWith("color-mix")).length).toBe(10);
});

test("in log-odds, without outcomes, without a segment large enough, the page says so", async () => {
  const data = globalFixture((explanation) => {
    explanation.unit = "log-odds";
    explanation.permutation = null;
  });
  const page = await open("global", "en", data);
  expect(await page.locator(".notice").allInnerTexts()).toEqual([
    "The outcome of no credit is known in these tables: what the ranking would lose can’t be measured.",
    "Type of income: no group has at least 50 people."
  ]);
  const text = await page.locator("main").evaluate((main) => main.textContent);
  expect(text).toContain("the risk rises →");
  expect(text).not.toMatch(/\d points/);
  await page.close();
});

test("of an imported model, stability is said to be unknown and nothing is drawn", async () => {
  const data = qualityFixture(({quality}) => {
    quality.stability = null;
  });
  const page = await open("explanations", "en", data);
  const text = await page.locator("main").innerText();
  expect(text).toContain("This model was trained elsewhere");
  expect(text).not.toContain("keep the same first reason");
  expect(await page.locator(".facts li").count()).toBe(3);
  expect(await page.locator(".quality-hundred").count()).toBe(2);
  await page.close();
});

test("the weightiest contrary features are listed, the others open beneath", async () => {
  const page = await open("explanations", "en");
  expect(await page.locator(".quality-contrary tbody tr:visible").count()).toBe(8);
  await page.getByText("The 2 others, each of which moves the score by 0.5 points at most").press("Enter");
  expect(await page.locator(".quality-contrary tbody tr:visible").count()).toBe(10);
  expect(await page.locator(".quality-contrary tbody tr").nth(1).locator("th, td").allInnerTexts()).toEqual([
    "Feature 1",
    "lower the risk",
    "it raises it, with a faint trend",
    "1.9"
  ]);
  await page.close();
});
