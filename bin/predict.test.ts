import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Writable} from "node:stream";
import {afterAll, describe, expect, test} from "vitest";
import {withDuckDB} from "../data-loaders/duckdb.ts";
import {defaultScale, type ScoringModel} from "../model/contract/scoring-model.ts";
import {randomEnsemble} from "../model/ensemble/ensemble-arbitrary.ts";
import {writeOnnx, writeScoreGraph} from "../model/ensemble/write-onnx.ts";
import {predict, type PredictOptions} from "./predict.ts";

const folder = mkdtempSync(join(tmpdir(), "limpide-predict-"));
afterAll(() => rm(folder, {recursive: true}));
let files = 0;
function write(content: string | Uint8Array, extension = "json"): string {
  const path = join(folder, `${files++}.${extension}`);
  writeFileSync(path, content);
  return path;
}

interface Line {
  raw: number;
  probability: number | null;
  contributions?: number[];
  bias?: number;
}

/** The lines that are printed. */
async function run(options: Omit<PredictOptions, "out">): Promise<Line[]> {
  let text = "";
  const out = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    }
  });
  await predict({...options, out});
  expect(text === "" || text.endsWith("\n")).toBe(true);
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

const golden = new URL("../model/ensemble/golden/", import.meta.url).pathname;
const cases = readdirSync(golden).flatMap((library) =>
  readdirSync(join(golden, library)).map((name): [string, string] => [library, name])
);
interface Expected {
  rows: (number | null)[][];
  raw_score: number[];
  probability?: number[];
  prediction?: number[];
  contributions: number[][];
  bias: number | number[];
}

describe.each(["trees", "onnx"] as const)("by %s", (engine) => {
  test.each(cases)("scores and contributions are the library's: %s %s", async (library, name) => {
    const model = join(golden, library, name, library === "xgboost" ? "model.json" : "model.txt");
    const expected = JSON.parse(readFileSync(join(golden, library, name, "expected.json"), "utf8")) as Expected;
    const lines = await run({model, rows: write(JSON.stringify(expected.rows)), engine, explain: true});
    expect(lines.length).toBe(expected.rows.length);
    const single = library === "xgboost";
    lines.forEach(({raw, probability, contributions, bias}, i) => {
      expect(Math.abs(raw - expected.raw_score[i]!)).toBeLessThan(1e-9);
      const given = expected.probability ?? expected.prediction!;
      if (probability === null) expect(given[i]).toBe(expected.raw_score[i]);
      else expect(Math.abs(probability - given[i]!)).toBeLessThan(single ? 1e-7 : 1e-9);
      const expectedBias = Array.isArray(expected.bias) ? expected.bias[i]! : expected.bias;
      expect(Math.abs(bias! - expectedBias)).toBeLessThan(single ? 2e-6 : 1e-9);
      // XGBoost computes them in float32.
      contributions!.forEach((contribution, feature) => {
        expect(Math.abs(contribution - expected.contributions[i]![feature]!)).toBeLessThan(single ? 1e-5 : 1e-9);
      });
      const sum = contributions!.reduce((a, b) => a + b, bias!);
      expect(Math.abs(sum - raw)).toBeLessThan(single ? 1e-5 : 1e-9);
    });
  });
});

const {ensemble} = randomEnsemble(8, {features: 4, categorical: 2, trees: 6, splits: 9, codes: 3}, 1);
const loans = ["Cash loans", "Revolving loans", 'Loans, "other"'];
const own: ScoringModel = {
  version: "0123456789ab",
  inputs: [
    {id: "income", categories: null},
    {id: "age", categories: null},
    {id: "contract", categories: loans},
    {id: "region", categories: ["1", "2", "3"]}
  ],
  ensemble,
  calibration: {method: "platt", slope: 0.9, intercept: -0.3},
  scale: defaultScale,
  policy: {costRatio: 10, threshold: 500, reviewFrom: 490, reviewTo: 510}
};
const ownJson = write(JSON.stringify(own));
const ownOnnx = write(writeOnnx(own), "onnx");
const rows: (number | null)[][] = [
  [0.25, -1, 0, 0],
  [null, 2, 1, 2],
  [-3.5, null, 2, 1],
  [1e6, 0.1, null, null],
  [0, 0, null, 0]
];
const csv = [
  "age;contract;income;client;region",
  "-1;Cash loans;0.25;1;1",
  "2;Revolving loans;;2;3",
  'NA;"Loans, ""other""";-3.5;3;2',
  "0.1;;1e6;4;",
  "0;Student loans;0;5;1"
].join("\n");

