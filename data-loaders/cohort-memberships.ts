import type {Cohort} from "../model/contract/cohort.ts";
import {membersOf, type Grouping} from "./groupings.ts";

/** The groups that are large enough to be told, and who is in them. */
export interface CohortMemberships {
  /** In the order of the groupings. */
  cohorts: Pick<Cohort, "id" | "grouping" | "label" | "count">[];
  /** The rows of each cohort, ascending. */
  members: Int32Array[];
  /** Row by row, the cohort that each grouping places the client in, an index into `cohorts`; −1 for none. */
  places: Int32Array;
}

/** Gathers the groups of at least `smallest` people of some groupings of the same clients. */
export function gatherCohorts(groupings: readonly Grouping[], rows: number, smallest: number): CohortMemberships {
  const cohorts: CohortMemberships["cohorts"] = [];
  const members: Int32Array[] = [];
  const width = groupings.length;
  const places = new Int32Array(rows * width).fill(-1);
  for (const [g, grouping] of groupings.entries()) {
    const indexes = new Int32Array(grouping.groups.length).fill(-1);
    for (const [group, list] of membersOf(grouping).entries()) {
      if (list.length < smallest) continue;
      const {id, label} = grouping.groups[group]!;
      indexes[group] = cohorts.length;
      cohorts.push({id, grouping: grouping.id, label, count: list.length});
      members.push(list);
    }
    for (let row = 0; row < rows; row++) {
      const group = grouping.of[row]!;
      if (group >= 0) places[row * width + g] = indexes[group]!;
    }
  }
  return {cohorts, members, places};
}
