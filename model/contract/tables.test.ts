import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {beforeAll, describe, expect, test} from "vitest";
import {catalogue} from "../features/catalogue.ts";
import {tableNames} from "./table-names.ts";
import {columnSchema} from "./tables/column.ts";
import {bounds, type Column, isNullable, rowSchema, sqlType, type TableContract} from "./tables.ts";
import {tableContractSchema, tables} from "./tables.ts";
import {type Language, languages} from "./text.ts";

const column = (table: keyof typeof tables, name: string): Column => {
  const found = tables[table].columns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`no ${name} in ${table}`);
  return found;
};
const everyColumn = Object.values(tables).flatMap(({name, columns}) =>
  columns.map((column) => ({table: name, column}))
);

test("every table has its contract, with the columns that Home Credit's files have", () => {
  expect(Object.keys(tables)).toEqual(tableNames);
  expect(Object.values(tables).map(({columns}) => columns.length)).toEqual([122, 17, 3, 37, 8, 8, 23]);
});

test("every contract meets its schema, under its own name, with no column twice", () => {
  for (const [name, contract] of Object.entries(tables)) {
    expect(tableContractSchema.parse(contract)).toEqual(contract);
    expect(contract.name).toBe(name);
    const names = contract.columns.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    if (contract.key !== null) expect(column(contract.name, contract.key)).toMatchObject({type: "id", nullable: false});
    for (const file of contract.files) for (const without of file.without) expect(names).toContain(without);
  }
});

describe("the schema of a column refuses", () => {
  const amount = column("application", "AMT_CREDIT");
  const status = column("bureau_balance", "STATUS");
  test.each([
    ["a number without a unit", {...amount, unit: undefined}],
    ["a number without a range", {...amount, range: undefined}],
    ["a text with a unit", {...status, unit: "count"}],
    ["a text without categories", {...status, categories: undefined}],
    ["a number with categories", {...amount, categories: ["1"]}],
    ["missing values where none may be", {...amount, missing: 0.1}],
    ["a share above 1", {...amount, nullable: true, missing: 1.1}],
    ["a label in one language", {...amount, label: {en: "Amount"}}]
  ])("%s", (_, changed) => {
    expect(columnSchema.safeParse(changed).success).toBe(false);
  });
});

test("a range goes from less to more, and the least is what the unit allows", () => {
  for (const {column} of everyColumn) {
    if (column.range === undefined) continue;
    const [low, high] = column.range;
    expect(low).toBeLessThan(high);
    if (column.unit === "count" || column.unit === "hour" || column.unit === "years") expect(low).toBe(0);
    if (column.unit === "score") expect(column.range).toEqual([0, 1]);
    if (column.type === "integer") expect(column.range.every(Number.isInteger)).toBe(true);
  }
});

test("sentinels are of their column's kind, a number outside its range, a text among its categories", () => {
  for (const {column} of everyColumn) {
    const [low, high] = bounds(column) ?? [NaN, NaN];
    for (const {value} of column.sentinels ?? []) {
      if (typeof value === "string") expect(column.categories).toContain(value);
      else
        expect([sqlType(column), value < low || value > high]).toEqual([expect.not.stringContaining("VARCHAR"), true]);
    }
  }
});

test("no category is named twice, and XNA and XAP are sentinels wherever they are categories", () => {
  for (const {column} of everyColumn) {
    const {categories = [], sentinels = []} = column;
    expect(new Set(categories).size).toBe(categories.length);
    for (const name of ["XNA", "XAP", "Unknown"])
      if (categories.includes(name)) expect(sentinels.map(({value}) => value)).toContain(name);
  }
});

