import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {documentWidgets} from "../../data-loaders/widgets-documentation.ts";
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
  widgets = await builtWidgets(documentWidgets);
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
    if (message.type() === "error" && book !== "none") problems.push(message.text());
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

test("both languages show the same things, live, and ask nobody else for anything", async () => {
  const shapes = [];
  for (const language of ["fr", "en"] as const) {
    const {page, problems} = await open(language);
    await shown(page, "limpide-score");
    await page.waitForFunction(() =>
      document.querySelector(".developers-events limpide-client")?.matches(":state(ready)")
    );
    shapes.push(
      await page.evaluate(() =>
        ["h2", "h3", "tr", "td", "li", "pre", "button", "input", "option", "limpide-score", "a"].map(
          (name) => document.querySelectorAll(`main ${name}`).length
        )
      )
    );
    expect(problems).toEqual([]);
    const text = await page.evaluate(() => {
      for (const code of document.querySelectorAll("code, script, style")) code.remove();
      return document.body.textContent;
    });
    expect(text).not.toMatch(/undefined|NaN|\bnull\b|\[object|`|\*\*/);
    if (language === "fr") expect(text).not.toMatch(/ [:;!?»](?!\S)|« |'/);
    await page.close();
  }
  expect(shapes[0]).toEqual(shapes[1]);
});

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("it has no accessibility violation, in light, dark and narrow, and never scrolls sideways", async () => {
  const {page} = await open("fr");
  await shown(page, "limpide-score");
  await page.evaluate(await axe);
  const violations = async () => {
    const results = await page.evaluate(() => (globalThis as unknown as {axe: {run(): Promise<AxeResults>}}).axe.run());
    return results.violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(" ")}`));
  };
  expect(await violations()).toEqual([]);
  await edit(page, "<script></script><limpide-scores></limpide-scores>");
  await page.emulateMedia({colorScheme: "dark"});
  expect(await violations()).toEqual([]);
  await page.setViewportSize({width: 320, height: 800});
  for (const name of await page.locator(".developers-presets button").allInnerTexts()) {
    await page.getByRole("button", {name, exact: true}).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320);
  }
  expect(await violations()).toEqual([]);
  await page.close();
}, 180_000);

test("each example to begin with shows its client, and is shown as pressed", async () => {
  const {page, problems} = await open("en");
  const buttons = page.locator(".developers-presets button");
  const tags = ["score", "score", "reasons", "profile", "comparison", "client", "score"];
  expect(await buttons.count()).toBe(tags.length);
  for (const [i, tag] of tags.entries()) {
    await buttons.nth(i).click();
    await shown(page, `limpide-${tag}`);
    expect(await page.locator('.developers-presets [aria-pressed="true"]').innerText()).toBe(
      await buttons.nth(i).innerText()
    );
    expect(await editor(page).inputValue()).toContain(`<limpide-${tag} `);
    expect(await told(page)).toBe("");
  }
  await page.locator(".developers-result [lang=fr] limpide-score").getByText("Données de démonstration").waitFor();
  expect(problems).toEqual([]);
  await page.close();
});

test("what is edited is shown at once, and widgets stay while their attributes change", async () => {
  const {page} = await open("en");
  await shown(page, "limpide-score");
  await page.evaluate(() => {
    (document.querySelector(".developers-playground limpide-score") as unknown as {mark: number}).mark = 1;
  });
  const whole = await editor(page).inputValue();
  await edit(page, whole.replace("></", " compact></"));
  const kept = () =>
    page.evaluate(() => {
      const score = document.querySelector<HTMLElement & {mark?: number}>(".developers-playground limpide-score")!;
      return {mark: score.mark, compact: score.hasAttribute("compact"), ready: score.matches(":state(ready)")};
    });
  expect(await kept()).toEqual({mark: 1, compact: true, ready: true});
  await edit(page, whole);
  expect(await kept()).toEqual({mark: 1, compact: false, ready: true});
  // A tab that somebody chose is no attribute of the text: writing on leaves it.
  await edit(page, whole.replaceAll("limpide-score", "limpide-client"));
  await shown(page, "limpide-client");
  const tab = page.locator(".developers-playground").getByRole("tab", {name: "Data", exact: false}).first();
  await tab.click();
  await edit(page, whole.replaceAll("limpide-score", "limpide-client").replace("></", ' theme="light"></'));
  expect(await tab.getAttribute("aria-selected")).toBe("true");
  await edit(page, "");
  expect(await page.locator(".developers-playground .developers-result").innerText()).toBe(
    "Write a tag to see an element."
  );
  await page.close();
});

