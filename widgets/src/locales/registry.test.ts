import {beforeEach, expect, test, vi} from "vitest";
import {families as en} from "./en/families.ts";
import {families as fr} from "./fr/families.ts";
import type * as Registry from "./registry.ts";

let registry: typeof Registry;
beforeEach(async () => {
  vi.resetModules();
  registry = await import("./registry.ts");
  registry.addLocale("fr", "families", fr);
  registry.addLocale("en", "families", en);
});

const spanish = {...en, income: "Ingresos y empleo"};

test("a lang is spoken with or without its region, in whatever case", () => {
  expect(registry.textsIn("fr", "families")).toBe(fr);
  expect(registry.textsIn("fr-CA", "families")).toBe(fr);
  expect(registry.textsIn("EN-gb", "families")).toBe(en);
});

test("a language that nobody added is spoken in English", () => {
  expect(registry.textsIn("es", "families")).toBe(en);
});

test("a page adds a language, or its own words in a region's", () => {
  registry.addLocale("es", "families", spanish);
  registry.addLocale("fr-CA", "families", {...fr, housing: "Habitation"});
  expect(registry.textsIn("es-AR", "families").income).toBe("Ingresos y empleo");
  expect(registry.textsIn("fr-CA", "families").housing).toBe("Habitation");
  expect(registry.textsIn("fr", "families").housing).toBe("Logement et patrimoine");
});

test("a part without words says how to get them", () => {
  expect(() => registry.textsIn("fr", "score")).toThrow(/score.*addLocale/);
});
