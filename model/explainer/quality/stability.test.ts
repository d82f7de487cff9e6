import {expect, test} from "vitest";
import {stabilityQuality} from "./stability.ts";

const groups = [0, 0, 1, 2, 3];

test("the same account is wholly stable", () => {
  const account = {points: [500, 600], contributions: [3, 1, 2, -1, 0, -5, 0, 1, 1, 1]};
  expect(stabilityQuality(account, [account, account], groups)).toEqual({
    models: 2,
    clients: 2,
    sameFirst: 1,
    overlap3: 1,
    pointsMedian: 0,
    pointsHigh: 0
  });
});

test("a model that takes another feature of the same group gives the same reason", () => {
  const champion = {points: [500], contributions: [4, 0, 2, 1, 0]};
  const other = {points: [500], contributions: [0, 4, 2, 1, 0]};
  expect(stabilityQuality(champion, [other], groups)).toMatchObject({sameFirst: 1, overlap3: 1});
});

test("first reasons, shared reasons and points are counted over clients and models", () => {
  const champion = {points: [500, 500], contributions: [0, 4, 3, 2, 1, 0, 4, 3, 2, 1]};
  const swapped = {points: [507, 500], contributions: [0, 3, 4, 2, 1, 0, 4, 3, 1, 2]};
  const quality = stabilityQuality(champion, [champion, swapped], groups);
  expect(quality.sameFirst).toBe(3 / 4);
  expect(quality.overlap3).toBeCloseTo((1 + 1 + 1 + 2 / 3) / 4, 12);
  expect(quality.pointsHigh).toBe(7);
});
