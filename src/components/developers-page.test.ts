import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Language} from "../../model/contract/text.ts";
import {openBrowser} from "../../tests/browser.ts";
import {bookErrorCodes} from "../../widgets/src/book/book-error.ts";
import {simulatorBook} from "../../widgets/src/elements/simulator/testing/simulator-book.ts";
import {bookFixture, type BookFixture} from "../../widgets/src/testing/book-fixture.ts";
import {sealBook} from "../../widgets/src/testing/fixture-files.ts";
import {serveAnswers, type TestServer} from "../../widgets/src/testing/serve-book.ts";
import {elementsOf} from "./developers-data.js";
import {eventDetails} from "./developers-events.js";
import {builtWidgets, pageScript, pageStyle, type BuiltWidgets} from "./developers-testing.ts";

type Books = "open" | "sealed" | "simulated" | "none";

let widgets: BuiltWidgets;
let browser: Browser;
let server: TestServer;
let fixture: BookFixture;
beforeAll(async () => {
  const [open, sealed, simulated] = await Promise.all([
    bookFixture({people: 1200}),
    bookFixture({people: 400, sealed: true}),
    simulatedBook()
  ]);
  fixture = open;
  widgets = await builtWidgets();
  const books = {open: open.files, sealed: sealed.files, simulated, none: new Map<string, Uint8Array>()};
  const scripts = {fr: await pageScript("fr", widgets.dist), en: await pageScript("en", widgets.dist)};
  const style = await pageStyle();
  server = await serveAnswers((path) => {
    // As a site has it: French pages beside the book, English ones a folder below.
    const [, kind, rest = ""] = /^\/(open|sealed|simulated|none)\/(.*)$/.exec(path) ?? [];
    if (kind === undefined) return undefined;
    const language = rest.startsWith("en/") ? "en" : "fr";
    if (/^(en\/)?developers$/.test(rest)) {
      return {
        type: "text/html; charset=utf-8",
        body: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Developers</title><link rel="icon" href="data:,"><style>${style}</style><script>globalThis.documentation = ${JSON.stringify(widgets.documentation).replaceAll("<", "\\u003c")}</script><script type="module" src="/${kind}/${language}.js"></script></head><body><div id="observablehq-center"><main id="observablehq-main"></main></div></body></html>`
      };
    }
    if (rest === `${language}.js` || rest === "en.js") return {body: scripts[rest === "en.js" ? "en" : "fr"]};
    const body = books[kind as Books].get(rest.replace(/^book\//, ""));
    return body && {body};
  });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  await widgets.remove();
});

/** A book that can be simulated, with an example to begin with. */
async function simulatedBook(): Promise<Map<string, Uint8Array>> {
  const {manifest, notable, opened, records} = await simulatorBook();
  const label = {fr: "Dossier refusé", en: "A refused case"};
  return sealBook({
    manifest: {...manifest, examples: [{ref: notable.refused.ref, client: "500001", label}]},
    records,
    cohorts: [],
    meanings: {fr: {}, en: {}},
    model: JSON.stringify(opened)
  });
}

interface Visit {
  page: Page;
  problems: string[];
}

async function open(language: Language, book: Books = "open", hash = "", width = 1280): Promise<Visit> {
  const page = await browser.newPage({viewport: {width, height: 900}, reducedMotion: "reduce"});
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith("data:")) problems.push(request.url());
  });
  await page.goto(`${server.url}${book}/${language === "fr" ? "" : "en/"}developers${hash}`);
  await page.locator(".developers-errors").waitFor();
  return {page, problems};
}

const shown = (page: Page, tag: string) =>
  page.waitForFunction((tag) => document.querySelector(tag)?.matches(":state(ready)"), `.developers-playground ${tag}`);
const editor = (page: Page) => page.locator(".developers-editor textarea");
const edit = async (page: Page, markup: string) => {
  await editor(page).fill(markup);
  // What is written is shown once nobody writes any longer.
  await page.waitForTimeout(400);
};
const told = (page: Page) => page.locator(".developers-problems").innerText();

async function cut(page: Page, name: string, step = 1700) {
  const {height, width} = await page.evaluate(() => ({height: document.documentElement.scrollHeight, width: innerWidth}));
  for (let y = 0, i = 0; y < height; y += step, i++)
    await page.screenshot({path: `/tmp/developers/${name}-${String(i).padStart(2, "0")}.png`, fullPage: true, clip: {x: 0, y, width, height: Math.min(step, height - y)}});
}
test("screenshots", async () => {
  for (const language of (process.env.SHOTS ?? "fr").split(",") as Language[]) {
    const {page, problems} = await open(language);
    await shown(page, "limpide-score");
    await page.waitForTimeout(1500);
    await cut(page, language);
    console.log(problems);
    if (process.env.DARK) {
      await page.emulateMedia({colorScheme: "dark"});
      await cut(page, "dark");
      await page.emulateMedia({colorScheme: "light"});
    }
    if (process.env.NARROW) {
      await page.setViewportSize({width: 320, height: 900});
      await page.waitForTimeout(500);
      await cut(page, "narrow", 3000);
    }
    await page.close();
  }
}, 200_000);
