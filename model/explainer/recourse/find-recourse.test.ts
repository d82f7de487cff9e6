import fc from "fast-check";
import {expect, test} from "vitest";
import {decisionChangeSchema, type Recourse, type RecourseSolution} from "../../contract/recourse.ts";
import type {ScoringModel} from "../../contract/scoring-model.ts";
import {compileEnsemble, evaluateRow} from "../../ensemble/evaluate.ts";
import {compileScore} from "../../ensemble/scoring.ts";
import {otherLoans} from "./candidates.ts";
import {compileRecourse, loanAskedFor, rowWithLoan} from "./engine.ts";
import {findDecisionChange, findRecourse} from "./find-recourse.ts";
import {defaultGrid} from "./grid.ts";
import {loanFeatures} from "./loan-features.ts";
import {downPaymentOf, type Loan} from "./loan.ts";
import {arbitraryCase, randomCase, testGrid, type RandomCase} from "./recourse-arbitrary.ts";

/** A row with another loan, feature by feature, and its score by the plain evaluator. */
function scoreWith({model, row}: RandomCase, before: Loan, after: Loan) {
  const values = Array.from(row, (value, place) => {
    const moving = loanFeatures.find(({id}) => id === model.inputs[place]!.id);
    return moving ? Math.fround(moving.follow(value, before, after)) : value;
  });
  return compileScore(model)(evaluateRow(compileEnsemble(model.ensemble), values));
}

/** Every loan of the grid that reaches the goal, found the slow and obvious way. */
function exhaustive(each: RandomCase, needed: number) {
  const {loan} = loanAskedFor({inputs: each.model.inputs, grid: testGrid}, each.row);
  return otherLoans(loan, testGrid)
    .map(({levers, loan: other, cost}) => ({key: levers.join(), cost, score: scoreWith(each, loan, other)}))
    .filter(({score}) => score.points >= needed);
}

const keyOf = ({levers}: RecourseSolution): string => levers.join();

/** The loan that a solution tells, from what it says changes. */
function loanOf(before: Loan, {changes}: RecourseSolution): Loan {
  const after = Object.fromEntries(changes.map((change) => [change.quantity, change.after]));
  return {...before, ...after};
}

test("each solution is accepted when its whole row is scored again, from what it says changes alone", () => {
  let found = 0;
  fc.assert(
    fc.property(arbitraryCase, fc.constantFrom("accept" as const, "clear" as const), (each, goal) => {
      const engine = compileRecourse(each.model, testGrid);
      const recourse = findRecourse(engine, each.row, {goal});
      decisionChangeSchema.parse(recourse);
      const {loan} = loanAskedFor(engine, each.row);
      for (const solution of recourse.solutions) {
        const score = scoreWith(each, loan, loanOf(loan, solution));
        expect(score).toMatchObject({points: solution.points, recommendation: "accept", review: solution.review});
        expect(score.points).toBeGreaterThanOrEqual(recourse.needed);
        if (goal === "clear") expect(score.review).toBe(false);
        for (const {quantity, before} of solution.changes) {
          expect(before).toBe({...loan, downPayment: downPaymentOf(loan)}[quantity]);
        }
        found++;
      }
    }),
    {numRuns: 400}
  );
  expect(found).toBeGreaterThan(100);
});

test("there is a solution where one exists, the cheapest first, each the cheapest that moves its levers", () => {
  let none = 0;
  fc.assert(
    fc.property(arbitraryCase, fc.constantFrom("accept" as const, "clear" as const), (each, goal) => {
      const {points, needed, solutions} = findRecourse(compileRecourse(each.model, testGrid), each.row, {goal});
      const all = points >= needed ? [] : exhaustive(each, needed);
      none += Number(all.length === 0 && points < needed);
      expect(solutions.length > 0).toBe(all.length > 0);
      if (all.length === 0) return;
      expect(solutions[0]!.cost).toBe(Math.min(...all.map(({cost}) => cost)));
      for (const solution of solutions) {
        const same = all.filter(({key}) => key === keyOf(solution));
        expect(solution.cost).toBe(Math.min(...same.map(({cost}) => cost)));
        // Of equal costs, the one that gains most.
        const equal = same.filter(({cost}) => cost === solution.cost);
        expect(solution.points).toBe(Math.max(...equal.map(({score}) => score.points)));
      }
    }),
    {numRuns: 400}
  );
  expect(none).toBeGreaterThan(20);
});

