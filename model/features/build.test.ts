import {readFile} from "node:fs/promises";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {beforeAll, expect, test} from "vitest";
import {LimpideError} from "../contract/errors.ts";
import {type TableName, tableNames} from "../contract/table-names.ts";
import {tables} from "../contract/tables.ts";
import {openTables} from "../tables/open.ts";
import {buildFeatures, featureSql, temporaryTable} from "./build.ts";
import {catalogue} from "./catalogue.ts";
import {fillAtRandom} from "./testing-random.ts";
import {applicant, computeFeatures, insert, openEmpty, type Row} from "./testing.ts";

const sample = process.env.LIMPIDE_SAMPLE;
if (!sample) console.warn("LIMPIDE_SAMPLE is not set: the tests of features on real rows are skipped"); // eslint-disable-line no-console

let random: DuckDBConnection;
beforeAll(async () => {
  random = await openEmpty();
  await fillAtRandom(random);
});

async function columns(connection: DuckDBConnection, table: string): Promise<[name: string, type: string][]> {
  const rows = (await connection.runAndReadAll(`DESCRIBE ${table}`)).getRows();
  return rows.map(([name, type]) => [String(name), String(type)]);
}

/**
 * A number for each feature, which changes when any bit of any client's value does. Features are kept as doubles for it:
 * most of what an order of addition changes is lost when a number is rounded to 32 bits, but not always.
 */
async function fingerprint(connection: DuckDBConnection): Promise<Record<string, unknown>> {
  for (const {sql} of await featureSql()) await connection.run(sql.replaceAll("AS FLOAT", "AS DOUBLE"));
  const sql = "SELECT sum(hash(SK_ID_CURR, COLUMNS(* EXCLUDE (SK_ID_CURR, TARGET)))) FROM features";
  const prints = (await connection.runAndReadAll(sql)).getRowsJson()[0]!;
  return Object.fromEntries(catalogue.map(({id}, i) => [id, prints[i]]));
}

test("the table has the catalogue's columns in its order, numbers as FLOAT and categories as VARCHAR", async () => {
  const connection = await openEmpty();
  await buildFeatures(connection);
  expect(await columns(connection, "features")).toEqual([
    ["SK_ID_CURR", "INTEGER"],
    ["TARGET", expect.any(String)],
    ...catalogue.map(({id, unit}) => [id, unit === "category" ? "VARCHAR" : "FLOAT"])
  ]);
});

test("each file's columns are the features that the catalogue says come from its table", async () => {
  const connection = await openEmpty();
  for (const {file, sql} of await featureSql()) {
    await connection.run(sql);
    const source = tableNames.find((table) => `features_${table.toLowerCase()}` === temporaryTable(file));
    if (source === undefined) continue;
    const names = (await columns(connection, temporaryTable(file))).map(([name]) => name);
    expect(names).toEqual(["SK_ID_CURR", ...catalogue.filter((f) => f.source === source).map(({id}) => id)]);
  }
});

test("features of tables that are absent are missing, counts too", async () => {
  const connection = await openEmpty();
  await insert(connection, "application", [applicant(1)]);
  const row = (await computeFeatures(connection)).get(1)!;
  for (const {id, source} of catalogue) if (source !== "application") expect([id, row[id]]).toEqual([id, null]);
});

test("a client without rows in tables that are present has counts of 0, and nothing else", async () => {
  const connection = await openEmpty();
  await insert(connection, "application", [applicant(1), applicant(2)]);
  for (const {name, columns} of Object.values(tables)) {
    if (name === "application") continue;
    const keys = columns.filter(({type}) => type === "id").map((column) => [column.name, 2] as const);
    const months = columns.some((column) => column.name === "MONTHS_BALANCE") ? {MONTHS_BALANCE: -1} : {};
    await insert(connection, name, [{...Object.fromEntries(keys), ...months}]);
  }
  const row = (await computeFeatures(connection)).get(1)!;
  const values = catalogue.filter(({source}) => source !== "application").filter(({id}) => row[id] !== null);
  // What is asked for counts among all debts and all instalments.
  const withPresent = ["total_debt_to_income", "total_instalments_to_income"];
  const wrong = values.filter(({id, unit}) => !withPresent.includes(id) && !(unit === "count" && row[id] === 0));
  expect(wrong.map(({id}) => [id, row[id]])).toEqual([]);
  expect(values.length).toBeGreaterThan(40);
});

