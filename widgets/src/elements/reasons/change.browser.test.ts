import {afterAll, beforeAll, expect, test} from "vitest";
import type {ClientRecord} from "../../../../model/contract/record.ts";
import type {Margins, Recourse} from "../../../../model/contract/recourse.ts";
import {describeDecisionChange} from "../../../../model/explainer/recourse/words.ts";
import {openBrowser} from "../../../../tests/browser.ts";
import {axeViolations, ready, setStage, type Stage, type StageOptions} from "../../testing/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(openBrowser());
});
afterAll(() => stage.close());

async function show({ref}: ClientRecord, more = "", options: StageOptions = {}) {
  const {page, problems} = await stage.open(
    `<limpide-reasons src="/book/" ref="${ref}" ${more}></limpide-reasons>`,
    options
  );
  await ready(page, ["limpide-reasons"]);
  return {page, problems, change: page.locator("limpide-reasons .change")};
}

/** Spaces as one reads them. */
const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();

test("three ways are told in order: what each asks for, its points, and whether a review would follow", async () => {
  const {page, change} = await show(stage.book.notable.threeWays);
  const {solutions, points, needed} = stage.book.notable.threeWays.change as Recourse;
  expect(await change.locator("h3").textContent()).toBe("Ce qui changerait la décision");
  expect(await change.locator(".lead").textContent()).toBe(
    "Trois autres formules atteindraient le seuil d’acceptation."
  );
  expect(await change.locator("h4").allTextContents()).toEqual([
    "Rembourser plus longtemps",
    "Emprunter moins et rembourser plus longtemps",
    "Apporter davantage"
  ]);
  const told = (await change.locator(".points dd").allTextContents()).map(plain);
  expect(told).toEqual(solutions.map((solution) => `de ${points} à ${solution.points} points`));
  const outcomes = (await change.locator(".outcome").allTextContents()).map(plain);
  expect(outcomes).toEqual(
    solutions.map((solution) => {
      const above = solution.points - needed;
      const distance = above === 0 ? "exactement au seuil" : `${above} points au-dessus du seuil`;
      return `${solution.review ? "À examiner" : "Avis favorable"} ${distance}`;
    })
  );
  expect(outcomes.filter((outcome) => outcome.startsWith("À examiner"))).toHaveLength(2);
  await page.context().close();
});

test("each value of a way is told before and after, in its unit, what is asked for first", async () => {
  const {threeWays} = stage.book.notable;
  const {page, change} = await show(threeWays, "", {lang: "en"});
  const money = (value: number) =>
    value.toLocaleString("en-GB", {style: "currency", currency: "EUR", maximumFractionDigits: 0});
  const {changes} = (threeWays.change as Recourse).solutions[1]!;
  const [credit, months, price, instalment] = changes;
  const way = change.locator(".ways > li").nth(1);
  const read = (await way.locator("dl > div:not(.points)").allTextContents()).map(plain);
  expect(read).toEqual([
    `Credit from ${money(credit!.before)} to ${money(credit!.after)}`,
    `Duration from ${months!.before} to about ${months!.after} months`,
    `Price of the project from ${money(price!.before)} to ${money(price!.after)}`,
    `Instalment from ${money(instalment!.before)} to ${money(instalment!.after)}`
  ]);
  expect(await way.locator("dl > .asked").count()).toBe(2);
  await page.context().close();
});

test("a single way is one card", async () => {
  const {oneWay} = stage.book.notable;
  const {page, change} = await show(oneWay);
  expect(await change.locator(".ways > li").count()).toBe(1);
  expect(plain((await change.locator(".lead").textContent())!)).toBe(
    "Une autre formule atteindrait le seuil d’acceptation."
  );
  await page.context().close();
});

test("where no other loan would do, it is said plainly, with what the client can do", async () => {
  for (const [lang, said, todo] of [
    ["fr", "Aucune des 161 autres formules simulées", "demander qu’une personne examine son dossier"],
    ["en", "None of the 161 other sets of terms simulated", "ask for a person to review the case"]
  ] as const) {
    const {page, change} = await show(stage.book.notable.noWay, "", {lang});
    const text = plain(await change.innerText());
    expect(text).toContain(said);
    expect(text).toContain(todo);
    expect(await change.locator(".ways, table, details").count()).toBe(0);
    await page.context().close();
  }
});

