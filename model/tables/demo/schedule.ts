import {type Client} from "./client.ts";
import {type Stream, Curve} from "./random.ts";

/** How the tables write a day that never came. */
export const never = 365_243;

/** When a loan's instalments are due, in days from the application (negative is past). */
export interface Schedule {
  /** Day of a card's first drawing; a loan has none. */
  firstDrawing: number;
  /** Day of the first instalment; `never` of a card that was not used. */
  firstDue: number;
  /** Day of the last instalment as agreed at first. */
  lastDueFirstVersion: number;
  /** Day of the last instalment as it was, and of the end of the contract; `never` while it runs. */
  lastDue: number;
  termination: number;
  /** Instalments agreed. */
  count: number;
  /** Instalments due by the application, or by the early end. */
  due: number;
  /** Whether the client repaid all the rest with the last of them. */
  early: boolean;
  /** Whether the loan is over. */
  ended: boolean;
}

const consumerDelay = new Curve([31, 31, 31, 31, 34, 40, 55], [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]);
const drawingDelay = new Curve([0, 0, 1, 7, 41, 124, 900], [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]);
const cardDueDelay = new Curve([21, 41, 44, 51, 79, 154, 900], [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]);
const termination = [3, 4, 5, 6, 6, 7, 8, 9];

/** The schedule of a loan whose decision is `age` days old; `count` instalments 30 days apart (0 of a card). */
export function drawSchedule(client: Client, stream: Stream, kind: string, age: number, count: number): Schedule {
  if (kind === "Revolving loans") return drawCardSchedule(client, stream, age);
  const firstDue = -age + (kind === "Cash loans" ? 30 : Math.round(consumerDelay.at(stream.uniform())));
  const dueByNow = firstDue > -1 ? 0 : Math.min(count, Math.floor((-1 - firstDue) / 30) + 1);
  const cash = kind === "Cash loans";
  const mayEndEarly = stream.chance((cash ? 0.55 : 0.36) + 0.04 * client.reliability);
  // Those who repay early mostly do so near the end.
  const earlyAt =
    mayEndEarly && count > 1 ? 1 + Math.floor(stream.uniform() ** (cash ? 0.7 : 0.6) * (count - 1)) : count;
  const ended = earlyAt <= dueByNow;
  const due = Math.min(earlyAt, dueByNow);
  const lastDue = ended ? firstDue + 30 * (due - 1) : never;
  return {
    firstDrawing: never,
    firstDue,
    lastDueFirstVersion: firstDue + 30 * (count - 1),
    lastDue,
    // Closing takes some days, and may still be under way.
    termination: ended ? lastDue + termination[stream.integer(0, termination.length - 1)]! : never,
    count,
    due,
    early: ended && earlyAt < count,
    ended
  };
}

function drawCardSchedule(client: Client, stream: Stream, age: number): Schedule {
  // A card that was never used is closed before long.
  const used = stream.chance(Math.min(0.95, 0.45 + age / 2800) + 0.06 * client.strain);
  const firstDrawing = used ? -age + Math.round(drawingDelay.at(stream.uniform())) : never;
  const firstDue = used ? firstDrawing + Math.round(cardDueDelay.at(stream.uniform())) : never;
  const open = used && firstDrawing < 0;
  const ended = stream.chance(open ? 0.13 : 0.16) && age > 400;
  const lastDue = open && stream.chance(0.36) && firstDue < -60 ? Math.round(firstDue * stream.uniform()) - 1 : never;
  return {
    firstDrawing: open ? firstDrawing : never,
    firstDue: open ? firstDue : never,
    lastDueFirstVersion: open && stream.chance(0.05) && firstDue < 0 ? firstDue : never,
    lastDue,
    termination: ended ? -Math.ceil(age * 0.6 * stream.uniform() + 1) : never,
    count: 0,
    due: 0,
    early: false,
    ended
  };
}

/** The month, counted from the application, of a day so many days ago: −1 is the month before, −96 the earliest. */
export function monthOf(daysAgo: number): number {
  return Math.max(-96, Math.min(-1, -Math.round(daysAgo / 30.4375)));
}