test("another client takes the place of the one in the code, edited or not", async () => {
  const {page} = await open("fr");
  const [first, second, third] = fixture.manifest.examples.map(({ref}) => ref);
  const select = page.getByLabel("Client de démonstration");
  await select.selectOption({index: 1});
  expect(await editor(page).inputValue()).toBe(`<limpide-score src="./book/" ref="${second}"></limpide-score>`);
  await edit(page, `<p lang="en">Now: <limpide-score src="./book/" ref="${second}" compact></limpide-score></p>`);
  await select.selectOption({index: 2});
  const markup = await editor(page).inputValue();
  expect(markup).toBe(`<p lang="en">Now: <limpide-score src="./book/" ref="${third}" compact></limpide-score></p>`);
  expect(markup).not.toContain(first);
  await page.close();
});

test("what has no place in an example is left out, and said in words", async () => {
  const {page, problems} = await open("en");
  const score = (attributes: string) => `<limpide-score src="../book/" ${attributes}></limpide-score>`;
  const cases: [markup: string, told: string][] = [
    ['<script>document.title = "gone"</script>', "runs no other program"],
    ['<img src="x" onerror="document.title = 1">', "<img> is left out"],
    ["<limpide-scores></limpide-scores>", "limpide-scores> is no element of the package. There are limpide-client"],
    [score('onclick="document.title = 1"'), "onclick is no attribute of <limpide-score>. There are src, ref"],
    [score('style="color: red"'), "style is no attribute"],
    [score('credential="e1.abc"'), "credential is never an attribute"],
    [score('clientRef="abc"'), "the attribute is called ref"],
    ['<limpide-score src="https://elsewhere.example/book/"></limpide-score>', "leads elsewhere"],
    ['<limpide-score src="javascript:alert(1)"></limpide-score>', "leads elsewhere"],
    ['<limpide-score src="../book/" /><limpide-reasons src="../book/" />', "<limpide-score> isn’t closed"],
    ['<iframe srcdoc="<script>parent.document.title = 1</script>"></iframe>', "<iframe> is left out"],
    [
      '<table background="//elsewhere.example/x.png"><tr><td>1</td></tr></table>',
      "background is no attribute of <table>"
    ]
  ];
  for (const [markup, words] of cases) {
    await edit(page, markup);
    expect((await told(page)).replaceAll("\u00a0", " "), markup).toContain(words);
  }
  const inside = page.locator(".developers-playground .developers-result");
  expect(await inside.locator("script, img, iframe, [onclick], [style], [credential]").count()).toBe(0);
  expect(await page.title()).toBe("Developers");
  expect(problems).toEqual([]);
  await page.close();
});

test("the settings dress the example, and the CSS beside it says how", async () => {
  const {page} = await open("en");
  const theme = page.locator(".developers-theme");
  const css = theme.locator("pre");
  await page.waitForFunction(() => document.querySelector(".developers-theme limpide-score")?.matches(":state(ready)"));
  expect(await css.innerText()).toContain("Nothing is changed");
  const frame = () =>
    theme.locator("limpide-score").evaluate((score) => {
      const {backgroundColor, borderRadius} = getComputedStyle(score.shadowRoot!.querySelector(".frame")!);
      return {backgroundColor, borderRadius: parseFloat(borderRadius) / parseFloat(getComputedStyle(score).fontSize)};
    });
  expect(await frame()).toEqual({backgroundColor: "rgb(255, 255, 255)", borderRadius: 0.375});
  await theme.getByLabel("The widget’s background").fill("#202830");
  await theme.getByLabel("Corners").fill("1.5");
  expect(await frame()).toEqual({backgroundColor: "rgb(32, 40, 48)", borderRadius: 1.5});
  expect(await css.innerText()).toBe(":root {\n  --limpide-surface: #202830;\n  --limpide-radius: 1.5em;\n}");
  expect(await theme.locator(".developers-contrast").innerText()).toMatch(/1\.\d\. That is too little/);
  await theme.getByRole("button", {name: "Back"}).click();
  expect(await frame()).toEqual({backgroundColor: "rgb(255, 255, 255)", borderRadius: 0.375});
  expect(await css.innerText()).toContain("Nothing is changed");
  await page.close();
});

