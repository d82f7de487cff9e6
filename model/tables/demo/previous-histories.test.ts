import {expect, test} from "vitest";
import {type TableName} from "../../contract/table-names.ts";
import {tables} from "../../contract/tables.ts";
import {bureauRows} from "./bureau.ts";
import {createClient} from "./client.ts";
import {creditCardRows} from "./credit-card.ts";
import {installmentRows} from "./installments.ts";
import {posCashRows} from "./pos-cash.ts";
import {previousRows} from "./previous.ts";

type Row = Record<string, string>;
const names = [
  "bureau",
  "bureau_balance",
  "previous_application",
  "POS_CASH_balance",
  "installments_payments",
  "credit_card_balance"
] as const satisfies TableName[];

/** The history tables of the first 3,000 clients. */
const rows = drawHistories(3000);

function drawHistories(clients: number): Record<(typeof names)[number], Row[]> {
  const drawn = Object.fromEntries(names.map((name) => [name, [] as Row[]])) as Record<(typeof names)[number], Row[]>;
  const sink = (name: (typeof names)[number]) => {
    const columns = tables[name].columns.map((column) => column.name);
    return {add: (line: string) => void drawn[name].push(parse(columns, line))};
  };
  const [bureau, balance, previous, pos, payments, cards] = names.map(sink) as unknown as Sinks;
  for (let index = 0; index < clients; ++index) {
    const client = createClient(3, index, 0.5);
    bureauRows(3, client, bureau, balance);
    const {loans} = previousRows(3, client, previous);
    const {delays} = installmentRows(3, client, loans, payments);
    posCashRows(3, client, loans, delays, pos);
    creditCardRows(3, client, loans, cards, payments);
  }
  return drawn;
}

type Sink = {add: (line: string) => void};
type Sinks = [Sink, Sink, Sink, Sink, Sink, Sink];