test("solutions move different levers, by rising cost, and none moves one more lever for nothing", () => {
  let several = 0;
  fc.assert(
    fc.property(arbitraryCase, (each) => {
      const {solutions, points, needed} = findRecourse(compileRecourse(each.model, testGrid), each.row);
      expect(solutions.length).toBeLessThanOrEqual(3);
      expect(new Set(solutions.map(keyOf)).size).toBe(solutions.length);
      const costs = solutions.map(({cost}) => cost);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
      const all = points >= needed ? [] : exhaustive(each, needed);
      for (const {levers, cost} of solutions) {
        for (const other of all) {
          const parts = other.key.split(",");
          const isPart = parts.length < levers.length && parts.every((lever) => levers.some((each) => each === lever));
          if (isPart) expect(cost).toBeLessThan(other.cost);
        }
      }
      several += Number(solutions.length > 1);
    }),
    {numRuns: 300}
  );
  expect(several).toBeGreaterThan(30);
});

test("only the loan moves: with any other loan, the same client keeps every input that isn't computed from it", () => {
  fc.assert(
    fc.property(arbitraryCase, ({model, row}) => {
      const copy = Float64Array.from(row);
      const engine = compileRecourse(model, testGrid);
      findDecisionChange(engine, row);
      expect(row).toEqual(copy);
      const {loan} = loanAskedFor(engine, row);
      for (const other of otherLoans(loan, testGrid)) {
        rowWithLoan(engine, row, loan, other.loan).forEach((value, place) => {
          const isFixed = !loanFeatures.some(({id}) => id === model.inputs[place]!.id);
          if (isFixed) expect(value).toBe(row[place]);
        });
      }
    }),
    {numRuns: 20}
  );
});

/** One tree: a split an id, whose left leaf is worth −1 (fewer defaults) and whose right one +1. */
function stump(splits: {id: string; threshold: number}[], policy: ScoringModel["policy"]): ScoringModel {
  const ids = ["credit_amount", "instalment", "goods_price", "income", "credit_in_instalments", "total_debt_to_income"];
  return {
    version: "0",
    inputs: ids.map((id) => ({id, categories: null})),
    ensemble: {
      featureCount: ids.length,
      baseScore: 0,
      trees: splits.map(({id, threshold}) => ({
        splitFeature: [ids.indexOf(id)],
        threshold: [threshold],
        categories: [null],
        missing: ["nan" as const],
        defaultLeft: [false],
        left: [~0],
        right: [~1],
        gain: [1],
        nodeCover: [2],
        leafValue: [-1, 1],
        leafCover: [1, 1]
      }))
    },
    calibration: {method: "platt", slope: 1, intercept: 0},
    scale: {anchorPoints: 500, anchorOdds: 1, pointsToDouble: 100 * Math.LN2},
    policy
  };
}

// Points are 500 − 100 × raw: one split gives 600 on its left and 400 on its right.
const policy = {costRatio: 10, threshold: 550, reviewFrom: 540, reviewTo: 560};
const row = [225_000, 16_000, 200_000, 90_000, 225_000 / 16_000, 4];

test("a split on the credit is met by the first round sum below it, and by the down payment that leaves as much", () => {
  const engine = compileRecourse(stump([{id: "credit_amount", threshold: 185_000}], policy), defaultGrid);
  const recourse = findRecourse(engine, row, {months: 18});
  expect(recourse).toEqual({
    kind: "recourse",
    goal: "accept",
    points: 400,
    needed: 550,
    tried: expect.any(Number),
    monthsEstimated: false,
    solutions: [
      {
        levers: ["downPayment"],
        changes: [
          {quantity: "downPayment", unit: "money", before: 0, after: 40_000, linked: false},
          {quantity: "credit", unit: "money", before: 225_000, after: 185_000, linked: true},
          {quantity: "instalment", unit: "money", before: 16_000, after: 13_156, linked: true}
        ],
        cost: 225 / 185 - 1,
        points: 600,
        recommendation: "accept",
        review: false
      },
      {
        levers: ["credit"],
        changes: [
          {quantity: "credit", unit: "money", before: 225_000, after: 180_000, linked: false},
          {quantity: "price", unit: "money", before: 200_000, after: 160_000, linked: true},
          {quantity: "instalment", unit: "money", before: 16_000, after: 12_800, linked: true}
        ],
        cost: 0.25,
        points: 600,
        recommendation: "accept",
        review: false
      }
    ]
  });
});