test("the log tells each event of the example with its detail", async () => {
  const {page} = await open("en", "simulated");
  const example = page.locator(".developers-events");
  const lines = example.locator(".developers-log li");
  const detailOf = async (name: string) => {
    const line = lines.filter({hasText: name}).last();
    await line.waitFor();
    return JSON.parse(await line.locator(".developers-log-detail").innerText()) as Record<string, unknown>;
  };
  expect(Object.keys(await detailOf("limpide-load"))).toEqual(eventDetails["limpide-load"]);
  await example.locator("limpide-reasons button.select").first().click();
  expect(Object.keys(await detailOf("limpide-select"))).toContain("feature");
  await example.getByRole("tab").last().click();
  const simulator = example.locator("limpide-simulator");
  await simulator.getByRole("button").first().click();
  const slider = simulator.locator("input[type=range]").first();
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  expect(Object.keys(await detailOf("limpide-simulate"))).toEqual(eventDetails["limpide-simulate"]);
  await page.evaluate(() => document.querySelector(".developers-events limpide-client")!.setAttribute("ref", "nobody"));
  const {help, ...error} = await detailOf("limpide-error");
  expect(Object.keys({...error, help})).toEqual(eventDetails["limpide-error"]);
  // What the event calls help is an address here too.
  expect(await page.locator(`.developers-errors [id="${String(help).split("#")[1]}"]`).count()).toBe(1);
  await example.getByRole("button", {name: "Clear"}).click();
  expect(await lines.count()).toBe(0);
  await page.close();
});

test("every code has its row, its address and the widget's own words, and an address leads there", async () => {
  const {page} = await open("fr", "open", "#e_client_unknown");
  const codes = await page.locator(".developers-errors tbody tr").evaluateAll((rows) => rows.map(({id}) => id));
  expect(codes.sort()).toEqual(
    Object.keys(bookErrorCodes)
      .map((code) => code.toLowerCase())
      .sort()
  );
  expect(await page.locator("#e_client_unknown").innerText()).toContain("Client introuvable");
  await page.locator("#e_client_unknown:target").waitFor();
  await expect
    .poll(() => page.locator("#e_client_unknown").evaluate((row) => row.getBoundingClientRect().top < innerHeight))
    .toBe(true);
  await page.close();
});

test("a sealed book and one that isn't there leave the code, and say why nothing is live", async () => {
  for (const [book, words] of [
    ["sealed", "est scellé"],
    ["none", "ne répond pas"]
  ] as const) {
    const {page, problems} = await open("fr", book);
    expect(await page.locator(".developers-playground .notice").innerText()).toContain(words);
    expect(await page.locator(".developers-playground pre").innerText()).toContain("<limpide-score");
    expect(await page.locator("main limpide-score, main limpide-client").count()).toBe(0);
    expect(await page.locator(".developers-theme pre").innerText()).toContain("--limpide-surface");
    expect(problems).toEqual([]);
    await page.close();
  }
});

test("tabs are gone through with arrows, and a button copies", async () => {
  const {page} = await open("en");
  const tablist = page.getByRole("tablist", {name: "The page’s framework"});
  await tablist.getByRole("tab", {name: "HTML"}).focus();
  await page.keyboard.press("ArrowRight");
  expect(await tablist.locator("[aria-selected=true]").innerText()).toBe("React 19");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const panel = page.getByRole("tabpanel", {name: "React 19"});
  expect(await panel.innerText()).toContain("examples/react-19/crm.jsx");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await panel.getByRole("button", {name: "Copy"}).first().click();
  await panel.getByText("Copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('import "@limpide/widgets/define";');
  await page.close();
});

test("every element and every name of custom-elements.json is on the page", async () => {
  const {page} = await open("en");
  for (const {attributes, cssParts, events, tagName} of elementsOf(widgets.documentation)) {
    const text = await page.locator(`#${tagName}, #limpide-all`).allInnerTexts();
    const names = [...attributes, ...cssParts, ...events].map(({name}) => name);
    for (const name of names) expect(text.join(), `${tagName} ${name}`).toContain(name);
  }
  await page.close();
});
