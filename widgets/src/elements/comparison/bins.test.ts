import {expect, test} from "vitest";
import type {Distribution} from "../../../../model/contract/cohort.ts";
import {comparison as fr} from "../../locales/fr/comparison.ts";
import {binLabel, holdsOneValue, isWhole} from "./bins.ts";
import type {Subject} from "./subject.ts";

const size = (value: number) => String(value);
const sizes = (low: number, high: number) => `${low} à ${high}`;
const rating: Subject = {
  id: "rating",
  index: 0,
  label: "Classement",
  value: 2,
  categorical: false,
  whole: "perhaps",
  ago: false,
  text: size,
  range: sizes,
  size,
  tick: size,
  sizes,
  distribution: () => undefined
};

function distribution(edges: number[], quantiles: Distribution["quantiles"]): Distribution {
  const counts = edges.slice(1).map(() => 100);
  return {
    count: 100 * counts.length,
    missing: 0,
    quantiles,
    edges,
    counts,
    outcomes: []
  };
}

test("values are taken for whole where edges, quantiles and the client's all are, and only there", () => {
  const whole = distribution([1, 2, 3, 4], [1, 2, 2, 2, 3]);
  expect(holdsOneValue(rating, whole)).toBe(true);
  expect(binLabel({first: 1, last: 1}, whole, rating, fr)).toBe("2");
  expect(isWhole(rating, distribution([1, 2, 3, 4], [1, 1.7, 2, 2, 3]))).toBe(false);
  expect(isWhole({...rating, value: 2.5}, whole)).toBe(false);
  expect(isWhole({...rating, whole: false}, whole)).toBe(false);
});

test("ranges of whole values do not share their ends", () => {
  const wide = distribution([0, 2, 4, 6], [0, 1, 2, 3, 5]);
  const labels = [0, 1, 2].map((bin) => binLabel({first: bin, last: bin}, wide, rating, fr));
  expect(labels).toEqual(["moins de 2", "2 à 3", "4 et plus"]);
});

test("one bin for everybody is named by both its ends", () => {
  expect(binLabel({first: 0, last: 0}, distribution([0, 1], [0, 0, 0, 0, 1]), {...rating, whole: false}, fr)).toBe(
    "0 à 1"
  );
});
