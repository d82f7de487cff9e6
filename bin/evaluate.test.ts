import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {withDuckDB} from "../data-loaders/duckdb.ts";
import {type Evaluation, evaluateMatrix, type EvaluateOptions} from "./evaluate.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "limpide-evaluate-"));
  // Defaults are likelier where x is high or the kind is "b"; each fold has both outcomes.
  await withDuckDB((connection) =>
    connection.run(
      `COPY (SELECT i AS SK_ID_CURR, i % 3 AS FOLD, CASE WHEN i % 7 = 0 THEN NULL ELSE x END AS x,
         CASE WHEN kind < 0.5 THEN 'a' ELSE 'b' END AS kind, (i % 4)::DOUBLE AS code,
         (noise < 0.1 + 0.5 * x * x + CASE WHEN kind < 0.5 THEN 0 ELSE 0.2 END)::INTEGER AS TARGET
       FROM (SELECT i, (hash(i) % 1000) / 1000 AS x, (hash(i + 7) % 997) / 997 AS kind, (hash(i * 3 + 1) % 991) / 991 AS noise
         FROM range(1500) r(i)))
       TO '${join(folder, "matrix.parquet")}' (FORMAT parquet)`
    )
  );
  await writeFile(
    join(folder, "params.json"),
    JSON.stringify({n_estimators: 40, num_leaves: 6, learning_rate: 0.1, seed: 1, categorical_feature: ["code"]})
  );
});
afterAll(() => rm(folder, {recursive: true}));

function evaluate(changes: Partial<EvaluateOptions> = {}): Promise<Evaluation> {
  return evaluateMatrix({
    matrix: join(folder, "matrix.parquet"),
    label: "TARGET",
    fold: "FOLD",
    params: join(folder, "params.json"),
    ignore: ["SK_ID_CURR"],
    threads: 2,
    ...changes
  });
}

test("trains and tests by the folds given, and measures what was not seen", async () => {
  const found = await evaluate();
  expect(found).toMatchObject({rows: 1500, inputs: 3, folds: 3, rounds: [40, 40, 40]});
  expect(found.auc).toBeGreaterThan(0.62);
  expect(found.auc).toBeLessThan(0.85);
  expect(found.gini).toBeCloseTo(2 * found.auc - 1, 12);
  expect(found.auc_per_fold).toHaveLength(3);
  expect(found.log_loss).toBeGreaterThan(0.4);
  expect(await evaluate({threads: 1})).toEqual(found);
});

test("what it can't use is told with its file and column", async () => {
  const code = (changes: Partial<EvaluateOptions>) =>
    evaluate(changes).then(
      () => "nothing",
      (error: unknown) => `${(error as {code: string}).code} ${(error as Error).message.replaceAll(folder, "")}`
    );
  expect(await code({fold: "PART"})).toBe("E_COLUMN_MISSING /matrix.parquet, column PART: there is no such column");
  expect(await code({label: "code"})).toMatch(
    /^E_VALUE_RANGE .*row 3, column code, value "2": expected a whole number/
  );
  expect(await code({matrix: join(folder, "none.parquet")})).toMatch(/^E_FILE_UNREADABLE \/none\.parquet/);
  await writeFile(join(folder, "bad.json"), "{");
  expect(await code({params: join(folder, "bad.json")})).toMatch(/^E_PARAMETER \/bad\.json/);
  await writeFile(join(folder, "odd.json"), '{"leaves": 4}');
  expect(await code({params: join(folder, "odd.json")})).toMatch(/^E_PARAMETER .*leaves is not a parameter/);
});
