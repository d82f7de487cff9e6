import {beforeAll, expect, test} from "vitest";
import type {ClientRecord} from "../../../../model/contract/record.ts";
import {bookFixture, type BookFixture} from "../../testing/book-fixture.ts";
import {factsOf, filtered, type Fact} from "./facts.ts";

let book: BookFixture;
beforeAll(async () => {
  book = await bookFixture({people: 300});
});

const plain = (text: string) => text.replaceAll(/\s+/g, " ");
const index = (id: string) => book.manifest.features.findIndex((feature) => feature.id === id);

/** The first client with a value changed, and the facts told of them. */
function told(id: string, value: number | null, language: "fr" | "en" = "fr"): Fact {
  const [first] = book.records;
  const values = first!.values.with(index(id), value);
  const record: ClientRecord = {...first!, values};
  return factsOf({manifest: book.manifest, record}, language).find(({feature}) => feature.id === id)!;
}

test("each feature is a fact, in the manifest's order, and protected ones are none", () => {
  const facts = factsOf({manifest: book.manifest, record: book.records[0]!}, "fr");
  const open = book.manifest.features.filter((feature) => !feature.protected);
  expect(facts.map(({feature}) => feature)).toEqual(open);
  expect(open.length).toBe(book.manifest.features.length - 1);
});

test("a missing value says that it is missing, what that means, and what is usual all the same", () => {
  const fact = told("debt", null);
  expect(plain(fact.value)).toBe("non renseigné : la demande ne le précise pas");
  expect(fact).toMatchObject({missing: true, departure: undefined});
  expect(plain(fact.usual!)).toMatch(/^habituellement 0 à /);
});

test("a value far beyond what is usual departs, on its side", () => {
  const [low, , high] = book.manifest.features[index("income")]!.usual!;
  expect(told("income", high! + 3 * (high! - low!)).departure).toBe("above");
  expect(told("income", high!).departure).toBeUndefined();
  expect(told("age", -200).departure).toBe("below");
});

test("a value that reads as what is usual does not depart", () => {
  const feature = book.manifest.features[index("overdue_share")]!;
  expect(feature.usual).toEqual([0, 0, 0]);
  expect(told("overdue_share", 0.0001)).toMatchObject({departure: undefined});
  expect(told("overdue_share", 0.02)).toMatchObject({departure: "above"});
});

test("a filter lets through what is of the family, unusual and found, all three at once", () => {
  const facts = book.records.slice(0, 40).flatMap((record) => factsOf({manifest: book.manifest, record}, "en"));
  const chosen = filtered(facts, {query: "overdue", family: "debts", unusual: true});
  expect(chosen.size).toBeGreaterThan(0);
  expect([...chosen]).toEqual(
    facts.filter(({feature, departure}) => feature.id === "overdue_share" && departure !== undefined)
  );
  expect(filtered(facts, {query: "", family: null, unusual: false}).size).toBe(facts.length);
  expect(filtered(facts, {query: "overdue", family: "income", unusual: false}).size).toBe(0);
});

test("a search looks in values as they are written", () => {
  const fact = told("income", 34_500);
  for (const query of ["34500", "34 500", "€", "REVENU 34500"]) {
    expect(filtered([fact], {query, family: null, unusual: false}).size, query).toBe(1);
  }
  expect(filtered([fact], {query: "35500", family: null, unusual: false}).size).toBe(0);
});
