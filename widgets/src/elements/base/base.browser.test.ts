import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../../../tests/browser.ts";
import {axeViolations, ready, setStage, strictPolicy, type Stage} from "../../testing/stage.ts";

const tags = ["limpide-score", "limpide-reasons", "limpide-comparison"];
const all = (ref: string | undefined, more = "") =>
  tags.map((tag) => `<${tag} src="/book/" ${ref === undefined ? "" : `ref="${ref}"`} ${more}></${tag}>`).join("");

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(openBrowser());
}, 60_000);
afterEach(() => stage.answers.clear());
afterAll(() => stage.close());

test("every widget shows its client under a strict policy, without a violation or an error", async () => {
  const {page, problems} = await stage.open(all(stage.book.notable.accept.ref));
  await ready(page);
  const text = await page.locator("limpide-score .frame").innerText();
  expect(text).toContain(String(stage.book.notable.accept.points));
  expect(text).toContain("Données de démonstration");
  expect(problems).toEqual([]);
  await page.context().close();
});

test("six widgets of one client cost one request for the manifest and one for the record", async () => {
  stage.server.requests.length = 0;
  const {page} = await stage.open(all(stage.book.notable.accept.ref) + all(stage.book.notable.accept.ref));
  await ready(page);
  expect(stage.server.requests.filter((path) => path === "/book/manifest.json")).toHaveLength(1);
  expect(stage.server.requests.filter((path) => path.includes("/records/"))).toHaveLength(1);
  await page.context().close();
});

test.each([
  ["light", "fr"],
  ["light", "en"],
  ["dark", "fr"],
  ["dark", "en"]
] as const)("axe finds nothing in %s, %s, with everything open", async (colorScheme, lang) => {
  const {page} = await stage.open(all(stage.book.notable.refuse.ref, "selectable"), {
    colorScheme,
    lang,
    bypassCSP: true
  });
  await ready(page);
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});

test("axe finds nothing in the states without a client", async () => {
  stage.answers.set("/broken/manifest.json", {body: "{}"});
  const {page} = await stage.open(
    `${all(undefined)}${all("nobody")}<limpide-score src="/broken/" ref="a"></limpide-score><limpide-score src="/none/" ref="a"></limpide-score>`,
    {bypassCSP: true, colorScheme: "dark"}
  );
  await page.locator("code").nth(4).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});

test.each([320, 360, 700, 1280])("at %i pixels nothing scrolls sideways or leaves its frame", async (width) => {
  const {page} = await stage.open(all(stage.book.notable.review.ref, "selectable"), {viewport: {width, height: 800}});
  await ready(page);
  for (const summary of await page.locator("summary").all()) await summary.click();
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll("limpide-score, limpide-reasons, limpide-comparison")].flatMap((widget) => {
      const frame = widget.shadowRoot!.querySelector(".frame")!.getBoundingClientRect();
      return [...widget.shadowRoot!.querySelectorAll(".frame *:not(.hidden, desc, title, option, optgroup)")]
        .filter((element) => {
          const {left, right, width} = element.getBoundingClientRect();
          return width > 0 && (left < frame.left - 0.5 || right > frame.right + 0.5);
        })
        .map((element) => `${widget.localName} ${element.localName}.${element.getAttribute("class") ?? ""}`);
    })
  );
  expect(outside).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await page.context().close();
});

test("the language is that of the nearest lang, across shadow roots, and follows it live", async () => {
  const {page} = await stage.open(`<div id="outer" lang="en-GB"><div id="inner"></div></div>`);
  await page.evaluate((ref) => {
    const widget = document.createElement("limpide-score");
    widget.setAttribute("src", "/book/");
    widget.setAttribute("ref", ref);
    document.getElementById("inner")!.attachShadow({mode: "open"}).append(widget);
  }, stage.book.notable.accept.ref);
  const heading = page.locator("limpide-score h2");
  await expect.poll(() => heading.textContent()).toBe("Credit score");
  await page.evaluate(() => document.getElementById("outer")!.removeAttribute("lang"));
  await expect.poll(() => heading.textContent()).toBe("Score de crédit");
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await expect.poll(() => heading.textContent()).toBe("Credit score");
  await page.evaluate(() => (document.getElementById("inner")!.lang = "fr"));
  await expect.poll(() => heading.textContent()).toBe("Score de crédit");
  await page.context().close();
});

