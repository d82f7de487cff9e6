import {formatNumber} from "../format.ts";
import type {Frequency} from "../frequency.ts";

// Non-breaking spaces before : ; ! ? and inside « » are written as escapes, since they look like any other space.

export const number = (value: number) => formatNumber(value, "fr");
export const points = (value: number) => `${number(value)}\u00a0${Math.abs(value) < 2 ? "point" : "points"}`;
export const clients = (value: number) => `${number(value)}\u00a0${value < 2 ? "client" : "clients"}`;

/** « environ 8 ne remboursent pas » : le verbe s’accorde avec le nombre. */
export function share({kind, count}: Frequency, one: string, many: string, none: string, all: string): string {
  switch (kind) {
    case "none":
      return none;
    case "less":
      return `moins d’un ${one}`;
    case "more":
      return `plus de ${count} ${many}`;
    case "all":
      return all;
    case "exactly":
      return `${count} ${count < 2 ? one : many}`;
    case "about":
      return `environ ${count} ${count < 2 ? one : many}`;
  }
}

/** « 82 clients sur 100 », « plus de 99 clients sur 100 ». */
export function ofHundred({kind, count}: Frequency): string {
  if (kind === "none") return "aucun client";
  if (kind === "all") return "tous les clients";
  if (kind === "less") return "moins d’un client sur\u00a0100";
  const prefix = kind === "more" ? "plus de\u00a0" : "";
  return `${prefix}${count}\u00a0${count < 2 ? "client" : "clients"} sur\u00a0100`;
}
