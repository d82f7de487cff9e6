import fc from "fast-check";
import {beforeAll, expect, test} from "vitest";
import type {ScoringModel} from "../../../../model/contract/scoring-model.ts";
import {randomEnsemble} from "../../../../model/ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, evaluateRow} from "../../../../model/ensemble/evaluate.ts";
import {compileScore} from "../../../../model/ensemble/scoring.ts";
import {compileRecourse, rowWithLoan} from "../../../../model/explainer/recourse/engine.ts";
import {moveLever} from "../../../../model/explainer/recourse/limits.ts";
import {randomCase} from "../../../../model/explainer/recourse/recourse-arbitrary.ts";
import {type Terms, termsAsked, withCredit, withMonths} from "../../../../model/explainer/recourse/terms.ts";
import {bruteForceShapley} from "../../../../model/explainer/tree-shap/brute-force.ts";
import {changesOf, termsOf} from "./changes.ts";
import {explainDifference, surpriseOf} from "./difference.ts";
import {openSimulation, openSimulator, simulate, type Simulation} from "./simulation.ts";
import {clientOf} from "./testing/arbitrary-client.ts";
import {simulatorBook, type SimulatorBook} from "./testing/simulator-book.ts";

const seeds = fc.integer({min: 1, max: 2 ** 31 - 1});
const shares = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 4});

function opened(model: ScoringModel, row: ArrayLike<number>): ReturnType<typeof openSimulation> {
  const {client, opened} = clientOf(model, row);
  return openSimulation(openSimulator(opened), client);
}

/** Terms reached by moving levers, a share of the way along each. */
function termsAlong({loan, ranges, simulator}: Simulation, along: readonly number[]): Terms {
  return along.reduce((terms, share, i) => {
    const {lever, stops} = ranges[i % ranges.length]!;
    const value = Math.round(stops[0]! + share * (stops.at(-1)! - stops[0]!));
    return moveLever(loan, simulator.engine.grid, terms, lever, value).terms;
  }, termsAsked(loan));
}

test("a simulated score is that of the whole row with the other loan", () => {
  fc.assert(
    fc.property(seeds, shares, (seed, along) => {
      const {model, row} = randomCase(seed);
      const simulation = opened(model, row);
      if (typeof simulation === "string") return;
      const outcome = simulate(simulation, termsAlong(simulation, along));
      const compiled = compileEnsemble(model.ensemble);
      const other = rowWithLoan(
        compileRecourse(model, simulation.simulator.engine.grid),
        row,
        simulation.loan,
        outcome.loan
      );
      expect(outcome.row).toEqual(outcome.loan === simulation.loan ? row : other);
      expect(outcome.score).toEqual(compileScore(model)(evaluateRow(compiled, outcome.row)));
    }),
    {numRuns: 100}
  );
});

test("what is told of a difference adds up to the points that it has, family by family", () => {
  fc.assert(
    fc.property(seeds, shares, fc.boolean(), (seed, along, isIsotonic) => {
      const {model, row} = randomCase(seed);
      const calibration = isIsotonic
        ? {method: "isotonic" as const, x: [-2, -0.5, 0, 0.7, 2], y: [0.02, 0.08, 0.08, 0.3, 0.6]}
        : model.calibration;
      const simulation = opened({...model, calibration}, row);
      if (typeof simulation === "string") return;
      const outcome = simulate(simulation, termsAlong(simulation, along));
      const {points, families, unchanged} = explainDifference(simulation, outcome);
      const sum = (parts: readonly {points: number}[]) => parts.reduce((sum, {points}) => sum + points, 0);
      expect(points).toBe(outcome.score.points - simulation.before.points);
      expect(sum(families) + unchanged.points).toBe(points);
      for (const {points, features} of families) expect(sum(features)).toBe(points);
      expect(sum(unchanged.features)).toBe(unchanged.points);
      for (const {before, after} of families.flatMap(({features}) => features)) expect(after).not.toBe(before);
    }),
    {numRuns: 100}
  );
});

