import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {LimpideError} from "../contract/errors.ts";
import {openTables} from "./open.ts";
import {type TinyFile, type TinyTables, writeTables} from "./testing.ts";

let folder: string;
let connection: DuckDBConnection;

const empty: TinyFile = {header: [], rows: [], newline: "\n"};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-errors-"));
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});

afterEach(async () => {
  connection.closeSync();
  await rm(folder, {recursive: true});
});

/** The error that opening the folder ends in, as code and message. */
async function refusal(): Promise<string> {
  const error: unknown = await openTables(connection, folder).catch((error: unknown) => error);
  if (!(error instanceof LimpideError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return `${error.code} ${error.message.replaceAll(folder, "FOLDER")}`;
}

async function refusalAfter(edit: (files: TinyTables) => void, gzip = false): Promise<string> {
  await writeTables(folder, {edit, gzip});
  return refusal();
}

/** Replaces a file of the folder by a change of its text. */
async function rewrite(name: string, change: (text: string) => string | Buffer): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, change(await readFile(path, "utf8")));
}

describe("a folder", () => {
  const expected =
    "application_train, application_test, bureau, bureau_balance, previous_application, POS_CASH_balance, " +
    "installments_payments, credit_card_balance";

  test("that is empty", async () => {
    expect(await refusal()).toBe(
      `E_NO_TABLES FOLDER: none of the tables is here. Expected, as .csv, .csv.gz, .parquet or .zip: ${expected}. Found: nothing.`
    );
  });

  test("of other files", async () => {
    for (let i = 0; i < 10; i++) await writeFile(join(folder, `photo-${i}.jpg`), "");
    expect(await refusal()).toMatch(
      /^E_NO_TABLES .* Found: photo-0\.jpg, photo-1\.jpg, .*, photo-7\.jpg and 2 more\.$/
    );
  });

  test("without application_train", async () => {
    expect(await refusalAfter((files) => void delete files.application_train)).toMatch(
      /^E_TABLE_MISSING FOLDER: application_train is not here, and nothing can replace it\. Found: application_test, bureau,/
    );
  });

  test("with an application_train of no row", async () => {
    expect(await refusalAfter(({application_train}) => void (application_train!.rows = []))).toBe(
      "E_TABLE_MISSING application_train.csv: the file has a header and no row, and nothing can replace it"
    );
  });

  test("that does not exist, or is a file", async () => {
    const missing = join(folder, "nowhere");
    await expect(openTables(connection, missing)).rejects.toMatchObject({
      code: "E_FILE_UNREADABLE",
      message: `${missing}: cannot be read: it does not exist`
    });
    await writeFile(missing, "");
    await expect(openTables(connection, missing)).rejects.toMatchObject({
      code: "E_FILE_UNREADABLE",
      message: `${missing}: cannot be read: it is a file, and a folder is expected`
    });
  });

  test("with a link to nowhere", async () => {
    await writeTables(folder, {edit: (files) => void delete files.bureau});
    await symlink(join(folder, "nowhere"), join(folder, "bureau.csv"));
    expect(await refusal()).toBe("E_FILE_UNREADABLE bureau.csv: cannot be read: it does not exist");
  });

  test("whose application_train is itself a folder", async () => {
    await writeTables(folder, {edit: (files) => void delete files.application_train});
    await mkdir(join(folder, "application_train.csv"));
    expect(await refusal()).toMatch(/^E_TABLE_MISSING/);
  });
});

