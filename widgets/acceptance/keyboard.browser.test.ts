import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../tests/browser.ts";
import {markup, setWholeStage, shown, type WholeStage} from "./testing/six-widgets.ts";

let stage: WholeStage;
beforeAll(async () => {
  stage = await setWholeStage(openBrowser(), {whole: {}});
});
afterAll(() => stage.close());

/** What has the focus, in whatever shadow root: its tag, its role, id and words, and whether its focus is seen. */
function focused(page: Page) {
  return page.evaluate(() => {
    let element = document.activeElement!;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const style = getComputedStyle(element);
    const {width, height} = element.getBoundingClientRect();
    return {
      tag: element.localName,
      id: element.id,
      type: element.getAttribute("type"),
      role: element.getAttribute("role"),
      text: (element.textContent ?? "").replaceAll(/\s+/g, " ").trim(),
      widget: (element.getRootNode() as ShadowRoot).host?.localName ?? "",
      isSeen:
        element.matches(":focus-visible") &&
        style.outlineStyle !== "none" &&
        parseFloat(style.outlineWidth) >= 1 &&
        width > 0 &&
        height > 0
    };
  });
}
type Focused = Awaited<ReturnType<typeof focused>>;

/** Presses a key, after which something has to have a focus that is seen. */
async function press(page: Page, key: string): Promise<Focused> {
  await page.keyboard.press(key);
  const now = await focused(page);
  expect(now.tag, `after ${key}`).not.toBe("body");
  expect(now, `after ${key}`).toMatchObject({isSeen: true});
  return now;
}

/** Tabs on until something is reached; fails where the page ends before. */
async function tabTo(page: Page, wanted: (now: Focused) => boolean, key = "Tab"): Promise<Focused> {
  const passed: string[] = [];
  for (let i = 0; i < 120; i++) {
    const now = await press(page, key);
    if (wanted(now)) return now;
    passed.push(`${now.widget} ${now.tag}#${now.id} ${now.text.slice(0, 30)}`);
  }
  throw new Error(`never reached; passed ${passed.join(", ")}`);
}

test("the keyboard alone goes all the way through a client's file, and the focus is always seen", async () => {
  const {refused} = stage.books.whole!.notable;
  const {page, problems} = await stage.open(
    `${markup({src: "/whole/", ref: refused.ref}, ["limpide-client"])}<a href="#after">Suite</a>`
  );
  await shown(page, ["limpide-client"]);
  const panel = page.locator("limpide-client .panel:not([hidden])");

  // Reasons: a family of the sum opens into its features.
  await tabTo(page, ({role}) => role === "tab");
  await panel.locator("limpide-reasons .sides").waitFor();
  await tabTo(page, ({tag, widget}) => tag === "summary" && widget === "limpide-reasons");
  await press(page, "Enter");
  await panel.locator("limpide-reasons .account details[open] table").first().waitFor();

  // Profile: a family, a value, a search that finds one.
  const back = () => tabTo(page, ({role}) => role === "tab", "Shift+Tab");
  await back();
  expect((await press(page, "ArrowRight")).text).toBe("Ses données");
  await panel.locator("limpide-profile .filters").waitFor();
  await tabTo(page, ({type}) => type === "search");
  await page.keyboard.type("niveau");
  const facts = panel.locator("limpide-profile li");
  await expect.poll(() => facts.count()).toBe(1);
  await press(page, "Control+A");
  await press(page, "Delete");
  await expect.poll(() => facts.count()).toBeGreaterThan(1);
  const familyNames = await panel.locator("limpide-profile h3").allTextContents();
  await tabTo(page, ({tag, text}) => tag === "summary" && text.startsWith(familyNames[1]!));
  const before = await facts.count();
  await press(page, "Enter");
  await expect.poll(() => facts.count()).toBeGreaterThan(before);
  await tabTo(page, ({tag, text}) => tag === "summary" && !familyNames.some((name) => text.startsWith(name)));
  await press(page, "Space");
  await panel.locator("limpide-profile .more p").first().waitFor();

  // Comparison: another feature, another group, the numbers.
  await back();
  expect((await press(page, "ArrowRight")).text).toBe("Comparer");
  await panel.locator("limpide-comparison figure").waitFor();
  const [feature, group] = [0, 1].map((i) => panel.locator("limpide-comparison select").nth(i));
  for (const select of [feature!, group!]) {
    await tabTo(page, ({tag}) => tag === "select");
    const was = await select.inputValue();
    await press(page, "ArrowDown");
    await expect.poll(() => select.inputValue()).not.toBe(was);
    await panel.locator("limpide-comparison figure").waitFor();
  }
  await tabTo(page, ({tag, text}) => tag === "summary" && text === "Les chiffres du graphique");
  await press(page, "Enter");
  await panel.locator("limpide-comparison details.numbers[open] table").first().waitFor();

  // Simulator: start, move, go back to the loan asked for.
  await back();
  expect((await press(page, "ArrowRight")).text).toBe("Simuler");
  await panel.locator("limpide-simulator .start button").waitFor();
  await tabTo(page, ({tag, widget}) => tag === "button" && widget === "limpide-simulator");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await focused(page)).type).toBe("range");
  expect(await focused(page)).toMatchObject({isSeen: true});
  const points = panel.locator("limpide-simulator .result .points strong");
  expect(Number(await points.innerText())).toBe(refused.points);
  await press(page, "Home");
  await panel.locator("limpide-simulator .difference details").waitFor();
  const reset = await tabTo(page, ({text}) => text === "Revenir à la demande");
  expect(reset.tag).toBe("button");
  await press(page, "Enter");
  await expect.poll(async () => Number(await points.innerText())).toBe(refused.points);

  // And out of the widget: it is no trap.
  await tabTo(page, ({tag}) => tag === "a");
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a reason that is picked with the keyboard is compared, and the focus goes along", async () => {
  const {refused} = stage.books.whole!.notable;
  const {page} = await stage.open(markup({src: "/whole/", ref: refused.ref}, ["limpide-client"]));
  await shown(page, ["limpide-client"]);
  await page.locator("limpide-reasons .sides").waitFor();
  await tabTo(page, ({tag, text}) => tag === "button" && text.startsWith("Comparer "));
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await focused(page)).id).toBe("tab-comparison");
  expect(await focused(page)).toMatchObject({isSeen: true});
  await page.context().close();
});
