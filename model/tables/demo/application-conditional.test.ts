import fc from "fast-check";
import {expect, test} from "vitest";
import {Conditional, conditionals, createFacts, givenFact} from "./application-conditional.ts";
import {Stream} from "./random.ts";

const grown = givenFact("TEST_GROWN");
const colour = new Conditional(`
# TEST_COLOUR categories
  red|dark
  blue|green
TEST_GROWN<.5
:0~
:~0~
`);
const size = new Conditional(`
# TEST_SIZE ranges
  1 2|5 9 10|20
TEST_COLOUR=green
:~~0
TEST_COLOUR=dark blue
:00~
:0~
`);
const pick = new Conditional(`
# TEST_PICK values
  1 1 1 4|7
:~
`);
const stream = new Stream(1, 1, "facts");

test("a fact is drawn as the branch that the earlier facts lead to says", () => {
  for (const [isGrown, expected] of [
    [0, "dark blue"],
    [NaN, "dark blue"]
  ] as const) {
    const facts = createFacts();
    grown.set(facts, isGrown);
    colour.draw(facts, stream);
    expect(colour.category(facts)).toBe(expected);
    expect(size.draw(facts, stream)).toBe(20);
    expect(size.number(facts)).toBe(20);
  }
  const facts = createFacts();
  grown.set(facts, 1);
  colour.draw(facts, stream, 0.6);
  expect(colour.category(facts)).toBe("green");
  expect(size.draw(facts, stream, 0.25)).toBe(1.5);
  expect(size.draw(facts, stream, 0.875)).toBe(9.5);
});

test("a value of a list is drawn as often as it is written, and a fact that wasn't drawn is none", () => {
  const facts = createFacts();
  expect([pick.number(facts), colour.category(facts)]).toEqual([NaN, ""]);
  const draws = Array.from({length: 4}, (_, i) => pick.draw(facts, stream, (i + 0.5) / 4));
  expect(draws).toEqual([1, 1, 1, 4]);
});

test("the higher the rank, the higher the number, and all stay within the levels", () => {
  const facts = createFacts();
  grown.set(facts, 1);
  colour.draw(facts, stream, 0.6);
  const rank = fc.double({min: 1e-9, max: 1 - 1e-9, noNaN: true});
  fc.assert(
    fc.property(rank, rank, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((u) => size.draw(facts, stream, u)) as [number, number];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(1);
      expect(high).toBeLessThanOrEqual(10);
    })
  );
});

test("shares of levels are the squares of their symbols", () => {
  // 44 of 88 is a quarter of 88 of 88: a fifth of the whole.
  const half = new Conditional("# TEST_HALF categories\n  a|b\n:i~");
  const facts = createFacts();
  const drawn = Array.from({length: 4000}, () => half.draw(facts, stream));
  // Four standard errors.
  expect(Math.abs(drawn.filter((level) => level === 0).length / 4000 - 0.2)).toBeLessThan(0.026);
});

test("what isn't a table is told", () => {
  const wrong: [string, RegExp][] = [
    ["TEST", /not the head of a table/],
    ["# TEST_A categories\n  a|b\nTEST_NOBODY<1\n:~\n:~", /depends on what isn't known/],
    ["# TEST_B categories\n  a|b\nTEST_COLOUR=pink\n:~\n:~", /no such category/],
    ["# TEST_C categories\n  a|b\nTEST_GROWN<1\n:~", /is cut short/],
    ["# TEST_D categories\n  a|b\n:~\n:~", /goes on after its end/],
    ["# TEST_E categories\n  a|b\n:~~~", /not a leaf of 2 levels/],
    ["# TEST_F categories\n  a|b\n:", /not a leaf of 2 levels/]
  ];
  for (const [text, message] of wrong) expect(() => new Conditional(text)).toThrow(message);
  expect(() => conditionals(["TEST_G"], "# TEST_H values\n  1\n:~")).toThrow(
    /tables of TEST_H where TEST_G were meant/
  );
});
