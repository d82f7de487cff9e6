import {mkdtemp, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, expect, test} from "vitest";
import {sqlType, tables} from "../contract/tables.ts";
import {createClient} from "./demo/client.ts";
import {draw, parse, range, type Row} from "./generate-testing.ts";
import {generatePortfolio, portfolioFiles, portfolioHeader, realLabelledShare, type PortfolioFile} from "./generate.ts";

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "limpide-demo-"))));
afterAll(() => rm(folder, {recursive: true}));

test("every file has the columns of its contract, in order, and a header even without rows", async () => {
  const {files} = await generatePortfolio({folder: join(folder, "one"), clients: 1, seed: 1, labelledShare: 1});
  expect(files.map(({name}) => name)).toEqual(portfolioFiles.map((file) => `${file}.csv`));
  expect(files.map(({name}) => name).sort()).toEqual((await readdir(join(folder, "one"))).sort());
  for (const {name, rows} of files) {
    const lines = (await readFile(join(folder, "one", name), "utf8")).split("\n");
    expect(lines[0]).toBe(portfolioHeader(name.slice(0, -4) as PortfolioFile).join(","));
    expect(lines.length).toBe(rows + 2);
    expect(lines.at(-1)).toBe("");
  }
  expect(portfolioFiles.map((file) => portfolioHeader(file).length)).toEqual([122, 121, 17, 3, 37, 8, 8, 23]);
  expect(portfolioHeader("application_train")[1]).toBe("TARGET");
});

const sample = process.env.LIMPIDE_SAMPLE;
if (sample === undefined)
  process.stderr.write("LIMPIDE_SAMPLE is not set: headers are not compared with the real files\n");
test.runIf(sample)("headers are those of the real files", async () => {
  for (const file of portfolioFiles) {
    const path = join(sample!, file === "installments_payments" ? "partial" : "", `${file}.csv.gz`);
    const text = Readable.from(await readFile(path)).pipe(createGunzip());
    for await (const line of createInterface({input: text})) {
      expect(portfolioHeader(file).join(",")).toBe(line);
      break;
    }
  }
});

test("the same seed writes the same bytes, another seed others", async () => {
  const text = async (name: string, seed: number): Promise<string[]> => {
    await generatePortfolio({folder: join(folder, name), clients: 40, seed});
    return Promise.all(portfolioFiles.map((file) => readFile(join(folder, name, `${file}.csv`), "utf8")));
  };
  const first = await text("first", 5);
  expect(await text("again", 5)).toEqual(first);
  const other = await text("other", 6);
  for (const i of portfolioFiles.keys()) expect(other[i]).not.toEqual(first[i]);
});

test("a client's rows don't depend on who else there is", async () => {
  await generatePortfolio({folder: join(folder, "many"), clients: 120, seed: 7});
  const alone = draw(
    range(120).filter((index) => index % 9 === 4),
    7,
    realLabelledShare
  );
  for (const file of portfolioFiles) {
    const text = await readFile(join(folder, "many", `${file}.csv`), "utf8");
    const header = portfolioHeader(file);
    const all = text.split("\n").slice(1, -1);
    const kept = all.map((line) => parse(header, `${line}\n`));
    const key = file === "bureau_balance" ? "SK_ID_BUREAU" : "SK_ID_CURR";
    const ids = new Set(alone[file === "bureau_balance" ? "bureau" : file].map((row) => row[key]!));
    expect(ids.size).toBeGreaterThan(0);
    const own = (row: Row): boolean => ids.has(row[key]!);
    expect(kept.filter(own)).toEqual(alone[file].filter(own));
  }
});

test("the share of labelled clients is what is asked for", () => {
  expect(draw(range(50), 3, 1).application_test).toEqual([]);
  expect(draw(range(50), 3, 0).application_train).toEqual([]);
  const labelled = range(2000).filter((index) => createClient(3, index, 0.6).labelled);
  // Three standard errors.
  expect(Math.abs(labelled.length / 2000 - 0.6)).toBeLessThan(0.033);
});

test("options out of range are refused", async () => {
  const options = {folder: join(folder, "refused"), clients: 1, seed: 1};
  for (const wrong of [
    {clients: 0},
    {clients: 1.5},
    {clients: 1_000_001},
    {threads: 0},
    {format: "xlsx" as never},
    {seed: -1},
    {seed: 0.5},
    {labelledShare: 1.1}
  ]) {
    await expect(generatePortfolio({...options, ...wrong})).rejects.toMatchObject({code: "E_ARGUMENT"});
  }
  await expect(readdir(options.folder)).rejects.toMatchObject({code: "ENOENT"});
});

