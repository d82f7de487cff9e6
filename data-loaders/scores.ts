import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {InferenceSession, Tensor} from "onnxruntime-node";
import {LimpideError} from "../model/contract/errors.ts";
import {readArtifact, readNumbers, type Artifact} from "./artifacts.ts";
import {readFeatures} from "./features.ts";
import {runStage, type BuildContext} from "./stage.ts";
import {modelColumns} from "./training.ts";

const batch = 4096;

/** Scores every client with ONNX Runtime: `raw.f64`, log-odds of default in the order of the feature table. */
export function scoreClients(context: BuildContext, features: Artifact, training: Artifact): Promise<Artifact> {
  return runStage(context, {
    name: "scores",
    code: [
      "model/contract",
      "data-loaders/scores.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts",
      "package-lock.json"
    ],
    inputs: [features, training],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const columns = modelColumns(table).map((column) => table.columns[column]!);
      // One thread: a sum of trees in another order would differ in its last digits from run to run.
      const session = await InferenceSession.create(await readArtifact(training, "model.onnx"), {
        intraOpNumThreads: 1,
        interOpNumThreads: 1
      });
      const raw = new Float64Array(table.rows);
      for (let start = 0; start < table.rows; start += batch) {
        const size = Math.min(batch, table.rows - start);
        const rows = new Float32Array(size * columns.length);
        columns.forEach((column, c) => {
          for (let i = 0; i < size; i++) rows[i * columns.length + c] = column[start + i]!;
        });
        const {raw_score: scores} = await session.run({features: new Tensor("float32", rows, [size, columns.length])});
        if (!(scores?.data instanceof Float64Array) || scores.data.length !== size) {
          throw new LimpideError("E_MODEL", "ONNX Runtime returned no raw_score of double precision for each row");
        }
        raw.set(scores.data, start);
        progress(`${(start + size).toLocaleString("en")} clients scored`, start + size, table.rows);
      }
      await session.release();
      await writeFile(join(folder, "raw.f64"), new Uint8Array(raw.buffer));
    }
  });
}

/** Every client's raw score, as ONNX Runtime gave it. */
export function readScores(scores: Artifact): Promise<Float64Array> {
  return readNumbers(scores, "raw.f64", "float64");
}