describe("a header", () => {
  test("without one column", async () => {
    const removal = ({bureau}: TinyTables) => void bureau!.header.splice(4, 1);
    expect(await refusalAfter(removal)).toBe(
      "E_COLUMN_MISSING bureau.csv, column DAYS_CREDIT: the header lacks this column"
    );
  });

  test("without many columns", async () => {
    expect(await refusalAfter(({credit_card_balance}) => void credit_card_balance!.header.splice(0, 10), true)).toBe(
      "E_COLUMN_MISSING credit_card_balance.csv.gz, column SK_ID_PREV: the header lacks this column; " +
        "10 columns are missing in all, also SK_ID_CURR, MONTHS_BALANCE, AMT_BALANCE, AMT_CREDIT_LIMIT_ACTUAL, " +
        "AMT_DRAWINGS_ATM_CURRENT, …"
    );
  });

  test("without TARGET in application_train", async () => {
    expect(
      await refusalAfter(({application_train: {header} = empty}) => void header.splice(header.indexOf("TARGET"), 1))
    ).toBe("E_COLUMN_MISSING application_train.csv, column TARGET: the header lacks this column");
  });

  test("that names a column twice", async () => {
    expect(await refusalAfter(({bureau}) => void bureau!.header.push("CREDIT_TYPE"))).toBe(
      "E_COLUMN_TWICE bureau.csv, column CREDIT_TYPE: the header names it twice, as column 15 and 18"
    );
  });

  test("of an empty file, plain or gzip", async () => {
    await writeTables(folder);
    await writeFile(join(folder, "bureau.csv"), "");
    expect(await refusal()).toBe("E_FILE_UNREADABLE bureau.csv: the file is empty");
    await writeFile(join(folder, "bureau.csv"), gzipSync(""));
    expect(await refusal()).toBe("E_FILE_UNREADABLE bureau.csv: the file is empty");
  });

  test("after an empty line", async () => {
    await writeTables(folder);
    await rewrite("bureau.csv", (text) => `\n${text}`);
    expect(await refusal()).toBe(
      "E_FILE_UNREADABLE bureau.csv: the first line is empty; the names of the columns are expected there"
    );
  });

  test("in UTF-16", async () => {
    await writeTables(folder);
    await rewrite("bureau.csv", (text) => Buffer.from(`\uFEFF${text}`, "utf16le"));
    expect(await refusal()).toBe("E_FILE_UNREADABLE bureau.csv: the text is in UTF-16. Save it as UTF-8.");
  });

  test("of the last table is read before any row of the first", async () => {
    expect(
      await refusalAfter(({application_train, credit_card_balance}) => {
        application_train!.rows[0]!.AMT_CREDIT = "plenty";
        credit_card_balance!.header.pop();
      })
    ).toMatch(/^E_COLUMN_MISSING credit_card_balance\.csv, column SK_DPD_DEF/);
  });
});

describe("a value", () => {
  test.each([
    ["a text in a column of numbers", "AMT_CREDIT", "plenty", "E_VALUE_TYPE", "expected a number from 0 to 1000000000"],
    ["a decimal comma", "EXT_SOURCE_2", "0,5", "E_VALUE_TYPE", "expected a number from 0 to 1"],
    ["not a number", "AMT_ANNUITY", "NaN", "E_VALUE_TYPE", "expected a number from 0 to 1000000000"],
    ["an infinity", "AMT_CREDIT", "-inf", "E_VALUE_TYPE", "expected a number from 0 to 1000000000"],
    ["a blank", "AMT_ANNUITY", " ", "E_VALUE_TYPE", "expected a number from 0 to 1000000000"],
    ["a word for missing", "CNT_CHILDREN", "NA", "E_VALUE_TYPE", "expected a whole number from 0 to 50"],
    [
      "a fraction where numbers are whole",
      "CNT_CHILDREN",
      "2.75",
      "E_VALUE_TYPE",
      "expected a whole number from 0 to 50"
    ],
    ["a Boolean", "FLAG_MOBIL", "true", "E_VALUE_TYPE", "expected 0 or 1"],
    ["nothing", "AMT_CREDIT", "", "E_VALUE_TYPE", "the value is missing, and this column must have one"],
    ["no outcome", "TARGET", "", "E_VALUE_TYPE", "the value is missing, and this column must have one"],
    ["no category", "NAME_INCOME_TYPE", "", "E_VALUE_TYPE", "the value is missing, and this column must have one"],
    ["an outcome that is neither 0 nor 1", "TARGET", "2", "E_VALUE_RANGE", "expected 0 or 1"],
    ["a flag that is neither Y nor N", "FLAG_OWN_CAR", "yes", "E_VALUE_RANGE", "expected Y or N"],
    ["a future birth", "DAYS_BIRTH", "3", "E_VALUE_RANGE", "expected a whole number from -45000 to -5000"],
    ["an hour too late", "HOUR_APPR_PROCESS_START", "24", "E_VALUE_RANGE", "expected a whole number from 0 to 23"],
    [
      "neither in range nor a sentinel",
      "DAYS_EMPLOYED",
      "365244",
      "E_VALUE_RANGE",
      "expected a whole number from -45000 to 0 or 365243 (not in work, or retired)"
    ],
    ["a client number of 0", "SK_ID_CURR", "0", "E_VALUE_RANGE", "expected a whole number of at least 1"],
    [
      "a number too large for its column",
      "CNT_CHILDREN",
      "99999999999",
      "E_VALUE_RANGE",
      "expected a whole number of at most 2147483647"
    ]
  ])("%s: %s = %j", async (_, column, value, code, message) => {
    expect(await refusalAfter(({application_train}) => void (application_train!.rows[2]![column] = value), true)).toBe(
      `${code} application_train.csv.gz, row 3, column ${column}, value ${JSON.stringify(value)}: ${message}`
    );
  });

  test("that is wrong in several rows: the first is named, the others are counted", async () => {
    expect(
      await refusalAfter(({bureau}) => {
        bureau!.rows[7]!.DAYS_CREDIT = "yesterday";
        bureau!.rows[4]!.AMT_CREDIT_SUM = "-1";
        bureau!.rows[4]!.CREDIT_DAY_OVERDUE = "some";
        bureau!.rows[9]!.CREDIT_TYPE = "";
      })
    ).toBe(
      'E_VALUE_TYPE bureau.csv, row 5, column CREDIT_DAY_OVERDUE, value "some": ' +
        "expected a whole number from 0 to 45000. 3 of 12 rows of this file cannot be used"
    );
  });

  test("is counted in rows, not lines", async () => {
    expect(
      await refusalAfter(({application_train, application_test}) => {
        application_test!.rows[0]!.WALLSMATERIAL_MODE = "Stone,\n\nbrick";
        application_train!.rows[0]!.WALLSMATERIAL_MODE = "Stone,\nbrick";
        application_test!.rows[1]!.EXT_SOURCE_2 = "1.5";
      })
    ).toBe(
      'E_VALUE_RANGE application_test.csv, row 2, column EXT_SOURCE_2, value "1.5": expected a number from 0 to 1'
    );
  });

  test("deep in a large gzip file, between quoted line ends", async () => {
    await writeTables(folder, {unlabelled: 0, clients: 1, edit: (files) => void delete files.bureau_balance});
    const rows = Array.from({length: 300_000}, (_, i) => `5000001,${-(i % 97)},${i % 1000 === 0 ? '"a\nb"' : "C"}\n`);
    rows[234_566] = "5000001,-1.25,C\n";
    rows[234_567] = "5000001,x,C\n";
    const text = `SK_ID_BUREAU,MONTHS_BALANCE,STATUS\n${rows.join("")}`;
    await writeFile(join(folder, "bureau_balance.csv.gz"), gzipSync(text, {level: 1}));
    expect(await refusal()).toBe(
      'E_VALUE_TYPE bureau_balance.csv.gz, row 234567, column MONTHS_BALANCE, value "-1.25": ' +
        "expected a whole number from -600 to 0. 2 of 300,000 rows of this file cannot be used"
    );
  });
});

