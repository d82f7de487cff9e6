import fc from "fast-check";
import {expect, test} from "vitest";
import {hundredMarks} from "./hundred.ts";

test("there are a hundred marks, and as many diamonds as were asked for", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 100}), fc.constantFrom(10, 20, 25), (count, columns) => {
      const {diamonds, rings, rows} = hundredMarks(count, columns);
      expect(diamonds.match(/M/g)?.length ?? 0).toBe(count);
      expect(rings.match(/M/g)?.length ?? 0).toBe(100 - count);
      expect(rows * columns).toBe(100);
    })
  );
});
