import fc from "fast-check";
import {expect, test} from "vitest";
import {JsonElements} from "./json-elements.ts";

/** The elements of a text that comes in pieces of the given lengths. */
function elementsOf(text: string, lengths: readonly number[]): {elements: unknown[]; done: boolean} {
  const reader = new JsonElements();
  const elements: string[] = [];
  let at = 0;
  for (let i = 0; at < text.length; i++) {
    const length = lengths[i % lengths.length]!;
    elements.push(...reader.push(text.slice(at, at + length)));
    at += length;
  }
  return {elements: elements.map((element) => JSON.parse(element) as unknown), done: reader.done};
}

const lengths = fc.array(fc.integer({min: 1, max: 9}), {minLength: 1});
const indents = fc.constantFrom(undefined, 1, "\t");

test("any list comes out as it went in, however it is cut", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), lengths, indents, (list, cuts, indent) => {
      expect(elementsOf(JSON.stringify(list, null, indent), cuts)).toEqual({
        elements: JSON.parse(JSON.stringify(list)) as unknown[],
        done: true
      });
    })
  );
});

test("the list under the key rows comes out of any object", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.array(fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      lengths,
      (before, rows, after, cuts) => {
        delete before.rows;
        const text = JSON.stringify({
          ...before,
          rows,
          ...Object.fromEntries(Object.entries(after).map(([k, v]) => [`z${k}`, v]))
        });
        expect(elementsOf(text, cuts).elements).toEqual(JSON.parse(JSON.stringify(rows)));
      }
    )
  );
});

test("a list that is cut short is not done, whatever it is cut in", () => {
  const text = '[[1, "a]"], {"b": [2]}, 3]';
  for (let end = 0; end < text.length; end++) expect(elementsOf(text.slice(0, end), [4]).done).toBe(false);
  expect(elementsOf(text, [4]).done).toBe(true);
});
