import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {withDuckDB} from "../data-loaders/duckdb.ts";
import {LimpideError} from "../model/contract/errors.ts";
import {asLimpideError} from "./file-errors.ts";

async function failureOf(work: (root: string) => Promise<unknown>): Promise<unknown> {
  const root = await mkdtemp(join(tmpdir(), "limpide-errors-"));
  try {
    await work(root);
  } catch (error) {
    return error;
  } finally {
    await rm(root, {recursive: true});
  }
  throw new Error("it was to fail");
}

test("a folder that cannot be made is told with its path", async () => {
  const error = await failureOf(async (root) => {
    await writeFile(join(root, "out"), "a file");
    await mkdir(join(root, "out", "site"), {recursive: true});
  });
  const known = asLimpideError(error);
  expect(known?.code).toBe("E_FILE_UNWRITABLE");
  expect(known?.message).toMatch(/out.*: a file stands where a folder is needed$/);
});

test("so is a file that DuckDB cannot write", async () => {
  const error = await failureOf((root) =>
    withDuckDB((connection) => connection.run(`COPY (SELECT 1) TO '${join(root, "no", "a.parquet")}'`))
  );
  const known = asLimpideError(error);
  expect(known?.code).toBe("E_FILE_UNWRITABLE");
  expect(known?.message).toContain("a.parquet");
});

test("our own errors stay as they are, and a programming error keeps its stack", () => {
  const own = new LimpideError("E_TARGET", "no");
  expect(asLimpideError(own)).toBe(own);
  expect(asLimpideError(new TypeError("x is undefined"))).toBeUndefined();
});
