import type {Distribution} from "../model/contract/cohort.ts";
import type {Outcomes} from "./cohort-distributions.ts";
import {rangesOfCategories, rangesOfNumber} from "./cohort-outcomes.ts";
import {binOf, quantiles} from "./distribution.ts";

/**
 * How the values of some rows spread over bins, one cohort and one value at a time: what the fast way is held against by
 * tests and by the benchmark. `edges` are bin edges; otherwise the codes 0 … `categories` − 1 are counted.
 */
export function slowDistribution(
  column: Float32Array,
  rows: Int32Array,
  {outcomes, accepted}: Outcomes,
  bins: {edges: readonly number[]} | {categories: number}
): Distribution {
  const edges = "edges" in bins ? bins.edges : null;
  const size = "edges" in bins ? bins.edges.length - 1 : bins.categories;
  const zeros = () => new Array<number>(size).fill(0);
  const tally = {people: zeros(), accepted: zeros(), labelled: zeros(), defaults: zeros()};
  const absent = {people: 0, labelled: 0};
  const known: number[] = [];
  for (const row of rows) {
    const value = column[row]!;
    const labelled = outcomes[row]! <= 1 ? 1 : 0;
    if (Number.isNaN(value)) {
      absent.people++;
      absent.labelled += labelled;
      continue;
    }
    known.push(value);
    const bin = edges === null ? value : binOf(edges, value);
    tally.people[bin]!++;
    tally.accepted[bin]! += accepted[row]!;
    tally.labelled[bin]! += labelled;
    tally.defaults[bin]! += outcomes[row] === 1 ? 1 : 0;
  }
  return {
    count: known.length,
    missing: absent.people,
    quantiles: edges === null || known.length === 0 ? null : quantiles(Float32Array.from(known).sort()),
    edges: edges === null ? null : [...edges],
    counts: tally.people,
    outcomes: edges === null ? rangesOfCategories(tally, absent) : rangesOfNumber(tally, absent)
  };
}