test("our own model gives the same from JSON, ONNX and a folder, by either engine, from JSON, CSV and Parquet", async () => {
  const inFolder = join(folder, "training");
  await mkdir(inFolder);
  await writeFile(join(inFolder, "model.json"), JSON.stringify(own));
  const parquet = join(folder, "rows.parquet");
  await withDuckDB((connection) =>
    connection.run(`COPY (SELECT * FROM (VALUES
      (-1::DOUBLE, 'Cash loans', 0.25::FLOAT, '1'), (2, 'Revolving loans', NULL, '3'), (NULL, 'Loans, "other"', -3.5, '2'),
      (0.1, NULL, 1e6, NULL), (0, 'Student loans', 0, '1')) AS t(age, contract, income, region))
      TO '${parquet}' (FORMAT parquet)`)
  );
  const expected = await run({model: ownJson, rows: write(JSON.stringify(rows)), explain: true});
  expect(expected.length).toBe(5);
  for (const model of [ownJson, ownOnnx, inFolder]) {
    for (const engine of ["trees", "onnx"] as const) {
      for (const file of [write(csv, "csv"), write(`\uFEFF${csv.replaceAll("\n", "\r\n")}\r\n`, "csv"), parquet]) {
        const lines = await run({model, engine, rows: file, explain: true});
        lines.forEach((line, i) => {
          expect(Math.abs(line.raw - expected[i]!.raw)).toBeLessThan(1e-12);
          expect(Math.abs(line.probability! - expected[i]!.probability!)).toBeLessThan(1e-12);
          expect(line.contributions).toEqual(expected[i]!.contributions);
        });
        expect(lines.length).toBe(5);
      }
    }
  }
});

test("rows are lists, or the list under the key rows, with Python's NaN for null", async () => {
  const expected = await run({model: ownJson, rows: write(JSON.stringify(rows))});
  const nested = JSON.stringify({made: ["[", {rows: [1]}, 'a "rows": ['], rows, after: [[1]]}, null, 1);
  for (const text of [nested, JSON.stringify(rows).replaceAll("null", "NaN")]) {
    expect(await run({model: ownJson, rows: write(text)})).toEqual(expected);
  }
  expect(await run({model: ownJson, rows: write("[]")})).toEqual([]);
});

test("categories are read by their names, and codes by their number", async () => {
  const named = rows.map(([income, age, contract, region]) => [
    income,
    age,
    contract === null ? null : loans[contract!],
    region === null ? "" : String(region! + 1)
  ]);
  expect(await run({model: ownJson, rows: write(JSON.stringify(named))})).toEqual(
    await run({model: ownJson, rows: write(JSON.stringify(rows))})
  );
});

test("more rows than a batch come out in order", async () => {
  const many = Array.from({length: 5000}, (_, i) => rows[i % rows.length]!);
  const text = [
    "income,age,contract,region",
    ...many.map((row) =>
      row
        .map((v, f) =>
          f === 3 && v !== null
            ? v + 1
            : f === 2 && v === 2
              ? '"Loans, ""other"""'
              : f === 2 && v !== null
                ? loans[v]
                : v
        )
        .join(",")
    )
  ];
  const expected = (await run({model: ownJson, rows: write(JSON.stringify(rows))})).map(({raw}) => raw);
  for (const file of [write(JSON.stringify(many)), write(text.join("\n"), "csv")]) {
    const lines = await run({model: ownJson, rows: file});
    expect(lines.map(({raw}) => raw)).toEqual(many.map((_, i) => expected[i % rows.length]));
  }
}, 30_000);

test("of a model that names no features, f0, f1 … are matched, or all columns in order", async () => {
  const model = join(golden, "xgboost/binary/model.json");
  const values = Array.from({length: 9}, (_, i) => (i - 4) / 3);
  const expected = await run({model, rows: write(JSON.stringify([values]))});
  const names = values.map((_, i) => `f${i}`).reverse();
  expect(await run({model, rows: write(`${names.join()}\n${[...values].reverse().join()}\n`, "csv")})).toEqual(
    expected
  );
  const others = values.map((_, i) => `column ${i}`);
  expect(await run({model, rows: write(`${others.join()}\n${values.join()}\n`, "csv")})).toEqual(expected);
  await expect(run({model, rows: write("a,b\n1,2\n", "csv")})).rejects.toMatchObject({code: "E_ROW_FIELDS"});
});

test("a model without covers is explained against the rows, or against a reference, and says so", async () => {
  const model = write(writeScoreGraph({ensemble, calibration: null}), "onnx");
  const warnings: string[] = [];
  const file = write(JSON.stringify(rows));
  const warn = (message: string) => warnings.push(message);
  const lines = await run({model, rows: file, explain: true, warn});
  expect(warnings.length).toBe(1);
  const mean = lines.reduce((sum, {raw}) => sum + raw, 0) / lines.length;
  for (const {raw, probability, contributions, bias} of lines) {
    expect(probability).toBeNull();
    expect(contributions!.reduce((a, b) => a + b, bias!)).toBeCloseTo(raw, 12);
    expect(bias).toBeCloseTo(mean, 12);
  }
  const reference = write(JSON.stringify(rows.slice(0, 2)));
  const compared = await run({model, rows: file, explain: true, reference, warn});
  expect(compared[4]!.bias).toBeCloseTo((lines[0]!.raw + lines[1]!.raw) / 2, 12);
  expect(warnings.length).toBe(1);
});

