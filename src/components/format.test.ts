import {expect, test} from "vitest";
import {formatOf} from "./format.js";

const fr = formatOf("fr");
const en = formatOf("en");

test("figures follow the language", () => {
  expect(fr.integer(12345)).toBe("12\u202f345");
  expect(en.integer(12345)).toBe("12,345");
  expect(fr.decimal(0.7612, 3)).toBe("0,761");
  expect(en.decimal(0.7612, 3)).toBe("0.761");
});

test("percentages are written as the language writes them", () => {
  expect(fr.percent(0.0745, 1)).toMatch(/^7,5[\u202f\u00a0]%$/);
  expect(en.percent(0.0745, 1)).toBe("7.5%");
});

test("a negative figure has a minus sign, not a hyphen", () => {
  expect(en.signed(-0.42, 1)).toBe("−0.4");
  expect(en.signed(0.42, 1)).toBe("+0.4");
});

test("very small figures are powers of ten", () => {
  expect(en.scientific(8.3e-7)).toBe("8.3\u00a0×\u00a010⁻⁷");
  expect(fr.scientific(1e-5)).toBe("1,0\u00a0×\u00a010⁻⁵");
  expect(en.scientific(0)).toBe("0");
});

test("a date is the day that it says, wherever it is read", () => {
  expect(fr.date("2025-11-22")).toBe("22 novembre 2025");
  expect(en.date("2025-11-22")).toBe("22 November 2025");
});

test("lists end in the language's and", () => {
  expect(fr.list(["a", "b", "c"])).toBe("a, b et c");
  expect(en.list(["a", "b"])).toBe("a and b");
});
