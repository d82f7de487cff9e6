/** A point of a curve: contribution by value, values ascending. */
export interface CurvePoint {
  value: number;
  mean: number;
}

/** What a curve does, found in its points. */
export interface CurveShape {
  /** Whether it rises or falls all along, but for wiggles; null of one that turns. */
  trend: "rises" | "falls" | null;
  lowest: CurvePoint;
  highest: CurvePoint;
  /** The value where the contribution changes sign; null unless it does so once. */
  crossing: number | null;
  /** The values between which it changes; before the first and after the last it doesn't any more. */
  from: number;
  to: number;
  /** Whether it is flat before `from`, and after `to`. */
  flatBefore: boolean;
  flatAfter: boolean;
  /** Between `from` and `to`, where a straight line tells it well: what a round step of the value changes. */
  slope: {step: number; effect: number} | null;
  /** The short stretch, or the one step, where a good part of it all happens; null where it doesn't. */
  jump: {from: number; to: number; effect: number} | null;
}

/** Of the curve's whole range: changes below this are none to a reader. */
const unnoticed = 0.08;
/** How much of the ups and downs must go one way for a curve to rise or fall. */
const oneWay = 0.65;
/** R² from which a line tells a curve. */
const straight = 0.85;
/** Of the range: a change from one point to the next from which it is a jump. */
const leastJump = 0.4;
/** Of all values drawn: a curve that changes within less changes at a place, and its slope says nothing. */
const narrowPlace = 0.15;
/** Points from which a flat end is worth telling. */
const leastFlat = 3;

/** Describes a curve of at least two points; null of one that is flat throughout. */
export function curveShape(points: readonly CurvePoint[]): CurveShape | null {
  const means = points.map(({mean}) => mean);
  const range = Math.max(...means) - Math.min(...means);
  if (points.length < 2 || range === 0) return null;
  const [first, last] = [points[0]!, points.at(-1)!];
  const steps = points.slice(1).map((point, i) => ({
    from: points[i]!.value,
    to: point.value,
    effect: point.mean - points[i]!.mean
  }));
  const travelled = steps.reduce((sum, {effect}) => sum + Math.abs(effect), 0);
  const rise = last.mean - first.mean;
  const trend = Math.abs(rise) < oneWay * travelled ? null : rise > 0 ? "rises" : "falls";

  const near = (mean: number, end: number): boolean => Math.abs(mean - end) <= unnoticed * range;
  let before = 0;
  while (before + 1 < points.length && near(means[before + 1]!, first.mean)) before++;
  let after = points.length - 1;
  while (after > 0 && near(means[after - 1]!, last.mean)) after--;
  // A curve that comes back to where it began has no flat ends to speak of.
  const turns = trend === null || before >= after;
  const [start, end] = turns ? [0, points.length - 1] : [before, after];
  const changing = points.slice(start, end + 1);
  const [opens, closes] = [changing[0]!, changing.at(-1)!];
  const place = closes.value - opens.value < narrowPlace * (last.value - first.value);
  const jump = steps.reduce((most, step) => (Math.abs(step.effect) > Math.abs(most.effect) ? step : most));
  return {
    trend,
    lowest: points.reduce((least, point) => (point.mean < least.mean ? point : least)),
    highest: points.reduce((most, point) => (point.mean > most.mean ? point : most)),
    crossing: crossingOf(points, unnoticed * range),
    from: points[start]!.value,
    to: points[end]!.value,
    flatBefore: !turns && start + 1 >= leastFlat,
    flatAfter: !turns && points.length - end >= leastFlat,
    slope: trend === null || place ? null : slopeOf(changing),
    jump: place
      ? {from: opens.value, to: closes.value, effect: closes.mean - opens.mean}
      : Math.abs(jump.effect) >= leastJump * range
        ? jump
        : null
  };
}

/** Where the sign changes for good; null where it doesn't, or goes back by more than what is unnoticed. */
function crossingOf(points: readonly CurvePoint[], tolerated: number): number | null {
  const sign = Math.sign(points.at(-1)!.mean);
  const after = points.findLastIndex(({mean}) => Math.sign(mean) !== sign) + 1;
  if (sign === 0 || after === 0) return null;
  if (points.slice(0, after).some(({mean}) => mean * sign > tolerated)) return null;
  const [a, b] = [points[after - 1]!, points[after]!];
  return a.value + ((b.value - a.value) * a.mean) / (a.mean - b.mean);
}

function slopeOf(points: readonly CurvePoint[]): CurveShape["slope"] {
  const n = points.length;
  if (n < 4) return null;
  const average = (pick: (point: CurvePoint) => number): number => points.reduce((sum, one) => sum + pick(one), 0) / n;
  const [x, y] = [average(({value}) => value), average(({mean}) => mean)];
  const sxx = average(({value}) => (value - x) ** 2);
  const sxy = average(({value, mean}) => (value - x) * (mean - y));
  const syy = average(({mean}) => (mean - y) ** 2);
  if (sxx === 0 || syy === 0 || sxy ** 2 / (sxx * syy) < straight) return null;
  const step = roundStep((points.at(-1)!.value - points[0]!.value) / 4);
  return {step, effect: (step * sxy) / sxx};
}

/** The largest of 1, 2 or 5 times a power of ten that isn't above a size. */
export function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const [step] = [5, 2, 1].filter((digit) => digit * power <= size * (1 + 1e-9));
  // Divided by a whole power where there is one, so that 0.2 is 0.2.
  return power < 1 ? step! / Math.round(1 / power) : step! * power;
}
