import {mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {tableNames} from "../contract/table-names.ts";
import {rowSchema, sqlType, tables} from "../contract/tables.ts";
import {openTables} from "./open.ts";
import {splitRecord} from "./sources/header.ts";
import {csvText, tinyTables, writeTables} from "./testing.ts";

let folder: string;
let connection: DuckDBConnection;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-open-"));
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});

afterEach(async () => {
  connection.closeSync();
  await rm(folder, {recursive: true});
});

async function query(sql: string) {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

/** Everything that a table holds, in its order. */
async function contents(table: string) {
  return JSON.stringify(await query(`SELECT * FROM ${table} ORDER BY rowid`));
}

describe("a folder of all seven tables", () => {
  test("opens, and is counted", async () => {
    await writeTables(folder);
    const opened = await openTables(connection, folder);
    expect(opened.map(({name}) => name)).toEqual(tableNames);
    expect(opened.map(({rows}) => rows)).toEqual([6, 12, 36, 18, 12, 12, 12]);
    expect(opened.every((table) => table.present && table.clients === 6 && table.warnings.length === 0)).toBe(true);
    expect(opened[0]!.files).toEqual(["application_train.csv", "application_test.csv"]);
    expect(opened[1]!.files).toEqual(["bureau.csv"]);
  });

  test("has the columns and types of the contracts, and rows that meet their schemas", async () => {
    await writeTables(folder);
    await openTables(connection, folder);
    for (const contract of Object.values(tables)) {
      const columns = await query(`DESCRIBE "${contract.name}"`);
      expect(columns.map((column) => [column.column_name, column.column_type])).toEqual(
        contract.columns.map((column) => [column.name, sqlType(column)])
      );
      for (const row of await query(`FROM "${contract.name}"`)) rowSchema(contract).parse(row);
    }
  });

  test("keeps every value of the files", async () => {
    await writeTables(folder);
    await openTables(connection, folder);
    const files = tinyTables(4, 2);
    for (const {name, files: parts, columns} of Object.values(tables)) {
      const written = parts.flatMap((part) => files[part.name]!.rows);
      const read = await query(`SELECT * FROM "${name}" ORDER BY rowid`);
      expect(read).toEqual(
        written.map((row) =>
          Object.fromEntries(
            columns.map((column) => {
              const text = row[column.name] ?? "";
              return [column.name, text === "" ? null : sqlType(column) === "VARCHAR" ? text : Number(text)];
            })
          )
        )
      );
    }
  });

  test("has a null TARGET in the rows of application_test alone, even when that file has one", async () => {
    await writeTables(folder, {
      edit({application_test}) {
        application_test!.header.push("TARGET");
        for (const row of application_test!.rows) row.TARGET = "1";
      }
    });
    const [application] = await openTables(connection, folder);
    expect(await query("SELECT SK_ID_CURR FROM application WHERE TARGET IS NULL ORDER BY 1")).toEqual([
      {SK_ID_CURR: 100005},
      {SK_ID_CURR: 100006}
    ]);
    expect(application!.warnings).toEqual([
      "application: application_test.csv: columns that no contract knows were ignored: TARGET."
    ]);
  });
});

describe("the form of a file does not matter:", () => {
  const forms: Record<string, (text: string) => string | Buffer> = {
    "a byte order mark": (text) => `\uFEFF${text}`,
    semicolons: (text) => text.replaceAll(/.+/g, (line) => splitRecord(line).join(";")),
    tabs: (text) => text.replaceAll(/.+/g, (line) => splitRecord(line).join("\t")),
    "names of columns in lower case": (text) => text.replace(/^.*/, (line) => line.toLowerCase()),
    "CRLF line ends": (text) => text.replaceAll("\n", "\r\n"),
    "no end of the last line": (text) => text.trimEnd(),
    "empty lines at the end": (text) => `${text}\n\n`,
    "all fields quoted": (text) =>
      text.replaceAll(/.+/g, (line) =>
        splitRecord(line)
          .map((field) => `"${field}"`)
          .join(",")
      ),
    gzip: (text) => gzipSync(text),
    "gzip in two members": (text) => Buffer.concat([gzipSync(text.slice(0, 3000)), gzipSync(text.slice(3000))])
  };
  test.each(Object.keys(forms))("%s", async (form) => {
    await writeTables(folder);
    await openTables(connection, folder);
    const before = await contents("application");
    const path = join(folder, "application_train.csv");
    const form_ = forms[form]!(await readFile(path, "utf8"));
    await writeFile(typeof form_ === "string" ? path : `${path}.gz`, form_);
    if (typeof form_ !== "string") await rm(path);
    await openTables(connection, folder);
    expect(await contents("application")).toBe(before);
  });

  test("gzip bytes under the name .csv, and text under .csv.gz", async () => {
    await writeTables(folder);
    await openTables(connection, folder);
    const before = await contents("bureau");
    const text = await readFile(join(folder, "bureau.csv"));
    await writeFile(join(folder, "bureau.csv"), gzipSync(text));
    await rename(join(folder, "bureau_balance.csv"), join(folder, "bureau_balance.csv.gz"));
    const opened = await openTables(connection, folder);
    expect(await contents("bureau")).toBe(before);
    expect(opened[2]).toMatchObject({files: ["bureau_balance.csv.gz"], rows: 36});
  });

  test("the order of the columns", async () => {
    await writeTables(folder);
    await openTables(connection, folder);
    const before = await contents("previous_application");
    await writeTables(folder, {edit: ({previous_application}) => void previous_application!.header.reverse()});
    await openTables(connection, folder);
    expect(await contents("previous_application")).toBe(before);
  });

  test("the case of its name", async () => {
    await writeTables(folder);
    await rename(join(folder, "POS_CASH_balance.csv"), join(folder, "pos_cash_BALANCE.CSV"));
    const opened = await openTables(connection, folder);
    expect(opened[4]).toMatchObject({files: ["pos_cash_BALANCE.CSV"], rows: 12});
  });

  test("a folder whose name looks like a pattern, with a quote in it", async () => {
    const odd = join(folder, "l'année [1] *");
    await writeTables(odd, {gzip: true});
    expect((await openTables(connection, odd)).map(({rows}) => rows)).toEqual([6, 12, 36, 18, 12, 12, 12]);
  });

  test("a text with line ends, quotes and commas", async () => {
    const text = 'Stone,\n"brick"';
    await writeTables(folder, {
      edit: ({application_train}) => void (application_train!.rows[1]!.WALLSMATERIAL_MODE = text)
    });
    await openTables(connection, folder);
    expect(await query("SELECT WALLSMATERIAL_MODE AS text FROM application WHERE SK_ID_CURR = 100002")).toEqual([
      {text}
    ]);
  });
});

describe("what is left aside", () => {
  test("an absent table is empty, with all its columns", async () => {
    await writeTables(folder, {
      edit(files) {
        delete files.installments_payments;
        delete files.bureau;
        delete files.application_test;
      }
    });
    const opened = await openTables(connection, folder);
    const empty = {files: [], present: false, rows: 0, clients: 0, warnings: []};
    expect(opened[5]).toEqual({name: "installments_payments", ...empty});
    expect(opened[1]).toEqual({name: "bureau", ...empty});
    expect(opened[0]).toMatchObject({rows: 4, files: ["application_train.csv"]});
    expect(await query("SELECT sum(AMT_PAYMENT) AS paid FROM installments_payments")).toEqual([{paid: null}]);
    // Balances of credits that no table links to a client.
    expect(opened[2]).toMatchObject({
      rows: 36,
      clients: 0,
      warnings: ["bureau_balance: 36 of the 36 rows belong to no application: they count for nobody."]
    });
    expect(opened[3]).toMatchObject({
      clients: 4,
      warnings: ["previous_application: 6 of the 18 rows belong to no application: they count for nobody."]
    });
  });

  test("a second reading leaves nothing of the first", async () => {
    await writeTables(folder);
    await openTables(connection, folder);
    const other = join(folder, "other");
    await writeTables(other, {clients: 1, unlabelled: 0, edit: (files) => void delete files.bureau});
    const opened = await openTables(connection, other);
    expect(opened.map(({rows}) => rows)).toEqual([1, 0, 6, 3, 2, 2, 2]);
    expect(await query("SELECT count(*)::INTEGER AS n FROM bureau")).toEqual([{n: 0}]);
  });

  test("other files and folders are not read", async () => {
    await writeTables(folder, {
      edit(files) {
        files.application_train_more = {...files.application_train!, rows: []};
        delete files.installments_payments;
      }
    });
    await writeTables(join(folder, "partial"));
    await mkdir(join(folder, "installments_payments.csv"));
    await writeFile(join(folder, "README.md"), "");
    const opened = await openTables(connection, folder);
    expect(opened[0]!.rows).toBe(6);
    expect(opened[5]!.present).toBe(false);
  });

  test("of a file and its gzip, the plain one is read, with a warning", async () => {
    await writeTables(folder);
    await writeFile(join(folder, "bureau.csv.gz"), gzipSync(""));
    const opened = await openTables(connection, folder);
    expect(opened[1]).toMatchObject({rows: 12, warnings: ["bureau: bureau.csv.gz was not read: bureau.csv was."]});
  });

  test("columns that no contract knows, with or without a name, are told", async () => {
    await writeTables(folder, {
      edit({bureau}) {
        bureau!.header.unshift("");
        bureau!.header.push('it\'s "new"');
        for (const row of bureau!.rows) row['it\'s "new"'] = "not a number";
      }
    });
    const opened = await openTables(connection, folder);
    expect(opened[1]).toMatchObject({
      rows: 12,
      warnings: ['bureau: bureau.csv: columns that no contract knows were ignored: (no name), it\'s "new".']
    });
  });

  test("a file of a header alone is an empty table, with a warning", async () => {
    await writeTables(folder, {edit: ({bureau}) => void (bureau!.rows = [])});
    const opened = await openTables(connection, folder);
    expect(opened[1]).toEqual({
      name: "bureau",
      files: ["bureau.csv"],
      present: true,
      rows: 0,
      clients: 0,
      warnings: ["bureau: bureau.csv has a header and no row."]
    });
  });
});

describe("values that look wrong and are not", () => {
  test("sentinels outside the range, and whole numbers written with decimals, signs or exponents", async () => {
    await writeTables(folder, {
      edit({application_train, previous_application}) {
        Object.assign(application_train!.rows[0]!, {REGION_RATING_CLIENT_W_CITY: "-1", DAYS_EMPLOYED: "365243.0"});
        Object.assign(application_train!.rows[1]!, {CNT_CHILDREN: "+2.00", DAYS_BIRTH: "-1.6e4"});
        Object.assign(previous_application!.rows[0]!, {AMT_DOWN_PAYMENT: "-0.9", SELLERPLACE_AREA: "4000000"});
      }
    });
    await openTables(connection, folder);
    expect(
      await query(`SELECT REGION_RATING_CLIENT_W_CITY AS rating, DAYS_EMPLOYED AS employed, CNT_CHILDREN AS children,
        DAYS_BIRTH AS birth FROM application ORDER BY SK_ID_CURR LIMIT 2`)
    ).toEqual([
      {rating: -1, employed: 365243, children: 0, birth: -9461},
      {rating: 2, employed: -1188, children: 2, birth: -16000}
    ]);
  });
});

test("progress goes from nothing to everything, and names the files", async () => {
  await writeTables(folder);
  const told: [string, number, number][] = [];
  await openTables(connection, folder, {onProgress: (...progress) => void told.push(progress)});
  const shares = told.map(([, done, total]) => done / total);
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(told.map(([message]) => message)).toContain("reading credit_card_balance.csv");
  expect(await query("SELECT current_setting('enable_progress_bar') AS bar")).toEqual([{bar: false}]);
});

test("an abort stops a reading that is under way", async () => {
  await writeTables(folder, {unlabelled: 0, clients: 1});
  const row = "5000001,-1,0\n";
  await writeFile(join(folder, "bureau_balance.csv"), `SK_ID_BUREAU,MONTHS_BALANCE,STATUS\n${row.repeat(4_000_000)}`);
  const controller = new AbortController();
  const reason = new Error("enough");
  const opening = openTables(connection, folder, {
    signal: controller.signal,
    onProgress: (message) => {
      if (message === "reading bureau_balance.csv") setTimeout(() => controller.abort(reason), 20);
    }
  });
  await expect(opening).rejects.toBe(reason);
  expect(await query("SELECT count(*)::INTEGER AS n FROM bureau_balance")).toEqual([{n: 0}]);
});

test("an aborted signal reads nothing", async () => {
  await expect(openTables(connection, folder, {signal: AbortSignal.abort("no")})).rejects.toBe("no");
});

const sample = process.env.LIMPIDE_SAMPLE;
if (!sample) process.stderr.write("LIMPIDE_SAMPLE is not set: the tests on real rows are skipped\n");

describe.runIf(sample)("real rows", () => {
  test("open, with every row of every table", async () => {
    const opened = await openTables(connection, sample!);
    expect(opened.map(({rows, clients}) => [rows, clients])).toEqual([
      [10_000, 10_000],
      [49_227, 8627],
      [1_207_059, 5855],
      [49_100, 9690],
      [287_697, 9661],
      [0, 0],
      [113_392, 3127]
    ]);
    const lacking =
      "rows are of an earlier loan that the table of earlier applications lacks: they count for their client.";
    expect(opened.flatMap(({warnings}) => warnings)).toEqual([
      `POS_CASH_balance: 9,901 of the 287,697 ${lacking}`,
      `credit_card_balance: 36,977 of the 113,392 ${lacking}`
    ]);
    expect(await query("SELECT sum(TARGET)::INTEGER AS d, count(TARGET)::INTEGER AS n FROM application")).toEqual([
      {d: 386, n: 5000}
    ]);
  });

  test("of the seventh table and of further applications open too", async () => {
    await symlink(join(sample!, "application_train_more.csv.gz"), join(folder, "application_train.csv.gz"));
    await symlink(join(sample!, "partial/installments_payments.csv.gz"), join(folder, "installments_payments.csv.gz"));
    const opened = await openTables(connection, folder);
    expect(opened[0]!.rows).toBe(31_478);
    expect(opened[5]!.rows).toBe(7347);
  });

  test("have the headers that the contracts name, in their order", async () => {
    for (const {files, columns} of Object.values(tables)) {
      for (const {name, without} of files) {
        const path = join(sample!, name === "installments_payments" ? "partial" : "", `${name}.csv.gz`);
        const [header] = gunzipSync(await readFile(path))
          .toString()
          .split(/\r?\n/, 1);
        expect(header).toBe(columns.flatMap((column) => (without.includes(column.name) ? [] : column.name)).join(","));
      }
    }
  });
});

test("the tiny tables are CSV that quotes what it must", () => {
  expect(csvText({header: ["A", "B"], rows: [{A: 'a "b", c', B: "1"}], newline: "\r\n"})).toBe(
    'A,B\r\n"a ""b"", c",1\r\n'
  );
});
