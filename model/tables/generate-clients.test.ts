import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {promisify} from "node:util";
import {gunzip} from "node:zlib";
import {describe, expect, test} from "vitest";
import {columnDistances} from "../../bench/likeness/distance.ts";
import {type Sample} from "../../bench/likeness/sample.ts";
import {bounds, isNullable, tables} from "../contract/tables.ts";
import {draw, groups, parse, range, type Row} from "./generate-testing.ts";
import {portfolioHeader, type PortfolioFile} from "./generate.ts";

const sample = process.env.LIMPIDE_SAMPLE;
if (sample === undefined)
  process.stderr.write("LIMPIDE_SAMPLE is not set: generated columns are not compared with the real ones\n");

describe("a portfolio of 4,000 clients", () => {
  const rows = draw(range(4000), 11);
  const applications = [...rows.application_train, ...rows.application_test];
  const clients = new Map(applications.map((row) => [row.SK_ID_CURR!, row]));
  const previous = new Map(rows.previous_application.map((row) => [row.SK_ID_PREV!, row]));

  test("meets the contract in every value", () => {
    const wrong: string[] = [];
    for (const table of Object.values(tables)) {
      for (const {name, without} of table.files) {
        for (const column of table.columns.filter((column) => !without.includes(column.name))) {
          const limits = bounds(column);
          for (const row of rows[name as PortfolioFile]) {
            const value = row[column.name]!;
            const report = () => wrong.push(`${name}.${column.name}: ${JSON.stringify(value)}`);
            if (value === "") {
              if (!isNullable(table, column)) report();
            } else if (limits === null) {
              if (column.type === "yesno" && value !== "Y" && value !== "N") report();
            } else {
              const number = Number(value);
              const sentinel = column.sentinels?.some((sentinel) => sentinel.value === number) ?? false;
              const whole = column.type === "real" || Number.isInteger(number);
              if (!whole || !(sentinel || (limits[0] <= number && number <= limits[1]))) report();
            }
          }
        }
      }
    }
    expect([...new Set(wrong)].slice(0, 10)).toEqual([]);
  });

  test("defaults at about 8 %, men and the young more often", () => {
    const rate = (kept: Row[]): number => kept.filter((row) => row.TARGET === "1").length / kept.length;
    const labelled = rows.application_train;
    // The rate aimed at is 8.05 %; the standard error 0.46 %.
    expect(rate(labelled)).toBeGreaterThan(0.067);
    expect(rate(labelled)).toBeLessThan(0.094);
    expect(rate(labelled.filter((row) => row.CODE_GENDER === "M"))).toBeGreaterThan(
      rate(labelled.filter((row) => row.CODE_GENDER === "F"))
    );
    const young = (row: Row): boolean => Number(row.DAYS_BIRTH) > -35 * 365;
    expect(rate(labelled.filter(young))).toBeGreaterThan(rate(labelled.filter((row) => !young(row))));
  });

  test("has keys that are unique and that exist where they point to", () => {
    expect(clients.size).toBe(4000);
    expect(previous.size).toBe(rows.previous_application.length);
    const loans = new Set(rows.bureau.map((row) => row.SK_ID_BUREAU!));
    expect(loans.size).toBe(rows.bureau.length);
    const seven = [...previous.keys(), ...loans].filter((id) => /^\d{7}$/.test(id)).length;
    // The many loans of few clients have longer numbers.
    expect(seven / (previous.size + loans.size)).toBeGreaterThan(0.98);
    for (const file of ["bureau", "previous_application"] as const) {
      expect(rows[file].filter((row) => !clients.has(row.SK_ID_CURR!))).toEqual([]);
    }
    // The real tables too have monthly rows of a few loans that they have no row of.
    const shareOf = (ids: Set<string>, known: (id: string) => boolean): number =>
      [...ids].filter((id) => !known(id)).length / ids.size;
    const idsOf = (file: PortfolioFile, key: string): Set<string> => new Set(rows[file].map((row) => row[key]!));
    expect(shareOf(idsOf("bureau_balance", "SK_ID_BUREAU"), (id) => loans.has(id))).toBeLessThan(0.08);
    for (const [file, unknown] of [
      ["POS_CASH_balance", 0.08],
      ["installments_payments", 0.09],
      ["credit_card_balance", 0.2]
    ] as const) {
      expect(shareOf(idsOf(file, "SK_ID_PREV"), (id) => previous.has(id))).toBeLessThan(unknown);
      const strays = rows[file].filter((row) => {
        const application = previous.get(row.SK_ID_PREV!);
        if (application === undefined) return !clients.has(row.SK_ID_CURR!);
        return application.SK_ID_CURR !== row.SK_ID_CURR || application.NAME_CONTRACT_STATUS !== "Approved";
      });
      expect(strays).toEqual([]);
    }
  });

  test("has monthly histories without a gap, from a loan's start, and never after the application", () => {
    const starts = new Map(rows.bureau.map((row) => [row.SK_ID_BUREAU!, Number(row.DAYS_CREDIT)]));
    const checks = [
      ["bureau_balance", "SK_ID_BUREAU", 0, (id: string) => Math.floor(-starts.get(id)! / 30.4375)],
      ["POS_CASH_balance", "SK_ID_PREV", -1, decisionMonth],
      ["credit_card_balance", "SK_ID_PREV", -1, decisionMonth]
    ] as const;
    for (const [file, key, latest, months] of checks) {
      for (const [id, history] of groups(rows[file], key)) {
        const balance = history.map((row) => Number(row.MONTHS_BALANCE)).sort((a, b) => a - b);
        expect(balance).toEqual(range(balance.length).map((i) => balance[0]! + i));
        expect(balance.at(-1)).toBeLessThanOrEqual(latest);
        const start = months(id);
        // Not known of loans that have no row.
        if (!Number.isNaN(start)) expect(balance[0]! + start).toBe(0);
      }
    }
    function decisionMonth(id: string): number {
      return Math.min(96, Math.max(1, Math.round(-Number(previous.get(id)?.DAYS_DECISION) / 30.4375)));
    }
  });

  test("has no day after the application but those that are planned", () => {
    const loans = rows.bureau.filter((row) => {
      const opened = Number(row.DAYS_CREDIT);
      const ended = row.DAYS_ENDDATE_FACT === "" ? -1 : Number(row.DAYS_ENDDATE_FACT);
      const known = row.DAYS_ENDDATE_FACT !== "";
      const open = row.CREDIT_ACTIVE === "Active";
      return opened >= 0 || Number(row.DAYS_CREDIT_UPDATE) > 0 || ended > 0 || ended <= opened || (open && known);
    });
    expect(loans).toEqual([]);
    const payments = rows.installments_payments.filter(
      (row) =>
        Number(row.DAYS_INSTALMENT) >= 0 ||
        (row.DAYS_ENTRY_PAYMENT !== "" && Number(row.DAYS_ENTRY_PAYMENT) >= 0) ||
        (row.AMT_PAYMENT === "") !== (row.DAYS_ENTRY_PAYMENT === "")
    );
    expect(payments).toEqual([]);
    const days = ["DAYS_FIRST_DRAWING", "DAYS_FIRST_DUE", "DAYS_LAST_DUE", "DAYS_TERMINATION"];
    const decisions = rows.previous_application.filter(
      (row) => Number(row.DAYS_DECISION) >= 0 || days.some((day) => row[day] !== "365243.0" && Number(row[day]) > 0)
    );
    expect(decisions).toEqual([]);
  });

  test("marks those who don't work as the real tables do", () => {
    for (const row of applications) {
      const employed = row.NAME_INCOME_TYPE !== "Pensioner" && row.NAME_INCOME_TYPE !== "Unemployed";
      expect(row.DAYS_EMPLOYED === "365243").toBe(!employed);
      expect(row.ORGANIZATION_TYPE === "XNA").toBe(!employed);
      expect(row.FLAG_EMP_PHONE).toBe(employed ? "1" : "0");
      if (employed) expect(Number(row.DAYS_EMPLOYED)).toBeGreaterThan(Number(row.DAYS_BIRTH));
    }
  });

  test("knows a building's measures together or not at all, and their modes and medians with their means", () => {
    const measures = portfolioHeader("application_train")
      .filter((name) => name.endsWith("_AVG"))
      .map((name) => name.slice(0, -4));
    expect(measures.length).toBe(14);
    let known = 0;
    for (const row of applications) {
      const means = measures.filter((name) => row[`${name}_AVG`] !== "");
      for (const kind of ["MODE", "MEDI"]) {
        expect(measures.filter((name) => row[`${name}_${kind}`] !== "")).toEqual(means);
      }
      expect(row.EMERGENCYSTATE_MODE === "").toBe(row.TOTALAREA_MODE === "");
      if (row.TOTALAREA_MODE === "") expect(means).toEqual([]);
      else ++known;
    }
    expect(known / applications.length).toBeGreaterThan(0.48);
    expect(known / applications.length).toBeLessThan(0.57);
    const floors = applications.filter((row) => row.FLOORSMAX_AVG !== "");
    const same = floors.filter((row) => row.FLOORSMAX_AVG === row.FLOORSMAX_MEDI).length;
    // 96 % in the real tables.
    expect(same / floors.length).toBeGreaterThan(0.92);
  });

  test("has amounts that follow from each other, and families from their members", () => {
    for (const row of applications) {
      const [amount, annuity] = [Number(row.AMT_CREDIT), Number(row.AMT_ANNUITY)];
      const months = amount / annuity;
      if (row.NAME_CONTRACT_TYPE === "Revolving loans") expect(months).toBeCloseTo(20, 2);
      else {
        expect(months).toBeGreaterThan(7);
        expect(months).toBeLessThan(46);
        expect(amount / Number(row.AMT_GOODS_PRICE)).toBeGreaterThan(0.7);
      }
      const couple = ["Married", "Civil marriage"].includes(row.NAME_FAMILY_STATUS!) ? 2 : 1;
      expect(Number(row.CNT_FAM_MEMBERS)).toBe(Number(row.CNT_CHILDREN) + couple);
      expect(Number(row.DAYS_ID_PUBLISH)).toBeGreaterThanOrEqual(Number(row.DAYS_BIRTH));
      expect(Number(row.DAYS_REGISTRATION)).toBeGreaterThanOrEqual(Number(row.DAYS_BIRTH));
      expect(row.OWN_CAR_AGE === "").toBe(row.FLAG_OWN_CAR === "N");
      if (row.AMT_REQ_CREDIT_BUREAU_YEAR === "") expect(row.EXT_SOURCE_3).toBe("");
    }
    const ratings = new Map(applications.map((row) => [row.REGION_POPULATION_RELATIVE, row.REGION_RATING_CLIENT]));
    const strays = applications.filter(
      (row) => ratings.get(row.REGION_POPULATION_RELATIVE) !== row.REGION_RATING_CLIENT
    );
    expect(strays).toEqual([]);
    expect(ratings.size).toBeGreaterThan(70);
  });

  test.runIf(sample)("has nearly every column of the applications distributed as the real one", async () => {
    const text = (await promisify(gunzip)(await readFile(join(sample!, "application_train.csv.gz")))).toString();
    const header = portfolioHeader("application_train");
    const real = text
      .split(/\r?\n/)
      .slice(1, -1)
      .map((line) => parse(header, `${line}\n`));
    const columns = tables.application.columns.filter(({type, name}) => type !== "id" && name !== "TARGET");
    const sampleOf = (rows: Row[]): Sample => ({
      rows: rows.length,
      columns: columns.map(({name, type}) =>
        type === "text" || type === "yesno"
          ? {name, texts: rows.map((row) => row[name]! || null)}
          : {name, numbers: Float64Array.from(rows, (row) => (row[name] === "" ? NaN : Number(row[name])))}
      )
    });
    const distances = columnDistances(sampleOf(real), sampleOf(rows.application_train));
    expect(distances.filter(({close}) => !close).map(({name}) => name)).toEqual([]);
    const near = distances.filter(({distance}) => distance <= 0.06);
    expect(near.length / distances.length).toBeGreaterThan(0.9);
  });

  test("states a reason for every refusal, and for nothing else", () => {
    for (const row of rows.previous_application) {
      const {NAME_CONTRACT_STATUS: status, CODE_REJECT_REASON: reason} = row;
      if (status === "Refused") expect(["XAP", "CLIENT"]).not.toContain(reason);
      else expect(reason).toBe(status === "Unused offer" ? "CLIENT" : "XAP");
    }
  });

  test("writes numbers as the real files do", () => {
    const formats: [PortfolioFile, string, RegExp][] = [
      ["application_train", "AMT_CREDIT", /^\d+\.\d+$/],
      ["application_train", "CNT_FAM_MEMBERS", /^\d+\.0$/],
      ["application_train", "DAYS_REGISTRATION", /^-?\d+\.0$/],
      ["application_train", "DAYS_BIRTH", /^-\d+$/],
      ["application_train", "EXT_SOURCE_2", /^(0\.\d+|)$/],
      ["bureau", "DAYS_CREDIT_ENDDATE", /^(-?\d+\.0|)$/],
      ["bureau", "DAYS_CREDIT", /^-\d+$/],
      ["previous_application", "CNT_PAYMENT", /^(\d+\.0|)$/],
      ["POS_CASH_balance", "CNT_INSTALMENT", /^(\d+\.0|)$/],
      ["installments_payments", "NUM_INSTALMENT_VERSION", /^\d+\.0$/],
      ["installments_payments", "NUM_INSTALMENT_NUMBER", /^\d+$/],
      ["installments_payments", "AMT_PAYMENT", /^(\d+\.\d{1,3}|)$/],
      ["credit_card_balance", "AMT_CREDIT_LIMIT_ACTUAL", /^\d+$/],
      ["credit_card_balance", "CNT_DRAWINGS_CURRENT", /^\d+$/]
    ];
    for (const [file, column, format] of formats) {
      expect(rows[file].filter((row) => !format.test(row[column]!)).map((row) => row[column])).toEqual([]);
    }
  });

  test("has about as many rows a client, and as many clients without, as the real tables", () => {
    const perClient = (file: PortfolioFile): number => rows[file].length / 4000;
    const share = (file: PortfolioFile): number => new Set(rows[file].map((row) => row.SK_ID_CURR)).size / 4000;
    const expected: [PortfolioFile, rows: number, share: number][] = [
      ["bureau", 4.8, 0.86],
      ["previous_application", 4.7, 0.95],
      ["POS_CASH_balance", 28, 0.93],
      ["installments_payments", 38, 0.94],
      ["credit_card_balance", 11, 0.28]
    ];
    for (const [file, count, clients] of expected) {
      expect(perClient(file) / count, file).toBeGreaterThan(0.85);
      expect(perClient(file) / count, file).toBeLessThan(1.15);
      expect(Math.abs(share(file) - clients), file).toBeLessThan(0.04);
    }
    expect(perClient("bureau_balance") / 77).toBeGreaterThan(0.85);
    expect(perClient("bureau_balance") / 77).toBeLessThan(1.15);
  });

  test("tells defaults by every table", () => {
    // Mean of a quantity per client, and on which side of the diagonal it ranks defaults.
    const outcome = new Map(rows.application_train.map((row) => [row.SK_ID_CURR!, row.TARGET === "1"]));
    const owner = new Map(rows.bureau.map((row) => [row.SK_ID_BUREAU!, row.SK_ID_CURR!]));
    const signals: [PortfolioFile, (row: Row) => number, atLeast: number][] = [
      ["application_train", (row) => (row.EXT_SOURCE_2 === "" ? 0.5 : -Number(row.EXT_SOURCE_2)), 0.6],
      ["bureau", (row) => (row.CREDIT_ACTIVE === "Active" ? 1 : 0), 0.56],
      ["bureau_balance", (row) => ("12345".includes(row.STATUS!) ? 1 : 0), 0.5],
      ["previous_application", (row) => (row.NAME_CONTRACT_STATUS === "Refused" ? 1 : 0), 0.54],
      ["POS_CASH_balance", (row) => (Number(row.SK_DPD) > 0 ? 1 : 0), 0.51],
      ["installments_payments", (row) => (Number(row.DAYS_ENTRY_PAYMENT) > Number(row.DAYS_INSTALMENT) ? 1 : 0), 0.55],
      ["credit_card_balance", (row) => Number(row.AMT_BALANCE), 0.54]
    ];
    for (const [file, quantity, atLeast] of signals) {
      const sums = new Map<string, [sum: number, count: number]>();
      for (const row of rows[file]) {
        const id = row.SK_ID_CURR ?? owner.get(row.SK_ID_BUREAU!)!;
        if (!outcome.has(id)) continue;
        const [sum, count] = sums.get(id) ?? [0, 0];
        sums.set(id, [sum + quantity(row), count + 1]);
      }
      const scored = [...sums].map(([id, [sum, count]]) => [sum / count, outcome.get(id)!] as const);
      expect(auc(scored), file).toBeGreaterThan(atLeast);
    }
  });
});

/** The share of (default, repaid) pairs ranked right, ties counting half: the definition, pair by pair. */
function auc(scored: (readonly [number, boolean])[]): number {
  const defaulted = scored.filter(([, y]) => y).map(([x]) => x);
  const repaid = scored.filter(([, y]) => !y).map(([x]) => x);
  let wins = 0;
  for (const a of defaulted) for (const b of repaid) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (defaulted.length * repaid.length);
}
