import {resolve} from "node:path";
import {expect, test} from "vitest";
import {normalizeOptions} from "./options.ts";

test("nothing said gives complete options", () => {
  expect(normalizeOptions({})).toMatchObject({clients: 10_000, costRatio: 10, folds: 5, repeats: 3, data: undefined});
});

test("numbers may come as text", () => {
  expect(normalizeOptions({clients: "500", "cost-ratio": "7.5"})).toMatchObject({clients: 500, costRatio: 7.5});
});

test("a search is named by its folder, wherever the build is started from; nothing said is no search", () => {
  expect(normalizeOptions({search: "found"}).search).toBe(resolve("found"));
  expect(normalizeOptions({}).search).toBeUndefined();
});

test("an imported model isn't searched for, and unseen clients are those of an imported model", () => {
  expect(normalizeOptions({model: "taken", unseen: "unseen.csv"})).toMatchObject({
    model: resolve("taken"),
    unseen: resolve("unseen.csv")
  });
  for (const [given, message] of [
    [{model: "taken", search: "found"}, /--model and --search/],
    [{unseen: "unseen.csv"}, /--unseen FILE.csv: .*--model DIR is needed/]
  ] as const) {
    expect(() => normalizeOptions(given)).toThrow(message);
    expect(() => normalizeOptions(given)).toThrow(expect.objectContaining({code: "E_ARGUMENT"}));
  }
});

test("the environment names the keys of real clients' book, and never seals the demonstration", () => {
  const environment = {LIMPIDE_BOOK_KEYS: "keys.json"};
  expect(normalizeOptions({data: "tables"}, environment).bookKeys).toBe(resolve("keys.json"));
  expect(normalizeOptions({data: "tables", "book-keys": "mine.json"}, environment).bookKeys).toBe(resolve("mine.json"));
  expect(normalizeOptions({}, environment).bookKeys).toBeUndefined();
  expect(normalizeOptions({data: "tables", "open-book": true}, environment)).toMatchObject({
    bookKeys: undefined,
    openBook: true
  });
  expect(() => normalizeOptions({"book-keys": "mine.json", "open-book": true})).toThrow(/sealed or open/);
});

test.each([
  [{search: ""}, /--search ""/],
  [{clients: "many"}, /--clients "many"/],
  [{clients: "10"}, /--clients "10"/],
  [{"cost-ratio": "-1"}, /--cost-ratio "-1"/],
  [{currency: "euro"}, /--currency "euro": three capital letters/],
  [{colour: "red"}, /--colour/]
])("%o is refused by name", (given, message) => {
  expect(() => normalizeOptions(given)).toThrow(message);
  expect(() => normalizeOptions(given)).toThrow(expect.objectContaining({code: "E_ARGUMENT"}));
});
