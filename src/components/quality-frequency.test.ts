import {expect, test} from "vitest";
import {frequencyOf} from "./quality-frequency.js";

test("a share is told out of 100, and out of more where it would be none or all of them", () => {
  expect(frequencyOf(0.874)).toEqual({count: 87, of: 100});
  expect(frequencyOf(0.004)).toEqual({count: 4, of: 1000});
  expect(frequencyOf(0.9996)).toEqual({count: 9996, of: 10_000});
});

test("only what is none or all is told so, unless it is closer than one in ten thousand", () => {
  expect(frequencyOf(0)).toEqual({count: 0, of: 100});
  expect(frequencyOf(1)).toEqual({count: 100, of: 100});
  expect(frequencyOf(0.999999)).toEqual({count: 10_000, of: 10_000});
});
