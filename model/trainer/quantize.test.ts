import {expect, test} from "vitest";
import {createRandom} from "../metrics/random.ts";
import {packing, quantize} from "./quantize.ts";
import {allRows} from "./synthetic-matrix.ts";

function unpack(packed: number, gradientStep: number, hessianStep: number) {
  const steps = Math.floor(packed / packing);
  return {gradient: steps * gradientStep, hessian: (packed - steps * packing) * hessianStep};
}

test("sums of packed numbers are the sums of gradients and hessians, within a step a row", () => {
  const random = createRandom(1);
  const rows = allRows(50_000);
  const gradients = Float64Array.from(rows, () => random() - (random() < 0.08 ? 1 : 0));
  const hessians = Float64Array.from(rows, () => random() * 0.25);
  const packed = new Float64Array(rows.length);
  const {gradientStep, hessianStep} = quantize(gradients, hessians, rows, packed);
  for (const modulus of [1, 2, 7, 1000]) {
    const part = rows.filter((row) => row % modulus === 0);
    const sum = (values: Float64Array) => part.reduce((total, row) => total + values[row]!, 0);
    const {gradient, hessian} = unpack(sum(packed), gradientStep, hessianStep);
    expect(Math.abs(gradient - sum(gradients))).toBeLessThan(gradientStep * Math.sqrt(part.length) * 4 + gradientStep);
    expect(Math.abs(hessian - sum(hessians))).toBeLessThan(hessianStep * Math.sqrt(part.length) * 4 + hessianStep);
  }
});

test("equal gradients leave no bias, however coarse a step is beside them", () => {
  const rows = allRows(100_000);
  const gradients = new Float64Array(rows.length).fill(1e-4);
  gradients[0] = -1e5;
  const packed = new Float64Array(rows.length);
  const {gradientStep, hessianStep} = quantize(gradients, new Float64Array(rows.length).fill(0.1), rows, packed);
  const sum = packed.subarray(1).reduce((total, value) => total + value, 0);
  expect(Math.abs(unpack(sum, gradientStep, hessianStep).gradient - 10)).toBeLessThan(2 * gradientStep);
});

test("sums stay exact integers", () => {
  const rows = allRows(1000);
  const packed = new Float64Array(1000);
  quantize(new Float64Array(1000).fill(-3), new Float64Array(1000).fill(0.2), rows, packed);
  const sum = packed.reduce((total, value) => total + value, 0);
  expect(Number.isSafeInteger(sum)).toBe(true);
  expect(sum).toBe([...packed].reverse().reduce((total, value) => total + value, 0));
});

test("rows outside the sample are left alone, and nothing but zeros is no trouble", () => {
  const packed = Float64Array.of(7, 7, 7);
  quantize(new Float64Array(3), new Float64Array(3), Int32Array.of(0, 2), packed);
  expect([...packed]).toEqual([0, 7, 0]);
});
