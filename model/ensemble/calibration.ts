import {LimpideError} from "../contract/errors.ts";
import type {Calibration, IsotonicCalibration, PlattCalibration} from "../contract/scoring-model.ts";
import {sigmoid} from "../metrics/sigmoid.ts";

/** For a raw score in log-odds that is calibrated as it is. */
export const logistic: PlattCalibration = {method: "platt", slope: 1, intercept: 0};

/** For a raw score that is a probability itself; what lies outside 0 to 1 is drawn to the nearest end. */
export const identity: IsotonicCalibration = {method: "isotonic", x: [0, 1], y: [0, 1]};

/**
 * Returns a calibration that can be evaluated.
 * @throws {LimpideError} E_MODEL when it isn't monotone, isn't finite, or gives what is no probability
 */
export function checkCalibration(calibration: Calibration): Calibration {
  const fail = (message: string): never => {
    throw new LimpideError("E_MODEL", `the calibration ${message}`);
  };
  if (calibration.method === "platt") {
    const {slope, intercept} = calibration;
    if (!(slope > 0 && Number.isFinite(slope))) fail(`has the slope ${slope}, which isn't positive`);
    if (!Number.isFinite(intercept)) fail(`has the intercept ${intercept}`);
    return calibration;
  }
  const {x, y} = calibration;
  if (x.length === 0 || x.length !== y.length) fail(`has ${x.length} scores and ${y.length} probabilities`);
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i])) fail(`has the score ${x[i]} at knot ${i}`);
    if (!(y[i]! >= 0 && y[i]! <= 1)) fail(`has the probability ${y[i]} at knot ${i}`);
    if (i > 0 && !(x[i]! >= x[i - 1]!)) fail(`falls back from the score ${x[i - 1]} to ${x[i]} at knot ${i}`);
    if (i > 0 && !(y[i]! >= y[i - 1]!)) fail(`falls from ${y[i - 1]} to ${y[i]} at knot ${i}: it must be monotone`);
  }
  return calibration;
}

/** A function from raw scores to probabilities. */
export function compileCalibration(calibration: Calibration): (raw: number) => number {
  if (calibration.method === "platt") {
    const {slope, intercept} = calibration;
    return (raw) => sigmoid(slope * raw + intercept);
  }
  const {x} = calibration;
  const {start, level, slope, top} = pieces(calibration);
  return (raw) => {
    // The number of knots that aren't above the score is its piece.
    let low = 0;
    let high = x.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (x[middle]! <= raw) low = middle + 1;
      else high = middle;
    }
    return Math.min((raw - start[low]!) * slope[low]! + level[low]!, top[low]!);
  };
}

/** The pieces between knots, and the two outside: probability = min((raw − start) × slope + level, top). */
export function pieces({x, y}: IsotonicCalibration): Record<"start" | "level" | "slope" | "top", number[]> {
  const last = x.length - 1;
  const start = [x[0]!];
  const level = [y[0]!];
  const slope = [0];
  const top = [y[0]!];
  for (let i = 0; i <= last; i++) {
    const rise = i < last ? (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!) : 0;
    start.push(x[i]!);
    level.push(y[i]!);
    // Knots too near one another for a slope are a step.
    slope.push(Number.isFinite(rise) ? rise : 0);
    top.push(i < last ? y[i + 1]! : y[i]!);
  }
  return {start, level, slope, top};
}