test("each told difference is that of the exact Shapley values, to rounding", () => {
  const ids = [
    "credit_amount",
    "instalment",
    "goods_price",
    "credit_to_price",
    "credit_to_income",
    "instalment_to_income",
    "income",
    "age"
  ];
  const values = [300_000, 15_000, 300_000, 1, 3, Math.fround(0.15), 100_000, 41];
  let moved = 0;
  fc.assert(
    fc.property(seeds, shares, (seed, along) => {
      const {model} = randomCase(seed);
      const {ensemble} = randomEnsemble(seed, {features: 8, categorical: 0, trees: 6, splits: 9, codes: 1}, 1);
      for (const tree of ensemble.trees) {
        tree.threshold = tree.splitFeature.map((feature, i) => values[feature]! * (0.7 + 0.06 * (i % 10)));
      }
      const inputs = ids.map((id) => ({id, categories: null}));
      const policy = {costRatio: 10, threshold: 550, reviewFrom: 545, reviewTo: 555};
      const simulation = opened({...model, inputs, ensemble, policy}, values) as Simulation;
      const outcome = simulate(simulation, termsAlong(simulation, along));
      const [before, after] = [values, outcome.row].map((row) => bruteForceShapley(ensemble, row).contributions);
      const factor = simulation.simulator.link.pointsPerLogOdds(0, 1);
      const {families, unchanged} = explainDifference(simulation, outcome);
      const exact = (index: number) => (after![index]! - before![index]!) * factor;
      for (const {index, points} of families.flatMap(({features}) => features)) {
        // Families, themes and features are rounded in turn, each by less than 1.
        expect(Math.abs(points - exact(index))).toBeLessThan(3);
        if (points !== 0) moved++;
      }
      const changed = families.flatMap(({features}) => features.map(({index}) => index));
      const rest = ids.reduce((sum, _, i) => (changed.includes(i) ? sum : sum + exact(i)), 0);
      expect(Math.abs(unchanged.points - rest)).toBeLessThan(1 + 1e-6);
      outcome.contributions.forEach((by, i) => expect(by).toBeCloseTo(after![i]!, 9));
    }),
    {numRuns: 40}
  );
  expect(moved).toBeGreaterThan(20);
});

let book: SimulatorBook;
let simulationOf: (record: SimulatorBook["records"][number]) => ReturnType<typeof openSimulation>;
beforeAll(async () => {
  book = await simulatorBook();
  const simulator = openSimulator(JSON.parse(JSON.stringify(book.opened)));
  simulationOf = (record) => openSimulation(simulator, {manifest: book.manifest, record});
});

test("what the record says would be accepted is what the sliders find, to the point and to the amount", () => {
  let solutions = 0;
  for (const record of book.records.slice(0, 1200)) {
    if (record.change?.kind !== "recourse" || record.change.solutions.length === 0) continue;
    const simulation = simulationOf(record) as Simulation;
    for (const {changes, points, recommendation, review} of record.change.solutions) {
      const outcome = simulate(simulation, termsOf(simulation.loan, changes));
      expect(outcome.score).toMatchObject({points, recommendation, review});
      const found = new Map(changesOf(simulation, outcome).map(({quantity, after}) => [quantity, after]));
      for (const {quantity, after} of changes) expect(found.get(quantity)).toBe(after);
      solutions++;
    }
  }
  expect(solutions).toBeGreaterThan(100);
});

test("the margins of an acceptance hold: the last loan is accepted, the first beyond has the points that it says", () => {
  let edges = 0;
  for (const record of book.records.slice(0, 1200)) {
    if (record.change?.kind !== "margins") continue;
    const simulation = simulationOf(record) as Simulation;
    for (const {lever, lastAccepted, before, firstRefused} of record.change.margins) {
      const at = (after: number) =>
        simulate(simulation, termsOf(simulation.loan, [{quantity: lever, after, linked: false}])).score;
      if (lastAccepted !== before) expect(at(lastAccepted).recommendation).toBe("accept");
      if (firstRefused)
        expect(at(firstRefused.value)).toMatchObject({points: firstRefused.points, recommendation: "refuse"});
      edges += firstRefused ? 1 : 0;
    }
  }
  expect(edges).toBeGreaterThan(100);
});

test("the loan asked for gives the record's own score and no difference", () => {
  for (const record of book.records.slice(0, 200)) {
    const simulation = simulationOf(record) as Simulation;
    const outcome = simulate(simulation, termsAsked(simulation.loan));
    expect(outcome.score.points).toBe(record.points);
    expect(changesOf(simulation, outcome)).toEqual([]);
    expect(explainDifference(simulation, outcome)).toEqual({
      points: 0,
      families: [],
      unchanged: {points: 0, features: []}
    });
  }
});

