import {expect, test} from "vitest";
import {columnUnits} from "../../model/contract/tables/column.ts";
import {tables} from "../../model/contract/tables.ts";
import type {Language} from "../../model/contract/text.ts";
import type {ColumnProfile} from "../../model/contract/validation.ts";
import {extentOf, natureOf, rangeOf, shareOf} from "./validation-values.js";

const all = Object.values(tables).flatMap(({columns}) => columns);
const find = (name: string) => all.find((column) => column.name === name)!;
const styleOf = (language: Language, currency = "EUR") => ({language, currency});

function profile(least: number | null, greatest: number | null, missing: number | null = 0): ColumnProfile {
  return {
    name: "",
    missing,
    expectedMissing: 0,
    least,
    greatest,
    sentinels: 0,
    unknownCategories: [],
    unknownRows: 0
  };
}

const extent = (name: string, least: number | null, greatest: number | null, language: Language = "en") =>
  extentOf(find(name), profile(least, greatest), styleOf(language));

test("every column of the contract has a nature in words, and no raw name is in it", () => {
  for (const column of all) {
    for (const language of ["fr", "en"] as const) {
      const nature = natureOf(column, styleOf(language));
      expect(nature, column.name).toMatch(/^\p{Lu}/u);
      expect(nature, column.name).not.toMatch(/undefined|_/);
    }
  }
  expect(new Set(all.flatMap(({unit}) => unit ?? []))).toEqual(new Set(columnUnits));
});

test("amounts are in the portfolio's currency", () => {
  expect(natureOf(find("AMT_CREDIT"), styleOf("fr"))).toBe("Montant, en euros");
  expect(natureOf(find("AMT_CREDIT"), styleOf("en", "GBP"))).toBe("Amount, in British pounds");
  expect(extent("AMT_CREDIT", 45_000, 4_050_000, "fr")).toBe("De 45\u202f000\u00a0€ à 4\u202f050\u202f000\u00a0€");
  expect(extent("AMT_CREDIT", 12.5, 4_050_000)).toBe("From €12.50 to €4,050,000");
  expect(extent("AMT_BALANCE", -420, 10)).toBe("From −€420 to €10");
});

test("days are before or after the application when they date, and last when they don't", () => {
  expect(extent("DAYS_BIRTH", -25_229, -7489)).toBe(
    "From 25,229 days before (69 years) to 7,489 days before (21 years)"
  );
  expect(extent("DAYS_CREDIT_ENDDATE", -1, 0, "fr")).toBe("De 1 jour avant au jour même");
  expect(extent("DAYS_CREDIT_ENDDATE", 0, 2, "fr")).toBe("Du jour même à 2 jours après");
  expect(extent("DAYS_CREDIT_ENDDATE", -30, 1)).toBe("From 30 days before to 1 day after");
  expect(extent("CREDIT_DAY_OVERDUE", 0, 2404)).toBe("From 0 days to 2,404 days (7 years)");
  expect(natureOf(find("DAYS_BIRTH"), styleOf("en"))).toBe("Date, in days");
  expect(natureOf(find("CREDIT_DAY_OVERDUE"), styleOf("en"))).toBe("Duration, in days");
});

test("each unit is written its own way", () => {
  expect(extent("MONTHS_BALANCE", -96, -1, "fr")).toBe("De 96 mois avant à 1 mois avant");
  expect(extent("EXT_SOURCE_1", 0.0146, 0.9627, "fr")).toBe("De 0,015 à 0,963");
  expect(extent("HOUR_APPR_PROCESS_START", 0, 23, "fr")).toBe("De 0 h à 23 h");
  expect(extent("HOUR_APPR_PROCESS_START", 0, 23)).toBe("From 0:00 to 23:00");
  expect(extent("OWN_CAR_AGE", 0, 91, "fr")).toBe("De 0 an à 91 ans");
  expect(extent("RATE_DOWN_PAYMENT", 0, 0.25)).toBe("From 0% to 25%");
  expect(extent("CNT_CHILDREN", 2, 2)).toBe("Always 2");
});

test("an extent is told where it says something", () => {
  expect(extent("SK_ID_CURR", 100_002, 456_255)).toBeNull();
  expect(extent("NAME_CONTRACT_TYPE", null, null)).toBeNull();
  expect(extent("FLAG_MOBIL", 0, 1)).toBeNull();
  expect(extent("FLAG_MOBIL", 1, 1, "fr")).toBe("Toujours oui");
  expect(extent("FLAG_MOBIL", 0, 0)).toBe("Always no");
  expect(extentOf(find("AMT_CREDIT"), profile(null, null, 1), styleOf("en"))).toBe("No value");
  expect(extentOf(find("AMT_CREDIT"), profile(null, null, null), styleOf("en"))).toBeNull();
});

test("the bounds of the contract read on in a sentence", () => {
  expect(rangeOf(find("EXT_SOURCE_1"), styleOf("fr"))).toBe("de 0,000 à 1,000");
  expect(rangeOf(find("SK_ID_CURR"), styleOf("fr"))).toBeNull();
});

test("a share is a percentage, and some is never none", () => {
  expect(shareOf(0, "en")).toBe("0%");
  expect(shareOf(0.7316, "en")).toBe("73.2%");
  expect(shareOf(0.5, "en")).toBe("50%");
  expect(shareOf(0.0001, "en")).toBe("less than 0.1%");
  expect(shareOf(0.0001, "fr")).toMatch(/^moins de 0,1[\u202f\u00a0]%$/);
});
