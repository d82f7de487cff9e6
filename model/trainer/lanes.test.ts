import {expect, test} from "vitest";
import {createRandom} from "../metrics/random.ts";
import {joinLanes, type BinnedFeature} from "./lanes.ts";

function randomFeatures(rows: number, sizes: number[]): BinnedFeature[] {
  const random = createRandom(rows);
  return sizes.map((size) => ({size, bins: Uint8Array.from({length: rows}, () => Math.floor(random() * size))}));
}

test("every feature is in one lane, and its bins can be read back from there", () => {
  const features = randomFeatures(20_000, [2, 3, 2, 200, 7, 2, 2, 5, 2, 40, 2]);
  const lanes = joinLanes(features);
  expect(lanes.flatMap(({members}) => members).sort((a, b) => a - b)).toEqual([...features.keys()]);
  for (const {members, marginals, bins, size} of lanes) {
    expect(size).toBeLessThanOrEqual(256);
    for (const [m, member] of members.entries()) {
      const read = marginals ? bins.map((bin) => marginals[m]![bin]!) : bins;
      expect(read).toEqual(features[member]!.bins);
    }
  }
});

test("flags share lanes, and features that are one another's copies do too", () => {
  expect(joinLanes(randomFeatures(20_000, new Array<number>(16).fill(2)))).toHaveLength(2);
  const [feature] = randomFeatures(20_000, [100]);
  expect(joinLanes([feature!, feature!, feature!])).toHaveLength(1);
});

test("with few rows each feature has its lane", () => {
  expect(joinLanes(randomFeatures(100, [2, 2, 2]))).toHaveLength(3);
});

test("no feature, no lane", () => {
  expect(joinLanes([])).toEqual([]);
});
