import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../tests/browser.ts";
import {axeViolations, ready, setStage, watch, type Stage} from "../../widgets/src/testing/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(openBrowser(), async (path) => {
    if (!path.startsWith("/examples/html/")) return undefined;
    const name = path.slice("/examples/html/".length) || "index.html";
    const body = await readFile(join(import.meta.dirname, name), "utf8").catch(() => undefined);
    if (body === undefined) return undefined;
    if (name.endsWith(".html")) return {body, type: "text/html; charset=utf-8"};
    return name.endsWith(".svg") ? {body, type: "image/svg+xml"} : {body};
  });
});
afterAll(() => stage.close());

async function open(options: {width?: number; dark?: boolean; bypassCSP?: boolean} = {}) {
  const {width = 1280, dark = false, bypassCSP = false} = options;
  const {page: blank} = await stage.open("", {
    script: null,
    bypassCSP,
    viewport: {width, height: 800},
    colorScheme: dark ? "dark" : "light"
  });
  const page = await blank.context().newPage();
  const problems = watch(page);
  const origins = new Set<string>();
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  await page.goto(`${stage.server.url}examples/html/`);
  await ready(page);
  return {page, problems, origins};
}

const points = async (page: Page) => (await page.locator("limpide-score .points strong").textContent())!;

test("the page shows its first client, without an error and without another origin", async () => {
  const {page, problems, origins} = await open();
  expect(await points(page)).toBe(String(stage.book.notable.accept.points));
  expect(problems).toEqual([]);
  expect([...origins]).toEqual([new URL(stage.server.url).origin]);
  await page.context().close();
});

test("another client is opened by keyboard, and every widget follows", async () => {
  const {page} = await open();
  await page.locator("#client-list button").nth(2).focus();
  await page.keyboard.press("Enter");
  await ready(page);
  expect(await points(page)).toBe(String(stage.book.notable.refuse.points));
  expect(await page.locator("limpide-reasons .total .number").textContent()).toBe(
    String(stage.book.notable.refuse.points)
  );
  await page.reload();
  await ready(page);
  expect(await points(page)).toBe(String(stage.book.notable.refuse.points));
  await page.context().close();
});

test("the language button changes the page and the widgets", async () => {
  const {page} = await open();
  await page.getByRole("button", {name: "English"}).click();
  await expect.poll(() => page.locator("limpide-reasons h2").textContent()).toBe("Why this score");
  expect(await page.getByRole("tab").allTextContents()).toEqual(["Credit score", "Contacts", "Documents"]);
  await page.context().close();
});

test("a reason that is picked is compared below", async () => {
  const {page} = await open();
  const side = page.locator("limpide-reasons .side.against li").first();
  const label = await side.locator(".label").textContent();
  await side.getByRole("button").click();
  await expect.poll(() => page.locator("limpide-comparison figcaption strong").textContent()).toBe(label);
  await page.context().close();
});

test("tabs move by arrow keys and show their panel", async () => {
  const {page} = await open();
  await page.getByRole("tab", {name: "Score de crédit"}).focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("tab", {name: "Échanges"}).getAttribute("aria-selected")).toBe("true");
  expect(await page.locator("#panel-contacts").isVisible()).toBe(true);
  expect(await page.locator("#panel-score").isVisible()).toBe(false);
  await page.context().close();
});

test.each([
  [1280, false],
  [1280, true],
  [360, false]
])("axe finds nothing at %i pixels, dark %s, in both languages", async (width, dark) => {
  const {page} = await open({width, dark, bypassCSP: true});
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", {name: "English"}).click();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await page.context().close();
});