test("an accepted client sees how far the loan may move, a row for each margin that is told", async () => {
  const {records} = stage.book;
  const close = records.find(({change}) => change?.kind === "margins" && change.points - change.threshold < 10)!;
  const far = records.find(({change}) => change?.kind === "margins" && change.points - change.threshold > 60)!;
  for (const record of [close, far]) {
    const {page, change} = await show(record, "", {lang: "en"});
    const {margins} = record.change as Margins;
    const rows = (await change.locator("tbody tr").allTextContents()).map(plain);
    const {sentences} = describeDecisionChange(record.change!, {language: "en", currency: "EUR", audience: "advisor"});
    expect(rows).toHaveLength(sentences.length);
    expect(rows.some((row) => row.includes("smaller credit"))).toBe(false);
    const shorter = rows.find((row) => row.startsWith("a shorter duration"))!;
    const {before, firstRefused} = margins.find(({lever}) => lever === "months")!;
    expect(shorter).toBe(
      record === close
        ? `a shorter duration instead of about ${before} months no margin about 6 months (${firstRefused!.points} points)`
        : `a shorter duration instead of about ${before} months about 6 months not simulated beyond`
    );
    await page.context().close();
  }
});

test("the sentences to read aloud and the notes are the explainer's", async () => {
  const {threeWays} = stage.book.notable;
  const {page, change} = await show(threeWays);
  const words = (audience: "advisor" | "applicant") =>
    describeDecisionChange(threeWays.change!, {language: "fr", currency: "EUR", audience});
  expect(await change.locator(".note").allTextContents()).toEqual(words("advisor").notes);
  const aloud = change.locator(".aloud");
  await aloud.locator("summary").focus();
  await page.keyboard.press("Enter");
  await aloud.locator("ul").waitFor({state: "visible"});
  expect(await aloud.locator("li p").allTextContents()).toEqual(words("applicant").sentences);
  await page.context().close();
});

test("nothing is shown where it wasn't looked for", async () => {
  const {page, change} = await show(stage.book.notable.unsought);
  expect(await page.locator(".account").count()).toBe(1);
  expect(await change.count()).toBe(0);
  await page.context().close();
});

test("compact folds it behind its title, which the keyboard opens", async () => {
  const {page, change} = await show(stage.book.notable.threeWays, "compact");
  const way = change.locator("h4").first();
  expect(await way.isVisible()).toBe(false);
  await change.locator("> summary").focus();
  await page.keyboard.press("Enter");
  await way.waitFor({state: "visible"});
  expect(await change.locator("details").count()).toBe(0);
  await page.context().close();
});

test("French typography holds, and no raw name is shown", async () => {
  const {threeWays, noWay, accept} = stage.book.notable;
  for (const record of [threeWays, noWay, accept]) {
    const {page, change} = await show(record);
    for (const summary of await change.locator("summary").all()) await summary.click();
    const text = (await change.textContent())!;
    expect(text).not.toMatch(/[^\u00a0\u202f][:;!?»]|«[^\u00a0\u202f]|'|undefined|NaN|null/);
    expect(text).not.toMatch(/downPayment|months|credit\b|instalment|_/);
    await page.context().close();
  }
});

test.each(["light", "dark"] as const)(
  "axe finds nothing in %s, full or compact, whatever was found",
  async (scheme) => {
    const {threeWays, oneWay, noWay, accept} = stage.book.notable;
    for (const more of ["", "compact"]) {
      for (const record of [threeWays, oneWay, noWay, accept]) {
        const {page, problems, change} = await show(record, more, {colorScheme: scheme, bypassCSP: true});
        for (const summary of await change.locator("summary").all()) await summary.click();
        expect(await axeViolations(page)).toEqual([]);
        expect(problems).toEqual([]);
        await page.context().close();
      }
    }
  }
);

test("headings step down one level at a time", async () => {
  const {page} = await show(stage.book.notable.threeWays);
  const levels = await page
    .locator("limpide-reasons")
    .evaluate((widget) => [...widget.shadowRoot!.querySelectorAll("h2, h3, h4")].map(({localName}) => localName));
  expect(levels).toEqual(["h2", "h3", "h3", "h3", "h3", "h4", "h4", "h4"]);
  await page.context().close();
});

test.each([320, 700])("at %i pixels nothing leaves its frame", async (width) => {
  const {records, notable} = stage.book;
  const close = records.find(({change}) => change?.kind === "margins" && change.points - change.threshold < 10)!;
  for (const record of [notable.threeWays, notable.noWay, close]) {
    const {page, change} = await show(record, "", {viewport: {width, height: 800}});
    for (const summary of await change.locator("summary").all()) await summary.click();
    const outside = await change.evaluate((section) => {
      const frame = section.getBoundingClientRect();
      return [...section.querySelectorAll("*:not(.hidden)")].flatMap((element) => {
        const {left, right} = element.getBoundingClientRect();
        return left < frame.left - 0.5 || right > frame.right + 0.5 ? [element.outerHTML] : [];
      });
    });
    expect(outside).toEqual([]);
    await page.context().close();
  }
});
