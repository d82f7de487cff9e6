import {expect, test} from "vitest";
import type {Feature} from "../model/contract/feature.ts";
import type {FeatureTable} from "./feature-table.ts";
import {groupingsOf, membersOf, similarClients} from "./groupings.ts";

const feature = (id: string, unit: Feature["unit"]): Feature => ({
  id,
  label: {fr: id, en: id},
  description: {fr: id, en: id},
  unit,
  family: "situation",
  source: "application",
  direction: "none",
  actionable: false,
  protected: false,
  ...(unit === "category" ? {categoryLabels: {Cash: {fr: "Crédit amorti", en: "Cash loan"}}} : {})
});

function table(columns: {credit_type: number[]; age: number[]; income: number[]}): FeatureTable {
  const rows = columns.age.length;
  return {
    rows,
    clients: Int32Array.from({length: rows}, (_, i) => i),
    outcomes: new Uint8Array(rows),
    features: [feature("credit_type", "category"), feature("age", "years"), feature("income", "money")],
    inputs: [
      {id: "credit_type", categories: ["Cash", "Revolving"]},
      {id: "age", categories: null},
      {id: "income", categories: null}
    ],
    columns: [columns.credit_type, columns.age, columns.income].map((values) => Float32Array.from(values))
  };
}

const four = table({credit_type: [0, 0, 1, NaN], age: [29.9, 30, 64, 41], income: [100, 200, 300, NaN]});

test("a band holds its lower edge and not its upper one", () => {
  const age = groupingsOf(four, "EUR").find(({id}) => id === "age")!;
  expect([...age.of].map((group) => age.groups[group]!.label.en)).toEqual([
    "Under 30",
    "Aged 30 to 39",
    "60 and over",
    "Aged 40 to 49"
  ]);
});

test("who has no value is in no group", () => {
  const credit = groupingsOf(four, "EUR").find(({id}) => id === "credit_type")!;
  expect([...credit.of]).toEqual([0, 0, 1, -1]);
  expect(membersOf(credit).map((rows) => [...rows])).toEqual([[0, 1], [2]]);
});

test("a category is called by its label, or by its own name where it has none", () => {
  const credit = groupingsOf(four, "EUR").find(({id}) => id === "credit_type")!;
  expect(credit.groups.map(({id, label}) => [id, label.fr])).toEqual([
    ["credit_type-cash", "Crédit amorti"],
    ["credit_type-revolving", "Revolving"]
  ]);
});

test("groupings of features that aren't there are left out", () => {
  expect(groupingsOf(four, "EUR").map(({id}) => id)).toEqual(["age", "income", "credit_type"]);
});

test("each client is compared with the narrowest group that is large enough, and that group is told whole", () => {
  // Three young, of which two earn little; one old: alone at every level but the credit's.
  const clients = table({credit_type: [0, 0, 0, 0], age: [20, 21, 22, 70], income: [1000, 1000, 5000, 5000]});
  const similar = similarClients(clients, "EUR", 2);
  const groupOf = (row: number) => similar.groups[similar.of[row]!]!.id;
  expect(groupOf(0)).toBe(groupOf(1));
  expect(groupOf(0).split("-")).toContain("income");
  expect(groupOf(2)).not.toContain("income");
  expect(groupOf(3)).toBe("similar-credit_type-cash");
  expect(membersOf(similar)[similar.of[3]!]!.length).toBe(4);
});

test("who belongs to no group that is large enough is compared with nobody", () => {
  const clients = table({credit_type: [0, 0, 1], age: [20, 21, 22], income: [1, 1, 1]});
  expect(similarClients(clients, "EUR", 2).of[2]).toBe(-1);
});
