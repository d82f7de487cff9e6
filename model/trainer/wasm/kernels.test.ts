import {expect, test} from "vitest";
import {createRandom} from "../../metrics/random.ts";
import {stepScales} from "../quantize.ts";
import {openKernels} from "./kernels.ts";

const memory = new WebAssembly.Memory({initial: 40, maximum: 40, shared: true});
const kernels = openKernels(memory);
const f64 = new Float64Array(memory.buffer);
const i32 = new Int32Array(memory.buffer);
const u32 = new Uint32Array(memory.buffer);
const bytes = new Uint8Array(memory.buffer);

const rows = 20_000;
const index = 64;
const margins = index + 4 * rows;
const weights = margins + 8 * rows;
const gradients = weights + 8 * rows;
const packed = gradients + 16 * rows;
const sums = packed + 8 * rows;
const random = createRandom(3);

function fill(margin: (row: number) => number, weight: (row: number) => number) {
  for (let row = 0; row < rows; ++row) {
    i32[index / 4 + row] = row;
    f64[margins / 8 + row] = margin(row);
    f64[weights / 8 + row] = weight(row);
  }
  kernels.gradients(index, index + 4 * rows, margins, weights, 0, gradients, sums);
}

test("gradients and hessians are those of log loss, by Math.exp, for scores of any size", () => {
  const scores = Float64Array.from({length: rows}, (_, row) => (row % 2 === 0 ? 4 : 600) * (2 * random() - 1));
  fill(
    (row) => scores[row]!,
    (row) => (row % 3 === 0 ? 2.5 : -0.5)
  );
  let worst = 0;
  for (let row = 0; row < rows; ++row) {
    const [sign, weight] = row % 3 === 0 ? [1, 2.5] : [-1, 0.5];
    const other = 1 / (1 + Math.exp(sign * scores[row]!));
    const [gradient, hessian] = [f64[gradients / 8 + 2 * row]!, f64[gradients / 8 + 2 * row + 1]!];
    worst = Math.max(worst, Math.abs(gradient + sign * weight * other) / (weight * other));
    worst = Math.max(worst, Math.abs(hessian - weight * other * (1 - other)) / (weight * other));
  }
  expect(worst).toBeLessThan(4e-15);
});

test("scores beyond all measure have finite gradients", () => {
  fill(
    (row) => (row % 2 === 0 ? 1e300 : -1e300),
    (row) => (row % 3 === 0 ? 1 : -1)
  );
  expect(f64.subarray(gradients / 8, gradients / 8 + 2 * rows).every(Number.isFinite)).toBe(true);
  expect(f64[sums / 8]).toSatisfy(Number.isFinite);
});

test("sums of steps are the sums of gradients and hessians, within a step a row, and without bias over all", () => {
  fill(
    () => 6 * random() - 5,
    () => (random() < 0.1 ? 1 : -1)
  );
  const {gradientScale, hessianScale} = stepScales(f64[sums / 8]!, f64[sums / 8 + 1]!, rows);
  kernels.quantize(index, index + 4 * rows, gradients, packed, gradientScale, hessianScale, sums);
  for (const modulus of [1, 2, 7, 1000]) {
    let [gradient, hessian, gradientSteps, hessianSteps, count] = [0, 0, 0, 0, 0];
    for (let row = 0; row < rows; row += modulus) {
      gradient += f64[gradients / 8 + 2 * row]!;
      hessian += f64[gradients / 8 + 2 * row + 1]!;
      gradientSteps += i32[packed / 4 + 2 * row + 1]!;
      hessianSteps += u32[packed / 4 + 2 * row]!;
      ++count;
    }
    const most = modulus === 1 ? 2 : 2 * count;
    expect(Math.abs(gradientSteps - gradient * gradientScale)).toBeLessThan(most);
    expect(Math.abs(hessianSteps - hessian * hessianScale)).toBeLessThan(most);
    if (modulus > 1) continue;
    expect(gradientSteps).toBe(f64[sums / 8]);
    expect(hessianSteps).toBe(f64[sums / 8 + 1]);
    expect(hessianSteps).toBeLessThan(2 ** 32);
  }
});

test("rows are parted by their bins, each side in its order", () => {
  const [column, table, spill] = [margins, margins + rows, weights];
  for (let row = 0; row < rows; ++row) {
    i32[index / 4 + row] = rows - 1 - row;
    bytes[column + row] = Math.floor(random() * 256);
  }
  for (let bin = 0; bin < 256; ++bin) bytes[table + bin] = Number(bin % 3 === 0);
  const end = kernels.partition(index, index + 4 * rows, column, table, spill);
  const order = [...i32.subarray(index / 4, index / 4 + rows)];
  const all = Array.from({length: rows}, (_, i) => rows - 1 - i);
  const isLeft = (row: number) => bytes[column + row]! % 3 === 0;
  expect(order).toEqual([...all.filter(isLeft), ...all.filter((row) => !isLeft(row))]);
  expect((end - index) / 4).toBe(all.filter(isLeft).length);
});
