import type {Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {openBrowser} from "../../../../tests/browser.ts";
import type * as Limpide from "../../index.ts";
import {axeViolations, ready, setStage, type Stage} from "../../testing/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(openBrowser());
}, 60_000);
beforeEach(() => {
  // What a page's own module would do, which imports the package.
  const body = 'import * as limpide from "/widgets/limpide.js";window.limpide = limpide;';
  stage.answers.set("/page.js", {body});
});
afterAll(() => stage.close());

const tags = ["limpide-score", "limpide-reasons", "limpide-comparison"];
const accept = () => stage.sealed.notable.accept;
const right = (ref: string) => stage.sealed.credentials.get(ref)!;
/** A credential of another epoch, with the client's own key. */
const old = (ref: string) => right(ref).replace(/^e[0-9a-f]+/, "e000000000000");
const sealed = (ref: string, tag = "limpide-score") => `<${tag} src="/sealed/" ref="${ref}"></${tag}>`;

const script = "/page.js";

interface Asked {
  limpide: typeof Limpide;
  asked: {ref: string; reason: string; epoch: string; signal: AbortSignal}[];
  events: Record<string, unknown>[];
}

/** Answers what a page's back end would, in order, to every widget; "hang" and "refuse" are no answers. */
async function provide(page: Page, answers: string[]): Promise<void> {
  await page.evaluate((answers) => {
    const state = window as unknown as Asked;
    state.asked = [];
    state.limpide.provideCredentials((ref, {reason, epoch, signal}) => {
      const answer = answers[state.asked.length] ?? answers.at(-1)!;
      state.asked.push({ref, reason, epoch, signal});
      if (answer === "refuse") throw new Error("session hunter2 has ended");
      return answer === "hang" ? new Promise<string>(() => undefined) : answer;
    });
  }, answers);
}

const asked = (page: Page) =>
  page.evaluate(() => (window as unknown as Asked).asked.map(({reason, signal}) => [reason, signal.aborted]));

const matches = (page: Page, states: string[], tag = "limpide-score") =>
  page.evaluate(
    ([tag, ...states]) => states.map((state) => document.querySelector(tag!)!.matches(`:state(${state})`)),
    [tag, ...states]
  );

test("six widgets of one sealed client ask once, and read one manifest and one shard", async () => {
  stage.server.requests.length = 0;
  const {page, problems} = await stage.open("", {script});
  await provide(page, [right(accept().ref)]);
  await page.evaluate(
    ([ref, ...tags]) => {
      for (const tag of [...tags, ...tags]) {
        const widget = document.createElement(tag);
        widget.setAttribute("src", "/sealed/");
        widget.setAttribute("ref", ref!);
        document.querySelector("main")!.append(widget);
      }
    },
    [accept().ref, ...tags]
  );
  await ready(page);
  expect(await page.locator("limpide-score .frame").first().innerText()).toContain(String(accept().points));
  expect(await asked(page)).toEqual([["open", expect.anything()]]);
  expect(stage.server.requests.filter((path) => path === "/sealed/manifest.json")).toHaveLength(1);
  expect(stage.server.requests.filter((path) => path.includes("/records/"))).toHaveLength(1);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a widget that found no credential shows its client once the page provides one", async () => {
  const {page} = await stage.open(sealed(accept().ref), {script});
  await expect.poll(() => page.locator("limpide-score code").textContent()).toBe("E_CREDENTIAL_MISSING");
  expect(await matches(page, ["failed", "denied"])).toEqual([true, true]);
  await provide(page, [right(accept().ref)]);
  await ready(page, ["limpide-score"]);
  await page.context().close();
});

test("a credential that is set as a property opens the client, and taking it back shuts it", async () => {
  const {page} = await stage.open(sealed(accept().ref), {script});
  const give = (credential: string | null) =>
    page.evaluate((credential) => {
      document.querySelector("limpide-score")!.credential = credential;
    }, credential);
  await give(right(accept().ref));
  await ready(page, ["limpide-score"]);
  await give(null);
  await expect.poll(() => page.locator("limpide-score code").textContent()).toBe("E_CREDENTIAL_MISSING");
  expect(await page.locator("limpide-score .frame").innerText()).not.toContain(String(accept().points));
  await page.context().close();
});

