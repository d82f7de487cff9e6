/** The probability of log-odds: 1 / (1 + e⁻ˣ), without overflow for any x. */
export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
