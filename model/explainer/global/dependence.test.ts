import {expect, test} from "vitest";
import {dependenceSchema} from "../../contract/global-explanation.ts";
import {dependence} from "./dependence.ts";
import {testingPortfolio, type TestingFeature} from "./testing-portfolio.ts";

const even: TestingFeature["draw"] = (random) => random() * 10;

/** Amount: a slope that the flag turns round. Score: a step and a gap where missing. Work: by category. Echo: noise. */
const {contributions, columns} = testingPortfolio(
  [
    {
      id: "amount",
      family: "credit",
      categories: null,
      draw: even,
      contribute: ([amount, , , flag]) => (amount! - 5) * (flag === 1 ? -1 : 1)
    },
    {
      id: "score",
      family: "external",
      categories: null,
      draw: (random) => (random() < 0.2 ? NaN : random()),
      contribute: ([, score]) => (Number.isNaN(score!) ? 0.5 : score! > 0.5 ? -1 : 1)
    },
    {
      id: "work",
      family: "income",
      categories: ["A", "B", "rare", "none"],
      draw: (random) => (random() < 0.005 ? 2 : random() < 0.4 ? 1 : 0),
      contribute: ([, , work], random) => (work === 1 ? 0.3 : -0.3) + 0.02 * random()
    },
    {
      id: "flag",
      family: "housing",
      categories: null,
      draw: (random) => (random() < 0.3 ? 1 : 0),
      contribute: () => 0.2
    },
    {id: "echo", family: "debts", categories: null, draw: even, contribute: (_, random) => 0.1 * random()}
  ],
  4000
);
const told = dependence(contributions, columns, {features: 5});
const of = (id: string) => told.features.find((feature) => feature.id === id)!;

test("a curve follows the contribution from value to value, everyone counted once", () => {
  expect(dependenceSchema.parse(told)).toEqual(told);
  expect(told.features[0]!.id).toBe("amount");
  const {groups, withheld} = of("score");
  expect(groups).toHaveLength(21);
  expect(groups.reduce((sum, {count}) => sum + count, withheld)).toBe(4000);
  for (const {group, value, mean, low, median, high} of groups) {
    if (group.kind === "missing") expect([value, mean, low, median, high]).toEqual([null, 0.5, 0.5, 0.5, 0.5]);
    else if (value! < 0.45) expect([mean, low, high]).toEqual([1, 1, 1]);
    else if (value! > 0.55) expect([mean, low, high]).toEqual([-1, -1, -1]);
  }
  expect(groups.at(-1)!.group).toEqual({kind: "missing"});
  const values = groups.slice(0, -1).map(({value}) => value!);
  expect(values).toEqual([...values].sort((a, b) => a - b));
});

test("groups of fewer than 50 people are not told", () => {
  const {groups, withheld} = of("work");
  expect(groups.map(({group}) => group)).toEqual([
    {kind: "category", category: "A"},
    {kind: "category", category: "B"}
  ]);
  expect(withheld).toBe(columns[2]!.filter((code) => code === 2).length);
  expect(withheld).toBeGreaterThan(0);
  expect(of("flag").groups).toHaveLength(2);
});

test("finds the feature that turns a contribution round, and shows both ways", () => {
  const {interaction, groups} = of("amount");
  expect(interaction!.id).toBe("flag");
  expect(interaction!.share).toBeGreaterThan(0.7);
  const [without, with_] = interaction!.curves;
  expect([without!.group, with_!.group]).toEqual([
    {kind: "interval", from: null, to: 0},
    {kind: "interval", from: 0, to: null}
  ]);
  expect(without!.means).toHaveLength(groups.length);
  groups.forEach(({value}, i) => {
    const slope = value! - 5;
    expect(Math.abs(without!.means[i]! - slope)).toBeLessThan(0.2);
    if (with_!.means[i] !== null) expect(Math.abs(with_!.means[i]! + slope)).toBeLessThan(0.2);
  });
});

test("a contribution that follows its own value alone, or chance, interacts with nothing", () => {
  expect(of("score").interaction).toBeNull();
  expect(of("work").interaction).toBeNull();
  expect(of("flag").interaction).toBeNull();
  expect(of("echo").interaction).toBeNull();
});

test("an interaction with a category is told by its most frequent categories", () => {
  const portfolio = testingPortfolio(
    [
      {
        id: "amount",
        family: "credit",
        categories: null,
        draw: even,
        contribute: ([amount, work]) => amount! * (work! % 2 === 0 ? 1 : -1)
      },
      {
        id: "work",
        family: "income",
        categories: ["A", "B", "C", "D"],
        draw: (random) => Math.floor(4 * random() ** 2),
        contribute: () => 0
      }
    ],
    3000
  );
  const [amount] = dependence(portfolio.contributions, portfolio.columns, {features: 1}).features;
  expect(amount!.interaction!.id).toBe("work");
  expect(amount!.interaction!.curves.map(({group}) => group)).toEqual(
    ["A", "B", "C"].map((category) => ({kind: "category", category}))
  );
});
