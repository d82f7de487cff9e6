/** A smooth function and its gradient, which is written into the second argument. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /** Steps at most. */
  iterations?: number;
  /** Ends when no component of the gradient is larger. */
  tolerance?: number;
  /** Pairs of steps and gradient changes that are remembered. */
  memory?: number;
}

/**
 * Minimises a smooth convex function by L-BFGS (Liu and Nocedal, 1989; Nocedal and Wright, 2006, algorithm 7.5), with a
 * line search that halves the step until the function has fallen enough (Armijo) and doubles it while it is too short
 * (Wolfe's second condition).
 *
 * @param x where to start; it holds the minimum afterwards
 * @returns the number of steps
 */
export function minimise(
  objective: Objective,
  x: Float64Array,
  {iterations = 1000, tolerance = 1e-6, memory = 10}: MinimiseOptions = {}
): number {
  const n = x.length;
  let gradient = new Float64Array(n);
  let nextGradient = new Float64Array(n);
  const next = new Float64Array(n);
  const pairs: {s: Float64Array; y: Float64Array; inverse: number}[] = [];
  let value = objective(x, gradient);
  for (let step = 0; step < iterations; step++) {
    if (largest(gradient) <= tolerance) return step;
    const direction = twoLoops(gradient, pairs);
    let slope = dot(gradient, direction);
    if (!(slope < 0)) {
      // Rounding made the remembered curvature useless: steepest descent always falls.
      pairs.length = 0;
      for (let i = 0; i < n; i++) direction[i] = -gradient[i]!;
      slope = dot(gradient, direction);
    }
    let size = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
    let low = 0;
    let high = Infinity;
    let found = Infinity;
    for (let tries = 0; tries < 60; tries++) {
      for (let i = 0; i < n; i++) next[i] = x[i]! + size * direction[i]!;
      found = objective(next, nextGradient);
      if (!(found <= value + 1e-4 * size * slope)) high = size;
      else if (dot(nextGradient, direction) < 0.9 * slope) low = size;
      else break;
      size = high < Infinity ? (low + high) / 2 : 2 * size;
    }
    if (!(found <= value)) return step; // as low as this arithmetic tells
    const s = new Float64Array(n);
    const y = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      s[i] = next[i]! - x[i]!;
      y[i] = nextGradient[i]! - gradient[i]!;
    }
    const curvature = dot(s, y);
    if (curvature > 1e-300) {
      pairs.push({s, y, inverse: 1 / curvature});
      if (pairs.length > memory) pairs.shift();
    }
    x.set(next);
    value = found;
    [gradient, nextGradient] = [nextGradient, gradient];
  }
  return iterations;
}

/** Minus the inverse Hessian times the gradient, as far as the pairs tell of it. */
function twoLoops(
  gradient: Float64Array,
  pairs: readonly {s: Float64Array; y: Float64Array; inverse: number}[]
): Float64Array {
  const direction = gradient.slice();
  const weights: number[] = [];
  for (const {s, y, inverse} of [...pairs].reverse()) {
    const weight = inverse * dot(s, direction);
    weights.push(weight);
    for (let i = 0; i < direction.length; i++) direction[i]! -= weight * y[i]!;
  }
  const last = pairs.at(-1);
  const scale = last === undefined ? 1 : 1 / (last.inverse * dot(last.y, last.y));
  for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  for (const {s, y, inverse} of pairs) {
    const weight = weights.pop()! - inverse * dot(y, direction);
    for (let i = 0; i < direction.length; i++) direction[i]! += weight * s[i]!;
  }
  for (let i = 0; i < direction.length; i++) direction[i] = -direction[i]!;
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
