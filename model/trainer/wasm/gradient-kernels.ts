import {define} from "../../wasm/assembler.ts";
import {f64, select, type F64} from "../../wasm/values.ts";

const log2e = Math.LOG2E;
/** ln 2 in two parts, the first of few bits, so that multiples of it are exact (Cody and Waite, 1980). */
const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;

/**
 * Gradients and hessians of binary log loss. `weights` holds one signed weight a row: positive where the outcome is 1.
 * Writes them in the order of `index`, and to `sums` the sums of |gradient| and of hessian.
 *
 * The exponential is 2ⁿ times a polynomial: |error| < 2 ulp, and the same on every machine, which `Math.exp` need not be.
 */
export const gradients = define(
  "gradients",
  {index: "i32", end: "i32", margins: "i32", weights: "i32", base: "f64", to: "i32", sums: "i32"},
  null,
  (f, {index, end, margins, weights, base, to, sums}) => {
    const row = f.local("i32");
    const weight = f.local("f64");
    const x = f.local("f64");
    const n = f.local("f64");
    const power = f.local("f64");
    const gradientSum = f.local("f64");
    const hessianSum = f.local("f64");
    f.while(index.less(end), () => {
      f.set(row, index.loadI32().shiftLeft(3));
      f.set(weight, weights.add(row).loadF64());
      f.set(x, margins.add(row).loadF64().add(base));
      // The outcome's own log-odds.
      f.set(x, select(weight.less(0), x.neg(), x).min(700).max(-700));
      f.set(n, x.mul(log2e).nearest());
      f.set(x, x.sub(n.mul(ln2High)).sub(n.mul(ln2Low)));
      f.set(power, polynomial(x));
      f.set(power, power.mul(n.add(1023).toI64().shiftLeft(52).asF64()));
      // The probability of the other outcome.
      f.set(power, f64(1).div(power.add(1)));
      f.set(x, weight.mul(power));
      f.store(to, x.neg());
      f.set(x, x.abs());
      f.set(gradientSum, gradientSum.add(x));
      f.set(x, x.mul(f64(1).sub(power)));
      f.set(hessianSum, hessianSum.add(x));
      f.store(to, x, 8);
      f.set(to, to.add(16));
      f.set(index, index.add(4));
    });
    f.store(sums, gradientSum);
    f.store(sums, hessianSum, 8);
  }
);

/** eˣ for |x| ≤ ½ ln 2, by its Taylor series to x¹³. */
function polynomial(x: F64): F64 {
  let factorial = 1;
  const coefficients = [1];
  for (let k = 1; k <= 13; ++k) coefficients.push(1 / (factorial *= k));
  return coefficients.reduceRight<F64 | null>((sum, c) => (sum ? sum.mul(x).add(c) : f64(c)), null)!;
}

/**
 * Rounds gradients and hessians to whole steps and packs them, one 64-bit integer a row; what rounding leaves over is
 * carried to the next row. Writes to `sums` the sums of steps.
 */
export const quantize = define(
  "quantize",
  {index: "i32", end: "i32", from: "i32", packed: "i32", gradientScale: "f64", hessianScale: "f64", sums: "i32"},
  null,
  (f, {index, end, from, packed, gradientScale, hessianScale, sums}) => {
    const gradient = f.local("f64");
    const hessian = f.local("f64");
    const gradientError = f.local("f64");
    const hessianError = f.local("f64");
    const gradientSteps = f.local("f64");
    const hessianSteps = f.local("f64");
    const gradientSum = f.local("f64");
    const hessianSum = f.local("f64");
    f.while(index.less(end), () => {
      f.set(gradient, from.loadF64().mul(gradientScale).add(gradientError));
      f.set(hessian, from.loadF64(8).mul(hessianScale).add(hessianError));
      f.set(gradientSteps, gradient.nearest());
      // Below 0 only by what rows before were rounded up.
      f.set(hessianSteps, hessian.nearest().max(0));
      f.set(gradientError, gradient.sub(gradientSteps));
      f.set(hessianError, hessian.sub(hessianSteps));
      f.set(gradientSum, gradientSum.add(gradientSteps));
      f.set(hessianSum, hessianSum.add(hessianSteps));
      const packedSteps = gradientSteps.toI64().shiftLeft(32).add(hessianSteps.toI64());
      f.store(packed.add(index.loadI32().shiftLeft(3)), packedSteps);
      f.set(from, from.add(16));
      f.set(index, index.add(4));
    });
    f.store(sums, gradientSum);
    f.store(sums, hessianSum, 8);
  }
);
