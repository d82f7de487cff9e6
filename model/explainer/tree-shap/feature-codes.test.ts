import fc from "fast-check";
import {expect, test} from "vitest";
import {arbitraryEnsemble} from "../../ensemble/ensemble-arbitrary.ts";
import {compileEnsemble, goesLeft} from "../../ensemble/evaluate.ts";
import {contains} from "./code-set.ts";
import {codeAt, encode, featureCodes, leftCodes, missingCode, placeOf} from "./feature-codes.ts";

/** Doubles where a comparison could go wrong: beside thresholds, whole numbers, zeros and what counts as zero. */
const delicate = [-3.5, -1, -0.25, -1e-35, -1e-38, 0, 1e-38, 1e-35, 0.1, 0.25, 1, 2, 5, 6, 31, 32, 33, 64, 1e6]
  .flatMap((value) => [value, Math.fround(value)])
  .flatMap((value) => [value - Math.abs(value) * 2 ** -52, value, value + Math.abs(value) * 2 ** -52])
  .concat(-0, NaN, Infinity, -Infinity, -0.5, 0.5, 1.999, Number.MAX_VALUE, Number.MIN_VALUE);

test("a value's code decides at every split as the value does", () => {
  fc.assert(
    fc.property(
      arbitraryEnsemble({features: 4, categorical: 3, trees: 4, splits: 12, codes: 70}),
      fc.array(fc.double(), {maxLength: 20}),
      ({ensemble}, others) => {
        const compiled = compileEnsemble(ensemble);
        const codes = featureCodes(compiled);
        compiled.feature.forEach((feature, node) => {
          const left = leftCodes(compiled, node, codes[feature]!);
          for (const value of [...delicate, ...others]) {
            const place = placeOf(codes[feature]!, encode(codes[feature]!, value));
            expect(contains(left, place), `${value} at split ${node}`).toBe(goesLeft(compiled, node, value));
          }
        });
      }
    )
  );
});

test("cuts ascend, and a value's code counts those below it", () => {
  fc.assert(
    fc.property(arbitraryEnsemble(), ({ensemble}) => {
      for (const codes of featureCodes(compileEnsemble(ensemble))) {
        const cuts = [...codes.cuts];
        expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => a - b));
        cuts.forEach((cut, i) => expect(encode(codes, cut)).toBe(i));
        expect(encode(codes, Infinity)).toBe(cuts.length);
        expect(encode(codes, NaN)).toBe(missingCode);
        for (const code of [...cuts.keys(), cuts.length, missingCode])
          expect(codeAt(codes, placeOf(codes, code))).toBe(code);
      }
    })
  );
});
