import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {paths} from "../../../../model/contract/book/format.ts";
import type {ClientRecord} from "../../../../model/contract/record.ts";
import type {Language} from "../../../../model/contract/text.ts";
import {openBrowser} from "../../../../tests/browser.ts";
import {axeViolations, ready, setStage, type Stage, type StageOptions} from "../../testing/stage.ts";
import {factsOf, type Fact} from "./facts.ts";

let stage: Stage;
/** A client with missing values and unusual ones. */
let client: ClientRecord;
beforeAll(async () => {
  stage = await setStage(openBrowser());
  client = stage.book.records.find(
    (record) =>
      factsOf({manifest: stage.book.manifest, record}, "fr").filter(({departure}) => departure !== undefined).length >
        1 && record.values.includes(null)
  )!;
});
afterAll(() => stage.close());

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
const factsIn = (language: Language): Fact[] => factsOf({manifest: stage.book.manifest, record: client}, language);
const meaningsPath = (language: Language) => `/book/${stage.book.manifest.epoch}/${paths.meanings(language)}`;

async function show(more = "", {lang = "fr", ...options}: StageOptions = {}) {
  const {page, problems} = await stage.open(
    `<limpide-profile src="/book/" ref="${client.ref}" ${more}></limpide-profile>`,
    {lang, ...options}
  );
  await ready(page, ["limpide-profile"]);
  return {page, problems, close: () => page.context().close()};
}

const search = (page: Page) => page.getByRole("searchbox");
const labels = async (page: Page) => (await page.locator("li .label").allTextContents()).map(plain);
const count = async (page: Page) => plain((await page.locator(".told [role=status]").textContent())!);
const openAll = async (page: Page) => {
  // One that opens is no longer among the closed: the next is the first of them.
  const closed = page.locator("details.family:not([open]) > summary");
  while ((await closed.count()) > 0) await closed.first().click();
};

test.each(["fr", "en"] as const)("every value but protected ones is told as a person reads it, in %s", async (lang) => {
  const {page, close} = await show("", {lang});
  await openAll(page);
  const facts = factsIn(lang);
  const rows = await page.locator("li summary").evaluateAll((summaries) =>
    summaries.map((summary) => {
      const text = (part: string) => summary.querySelector(part)?.textContent ?? "";
      return [text(".label"), text(".value"), text(".usual > span")];
    })
  );
  const expected = facts.map(({label, value, usual}) => [label, value, usual ?? ""]);
  const byLabel = ([a]: string[], [b]: string[]) => (a! < b! ? -1 : 1);
  expect(rows.sort(byLabel)).toEqual(expected.sort(byLabel));
  expect(await count(page)).toMatch(new RegExp(`^${facts.length} `));
  const text = await page.locator("limpide-profile .frame").innerText();
  expect(text).not.toMatch(/Genre|Gender/);
  for (const {id} of stage.book.manifest.features) if (id.includes("_")) expect(text).not.toContain(id);
  await close();
});

test("it starts with the first family open; compact with none", async () => {
  const full = await show();
  expect(await full.page.locator("details.family[open] h3").allTextContents()).toEqual(["Revenus et emploi"]);
  await full.close();
  const compact = await show("compact");
  expect(await compact.page.locator("details.family").count()).toBe(8);
  expect(await compact.page.locator("details.family[open]").count()).toBe(0);
  await compact.close();
});

test("a search opens what it finds, whatever the case and the accents, and says how many", async () => {
  const {page, close} = await show();
  await search(page).fill("ECHEANCES");
  expect(await labels(page)).toEqual(["Part des échéances payées en retard"]);
  expect(await count(page)).toBe(`1 information sur ${factsIn("fr").length}`);
  await search(page).fill("retard");
  expect((await labels(page)).length).toBeGreaterThan(2);
  await search(page).fill("");
  expect(await page.locator("details.family[open]").count()).toBe(1);
  await close();
});

