import fc from "fast-check";
import {expect, test} from "vitest";
import {createRandom} from "../model/metrics/random.ts";
import {CohortDescriber, type Outcomes} from "./cohort-distributions.ts";
import {slowDistribution} from "./cohort-oracle.ts";
import {readableEdges} from "./distribution.ts";

const everyone = (rows: number) => Int32Array.from({length: rows}, (_, row) => row);

function edgesOf(column: Float32Array, target?: number): number[] {
  return readableEdges(column.filter((value) => !Number.isNaN(value)).sort(), target);
}

test("people are counted once, by bin, with how it went where that is known", () => {
  // Values 0 to 2, 60 people each; then 60 people without a value.
  const column = Float32Array.from({length: 240}, (_, row) => (row < 180 ? Math.floor(row / 60) : NaN));
  const outcomes = Uint8Array.from(column, (_, row) => (row % 60 < 5 ? 255 : row % 60 < 8 ? 1 : 0));
  const accepted = Uint8Array.from(column, (_, row) => Number(row % 60 < 40));
  const describer = new CohortDescriber([everyone(240)], {outcomes, accepted});
  const range = (bin: number) => ({first: bin, last: bin, people: 60, labelled: 55, defaults: 3, accepted: 40});
  expect(describer.ofNumber(column)).toEqual([
    {
      count: 180,
      missing: 60,
      quantiles: [0, 0, 1, 2, 2],
      edges: [0, 1, 2, 3],
      counts: [60, 60, 60],
      outcomes: [range(0), range(1), range(2)]
    }
  ]);
});

test("a category's bins are its codes, and it has no quantiles", () => {
  const column = Float32Array.from([0, 2, 2, NaN]);
  const describer = new CohortDescriber([everyone(4)], {outcomes: new Uint8Array(4), accepted: new Uint8Array(4)});
  expect(describer.ofCategory(column, 3)).toEqual([
    {count: 3, missing: 1, quantiles: null, edges: null, counts: [1, 0, 2], outcomes: []}
  ]);
});

test("a cohort without any value of a column has no quantiles; a column without any category has no bins", () => {
  const rows = [Int32Array.of(0, 1), Int32Array.of(2, 3)];
  const describer = new CohortDescriber(rows, {outcomes: new Uint8Array(4), accepted: new Uint8Array(4)});
  const [without, withValues] = describer.ofNumber(Float32Array.from([NaN, NaN, 3, 4]));
  expect(without).toMatchObject({count: 0, missing: 2, quantiles: null});
  expect(withValues).toMatchObject({count: 2, missing: 0, quantiles: [3.05, 3.25, 3.5, 3.75, 3.95]});
  expect(describer.ofCategory(new Float32Array(4).fill(NaN), 0)[0]).toMatchObject({count: 0, missing: 2, counts: []});
});

test("cohorts described at once are what each is alone, whatever the values, however cohorts overlap", () => {
  const value = fc.oneof(
    {weight: 4, arbitrary: fc.float({noDefaultInfinity: true, noNaN: true})},
    {weight: 2, arbitrary: fc.integer({min: -3, max: 9})},
    {weight: 1, arbitrary: fc.constant(NaN)}
  );
  const client = fc.record({
    value,
    code: fc.oneof(fc.nat(4), fc.constant(NaN)),
    outcome: fc.constantFrom(0, 1, 255),
    accepted: fc.nat(1),
    cohorts: fc.subarray([0, 1, 2, 3])
  });
  fc.assert(
    fc.property(fc.array(client, {maxLength: 150}), fc.constantFrom(undefined, 30), (clients, target) => {
      const members = [0, 1, 2, 3].map((cohort) =>
        Int32Array.from(clients.flatMap(({cohorts}, row) => (cohorts.includes(cohort) ? [row] : [])))
      );
      const known: Outcomes = {
        outcomes: Uint8Array.from(clients, ({outcome}) => outcome),
        accepted: Uint8Array.from(clients, ({accepted}) => accepted)
      };
      const numbers = Float32Array.from(clients, ({value}) => value);
      const codes = Float32Array.from(clients, ({code}) => code);
      const describer = new CohortDescriber(members, known);
      const edges = edgesOf(numbers, target);
      // A describer keeps its memory from one column to the next.
      for (let time = 0; time < 2; time++) {
        expect(describer.ofNumber(numbers, target)).toEqual(
          members.map((rows) => slowDistribution(numbers, rows, known, {edges}))
        );
        expect(describer.ofCategory(codes, 5)).toEqual(
          members.map((rows) => slowDistribution(codes, rows, known, {categories: 5}))
        );
      }
    }),
    {numRuns: 150}
  );
});

test.each([255, 256, 257, 5000])("%i clients are described as they are one cohort at a time", (rows) => {
  const random = createRandom(rows);
  const known: Outcomes = {
    outcomes: Uint8Array.from({length: rows}, () => (random() < 0.15 ? 255 : Number(random() < 0.1))),
    accepted: Uint8Array.from({length: rows}, () => Number(random() < 0.8))
  };
  // From everyone down to about one in a hundred, which values are spread far between.
  const members = [1, 0.7, 0.5, 0.1, 0.01].map((share) => everyone(rows).filter(() => random() < share));
  const describer = new CohortDescriber(members, known);
  const columns = [() => random(), () => Math.floor(4 * random()), () => (random() < 0.9 ? NaN : 1e6 * random())];
  for (const draw of columns) {
    const column = Float32Array.from({length: rows}, draw);
    const edges = edgesOf(column);
    expect(describer.ofNumber(column)).toEqual(members.map((list) => slowDistribution(column, list, known, {edges})));
  }
});
