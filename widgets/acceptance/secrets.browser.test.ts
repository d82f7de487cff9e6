import type {Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {openBrowser} from "../../tests/browser.ts";
import type * as Limpide from "../src/index.ts";
import {openTabs, setWholeStage, shown, simulate, six, unfold, type WholeStage} from "./testing/six-widgets.ts";

let stage: WholeStage;
beforeAll(async () => {
  stage = await setWholeStage(openBrowser(), {locked: {sealed: true}});
});
beforeEach(() => {
  stage.answers.set("/page.js", {body: 'import * as limpide from "/widgets/limpide.js";window.limpide = limpide;'});
});
afterAll(() => stage.close());

/** What the page under test holds. */
interface Held {
  limpide: typeof Limpide;
  events: string[];
  calls: number;
}

/** Everything that a page's other scripts, its extensions, its server or its logs could find. */
async function everythingOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const roots: (Document | ShadowRoot)[] = [document];
    const parts: unknown[] = [];
    for (const root of roots) {
      parts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element instanceof HTMLInputElement) parts.push(element.value);
      }
    }
    parts.push({...localStorage}, {...sessionStorage}, document.cookie, history.state, location.href, window.name);
    for (const {name = "", version = 1} of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name, version);
        opening.onsuccess = () => resolve(opening.result);
      });
      parts.push(name, [...database.objectStoreNames]);
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      parts.push(name, ...(await cache.keys()).map(({url}) => url));
    }
    parts.push(performance.getEntries().map((entry) => entry.toJSON() as unknown));
    parts.push((window as unknown as Held).events);
    return JSON.stringify(parts);
  });
}

/** A page with the six of a sealed client, to whose question for a credential it gives `answer`. */
async function openWith(answer: string, how: "provided" | "callback" | "property") {
  const {page, problems} = await stage.open("", {script: "/page.js"});
  const logged: string[] = [];
  page.on("console", (message) => {
    logged.push(message.text(), JSON.stringify(message.location()));
    for (const argument of message.args())
      void argument.jsonValue().then((value) => logged.push(JSON.stringify(value)));
  });
  page.on("pageerror", (error) => logged.push(String(error), error.stack ?? ""));
  const sent: string[] = [];
  page.on("request", (request) => {
    sent.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? "");
  });
  await page.evaluate(
    ([tags, ref, answer, how]) => {
      const state = window as unknown as Held;
      Object.assign(state, {events: [], calls: 0});
      for (const type of ["limpide-load", "limpide-error", "limpide-select", "limpide-simulate"]) {
        addEventListener(type, (event) => {
          const {detail} = event as CustomEvent<unknown>;
          const error = detail as {message?: string; stack?: string; cause?: unknown};
          state.events.push(
            type,
            JSON.stringify(detail),
            String(error.message),
            String(error.stack),
            String(error.cause)
          );
        });
      }
      const give = () => {
        state.calls += 1;
        return Promise.resolve(answer);
      };
      if (how === "provided") state.limpide.provideCredentials(give);
      for (const tag of tags) {
        const widget = document.createElement(tag);
        Object.assign(widget, {src: "/locked/", clientRef: ref});
        if (how === "callback") Object.assign(widget, {getCredential: give});
        if (how === "property") Object.assign(widget, {credential: answer});
        document.querySelector("main")!.append(widget);
      }
    },
    [six, stage.books.locked!.notable.refused.ref, answer, how] as const
  );
  return {
    page,
    problems,
    calls: () => page.evaluate(() => (window as unknown as Held).calls),
    async expectNothingOf(secrets: readonly string[]) {
      const all = [await everythingOf(page), ...logged, ...sent, ...problems].join("\n");
      expect(all).toContain("limpide-score");
      for (const secret of secrets) expect(all.includes(secret), "a secret was found").toBe(false);
    }
  };
}

/** The credential, its key as it is given and in hexadecimal, and the master secret. */
function secretsOf(credential: string): string[] {
  const key = credential.split(".")[1]!;
  return [
    credential,
    key,
    Buffer.from(key, "base64url").toString("hex"),
    Buffer.from(key, "base64url").toString("base64")
  ];
}

const credentialOf = (name: "refused" | "accepted") =>
  stage.books.locked!.credentials.get(stage.books.locked!.notable[name].ref)!;

test.each([
  ["provided to all", "provided"],
  ["given by a callback of each", "callback"],
  ["set as a property", "property"]
] as const)("a credential that is %s opens all six, and is nowhere but in memory", async (_, how) => {
  const {page, calls, problems, expectNothingOf} = await openWith(credentialOf("refused"), how);
  await shown(page);
  await simulate(page);
  await openTabs(page);
  await unfold(page);
  // The parts of the whole file ask with the others.
  expect(await calls()).toBe(how === "property" ? 0 : 1);
  expect(problems).toEqual([]);
  // As a property it is what the page itself put there: it is in no property that JSON or markup would show.
  await expectNothingOf(secretsOf(credentialOf("refused")));
  await page.context().close();
});

test.each([
  ["another client's", () => credentialOf("accepted")],
  ["an old epoch's", () => credentialOf("refused").replace(/^e[0-9a-f]+/, "e000000000000")],
  ["malformed", () => `hunter2-${credentialOf("refused").split(".")[1]!}`]
] as const)("a credential that is %s shows nothing of the client in any of the six, nor itself", async (_, answer) => {
  for (const how of ["provided", "property"] as const) {
    const {page, expectNothingOf} = await openWith(answer(), how);
    await expect
      .poll(() =>
        page.evaluate((tags) => document.querySelectorAll(tags.map((tag) => `${tag}:state(failed)`).join()).length, six)
      )
      .toBe(6);
    await expectNothingOf(secretsOf(answer().includes(".") ? answer() : `.${answer().slice(8)}`).concat("hunter2"));
    const {points} = stage.books.locked!.notable.refused;
    expect(
      await page
        .locator("main")
        .evaluate((main) => [...main.children].map((each) => each.shadowRoot?.textContent).join())
    ).not.toContain(String(points));
    await page.context().close();
  }
});
