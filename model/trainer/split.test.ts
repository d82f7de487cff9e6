import fc from "fast-check";
import {expect, test} from "vitest";
import {FitMemory} from "./fit-memory.ts";
import {stepScales} from "./quantize.ts";
import {isFound, readRecord} from "./records.ts";
import {scanFeature} from "./scan.ts";
import {
  boundedScore,
  leafOutput,
  nodeScore,
  noSplit,
  SplitSearch,
  type SplitFeature,
  type SplitParameters
} from "./split.ts";

const plain: SplitParameters = {
  min_child_samples: 1,
  min_child_weight: 0,
  reg_alpha: 0,
  reg_lambda: 0,
  cat_smooth: 0,
  cat_l2: 0,
  max_cat_threshold: 100,
  max_cat_to_onehot: 1,
  min_data_per_group: 1
};

/** Rows as [bin, gradient]; every hessian is ¼, so that counts follow from hessians exactly. */
type Row = [bin: number, gradient: number];
const weight = 0.25;

// Cells from byte 0 on, a cell of zero, and a record.
const memory = new FitMemory(new WebAssembly.Memory({initial: 1, maximum: 1, shared: true}));
const zero = 8192;
const record = 8256;

/** The best split the plain way; of numbers, the kernel is held to find the same. */
function search(rows: Row[], shape: Omit<SplitFeature, "monotone">, parameters: SplitParameters) {
  const feature = {...shape, monotone: 0};
  const sum = rows.reduce((sum, [, gradient]) => sum + Math.abs(gradient), 0);
  const {gradientScale, hessianScale} = stepScales(sum, rows.length * weight, rows.length);
  memory.bytes.fill(0);
  const node = {
    count: rows.length,
    gradient: 0,
    hessian: 0,
    least: 0,
    floor: -Infinity,
    lower: -Infinity,
    upper: Infinity
  };
  for (const [bin, value] of rows) {
    const [gradient, hessian] = [Math.round(value * gradientScale), Math.round(weight * hessianScale)];
    memory.i32[2 * bin + 1]! += gradient;
    memory.u32[2 * bin]! += hessian;
    node.gradient += gradient;
    node.hessian += hessian;
  }
  const splits = new SplitSearch(parameters, {gradientStep: 1 / gradientScale, hessianStep: 1 / hessianScale});
  node.least = splits.leastHessian(node.count, node.hessian, 1);
  const best = noSplit();
  const found = splits.search(memory, 0, 0, feature, node, best);
  if (!feature.categorical) {
    scanFeature(memory, zero, feature, 0, node, splits.l1, splits.l2, record);
    expect(isFound(memory, record)).toBe(found);
    if (found) {
      const {gain, bin: last, missingLeft, leftHessian} = readRecord(memory, record, 0);
      expect(Math.abs(gain - best.gain)).toBeLessThanOrEqual(1e-12 * best.gain);
      const left = rows.filter(([bin]) => (bin === feature.missingBin ? missingLeft === true : bin <= last));
      expect(leftHessian).toBe(left.length * Math.round(weight * hessianScale));
    }
  }
  return {found, best, gain: best.gain * splits.gainUnit};
}

/** What the two sides score when the rows chosen go left; −Infinity if one is too small. */
function scoreOf(rows: Row[], goesLeft: (bin: number) => boolean, parameters: SplitParameters): number {
  const {min_child_samples, min_child_weight, reg_alpha, reg_lambda} = parameters;
  let score = 0;
  for (const side of [rows.filter(([bin]) => goesLeft(bin)), rows.filter(([bin]) => !goesLeft(bin))]) {
    const hessian = side.length * weight;
    if (side.length < min_child_samples || hessian < min_child_weight) return -Infinity;
    const gradient = side.reduce((sum, [, value]) => sum + value, 0);
    score += nodeScore(gradient, hessian, reg_alpha, reg_lambda);
  }
  return score;
}

const rowsOf = (bins: number) =>
  fc.array(fc.tuple(fc.integer({min: 0, max: bins - 1}), fc.integer({min: -9, max: 9})), {minLength: 2, maxLength: 40});

test("no threshold and no side for missing values does better than the split found", () => {
  fc.assert(
    fc.property(
      rowsOf(7),
      fc.integer({min: 1, max: 5}),
      fc.constantFrom(0, 0.3, 2),
      fc.constantFrom(0, 1.5),
      fc.constantFrom(0, 0.6),
      (rows, min_child_samples, reg_lambda, reg_alpha, min_child_weight) => {
        const parameters = {...plain, min_child_samples, reg_lambda, reg_alpha, min_child_weight};
        const valueBins = 6; // and bin 6 for missing values
        const {found, best, gain} = search(rows, {categorical: false, valueBins, missingBin: valueBins}, parameters);
        let most = -Infinity;
        for (let last = 0; last < valueBins; ++last)
          for (const missingLeft of [false, true])
            most = Math.max(
              most,
              scoreOf(rows, (bin) => (bin === valueBins ? missingLeft : bin <= last), parameters)
            );
        expect(found).toBe(most > -Infinity);
        if (!found) return;
        expect(gain).toBeCloseTo(most, 3);
        const own = scoreOf(
          rows,
          (bin) => (bin === valueBins ? best.missingLeft === true : bin <= best.bin),
          parameters
        );
        expect(own).toBeCloseTo(most, 3);
        expect(best.missingLeft === null).toBe(rows.every(([bin]) => bin !== valueBins));
      }
    ),
    {numRuns: 500}
  );
});

