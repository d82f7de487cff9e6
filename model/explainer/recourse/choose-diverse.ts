import type {Candidate} from "./candidates.ts";

/** What of a solution decides whether it is shown beside others. */
export interface Way {
  candidate: Pick<Candidate, "levers" | "cost">;
}

/** Ways that are shown. */
const most = 3;

/**
 * At most three ways, by rising cost. One that moves a lever more than another, without being cheaper, is left out; after
 * the cheapest come those that share the fewest levers with the ones before them, the cheaper first.
 *
 * @param ways that move different levers
 */
export function chooseDiverse<Each extends Way>(ways: readonly Each[]): Each[] {
  const byCost = [...ways].sort(
    (a, b) => a.candidate.cost - b.candidate.cost || a.candidate.levers.length - b.candidate.levers.length
  );
  const left = byCost.filter(
    ({candidate}, i) => !byCost.slice(0, i).some((cheaper) => isPart(cheaper.candidate, candidate))
  );
  const chosen: Each[] = [];
  while (chosen.length < most && left.length > 0) {
    const next = left.reduce((a, b) => (shared(b, chosen) < shared(a, chosen) ? b : a));
    chosen.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return chosen.sort((a, b) => a.candidate.cost - b.candidate.cost);
}

function isPart(part: Way["candidate"], whole: Way["candidate"]): boolean {
  return part.levers.every((lever) => whole.levers.includes(lever));
}

function shared({candidate}: Way, others: readonly Way[]): number {
  return others.reduce(
    (sum, other) => sum + other.candidate.levers.filter((l) => candidate.levers.includes(l)).length,
    0
  );
}