test("a page may add a language of its own, part by part", async () => {
  const body = `import {addLocale} from "/widgets/limpide.js";
    addLocale("es", "common", {tag: "es", loading: "Cargando…", demonstration: "Datos de demostración"});`;
  stage.answers.set("/spanish.js", {body});
  const widget = `<limpide-score src="/book/" ref="${stage.book.notable.accept.ref}"></limpide-score>`;
  const {page, problems} = await stage.open(`<div lang="es-ES">${widget}</div>`, {script: "/spanish.js"});
  await ready(page, ["limpide-score"]);
  const frame = page.locator("limpide-score .frame");
  expect(await frame.getAttribute("lang")).toBe("es");
  expect(await frame.innerText()).toContain("Datos de demostración");
  expect(await page.locator("limpide-score h2").innerText()).toBe("Credit score");
  expect(problems).toEqual([]);
  await page.context().close();
});

/** Every limpide event of a page from its start, as plain data. */
const recordEvents = () => {
  const events: [string, unknown][] = [];
  Object.assign(window, {events});
  for (const type of ["limpide-load", "limpide-error", "limpide-select"]) {
    window.addEventListener(type, (event) => events.push([type, (event as Event & {detail: unknown}).detail]));
  }
};

async function openRecorded(markup: string): ReturnType<Stage["open"]> {
  const opened = await stage.open("");
  await opened.page.evaluate(recordEvents);
  await opened.page.evaluate((markup) => {
    for (const [tag, attributes] of JSON.parse(markup) as [string, Record<string, string>][]) {
      const widget = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
      document.querySelector("main")!.append(widget);
    }
  }, markup);
  return opened;
}

const eventsOf = (page: Awaited<ReturnType<Stage["open"]>>["page"]) =>
  page.evaluate(() => (window as unknown as {events: [string, unknown][]}).events);

test("loading is told by an event that crosses shadow roots", async () => {
  const {ref, model} = stage.book.notable.accept;
  const {page} = await openRecorded(JSON.stringify([["limpide-score", {src: "/book/", ref}]]));
  await expect.poll(() => eventsOf(page)).toEqual([["limpide-load", {ref, model}]]);
  await page.context().close();
});

test.each([
  ["E_CLIENT_UNKNOWN", {src: "/book/", ref: "nobody"}, "Client introuvable"],
  ["E_BOOK_UNREACHABLE", {src: "/nowhere/", ref: "a"}, "Registre injoignable"],
  ["E_BOOK_INTEGRITY", {src: "/broken/", ref: "a"}, "Données altérées"],
  ["E_NO_BOOK", {ref: "a"}, "Registre non indiqué"],
  ["E_NO_BOOK", {src: "http://[<b>", ref: "a"}, "Registre non indiqué"]
] as const)("%s is shown in words and told by an event", async (code, attributes, title) => {
  stage.answers.set("/broken/manifest.json", {body: "[]"});
  const {page} = await openRecorded(JSON.stringify([["limpide-reasons", attributes]]));
  await expect.poll(() => eventsOf(page)).toMatchObject([["limpide-error", {code}]]);
  expect(await page.locator("limpide-reasons [role=status]").innerText()).toContain(title);
  expect(await page.locator("limpide-reasons code").innerText()).toBe(code);
  expect(await page.evaluate(() => document.querySelector("limpide-reasons")!.matches(":state(failed)"))).toBe(true);
  await page.context().close();
});

test("offline says so and goes on by itself once the connection is back", async () => {
  const {page} = await stage.open("");
  await page.context().setOffline(true);
  await page.evaluate((ref) => {
    const widget = document.createElement("limpide-score");
    widget.setAttribute("src", "/book/");
    widget.setAttribute("ref", ref);
    document.querySelector("main")!.append(widget);
  }, stage.book.notable.accept.ref);
  await expect.poll(() => page.locator("limpide-score code").textContent()).toBe("E_OFFLINE");
  await page.context().setOffline(false);
  await ready(page, ["limpide-score"]);
  await page.context().close();
});

test("the button of an unreachable book tries again", async () => {
  stage.answers.set("/book/manifest.json", {status: 503, body: ""});
  const {page} = await stage.open(
    `<limpide-score src="/book/" ref="${stage.book.notable.accept.ref}"></limpide-score>`
  );
  const button = page.locator("limpide-score button");
  await button.waitFor();
  stage.answers.delete("/book/manifest.json");
  await button.focus();
  await page.keyboard.press("Enter");
  await ready(page, ["limpide-score"]);
  await page.context().close();
});

/** While records hang, whatever book they are of. */
function hangRecords(): void {
  for (const path of stage.book.files.keys()) {
    if (path.includes("/records/")) stage.answers.set(`/book/${path}`, "hang");
  }
}

