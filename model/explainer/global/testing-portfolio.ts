import {createRandom, type Random} from "../../metrics/random.ts";
import type {Contributions, ExplainedFeature} from "./contributions.ts";

/** A made-up portfolio whose contributions follow from the values by known rules, for the tests of this folder. */
export interface TestingPortfolio {
  contributions: Contributions;
  columns: Float32Array[];
}

/** A feature: how its values are drawn, and its contribution given the values of all features of a client. */
export interface TestingFeature extends ExplainedFeature {
  draw: (random: Random) => number;
  contribute: (values: readonly number[], random: Random) => number;
}

export function testingPortfolio(features: readonly TestingFeature[], clients: number, seed = 1): TestingPortfolio {
  const random = createRandom(seed);
  const columns = features.map(() => new Float32Array(clients));
  const values = new Float32Array(clients * features.length);
  for (let client = 0; client < clients; client++) {
    const row = features.map(({draw}) => draw(random));
    features.forEach(({contribute}, column) => {
      columns[column]![client] = row[column]!;
      values[client * features.length + column] = contribute(row, random);
    });
  }
  const told = features.map(({id, family, categories}) => ({id, family, categories}));
  return {contributions: {features: told, values, factor: 1}, columns};
}
