import {define} from "../../wasm/assembler.ts";
import {i32, type F64} from "../../wasm/values.ts";

/**
 * Scans cells as the last of the left side, which starts with the cell at `start`. Returns the place of the best one whose gain
 * exceeds `gain`, −1 if none does, and writes its gain and the left side's gradient and hessian to `result`.
 */
export const scanNumber = define(
  "scanNumber",
  {
    ...{cells: "i32", count: "i32", start: "i32", gradient: "f64", hessian: "f64", least: "f64"},
    ...{l1: "f64", l2: "f64", gain: "f64", result: "i32"}
  } as const,
  "i32",
  (f, {cells, count, start, gradient, hessian, least, l1, l2, gain, result}) => {
    const bin = f.local("i32");
    const best = f.local("i32");
    const cell = f.local("i64");
    const left = f.local("i64");
    const leftGradient = f.local("f64");
    const leftHessian = f.local("f64");
    const rest = f.local("f64");
    const a = f.local("f64");
    const b = f.local("f64");
    const above = f.local("f64");
    const below = f.local("f64");
    f.set(best, i32(-1));
    f.set(left, start.loadI64());
    f.while(bin.less(count), () => {
      f.set(cell, cells.loadI64());
      // Without rows, the split before does as well.
      f.if(cell.isZero().isZero(), () => {
        f.set(left, left.add(cell));
        f.set(leftHessian, left.toI32().toF64Unsigned());
        f.set(rest, hessian.sub(leftHessian));
        f.if(rest.less(least), () => {
          f.break(2);
        });
        f.if(leftHessian.less(least).isZero(), () => {
          f.set(leftGradient, left.shiftRight(32).toI32().toF64());
          f.set(a, penalised(leftGradient, l1));
          f.set(b, penalised(gradient.sub(leftGradient), l1));
          f.set(leftHessian, leftHessian.add(l2));
          f.set(rest, rest.add(l2));
          f.set(above, a.mul(a).mul(rest).add(b.mul(b).mul(leftHessian)));
          f.set(below, leftHessian.mul(rest));
          // A division saved, mostly.
          f.if(above.greater(gain.mul(below)), () => {
            f.set(gain, above.div(below));
            f.set(best, bin);
            f.store(result, gain);
            f.store(result, leftGradient, 8);
            f.store(result, left.toI32().toF64Unsigned(), 16);
          });
        });
      });
      f.set(cells, cells.add(8));
      f.set(bin, bin.add(1));
    });
    f.return(best);
  }
);

function penalised(gradient: F64, l1: F64): F64 {
  return gradient.abs().sub(l1).max(0);
}
