/** Neighbours among the float32 and float64 numbers, as comparisons of another format need them. */

const view = new DataView(new ArrayBuffer(8));

/** The greatest float32 number that isn't above `x`. For float32 values v, v ≤ x and v ≤ floorFloat32(x) are the same. */
export function floorFloat32(x: number): number {
  const rounded = Math.fround(x);
  return rounded > x ? nextDownFloat32(rounded) : rounded;
}

/** The greatest float32 number below a float32 number: v < x and v ≤ nextDownFloat32(x) are the same. */
export function nextDownFloat32(x: number): number {
  if (x !== x || x === -Infinity) return x;
  if (x === 0) return -(2 ** -149);
  view.setFloat32(0, x);
  view.setInt32(0, view.getInt32(0) + (x > 0 ? -1 : 1));
  return view.getFloat32(0);
}

/** The greatest float64 number below another: v < x and v ≤ nextDownFloat64(x) are the same. */
export function nextDownFloat64(x: number): number {
  if (x !== x || x === -Infinity) return x;
  if (x === 0) return -Number.MIN_VALUE;
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (x > 0 ? -1n : 1n));
  return view.getFloat64(0);
}