test.each([360, 1100])("at %i pixels a first client appears in about the room that was kept for it", async (width) => {
  hangRecords();
  const {page} = await stage.open(all(stage.book.notable.accept.ref), {viewport: {width, height: 800}});
  const heights = () =>
    page.evaluate(() => [...document.querySelectorAll("main > :not(h1)")].map((widget) => widget.clientHeight));
  await page.waitForFunction(() => document.querySelector("limpide-comparison")?.matches(":state(loading)"));
  const kept = await heights();
  stage.answers.clear();
  await page.reload();
  await ready(page);
  (await heights()).forEach((shown, i) => expect(Math.abs(shown - kept[i]!) / shown).toBeLessThan(0.12));
  await page.context().close();
});

test("the next client takes the last one's room while it loads, and nothing of the last one stays", async () => {
  const {accept, refuse} = stage.book.notable;
  const {page} = await stage.open(all(accept.ref), {viewport: {width: 700, height: 800}});
  await ready(page);
  const heights = () =>
    page.evaluate(() => [...document.querySelectorAll("main > :not(h1)")].map((widget) => widget.clientHeight));
  const shown = await heights();
  hangRecords();
  const move = (ref: string) =>
    page.evaluate((ref) => {
      for (const widget of document.querySelectorAll("main > :not(h1)")) widget.setAttribute("ref", ref);
    }, ref);
  await move(refuse.ref);
  await page.waitForFunction(() => document.querySelector("limpide-score")!.matches(":state(loading)"));
  expect(await heights()).toEqual(shown);
  expect(await page.locator("limpide-score .frame").innerText()).not.toContain(String(accept.points));
  stage.answers.clear();
  await move(accept.ref);
  await ready(page);
  expect(await heights()).toEqual(shown);
  await page.context().close();
});

test("a widget that leaves the page stops reading, and reads when it comes back", async () => {
  stage.answers.set("/book/manifest.json", "hang");
  const {page} = await stage.open(
    `<limpide-score src="/book/" ref="${stage.book.notable.accept.ref}"></limpide-score>`
  );
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(new URL(request.url()).pathname));
  await page.waitForFunction(() => document.querySelector("limpide-score")!.matches(":state(loading)"));
  await page.evaluate(() => {
    const widget = document.querySelector("limpide-score")!;
    Object.assign(window, {widget});
    widget.remove();
  });
  await expect.poll(() => failed).toEqual(["/book/manifest.json"]);
  stage.answers.delete("/book/manifest.json");
  await page.evaluate(() => document.querySelector("main")!.append((window as unknown as {widget: Element}).widget));
  await ready(page, ["limpide-score"]);
  await page.context().close();
});

test.each([
  ["without Trusted Types", "script-src 'self'"],
  ["under Trusted Types", strictPolicy]
])("two copies of the package on one page never throw, %s", async (_, policy) => {
  const {page, problems} = await stage.open(
    `<limpide-score src="/book/" ref="${stage.book.notable.accept.ref}"></limpide-score>`,
    {policy, head: `<script src="/widgets/limpide.iife.js"></script>`}
  );
  await ready(page, ["limpide-score"]);
  // The browser itself notes that the second copy's policy was refused; nothing is thrown.
  expect(problems.filter((problem) => !/policy: trusted-types|TrustedTypePolicy/.test(problem))).toEqual([]);
  await page.context().close();
});

test("a theme overrides the page's, in both directions", async () => {
  const ref = stage.book.notable.accept.ref;
  const {page} = await stage.open(
    `<limpide-score theme="dark" src="/book/" ref="${ref}"></limpide-score><limpide-reasons src="/book/" ref="${ref}"></limpide-reasons>`
  );
  await ready(page);
  const surface = (tag: string) =>
    page.locator(`${tag} .frame`).evaluate((frame) => getComputedStyle(frame).backgroundColor);
  expect(await surface("limpide-score")).toBe("rgb(20, 22, 26)");
  expect(await surface("limpide-reasons")).toBe("rgb(255, 255, 255)");
  await page.context().close();
});

test("a page's custom property reaches inside, and the page's font is the widget's", async () => {
  const {page} = await stage.open(
    `<limpide-score src="/book/" ref="${stage.book.notable.accept.ref}"></limpide-score>`,
    {head: `<link rel="stylesheet" href="/host.css">`}
  );
  stage.answers.set("/host.css", {body: "limpide-score{--limpide-surface:rgb(1,2,3);font:20px monospace}"});
  await page.reload();
  await ready(page, ["limpide-score"]);
  const frame = page.locator("limpide-score .frame");
  const style = await frame.evaluate((element) => {
    const {backgroundColor, fontSize, fontFamily} = getComputedStyle(element);
    return {backgroundColor, fontSize, fontFamily};
  });
  expect(style).toEqual({backgroundColor: "rgb(1, 2, 3)", fontSize: "20px", fontFamily: "monospace"});
  await page.context().close();
});