test("a split on the instalment is met by another duration, and its cost is the share by which it grows", () => {
  const engine = compileRecourse(stump([{id: "instalment", threshold: 11_000}], policy), defaultGrid);
  const {solutions} = findRecourse(engine, row, {months: 18});
  const alone = solutions.find(({levers}) => levers.join() === "months")!;
  // 225,000 × (1/30 + 16,000/225,000 − 1/18) = 11,000.
  expect(alone.changes).toEqual([
    {quantity: "months", unit: "months", before: 18, after: 30, linked: false},
    {quantity: "instalment", unit: "money", before: 16_000, after: 11_000, linked: true}
  ]);
  expect(alone.cost).toBe(30 / 18 - 1);
});

test("of two durations that cost the same, the one of more points is shown", () => {
  // Over 48 months 225,000 × (1/48 + 16,000/225,000 − 1/24) = 11,313, over 12 months 25,375: both beyond a split.
  const model = stump([{id: "instalment", threshold: 12_000}], policy);
  model.ensemble.trees.push({...stump([{id: "instalment", threshold: 25_000}], policy).ensemble.trees[0]!});
  const months = (first: number, last: number): unknown => {
    model.ensemble.trees[0]!.leafValue = [-first, 0];
    model.ensemble.trees[1]!.leafValue = [0, -last];
    const grid = {...defaultGrid, monthStep: 12, months: [12, 48] as [number, number], largestInstalmentShare: 1};
    const {solutions} = findRecourse(compileRecourse(model, grid), row, {months: 24});
    return solutions.find(({levers}) => levers.join() === "months")!.changes[0]!.after;
  };
  expect([months(1, 2), months(2, 1)]).toEqual([12, 48]);
});

test("where no loan of the grid is enough, there is no solution, and it says how many were tried", () => {
  const engine = compileRecourse(stump([{id: "income", threshold: 50_000}], policy), defaultGrid);
  const {solutions, tried} = findRecourse(engine, row);
  expect(solutions).toEqual([]);
  expect(tried).toBeGreaterThan(50);
});

test("an input that a tree reads and that can't be computed again stops the search rather than be lost", () => {
  const credit = {id: "credit_amount", threshold: 185_000};
  const engine = compileRecourse(stump([credit, {id: "total_debt_to_income", threshold: 9}], policy), defaultGrid);
  const withoutIncome = [...row.slice(0, 3), NaN, ...row.slice(4)];
  expect(findRecourse(engine, withoutIncome)).toMatchObject({points: 500, tried: 0, solutions: []});
  // Said from elsewhere, it is enough; and where no tree reads it, it isn't needed.
  const {loan} = loanAskedFor(engine, row);
  expect(findRecourse(engine, withoutIncome, {loan}).solutions[0]).toMatchObject({points: 700});
  const without = compileRecourse(stump([credit], policy), defaultGrid);
  expect(findRecourse(without, withoutIncome).solutions[0]).toMatchObject({points: 600});
});

test("a goal that is reached already asks for nothing", () => {
  const engine = compileRecourse(stump([{id: "credit_amount", threshold: 300_000}], policy), defaultGrid);
  expect(findRecourse(engine, row)).toMatchObject({points: 600, tried: 0, solutions: []});
});

