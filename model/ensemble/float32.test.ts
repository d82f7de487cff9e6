import fc from "fast-check";
import {expect, test} from "vitest";
import {floorFloat32, nextDownFloat32, nextDownFloat64} from "./float32.ts";

const float = fc.float({noNaN: true});

test("below a float32 number, nothing lies between it and the next", () => {
  fc.assert(
    fc.property(float, (x) => {
      fc.pre(x !== -Infinity);
      const below = nextDownFloat32(x);
      expect(below).toBeLessThan(x);
      expect(Math.fround(below)).toBe(below);
      if (Number.isFinite(x) && Number.isFinite(below)) {
        // Halfway rounds to one of the two.
        expect([below, x]).toContain(Math.fround((below + x) / 2) + 0);
      }
    })
  );
  expect([0, -0, Infinity, -Infinity].map(nextDownFloat32)).toEqual([
    -(2 ** -149),
    -(2 ** -149),
    3.4028234663852886e38,
    -Infinity
  ]);
  expect(nextDownFloat32(2 ** -149)).toBe(0);
});

test("v < x and v ≤ the number below x agree for every float32 v, and for every float64 v", () => {
  fc.assert(
    fc.property(float, float, (v, x) => {
      expect(v <= nextDownFloat32(x)).toBe(v < x);
      expect(v <= nextDownFloat64(x)).toBe(v < x);
    })
  );
  expect([1, 0, -1].map(nextDownFloat64)).toEqual([1 - 2 ** -53, -Number.MIN_VALUE, -1 - 2 ** -52]);
});

test("v ≤ x and v ≤ the float32 floor of x agree for every float32 v", () => {
  fc.assert(
    fc.property(float, fc.double({noNaN: true}), (v, x) => {
      expect(v <= floorFloat32(x)).toBe(v <= x);
    })
  );
  expect(floorFloat32(0.1)).toBeLessThan(0.1);
  expect(floorFloat32(1e300)).toBe(3.4028234663852886e38);
});
