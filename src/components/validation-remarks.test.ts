import {expect, test} from "vitest";
import type {TableValidation} from "../../model/contract/validation.ts";
import {plainParts} from "./validation-remarks.js";

function table(files: {label: string; ignoredColumns?: string[]}[], leftAside: string[] = []): TableValidation {
  return {
    name: "bureau",
    files: files.map(({label, ignoredColumns = []}) => ({label, rows: 1, rejected: 0, ignoredColumns})),
    leftAside
  } as unknown as TableValidation;
}

test("files, and columns without a label, are told apart from words", () => {
  expect(
    plainParts(
      "bureau.csv: columns that no contract knows were ignored: SEGMENT, note.",
      table([{label: "bureau.csv", ignoredColumns: ["SEGMENT", "note"]}]),
      "en"
    )
  ).toEqual([
    {text: "bureau.csv", technical: true},
    {text: ": columns that no contract knows were ignored: ", technical: false},
    {text: "SEGMENT, note", technical: true},
    {text: ".", technical: false}
  ]);
  expect(
    plainParts(
      "bureau.csv.gz was not read: bureau.csv was.",
      table([{label: "bureau.csv"}], ["bureau.csv.gz"]),
      "en"
    ).map(({text, technical}) => (technical ? text : ""))
  ).toEqual(["bureau.csv.gz", "", "bureau.csv", ""]);
});

test("another table is called by its label, and a word that is also a table stays a word", () => {
  const text = (parts: {text: string}[]) => parts.map((part) => part.text).join("");
  expect(text(plainParts("absent de previous_application : ", undefined, "fr"))).toBe(
    "absent de «\u00a0Demandes précédentes\u00a0»\u00a0: "
  );
  expect(text(plainParts("5 rows belong to no application.", table([{label: "bureau.csv"}]), "en"))).toBe(
    "5 rows belong to no application."
  );
});

test("apostrophes and quotes are those of the language", () => {
  const parts = plainParts('Categories that the contract doesn\'t name: "Leasing" (1).', undefined, "en");
  expect(parts).toEqual([{text: "Categories that the contract doesn’t name: “Leasing” (1).", technical: false}]);
  expect(plainParts('Catégories inconnues : "Leasing" (1).', undefined, "fr")[0]!.text).toBe(
    "Catégories inconnues\u00a0: «\u00a0Leasing\u00a0» (1)."
  );
});

test("a file that reads like a pattern is only itself", () => {
  const parts = plainParts("a+(b).csv and aab.csv", table([{label: "a+(b).csv"}]), "en");
  expect(parts).toEqual([
    {text: "a+(b).csv", technical: true},
    {text: " and aab.csv", technical: false}
  ]);
});
