import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type axe from "axe-core";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {rollup} from "rollup";
import {pageBuild, scriptBuild} from "../../rollup.config.ts";
import {bookFixture, type BookFixture} from "./book-fixture.ts";
import {serveAnswers, type Answer, type TestServer} from "./serve-book.ts";

/** The policy that the README promises to work under. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html";

/** A page under test, with all that went wrong on it: console errors, uncaught ones, policy violations. */
export interface StagedPage {
  page: Page;
  problems: string[];
}

export interface StageOptions extends BrowserContextOptions {
  /** The page's `lang`. */
  lang?: "fr" | "en";
  /** More of the page's head. */
  head?: string;
  /** Which build the page loads; none where null. */
  script?: string | null;
  policy?: string;
}

/** A browser, a server with the built widgets and a book of invented clients on it. */
export interface Stage {
  /** An open book, served under /book/. */
  book: BookFixture;
  /** A sealed one, under /sealed/. */
  sealed: BookFixture;
  server: TestServer;
  /** What is answered instead of the file of that path. */
  answers: Map<string, Answer | "hang" | "cut">;
  /** Opens a page with some markup in its body. */
  open: (markup: string, options?: StageOptions) => Promise<StagedPage>;
  close: () => Promise<void>;
}

/** @param extra what else the server answers */
export async function setStage(
  opening: Promise<Browser>,
  extra?: (path: string) => Promise<Answer | undefined>
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "limpide-widgets-"));
  const [browser, book, sealed] = await Promise.all([
    opening,
    bookFixture({people: 1200}),
    bookFixture({people: 400, sealed: true}),
    buildForPages(folder)
  ]);
  const answers: Stage["answers"] = new Map();
  const files = new Map<string, Answer>();
  for (const name of await readdir(folder)) {
    files.set(`/widgets/${name}`, {body: await readFile(join(folder, name), "utf8")});
  }
  for (const [path, body] of book.files) files.set(`/book/${path}`, {body});
  for (const [path, body] of sealed.files) files.set(`/sealed/${path}`, {body});
  const server = await serveAnswers(async (path) => answers.get(path) ?? files.get(path) ?? (await extra?.(path)));
  let pages = 0;
  return {
    book,
    sealed,
    server,
    answers,
    async open(
      markup,
      {lang = "fr", head = "", script = "/widgets/limpide.js", policy = strictPolicy, ...context} = {}
    ) {
      const path = `/page-${++pages}`;
      files.set(path, {
        type: "text/html; charset=utf-8",
        headers: {"Content-Security-Policy": policy},
        body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">${head}${
          script === null ? "" : `<script type="module" src="${script}"></script>`
        }</head><body><main><h1>Test</h1>${markup}</main></body></html>`
      });
      files.set("/page.css", {body: ":root{color-scheme:light dark}body{margin:8px}"});
      const page = await (await browser.newContext(context)).newPage();
      const problems = watch(page);
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          reportError(new Error(`policy: ${event.violatedDirective} ${event.sample}`));
        });
      });
      await page.goto(new URL(path, server.url).href);
      return {page, problems};
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, {recursive: true});
    }
  };
}

/** What pages without a bundler load, as the package has it. */
async function buildForPages(folder: string): Promise<void> {
  await Promise.all(
    [pageBuild(folder), scriptBuild(folder)].map(async ({output, ...input}) => {
      const bundle = await rollup(input);
      for (const options of output) await bundle.write(options);
      await bundle.close();
    })
  );
}

/** Collects what goes wrong on a page from now on. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  return problems;
}

/** Waits until every widget of the page shows its client. */
export async function ready(
  page: Page,
  tags = ["limpide-score", "limpide-reasons", "limpide-comparison"]
): Promise<void> {
  await page.waitForFunction(
    (tags) =>
      [...document.querySelectorAll(tags.join())].every(
        (widget) => widget.matches(":state(ready)") && widget.shadowRoot?.querySelector("[aria-busy=true]") === null
      ),
    tags
  );
}

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds on the page, rule and place, as text. The page's context must bypass its policy. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource);
  return page.evaluate(async () => {
    const {violations} = await (window as unknown as {axe: typeof axe}).axe.run();
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id} ${JSON.stringify(target)} ${failureSummary ?? ""}`)
    );
  });
}
