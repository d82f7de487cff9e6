import {expect, test} from "vitest";
import {normalizeOptions} from "./options.ts";

test("nothing said gives complete options", () => {
  expect(normalizeOptions({})).toMatchObject({clients: 10_000, costRatio: 10, folds: 5, repeats: 3, data: undefined});
});

test("numbers may come as text", () => {
  expect(normalizeOptions({clients: "500", "cost-ratio": "7.5"})).toMatchObject({clients: 500, costRatio: 7.5});
});

test.each([
  [{clients: "many"}, /--clients "many"/],
  [{clients: "10"}, /--clients "10"/],
  [{"cost-ratio": "-1"}, /--cost-ratio "-1"/],
  [{currency: "euro"}, /--currency "euro": three capital letters/],
  [{colour: "red"}, /--colour/]
])("%o is refused by name", (given, message) => {
  expect(() => normalizeOptions(given)).toThrow(message);
  expect(() => normalizeOptions(given)).toThrow(expect.objectContaining({code: "E_ARGUMENT"}));
});
