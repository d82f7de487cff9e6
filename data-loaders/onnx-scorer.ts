import {InferenceSession, Tensor} from "onnxruntime-node";
import {LimpideError} from "../model/contract/errors.ts";

/** A model in ONNX Runtime. */
export interface OnnxScorer {
  /** Raw scores, in log-odds, of float32 rows one after the other. */
  score(rows: Float32Array): Promise<Float64Array>;
  release(): Promise<void>;
}

/**
 * Opens a model.onnx that takes rows of `width` features. One thread: a sum of trees in another order would differ in
 * its last digits from run to run.
 * @throws {LimpideError} E_MODEL in scoring, when it doesn't give each row a raw score in double precision
 */
export async function openOnnx(model: Uint8Array, width: number): Promise<OnnxScorer> {
  const session = await InferenceSession.create(model, {intraOpNumThreads: 1, interOpNumThreads: 1});
  return {
    async score(rows) {
      const count = rows.length / width;
      const {raw_score: raw} = await session.run({features: new Tensor("float32", rows, [count, width])});
      if (!(raw?.data instanceof Float64Array) || raw.data.length !== count) {
        throw new LimpideError("E_MODEL", "ONNX Runtime returned no raw_score of double precision for each row");
      }
      return raw.data;
    },
    release: () => session.release()
  };
}
