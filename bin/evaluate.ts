import {readFile} from "node:fs/promises";
import {z} from "zod";
import {quoteLiteral, quoteName, withDuckDB} from "../data-loaders/duckdb.ts";
import {inFile, LimpideError, placedIn} from "../model/contract/errors.ts";
import {brier, logLoss} from "../model/metrics/calibration.ts";
import {auc, averagePrecision, gini, kolmogorovSmirnov} from "../model/metrics/ranking.ts";
import {sigmoid} from "../model/metrics/sigmoid.ts";
import {unreadable} from "../model/tables/sources/content.ts";
import {crossValidate} from "../model/trainer/cross-validate.ts";
import {createMatrix, type Matrix} from "../model/trainer/matrix.ts";
import {parseParameters} from "../model/trainer/parameters.ts";

export interface EvaluateOptions {
  /** A Parquet file: a row a client, numbers and texts. */
  matrix: string;
  /** The columns of outcomes (0, 1) and of folds (whole numbers from 0). */
  label: string;
  fold: string;
  /** A JSON file of the trainer's parameters; `categorical_feature` may list columns of codes. */
  params: string;
  /** Columns that aren't inputs. */
  ignore: readonly string[];
  threads: number;
  signal?: AbortSignal;
}

/** What `limpide evaluate` prints. */
export interface Evaluation {
  rows: number;
  inputs: number;
  folds: number;
  parameters: Record<string, unknown>;
  rounds: number[];
  auc: number;
  auc_per_fold: number[];
  gini: number;
  average_precision: number;
  ks: number;
  log_loss: number;
  brier: number;
}

const paramsSchema = z.looseObject({categorical_feature: z.array(z.string()).default([])});

/**
 * Trains on all folds but one and scores that one, fold by fold, and measures the scores of all rows together. Nothing
 * is calibrated: a probability is the logistic function of the raw score.
 *
 * @throws {LimpideError} E_FILE_UNREADABLE, E_COLUMN_MISSING, E_VALUE_TYPE, E_VALUE_RANGE, E_PARAMETER or E_TARGET
 */
export async function evaluateMatrix(options: EvaluateOptions): Promise<Evaluation> {
  const {categorical_feature: categorical, ...given} = await readParameters(options.params);
  const parameters = inFile(options.params, () => parseParameters(given));
  const {matrix, labels, folds} = await readMatrix(options, categorical);
  const {predictions, rounds} = await crossValidate(matrix, labels, parameters, {
    assignment: [folds],
    threads: options.threads,
    ...(options.signal ? {signal: options.signal} : {})
  }).catch((error: unknown) => {
    throw placedIn(options.matrix, error);
  });
  const raw = predictions[0]!;
  const probabilities = raw.map(sigmoid);
  const count = 1 + folds.reduce((most, fold) => Math.max(most, fold), 0);
  return {
    rows: matrix.rows,
    inputs: matrix.inputs.length,
    folds: count,
    parameters,
    rounds,
    auc: auc(raw, labels),
    auc_per_fold: Array.from({length: count}, (_, fold) => {
      const inside = (_value: number, row: number) => folds[row] === fold;
      return auc(raw.filter(inside), labels.filter(inside));
    }),
    gini: gini(raw, labels),
    average_precision: averagePrecision(raw, labels),
    ks: kolmogorovSmirnov(raw, labels),
    log_loss: logLoss(probabilities, labels),
    brier: brier(probabilities, labels)
  };
}

async function readParameters(file: string): Promise<z.infer<typeof paramsSchema>> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  try {
    return paramsSchema.parse(JSON.parse(text));
  } catch (cause) {
    const message = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new LimpideError("E_PARAMETER", `the parameters aren't a JSON object: ${message}`, {file}, {cause});
  }
}

async function readMatrix(
  {matrix: file, label, fold, ignore}: EvaluateOptions,
  categorical: readonly string[]
): Promise<{matrix: Matrix; labels: Uint8Array; folds: Uint8Array}> {
  return withDuckDB(async (connection) => {
    const source = `read_parquet(${quoteLiteral(file)})`;
    const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
    const described = await query(`DESCRIBE SELECT * FROM ${source}`).catch((cause: unknown) => {
      throw new LimpideError("E_FILE_UNREADABLE", "no Parquet file can be read there", {file}, {cause});
    });
    const types = new Map(described.map((row) => [String(row.column_name), String(row.column_type)]));
    for (const column of [label, fold, ...categorical]) {
      if (!types.has(column)) throw new LimpideError("E_COLUMN_MISSING", "there is no such column", {file, column});
    }
    const [{rows}] = (await query(`SELECT count(*)::INTEGER AS rows FROM ${source}`)) as [{rows: number}];
    const read = async (column: string, value: string): Promise<Float32Array> => {
      try {
        const reader = await connection.runAndReadAll(`SELECT (${value})::FLOAT FROM ${source}`);
        return Float32Array.from(reader.getColumns()[0] as (number | null)[], (cell) => cell ?? NaN);
      } catch (cause) {
        const [said] = (cause as Error).message.split("\n");
        throw new LimpideError("E_VALUE_TYPE", said!, {file, column}, {cause});
      }
    };
    const names = [...types.keys()].filter((name) => ![label, fold, ...ignore].includes(name));
    const inputs = [];
    const values: Float32Array[] = [];
    for (const id of names) {
      const column = quoteName(id);
      if (types.get(id) === "VARCHAR") {
        const found = await query(
          `SELECT DISTINCT ${column} AS v FROM ${source} WHERE ${column} IS NOT NULL ORDER BY v`
        );
        const categories = found.map(({v}) => String(v));
        const list = `[${categories.map(quoteLiteral).join(", ")}]`;
        inputs.push({id, categories});
        values.push(await read(id, categories.length === 0 ? "NULL" : `list_position(${list}, ${column}) - 1`));
        continue;
      }
      const numbers = await read(id, column);
      const most = numbers.reduce((largest, value) => (value > largest ? value : largest), -1);
      const codes = categorical.includes(id) ? Array.from({length: most + 1}, (_, code) => String(code)) : null;
      inputs.push({id, categories: codes});
      values.push(numbers);
    }
    const matrix = createMatrix(rows, inputs);
    values.forEach((column, i) => {
      matrix.columns[i]!.set(column);
    });
    return {
      matrix,
      labels: wholeNumbers(await read(label, quoteName(label)), {file, column: label}, 1),
      folds: wholeNumbers(await read(fold, quoteName(fold)), {file, column: fold}, 254)
    };
  });
}

function wholeNumbers(values: Float32Array, place: {file: string; column: string}, most: number): Uint8Array {
  values.forEach((value, i) => {
    if (Number.isInteger(value) && value >= 0 && value <= most) return;
    throw new LimpideError("E_VALUE_RANGE", `expected a whole number from 0 to ${most}`, {
      ...place,
      row: i + 1,
      value: Number.isNaN(value) ? "" : String(value)
    });
  });
  return Uint8Array.from(values);
}