test("a search finds a value as it is written, and as it is typed", async () => {
  const {page, close} = await show();
  const {label, value} = factsIn("fr").find(({feature}) => feature.id === "income")!;
  for (const query of [value, value.replaceAll(/\D/g, "")]) {
    await search(page).fill(query);
    expect(await labels(page)).toContain(label);
  }
  await close();
});

test("the unusual alone are those of the rule, each marked in words", async () => {
  const {page, close} = await show("unusual");
  const unusual = factsIn("fr").filter(({departure}) => departure !== undefined);
  expect((await labels(page)).sort()).toEqual(unusual.map(({label}) => label).sort());
  expect(await page.locator("li .departure").count()).toBe(unusual.length);
  const box = page.getByRole("checkbox");
  expect(await box.isChecked()).toBe(true);
  await box.uncheck();
  expect(await page.locator("limpide-profile[unusual]").count()).toBe(0);
  expect(await count(page)).toBe(`${factsIn("fr").length} informations`);
  await box.check();
  expect(await page.locator("limpide-profile[unusual]").count()).toBe(1);
  await close();
});

test("one family is shown where the page or the person asks for one; a name that means none is no filter", async () => {
  const {page, close} = await show(`family="debts"`);
  const ofFamily = (family: string) => factsIn("fr").filter(({feature}) => feature.family === family);
  expect(await labels(page)).toEqual(ofFamily("debts").map(({label}) => label));
  await page.getByLabel("Thème").selectOption("external");
  expect(await labels(page)).toEqual(ofFamily("external").map(({label}) => label));
  await page.getByLabel("Thème").selectOption("");
  expect(await page.locator("details.family").count()).toBe(8);
  await page.locator("limpide-profile").evaluate((widget) => widget.setAttribute("family", "gender"));
  await expect.poll(() => page.locator("details.family").count()).toBe(8);
  await close();
});

test("where nothing is found, one button shows all again and the search is at hand", async () => {
  const {page, close} = await show("unusual");
  await search(page).fill("nothing is called so");
  expect(await page.locator("details.family").count()).toBe(0);
  await page.getByRole("button", {name: "Tout afficher"}).click();
  expect(await count(page)).toBe(`${factsIn("fr").length} informations`);
  expect(await search(page).inputValue()).toBe("");
  expect(await search(page).evaluate((input) => input.matches(":focus"))).toBe(true);
  await close();
});

test("what features mean is read when the first of them is opened, once, and again in another language", async () => {
  const {page, close} = await show();
  const asked = (language: Language) => stage.server.requests.filter((path) => path === meaningsPath(language)).length;
  const before = {fr: asked("fr"), en: asked("en")};
  const rows = page.locator("li summary");
  const [first, second] = factsIn("fr").filter(({feature}) => feature.family === "income");
  expect(asked("fr")).toBe(before.fr);
  await rows.nth(0).click();
  await page.getByText(stage.book.meanings.fr[first!.feature.id]!).waitFor();
  await rows.nth(1).click();
  await page.getByText(stage.book.meanings.fr[second!.feature.id]!).waitFor();
  expect(asked("fr")).toBe(before.fr + 1);
  const more = plain((await page.locator(".more").first().textContent())!);
  expect(more).toContain("Origine : demande de crédit");
  expect(more).toContain("Compte dans le score.");
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await page.getByText(stage.book.meanings.en[first!.feature.id]!).waitFor();
  expect(asked("en")).toBe(before.en + 1);
  await close();
});

