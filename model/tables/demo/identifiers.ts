/** The largest portfolio. */
export const clientsAtMost = 1_000_000;
/** A client's block holds this many loans of each kind. */
export const loansPerClient = 25;

/** As many clients as have 7-digit numbers for their loans; the real tables have 356,255. */
const clientsPerRange = 360_000;
const size = clientsPerRange * loansPerClient;
const first = 1_000_000;
/** Where the numbers of later clients' loans start: above those of loans beyond a client's block. */
const firstLater = 200_000_000;
// Coprime with `size`, whose prime factors are 2, 3 and 5.
const multiplier = 5_244_607;

/** SK_ID_CURR of the client at `index`, counted from 0. */
export function clientId(index: number): number {
  return 100_001 + index;
}

/**
 * SK_ID_PREV of a client's loan number `loan` (below `loansPerClient`): an affine permutation of all 7-digit numbers,
 * so that numbers are unique and look scattered without anyone keeping count.
 */
export function previousId(index: number, loan: number): number {
  const place = (index % clientsPerRange) * loansPerClient + loan;
  return firstOfRange(index) + ((place * multiplier + 3_141_593) % size);
}

/** SK_ID_BUREAU of a client's loan number `loan`: blocks of consecutive numbers, as credit bureaus give them. */
export function bureauId(index: number, loan: number): number {
  const block = ((index % clientsPerRange) * 131_071 + 27_183) % clientsPerRange;
  return firstOfRange(index) + block * loansPerClient + loan;
}

/** The least number of the range that a client's loans are numbered in. */
function firstOfRange(index: number): number {
  const range = Math.floor(index / clientsPerRange);
  return range === 0 ? first : firstLater + (range - 1) * size;
}
