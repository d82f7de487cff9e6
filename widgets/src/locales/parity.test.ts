import {expect, test} from "vitest";
import {families} from "../../../model/contract/feature.ts";
import {bookErrorCodes} from "../book/book-error.ts";
import * as en from "./en.ts";
import * as fr from "./fr.ts";

/** Every text of a dictionary by its path; a function is called with figures and words to see what it says. */
function texts(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value === "function") {
    const frequency = {kind: "about", count: 8};
    const samples: unknown[][] = [
      [3, 4],
      ["a", "b", "c"],
      [frequency],
      [frequency, {kind: "about", count: 5}],
      [{side: "above", ago: false, frequency, same: frequency}],
      [{points: 1, threshold: 2, from: 3, to: 4}]
    ];
    const said = samples.flatMap((sample) => {
      try {
        return [String((value as (...values: unknown[]) => string)(...sample))];
      } catch {
        return [];
      }
    });
    return new Map([[path, said.join("\n")]]);
  }
  return new Map(Object.entries(value as object).flatMap(([key, inner]) => [...texts(inner, `${path}.${key}`)]));
}

const french = texts({...fr});
const english = texts({...en});

test("both languages say the same things", () => {
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, text] of [...french, ...english]) expect(text, path).not.toBe("");
});

test("French puts a non-breaking space before : ; ! ? and inside guillemets", () => {
  for (const [path, text] of french) expect(text, path).not.toMatch(/[^\u00a0\u202f][:;!?»](\s|$)|«[^\u00a0\u202f]/);
});

test("apostrophes are typographic", () => {
  for (const [path, text] of [...french, ...english]) expect(text, path).not.toContain("'");
});

test("families are called what the contract calls them", () => {
  for (const [id, label] of Object.entries(families)) {
    expect(fr.families[id as keyof typeof families]).toBe(label.fr);
    expect(en.families[id as keyof typeof families]).toBe(label.en);
  }
});

test("every error has its words", () => {
  for (const code of Object.keys(bookErrorCodes)) {
    expect(french.has(`.common.failures.${code}.title`)).toBe(true);
  }
});
