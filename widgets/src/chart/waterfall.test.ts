import fc from "fast-check";
import {expect, test} from "vitest";
import {waterfall} from "./waterfall.ts";

test("each step starts where the one before ended, the last ends at the end, and all is inside", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: -80, max: 80}), {maxLength: 9}),
      fc.integer({min: 400, max: 700}),
      (parts, reference) => {
        const {start, steps, end, reference: at} = waterfall(560, parts, reference);
        const last = steps.reduce((from, step, i) => {
          expect(parts[i]! >= 0 ? step.from : step.to).toBeCloseTo(from, 9);
          return parts[i]! >= 0 ? step.to : step.from;
        }, start);
        expect(end).toBeCloseTo(last, 9);
        for (const x of [start, end, at, ...steps.flatMap(({from, to}) => [from, to])]) {
          expect(x > 0 && x < 1).toBe(true);
        }
      }
    )
  );
});
