import {open} from "node:fs/promises";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {InferenceSession, Tensor} from "onnxruntime-node";
import {LimpideError} from "../model/contract/errors.ts";
import {compileCalibration} from "../model/ensemble/calibration.ts";
import {CoverCount, coversKnown} from "../model/ensemble/covers.ts";
import {compileEnsemble, type Columns} from "../model/ensemble/evaluate.ts";
import {rawScores, type ImportedModel} from "../model/ensemble/imported-model.ts";
import {writeScoreGraph} from "../model/ensemble/write-onnx.ts";
import {compileExplainer, explainRows} from "../model/explainer/tree-shap/tree-shap.ts";
import {unreadable} from "../model/tables/sources/content.ts";
import {importModel, type ModelFile} from "./import-model.ts";
import {readJsonRows} from "./predict/json-rows.ts";
import {RowLayout, type RowBatch} from "./predict/row-batch.ts";
import {readTableRows} from "./predict/table-rows.ts";

export interface PredictOptions {
  /** A model file, or a folder that holds one: see {@link importModel}. */
  model: string;
  /** The rows: JSON (a list of lists), CSV or Parquet, told by the content. */
  rows: string;
  /** Whether contributions and bias are told too. */
  explain?: boolean;
  /** Who adds up the trees: our evaluator, or ONNX Runtime. */
  engine?: "trees" | "onnx";
  /**
   * Rows that explanations compare with, where the model doesn't say how many rows passed each split (as ONNX files of
   * other programs don't); by default the rows themselves.
   */
  reference?: string;
  out: NodeJS.WritableStream;
  /** What is worth knowing beside the result. */
  warn?: (message: string) => void;
  signal?: AbortSignal;
}

/** The scores of some rows, in order. */
interface Scored {
  raw: ArrayLike<number>;
  /** Null where the model gives no probability. */
  probability: ArrayLike<number> | null;
}

/**
 * Scores rows with a model and writes one line of JSON a row: `{"raw": …, "probability": …}`, and with `explain`
 * `"contributions"`, one a feature in the model's order, and `"bias"`, which add up to the raw score. Rows stream: few
 * are in memory at once.
 * @throws {LimpideError} with the place, for a model or rows that can't be read; lines written before it stand
 */
export async function predict(options: PredictOptions): Promise<void> {
  const {rows, explain = false, engine = "trees", out, signal} = options;
  const file = await importModel(options.model);
  const layout = new RowLayout(file.model);
  const tell = explain ? await explainer(file.model, layout, options) : undefined;
  const {score, release} = engine === "onnx" ? await onnxScorer(file) : treeScorer(file.model);
  try {
    await pipeline(Readable.from(lines(readRows(rows, layout, signal), score, tell), {highWaterMark: 2}), out, {
      end: false,
      signal
    });
  } catch (error) {
    // Who reads the lines may have had enough of them.
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  } finally {
    await release();
  }
}

/** Rows of a file, whatever its format. */
async function* readRows(file: string, layout: RowLayout, signal?: AbortSignal): AsyncGenerator<RowBatch> {
  const beginning = await readBeginning(file);
  if (beginning.startsWith("PAR1")) yield* readTableRows(file, "parquet", layout, signal);
  else if (/^[[{]/.test(beginning.replace(/^\u00ef\u00bb\u00bf/, "").trimStart()))
    yield* readJsonRows(file, layout, signal);
  else yield* readTableRows(file, "csv", layout, signal);
}

async function readBeginning(file: string): Promise<string> {
  try {
    await using handle = await open(file);
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* lines(
  batches: AsyncIterable<RowBatch>,
  score: (columns: Columns) => Scored | Promise<Scored>,
  tell: ((columns: Columns) => {contributions: Float64Array; bias: number}) | undefined
): AsyncGenerator<string> {
  for await (const {columns, firstRow} of batches) {
    const {raw, probability} = await score(columns);
    const told = tell?.(columns);
    let text = "";
    for (let i = 0; i < raw.length; i++) {
      if (!Number.isFinite(raw[i]))
        throw new LimpideError("E_MODEL", "the model gives no finite score", {row: firstRow + i});
      const line = {
        raw: raw[i],
        probability: probability ? probability[i] : null,
        ...(told && {
          contributions: Array.from(told.contributions.subarray(i * columns.length, (i + 1) * columns.length)),
          bias: told.bias
        })
      };
      text += `${JSON.stringify(line)}\n`;
    }
    yield text;
  }
}

interface Scorer {
  score: (columns: Columns) => Scored | Promise<Scored>;
  release: () => Promise<void>;
}

function treeScorer(model: ImportedModel): Scorer {
  const scoreRaw = rawScores(model);
  const link = model.calibration && compileCalibration(model.calibration);
  return {
    score(columns) {
      const raw = scoreRaw(columns);
      return {raw, probability: link && raw.map(link)};
    },
    release: () => Promise.resolve()
  };
}

/** ONNX Runtime on the file itself where this program wrote it, and on the same trees written anew elsewhere. */
async function onnxScorer({model, bytes, path}: ModelFile): Promise<Scorer> {
  const own = model.format === "limpide" && bytes[0] !== "{".charCodeAt(0);
  // One thread: a sum of trees in another order would differ in its last digits from run to run.
  const session = await InferenceSession.create(own ? bytes : writeScoreGraph(model), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1
  });
  return {
    async score(columns) {
      const rows = columns[0]!.length;
      const single = model.arithmetic.features === "float32";
      const values = single ? new Float32Array(rows * columns.length) : new Float64Array(rows * columns.length);
      columns.forEach((column, c) => {
        for (let i = 0; i < rows; i++) values[i * columns.length + c] = column[i]!;
      });
      const features = new Tensor(single ? "float32" : "float64", values as Float32Array, [rows, columns.length]);
      const {raw_score: raw, probability} = await session.run({features});
      if (!(raw?.data instanceof Float64Array) || raw.data.length !== rows) {
        throw new LimpideError("E_MODEL", "ONNX Runtime returned no raw_score of double precision for each row", {
          file: path
        });
      }
      return {raw: raw.data, probability: probability ? (probability.data as Float64Array) : null};
    },
    release: () => session.release()
  };
}

/** Exact Shapley values; counts covers first where the model has none. */
async function explainer(
  model: ImportedModel,
  layout: RowLayout,
  {rows, reference, warn, signal}: PredictOptions
): Promise<(columns: Columns) => {contributions: Float64Array; bias: number}> {
  let {ensemble} = model;
  if (reference !== undefined || !coversKnown(ensemble)) {
    if (reference === undefined) {
      warn?.("the model doesn't say how many rows passed each split: explanations compare with the mean of these rows");
    }
    const covers = new CoverCount(ensemble);
    for await (const {columns} of readRows(reference ?? rows, layout, signal)) covers.add(columns);
    ensemble = covers.ensemble();
  }
  const compiled = compileExplainer(compileEnsemble(ensemble));
  return (columns) => ({
    contributions: explainRows(compiled, columns, new Float64Array(columns[0]!.length * columns.length)),
    bias: compiled.bias
  });
}
