import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../tests/browser.ts";
import {axeViolations} from "../src/testing/stage.ts";
import {markup, setWholeStage, shown, simulate, six, unfold, type WholeStage} from "./testing/six-widgets.ts";

let stage: WholeStage;
beforeAll(async () => {
  stage = await setWholeStage(openBrowser(), {whole: {}, locked: {sealed: true}});
});
afterEach(() => stage.answers.clear());
afterAll(() => stage.close());

const schemes = {
  light: {colorScheme: "light"},
  dark: {colorScheme: "dark"},
  "forced colours": {colorScheme: "dark", forcedColors: "active"}
} as const;
const matrix = (["fr", "en"] as const).flatMap((lang) =>
  (Object.keys(schemes) as (keyof typeof schemes)[]).map((scheme) => [lang, scheme] as const)
);

test.each(matrix)("axe finds nothing where clients are shown with everything opened: %s, %s", async (lang, scheme) => {
  const attributes = {src: "/whole/", ref: stage.books.whole!.notable.refused.ref, selectable: ""};
  const {page, problems} = await stage.open(markup(attributes), {lang, ...schemes[scheme], bypassCSP: true});
  await shown(page);
  await simulate(page);
  await unfold(page);
  await page.locator("main > limpide-profile .more p").first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

/** Markup of every state that markup alone can bring about, six widgets of each. */
function withoutClient(): string {
  const {whole, locked} = stage.books;
  const ref = whole!.notable.refused.ref;
  for (const path of whole!.files.keys()) {
    if (path.includes("/records/")) stage.answers.set(`/hanging/${path}`, "hang");
  }
  stage.answers.set("/hanging/manifest.json", {body: whole!.files.get("manifest.json")!});
  stage.answers.set("/broken/manifest.json", {body: "{}"});
  stage.answers.set("/unreachable/manifest.json", {status: 503, body: ""});
  const fallback = six
    .map((tag) => `<${tag} src="/none/" ref="a"><p slot="fallback">Score : 612</p></${tag}>`)
    .join("");
  return [
    markup({src: "/whole/"}),
    markup({src: "/hanging/", ref}),
    markup({src: "/locked/", ref: locked!.notable.refused.ref}),
    markup({src: "/whole/", ref: "nobody"}),
    markup({src: "/broken/", ref}),
    markup({src: "/unreachable/", ref}),
    fallback
  ].join("");
}

test.each(matrix)("axe finds nothing in the states without a client: %s, %s", async (lang, scheme) => {
  const {page} = await stage.open(withoutClient(), {lang, ...schemes[scheme], bypassCSP: true});
  const expired = stage.books
    .locked!.credentials.get(stage.books.locked!.notable.accepted.ref)!
    .replace(/^e[0-9a-f]+/, "e000000000000");
  await page.evaluate(
    ([tags, ref, credential]) => {
      for (const tag of tags) {
        const widget = document.createElement(tag);
        Object.assign(widget, {src: "/locked/", clientRef: ref, credential});
        document.querySelector("main")!.append(widget);
      }
    },
    [six, stage.books.locked!.notable.accepted.ref, expired] as const
  );
  const states = async () =>
    page.evaluate((tags) => {
      const names = ["loading", "empty", "denied", "expired", "offline", "unknown", "broken"];
      return names.map((state) => document.querySelectorAll(tags.map((tag) => `${tag}:state(${state})`).join()).length);
    }, six);
  await expect.poll(states).toEqual([6, 6, 6, 6, 0, 6, 18]);
  await page.context().setOffline(true);
  await page.evaluate((tags) => {
    for (const tag of tags) {
      const widget = document.createElement(tag);
      Object.assign(widget, {src: "/elsewhere/", clientRef: "a"});
      document.querySelector("main")!.append(widget);
    }
  }, six);
  await expect.poll(states).toEqual([6, 6, 6, 6, 6, 6, 18]);
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});