test("a client of a bureau that is present, without months of theirs, keeps the two apart", async () => {
  const connection = await openEmpty();
  await insert(connection, "application", [applicant(1), applicant(2)]);
  await insert(connection, "bureau", [{SK_ID_CURR: 2, SK_ID_BUREAU: 5, CREDIT_ACTIVE: "Active", DAYS_CREDIT: -10}]);
  const features = await computeFeatures(connection);
  expect(features.get(1)).toMatchObject({bureau_credits: 0, bureau_active_share: null, monthly_credits: null});
  expect(features.get(2)).toMatchObject({bureau_credits: 1, bureau_active_share: 1, monthly_credits: null});
});

test("rows come by rising client, each application once", async () => {
  const connection = await openEmpty();
  await insert(connection, "application", [applicant(30, {TARGET: 1}), applicant(10), applicant(20, {TARGET: 0})]);
  await buildFeatures(connection);
  const rows = (await connection.runAndReadAll("SELECT SK_ID_CURR, TARGET FROM features")).getRowsJson();
  expect(rows.map(([client, target]) => [Number(client), target === null ? null : Number(target)])).toEqual([
    [10, null],
    [20, 0],
    [30, 1]
  ]);
});

test("a category that the catalogue does not name is missing", async () => {
  const connection = await openEmpty();
  await insert(connection, "application", [
    applicant(1, {NAME_INCOME_TYPE: "Astronaut", OCCUPATION_TYPE: "Drivers", ORGANIZATION_TYPE: "XNA"})
  ]);
  const row = (await computeFeatures(connection)).get(1)!;
  expect(row).toMatchObject({income_type: null, occupation: "Drivers", employer_sector: null});
});

/** The column whose words become a feature's categories, and those of its words that stand for nothing known. */
const categoryColumns: Record<string, [table: TableName, column: string, unknown?: string[]]> = {
  credit_type: ["application", "NAME_CONTRACT_TYPE"],
  application_weekday: ["application", "WEEKDAY_APPR_PROCESS_START"],
  income_type: ["application", "NAME_INCOME_TYPE"],
  occupation: ["application", "OCCUPATION_TYPE"],
  employer_sector: ["application", "ORGANIZATION_TYPE", ["XNA"]],
  education: ["application", "NAME_EDUCATION_TYPE"],
  gender: ["application", "CODE_GENDER", ["XNA"]],
  family_status: ["application", "NAME_FAMILY_STATUS", ["Unknown"]],
  housing: ["application", "NAME_HOUSING_TYPE"],
  building_type: ["application", "HOUSETYPE_MODE"],
  building_walls: ["application", "WALLSMATERIAL_MODE"],
  building_repair_fund: ["application", "FONDKAPREMONT_MODE"],
  earlier_latest_status: ["previous_application", "NAME_CONTRACT_STATUS"],
  earlier_latest_product: ["previous_application", "PRODUCT_COMBINATION"]
};

test("every category of the tables' contracts has a label, but those that mean unknown, and no label is idle", async () => {
  const expected = catalogue.filter(({unit}) => unit === "category").map(({id}) => id);
  expect(Object.keys(categoryColumns).sort()).toEqual([...expected].sort());
  for (const [id, [table, column, unknown = []]] of Object.entries(categoryColumns)) {
    const {categories} = tables[table].columns.find(({name}) => name === column)!;
    const connection = await openEmpty();
    const clients = categories!.map((_, i) => i + 1);
    if (table === "application") {
      await insert(
        connection,
        table,
        clients.map((client, i) => applicant(client, {[column]: categories![i]!}))
      );
    } else {
      const rows = clients.map((client, i) => ({SK_ID_CURR: client, SK_ID_PREV: client, [column]: categories![i]!}));
      await insert(
        connection,
        "application",
        clients.map((client) => applicant(client))
      );
      await insert(
        connection,
        table,
        rows.map((row) => ({...row, DAYS_DECISION: -1}))
      );
    }
    const features = await computeFeatures(connection);
    const missing = categories!.filter((_, i) => features.get(i + 1)![id] === null);
    expect([id, missing]).toEqual([id, unknown]);
    const labels = Object.keys(catalogue.find((feature) => feature.id === id)!.categoryLabels!);
    const met = new Set([...features.values()].map((row) => row[id]).filter((value) => value !== null));
    expect([id, [...met].sort()]).toEqual([id, [...labels].sort()]);
  }
});

