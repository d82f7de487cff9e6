import {afterAll, beforeAll, expect, test} from "vitest";
import {advisorReasons} from "../../../../model/explainer/reasons/reason-advisor.ts";
import {openBrowser} from "../../../../tests/browser.ts";
import {ready, setStage, type Stage} from "../../testing/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(openBrowser());
});
afterAll(() => stage.close());

async function show(more = "", lang: "fr" | "en" = "fr") {
  const {ref} = stage.book.notable.accept;
  const {page} = await stage.open(`<limpide-reasons src="/book/" ref="${ref}" ${more}></limpide-reasons>`, {lang});
  await ready(page, ["limpide-reasons"]);
  return page;
}

/** "−12" and "+3" as numbers. */
const numberOf = (text: string) => Number(text.trim().replace("−", "-").replace("+", ""));

test("the sum by family, as shown and as tabled, gives the points without remainder", async () => {
  const page = await show();
  const {points} = stage.book.notable.accept;
  const shown = (await page.locator(".account > ul .row .number").allTextContents()).map(numberOf);
  expect(shown.at(-1)).toBe(points);
  expect(shown.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(points);
  await page.locator(".sum > summary").click();
  const tabled = (await page.locator(".sum td").allTextContents()).map(numberOf);
  expect(tabled).toEqual(shown);
  await page.context().close();
});

test("a family opens, by keyboard alone, into features that add up to it", async () => {
  const page = await show();
  const families = page.locator(".account details:not(.sum)");
  for (let i = 0; i < (await families.count()); i++) {
    const family = families.nth(i);
    await family.locator("summary").focus();
    await page.keyboard.press("Enter");
    const whole = numberOf((await family.locator("summary .number").textContent())!);
    const parts = (await family.locator("tbody td.number").allTextContents()).map(numberOf);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
    await family.getByRole("table").waitFor({state: "visible"});
  }
  await page.context().close();
});

test("reasons on each side have their sign, the weightiest first", async () => {
  const page = await show();
  for (const [side, sign] of [
    ["towards", 1],
    ["against", -1]
  ] as const) {
    const points = (await page.locator(`.side.${side} .head strong`).allTextContents()).map((text) =>
      numberOf(text.replace(/\s*points?/, ""))
    );
    expect(points.length).toBeGreaterThan(0);
    expect(points.every((value) => Math.sign(value) === sign)).toBe(true);
    expect(points.map(Math.abs)).toEqual(points.map(Math.abs).sort((a, b) => b - a));
  }
  await page.context().close();
});

test("each reason is told in the explainer's sentence, and carries its code", async () => {
  const {manifest, notable} = stage.book;
  for (const lang of ["fr", "en"] as const) {
    const page = await show("", lang);
    const {towards, against} = advisorReasons(notable.accept, manifest, lang);
    for (const [side, reasons] of Object.entries({towards, against})) {
      const told = page.locator(`.side.${side} li`);
      const sentences = await told.locator(".value p").allTextContents();
      const codes = await told.evaluateAll((items) => items.map((item) => item.getAttribute("data-code")));
      expect(reasons.length).toBeGreaterThan(0);
      expect(sentences).toEqual(reasons.map(({sentence}) => sentence));
      expect(codes).toEqual(reasons.map(({code}) => code));
    }
    await page.context().close();
  }
});

test("no raw name and no protected feature is shown", async () => {
  const page = await show();
  for (const summary of await page.locator("summary").all()) await summary.click();
  const text = await page.locator("limpide-reasons .frame").innerText();
  for (const {id} of stage.book.manifest.features) if (id.includes("_")) expect(text).not.toContain(id);
  expect(text).not.toContain("Genre");
  await page.context().close();
});

test("choosing a reason tells which feature it is, and without selectable there is nothing to choose", async () => {
  const page = await show("selectable", "en");
  await page.evaluate(() => {
    document.addEventListener("limpide-select", ({detail}) => Object.assign(window, {chosen: detail}));
  });
  const first = page.getByRole("button", {name: /^Compare/}).first();
  await first.focus();
  await page.keyboard.press("Space");
  const {feature} = await page.evaluate(() => (window as unknown as {chosen: {feature: string}}).chosen);
  const label = await page.locator(".side.towards .label").first().textContent();
  expect(stage.book.manifest.features.find(({id}) => id === feature)!.label.en).toBe(label);
  await page.context().close();
  const plain = await show();
  expect(await plain.getByRole("button").count()).toBe(0);
  await plain.context().close();
});

test("compact tells three reasons a side and no sum", async () => {
  const page = await show("compact");
  expect(await page.locator(".side.towards li").count()).toBe(3);
  expect(await page.locator(".account").count()).toBe(0);
  await page.context().close();
});
