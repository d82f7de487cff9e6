import {readFile} from "node:fs/promises";
import type {Server} from "node:http";
import {createRequire} from "node:module";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {publishedFolders} from "../data-loaders/publish.ts";
import {serveFolders} from "../data-loaders/serve.ts";
import {openBrowser} from "./browser.ts";
import {project} from "./command.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const names = [
  "",
  "client",
  "global",
  "explanations",
  "performance",
  "model-card",
  "data",
  "methodology",
  "developers"
];
const pages = [
  ...names.map((name) => ({path: name, language: "fr"})),
  ...names.map((name) => ({path: `en/${name}`, language: "en"})),
  {path: "examples/html/", language: "fr"}
];

let browser: Browser;
let server: Server;
let url: string;
beforeAll(async () => {
  const {site, book} = publishedFolders(join(inject("demonstration"), "out"));
  const mounts = {
    "/": site,
    "/book/": book,
    "/widgets/": join(project, "widgets", "dist"),
    "/examples/": join(project, "examples")
  };
  ({server, url} = await serveFolders(mounts, 0));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

interface Visit {
  page: Page;
  /** Console errors, exceptions and failed requests. */
  errors: string[];
  /** Requests to another origin. */
  strangers: string[];
  close(): Promise<void>;
}

async function visit(
  path: string,
  width: number,
  colorScheme: "light" | "dark",
  /** Lets axe run in a page whose policy forbids evaluation. */
  bypassCSP = false
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: {width, height: 900},
    colorScheme,
    reducedMotion: "reduce",
    bypassCSP
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:")) strangers.push(request.url());
  });
  await page.goto(url + path, {waitUntil: "networkidle"});
  return {page, errors, strangers, close: () => context.close()};
}

interface AxeResults {
  violations: {id: string; nodes: {target: string[]; failureSummary: string}[]}[];
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated rather than added as an element, which a page under Trusted Types refuses.
  await page.evaluate(await readFile(axe, "utf8"));
  const results = await page.evaluate(() => (window as unknown as {axe: {run(): Promise<AxeResults>}}).axe.run());
  return results.violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(" ")}: ${failureSummary}`)
  );
}

for (const {path, language} of pages) {
  test(`/${path} is clean: no error, no stranger, no accessibility violation, in light and dark`, async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const {page, errors, strangers, close} = await visit(path, 1280, colorScheme);
      expect(errors).toEqual([]);
      expect(strangers).toEqual([]);
      expect(await page.getAttribute("html", "lang")).toBe(language);
      await close();
      const audited = await visit(path, 1280, colorScheme, true);
      expect(await violations(audited.page)).toEqual([]);
      await audited.close();
    }
  });

  test(`/${path} reads without scrolling sideways from 320 px up`, async () => {
    for (const width of [1280, 768, 360, 320]) {
      const {page, errors, close} = await visit(path, width, "light");
      expect(errors).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
      await close();
    }
  });
}

test("nothing shows the tables' own column names", async () => {
  for (const {path} of pages) {
    const {page, close} = await visit(path, 1280, "light");
    const text = await page.evaluate(() => {
      const texts: string[] = [];
      const walk = (root: Document | ShadowRoot): void => {
        for (const element of root.querySelectorAll("*")) {
          if (element.shadowRoot) walk(element.shadowRoot);
          if (["SCRIPT", "STYLE", "CODE", "PRE"].includes(element.tagName)) continue;
          for (const node of element.childNodes)
            if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? "");
        }
      };
      walk(document);
      return texts.join("\n");
    });
    expect(text).not.toMatch(/\b(EXT_SOURCE|AMT_|DAYS_|NAME_|CODE_|FLAG_|CNT_|SK_ID)\w*/);
    expect(text).not.toMatch(/\b(undefined|NaN|null|\[object Object\])\b/);
    await close();
  }
});
