import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {digestOf} from "../../model/book/keys.ts";
import {shardOf} from "../../model/contract/book/format.ts";
import {openBrowser} from "../../tests/browser.ts";
import {bookFixture, type BookFixture} from "../../widgets/src/testing/book-fixture.ts";
import {fixtureSecret} from "../../widgets/src/testing/fixture-files.ts";
import {ready} from "../../widgets/src/testing/stage.ts";
import {told} from "./accessibility.ts";
import {buildHosts, installPackage, projects} from "./build-hosts.ts";
import {serveHosts, type HostServer} from "./serve-hosts.ts";
import {hasPhp, servePhp} from "./serve-php.ts";
import {visit, walkThrough} from "./visit.ts";

const policy = (policies = "lit-html", scripts = "'self'") =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types ${policies}`;
/** What some hosts need beyond what the widgets do; their README says why. */
const policies: Record<string, string> = {
  vue: policy("lit-html vue"),
  angular: policy("lit-html angular#unsafe-jit", "'self' 'unsafe-eval'"),
  "two-versions": policy("lit-html limpide 'allow-duplicates'"),
  "own-lit": policy("lit-html limpide")
};
const policyOf = ({pathname, search}: URL) =>
  (search === "?strict" ? undefined : policies[pathname.split("/")[1]!]) ?? policy();
const secret = fixtureSecret.toString("base64url");

let folder: string;
let browser: Browser;
let books: Record<"sealed" | "open", {book: BookFixture; points: number[]; server: HostServer}>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-hosts-"));
  browser = await openBrowser();
  await installPackage(folder);
  await buildHosts(folder);
  const serve = async (sealed: boolean) => {
    const book = await bookFixture({people: 200, sealed});
    const server = await serveHosts(folder, book, policyOf, sealed ? secret : undefined);
    return {book, server, points: book.records.map(({points}) => points)};
  };
  books = {sealed: await serve(true), open: await serve(false)};
}, 180_000);
afterAll(async () => {
  await browser?.close();
  for (const {server} of Object.values(books ?? {})) await server.close();
  await rm(folder, {recursive: true});
});

const asked = ({requests}: HostServer, path: RegExp) => requests.filter((request) => path.test(request)).length;

test.each(projects)("%s shows clients of a sealed book, and asks once for each credential", async (host) => {
  const {points, server} = books.sealed;
  server.requests.length = 0;
  const {page, problems} = await visit(browser, `${server.url}${host}/`);
  await walkThrough(page, points);
  expect(problems).toEqual([]);
  expect(asked(server, /^POST \/crm\/credential$/)).toBe(2);
  expect(await page.content()).not.toContain(books.sealed.book.manifest.epoch);
  await page.context().close();
});

test("the back end gives a credential to who is signed in, of the advisor's clients alone", async () => {
  const {book, server} = books.sealed;
  const signedIn = await fetch(`${server.url}crm/clients`);
  const cookie = signedIn.headers.get("set-cookie")!.split(";")[0]!;
  const ask = (ref: string, headers: Record<string, string>) =>
    fetch(`${server.url}crm/credential`, {method: "POST", body: ref, headers});
  const [mine, another] = [book.records[0]!, book.records[60]!];
  const given = await ask(mine.ref, {cookie});
  expect([given.status, await given.text()]).toEqual([200, book.credentials.get(mine.ref)]);
  expect((await ask(mine.ref, {})).status).toBe(403);
  expect((await ask(mine.ref, {cookie: "crm=guessed"})).status).toBe(403);
  expect((await ask(another.ref, {cookie})).status).toBe(403);
});

const php = hasPhp();
// eslint-disable-next-line no-console
if (!php) console.warn("PHP 8 isn't at hand: its page is not opened");

test.skipIf(!php)("a PHP page shows clients of a sealed book, under the policy that it sends itself", async () => {
  const {book, points} = books.sealed;
  const server = await servePhp(folder, book, secret);
  try {
    const {page, problems} = await visit(browser, server.url);
    await walkThrough(page, points);
    expect(problems).toEqual([]);
    const answer = await fetch(server.url);
    expect(answer.headers.get("content-security-policy")).toContain("trusted-types lit-html");
    const refused = await fetch(`${server.url}php/credential.php`, {
      method: "POST",
      body: new URLSearchParams({ref: book.records[0]!.ref})
    });
    expect([refused.status, await refused.text()]).toEqual([403, ""]);
    await page.context().close();
  } finally {
    await server.close();
  }
});

test("inside a closed shadow root widgets work, and no script sees them", async () => {
  const {points, server} = books.open;
  const {page, problems} = await visit(browser, `${server.url}closed-shadow-root/`);
  const hears = async (name: string | RegExp) => {
    const nodes = await told(page);
    return nodes.some((node) => (typeof name === "string" ? node.name === name : name.test(node.name)));
  };
  await expect.poll(() => hears("Score affiché")).toBe(true);
  await expect.poll(() => hears(String(points[0]))).toBe(true);
  expect(await page.locator("limpide-score").count()).toBe(0);
  expect(await page.evaluate(() => document.querySelector("crm-file")!.shadowRoot)).toBe(null);

  // From outside, an event of a widget is one of the CRM's component.
  const origins = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("limpide-load", (event) =>
          resolve(event.composedPath().map((target) => (target as Element).localName ?? ""))
        );
      })
  );
  await page.getByRole("button", {name: "Youssef Benali"}).click();
  expect(((await origins) as string[])[0]).toBe("crm-file");
  await expect.poll(() => hears(String(points[1]))).toBe(true);
  await expect.poll(() => hears("Score affiché")).toBe(true);

  const buttons = (await told(page)).filter(({role, name}) => role === "button" && name.startsWith("Comparer "));
  const reason = buttons.at(-1)!;
  await reason.press();
  await expect.poll(() => hears("1 motif examiné")).toBe(true);
  await page.getByRole("button", {name: "English"}).click();
  await expect.poll(() => hears("Credit score")).toBe(true);
  await expect.poll(() => hears("1 reason looked at")).toBe(true);
  expect(problems).toEqual([]);
  await page.context().close();
});

test.each([
  ["two-versions", "beside other copies of the package"],
  ["own-lit", "beside a Lit of the page's own"]
])("%s: widgets work %s, and nothing throws", async (host) => {
  const {points, server} = books.open;
  const {page, problems} = await visit(browser, `${server.url}${host}/`);
  await walkThrough(page, points);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a second copy of the package throws nothing where Trusted Types allow the first one alone", async () => {
  const {points, server} = books.open;
  const {page, problems} = await visit(browser, `${server.url}two-versions/?strict`);
  await walkThrough(page, points);
  // Browsers report each policy that they refuse, though nobody fails for it.
  expect(problems.filter((problem) => !/policy.*trusted-types (lit-html|limpide)\b/i.test(problem))).toEqual([]);
  await page.context().close();
});

test("fifty scores read the book once, ask once for each credential, and shift nothing while they load", async () => {
  const {book, points, server} = books.sealed;
  server.requests.length = 0;
  const context = await browser.newContext({viewport: {width: 1000, height: 2600}});
  // Records come in after each other, so that each may shift what is below.
  await context.route("**/records/*", async (route) => {
    const place = parseInt(route.request().url().slice(-9, -4), 16);
    await new Promise((resolve) => setTimeout(resolve, 200 + place * 15));
    await route.continue();
  });
  await context.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, {shifts});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & {value: number}).value);
    }).observe({type: "layout-shift", buffered: true});
  });
  const {page, problems} = await visit(context, `${server.url}score-table/`);
  await page.locator("limpide-score").nth(49).waitFor();
  expect(await page.locator("limpide-score:state(loading)").count()).toBeGreaterThan(40);
  await ready(page, ["limpide-score"]);

  const shown = await page.locator("limpide-score .points strong").allTextContents();
  expect(shown.map(Number)).toEqual(points.slice(0, 50));
  const shards = new Set(book.records.slice(0, 50).map(({ref}) => shardOf(digestOf(ref), book.manifest.shards)));
  expect(shards.size).toBeLessThan(50);
  expect(asked(server, /\/manifest\.json$/)).toBe(1);
  expect(asked(server, /\/records\//)).toBe(shards.size);
  expect(asked(server, /^POST \/crm\/credential$/)).toBe(50);
  expect(asked(server, / \/book\//)).toBe(1 + shards.size);
  expect(await page.evaluate(() => (window as unknown as {shifts: number[]}).shifts)).toEqual([]);

  await page.getByRole("button", {name: "English"}).click();
  const last = page.locator("limpide-score").last();
  await expect.poll(() => last.locator(".accept, .refuse").first().textContent()).toMatch(/ecommended|reviewed/);
  expect(problems).toEqual([]);
  await context.close();
});
