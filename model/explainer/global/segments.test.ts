import {expect, test} from "vitest";
import {segmentImportanceSchema} from "../../contract/global-explanation.ts";
import type {Contributions} from "./contributions.ts";
import {importanceBySegment} from "./segments.ts";

const label = (name: string) => ({fr: name, en: name});
const groups = ["young", "old", "few"].map((id) => ({id, label: label(id)}));

/** 60 young clients whom the first feature moves, 100 old ones whom the second does, 10 of a small segment, 5 of none. */
const of = [60, 100, 10, 5].flatMap((count, i) => Array<number>(count).fill(i === 3 ? -1 : i));
const contributions: Contributions = {
  features: [
    {id: "a", family: "debts", categories: null},
    {id: "b", family: "debts", categories: null},
    {id: "c", family: "income", categories: null}
  ],
  values: Float32Array.from(
    of.flatMap((segment) =>
      [
        [2, -1, 0.5],
        [0, 3, -0.5],
        [9, 9, 9],
        [0, 0, 0]
      ].at(segment)!
    )
  ),
  factor: -10
};

test("tells each segment of 50 people or more by itself, and withholds the others", () => {
  const told = importanceBySegment(contributions, {id: "age", of, groups});
  expect(segmentImportanceSchema.parse(told)).toEqual(told);
  expect(told).toEqual({
    id: "age",
    features: ["b", "a", "c"],
    families: ["debts", "income"],
    segments: [
      {id: "young", label: label("young"), count: 60, features: [10, 20, 5], families: [10, 5]},
      {id: "old", label: label("old"), count: 100, features: [30, 0, 5], families: [30, 5]}
    ],
    withheld: 15
  });
});

test("names the features that lead in any segment", () => {
  expect(importanceBySegment(contributions, {id: "age", of, groups}, {features: 1}).features).toEqual(["b", "a"]);
});

test("no segment large enough leaves nothing to tell", () => {
  const told = importanceBySegment(contributions, {id: "age", of, groups}, {smallest: 1000});
  expect(told).toMatchObject({features: [], segments: [], withheld: 175});
});
