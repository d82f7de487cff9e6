import {formatNumber} from "../format.ts";
import type {Frequency} from "../frequency.ts";

export const number = (value: number) => formatNumber(value, "en");
export const points = (value: number) => `${number(value)} ${Math.abs(value) === 1 ? "point" : "points"}`;
export const clients = (value: number) => `${number(value)} ${value === 1 ? "client" : "clients"}`;

/** "about 8 do not repay": the verb agrees with the number. */
export function share({kind, count}: Frequency, one: string, many: string, none: string, all: string): string {
  switch (kind) {
    case "none":
      return none;
    case "less":
      return `fewer than 1 ${one}`;
    case "more":
      return `more than ${count} ${many}`;
    case "all":
      return all;
    case "exactly":
      return `${count} ${count === 1 ? one : many}`;
    case "about":
      return `about ${count} ${count === 1 ? one : many}`;
  }
}

/** "82 clients in 100", "more than 99 clients in 100". */
export function inHundred({kind, count}: Frequency): string {
  if (kind === "none") return "no client";
  if (kind === "all") return "all clients";
  const prefix = kind === "less" ? "fewer than " : kind === "more" ? "more than " : "";
  return `${prefix}${count} ${count === 1 ? "client" : "clients"} in 100`;
}
