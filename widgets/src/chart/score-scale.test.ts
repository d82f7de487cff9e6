import fc from "fast-check";
import {expect, test} from "vitest";
import {textWidth} from "./label.ts";
import {scoreScale} from "./score-scale.ts";

const input = {
  points: 618,
  threshold: 549,
  band: [540, 558] as const,
  range: [420, 690] as const,
  width: 600,
  fontSize: 13,
  labels: {client: "Ce client · 618", threshold: "Seuil 549", refuse: "Défavorable", accept: "Favorable"},
  formatTick: String
};

test("a score far beyond the range widens the scale instead of leaving it", () => {
  const {client, threshold} = scoreScale({...input, points: 900});
  expect(client).toBe(600);
  expect(threshold).toBeLessThan(300);
});

test("labels stay inside and ticks keep clear of each other and of the threshold's line, at any width", () => {
  fc.assert(
    fc.property(fc.integer({min: 300, max: 900}), fc.integer({min: 240, max: 1200}), (points, width) => {
      const scale = scoreScale({...input, points, width});
      const half = (text: string, size = 13) => textWidth(text, size) / 2;
      expect(scale.clientLabel - half(input.labels.client, 14.3)).toBeGreaterThanOrEqual(-1e-9);
      expect(scale.clientLabel + half(input.labels.client, 14.3)).toBeLessThanOrEqual(width + 1e-9);
      scale.ticks.forEach(({x, label}, i) => {
        expect(Math.abs(x - scale.threshold)).toBeGreaterThan(half(label));
        const next = scale.ticks[i + 1];
        if (next) expect(next.x - half(next.label)).toBeGreaterThan(x + half(label));
      });
    })
  );
});

test("the word of a zone gives way to the client's mark", () => {
  expect(scoreScale(input).zones).toEqual({refuse: true, accept: true});
  expect(scoreScale({...input, points: 425}).zones.refuse).toBe(false);
  expect(scoreScale({...input, points: 688}).zones.accept).toBe(false);
});
