import fc from "fast-check";
import {expect, test} from "vitest";
import {partition} from "./value-groups.ts";

test("every client is in the group that its value says, and no group is smaller than asked", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(NaN), fc.constant(0), fc.integer({min: -5, max: 30}), fc.double({noNaN: true})), {
        minLength: 1,
        maxLength: 200
      }),
      fc.integer({min: 2, max: 12}),
      fc.integer({min: 1, max: 30}),
      (values, count, smallest) => {
        const {groups, of} = partition(values, null, {count, smallest});
        expect(groups.filter(({kind}) => kind === "interval").length).toBeLessThanOrEqual(count);
        groups.forEach((group, i) => {
          const members = values.filter((_, client) => of[client] === i);
          expect(members.length).toBeGreaterThanOrEqual(smallest);
          for (const value of members) {
            if (group.kind === "missing") expect(value).toBeNaN();
            else if (group.kind === "interval") {
              expect(value > (group.from ?? -Infinity) || group.from === null).toBe(true);
              expect(value <= (group.to ?? Infinity)).toBe(true);
            }
          }
        });
        // Left out are the missing, or the known, where there are too few of them altogether.
        const missing = values.filter(Number.isNaN).length;
        const left = of.filter((group) => group < 0).length;
        const expected =
          (missing < smallest ? missing : 0) + (values.length - missing < smallest ? values.length - missing : 0);
        expect(left).toBe(expected);
      }
    )
  );
});

test("few values have a group each", () => {
  const {groups, of} = partition([0, 1, 1, 2, 0, 1], null, {count: 4, smallest: 1});
  expect(groups).toEqual([
    {kind: "interval", from: null, to: 0},
    {kind: "interval", from: 0, to: 1},
    {kind: "interval", from: 1, to: null}
  ]);
  expect([...of]).toEqual([0, 1, 1, 2, 0, 1]);
});

test("a number that is nearly always its largest value is still parted", () => {
  const column = Array.from({length: 100}, (_, i) => (i < 10 ? i / 10 : 5));
  const {groups, of} = partition(column, null, {count: 2, smallest: 5});
  expect(groups).toEqual([
    {kind: "interval", from: null, to: 0.9},
    {kind: "interval", from: 0.9, to: null}
  ]);
  expect(of.filter((group) => group === 0)).toHaveLength(10);
});

test("categories of few people, and codes without a name, are in no group", () => {
  const column = [0, 0, 0, 1, 2, 2, 7, -1, NaN, NaN];
  const {groups, of} = partition(column, ["A", "B", "C"], {count: 2, smallest: 2});
  expect(groups).toEqual([{kind: "category", category: "A"}, {kind: "category", category: "C"}, {kind: "missing"}]);
  expect([...of]).toEqual([0, 0, 0, -1, 1, 1, -1, -1, 2, 2]);
});
