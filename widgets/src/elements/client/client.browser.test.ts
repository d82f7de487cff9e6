import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../../../tests/browser.ts";
import {axeViolations, ready, setStage, type Stage} from "../../testing/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(openBrowser());
});
afterAll(() => stage.close());

async function open(options: {width?: number; lang?: "fr" | "en"; more?: string; bypassCSP?: boolean} = {}) {
  const {width = 1280, lang = "fr", more = "", bypassCSP = false} = options;
  const {ref} = stage.book.notable.refuse;
  const {page, problems} = await stage.open(`<limpide-client src="/book/" ref="${ref}" ${more}></limpide-client>`, {
    lang,
    bypassCSP,
    viewport: {width, height: 900}
  });
  await ready(page, ["limpide-client"]);
  await page.locator("limpide-reasons .sides").waitFor();
  return {page, problems, close: () => page.context().close()};
}

test("arrows, Home and End go through the tabs, and what has the focus is shown", async () => {
  const {page, problems, close} = await open();
  await page.getByRole("tab", {name: "Pourquoi"}).focus();
  for (const [key, name, tag] of [
    ["ArrowRight", "Ses données", "limpide-profile"],
    ["ArrowRight", "Comparer", "limpide-comparison"],
    ["End", "Simuler", "limpide-simulator"],
    ["ArrowRight", "Pourquoi", "limpide-reasons"],
    ["ArrowLeft", "Simuler", "limpide-simulator"],
    ["Home", "Pourquoi", "limpide-reasons"]
  ] as const) {
    await page.keyboard.press(key);
    const tab = page.getByRole("tab", {name});
    await expect.poll(() => tab.getAttribute("aria-selected")).toBe("true");
    expect(await tab.evaluate((tab) => tab === (tab.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    expect(await page.locator(".panel:not([hidden])").count()).toBe(1);
    await page.locator(`.panel:not([hidden]) ${tag}`).waitFor();
  }
  expect(problems).toEqual([]);
  await close();
});

test("a reason that is picked is compared, and the page hears of it", async () => {
  const {page, close} = await open();
  const heard = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener("limpide-select", ({detail}) => resolve(detail.feature), {once: true});
      })
  );
  await page.locator("limpide-reasons button.select").first().click();
  const feature = await heard;
  await page.locator("limpide-comparison select").first().waitFor();
  expect(await page.locator("limpide-comparison select").first().inputValue()).toBe(feature);
  expect(await page.locator("limpide-client").getAttribute("tab")).toBe("comparison");
  await close();
});

test("the whole file costs one manifest, one record and, once something is compared, one cohort request", async () => {
  const {page, close} = await open();
  const asked = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({name}) => new URL(name).pathname)
        .filter((path) => path.startsWith("/book/"))
    );
  expect((await asked()).map((path) => path.replace(/e[0-9a-f]{8,}|[0-9a-f]{5}\.bin/g, "…")).sort()).toEqual([
    "/book/manifest.json",
    "/book/…/records/…"
  ]);
  await page.getByRole("tab", {name: "Comparer"}).click();
  await page.locator("limpide-comparison figure").waitFor();
  expect(await asked()).toHaveLength(3);
  await close();
});

for (const lang of ["fr", "en"] as const) {
  test(`no tab has an accessibility problem nor a sideways scroll at 320 px, in ${lang}`, async () => {
    const {page, close} = await open({width: 320, lang, bypassCSP: true});
    for (const tab of ["reasons", "profile", "comparison", "simulator"]) {
      await page.locator("limpide-client").evaluate((client, tab) => client.setAttribute("tab", tab), tab);
      await page.locator(`.panel:not([hidden]) limpide-${tab} .frame.ready`).waitFor();
      expect(await axeViolations(page), tab).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, tab).toBeLessThanOrEqual(0);
    }
    await close();
  });
}