test("meanings that cannot be read fail alone, and can be asked for again", async () => {
  stage.answers.set(meaningsPath("fr"), {status: 503, body: ""});
  const {page, close} = await show();
  await page.evaluate(() => {
    document.addEventListener("limpide-error", ({detail}) => Object.assign(window, {failure: detail.code}));
  });
  await page.locator("li summary").first().click();
  await page.getByText("E_BOOK_UNREACHABLE").waitFor();
  expect(await page.evaluate(() => (window as unknown as {failure: string}).failure)).toBe("E_BOOK_UNREACHABLE");
  expect(await page.locator("li .value").count()).toBeGreaterThan(1);
  stage.answers.delete(meaningsPath("fr"));
  await page.getByRole("button", {name: "Réessayer"}).click();
  await page.getByText(Object.values(stage.book.meanings.fr)[0]!).waitFor();
  await close();
});

test("what a person opened stays open, and with its own, while a search comes and goes", async () => {
  const {page, close} = await show();
  await openAll(page);
  const label = "Dette restant due ailleurs";
  const row = page.locator("li", {hasText: label});
  await row.locator("summary").click();
  await page.getByText(stage.book.meanings.fr.debt!).waitFor();
  await search(page).fill("retard");
  expect(await page.locator("li details[open]").count()).toBe(0);
  await search(page).fill("dette");
  expect(await page.locator("li details[open] .label").allTextContents()).toEqual([label]);
  await search(page).fill("");
  expect(await page.locator("li details[open] .label").allTextContents()).toEqual([label]);
  await close();
});

test("by keyboard alone a family opens, a value opens, and a family closes while searching", async () => {
  const {page, close} = await show("compact", {lang: "en"});
  await search(page).focus();
  for (const key of ["Tab", "Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  expect(await page.locator("details.family[open] h3").allTextContents()).toEqual(["Income and employment"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.locator(".more").waitFor();
  await search(page).pressSequentially("share");
  expect(await page.locator("details.family[open]").count()).toBeGreaterThan(1);
  const open = await page.locator("details.family[open]").count();
  for (const key of ["Tab", "Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  expect(await page.locator("details.family[open]").count()).toBe(open - 1);
  await close();
});

test("choosing a value tells which feature it is, and without selectable there is nothing to choose", async () => {
  const {page, close} = await show("selectable");
  await page.evaluate(() => {
    document.addEventListener("limpide-select", ({detail}) => Object.assign(window, {chosen: detail}));
  });
  const {label, feature} = factsIn("fr")[1]!;
  await page.getByRole("button", {name: `Comparer ${label}`}).press("Enter");
  expect(await page.evaluate(() => (window as unknown as {chosen: unknown}).chosen)).toEqual({feature: feature.id});
  await close();
  const without = await show();
  expect(await without.page.getByRole("button", {name: /Comparer/}).count()).toBe(0);
  await without.close();
});

test.each([320, 360, 700, 1280])("at %i pixels nothing leaves its frame, under the strict policy", async (width) => {
  const {page, problems, close} = await show("selectable", {viewport: {width, height: 800}});
  await openAll(page);
  await page.locator("li summary").first().click();
  await page.locator(".more").waitFor();
  const outside = await page.locator("limpide-profile").evaluate((widget) => {
    const {left, right} = widget.getBoundingClientRect();
    return [...widget.shadowRoot!.querySelectorAll("*:not(.hidden):not(option)")]
      .filter((part) => {
        const box = part.getBoundingClientRect();
        return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5);
      })
      .map(({className}) => String(className));
  });
  expect(outside).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(problems).toEqual([]);
  await close();
});

test.each([
  {lang: "fr", colorScheme: "light"},
  {lang: "fr", colorScheme: "dark"},
  {lang: "en", colorScheme: "light", forcedColors: "active"},
  {lang: "en", colorScheme: "dark", viewport: {width: 320, height: 800}}
] satisfies StageOptions[])("axe finds nothing: %j", async (options) => {
  const {page, problems, close} = await show("selectable", {...options, bypassCSP: true});
  await openAll(page);
  await page.locator("li summary").first().click();
  await page.locator(".more p").nth(1).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("checkbox").check();
  expect(await axeViolations(page)).toEqual([]);
  await search(page).fill("nothing is called so");
  expect(await axeViolations(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