test("as an attribute a credential does nothing", async () => {
  const {ref} = accept();
  const {page} = await stage.open(
    `<limpide-score src="/sealed/" ref="${ref}" credential="${right(ref)}"></limpide-score>`
  );
  await expect.poll(() => page.locator("limpide-score code").textContent()).toBe("E_CREDENTIAL_MISSING");
  const observed = await page.evaluate(
    () => (customElements.get("limpide-score") as unknown as {observedAttributes: string[]}).observedAttributes
  );
  expect(observed).not.toContain("credential");
  expect(observed).not.toContain("getcredential");
  await page.context().close();
});

test.each([
  ["E_CREDENTIAL_EXPIRED", "expired", "Accès expiré", (ref: string) => old(ref), ["open", "expired"]],
  ["E_CREDENTIAL_DENIED", "denied", "Accès refusé", () => right(stage.sealed.notable.refuse.ref), ["open", "denied"]],
  ["E_CREDENTIAL_FAILED", "denied", "Accès non obtenu", () => "refuse", ["open"]]
] as const)("%s is a state of its own, in words and in an event", async (code, state, title, answer, reasons) => {
  const {page, problems} = await stage.open("", {script});
  await page.evaluate(() => {
    const state = window as unknown as Asked;
    state.events = [];
    addEventListener("limpide-error", (event) => state.events.push(event.detail));
  });
  await provide(page, [answer(accept().ref)]);
  await page.evaluate((ref) => {
    const widget = document.createElement("limpide-score");
    Object.assign(widget, {src: "/sealed/", clientRef: ref});
    document.querySelector("main")!.append(widget);
  }, accept().ref);
  await expect.poll(() => page.locator("limpide-score code").textContent()).toBe(code);
  expect(await page.locator("limpide-score [role=status]").innerText()).toContain(title);
  expect(await matches(page, ["failed", state])).toEqual([true, true]);
  const [event] = await page.evaluate(() => (window as unknown as Asked).events);
  expect(event).toMatchObject({code, help: `@limpide/widgets/README.md#${code.toLowerCase()}`});
  expect((await asked(page)).map(([reason]) => reason)).toEqual(reasons);
  // Nothing of what was given or thrown is anywhere but in memory.
  const seen = await page.evaluate(() => {
    const {events} = window as unknown as Asked;
    const shadow = document.querySelector("limpide-score")!.shadowRoot!.innerHTML;
    const stored = {...localStorage, ...sessionStorage};
    return JSON.stringify([events, shadow, document.documentElement.outerHTML, stored, document.cookie, location.href]);
  });
  for (const secret of ["hunter2", answer(accept().ref).split(".")[1] ?? "hunter2"]) {
    expect(seen).not.toContain(secret);
    expect(problems.join()).not.toContain(secret);
  }
  await page.context().close();
});

test("an old credential is asked for again, and a wrong one once more, before anything is said", async () => {
  const {ref} = accept();
  const {page} = await stage.open("", {script});
  await provide(page, [old(ref), right(stage.sealed.notable.refuse.ref), right(ref)]);
  await page.evaluate((ref) => {
    const widget = document.createElement("limpide-score");
    Object.assign(widget, {src: "/sealed/", clientRef: ref});
    document.querySelector("main")!.append(widget);
  }, ref);
  await ready(page, ["limpide-score"]);
  expect((await asked(page)).map(([reason]) => reason)).toEqual(["open", "expired", "denied"]);
  await page.context().close();
});

