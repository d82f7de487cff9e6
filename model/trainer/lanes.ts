/**
 * A column that histograms are built from: one feature's bins, or several features' joint bins. Flags and short scales
 * take few values together, so that one addition can serve many features: the histogram of each is a marginal of the
 * joint one. Lossless, unlike bundles of nearly exclusive features (Ke et al., 2017, "LightGBM", section 4).
 */
export interface Lane {
  /** One bin a row. */
  bins: Uint8Array;
  /** Number of bins, 256 at most. */
  size: number;
  /** The features in this lane, places in the list given. */
  members: number[];
  /** Of each member, its own bin for each of the lane's; null when the lane is one feature's. */
  marginals: Uint8Array[] | null;
}

/** A feature's bins of the training rows, and how many there are. */
export interface BinnedFeature {
  bins: Uint8Array;
  size: number;
}

/** Open lanes that a feature is tried with, before it gets a lane of its own. */
const openLanes = 12;

/** Joins features into as few lanes as a greedy search finds, those with the fewest bins first. */
export function joinLanes(features: BinnedFeature[]): Lane[] {
  const rows = features[0]?.bins.length ?? 0;
  // Small nodes pay for reading joint histograms: few rows are worth small ones only.
  const limit = Math.min(256, Math.floor(rows / 64));
  const order = features.map((_, i) => i).sort((a, b) => features[a]!.size - features[b]!.size || a - b);
  const lanes: Lane[] = [];
  for (const i of order) {
    const {bins, size} = features[i]!;
    const open = size * 2 > limit ? [] : lanes.slice(-openLanes);
    if (!open.some((lane) => join(lane, i, features[i]!, limit)))
      lanes.push({bins, size, members: [i], marginals: null});
  }
  return lanes;
}

/** Adds a feature to a lane if the pairs of bins that occur are at most `limit`; says whether. */
function join(lane: Lane, member: number, {bins, size}: BinnedFeature, limit: number): boolean {
  const codeOf = new Int16Array(lane.size * size).fill(-1);
  const pairs: number[] = [];
  const joint = new Uint8Array(bins.length);
  for (let row = 0; row < bins.length; ++row) {
    const pair = lane.bins[row]! * size + bins[row]!;
    let code = codeOf[pair]!;
    if (code < 0) {
      if (pairs.length === limit) return false;
      code = pairs.length;
      codeOf[pair] = code;
      pairs.push(pair);
    }
    joint[row] = code;
  }
  const before = lane.marginals ?? [Uint8Array.from({length: lane.size}, (_, bin) => bin)];
  lane.marginals = before.map((marginal) => Uint8Array.from(pairs, (pair) => marginal[Math.floor(pair / size)]!));
  lane.marginals.push(Uint8Array.from(pairs, (pair) => pair % size));
  lane.members.push(member);
  lane.bins = joint;
  lane.size = pairs.length;
  return true;
}