test("lines stop quietly when nobody reads them, and rows stop being read", async () => {
  const many = write(JSON.stringify(Array.from({length: 200_000}, () => rows[0])));
  let written = 0;
  const out = new Writable({
    write(_, __, done) {
      written++;
      done(written === 2 ? Object.assign(new Error("write EPIPE"), {code: "EPIPE"}) : null);
    }
  });
  await predict({model: ownJson, rows: many, out});
  expect(written).toBe(2);
});

test("an interrupt stops the work", async () => {
  const signal = AbortSignal.abort(new Error("stop"));
  for (const file of [write(JSON.stringify(rows)), write(csv, "csv")]) {
    await expect(run({model: ownJson, rows: file, signal})).rejects.toThrow();
  }
});

const header = "income,age,contract,region\n";
test.each<[string, string | Uint8Array, string, object, string]>([
  [
    "a value that is no number",
    '[[1,2,0,0],[1,"old",0,0]]',
    "E_VALUE_TYPE",
    {row: 2, column: "age", value: "old"},
    "no number"
  ],
  ["a value that is a list", "[[1,[2],0,0]]", "E_VALUE_TYPE", {row: 1, column: "age", value: "[2]"}, "no number"],
  [
    "an infinite value",
    `${header}1,2,,\ninf,2,,\n`,
    "E_VALUE_RANGE",
    {row: 2, column: "income", value: "inf"},
    "infinite"
  ],
  ["a row that is too short", "[[1,2,0,0],[1,2,0]]", "E_ROW_FIELDS", {row: 2}, "3 values, the model 4 features"],
  ["a row that is no list", "[1,2]", "E_ROW_FIELDS", {row: 1, value: "1"}, "a row is a list"],
  ["JSON cut short", "[[1,2,0,0],[1,2", "E_FILE_TRUNCATED", {row: 2}, "ends before its list"],
  ["JSON that isn't", "[[1,2,0,0],[1;2;0;0]]", "E_ROW_FIELDS", {row: 2, value: "[1;2;0;0]"}, "a row is a list"],
  [
    "a text in CSV",
    `${header}1,2,,\n1,2 years,,\n`,
    "E_VALUE_TYPE",
    {row: 2, column: "age", value: "2 years"},
    "no number"
  ],
  ["a line with a field too many", `${header}1,2,,\n1,2,,,9\n`, "E_ROW_FIELDS", {row: 2}, "5 fields, the header 4"],
  ["a line with a field too few", `${header}1,2,,\n1,2\n`, "E_ROW_FIELDS", {row: 2}, "2 fields, the header 4"],
  [
    "a feature that the file lacks",
    "income,age,region\n1,2,3\n",
    "E_COLUMN_MISSING",
    {column: "contract"},
    "lacks this feature"
  ],
  ["a column named twice", "income,age,contract,region,age\n1,2,,,3\n", "E_COLUMN_TWICE", {column: "age"}, "twice"],
  ["an empty file", "", "E_FILE_TRUNCATED", {}, "no header"],
  [
    "bytes that are no text",
    Uint8Array.of(...new TextEncoder().encode(`${header}1,2,`), 0xff, 44, 10),
    "E_ENCODING",
    {},
    "isn't UTF-8"
  ],
  ["JSON whose bytes are no text", Uint8Array.of(91, 91, 34, 0xff, 34), "E_ENCODING", {}, "isn't UTF-8"],
  ["Parquet cut short", "PAR1 and then nothing", "E_FILE_TRUNCATED", {}, ""]
])("%s is told with its place", async (_, content, code, place, message) => {
  const file = write(content, "rows");
  const error = await run({model: ownJson, rows: file}).then(
    () => undefined,
    (reason: unknown) => reason
  );
  expect(error).toMatchObject({code, place: {file, ...place}});
  expect((error as Error).message).toContain(message);
});

test("a text for a code that the model can't name is told", async () => {
  const model = join(golden, "lightgbm/categorical/model.txt");
  const row = [...Array.from({length: 11}, () => 0), "Cash loans"];
  await expect(run({model, rows: write(JSON.stringify([row]))})).rejects.toMatchObject({
    code: "E_VALUE_TYPE",
    place: {row: 1, column: "Column_11", value: "Cash loans"}
  });
});

test("files and folders that can't be read are told", async () => {
  const nowhere = join(folder, "nowhere");
  const file = write(JSON.stringify(rows));
  await expect(run({model: nowhere, rows: file})).rejects.toMatchObject({
    code: "E_FILE_UNREADABLE",
    place: {file: nowhere}
  });
  await expect(run({model: ownJson, rows: nowhere})).rejects.toMatchObject({
    code: "E_FILE_UNREADABLE",
    place: {file: nowhere}
  });
  await expect(run({model: ownJson, rows: folder})).rejects.toMatchObject({code: "E_FILE_UNREADABLE"});
  await expect(run({model: folder, rows: file})).rejects.toThrow("holds no model.onnx and no model.json");
  await expect(run({model: file, rows: file})).rejects.toMatchObject({code: "E_MODEL", place: {file}});
});