describe("a row", () => {
  const cut = (name: string, row: number, change: (line: string) => string) =>
    rewrite(name, (text) =>
      text
        .split("\n")
        .map((line, i) => (i === row ? change(line) : line))
        .join("\n")
    );

  test("with too few fields", async () => {
    await writeTables(folder);
    await cut("bureau_balance.csv", 3, (line) => line.slice(0, line.lastIndexOf(",")));
    expect(await refusal()).toBe("E_ROW_FIELDS bureau_balance.csv, row 3: the row has 2 fields, and the header 3");
  });

  test("with too many fields, before wrong values", async () => {
    await writeTables(folder, {edit: ({bureau_balance}) => void (bureau_balance!.rows[7]!.MONTHS_BALANCE = "x")});
    await cut("bureau_balance.csv", 3, (line) => `${line},1`);
    await cut("bureau_balance.csv", 5, (line) => `${line},1`);
    expect(await refusal()).toBe(
      "E_ROW_FIELDS bureau_balance.csv, row 3: the row has 4 fields, and the header 3. " +
        "3 of 36 rows of this file cannot be used"
    );
  });

  test("with too many fields, after a wrong value", async () => {
    await writeTables(folder, {edit: ({bureau_balance}) => void (bureau_balance!.rows[3]!.MONTHS_BALANCE = "x")});
    await cut("bureau_balance.csv", 5, (line) => `${line},1`);
    expect(await refusal()).toBe(
      'E_VALUE_TYPE bureau_balance.csv, row 4, column MONTHS_BALANCE, value "x": ' +
        "expected a whole number from -600 to 0. 2 of 36 rows of this file cannot be used"
    );
  });

  test("with a quote that is not closed", async () => {
    await writeTables(folder);
    await cut("bureau_balance.csv", 4, (line) => line.replace(/,(\w)$/, ',"$1'));
    expect(await refusal()).toBe(
      "E_FILE_UNREADABLE bureau_balance.csv, row 4: a quote is opened and not closed, or followed by more text"
    );
  });

  test("that is not in UTF-8", async () => {
    await writeTables(folder, {edit: ({bureau}) => void (bureau!.rows[1]!.CREDIT_TYPE = "Crédit")});
    await rewrite("bureau.csv", (text) => Buffer.from(text, "latin1"));
    expect(await refusal()).toBe(
      "E_ENCODING bureau.csv, row 2, column CREDIT_TYPE: the text is not in UTF-8. Save the file as UTF-8."
    );
  });

  test("that ends otherwise than the others", async () => {
    await writeTables(folder);
    await cut("bureau_balance.csv", 4, (line) => `${line}\r`);
    expect(await refusal()).toBe(
      "E_FILE_UNREADABLE bureau_balance.csv: the file cannot be read as CSV: its lines do not all end in the same way, or a quote is out of place"
    );
  });
});

