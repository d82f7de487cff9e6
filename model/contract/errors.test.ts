import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {errorCodes, LimpideError, placedIn} from "./errors.ts";

test("docs/errors.md lists every code with its meaning, and no other", async () => {
  const page = await readFile(new URL("../../docs/errors.md", import.meta.url), "utf8");
  const listed = [...page.matchAll(/^\| `(E_\w+)` *\| (.*?) *\| (.*?) *\|$/gm)];
  expect(Object.fromEntries(listed.map(([, code, meaning]) => [code, meaning]))).toEqual(errorCodes);
  expect(listed.every(([, , , advice]) => advice!.length > 10)).toBe(true);
});

test("a message names file, row, column and value, as far as they are known", () => {
  const place = {file: "bureau.csv", row: 5, column: "AMT_CREDIT_SUM", value: "a".repeat(100)};
  expect(new LimpideError("E_VALUE_TYPE", "expected a number", place).message).toBe(
    `bureau.csv, row 5, column AMT_CREDIT_SUM, value "${"a".repeat(79)}…": expected a number`
  );
  expect(new LimpideError("E_ARGUMENT", "what?").message).toBe("what?");
});

test("a file is added to an error that names none, and whatever else was thrown stays what it is", () => {
  const error = new LimpideError("E_VALUE_RANGE", "too much", {row: 8, column: "x", value: "9"});
  const placed = placedIn("rows.csv", error) as LimpideError;
  expect(placed.message).toBe('rows.csv, row 8, column x, value "9": too much');
  expect([placed.code, placed.place.row, placed.cause]).toEqual(["E_VALUE_RANGE", 8, error]);
  expect(placedIn("other.csv", placed)).toBe(placed);
  const other = new TypeError("a mistake of ours");
  expect(placedIn("rows.csv", other)).toBe(other);
});
