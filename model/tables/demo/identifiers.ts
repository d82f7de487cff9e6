/** A client's block holds this many loans of each kind: 7-digit numbers for as many clients as are allowed. */
export const loansPerClient = 25;
/** The largest portfolio whose loans still have 7-digit numbers of their own; the real one has 356,255 clients. */
export const clientsAtMost = 360_000;

const first = 1_000_000;
const size = clientsAtMost * loansPerClient;
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
  return first + (((index * loansPerClient + loan) * multiplier + 3_141_593) % size);
}

/** SK_ID_BUREAU of a client's loan number `loan`: blocks of consecutive numbers, as credit bureaus give them. */
export function bureauId(index: number, loan: number): number {
  const block = (index * 131_071 + 27_183) % clientsAtMost;
  return first + block * loansPerClient + loan;
}
