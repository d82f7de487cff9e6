import {InferenceSession, Tensor} from "onnxruntime-node";

/** Raw scores of rows as ONNX Runtime gives them, one thread. */
export async function scoreByOnnx(onnx: Buffer, rows: readonly ArrayLike<number>[]): Promise<Float64Array> {
  if (rows.length === 0) return new Float64Array(0);
  const width = rows[0]!.length;
  const flat = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    flat.set(Array.from(row), i * width);
  });
  const session = await InferenceSession.create(onnx, {intraOpNumThreads: 1, interOpNumThreads: 1});
  const {raw_score: scores} = await session.run({features: new Tensor("float32", flat, [rows.length, width])});
  await session.release();
  return scores!.data as Float64Array;
}
