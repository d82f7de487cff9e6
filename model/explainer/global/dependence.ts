import {smallestCohort} from "../../contract/cohort.ts";
import type {Dependence} from "../../contract/global-explanation.ts";
import type {Columns} from "../../ensemble/evaluate.ts";
import {createRandom, sample} from "../../metrics/random.ts";
import {clientsOf, leadingFeatures, type Contributions} from "./contributions.ts";
import {cellsOf, strongestInteraction, type Cells} from "./interaction.ts";
import {knownSorted, quantileSorted} from "./quantile.ts";
import {partition, type Partition} from "./value-groups.ts";

export interface DependenceOptions {
  /** Features told, the most important ones. By default 12. */
  features?: number;
  /** Groups of a number at most. By default 20. */
  groups?: number;
  /** People in a group at least. */
  smallest?: number;
  /** Clients that interactions are searched on, at most. By default 20,000. */
  sample?: number;
  /** Interactions of a smaller share are not told. By default 0.005. */
  leastShare?: number;
  seed?: number;
}

/** Where interactions are searched: groups by the feature's own value, and by another's. */
const ownGroups = 100;
const otherGroups = 4;

/** Parts of the interacting feature that have a curve each: a number's halves, and the most frequent categories. */
const curveGroups = {number: 2, category: 3};

/**
 * How the contributions of the most important features go with their values, with the feature that each interacts with
 * most.
 *
 * @param columns the features' values, one array a feature
 */
export function dependence(
  contributions: Contributions,
  columns: Columns,
  {
    features: count = 12,
    groups = 20,
    smallest = smallestCohort,
    sample: size = 20_000,
    leastShare = 0.005,
    seed = 0
  }: DependenceOptions = {}
): Dependence {
  const {features, values, factor} = contributions;
  const clients = clientsOf(contributions);
  const drawn = sample(clients, Math.min(size, clients), createRandom(seed, 0xde9));
  const partOfSample = (column: number, count: number): Cells => {
    const told = Float64Array.from(drawn, (client) => columns[column]![client]!);
    return cellsOf(partition(told, features[column]!.categories, {count, smallest: 1}));
  };
  const others = features.map((_, column) => partOfSample(column, otherGroups));

  const tell = (column: number): Dependence["features"][number] => {
    const {id, categories} = features[column]!;
    const own = Float64Array.from({length: clients}, (_, i) => values[i * features.length + column]! * factor);
    const parted = partition(columns[column]!, categories, {count: groups, smallest});
    const people = membersOf(parted);
    const found = strongestInteraction(
      Float64Array.from(drawn, (client) => own[client]!),
      partOfSample(column, ownGroups),
      others.map((cells, other) => (other === column ? undefined : cells))
    );
    return {
      id,
      groups: parted.groups.map((group, i) => {
        const told = knownSorted(people[i]!.map((client) => own[client]!));
        const value = people[i]!.map((client) => columns[column]![client]!);
        return {
          group,
          value: group.kind === "interval" ? quantileSorted(knownSorted(value), 0.5) : null,
          count: told.length,
          mean: told.reduce((sum, one) => sum + one, 0) / told.length,
          low: quantileSorted(told, 0.25),
          median: quantileSorted(told, 0.5),
          high: quantileSorted(told, 0.75)
        };
      }),
      withheld: parted.of.reduce((sum, group) => sum + (group < 0 ? 1 : 0), 0),
      interaction:
        found === null || found.share < leastShare
          ? null
          : {
              id: features[found.feature]!.id,
              share: found.share,
              curves: curvesBy(
                own,
                parted,
                partition(columns[found.feature]!, features[found.feature]!.categories, {
                  count: curveGroups.number,
                  smallest
                }),
                smallest
              )
            }
    };
  };
  return {clients, features: leadingFeatures(contributions, count).map(tell)};
}

type Curve = NonNullable<Dependence["features"][number]["interaction"]>["curves"][number];

/** The mean contribution of each group, among the clients of each part of another feature. */
function curvesBy(own: Float64Array, parted: Partition, other: Partition, smallest: number): Curve[] {
  const width = parted.groups.length;
  const sums = new Float64Array(other.groups.length * width);
  const counts = new Uint32Array(sums.length);
  for (let client = 0; client < own.length; client++) {
    const [group, part] = [parted.of[client]!, other.of[client]!];
    if (group < 0 || part < 0) continue;
    sums[part * width + group]! += own[client]!;
    counts[part * width + group]!++;
  }
  const curves = other.groups.map((group, part): Curve => {
    const cells = Array.from({length: width}, (_, i) => part * width + i);
    return {
      group,
      count: cells.reduce((sum, cell) => sum + counts[cell]!, 0),
      means: cells.map((cell) => (counts[cell]! >= smallest ? sums[cell]! / counts[cell]! : null))
    };
  });
  const told = curves.filter(({count}) => count >= smallest);
  const named = told
    .filter(({group}) => group.kind === "category")
    .sort((a, b) => b.count - a.count)
    .slice(0, curveGroups.category);
  return told.filter((curve) => curve.group.kind !== "category" || named.includes(curve));
}

function membersOf({of, groups}: Partition): number[][] {
  const members = groups.map((): number[] => []);
  of.forEach((group, client) => {
    if (group >= 0) members[group]!.push(client);
  });
  return members;
}
