import {type Client} from "./client.ts";
import {
  cardDueDelays,
  cardLastDues,
  cardTerminations,
  cardUses,
  drawingDelays,
  earliness,
  endings,
  firstDueDelays,
  terminations
} from "./previous-schedule-cells.ts";
import {type Stream} from "./random.ts";

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

/** What a loan's schedule depends on. */
export interface Contract {
  /** Days since the decision. */
  age: number;
  product: string;
  channel: string;
  group: string;
  /** Instalments, 30 days apart. */
  count: number;
}

/** The schedule of a loan. */
export function drawSchedule(client: Client, stream: Stream, contract: Contract): Schedule {
  const {age, count} = contract;
  const {product, channel, group} = contract;
  const context = {age, product, channel, group, count, plan: 0};
  const firstDue = -age + Math.round(firstDueDelays.draw(context, stream));
  const plan = firstDue + 30 * (count - 1);
  context.plan = plan;
  // Those who repay early are the better clients.
  const thrift = 0.1 * client.reliability - 0.05 * client.strain;
  const over = plan <= -2 || (firstDue <= -2 && endings.atNormal(context, -thrift + 0.99 * stream.normal()) === "yes");
  // At least as many instalments were left out as would still lie ahead.
  const least = Math.max(0, Math.ceil((plan + 2) / 30));
  const spared = over
    ? least + Math.round(earliness.atNormal(context, thrift + 0.99 * stream.normal()) * Math.max(0, count - 1 - least))
    : 0;
  const ended = over && spared < count;
  const lastDue = ended ? plan - 30 * spared : never;
  const dueByNow = firstDue > -1 ? 0 : Math.min(count, Math.floor((-1 - firstDue) / 30) + 1);
  const closed = ended ? lastDue + Math.round(terminations.draw(context, stream)) : never;
  return {
    firstDrawing: never,
    firstDue,
    lastDueFirstVersion: plan,
    lastDue,
    termination: closed < 0 ? closed : never,
    count,
    due: ended ? count - spared : dueByNow,
    early: ended && spared > 0,
    ended
  };
}

/** The schedule of a card. */
export function drawCardSchedule(
  client: Client,
  stream: Stream,
  {age, product, credit, gap}: {age: number; product: string; credit: number; gap: number}
): Schedule {
  const use = 0.1 * client.strain + 0.995 * stream.normal();
  const pattern = cardUses.atNormal({age, product, credit, gap}, use);
  const context = {age, product, pattern, DAYS_FIRST_DRAWING: 0};
  const used = pattern.startsWith("used");
  const firstDrawing = used ? -Math.max(2, Math.round(age * (1 - drawingDelays.draw(context, stream)))) : never;
  context.DAYS_FIRST_DRAWING = firstDrawing;
  const due =
    used && !pattern.includes("undue") ? firstDrawing + Math.round(cardDueDelays.draw(context, stream)) : never;
  const firstDue = due < -1 ? due : never;
  const lastDue =
    pattern.includes("settled") && firstDue !== never
      ? Math.round(firstDue * (1 - cardLastDues.draw(context, stream)))
      : never;
  const since = lastDue < -1 ? lastDue : -age;
  const termination = pattern.includes("terminated")
    ? Math.min(-1, Math.round(since * (1 - cardTerminations.draw(context, stream))))
    : never;
  return {
    firstDrawing,
    firstDue,
    lastDueFirstVersion: never,
    lastDue: lastDue < -1 ? lastDue : never,
    termination,
    count: 0,
    due: 0,
    early: false,
    ended: termination !== never
  };
}

/** The tables look back eight years: previous_application to the day, the monthly ones to this month. */
export const windowDays = 2922;
export const earliestMonth = -96;

/** The month, counted from the application, of a day so many days ago: −1 is the month before. */
export function monthOf(daysAgo: number): number {
  return Math.min(-1, -Math.round(daysAgo / 30.4375));
}
