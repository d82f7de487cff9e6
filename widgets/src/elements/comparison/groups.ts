import type {Manifest} from "../../../../model/contract/manifest.ts";
import type {Client} from "../../book/book.ts";

type Entry = Manifest["cohorts"][number];

/** The groups that a client can be compared with. */
export interface Groups {
  everyone: Entry | undefined;
  similar: Entry | undefined;
  /** The client's other groups, in the manifest's order: those of one thing, and those of two at once. */
  others: Entry[];
  pairs: Entry[];
}

export function groupsOf({manifest, record}: Client): Groups {
  const everyone = manifest.cohorts.find(({grouping}) => grouping === "everyone");
  const similar = manifest.cohorts.find(({id}) => id === record.similar);
  const mine = new Set(record.cohorts);
  const rest = manifest.cohorts.filter((entry) => mine.has(entry.id) && entry !== everyone && entry !== similar);
  const isPair = ({grouping}: Entry) => grouping === "pair";
  return {everyone, similar, others: rest.filter((entry) => !isPair(entry)), pairs: rest.filter(isPair)};
}

/** The group that a name means: "everyone", "similar", or a cohort's id; everyone where it means none of these. */
export function groupNamed(name: string | null, {everyone, similar, others, pairs}: Groups): Entry | undefined {
  if (name === "similar") return similar ?? everyone;
  return [similar, ...others, ...pairs].find((entry) => entry !== undefined && entry.id === name) ?? everyone;
}
