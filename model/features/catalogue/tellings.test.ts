import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {absences} from "../../contract/absence.ts";
import {families} from "../../contract/feature.ts";
import {languages} from "../../contract/text.ts";
import {themeIds, themes, type Theme} from "../../contract/theme.ts";
import {catalogue} from "../catalogue.ts";
import {tellings} from "./tellings.ts";
import {meaningOf} from "./themes.ts";

test("every feature has a theme of its own family, and every theme has features", () => {
  expect(Object.keys(tellings).toSorted()).toEqual(catalogue.map(({id}) => id).toSorted());
  expect(catalogue.filter(({theme, family}) => themes[theme!].family !== family).map(({id}) => id)).toEqual([]);
  expect(new Set(catalogue.map(({theme}) => theme))).toEqual(new Set(themeIds));
});

test("what is protected is in themes that are never told, where besides it age alone is", () => {
  const untold = catalogue.filter(({theme}) => (themes[theme!] as Theme).untold);
  expect(untold.filter((feature) => !feature.protected).map(({id}) => id)).toEqual(["age"]);
  expect(catalogue.filter((feature) => feature.protected && !untold.includes(feature))).toEqual([]);
});

test("every count says what it counts, and nothing else does but numbers", () => {
  const counts = catalogue.filter(({telling}) => telling?.counted !== undefined);
  expect(catalogue.filter((feature) => feature.unit === "count" && !counts.includes(feature))).toEqual([]);
  expect(counts.filter(({unit}) => unit !== "count" && unit !== "number").map(({id}) => id)).toEqual([]);
});

test("every meaning of a missing value is used", () => {
  const used = new Set(catalogue.map(({telling}) => telling?.absence ?? "notStated"));
  expect(used).toEqual(new Set(Object.keys(absences)));
});

test("docs/reason-codes.md lists every code with its family, labels and meaning, and no other", async () => {
  const page = await readFile(new URL("../../../docs/reason-codes.md", import.meta.url), "utf8");
  const listed = page.split("\n## ").flatMap((section) => {
    const [heading] = section.split("\n");
    return [...section.matchAll(/^\| `(\w+)` *\| (.*?) *\| (.*?) *\| (.*?) *\| (.*?) *\|$/gm)].map(
      ([, code, ...texts]) => [heading, code, ...texts]
    );
  });
  const expected = Object.entries(families).flatMap(([family, label]) =>
    themeIds
      .filter((code) => themes[code].family === family)
      .map((code) => {
        const [theme, meaning] = [themes[code].label, meaningOf(code)];
        return [`${label.en} · ${label.fr}`, code, theme.en, theme.fr, meaning.en, meaning.fr];
      })
  );
  expect(listed).toEqual(expected);
});

test("a code is lower case with underscores, a label is short and unique, and a meaning is a sentence", () => {
  for (const language of languages) {
    const labels = themeIds.map((code) => themes[code].label[language]);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => label.length > 40)).toEqual([]);
    for (const code of themeIds) expect(meaningOf(code)[language]).toMatch(/^\p{Lu}[^.]*\.$/u);
  }
  expect(themeIds.filter((code) => !/^[a-z]+(_[a-z]+)*$/.test(code))).toEqual([]);
});