test("an interruption leaves nothing, and what was there before as it was", async () => {
  const path = join(folder, "interrupted");
  await generatePortfolio({folder: path, clients: 10, seed: 1});
  const before = await readFile(join(path, "bureau.csv"), "utf8");
  for (const threads of [1, 2]) {
    const controller = new AbortController();
    const progress: number[] = [];
    const run = generatePortfolio({
      folder: path,
      clients: 100_000,
      seed: 2,
      threads,
      signal: controller.signal,
      onProgress: (_, done) => {
        progress.push(done);
        controller.abort();
      }
    });
    await expect(run).rejects.toMatchObject({code: "E_INTERRUPTED"});
    expect(progress).toEqual([500]);
    expect((await readdir(path)).sort()).toEqual(portfolioFiles.map((file) => `${file}.csv`).sort());
    expect(await readFile(join(path, "bureau.csv"), "utf8")).toBe(before);
  }
});

test("an interruption while Parquet is written leaves nothing", async () => {
  const path = join(folder, "half");
  const controller = new AbortController();
  const run = generatePortfolio({
    folder: path,
    clients: 200,
    seed: 1,
    format: "parquet",
    threads: 1,
    signal: controller.signal,
    onProgress: (message) => message === "Parquet files" && controller.abort()
  });
  await expect(run).rejects.toMatchObject({code: "E_INTERRUPTED"});
  expect(await readdir(path)).toEqual([]);
});

test("the number of threads changes no byte", async () => {
  const text = async (threads: number): Promise<Buffer[]> => {
    const path = join(folder, `threads-${threads}`);
    await generatePortfolio({folder: path, clients: 2100, seed: 4, threads});
    return Promise.all(portfolioFiles.map((file) => readFile(join(path, `${file}.csv`))));
  };
  const alone = await text(1);
  for (const [i, bytes] of (await text(3)).entries()) expect(bytes.equals(alone[i]!), portfolioFiles[i]).toBe(true);
});

test("Parquet holds the same values as CSV, typed as the contracts say", async () => {
  const options = {clients: 60, seed: 3, threads: 2};
  await generatePortfolio({...options, folder: join(folder, "csv")});
  const {files} = await generatePortfolio({...options, folder: join(folder, "parquet"), format: "parquet"});
  expect((await readdir(join(folder, "parquet"))).sort()).toEqual(
    portfolioFiles.map((file) => `${file}.parquet`).sort()
  );
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const {name, rows} of files) {
    const file = name.slice(0, -".parquet".length) as PortfolioFile;
    const read = `read_parquet('${join(folder, "parquet", name)}')`;
    const columns = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${read}`);
    const table = Object.values(tables).find((table) => table.files.some((part) => part.name === file))!;
    const expected = table.columns.filter((column) => portfolioHeader(file).includes(column.name));
    expect(columns.getRows().map(([name, type]) => [name, type])).toEqual(
      expected.map((column) => [column.name, sqlType(column)])
    );
    const types = `{${expected.map((column) => `'${column.name}': '${sqlType(column)}'`).join(", ")}}`;
    const csv = `read_csv('${join(folder, "csv", `${file}.csv`)}', header = true, columns = ${types})`;
    const counts = await connection.runAndReadAll(
      `SELECT (SELECT count(*) FROM ${read})::INTEGER, (SELECT count(*) FROM
        ((FROM ${read} EXCEPT ALL FROM ${csv}) UNION ALL (FROM ${csv} EXCEPT ALL FROM ${read})))::INTEGER`
    );
    expect(counts.getRows()[0], file).toEqual([rows, 0]);
  }
  connection.closeSync();
});

test("a folder that has a table in the other format is refused, and left as it is", async () => {
  const path = join(folder, "mixed");
  await generatePortfolio({folder: path, clients: 1, seed: 1});
  const before = (await readdir(path)).sort();
  await expect(generatePortfolio({folder: path, clients: 1, seed: 1, format: "parquet"})).rejects.toMatchObject({
    code: "E_ARGUMENT",
    place: {file: expect.stringMatching(/\.csv$/) as string}
  });
  expect((await readdir(path)).sort()).toEqual(before);
});

test("a folder that can't be made is an error of its own", async () => {
  const path = join(folder, "file");
  await writeFile(path, "");
  await expect(generatePortfolio({folder: path, clients: 1, seed: 1})).rejects.toMatchObject({code: "EEXIST"});
});