test("the lists of categories are as long as in Home Credit's full tables", () => {
  const lengths = (table: keyof typeof tables): Record<string, number> =>
    Object.fromEntries(
      tables[table].columns.flatMap(({name, categories}) => (categories ? [[name, categories.length]] : []))
    );
  expect(lengths("application")).toEqual({
    NAME_CONTRACT_TYPE: 2,
    CODE_GENDER: 3,
    NAME_TYPE_SUITE: 7,
    NAME_INCOME_TYPE: 8,
    NAME_EDUCATION_TYPE: 5,
    NAME_FAMILY_STATUS: 6,
    NAME_HOUSING_TYPE: 6,
    OCCUPATION_TYPE: 18,
    WEEKDAY_APPR_PROCESS_START: 7,
    ORGANIZATION_TYPE: 58,
    FONDKAPREMONT_MODE: 4,
    HOUSETYPE_MODE: 3,
    WALLSMATERIAL_MODE: 7,
    EMERGENCYSTATE_MODE: 2
  });
  expect(lengths("bureau")).toEqual({CREDIT_ACTIVE: 4, CREDIT_CURRENCY: 4, CREDIT_TYPE: 15});
  expect(lengths("bureau_balance")).toEqual({STATUS: 8});
  expect(lengths("previous_application")).toEqual({
    NAME_CONTRACT_TYPE: 4,
    WEEKDAY_APPR_PROCESS_START: 7,
    NAME_CASH_LOAN_PURPOSE: 25,
    NAME_CONTRACT_STATUS: 4,
    NAME_PAYMENT_TYPE: 4,
    CODE_REJECT_REASON: 9,
    NAME_TYPE_SUITE: 7,
    NAME_CLIENT_TYPE: 4,
    NAME_GOODS_CATEGORY: 28,
    NAME_PORTFOLIO: 5,
    NAME_PRODUCT_TYPE: 3,
    CHANNEL_TYPE: 8,
    NAME_SELLER_INDUSTRY: 11,
    NAME_YIELD_GROUP: 5,
    PRODUCT_COMBINATION: 17
  });
  expect(lengths("POS_CASH_balance")).toEqual({NAME_CONTRACT_STATUS: 9});
  expect(lengths("installments_payments")).toEqual({});
  expect(lengths("credit_card_balance")).toEqual({NAME_CONTRACT_STATUS: 7});
});

test("every category that the features name is one of a column of their table", () => {
  for (const {source, categoryLabels = {}} of catalogue) {
    const known = tables[source].columns.map(({categories}) => new Set(categories));
    const names = Object.keys(categoryLabels);
    if (names.length > 0)
      expect([names, known.some((set) => names.every((name) => set.has(name)))]).toEqual([names, true]);
  }
});

/** The least and greatest values of Home Credit's full tables, 365243 apart, where they are odd or far. */
test.each([
  ["application", "CNT_CHILDREN", 0, 20],
  ["application", "CNT_FAM_MEMBERS", 1, 21],
  ["application", "AMT_INCOME_TOTAL", 25_650, 117_000_000],
  ["application", "DAYS_BIRTH", -25_229, -7489],
  ["application", "DAYS_REGISTRATION", -24_672, 0],
  ["application", "OWN_CAR_AGE", 0, 91],
  ["application", "OBS_30_CNT_SOCIAL_CIRCLE", 0, 354],
  ["application", "AMT_REQ_CREDIT_BUREAU_QRT", 0, 261],
  ["bureau", "CREDIT_DAY_OVERDUE", 0, 2792],
  ["bureau", "DAYS_CREDIT_ENDDATE", -42_060, 31_199],
  ["bureau", "DAYS_ENDDATE_FACT", -42_023, 0],
  ["bureau", "AMT_CREDIT_MAX_OVERDUE", 0, 115_987_185],
  ["bureau", "AMT_CREDIT_SUM", 0, 585_000_000],
  ["bureau", "AMT_CREDIT_SUM_DEBT", -4_705_600.32, 170_100_000],
  ["bureau", "AMT_CREDIT_SUM_LIMIT", -586_406.115, 4_705_600.32],
  ["bureau", "DAYS_CREDIT_UPDATE", -41_947, 372],
  ["bureau", "AMT_ANNUITY", 0, 118_453_423.5],
  ["previous_application", "AMT_DOWN_PAYMENT", -0.9, 3_060_045],
  ["previous_application", "RATE_DOWN_PAYMENT", -1.5e-5, 1],
  ["previous_application", "SELLERPLACE_AREA", -1, 4_000_000],
  ["previous_application", "CNT_PAYMENT", 0, 84],
  ["previous_application", "DAYS_LAST_DUE_1ST_VERSION", -2801, 2389],
  ["POS_CASH_balance", "SK_DPD", 0, 4231],
  ["installments_payments", "NUM_INSTALMENT_VERSION", 0, 178],
  ["installments_payments", "NUM_INSTALMENT_NUMBER", 1, 277],
  ["installments_payments", "DAYS_ENTRY_PAYMENT", -4921, -1],
  ["credit_card_balance", "AMT_BALANCE", -420_250.185, 1_505_902.185],
  ["credit_card_balance", "AMT_DRAWINGS_ATM_CURRENT", -6827.31, 2_115_000],
  ["credit_card_balance", "AMT_PAYMENT_CURRENT", 0, 4_289_207.445],
  ["credit_card_balance", "AMT_RECEIVABLE_PRINCIPAL", -423_305.82, 1_472_316.795],
  ["credit_card_balance", "CNT_DRAWINGS_CURRENT", 0, 165]
] as const)("%s: %s takes the full table's extremes, %d and %d", (table, name, least, greatest) => {
  const schema = rowSchema({...tables[table], columns: [column(table, name)]});
  for (const value of [least, greatest]) expect(schema.safeParse({[name]: value}).success).toBe(true);
});

