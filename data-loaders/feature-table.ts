import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {Feature} from "../model/contract/feature.ts";
import type {ModelInput} from "../model/contract/scoring-model.ts";
import {verifyArtifact, type Artifact} from "./artifacts.ts";
import {quoteLiteral, quoteName, withDuckDB} from "./duckdb.ts";

/** Every client's features in memory, a column a feature. Row order is that of the client numbers, ascending. */
export interface FeatureTable {
  rows: number;
  /** SK_ID_CURR a row. */
  clients: Int32Array;
  /** 1 defaulted, 0 repaid, 255 unknown. */
  outcomes: Uint8Array;
  /** In catalogue order; what isn't computed (its table is absent) isn't here. */
  features: readonly Feature[];
  inputs: readonly ModelInput[];
  /** As many as `features`, in shared memory so that workers read them in place. Categories are codes; NaN is missing. */
  columns: Float32Array[];
}

export const unknownOutcome = 255;

const loaded = new Map<string, Promise<FeatureTable>>();

/** Reads the feature table of an artefact; once per build, however many stages ask. */
export function readFeatureTable(artifact: Artifact, features: readonly Feature[]): Promise<FeatureTable> {
  let table = loaded.get(artifact.digest);
  if (table === undefined) {
    table = verifyArtifact(artifact, "features.parquet").then(() =>
      withDuckDB((connection) => load(connection, join(artifact.folder, "features.parquet"), features))
    );
    loaded.clear();
    loaded.set(artifact.digest, table);
  }
  return table;
}

async function load(connection: DuckDBConnection, path: string, features: readonly Feature[]): Promise<FeatureTable> {
  const source = `read_parquet(${quoteLiteral(path)})`;
  const inputs = await Promise.all(
    features.map(async ({id, unit}): Promise<ModelInput> => {
      if (unit !== "category") return {id, categories: null};
      const name = quoteName(id);
      const distinct = await connection.runAndReadAll(
        `SELECT DISTINCT ${name} FROM ${source} WHERE ${name} IS NOT NULL ORDER BY ${name}`
      );
      return {id, categories: distinct.getRows().map(([category]) => String(category))};
    })
  );
  const selected = inputs.map(({id, categories}) =>
    categories === null ? quoteName(id) : codeOf(quoteName(id), categories)
  );
  const [[count]] = (await connection.runAndReadAll(`SELECT count(*) FROM ${source}`)).getRows() as [[bigint]];
  const rows = Number(count);
  const clients = new Int32Array(rows);
  const outcomes = new Uint8Array(rows).fill(unknownOutcome);
  const columns = features.map(() => new Float32Array(new SharedArrayBuffer(rows * 4)));
  const result = await connection.stream(
    `SELECT SK_ID_CURR::INTEGER, TARGET::INTEGER, ${selected.join(", ")} FROM ${source} ORDER BY SK_ID_CURR`
  );
  let offset = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const size = chunk.rowCount;
    const ids = chunk.getColumnVector(0);
    const targets = chunk.getColumnVector(1);
    for (let i = 0; i < size; i++) {
      clients[offset + i] = ids.getItem(i) as number;
      const target = targets.getItem(i) as number | null;
      if (target !== null) outcomes[offset + i] = target;
    }
    for (let c = 0; c < columns.length; c++) {
      const vector = chunk.getColumnVector(c + 2);
      const column = columns[c]!;
      for (let i = 0; i < size; i++) column[offset + i] = (vector.getItem(i) as number | null) ?? NaN;
    }
    offset += size;
  }
  return {rows, clients, outcomes, features, inputs, columns};
}

/** The code of a category as SQL. A column that is empty throughout has no category and no code. */
function codeOf(column: string, categories: readonly string[]): string {
  if (categories.length === 0) return "NULL::FLOAT";
  return `(list_position([${categories.map(quoteLiteral).join(", ")}], ${column}) - 1)::FLOAT`;
}

/** The rows whose outcome is known. */
export function labelledRows({outcomes}: FeatureTable): Int32Array {
  const rows: number[] = [];
  outcomes.forEach((outcome, row) => {
    if (outcome !== unknownOutcome) rows.push(row);
  });
  return Int32Array.from(rows);
}

/** The credit that each of some rows asks for, in the portfolio's currency, NaN where unknown; null when none is known. */
export function creditsOf({features, columns}: FeatureTable, rows: Int32Array): Float64Array | null {
  const column = columns[features.findIndex(({id}) => id === "credit_amount")];
  if (column === undefined) return null;
  const credits = Float64Array.from(rows, (row) => column[row]!);
  return credits.every(Number.isNaN) ? null : credits;
}