describe("a key", () => {
  test("that is twice in application_train", async () => {
    expect(await refusalAfter(({application_train: {rows} = empty}) => void rows.push(rows[1]!, rows[0]!))).toBe(
      'E_KEY_TWICE application_train.csv, row 5, column SK_ID_CURR, value "100002": row 2 has this key already. ' +
        "2 of 6 rows of this file cannot be used"
    );
  });

  test("that application_train and application_test share", async () => {
    expect(
      await refusalAfter(({application_test}) => void (application_test!.rows[1]!.SK_ID_CURR = "100003"), true)
    ).toBe(
      'E_KEY_TWICE application_test.csv.gz, row 2, column SK_ID_CURR, value "100003": ' +
        "row 3 of application_train.csv.gz has this key already"
    );
  });

  test("that is twice in bureau or previous_application", async () => {
    expect(await refusalAfter(({bureau}) => void (bureau!.rows[3]!.SK_ID_BUREAU = "5000001"))).toBe(
      'E_KEY_TWICE bureau.csv, row 4, column SK_ID_BUREAU, value "5000001": row 1 has this key already'
    );
    expect(
      await refusalAfter(({previous_application}) => void (previous_application!.rows[3]!.SK_ID_PREV = "1000003"))
    ).toBe(
      'E_KEY_TWICE previous_application.csv, row 4, column SK_ID_PREV, value "1000003": row 3 has this key already'
    );
  });
});

describe("a file that is cut short", () => {
  const truncated = "the file is cut short: its compressed content ends too early. Copy or download it again.";

  test.each([
    ["in its middle", (gzip: Buffer) => gzip.subarray(0, gzip.length >> 1)],
    ["in its header", (gzip: Buffer) => gzip.subarray(0, 8)],
    ["before its trailer", (gzip: Buffer) => gzip.subarray(0, -8)],
    ["in its trailer", (gzip: Buffer) => gzip.subarray(0, -3)]
  ])("%s, as gzip", async (_, cut) => {
    await writeTables(folder, {gzip: true});
    const path = join(folder, "bureau_balance.csv.gz");
    await writeFile(path, cut(await readFile(path)));
    expect(await refusal()).toBe(`E_FILE_TRUNCATED bureau_balance.csv.gz: ${truncated}`);
  });

  test("between two rows, as gzip: DuckDB alone would read fewer rows", async () => {
    await writeTables(folder);
    const text = await readFile(join(folder, "bureau_balance.csv"));
    // A stored block a row: the stream can be cut at a row's end.
    const whole = gzipSync(text, {level: 0});
    const end = text.indexOf("\n5000007,0");
    await rm(join(folder, "bureau_balance.csv"));
    const path = join(folder, "bureau_balance.csv.gz");
    await writeFile(path, whole.subarray(0, 10 + 5 + end + 1));
    const reader = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM read_csv('${path}')`);
    expect(reader.getRowsJS()).toEqual([[18]]);
    expect(await refusal()).toBe(`E_FILE_TRUNCATED bureau_balance.csv.gz: ${truncated}`);
  });

  test("within its last row, as text", async () => {
    await writeTables(folder);
    await rewrite("bureau_balance.csv", (text) => text.slice(0, -4));
    expect(await refusal()).toBe(
      "E_FILE_TRUNCATED bureau_balance.csv, row 36: the file ends within its last row: the row has 2 fields, and the header 3"
    );
  });
});

describe("a gzip file that is damaged", () => {
  test("in its checksum: DuckDB alone would read it", async () => {
    await writeTables(folder, {gzip: true});
    const path = join(folder, "bureau.csv.gz");
    const bytes = await readFile(path);
    bytes[bytes.length - 7]! ^= 1;
    await writeFile(path, bytes);
    expect(await refusal()).toBe(
      "E_FILE_UNREADABLE bureau.csv.gz: the file is damaged: incorrect data check in its compressed content. Copy or download it again."
    );
  });

  test("in its content", async () => {
    await writeTables(folder, {gzip: true, clients: 500});
    const path = join(folder, "bureau.csv.gz");
    const bytes = await readFile(path);
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 50);
    await writeFile(path, bytes);
    expect(await refusal()).toMatch(/^E_FILE_UNREADABLE bureau\.csv\.gz: the file is damaged: /);
  });
});