function parse(columns: string[], line: string): Row {
  const fields = [...line.slice(0, -1).matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map(([, a, b]) => a ?? b!);
  return Object.fromEntries(columns.map((name, i) => [name, fields[i]!]));
}

function count<T>(items: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const never = "365243.0";

test("an active loan has no end, a closed one ended after it began and before the last news of it", () => {
  const wrong = rows.bureau.filter((row) => {
    const [opened, ended, news] = [row.DAYS_CREDIT, row.DAYS_ENDDATE_FACT, row.DAYS_CREDIT_UPDATE].map(Number) as [
      number,
      number,
      number
    ];
    const closed = row.DAYS_ENDDATE_FACT !== "";
    return (
      closed === (row.CREDIT_ACTIVE === "Active") || news < opened || (closed && (ended <= opened || news < ended))
    );
  });
  expect(wrong).toEqual([]);
});

test("who doesn't know the debt doesn't know the limit", () => {
  const unknown = rows.bureau.filter((row) => row.AMT_CREDIT_SUM_DEBT === "");
  expect(unknown.length).toBeGreaterThan(100);
  expect(unknown.filter((row) => row.AMT_CREDIT_SUM_LIMIT !== "")).toEqual([]);
});

test("on most cards debt and limit add up to the sum", () => {
  const limited = rows.bureau.filter((row) => Number(row.AMT_CREDIT_SUM_LIMIT) > 0);
  const adding = limited.filter(
    (row) =>
      Math.abs(Number(row.AMT_CREDIT_SUM) - Number(row.AMT_CREDIT_SUM_DEBT) - Number(row.AMT_CREDIT_SUM_LIMIT)) < 1
  );
  expect(adding.length / limited.length).toBeGreaterThan(0.55);
  expect(adding.length / limited.length).toBeLessThan(0.8);
});

test("a loan that is closed stays closed, and the bureau has months of loans that it has no row of", () => {
  const known = new Set(rows.bureau.map((row) => row.SK_ID_BUREAU!));
  const ids = new Set(rows.bureau_balance.map((row) => row.SK_ID_BUREAU!));
  const strays = [...ids].filter((id) => !known.has(id)).length / ids.size;
  expect(strays).toBeGreaterThan(0.035);
  expect(strays).toBeLessThan(0.07);
  // Rows stand latest month first.
  const reopened = rows.bureau_balance.filter((row, i) => {
    const later = rows.bureau_balance[i - 1];
    return row.STATUS === "C" && later?.SK_ID_BUREAU === row.SK_ID_BUREAU && later?.STATUS !== "C";
  });
  expect(reopened).toEqual([]);
});

test("some clients have many loans and applications, and most have few", () => {
  for (const name of ["bureau", "previous_application"] as const) {
    const perClient = [...count(rows[name].map((row) => row.SK_ID_CURR!)).values()].sort((a, b) => a - b);
    expect(perClient[Math.floor(perClient.length / 2)]).toBeLessThanOrEqual(5);
    expect(perClient[Math.floor(perClient.length * 0.99)]).toBeGreaterThan(17);
    expect(perClient.at(-1)).toBeGreaterThan(27);
  }
});

test("what an application never got to is missing together", () => {
  const empty = rows.previous_application.filter((row) => row.PRODUCT_COMBINATION === "Cash");
  expect(empty.length).toBeGreaterThan(1000);
  for (const row of empty) {
    const missing = ["AMT_ANNUITY", "AMT_GOODS_PRICE", "AMT_DOWN_PAYMENT", "RATE_DOWN_PAYMENT", "CNT_PAYMENT"];
    expect(missing.map((name) => row[name])).toEqual(["", "", "", "", ""]);
    expect([row.AMT_APPLICATION, row.AMT_CREDIT, row.NAME_YIELD_GROUP]).toEqual(["0.0", "0.0", "XNA"]);
  }
  const days = ["FIRST_DRAWING", "FIRST_DUE", "LAST_DUE_1ST_VERSION", "LAST_DUE", "TERMINATION"];
  const torn = rows.previous_application.filter((row) => {
    const known = row.NFLAG_INSURED_ON_APPROVAL !== "";
    return (
      days.some((name) => (row[`DAYS_${name}`] !== "") !== known) ||
      (known && row.NAME_CONTRACT_STATUS !== "Approved") ||
      (row.AMT_DOWN_PAYMENT === "") !== (row.RATE_DOWN_PAYMENT === "")
    );
  });
  expect(torn).toEqual([]);
});

test("a cash loan's product names its level of interest", () => {
  for (const row of rows.previous_application) {
    const level = /^Cash .*: (.*)$/.exec(row.PRODUCT_COMBINATION!)?.[1];
    if (level !== undefined) expect(row.NAME_YIELD_GROUP!.split("_")[0]).toBe(level);
  }
});

test("the days of a loan follow from one another", () => {
  let ended = 0;
  for (const row of rows.previous_application) {
    if (row.DAYS_FIRST_DUE === "" || row.NAME_CONTRACT_TYPE === "Revolving loans") continue;
    const [first, plan, last, over] = ["FIRST_DUE", "LAST_DUE_1ST_VERSION", "LAST_DUE", "TERMINATION"].map((name) =>
      Number(row[`DAYS_${name}`])
    ) as [number, number, number, number];
    if (row.DAYS_FIRST_DUE !== never) {
      expect(first).toBeGreaterThan(Number(row.DAYS_DECISION));
      expect(plan - first).toBe(30 * (Number(row.CNT_PAYMENT) - 1));
    }
    if (row.DAYS_LAST_DUE === never) {
      expect(row.DAYS_TERMINATION).toBe(never);
      continue;
    }
    ++ended;
    expect(last).toBeGreaterThanOrEqual(first);
    expect(last).toBeLessThanOrEqual(plan);
    expect(over).toBeGreaterThanOrEqual(last);
  }
  expect(ended).toBeGreaterThan(3000);
});

test("an instalment is what the credit, its length and its interest come to", () => {
  // Interest of no group exceeds 100 % a year, and an instalment repays at least its share of the credit.
  for (const row of rows.previous_application) {
    const months = Number(row.CNT_PAYMENT);
    if (row.AMT_ANNUITY === "" || months === 0) continue;
    const share = (Number(row.AMT_ANNUITY) * months) / Number(row.AMT_CREDIT);
    expect(share).toBeGreaterThan(0.99);
    expect(share).toBeLessThan(1 + (months + 1) / 12);
  }
});

test("months without an application are of loans decided on before the eight years that it covers", () => {
  const known = new Set(rows.previous_application.map((row) => row.SK_ID_PREV!));
  const shares = {POS_CASH_balance: [0.025, 0.075], credit_card_balance: [0.07, 0.17]} as const;
  for (const [name, [least, most]] of Object.entries(shares)) {
    const table = rows[name as keyof typeof shares];
    const strays = table.filter((row) => !known.has(row.SK_ID_PREV!));
    const ids = new Set(strays.map((row) => row.SK_ID_PREV!));
    const share = ids.size / new Set(table.map((row) => row.SK_ID_PREV!)).size;
    expect(share, name).toBeGreaterThan(least);
    expect(share, name).toBeLessThan(most);
    const starts = new Set(strays.filter((row) => row.MONTHS_BALANCE === "-96").map((row) => row.SK_ID_PREV!));
    expect(starts.size).toBe(ids.size);
    expect(table.filter((row) => Number(row.MONTHS_BALANCE) < -96)).toEqual([]);
  }
  expect(rows.installments_payments.filter((row) => Number(row.DAYS_INSTALMENT) < -2922)).toEqual([]);
});

test("hardly anyone has two cards", () => {
  const cards = new Map(rows.credit_card_balance.map((row) => [row.SK_ID_PREV!, row.SK_ID_CURR!]));
  const perClient = [...count(cards.values()).values()];
  expect(perClient.length).toBeGreaterThan(600);
  expect(perClient.filter((cards) => cards > 1).length / perClient.length).toBeLessThan(0.05);
});

test("a card that owes nothing asks for nothing the month after", () => {
  const asking = rows.credit_card_balance.filter((row, i) => {
    const before = rows.credit_card_balance[i - 1];
    if (before?.SK_ID_PREV !== row.SK_ID_PREV || before?.AMT_BALANCE !== "0.0") return false;
    return Number(row.AMT_INST_MIN_REGULARITY) !== 0 || Number(row.AMT_PAYMENT_TOTAL_CURRENT) !== 0;
  });
  expect(asking).toEqual([]);
});
