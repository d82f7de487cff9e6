/** A stream of uniform numbers in [0, 1). */
export type Random = () => number;

/** Mixes integers into one 32-bit seed (the finaliser of MurmurHash3), so that streams of near seeds are unrelated. */
export function mixSeed(...parts: number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part >>> 0) ^ Math.imul(Math.floor(part / 2 ** 32), 0x632be5ab), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** Marsaglia's xorshift128 with Weyl increments (sfc32 of PractRand), seeded by any integers. */
export function createRandom(...seed: number[]): Random {
  let a = mixSeed(...seed, 1);
  let b = mixSeed(...seed, 2);
  let c = mixSeed(...seed, 3);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; ++i) next();
  return next;
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle<T extends {length: number; [index: number]: number}>(values: T, random: Random): T {
  for (let i = values.length - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
  return values;
}

/** `count` of 0 … total−1 without replacement, ascending (Knuth's selection sampling, TAOCP 3.4.2 S). */
export function sample(total: number, count: number, random: Random): Int32Array {
  const chosen = new Int32Array(count);
  let taken = 0;
  for (let i = 0; taken < count; ++i) {
    if (random() * (total - i) < count - taken) chosen[taken++] = i;
  }
  return chosen;
}