test("what is computed from the loan is told apart from the loan itself", () => {
  const simulation = simulationOf(book.notable.refused) as Simulation;
  const terms = withCredit(termsAsked(simulation.loan), simulation.loan.credit * 0.7);
  const {families} = explainDifference(simulation, simulate(simulation, terms));
  const parts = new Map(
    families.flatMap(({features}) => features.map(({index, part}) => [book.manifest.features[index]!.id, part]))
  );
  expect(parts.get("credit_amount")).toBe("loan");
  expect(parts.get("instalment_to_income")).toBe("computed");
  expect(parts.has("age")).toBe(false);
  // The price falls in proportion, to a whole unit: their ratio is what it was.
  expect(parts.has("credit_to_price")).toBe(false);
});

test("a score that falls with less credit, or rises with more, is a surprise; duration alone never is", () => {
  let surprises = 0;
  for (const record of book.records.slice(0, 300)) {
    const simulation = simulationOf(record) as Simulation;
    const {loan, before} = simulation;
    for (const factor of [0.6, 0.8, 1.2]) {
      const outcome = simulate(simulation, withCredit(termsAsked(loan), loan.credit * factor));
      const by = outcome.score.points - before.points;
      const expected = by * (factor - 1) > 0 ? (factor < 1 ? "lessLowers" : "moreRaises") : null;
      expect(surpriseOf(simulation, outcome)).toBe(expected);
      if (expected) surprises++;
    }
    if (loan.months > 0) {
      const outcome = simulate(simulation, withMonths(termsAsked(loan), loan.months + 6));
      expect(surpriseOf(simulation, outcome)).toBeNull();
    }
  }
  expect(surprises).toBeGreaterThan(0);
});

test("nothing is simulated from a score that isn't the record's", () => {
  const {accepted, wrongScore} = book.notable;
  const integrity = expect.objectContaining({code: "E_BOOK_INTEGRITY"}) as Error;
  expect(() => simulationOf(wrongScore)).toThrow(integrity);
  expect(() => simulationOf({...accepted, points: accepted.points + 1})).toThrow(integrity);
  expect(() => simulationOf({...accepted, recommendation: "refuse"})).toThrow(integrity);
  expect(() => simulationOf({...accepted, model: "another"})).toThrow(integrity);
  expect(() => simulationOf({...accepted, values: book.notable.refused.values})).toThrow(integrity);
  // The last bits of another runtime's sum are not.
  expect(simulationOf({...accepted, raw: accepted.raw + 4e-6})).toBeTypeOf("object");
});

test("a file that isn't a model is a broken book", () => {
  const integrity = expect.objectContaining({code: "E_BOOK_INTEGRITY"}) as Error;
  const {model, grid, base} = book.opened;
  for (const json of [null, 7, {}, {model: {}, grid, base}, {model, grid}, {model, grid, base: base + 0.001}]) {
    expect(() => openSimulator(json)).toThrow(integrity);
  }
  const fewer = {...book.manifest, features: book.manifest.features.slice(1)};
  expect(() => openSimulation(openSimulator(book.opened), {manifest: fewer, record: book.notable.accepted})).toThrow(
    integrity
  );
});

test("a client whose loan isn't known can't be simulated, and it is said why", () => {
  expect(simulationOf(book.notable.noCredit)).toBe("credit");
  expect(simulationOf(book.notable.noInstalment)).toBe("instalment");
  const {model, row} = randomCase(5);
  const ratio = model.inputs.findIndex(({id}) => id === "credit_to_income");
  const inconsistent = Float64Array.from(row, (value, i) => (i === ratio ? value + 0.5 : value));
  // A split between what the record has and what the loan gives.
  const tree = {
    ...{splitFeature: [ratio], threshold: [row[ratio]! + 0.25], categories: [null], missing: ["nan" as const]},
    ...{defaultLeft: [true], left: [-1], right: [-2], gain: [1], nodeCover: [10], leafValue: [-1, 1], leafCover: [5, 5]}
  };
  const ensemble = {...model.ensemble, trees: [tree]};
  expect(opened({...model, ensemble}, inconsistent)).toBe("inconsistent");
  expect(opened({...model, ensemble}, row)).toBeTypeOf("object");
});

test("a line of credit has its amount alone", () => {
  const simulation = simulationOf(book.notable.line) as Simulation;
  expect(simulation.ranges.map(({lever}) => lever)).toEqual(["credit"]);
});
