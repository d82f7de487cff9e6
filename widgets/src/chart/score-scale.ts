import {keepApart, keepInside, textWidth} from "./label.ts";
import {linearScale} from "./scale.ts";
import {ticks} from "./ticks.ts";

/** What a drawn scale of points shows. */
export interface ScoreScaleInput {
  points: number;
  threshold: number;
  /** The band that asks for a review, both ends included. */
  band: readonly [from: number, to: number];
  /** The ends of the scale; it grows where the client or the band lies beyond. */
  range: readonly [low: number, high: number];
  /** Pixels: the width of the drawing and the size of its text. */
  width: number;
  fontSize: number;
  labels: {client: string; threshold: string; refuse: string; accept: string};
  formatTick: (points: number) => string;
}

/** Places along the scale, in pixels from its left end. */
export interface ScoreScale {
  client: number;
  clientLabel: number;
  threshold: number;
  thresholdLabel: number;
  band: [from: number, to: number];
  ticks: {x: number; label: string}[];
  /** Whether the words of the zones fit inside them, clear of the client's mark. */
  zones: {refuse: boolean; accept: boolean};
}

/** Lays out the scale of points: every label stays inside the drawing and none covers another. */
export function scoreScale(input: ScoreScaleInput): ScoreScale {
  const {points, threshold, band, range, width, fontSize, labels, formatTick} = input;
  const low = Math.min(range[0], points, band[0]);
  const high = Math.max(range[1], points, band[1]);
  const x = linearScale([low, high], [0, width]);
  const marks = ticks(low, high, Math.max(2, Math.floor(width / (fontSize * 4.5)))).map((value) => {
    const label = formatTick(value);
    const labelWidth = textWidth(label, fontSize);
    return {x: x(value), width: labelWidth, label};
  });
  const inside = marks.filter((mark) => mark.x >= mark.width / 2 && mark.x <= width - mark.width / 2);
  const pad = fontSize * 0.6;
  // These words are bold, and a host's font may be a wide one.
  const bold = fontSize * 1.3;
  const refuseEnd = pad * 2 + textWidth(labels.refuse, bold);
  const acceptStart = width - pad * 2 - textWidth(labels.accept, bold);
  return {
    client: x(points),
    clientLabel: keepInside(x(points), textWidth(labels.client, fontSize * 1.1), width),
    threshold: x(threshold),
    thresholdLabel: keepInside(x(threshold), textWidth(labels.threshold, fontSize), width),
    // Both ends of the band belong to it.
    band: [x(band[0] - 0.5), x(band[1] + 0.5)],
    ticks: keepApart(inside, fontSize * 0.5, [[x(threshold) - 2, x(threshold) + 2]]).map(({x, label}) => ({x, label})),
    zones: {
      refuse: refuseEnd <= x(band[0]) && x(points) > refuseEnd,
      accept: acceptStart >= x(band[1]) && x(points) < acceptStart
    }
  };
}
