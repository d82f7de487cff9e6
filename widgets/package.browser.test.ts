import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../tests/browser.ts";
import {buildWidgets} from "./build.ts";
import {closedBuild, pageBuild, scriptBuild, singleBuilds} from "./rollup.config.ts";
import {setStage, strictPolicy, type Stage} from "./src/testing/stage.ts";
import {apart, elementSources} from "./tooling/elements.ts";
import {integrityFile} from "./tooling/integrity.ts";

const elements = elementSources();
const tags = elements.map(({tag}) => tag);
const later = elements.filter(({name}) => apart.has(name)).map(({tag}) => tag);

let stage: Stage;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-package-"));
  const single = singleBuilds(folder).filter((_, i) => elements[i]!.name === "score");
  const builds = [pageBuild(folder), closedBuild(folder), scriptBuild(folder), ...single];
  await buildWidgets(folder, builds);
  // Any first part of the path: the same files under two addresses are two versions.
  stage = await setStage(openBrowser(), async (path) => {
    const file = /^\/(?:built|again)\/([\w./-]+)$/.exec(path)?.[1];
    return file === undefined ? undefined : {body: await readFile(join(folder, file), "utf8")};
  });
});
afterAll(async () => {
  await stage.close();
  await rm(folder, {recursive: true});
});

const markup = (tags: string[]) =>
  tags.map((tag) => `<${tag} src="/book/" ref="${stage.book.notable.accept.ref}"></${tag}>`).join("");

async function shown(page: Page, tags: string[]): Promise<void> {
  await page.waitForFunction(
    (tags) => tags.every((tag) => document.querySelector(tag)?.matches(":state(ready)")),
    tags
  );
}

/** The files of the package that a page asks for. */
function requests(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (request) => {
    const {pathname} = new URL(request.url());
    if (/^\/(built|again|widgets)\//.test(pathname)) paths.push(pathname);
  });
  return paths;
}

test("with closed shadow roots, every element shows its client, and nothing on it leads inside", async () => {
  const {page, problems} = await stage.open(markup(tags), {script: "/built/limpide.closed.js"});
  await shown(page, tags);
  const reached = await page.evaluate(
    (tags) =>
      tags.flatMap((tag) => {
        const element = document.querySelector(tag)!;
        const values = [element.shadowRoot];
        for (let object: object | null = element; object !== null; object = Object.getPrototypeOf(object) as object) {
          for (const name of Object.getOwnPropertyNames(object)) {
            if (name.length > 2 && name in element) values.push((element as unknown as Record<string, never>)[name]);
          }
        }
        return values.some((value) => value instanceof ShadowRoot && value.host === element) ? [tag] : [];
      }),
    tags
  );
  expect(reached).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test.runIf(later.length > 0)(
  "the simulator is downloaded once a page has one, with the Lit that is there",
  async () => {
    const first = tags.filter((tag) => !later.includes(tag));
    const {page, problems} = await stage.open(markup(first), {script: "/built/limpide.js"});
    const asked = requests(page);
    await shown(page, first);
    expect(await page.evaluate((tags) => tags.filter((tag) => customElements.get(tag)), later)).toEqual([]);
    await page.evaluate(
      ({tags, ref}) => {
        for (const tag of tags) {
          const element = document.createElement(tag);
          element.setAttribute("src", "/book/");
          element.setAttribute("ref", ref);
          document.querySelector("main")!.append(element);
        }
      },
      {tags: later, ref: stage.book.notable.accept.ref}
    );
    await shown(page, later);
    expect(asked).toEqual(later.map((tag) => `/built/limpide-${tag.replace("limpide-", "")}.js`));
    expect(problems).toEqual([]);
    await page.context().close();
  }
);

test("four copies of the package on a page don't throw, and the first has the elements", async () => {
  const {page, problems} = await stage.open(markup(["limpide-score"]), {
    script: "/built/limpide.js",
    head: `<script src="/built/limpide.iife.js" defer></script><script type="module" src="/again/limpide.js"></script><script type="module" src="/built/single/score.js"></script>`,
    policy: `${strictPolicy} limpide`
  });
  await shown(page, ["limpide-score"]);
  const same = await page.evaluate(() => {
    const {limpide} = window as unknown as {limpide: {LimpideScore: CustomElementConstructor}};
    return customElements.get("limpide-score") === limpide.LimpideScore;
  });
  expect(same).toBe(true);
  // A policy is made once: the third copy and the fourth go without one, which the browser tells.
  expect(problems.filter((problem) => !/TrustedTypePolicy|^Error: policy: trusted-types/.test(problem))).toEqual([]);
  await page.context().close();
});

test("two copies share the policies of Trusted Types without a violation", async () => {
  const {page, problems} = await stage.open(markup(["limpide-score"]), {
    script: "/again/limpide.js",
    head: `<script type="module" src="/built/single/score.js"></script>`,
    policy: `${strictPolicy} limpide`
  });
  await shown(page, ["limpide-score"]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("a bundle of one element shows it", async () => {
  const {page, problems} = await stage.open(markup(["limpide-score"]), {script: "/built/single/score.js"});
  await shown(page, ["limpide-score"]);
  expect(await page.evaluate(() => customElements.get("limpide-reasons"))).toBeUndefined();
  expect(problems).toEqual([]);
  await page.context().close();
});

test("the browser takes a bundle with the integrity of sri.json, and no other", async () => {
  const hashes = JSON.parse(await readFile(join(folder, integrityFile), "utf8")) as Record<string, string>;
  const tag = (integrity: string) => `<script type="module" src="/built/limpide.js" integrity="${integrity}"></script>`;
  const right = await stage.open(markup(["limpide-score"]), {script: null, head: tag(hashes["limpide.js"]!)});
  await shown(right.page, ["limpide-score"]);
  expect(right.problems).toEqual([]);
  const wrong = await stage.open("", {script: null, head: tag(hashes["limpide.closed.js"]!)});
  expect(await wrong.page.evaluate(() => customElements.get("limpide-score"))).toBeUndefined();
  expect(wrong.problems.join()).toContain("integrity");
  await Promise.all([right.page.context().close(), wrong.page.context().close()]);
});
