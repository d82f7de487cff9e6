/** The 97.5 % point of the normal distribution: half of a 95 % interval, in standard errors. */
export const normal95 = 1.959963984540054;

/**
 * Wilson's score interval of a proportion (Wilson, JASA, 1927): within 0 and 1, and sound for few people and for rates
 * near 0.
 */
export function wilson(successes: number, count: number, z = normal95): {low: number; high: number} {
  if (count === 0) return {low: 0, high: 1};
  const share = successes / count;
  const shrink = 1 + (z * z) / count;
  const centre = (share + (z * z) / (2 * count)) / shrink;
  const half = (z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))) / shrink;
  // At the ends the bound is exact; the arithmetic above is not.
  return {low: successes === 0 ? 0 : centre - half, high: successes === count ? 1 : centre + half};
}
