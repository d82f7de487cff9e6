import {execFile} from "node:child_process";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {DuckDBInstance} from "@duckdb/node-api";
import {expect, test} from "vitest";
import {reports} from "../../methodology/fixture.ts";
import {tables} from "../../model/contract/tables.ts";
import {readTables} from "../../model/tables/read.ts";
import {writeTables} from "../../model/tables/testing.ts";
import type {ValidationData} from "../components/validation-data.ts";

const tsx = join(createRequire(import.meta.url).resolve("tsx/package.json"), "..", "dist", "cli.mjs");

test("the page of the data has every column's contract and figures, and nobody's number", async () => {
  const folder = await mkdtemp(join(tmpdir(), "limpide-data-loader-"));
  try {
    await writeTables(join(folder, "tables"));
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const report = await readTables(connection, join(folder, "tables"));
    connection.closeSync();
    await writeFile(join(folder, "validation.json"), JSON.stringify(report));
    await writeFile(join(folder, "portfolio.json"), JSON.stringify(reports().portfolio));
    const loader = join(import.meta.dirname, "validation.json.ts");
    const {stdout} = await promisify(execFile)(process.execPath, [tsx, loader], {
      env: {...process.env, LIMPIDE_REPORTS: folder},
      maxBuffer: 16_000_000
    });
    const data = JSON.parse(stdout) as ValidationData;
    expect(data.contracts).toEqual(JSON.parse(JSON.stringify(tables)));
    expect(data.portfolio).toEqual(reports().portfolio);
    for (const [i, {name, columns}] of data.report.tables.entries()) {
      for (const [j, profile] of columns.entries()) {
        const {type} = tables[name].columns[j]!;
        const found = report.tables[i]!.columns[j]!;
        expect(profile).toEqual(type === "id" ? {...found, least: null, greatest: null} : found);
      }
    }
    const [application] = report.tables;
    expect(application!.columns[0]).toMatchObject({name: "SK_ID_CURR", least: 100001});
    expect(stdout).not.toContain("100001");
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
});
