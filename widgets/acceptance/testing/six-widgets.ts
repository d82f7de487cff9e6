import type {Browser, Page} from "playwright-core";
import {setStage, type Stage} from "../../src/testing/stage.ts";
import {portfolio, wholeBook, type Portfolio, type WholeBook, type WholeBookOptions} from "./whole-book.ts";

/** Every element of the package. */
export const six = [
  "limpide-score",
  "limpide-reasons",
  "limpide-profile",
  "limpide-comparison",
  "limpide-simulator",
  "limpide-client"
] as const;

export type Attributes = Record<string, string>;

/** The six of one client, one after the other. Attributes are escaped. */
export function markup(attributes: Attributes, tags: readonly string[] = six): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`)
    .join("");
  return tags.map((tag) => `<${tag}${written}></${tag}>`).join("");
}

/** A stage that serves whole books too, each under a folder of its name. */
export interface WholeStage extends Stage {
  portfolio: Portfolio;
  books: Record<string, WholeBook>;
}

export async function setWholeStage(
  opening: Promise<Browser>,
  wanted: Readonly<Record<string, WholeBookOptions>>
): Promise<WholeStage> {
  const people = await portfolio();
  const books = Object.fromEntries(Object.entries(wanted).map(([name, options]) => [name, wholeBook(people, options)]));
  const stage = await setStage(opening, (path) => {
    const [, folder = "", ...rest] = path.split("/");
    const body = books[folder]?.files.get(rest.join("/"));
    return Promise.resolve(body && {body});
  });
  return {...stage, portfolio: people, books};
}

/** Waits until all widgets of the page show their client, with whatever else they read of the book. */
export async function shown(page: Page, tags: readonly string[] = six): Promise<void> {
  await page.waitForFunction(
    (tags) =>
      [...document.querySelectorAll(tags.join())].every(
        (widget) => widget.matches(":state(ready)") && widget.shadowRoot?.querySelector("[aria-busy=true]") === null
      ),
    tags
  );
}

/** Starts the simulation of a widget that stands alone, and moves its first slider. */
export async function simulate(page: Page): Promise<void> {
  const simulator = page.locator("main > limpide-simulator").first();
  await simulator.locator(".start button").click();
  const slider = simulator.getByRole("slider").first();
  await slider.waitFor();
  await slider.press("ArrowLeft");
  await slider.press("ArrowLeft");
  await simulator.locator(".difference details").waitFor();
}

/** Opens whatever is folded where it is shown, also what was inside something folded. */
export async function unfold(page: Page): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const opened = await page.evaluate(() => {
      const roots: ParentNode[] = [document];
      let count = 0;
      for (const root of roots) {
        for (const {shadowRoot} of root.querySelectorAll("*")) if (shadowRoot) roots.push(shadowRoot);
        for (const summary of root.querySelectorAll<HTMLElement>("details:not([open]) > summary")) {
          if (summary.checkVisibility()) count += 1;
          if (summary.checkVisibility()) summary.click();
        }
      }
      return count;
    });
    if (opened === 0) return;
    await page.waitForTimeout(50);
  }
}

/** Opens each tab of `limpide-client` in turn and waits for what it shows. */
export async function openTabs(page: Page): Promise<void> {
  for (const tab of ["profile", "comparison", "simulator", "reasons"]) {
    await page.locator(`limpide-client #tab-${tab}`).click();
    await page.locator(`limpide-client .panel:not([hidden]) limpide-${tab} .frame.ready`).waitFor();
  }
}

/**
 * Bytes that a page's answers took, headers apart, by path: as they were transferred, compressed or not, and as they
 * are.
 */
export function bytesOf(page: Page): Promise<{path: string; transferred: number; decoded: number}[]> {
  return page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).map((entry) => ({
      path: new URL(entry.name).pathname,
      transferred: entry.encodedBodySize,
      decoded: entry.decodedBodySize
    }))
  );
}
