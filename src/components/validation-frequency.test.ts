import fc from "fast-check";
import {expect, test} from "vitest";
import {frequencyOf, perHundred, shareInWords} from "./validation-frequency.js";

test("a part is told out of the smallest round number that holds two of it", () => {
  expect(frequencyOf(75, 1000, "en")).toBe("8 in 100");
  expect(frequencyOf(12, 61_246, "en")).toBe("2 in 10,000");
  expect(frequencyOf(9, 139_074, "fr")).toBe("6 sur 100\u202f000");
});

test("nothing is told where the counts say it better", () => {
  expect(frequencyOf(0, 1000, "en")).toBeNull();
  expect(frequencyOf(0, 0, "en")).toBeNull();
  expect(frequencyOf(1, 51, "en")).toBeNull();
  expect(frequencyOf(1, 61_246, "en")).toBeNull();
});

test("a frequency is within a third of the share it stands for", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 60_000_000}), fc.integer({min: 0, max: 1_000_000}), (whole, part) => {
      fc.pre(part <= whole);
      const told = frequencyOf(part, whole, "en");
      if (told === null) return;
      const [count, base] = told.split(" in ").map((text) => Number(text.replaceAll(",", ""))) as [number, number];
      expect(Math.abs(count / base / (part / whole) - 1)).toBeLessThanOrEqual(0.34);
      expect(base).toBeLessThanOrEqual(whole);
    })
  );
});

test("a limit is told exactly", () => {
  expect(shareInWords(0.001, "fr")).toBe("1 sur 1\u202f000");
  expect(shareInWords(0.0025, "en")).toBe("25 in 10,000");
  expect(shareInWords(1, "en")).toBe("100 in 100");
  expect(shareInWords(0, "en")).toBe("0%");
});

test("some clients are never none, and not all are never all", () => {
  expect(perHundred(1, 1000, "fr")).toBe("moins de 1 sur 100");
  expect(perHundred(999, 1000, "en")).toBe("more than 99 in 100");
  expect(perHundred(0, 1000, "en")).toBe("0 in 100");
  expect(perHundred(1000, 1000, "en")).toBe("100 in 100");
  expect(perHundred(0, 0, "en")).toBe("–");
});