test("a recommendation within the band of review reaches acceptance, and not the goal beyond the band", () => {
  const band = {...policy, reviewTo: 650};
  const engine = compileRecourse(stump([{id: "credit_amount", threshold: 185_000}], band), defaultGrid);
  expect(findRecourse(engine, row).solutions[0]).toMatchObject({points: 600, review: true});
  expect(findRecourse(engine, row, {goal: "clear"})).toMatchObject({needed: 651, solutions: []});
});

test("a down payment that is there shrinks with a smaller purchase, and is said to follow", () => {
  const engine = compileRecourse(stump([{id: "credit_amount", threshold: 185_000}], policy), defaultGrid);
  const {solutions} = findRecourse(engine, [225_000, 16_000, 250_000, 90_000, 225_000 / 16_000, 4], {months: 18});
  const alone = solutions.find(({levers}) => levers.join() === "credit")!;
  expect(alone.changes.map(({quantity, before, after, linked}) => [quantity, before, after, linked])).toEqual([
    ["credit", 225_000, 180_000, false],
    ["downPayment", 25_000, 20_000, true],
    ["price", 250_000, 200_000, true],
    ["instalment", 16_000, 12_800, true]
  ]);
});

test("a solution that isn't accepted when it is scored again is never returned", () => {
  const engine = compileRecourse(stump([{id: "income", threshold: 50_000}], policy), defaultGrid);
  expect(() => findRecourse({...engine, points: () => 999}, row)).toThrow(
    expect.objectContaining({code: "E_DECISION"})
  );
});

test("a model whose inputs aren't those of its trees is refused", () => {
  const model = stump([{id: "income", threshold: 1}], policy);
  expect(() => compileRecourse({...model, inputs: model.inputs.slice(1)}, defaultGrid)).toThrow(
    expect.objectContaining({code: "E_MODEL"})
  );
});

test("margins end at the first step that is refused, and each value before it is accepted", () => {
  let lost = 0;
  fc.assert(
    fc.property(arbitraryCase, (each) => {
      const engine = compileRecourse(each.model, testGrid);
      const change = findDecisionChange(engine, each.row);
      decisionChangeSchema.parse(change);
      if (change.kind === "recourse") return;
      const {loan} = loanAskedFor(engine, each.row);
      expect(change.points).toBeGreaterThanOrEqual(change.threshold);
      for (const {lever, direction, before, lastAccepted, firstRefused} of change.margins) {
        const sign = direction === "up" ? 1 : -1;
        expect((lastAccepted - before) * sign).toBeGreaterThanOrEqual(0);
        if (firstRefused === null) continue;
        lost++;
        expect((firstRefused.value - lastAccepted) * sign).toBeGreaterThan(0);
        expect(firstRefused.points).toBeLessThan(change.threshold);
        if (lever !== "credit") continue;
        for (const [credit, isAccepted] of [
          [lastAccepted, true],
          [firstRefused.value, false]
        ] as const) {
          const other = {
            ...loan,
            credit,
            price: credit === before ? loan.price : Math.round((loan.price * credit) / before),
            instalment: credit === before ? loan.instalment : Math.round((loan.instalment * credit) / before)
          };
          expect(scoreWith(each, loan, other).recommendation === "accept").toBe(isAccepted);
        }
      }
    }),
    {numRuns: 300}
  );
  expect(lost).toBeGreaterThan(100);
});

test("a score that falls and rises again has its margin before the fall", () => {
  // Accepted up to 240,000 and from 260,000 on.
  const model = stump([{id: "credit_amount", threshold: 240_000}], policy);
  model.ensemble.trees.push({...stump([{id: "credit_amount", threshold: 255_000}], policy).ensemble.trees[0]!});
  model.ensemble.trees[1]!.leafValue = [0, -2];
  const change = findDecisionChange(compileRecourse(model, defaultGrid), row) as Exclude<
    ReturnType<typeof findDecisionChange>,
    Recourse
  >;
  expect(change.margins.find(({lever, direction}) => lever === "credit" && direction === "up")).toEqual({
    lever: "credit",
    direction: "up",
    unit: "money",
    before: 225_000,
    lastAccepted: 240_000,
    firstRefused: {value: 250_000, points: 400}
  });
});

test("the same seed gives the same case", () => {
  expect(randomCase(11)).toEqual(randomCase(11));
});
