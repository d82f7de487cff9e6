import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {readArtifact, readNumbers, type Artifact} from "./artifacts.ts";
import {readFeatures} from "./features.ts";
import {openOnnx} from "./onnx-scorer.ts";
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
      "data-loaders/onnx-scorer.ts",
      "data-loaders/training.ts",
      "data-loaders/features.ts",
      "data-loaders/feature-table.ts",
      "package-lock.json"
    ],
    inputs: [features, training],
    async make(folder, progress) {
      const table = await readFeatures(features);
      const columns = modelColumns(table).map((column) => table.columns[column]!);
      const scorer = await openOnnx(await readArtifact(training, "model.onnx"), columns.length);
      const raw = new Float64Array(table.rows);
      for (let start = 0; start < table.rows; start += batch) {
        const size = Math.min(batch, table.rows - start);
        const rows = new Float32Array(size * columns.length);
        columns.forEach((column, c) => {
          for (let i = 0; i < size; i++) rows[i * columns.length + c] = column[start + i]!;
        });
        raw.set(await scorer.score(rows), start);
        progress(`${(start + size).toLocaleString("en")} clients scored`, start + size, table.rows);
      }
      await scorer.release();
      await writeFile(join(folder, "raw.f64"), new Uint8Array(raw.buffer));
    }
  });
}

/** Every client's raw score, as ONNX Runtime gave it. */
export function readScores(scores: Artifact): Promise<Float64Array> {
  return readNumbers(scores, "raw.f64", "float64");
}
