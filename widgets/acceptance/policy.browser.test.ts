import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../tests/browser.ts";
import {markup, openTabs, setWholeStage, shown, simulate, unfold, type WholeStage} from "./testing/six-widgets.ts";

/** What the README promises, to the letter. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

let stage: WholeStage;
beforeAll(async () => {
  stage = await setWholeStage(openBrowser(), {whole: {}});
});
afterAll(() => stage.close());

test("the six widgets work under the strict policy, with everything opened, without a violation or an error", async () => {
  const attributes = {src: "/whole/", ref: stage.books.whole!.notable.refused.ref, selectable: ""};
  stage.answers.set("/exact", {
    type: "text/html; charset=utf-8",
    headers: {"Content-Security-Policy": policy},
    body: `<!doctype html><html lang="fr"><head><title>Test</title><link rel="icon" href="/icon.svg"><script type="module" src="/widgets/limpide.js"></script></head><body><main>${markup(attributes)}</main></body></html>`
  });
  stage.answers.set("/icon.svg", {type: "image/svg+xml", body: `<svg xmlns="http://www.w3.org/2000/svg"></svg>`});
  const {page, problems} = await stage.open("", {script: null});
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await page.goto(new URL("/exact", stage.server.url).href);
  await shown(page);
  await simulate(page);
  await openTabs(page);
  await unfold(page);
  await page.locator("limpide-profile .more p").first().waitFor();
  expect(problems).toEqual([]);
  expect(said).toEqual([]);
  await page.context().close();
});

test("the policy is in force: what it forbids is told", async () => {
  const {page, problems} = await stage.open("", {policy});
  await page.evaluate(() => {
    const image = document.createElement("img");
    image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
    document.body.append(image);
  });
  await expect.poll(() => problems.join()).toContain("policy: img-src");
  await page.context().close();
});