describe.each(languages)("the %s texts", (language) => {
  const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));

  test("have labels of two to seven words that begin with a capital and end without a stop", () => {
    for (const {column} of everyColumn) {
      const label = column.label[language];
      expect(label).toMatch(/^\p{Lu}.*[\p{L}\d)]$/u);
      expect([label, words(label).length >= 2 && words(label).length <= 7]).toEqual([label, true]);
    }
  });

  test("have labels that no other column of the table has", () => {
    for (const {columns} of Object.values(tables)) {
      const labels = columns.map(({label}) => label[language]);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });

  test("have meanings of one sentence each", () => {
    for (const {column} of everyColumn) expect(column.meaning[language]).toMatch(/^[\p{Lu}1][^.]*\.$/u);
  });

  test("name no column, and are well typed", () => {
    for (const text of everyColumn.flatMap(({column}) => textsOf(column, language))) {
      expect(text).not.toMatch(/[A-Z]{2,}|_|'|"| {2}|undefined/);
      if (language === "fr") expect(text).not.toMatch(/ [:;?!%»]|« /);
    }
  });
});

function textsOf({label, meaning, sentinels = []}: Column, language: Language): string[] {
  return [label, meaning, ...sentinels.map(({meaning}) => meaning)].map((text) => text[language]);
}

test("no text is the same in both languages", () => {
  for (const {column} of everyColumn) {
    const [french, english] = languages.map((language) => textsOf(column, language)) as [string[], string[]];
    expect(french.filter((text, i) => text === english[i])).toEqual([]);
  }
});

test("a column that one of a table's files lacks may be null in the table", () => {
  expect(isNullable(tables.application, column("application", "TARGET"))).toBe(true);
  expect(isNullable(tables.application, column("application", "AMT_CREDIT"))).toBe(false);
  expect(isNullable(tables.application, column("application", "AMT_ANNUITY"))).toBe(true);
});

const month = {SK_ID_BUREAU: 5000001, MONTHS_BALANCE: -3, STATUS: "C"};

test("a row that meets its contract passes as it is, one with a category that is not known too", () => {
  expect(rowSchema(tables.bureau_balance).parse(month)).toEqual(month);
  expect(rowSchema(tables.bureau_balance).parse({...month, STATUS: "9"})).toEqual({...month, STATUS: "9"});
});

test.each([
  ["a text for a number", {...month, MONTHS_BALANCE: "-3"}],
  ["a fraction for a whole number", {...month, MONTHS_BALANCE: -3.5}],
  ["a number beyond the range", {...month, MONTHS_BALANCE: 1}],
  ["a number below the range", {...month, MONTHS_BALANCE: -601}],
  ["a null where there must be a value", {...month, STATUS: null}],
  ["an empty text", {...month, STATUS: ""}],
  ["an id of 0", {...month, SK_ID_BUREAU: 0}],
  ["an integer beyond 32 bits", {...month, SK_ID_BUREAU: 2 ** 31}],
  ["a missing column", {SK_ID_BUREAU: 1, STATUS: "0"}],
  ["an unknown column", {...month, TARGET: 1}]
])("a row with %s is refused", (_, row) => {
  expect(rowSchema(tables.bureau_balance).safeParse(row).success).toBe(false);
});

test("a sentinel passes outside the range, and its neighbour does not", () => {
  const schema = rowSchema({...tables.application, columns: [column("application", "DAYS_EMPLOYED")]});
  expect(schema.safeParse({DAYS_EMPLOYED: 365243}).success).toBe(true);
  expect(schema.safeParse({DAYS_EMPLOYED: -1}).success).toBe(true);
  expect(schema.safeParse({DAYS_EMPLOYED: 365242}).success).toBe(false);
});

