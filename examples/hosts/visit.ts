import type {Browser, BrowserContext, Locator, Page} from "playwright-core";
import {expect} from "vitest";
import {watch} from "../../widgets/src/testing/stage.ts";

/** A host's page, and all that goes wrong on it: console errors and warnings, uncaught errors, policy violations. */
export interface Visit {
  page: Page;
  problems: string[];
}

/** Opens a page in a context of its own, or in one that is given. */
export async function visit(browser: Browser | BrowserContext, url: string): Promise<Visit> {
  const context = "newContext" in browser ? await browser.newContext() : browser;
  const page = await context.newPage();
  const problems = watch(page);
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      reportError(new Error(`policy: ${event.violatedDirective} ${event.sample}`));
    });
  });
  await page.goto(url);
  return {page, problems};
}

/** What an advisor does on the page of any host, and what is to be seen then. */
export async function walkThrough(page: Page, points: readonly number[]): Promise<void> {
  expect(points[1]).not.toBe(points[0]);
  const [score, reasons, comparison] = ["score", "reasons", "comparison"].map((name) =>
    page.locator(`limpide-${name}`)
  ) as [Locator, Locator, Locator];
  const shows = async (points: number) => {
    await expect.poll(() => score.locator(".points strong").textContent()).toBe(String(points));
    await expect.poll(() => reasons.locator(".total .number").first().textContent()).toBe(String(points));
    await expect.poll(() => page.locator("main > div > p[role=status]").textContent()).toBe("Score affiché");
  };
  const compared = comparison.locator("figcaption strong");

  await shows(points[0]!);
  const first = await compared.textContent();
  const reason = reasons.locator(".side li", {hasNotText: first!}).first();
  const label = await reason.locator(".label").textContent();
  await reason.getByRole("button").click();
  await expect.poll(() => compared.textContent()).toBe(label);
  expect(await page.locator(".looked").textContent()).toBe("1 motif examiné");

  await page.locator("nav").getByText("Youssef Benali").click();
  await shows(points[1]!);
  expect(await page.locator(".looked").textContent()).toBe("Aucun motif examiné");

  await page.getByText("English", {exact: true}).click();
  await expect.poll(() => score.locator("h2").textContent()).toBe("Credit score");
  await expect.poll(() => page.locator("main > div > p[role=status]").textContent()).toBe("Score shown");
  expect(await reasons.locator("h2").textContent()).toBe("Why this score");
}