test("without penalties, no set of categories does better than the one found (Fisher, 1958)", () => {
  fc.assert(
    fc.property(rowsOf(7), (rows) => {
      const valueBins = 5; // bin 5 holds other categories, bin 6 missing values
      const {found, best, gain} = search(rows, {categorical: true, valueBins, missingBin: 6}, plain);
      let most = -Infinity;
      for (let set = 1; set < 2 ** 7; ++set)
        if (!(set & (1 << 5)))
          most = Math.max(
            most,
            scoreOf(rows, (bin) => (set & (1 << bin)) !== 0, plain)
          );
      const hasOther = rows.some(([bin]) => bin === 5);
      expect(found).toBe(most > -Infinity);
      if (!found) return;
      // Rare categories may not go left, which the order of the others doesn't know.
      if (hasOther) expect(gain).toBeLessThanOrEqual(most + 1e-3);
      else expect(gain).toBeCloseTo(most, 3);
      expect(best.bins).not.toContain(5);
      expect(best.bins).not.toContain(6);
      const own = scoreOf(rows, (bin) => (bin === 6 ? best.missingLeft === true : best.bins!.includes(bin)), plain);
      expect(own).toBeCloseTo(gain, 3);
    }),
    {numRuns: 500}
  );
});

test("few categories are split one against the others", () => {
  fc.assert(
    fc.property(rowsOf(4), fc.integer({min: 1, max: 4}), (rows, min_child_samples) => {
      const parameters = {...plain, max_cat_to_onehot: 4, min_child_samples, reg_lambda: 1, cat_l2: 50};
      const {found, best, gain} = search(rows, {categorical: true, valueBins: 4, missingBin: -1}, parameters);
      let most = -Infinity;
      for (let one = 0; one < 4; ++one)
        most = Math.max(
          most,
          scoreOf(rows, (bin) => bin === one, parameters)
        );
      expect(found).toBe(most > -Infinity);
      if (!found) return;
      expect(best.bins).toHaveLength(1);
      expect(gain).toBeCloseTo(most, 3);
    })
  );
});

test("a set holds at most max_cat_threshold categories, each with cat_smooth rows", () => {
  const rows: Row[] = [];
  for (let bin = 0; bin < 10; ++bin) for (let i = 0; i < (bin === 9 ? 3 : 12); ++i) rows.push([bin, bin - 4]);
  const feature = {categorical: true, valueBins: 10, missingBin: -1};
  const {best} = search(rows, feature, {...plain, cat_smooth: 5, max_cat_threshold: 2});
  expect(best.bins!.length).toBeLessThanOrEqual(2);
  expect(best.bins).not.toContain(9);
});

test("a floor that no split exceeds finds nothing", () => {
  const rows: Row[] = [
    [0, 1],
    [1, -1]
  ];
  const {best, found} = search(rows, {categorical: false, valueBins: 2, missingBin: -1}, {...plain, reg_alpha: 2});
  expect(found).toBe(true);
  expect(best.gain).toBe(0);
});

test("between bounds, a leaf's score is what its bounded value takes away", () => {
  for (const [gradient, hessian, l1, l2, lower, upper] of [
    [4, 2, 0, 0, -1, 1],
    [-4, 2, 1, 3, -0.1, 0.2],
    [-4, 2, 1, 3, -5, 5]
  ] as const) {
    const loss = (value: number) =>
      gradient * value + (hessian * value * value) / 2 + l1 * Math.abs(value) + (l2 * value * value) / 2;
    const value = Math.min(Math.max(leafOutput(gradient, hessian, l1, l2), lower), upper);
    expect(boundedScore(gradient, hessian, l1, l2, lower, upper)).toBeCloseTo(-2 * loss(value), 12);
  }
});

test("a leaf's value minimises the penalised loss", () => {
  for (const [gradient, hessian, l1, l2] of [
    [4, 2, 0, 0],
    [-4, 2, 1, 3],
    [0.5, 2, 1, 3]
  ] as const) {
    const loss = (value: number) =>
      gradient * value + (hessian * value * value) / 2 + l1 * Math.abs(value) + (l2 * value * value) / 2;
    const value = leafOutput(gradient, hessian, l1, l2);
    for (const step of [-1e-3, 1e-3]) expect(loss(value)).toBeLessThanOrEqual(loss(value + step));
    expect(-2 * loss(value)).toBeCloseTo(nodeScore(gradient, hessian, l1, l2), 9);
  }
});
