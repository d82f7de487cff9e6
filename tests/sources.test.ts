import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildFeatures} from "../model/features/build.ts";
import {catalogue} from "../model/features/catalogue.ts";
import {openTables} from "../model/tables/open.ts";
import {loadSchema, startPostgres} from "../model/tables/sources/testing-postgres.ts";
import {zipOf} from "../model/tables/sources/testing-zip.ts";
import {literal} from "../model/tables/sql.ts";

const sample = process.env.LIMPIDE_SAMPLE;
if (!sample)
  process.stderr.write("LIMPIDE_SAMPLE names no folder of real tables: the tests on real rows are skipped.\n");

/** Opens a source in a database of its own, builds the features, and hands the connection over. */
async function withFeatures<T>(address: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "2"});
  const connection = await instance.connect();
  try {
    const opened = await openTables(connection, address);
    await buildFeatures(connection, {absent: opened.filter(({present}) => !present).map(({name}) => name)});
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe.runIf(sample)("real rows", () => {
  let folder: string;
  let expected: string;
  const files = async () => (await readdir(sample!)).filter((name) => /\.csv\.gz$/.test(name) && !/_more/.test(name));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "limpide-forms-"));
    expected = join(folder, "expected.parquet");
    await mkdir(join(folder, "csv"));
    for (const name of await files()) {
      await writeFile(join(folder, "csv", name.slice(0, -3)), gunzipSync(await readFile(join(sample!, name))));
    }
    await withFeatures(sample!, (connection) =>
      connection.run(`COPY (FROM features ORDER BY SK_ID_CURR) TO ${literal(expected)} (FORMAT parquet)`)
    );
  });
  afterAll(() => rm(folder, {recursive: true, force: true}));

  /** Values of the features that differ from those of the sample as it is kept, as csv.gz. */
  async function differences(address: string): Promise<{compared: number; different: number}> {
    return withFeatures(address, async (connection) => {
      const columns = ["SK_ID_CURR", "TARGET", ...catalogue.map(({id}) => id)].map((name) => `"${name}"`);
      const different = columns.map((name) => `(a.${name} IS DISTINCT FROM b.${name})::INTEGER`).join(" + ");
      const reader = await connection.runAndReadAll(
        `SELECT count(*) * ${columns.length}, sum(${different})
         FROM features AS a FULL JOIN read_parquet(${literal(expected)}) AS b USING (SK_ID_CURR)`
      );
      const [compared, found] = reader.getRowsJS()[0]!;
      return {compared: Number(compared), different: Number(found)};
    });
  }
  const same = () => ({compared: 10_000 * (2 + catalogue.length), different: 0});

  test("give the same features as csv", async () => {
    expect(await differences(join(folder, "csv"))).toEqual(same());
  });

  test("give the same features as one zip archive", async () => {
    const members = await Promise.all(
      (await readdir(join(folder, "csv"))).map(async (name) => ({
        name,
        bytes: await readFile(join(folder, "csv", name))
      }))
    );
    const path = join(folder, "home-credit-default-risk.zip");
    await writeFile(path, zipOf(members));
    expect(await differences(path)).toEqual(same());
  });

  test("give the same features as Parquet", async () => {
    const parquet = join(folder, "parquet");
    await mkdir(parquet);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    for (const name of await readdir(join(folder, "csv"))) {
      const [from, to] = [join(folder, "csv", name), join(parquet, name.replace(/csv$/, "parquet"))];
      await connection.run(`COPY (FROM read_csv(${literal(from)})) TO ${literal(to)} (FORMAT parquet)`);
    }
    connection.closeSync();
    expect(await differences(parquet)).toEqual(same());
  });

  test("give the same features from PostgreSQL", async () => {
    const server = await startPostgres();
    try {
      await loadSchema(server.address, "bank", join(folder, "csv"));
      expect(await differences(`${server.address}?schema=bank`)).toEqual(same());
    } finally {
      await server.stop();
    }
  });

  test("of the seventh table fill its features for 887 clients", async () => {
    const all = join(folder, "all");
    await mkdir(all);
    for (const name of await readdir(join(folder, "csv"))) {
      await writeFile(join(all, name), await readFile(join(folder, "csv", name)));
    }
    const seventh = "installments_payments.csv.gz";
    await writeFile(join(all, seventh), await readFile(join(sample!, "partial", seventh)));
    const ids = catalogue.filter(({source}) => source === "installments_payments").map(({id}) => `"${id}"`);
    const row = (connection: DuckDBConnection, sql: string) =>
      connection.runAndReadAll(sql).then((reader) => reader.getRowsJS()[0]!.map(Number));
    const {filled, features} = await withFeatures(all, async (connection) => {
      const counts = await row(connection, `SELECT ${ids.map((id) => `count(${id})`).join(", ")} FROM features`);
      // A client without a row has a count of 0; all else is missing.
      const values = ids.filter((_, i) => Number(counts[i]) < 10_000).map((id) => `${id} IS NOT NULL`);
      const totals = ids.filter((_, i) => Number(counts[i]) === 10_000).map((id) => `${id} <> 0`);
      const any = [...values, ...totals].join(" OR ");
      const [filled] = await row(connection, `SELECT count(*) FROM features WHERE ${any}`);
      return {filled, features: counts.filter((count) => count > 0).length};
    });
    expect(filled).toBe(887);
    expect(features).toBe(ids.length);
  });
});
