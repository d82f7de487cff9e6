import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Text} from "../../model/contract/text.ts";
import {openBrowser} from "../../tests/browser.ts";
import {markup, openTabs, setWholeStage, shown, simulate, six, unfold, type WholeStage} from "./testing/six-widgets.ts";

/** What must never run, load, be computed, or break a page. */
const hostile = {
  image: `<img src=x onerror="alert(1)">`,
  script: `"><script>alert(1)</script>`,
  breakout: `'"></option></select></title></desc></svg><svg onload=alert(1)>`,
  address: `javascript:alert(1)`,
  template: "{{7*7}}#{7*7}$" + "{7*7}",
  // Of Lit's own markers, which it parses templates by.
  marker: "lit$000000000$<!--?lit$000000000$-->",
  override: "\u202Etnega\u202C \u2066bidi\u2069",
  null: "a\u0000b\uFFFF\uD800c",
  long: "M".repeat(10_000)
} as const;
type Kind = keyof typeof hostile;
const kinds = Object.keys(hostile) as Kind[];

let stage: WholeStage;
beforeAll(async () => {
  const books = kinds.map((kind) => {
    // In front of the text too, so that no two labels are one.
    const word = ({fr, en}: Text): Text => ({fr: `${hostile[kind]} ${fr}`, en: `${hostile[kind]} ${en}`});
    return [kind, {word}] as const;
  });
  stage = await setWholeStage(openBrowser(), {whole: {}, ...Object.fromEntries(books)});
});
afterAll(() => stage.close());

interface Watched {
  page: Page;
  problems: string[];
  /** Dialogs, and requests that are no file of the stage's. */
  executed: string[];
}

async function openWatched(body: string, width = 1280): Promise<Watched> {
  const {page, problems} = await stage.open("", {viewport: {width, height: 900}});
  const executed: string[] = [];
  page.on("dialog", (dialog) => {
    executed.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!/^\/(\w+\/(manifest\.json|e[0-9a-f]+\/)|widgets\/)/.test(url.pathname))
      executed.push(`request ${request.url()}`);
  });
  await page.evaluate((body) => {
    for (const [tag, attributes] of JSON.parse(body) as [string, Record<string, string>][]) {
      const widget = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
      document.querySelector("main")!.append(widget);
    }
  }, body);
  return {page, problems, executed};
}

/** Every element inside the widgets that no template of theirs has, and every handler in an attribute. */
const intruders = (page: Page) =>
  page.evaluate(() => {
    const roots: ParentNode[] = [document];
    const found: string[] = [];
    for (const root of roots) {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (root === document) continue;
        const handlers = element.getAttributeNames().filter((name) => name.startsWith("on"));
        const isForeign = /^(img|script|iframe|object|embed|link|a|style|base|form)$/.test(element.localName);
        if (isForeign || handlers.length > 0) found.push(element.outerHTML.slice(0, 200));
      }
    }
    return found;
  });

const textOf = (page: Page, tag: string) =>
  page.evaluate((tag) => {
    const roots: ParentNode[] = [document.querySelector(`main > ${tag}`)!.shadowRoot!];
    let text = "";
    for (const root of roots) {
      for (const {shadowRoot} of root.querySelectorAll("*")) if (shadowRoot) roots.push(shadowRoot);
      text += root.textContent ?? "";
      for (const group of root.querySelectorAll("optgroup")) text += group.label;
    }
    return text;
  }, tag);

const widgets = (attributes: Record<string, string>) => JSON.stringify(six.map((tag) => [tag, attributes]));

test.each(kinds)("texts of a book like “%s” are shown as text, and nothing of them runs", async (kind) => {
  const {ref} = stage.books[kind]!.notable.refused;
  const {page, problems, executed} = await openWatched(widgets({src: `/${kind}/`, ref, selectable: ""}), 320);
  await shown(page);
  await simulate(page);
  await openTabs(page);
  await unfold(page);
  await page.locator("main > limpide-profile .more p").first().waitFor();
  await page.locator("main > limpide-comparison select").nth(1).selectOption("similar");
  await shown(page);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await wide()).toBeLessThanOrEqual(320);
  await page.locator("main > limpide-comparison select").first().selectOption("education");
  await shown(page);
  await unfold(page);
  expect(await wide()).toBeLessThanOrEqual(320);
  expect(await intruders(page)).toEqual([]);
  expect(executed).toEqual([]);
  expect(problems).toEqual([]);
  // As JSON and a page keep it: a lone surrogate is nobody's character.
  const expected = hostile[kind].toWellFormed();
  for (const tag of [
    "limpide-reasons",
    "limpide-profile",
    "limpide-comparison",
    "limpide-simulator",
    "limpide-client"
  ]) {
    const text = (await textOf(page, tag)).toWellFormed();
    expect(text.includes(expected), `${tag} shows it whole`).toBe(true);
  }
  await page.context().close();
});

const names = ["src", "ref", "lang", "feature", "cohort", "family", "tab", "theme", "title", "part"] as const;

test.each(kinds)("attributes like “%s” do no more than name nothing, on every element", async (kind) => {
  const value = hostile[kind];
  const {ref} = stage.books.whole!.notable.refused;
  const good = {src: "/whole/", ref};
  const made = names.flatMap((name) => six.map((tag) => [tag, {...good, [name]: value}]));
  const {page, problems, executed} = await openWatched(JSON.stringify(made));
  await page.waitForFunction(
    (tags) =>
      [...document.querySelectorAll(tags.join())].every((widget) => widget.matches(":state(ready), :state(failed)")),
    six
  );
  await shown(
    page,
    six.map((tag) => `main > ${tag}:not([src="/whole/"]):state(ready)`)
  );
  expect(await intruders(page)).toEqual([]);
  // A file that isn't there is looked for where `src` says, on the page's own origin at most.
  expect(
    executed.filter((what) => !/^request http:\/\/127\.0\.0\.1:\d+\/.*\/manifest\.json(\?.*)?$/.test(what))
  ).toEqual([]);
  expect(problems.filter((problem) => !/status of 4\d\d/.test(problem))).toEqual([]);
  // Whatever only chooses what to show first leaves the client shown.
  const failed = await page.evaluate(
    (names) => {
      const widgets = [...document.querySelectorAll("main > *:not(h1)")];
      return names.filter((_, i) => widgets.slice(i * 6, i * 6 + 6).some((widget) => !widget.matches(":state(ready)")));
    },
    [...names]
  );
  expect(failed.filter((name) => name !== "src" && name !== "ref")).toEqual([]);
  await page.context().close();
});

test("an attribute of the page's markup can't end it early", async () => {
  for (const value of Object.values(hostile)) {
    if (value.includes("\u0000")) continue;
    const {page, problems} = await stage.open(markup({src: "/whole/", ref: value}));
    const executed: string[] = [];
    page.on("dialog", (dialog) => executed.push(dialog.message()));
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll("main > :state(failed):state(unknown)").length))
      .toBe(6);
    expect(await intruders(page)).toEqual([]);
    expect(executed).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  }
});
