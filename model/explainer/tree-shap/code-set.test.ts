import fc from "fast-check";
import {expect, test} from "vitest";
import {classesOf, complement, contains, intersect, type CodeSet} from "./code-set.ts";

const count = 12;
const codes = Array.from({length: count}, (_, code) => code);
const arbitrarySet = fc.uniqueArray(fc.nat({max: count - 1})).map((inside): CodeSet => {
  return codes.filter((code) => inside.includes(code) !== (code > 0 && inside.includes(code - 1)));
});
const members = (set: CodeSet) => codes.filter((code) => contains(set, code));

test("intersections and complements hold the codes that they should", () => {
  fc.assert(
    fc.property(arbitrarySet, arbitrarySet, (a, b) => {
      const both = members(a).filter((code) => members(b).includes(code));
      expect(members(intersect(a, b))).toEqual(both);
      expect(members(complement(a))).toEqual(codes.filter((code) => !members(a).includes(code)));
      expect(complement(complement(a))).toEqual(a);
    })
  );
});

test("classes are the codes that no set tells apart, in runs", () => {
  fc.assert(
    fc.property(fc.array(arbitrarySet, {maxLength: 4}), (sets) => {
      const {starts, classes, members: of} = classesOf(sets, count);
      expect(starts[0]).toBe(0);
      const classOf = (code: number) => classes[starts.filter((start) => start <= code).length - 1]!;
      for (const code of codes) {
        expect(of[classOf(code)]).toEqual(sets.map((set) => contains(set, code)));
        if (code > 0) expect(classOf(code) === classOf(code - 1)).toBe(!starts.includes(code));
      }
      expect(new Set(of.map(String)).size).toBe(of.length);
      expect(new Set(classes).size).toBe(of.length);
    })
  );
});
