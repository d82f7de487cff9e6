import fc from "fast-check";
import {expect, test} from "vitest";
import {binEnds} from "./bin-ends.ts";

test("few values get a bin each, if they have rows enough", () => {
  expect(binEnds(Int32Array.of(5, 5, 5), 0, 0, 10, 3)).toEqual([0, 1]);
  expect(binEnds(Int32Array.of(2, 2, 5, 1, 1), 0, 0, 10, 3)).toEqual([1, 2]);
});

test("zero has its own bin, between the signs", () => {
  expect(binEnds(Int32Array.of(1, 1, 1, 1, 1), 2, 1, 10, 3)).toEqual([1, 2]);
});

test("many values share bins of about equal count, a frequent one apart", () => {
  const counts = new Int32Array(1000).fill(10);
  counts[500] = 5000;
  const ends = binEnds(counts, 0, 0, 21, 3);
  expect(ends).toContain(499);
  expect(ends).toContain(500);
  const rows = [...ends, 999].map((end, i, all) =>
    counts.slice(i === 0 ? 0 : all[i - 1]! + 1, end + 1).reduce((a, b) => a + b)
  );
  for (const count of rows.filter((count) => count < 5000)) expect(Math.abs(count - 500)).toBeLessThan(60);
});

test("ends ascend, leave a value on each side, and are as many as there is room for", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: 1, max: 50}), {minLength: 1, maxLength: 80}),
      fc.nat(),
      fc.boolean(),
      fc.integer({min: 3, max: 30}),
      fc.integer({min: 1, max: 20}),
      (counts, cut, zero, room, least) => {
        const negatives = cut % (counts.length + 1);
        const ends = binEnds(
          Int32Array.from(counts),
          negatives,
          zero && negatives < counts.length ? 1 : 0,
          room,
          least
        );
        expect(ends.length).toBeLessThan(room);
        expect(ends.every((end, i) => end > (ends[i - 1] ?? -1) && end < counts.length - 1)).toBe(true);
      }
    )
  );
});
