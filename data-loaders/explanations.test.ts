import {expect, test} from "vitest";
import {tolerance, verifyAdditivity} from "./explanations.ts";

const clients = Int32Array.of(100001, 100002);
const explained = () => ({base: -2, contributions: Float32Array.of(0.5, -0.25, 1, 0.125)});
const raw = Float64Array.of(-1.75, -0.875);

test("explanations that add up pass, and the largest difference is told", () => {
  expect(verifyAdditivity(explained(), raw, clients)).toBe(0);
  expect(verifyAdditivity(explained(), Float64Array.of(-1.75, -0.875 + 5e-6), clients)).toBeCloseTo(5e-6, 12);
});

test("one corrupted contribution fails, and names the client", () => {
  const corrupted = explained();
  corrupted.contributions[3]! += 2 * tolerance;
  expect(() => verifyAdditivity(corrupted, raw, clients)).toThrow(expect.objectContaining({code: "E_ADDITIVITY"}));
  expect(() => verifyAdditivity(corrupted, raw, clients)).toThrow(/client 100002/);
});

test("what isn't a number fails", () => {
  const corrupted = explained();
  corrupted.contributions[0] = NaN;
  expect(() => verifyAdditivity(corrupted, raw, clients)).toThrow(/client 100001/);
});
