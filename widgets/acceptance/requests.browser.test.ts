import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../tests/browser.ts";
import {
  bytesOf,
  markup,
  openTabs,
  setWholeStage,
  shown,
  simulate,
  six,
  type WholeStage
} from "./testing/six-widgets.ts";

let stage: WholeStage;
beforeAll(async () => {
  stage = await setWholeStage(openBrowser(), {whole: {}});
});
afterAll(() => stage.close());

/** What was asked of the book, by kind. */
function asked(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const path of stage.server.requests) {
    const kind = /^\/whole\/(?:e[0-9a-f]+\/)?(manifest|records|cohorts|meanings|model)/.exec(path)?.[1];
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const refs = () => {
  const {refused, accepted} = stage.books.whole!.notable;
  return {first: refused.ref, next: accepted.ref};
};

test("six widgets of one client cost one manifest, one record and one cohort; the next client one record", async () => {
  const {first, next} = refs();
  stage.server.requests.length = 0;
  const {page} = await stage.open(markup({src: "/whole/", ref: first}));
  await shown(page);
  expect(asked()).toEqual({manifest: 1, records: 1, cohorts: 1});
  // Of the same folder, written otherwise.
  await page.evaluate(
    ([ref, tags]) => {
      const main = document.querySelector("main")!;
      for (const tag of tags) {
        const widget = document.createElement(tag);
        Object.assign(widget, {src: new URL("whole", document.baseURI).href, clientRef: ref});
        main.append(widget);
      }
    },
    [first, six] as const
  );
  await shown(page);
  expect(asked()).toEqual({manifest: 1, records: 1, cohorts: 1});

  stage.server.requests.length = 0;
  await page.evaluate((ref) => {
    for (const widget of document.querySelectorAll("main > :not(h1)")) widget.setAttribute("ref", ref);
  }, next);
  await page.waitForFunction(
    ([tags, points]) =>
      tags
        .filter((tag) => tag === "limpide-score")
        .every((tag) => document.querySelector(tag)!.shadowRoot!.textContent.includes(points)),
    [six, String(stage.books.whole!.notable.accepted.points)] as const
  );
  await shown(page);
  // A comparison starts with the client's strongest reason, which may stand in another file of the group's.
  const {cohorts = 0, ...others} = asked();
  expect(others).toEqual({records: 1});
  expect(cohorts).toBeLessThanOrEqual(1);
  await page.context().close();
});

test("the model and the meanings are read once somebody wants them, once for all", async () => {
  stage.server.requests.length = 0;
  const {page} = await stage.open(markup({src: "/whole/", ref: refs().first}));
  await shown(page);
  await simulate(page);
  await openTabs(page);
  const summaries = page.locator("limpide-profile details.family[open] li:first-child summary");
  expect(await summaries.count()).toBe(2);
  for (const summary of await summaries.all()) await summary.evaluate((element: HTMLElement) => element.click());
  await expect.poll(() => page.locator("limpide-profile .more p:not([aria-busy])").count()).toBe(4);
  expect(asked()).toEqual({manifest: 1, records: 1, cohorts: 1, model: 1, meanings: 1});
  await page.context().close();
});

test("bytes are counted as they come: those of six widgets are those of the three files", async () => {
  const {page} = await stage.open(markup({src: "/whole/", ref: refs().first}));
  await shown(page);
  const counted = (await bytesOf(page)).filter(({path}) => path.startsWith("/whole/"));
  const {files} = stage.books.whole!;
  expect(counted).toHaveLength(3);
  for (const {path, transferred} of counted) expect(transferred).toBe(files.get(path.slice("/whole/".length))!.length);
  await page.context().close();
});
