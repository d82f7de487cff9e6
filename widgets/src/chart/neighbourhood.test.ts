import fc from "fast-check";
import {expect, test} from "vitest";
import {neighbourhood, peopleIn} from "./neighbourhood.ts";

test("a full bin stands alone", () => {
  expect(neighbourhood([10, 60, 10], 1, 50)).toEqual({first: 1, last: 1});
});

test("a small bin takes its fuller neighbour first", () => {
  expect(neighbourhood([10, 30, 20, 40], 2, 50)).toEqual({first: 2, last: 3});
});

test("where all together are too few there is none", () => {
  expect(neighbourhood([10, 20, 10], 1, 50)).toBeUndefined();
});

test("a neighbourhood holds the bin, holds enough, and would not without its last step", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), {minLength: 1, maxLength: 20}), fc.nat(), (counts, pick) => {
      const bin = pick % counts.length;
      const found = neighbourhood(counts, bin, 50);
      if (found === undefined) {
        expect(counts.reduce((sum, people) => sum + people, 0)).toBeLessThan(50);
        return;
      }
      expect(found.first <= bin && bin <= found.last).toBe(true);
      expect(peopleIn(counts, found)).toBeGreaterThanOrEqual(50);
      const shorter = [
        {...found, first: found.first + 1},
        {...found, last: found.last - 1}
      ];
      expect(shorter.some((range) => peopleIn(counts, range) < 50)).toBe(true);
    })
  );
});