test("every feature has an answer worked out by hand in the test beside its SQL", async () => {
  const files = (await featureSql()).map(({file}) => file).filter((file) => /^[1-6]/.test(file));
  expect(files.map(temporaryTable)).toEqual(tableNames.map((table) => `features_${table.toLowerCase()}`));
  for (const file of files) {
    const text = await readFile(`${import.meta.dirname}/${file.replace(/\.sql$/, ".test.ts")}`, "utf8");
    const source = tableNames.find((table) => temporaryTable(file) === `features_${table.toLowerCase()}`);
    const own = catalogue.filter((feature) => feature.source === source).map(({id}) => id);
    expect(own.filter((id) => !new RegExp(`\\b${id}\\b`).test(text))).toEqual([]);
  }
});

test("one thread and four give the same bits", async () => {
  await random.run("SET threads = 1");
  const one = await fingerprint(random);
  await random.run("SET threads = 4");
  expect(await fingerprint(random)).toEqual(one);
});

test("rows in another order give the same bits", async () => {
  const before = await fingerprint(random);
  for (const table of tableNames) {
    await random.run(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM ${table} ORDER BY hash(${table})`);
  }
  expect(await fingerprint(random)).toEqual(before);
});

test("no feature sees the outcome", async () => {
  const before = await fingerprint(random);
  await random.run(
    "UPDATE application SET TARGET = CASE WHEN TARGET IS NULL THEN 1 WHEN TARGET = 0 THEN NULL ELSE 0 END"
  );
  expect(await fingerprint(random)).toEqual(before);
});

test("no number is NaN or infinite, and no feature is missing for everyone", async () => {
  await buildFeatures(random);
  const numbers = catalogue.filter(({unit}) => unit !== "category").map(({id}) => id);
  const wrong = numbers.map((id) => `count(*) FILTER (NOT isfinite(${id}))`).join(" + ");
  expect((await random.runAndReadAll(`SELECT CAST(${wrong} AS INTEGER) FROM features`)).getRows()).toEqual([[0]]);
  const known = catalogue.map(({id}) => `CAST(count(${id}) AS INTEGER) AS ${id}`).join(", ");
  const counts = (await random.runAndReadAll(`SELECT ${known} FROM features`)).getRowObjects()[0]!;
  expect(Object.keys(counts).filter((id) => counts[id] === 0)).toEqual([]);
});

test("shares of a count lie between 0 and 1", async () => {
  await buildFeatures(random);
  const shares = catalogue.filter(({id, unit}) => unit === "ratio" && /_share(_\d+m)?$/.test(id)).map(({id}) => id);
  // These compare amounts or instalments that random rows do not keep consistent.
  const loose = ["bureau_debt_share", "card_paid_share_12m", "card_cash_share_12m", "loans_remaining_share"];
  const outside = shares
    .filter((id) => !loose.includes(id))
    .map((id) => `CAST(count(*) FILTER (${id} NOT BETWEEN 0 AND 1) AS INTEGER) AS ${id}`);
  expect(outside.length).toBeGreaterThan(30);
  const counts = (await random.runAndReadAll(`SELECT ${outside.join(", ")} FROM features`)).getRowObjects()[0]!;
  expect(Object.keys(counts).filter((id) => counts[id] !== 0)).toEqual([]);
});

test("tables are released once nothing is left to read of them, and the features are the same", async () => {
  const rows: [TableName, Row[]][] = [
    ["application", [applicant(1, {TARGET: 1}), applicant(2)]],
    ["bureau", [{SK_ID_CURR: 1, SK_ID_BUREAU: 5, CREDIT_ACTIVE: "Active", DAYS_CREDIT: -10}]],
    ["bureau_balance", [{SK_ID_BUREAU: 5, MONTHS_BALANCE: -1, STATUS: "1"}]],
    ["POS_CASH_balance", [{SK_ID_CURR: 2, SK_ID_PREV: 3, MONTHS_BALANCE: -4, SK_DPD: 2, SK_DPD_DEF: 0}]]
  ];
  const [kept, released] = [await openEmpty(), await openEmpty()];
  for (const [table, some] of rows) for (const connection of [kept, released]) await insert(connection, table, some);
  const expected = await computeFeatures(kept);
  await buildFeatures(released, {release: true});
  const left = (await released.runAndReadAll("SELECT table_name FROM duckdb_tables()")).getRows();
  expect(left).toEqual([["features"]]);
  const features = (await released.runAndReadAll("SELECT * FROM features")).getRowObjectsJS();
  expect(features).toEqual([...expected.values()]);
});

test("an error carries the file of SQL in which it happened", async () => {
  const connection = await openEmpty();
  await connection.run("ALTER TABLE bureau DROP COLUMN DAYS_CREDIT");
  const error = await buildFeatures(connection).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(LimpideError);
  expect(error).toMatchObject({code: "E_COLUMN_MISSING", place: {file: "20_bureau.sql"}});
  expect((error as LimpideError).message).toContain("DAYS_CREDIT");
});

test("an abort stops the build with its reason", async () => {
  const connection = await openEmpty();
  const controller = new AbortController();
  const reason = new Error("enough");
  const seen: string[] = [];
  const onProgress = (message: string) => {
    seen.push(message);
    if (message.startsWith("30_")) controller.abort(reason);
  };
  await expect(buildFeatures(connection, {onProgress, signal: controller.signal})).rejects.toBe(reason);
  expect(seen.at(-1)).toBe("30_previous_application.sql");
});

test("progress counts every file and names absent tables", async () => {
  const seen: [string, number, number][] = [];
  await buildFeatures(await openEmpty(), {
    absent: ["POS_CASH_balance"],
    onProgress: (...progress) => seen.push(progress)
  });
  expect(seen.map(([, done]) => done)).toEqual([...seen.keys()]);
  expect(seen.at(-1)).toEqual(["features", seen.length - 1, seen.length - 1]);
  expect(seen.map(([message]) => message)).toContain("40_pos_cash_balance.sql (table absent)");
});

test("only the table of features is left behind", async () => {
  const connection = await openEmpty();
  await buildFeatures(connection);
  const names = (await connection.runAndReadAll("SELECT table_name FROM duckdb_tables()")).getRows().flat();
  expect(names.sort()).toEqual([...tableNames, "features"].sort());
});

test.runIf(sample)("on real rows: every category is known, all features but the absent table's are there", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await openTables(connection, sample!);
  const unknown = [];
  // The names in the tables, before those that the catalogue lacks are forgotten.
  for (const {sql} of await featureSql()) await connection.run(sql);
  for (const {id, categoryLabels} of catalogue) {
    if (categoryLabels === undefined) continue;
    const rows = await connection.runAndReadAll(`SELECT DISTINCT ${id} FROM features WHERE ${id} IS NOT NULL`);
    unknown.push(
      ...rows
        .getRows()
        .flat()
        .filter((name) => !(String(name) in categoryLabels))
    );
  }
  expect(unknown).toEqual([]);
  const present = catalogue.filter(({source}) => source !== "installments_payments");
  const known = present.map(({id}) => `CAST(count(${id}) AS INTEGER) AS ${id}`).join(", ");
  const counts = (await connection.runAndReadAll(`SELECT ${known} FROM features`)).getRowObjects()[0]!;
  expect(Object.keys(counts).filter((id) => counts[id] === 0)).toEqual([]);
});
