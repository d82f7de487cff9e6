import fc from "fast-check";
import {expect, test} from "vitest";
import {keepApart, keepInside, textWidth} from "./label.ts";

test("a label stays inside the drawing, or is centred where it cannot", () => {
  fc.assert(
    fc.property(fc.integer({min: -50, max: 450}), fc.integer({min: 1, max: 500}), (x, width) => {
      const at = keepInside(x, width, 400);
      if (width >= 400) expect(at).toBe(200);
      else expect(at - width / 2 >= 0 && at + width / 2 <= 400).toBe(true);
    })
  );
});

test("labels that are kept never touch each other nor what is taken", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({x: fc.integer({min: 0, max: 400}), width: fc.integer({min: 1, max: 80})})),
      (some) => {
        const labels = some.sort((a, b) => a.x - b.x);
        const kept = keepApart(labels, 4, [[190, 210]]);
        kept.forEach(({x, width}, i) => {
          expect(x + width / 2 <= 190 || x - width / 2 >= 210).toBe(true);
          const next = kept[i + 1];
          if (next) expect(next.x - next.width / 2).toBeGreaterThanOrEqual(x + width / 2);
        });
      }
    )
  );
});

test("a longer text is wider", () => {
  expect(textWidth("1 250 €", 13)).toBeGreaterThan(textWidth("250 €", 13));
});