const sample = process.env.LIMPIDE_SAMPLE;
if (!sample) process.stderr.write("LIMPIDE_SAMPLE is not set: the contracts are not held against real rows\n");

describe.runIf(sample)("real rows", () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await (await DuckDBInstance.create()).connect();
  });

  /** The sample's files of each file of a contract: some labelled applications and all instalments are kept apart. */
  const paths: Record<string, string[]> = {
    application_train: ["application_train", "application_train_more"],
    installments_payments: ["partial/installments_payments"]
  };
  const scans = ({files, columns}: TableContract) =>
    files.flatMap(({name, without}) =>
      (paths[name] ?? [name]).map((path) => ({
        columns: columns.filter((column) => !without.includes(column.name)),
        from: `read_csv('${join(sample!, `${path}.csv.gz`)}', all_varchar = true, nullstr = '')`
      }))
    );
  const number = ({name}: Column) => `TRY_CAST("${name}" AS DOUBLE)`;
  const list = (texts: string[]) => texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(", ");

  /** SQL for the rows whose value the contract refuses, or whose category it does not know. */
  function wrong(column: Column): string {
    const limits = bounds(column);
    const text = column.type === "yesno" ? ["Y", "N"] : (column.categories ?? []);
    const whole = column.type === "real" ? "" : ` AND trunc(${number(column)}) = ${number(column)}`;
    const sentinels = column.sentinels?.map(({value}) => ` OR ${number(column)} = ${value}`).join("") ?? "";
    const right =
      limits === null
        ? `"${column.name}" IN (${list(text)})`
        : `coalesce(${number(column)} BETWEEN ${limits[0]} AND ${limits[1]}${whole}${sentinels}, false)`;
    return column.nullable
      ? `"${column.name}" IS NOT NULL AND NOT ${right}`
      : `("${column.name}" IS NULL OR NOT ${right})`;
  }

  test.each(Object.values(tables))(
    "of $name pass, in every column, and are missing as often as expected",
    async (table) => {
      const counts = new Map<string, {rows: number; wrong: number; missing: number}>();
      for (const {columns, from} of scans(table)) {
        const counted = columns.flatMap((column) => [
          `count_if(${wrong(column)})::INTEGER`,
          `count_if("${column.name}" IS NULL)::INTEGER`
        ]);
        const reader = await connection.runAndReadAll(`SELECT count(*)::INTEGER, ${counted.join(", ")} FROM ${from}`);
        const [rows, ...figures] = reader.getRows()[0] as number[];
        expect(rows).toBeGreaterThan(1000);
        for (const [i, {name}] of columns.entries()) {
          const seen = counts.get(name) ?? {rows: 0, wrong: 0, missing: 0};
          counts.set(name, {
            rows: seen.rows + rows!,
            wrong: seen.wrong + figures[2 * i]!,
            missing: seen.missing + figures[2 * i + 1]!
          });
        }
      }
      expect([...counts.keys()]).toEqual(table.columns.map(({name}) => name));
      const refused = [...counts].filter(([, {wrong}]) => wrong > 0);
      expect(refused).toEqual([]);
      const unexpected = table.columns.flatMap(({name, missing}) => {
        const {rows, missing: none} = counts.get(name)!;
        // Lenders report the instalments of recent clients more often: the sample has more of them than the whole has.
        const known = name === "AMT_ANNUITY" && table.name === "bureau";
        return !known && Math.abs(none / rows - missing) > 0.02 ? [{name, missing, measured: none / rows}] : [];
      });
      expect(unexpected).toEqual([]);
    }
  );

  test.each(Object.values(tables))("of $name pass the schema of a row", async (table) => {
    const schema = rowSchema(table);
    for (const {columns, from} of scans(table)) {
      const values = table.columns.map((column) =>
        !columns.includes(column)
          ? `NULL AS "${column.name}"`
          : bounds(column) === null
            ? `"${column.name}"`
            : `${number(column)} AS "${column.name}"`
      );
      const reader = await connection.runAndReadAll(`SELECT ${values.join(", ")} FROM ${from} LIMIT 2000`);
      const refused = reader.getRowObjectsJS().flatMap((row) => schema.safeParse(row).error?.issues ?? []);
      expect(refused).toEqual([]);
    }
  });
});
