/**
 * Where the bins of a number end: ascending places among its distinct values, the last bin's end left out.
 *
 * Bins never join values of different sign, and 0 has its own: a count or an amount of 0 means something else than a
 * small one. The bins left are dealt to either side by its rows (LightGBM's `FindBinWithZeroAsOneBin`).
 *
 * `counts` are the rows of each distinct value, ascending; the first `negatives` values are below 0, and the next is 0
 * when `zeros` is 1. There are at most `room` bins, of at least `leastInBin` rows where zero and sign allow it.
 */
export function binEnds(
  counts: Int32Array,
  negatives: number,
  zeros: 0 | 1,
  room: number,
  leastInBin: number
): number[] {
  const below = counts.subarray(0, negatives);
  const above = counts.subarray(negatives + zeros);
  const belowRows = sum(below);
  const aboveRows = sum(above);
  const ends: number[] = [];
  if (below.length > 0) {
    const most = room - zeros - (above.length > 0 ? 1 : 0);
    const fair = Math.floor(((room - zeros) * belowRows) / (belowRows + aboveRows));
    ends.push(...endsOfSide(below, Math.min(Math.max(fair, 1), most), leastInBin));
    if (negatives < counts.length) ends.push(negatives - 1);
  }
  if (above.length > 0) {
    if (zeros > 0) ends.push(negatives);
    for (const end of endsOfSide(above, room - ends.length, leastInBin)) ends.push(negatives + zeros + end);
  }
  return ends;
}

function endsOfSide(counts: Int32Array, room: number, leastInBin: number): number[] {
  return counts.length <= room ? endsOfFew(counts, leastInBin) : endsOfMany(counts, room, leastInBin);
}

/** Where bins end, the last apart, when every distinct value could have its own. */
function endsOfFew(counts: Int32Array, leastInBin: number): number[] {
  const ends: number[] = [];
  let inBin = 0;
  for (let i = 0; i < counts.length - 1; ++i) {
    inBin += counts[i]!;
    if (inBin < leastInBin) continue;
    ends.push(i);
    inBin = 0;
  }
  return ends;
}

/** Where bins end, the last apart, when distinct values must share them (LightGBM's `GreedyFindBin`). */
function endsOfMany(counts: Int32Array, room: number, leastInBin: number): number[] {
  const total = sum(counts);
  const bins = Math.max(1, Math.min(room, Math.floor(total / leastInBin)));
  // A value with more than a bin's share gets its own; the others share what is left.
  const share = total / bins;
  let restBins = bins;
  let restRows = total;
  const alone = new Uint8Array(counts.length);
  for (let i = 0; i < counts.length; ++i) if (counts[i]! >= share) alone[i] = 1;
  for (let i = 0; i < counts.length; ++i) {
    if (!alone[i]) continue;
    restBins--;
    restRows -= counts[i]!;
  }
  let mean = restBins > 0 ? restRows / restBins : Infinity;
  const ends: number[] = [];
  let inBin = 0;
  for (let i = 0; i < counts.length - 1 && ends.length < bins - 1; ++i) {
    if (!alone[i]) restRows -= counts[i]!;
    inBin += counts[i]!;
    if (!(alone[i] || inBin >= mean || (alone[i + 1] && inBin >= Math.max(1, mean / 2)))) continue;
    ends.push(i);
    inBin = 0;
    if (alone[i]) continue;
    restBins--;
    mean = restBins > 0 ? restRows / restBins : Infinity;
  }
  return ends;
}

function sum(counts: Int32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
