import {beforeAll, expect, test} from "vitest";
import type {ClientRecord} from "../../../model/contract/record.ts";
import {describeDecisionChange} from "../../../model/explainer/recourse/words.ts";
import {bookFixture, type BookFixture} from "../testing/book-fixture.ts";
import {BookError} from "./book-error.ts";
import {checkRecord} from "./check.ts";

let book: BookFixture;
beforeAll(async () => {
  book = await bookFixture({people: 400});
});

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

/** A copy in which the field at the end of a path is another, or is gone. */
function changed(record: ClientRecord, path: Path, value: unknown): ClientRecord {
  const copy = structuredClone(record) as unknown as Json;
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as Json, copy);
  holder[path.at(-1)!] = value;
  return copy as unknown as ClientRecord;
}

const failure = (record: ClientRecord): unknown => {
  try {
    checkRecord(record, book.manifest);
    return undefined;
  } catch (error) {
    return error;
  }
};

test("every record of the book passes, whatever would change it", () => {
  for (const record of book.records) expect(checkRecord(record, book.manifest)).toBe(record);
});

const brokenRecourse: [Path, unknown, string][] = [
  [[], "", "record.change"],
  [[], [], "record.change"],
  [["kind"], "advice", "kind"],
  [["points"], 12, "points"],
  [["monthsEstimated"], null, "monthsEstimated"],
  [["goal"], "please", "goal"],
  [["needed"], "549", "needed"],
  [["tried"], -1, "tried"],
  [["solutions"], {}, "solutions"],
  [["solutions", 0], null, "solutions[0]"],
  [["solutions", 1, "points"], 500, "solutions[1].points"],
  [["solutions", 1, "points"], null, "solutions[1].points"],
  [["solutions", 2, "recommendation"], "refuse", "solutions[2].recommendation"],
  [["solutions", 2, "review"], 1, "solutions[2].review"],
  [["solutions", 0, "levers"], ["income"], "solutions[0].levers"],
  [["solutions", 0, "levers"], undefined, "solutions[0].levers"],
  [["solutions", 0, "changes"], "none", "solutions[0].changes"],
  [["solutions", 0, "changes"], [], "solutions[0].levers"],
  [["solutions", 0, "changes", 0], 12, "solutions[0].changes[0]"],
  [["solutions", 0, "changes", 0, "quantity"], "toString", "solutions[0].changes[0]"],
  [["solutions", 0, "changes", 0, "quantity"], "price", "solutions[0].levers"],
  [["solutions", 0, "changes", 1, "unit"], "euros", "solutions[0].changes[1]"],
  [["solutions", 0, "changes", 1, "before"], "9", "solutions[0].changes[1]"],
  [["solutions", 0, "changes", 1, "after"], null, "solutions[0].changes[1]"],
  [["solutions", 0, "changes", 1, "after"], -5, "solutions[0].changes[1]"],
  [["solutions", 0, "changes", 1, "linked"], "yes", "solutions[0].changes[1]"]
];

test.each(brokenRecourse)("recourse whose %j is %j is refused, naming %s", (path, value, field) => {
  const error = failure(changed(book.notable.threeWays, ["change", ...path], value));
  expect(error).toBeInstanceOf(BookError);
  expect(error).toMatchObject({code: "E_BOOK_FORMAT"});
  expect((error as BookError).message).toContain(field.startsWith("record") ? field : `record.change.${field} `);
});

const brokenMargins: [Path, unknown, string][] = [
  [["points"], 612.5, "points"],
  [["threshold"], null, "threshold"],
  [["monthsEstimated"], "no", "monthsEstimated"],
  [["margins"], null, "margins"],
  [["margins", 0], "credit", "margins[0]"],
  [["margins", 0, "lever"], "price", "margins[0].lever"],
  [["margins", 0, "lever"], "constructor", "margins[0].lever"],
  [["margins", 1, "direction"], "sideways", "margins[1].direction"],
  [["margins", 1, "unit"], null, "margins[1].unit"],
  [["margins", 2, "before"], Infinity, "margins[2]"],
  [["margins", 2, "lastAccepted"], undefined, "margins[2]"],
  [["margins", 2, "firstRefused"], undefined, "margins[2].firstRefused"],
  [["margins", 2, "firstRefused"], {value: "6", points: 500}, "margins[2].firstRefused"],
  [["margins", 2, "firstRefused"], {value: 6, points: 500.5}, "margins[2].firstRefused"]
];

test.each(brokenMargins)("margins whose %j is %j are refused, naming %s", (path, value, field) => {
  const error = failure(changed(book.notable.accept, ["change", ...path], value));
  expect(error).toBeInstanceOf(BookError);
  expect((error as BookError).message).toContain(`record.change.${field} `);
});

test("more than three ways are refused", () => {
  const {change} = book.notable.threeWays;
  const solutions = change?.kind === "recourse" ? change.solutions : [];
  const error = failure(changed(book.notable.threeWays, ["change", "solutions"], [...solutions, ...solutions]));
  expect((error as BookError).message).toContain("record.change.solutions ");
});

const strange: unknown[] = [undefined, null, true, -1, 0.5, Number.NaN, "", "accept", [], {}, [null], [{}]];

/** Every place of a value, outermost first. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

test("whatever stands in whichever place, it is refused or can be told without a hole", () => {
  const {threeWays, oneWay, noWay, accept} = book.notable;
  for (const record of [threeWays, oneWay, noWay, accept]) {
    for (const path of placesOf(record.change)) {
      for (const value of strange) {
        const broken = changed(record, ["change", ...path], value);
        const error = failure(broken);
        if (error !== undefined) {
          expect(error).toMatchObject({code: "E_BOOK_FORMAT"});
          continue;
        }
        if (broken.change === null) continue;
        for (const audience of ["advisor", "applicant"] as const) {
          const told = describeDecisionChange(broken.change, {language: "fr", currency: "EUR", audience});
          expect(JSON.stringify(told), `${path.join(".")} = ${String(value)}`).not.toMatch(/undefined|NaN|null/);
        }
      }
    }
  }
});
