import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import config, {finishPage, languageOf} from "../observablehq.config.ts";

const root = import.meta.dirname;
const french = readdirSync(root).filter((file) => /\.md(\.ts)?$/.test(file));
const english = readdirSync(join(root, "en")).filter((file) => /\.md(\.ts)?$/.test(file));
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

/** What a page consists of, whatever its language: headings, displays, imports, placeholders and links. */
function structure(source: string): Record<string, string[]> {
  const all = (pattern: RegExp): string[] => (source.match(pattern) ?? []).map((match) => match.trim());
  const neutral = (text: string): string => text.replaceAll("../", "./").replaceAll(/"(fr|en)"/g, '"language"');
  return {
    headings: all(/^#+ /gm),
    fences: all(/^```\w+/gm),
    displays: all(/display\(.*\);$/gm).map(neutral),
    imports: all(/^import .*$/gm).map(neutral),
    placeholders: all(/\$\{.*?\}/g).map(neutral),
    links: all(/href="[^"]*"/g),
    titles: all(/^title: /gm)
  };
}

test("every French page has its English twin, and the other way round", () => {
  expect(english).toEqual(french);
  expect(french.map((file) => file.replace(/\.md.*/, "")).sort()).toEqual([
    "client",
    "data",
    "developers",
    "explanations",
    "global",
    "index",
    "methodology",
    "model-card",
    "performance"
  ]);
});

for (const file of french.filter((name) => name.endsWith(".md"))) {
  test(`${file} shows the same things in both languages`, () => {
    const twin = structure(read("en", file));
    expect(twin).toEqual(structure(read(file)));
    expect(twin.titles).toEqual(["title:"]);
    expect(twin.headings!.length).toBeGreaterThan(1);
  });
}

test("a page speaks one language alone", () => {
  for (const file of french) {
    expect(read(file)).not.toContain('"en"');
    expect(read("en", file)).not.toContain('"fr"');
  }
});

test("pages and components ask nothing of a CDN", () => {
  const files = [...french, ...english.map((file) => join("en", file))].concat(
    readdirSync(join(root, "components"))
      .filter((file) => !file.endsWith(".test.ts"))
      .map((file) => join("components", file))
  );
  for (const file of files)
    expect(read(file), file).not.toMatch(/from "npm:|import\("?npm:|https?:\/\/(?!www\.w3\.org)/);
  expect(config.globalStylesheets).toEqual([]);
});

test("the language switch keeps the page", () => {
  const link = (path: string): string | undefined => /class="language" href="([^"]+)"/.exec(config.header({path}))?.[1];
  expect(link("/client")).toBe("/en/client");
  expect(link("/en/client")).toBe("/client");
  expect(link("/index")).toBe("/en/index");
  expect(link("/en/index")).toBe("/index");
});

test("the navigation says where one is, once", () => {
  for (const path of ["/index", "/en/performance"]) {
    const current = config.header({path}).match(/<a href="([^"]+)" aria-current="page">/g) ?? [];
    expect(current).toEqual([`<a href="${path}" aria-current="page">`]);
  }
});

test("a finished page says its language and lets readers zoom", () => {
  const page = '<html>\n<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">';
  expect(finishPage(page, "client.html")).toBe(
    '<html lang="fr">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
  );
  expect(finishPage(page, "en/client.html")).toContain('<html lang="en">');
  expect(finishPage(finishPage(page, "en/index.html"), "en/index.html")).toBe(finishPage(page, "en/index.html"));
});

test("a path that merely begins like a language is French", () => {
  expect(languageOf("/en/index")).toBe("en");
  expect(languageOf("/entreprise")).toBe("fr");
});

test("every page describes itself, in its language", () => {
  const described = ["", "/en"].flatMap((prefix) =>
    ["index", "client", "global", "explanations", "performance", "model-card", "data", "methodology", "developers"].map(
      (name) => /name="description" content="([^"]{40,})"/.exec(config.head({path: `${prefix}/${name}`}))?.[1]
    )
  );
  expect(new Set(described).size).toBe(18);
  expect(described).not.toContain(undefined);
});