test("a widget that leaves the page takes its question back", async () => {
  const {page} = await stage.open("", {script});
  await provide(page, ["hang"]);
  await page.evaluate((ref) => {
    const widget = document.createElement("limpide-score");
    Object.assign(widget, {src: "/sealed/", clientRef: ref});
    document.querySelector("main")!.append(widget);
  }, accept().ref);
  await expect.poll(() => asked(page).catch(() => [])).toEqual([["open", false]]);
  await page.evaluate(() => document.querySelector("limpide-score")!.remove());
  await expect.poll(() => asked(page)).toEqual([["open", true]]);
  await page.context().close();
});

test("a credential that can't be had offline is asked for again once the connection is back", async () => {
  const {ref} = accept();
  const {page} = await stage.open("", {script});
  await provide(page, ["refuse", right(ref)]);
  // The book itself is at hand already.
  await page.evaluate(async (ref) => {
    await (window as unknown as Asked).limpide.openBook("/sealed/").catch(() => undefined);
    Object.assign(window, {ref});
  }, ref);
  await page.context().setOffline(true);
  await page.evaluate(() => {
    const widget = document.createElement("limpide-score");
    Object.assign(widget, {src: "/sealed/", clientRef: (window as unknown as {ref: string}).ref});
    document.querySelector("main")!.append(widget);
  });
  await expect.poll(() => page.locator("limpide-score code").textContent()).toBe("E_OFFLINE");
  expect(await matches(page, ["offline"])).toEqual([true]);
  await page.context().setOffline(false);
  await ready(page, ["limpide-score"]);
  await page.context().close();
});

test("a new function with each rendering doesn't read a client again who is shown", async () => {
  const {ref} = accept();
  const {page} = await stage.open(sealed(ref));
  await page.evaluate((credential) => {
    const widget = document.querySelector("limpide-score")!;
    const state = window as unknown as {loads: number};
    state.loads = 0;
    widget.addEventListener("limpide-load", () => (state.loads += 1));
    widget.getCredential = () => credential;
  }, right(ref));
  await ready(page, ["limpide-score"]);
  const loads = await page.evaluate(async () => {
    const widget = document.querySelector("limpide-score")!;
    for (let i = 0; i < 3; i++) {
      widget.getCredential = () => Promise.reject(new Error("not again"));
      await widget.updateComplete;
    }
    return (window as unknown as {loads: number}).loads;
  });
  expect(loads).toBe(1);
  expect(await matches(page, ["ready"])).toEqual([true]);
  await page.context().close();
});

test("what stands between the tags shows until the element is there, and its fallback beside a failure", async () => {
  const markup = `<limpide-score src="/nowhere/" ref="a"><p slot="fallback">Score : 612, au 1er mars</p></limpide-score>`;
  const without = await stage.open(markup, {script: null});
  expect(await without.page.locator("limpide-score p").isVisible()).toBe(true);
  await without.page.context().close();
  const {page} = await stage.open(markup);
  await page.locator("limpide-score code").waitFor();
  expect(await page.locator("limpide-score p[slot]").isVisible()).toBe(true);
  await page.evaluate((ref) => {
    Object.assign(document.querySelector("limpide-score")!, {src: "/book/", clientRef: ref});
  }, stage.book.notable.accept.ref);
  await ready(page, ["limpide-score"]);
  expect(await page.locator("limpide-score p[slot]").isVisible()).toBe(false);
  await page.context().close();
});

test.each(["light", "dark"] as const)("axe finds nothing in any state of a sealed book, in %s", async (colorScheme) => {
  const {page} = await stage.open(sealed(accept().ref) + sealed(accept().ref, "limpide-reasons"), {
    script,
    colorScheme,
    bypassCSP: true
  });
  for (const answer of ["refuse", old(accept().ref), right(stage.sealed.notable.refuse.ref), "hang"]) {
    await page.reload();
    await provide(page, [answer]);
    await page.waitForFunction(
      (state) => document.querySelector("limpide-score")!.matches(`:state(${state})`),
      answer === "hang" ? "loading" : "failed"
    );
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.context().close();
});
