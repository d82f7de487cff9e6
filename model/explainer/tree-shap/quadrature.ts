/** A rule of integration over [0, 1]: ∫f ≈ Σ weights[q] · f(nodes[q]). */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss-Legendre rule of `count` nodes over [0, 1], exact for polynomials of degree up to 2·count − 1. The nodes
 * are the roots of the Legendre polynomial, found by Newton's method (Press et al., Numerical Recipes, section 4.6).
 */
export function gaussLegendre(count: number): Quadrature {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let q = 0; q < count; q++) {
    // Engines may differ in the last bit of a cosine, and must not in the rule: rounded, they start at one number.
    let x = Math.fround(Math.cos((Math.PI * (q + 0.75)) / (count + 0.5)));
    let slope = 0;
    for (let step = 0; step < 100; step++) {
      // The three-term recurrence: (k + 1)·P(k + 1) = (2k + 1)·x·P(k) − k·P(k − 1).
      let current = 1;
      let previous = 0;
      for (let k = 0; k < count; k++) {
        [current, previous] = [((2 * k + 1) * x * current - k * previous) / (k + 1), current];
      }
      slope = (count * (x * current - previous)) / (x * x - 1);
      const change = current / slope;
      x -= change;
      if (Math.abs(change) < 1e-15) break;
    }
    nodes[q] = (1 - x) / 2;
    weights[q] = 1 / ((1 - x * x) * slope * slope);
  }
  return {nodes, weights};
}

const rules = new Map<number, Quadrature>();

/** The rule of {@link gaussLegendre}, computed once. */
export function ruleOf(count: number): Quadrature {
  let rule = rules.get(count);
  if (!rule) rules.set(count, (rule = gaussLegendre(count)));
  return rule;
}
