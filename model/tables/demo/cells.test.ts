import {expect, test} from "vitest";
import {choices, curves} from "./cells.ts";
import {Stream} from "./random.ts";

test("a condition leads to the branch where it holds, then to the one where it doesn't", () => {
  const cells = curves(`
    age < 30?
     kind = cash | card?
      1
      2
     3
  `);
  expect(cells.at({age: 29, kind: "card"}, 0.5)).toBe(1);
  expect(cells.at({age: 29, kind: "sale"}, 0.5)).toBe(2);
  expect(cells.at({age: 30, kind: "cash"}, 0.5)).toBe(3);
});

test("a quantile function is linear between its points, and an atom has its share", () => {
  const cells = curves("0 10, 400-600 20, 1000 40");
  expect([0, 0.2, 0.4, 0.5, 0.6, 0.7, 1].map((u) => cells.at({}, u))).toEqual([10, 15, 20, 20, 20, 25, 40]);
  expect(cells.atNormal({}, 0)).toBe(20);
  expect(cells.atNormal({}, 9)).toBeCloseTo(40, 6);
  expect(curves("0 -5, 1000 .5").at({}, 0)).toBe(-5);
});

test("names are drawn by their weights, and stand in the order that the cell lists them in", () => {
  const cells = choices("rent or loan 250; Spouse, partner 500; other 250");
  expect([0.1, 0.25, 0.3, 0.74, 0.76, 1].map((u) => cells.at({}, u))).toEqual([
    "rent or loan",
    "rent or loan",
    "Spouse, partner",
    "Spouse, partner",
    "other",
    "other"
  ]);
  const stream = new Stream(1, 1, "previous");
  const drawn = Array.from({length: 4000}, () => cells.draw({}, stream));
  // Three standard errors.
  expect(Math.abs(drawn.filter((name) => name === "Spouse, partner").length / 4000 - 0.5)).toBeLessThan(0.024);
  expect(choices("alone in its cell").at({}, 0.5)).toBe("alone in its cell");
});

test("a cell goes on in the next line after a separator", () => {
  expect(curves("0 1,\n 500 2,\n 1000 3").at({}, 0.5)).toBe(2);
  expect(choices("a 1;\n b 1").at({}, 0.9)).toBe("b");
});

test("what is not a table is refused", () => {
  const wrong: [() => unknown, RegExp][] = [
    [() => curves("age < 3?\n 1"), /lacks a branch/],
    [() => curves("1\n2"), /a line too many: 2/],
    [() => curves("age > 3?\n 1\n 2"), /not a condition: age > 3/],
    [() => curves("age < x?\n 1\n 2"), /not a number: x/],
    [() => curves("0 1, 500 3, 1000 2"), /ascends/],
    [() => curves("0 1, 600 2, 500 3, 1000 4"), /ascends/],
    [() => curves("0 1, 900 2"), /not from 0 to 1000/],
    [() => curves("0 1, 1000"), /not a point: 1000/],
    [() => choices("a 1; b 0"), /not a share: b 0/],
    [() => choices("a 1; b"), /not a number|not a share/]
  ];
  for (const [make, message] of wrong) expect(make).toThrow(message);
});

test("a context that lacks what a condition asks for is an error, not a guess", () => {
  expect(() => curves("age < 3?\n 1\n 2").at({}, 0.5)).toThrow("the context lacks age");
});
