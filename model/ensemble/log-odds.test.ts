import fc from "fast-check";
import {expect, test} from "vitest";
import {compileCalibration, identity, logistic} from "./calibration.ts";
import {arbitraryEnsemble} from "./ensemble-arbitrary.ts";
import {compileEnsemble, evaluate} from "./evaluate.ts";
import {inLogOdds} from "./log-odds.ts";

test("the probability of every row stays, whatever line led to the log-odds", () => {
  const lines = fc.record({
    slope: fc.double({min: 0.001, max: 20, noNaN: true}),
    intercept: fc.double({min: -5, max: 5, noNaN: true})
  });
  fc.assert(
    fc.property(arbitraryEnsemble(), lines, ({ensemble, columns}, line) => {
      const link = {method: "platt" as const, ...line};
      const folded = inLogOdds({ensemble, link});
      expect(folded.link).toEqual(logistic);
      const before = evaluate(compileEnsemble(ensemble), columns).map(compileCalibration(link));
      const after = evaluate(compileEnsemble(folded.ensemble), columns).map(compileCalibration(logistic));
      before.forEach((probability, i) => {
        expect(after[i]).toBeCloseTo(probability, 12);
      });
    })
  );
});

test("what is in log-odds, a probability of its own, and no probability stay as they are", () => {
  fc.assert(
    fc.property(arbitraryEnsemble(), ({ensemble}) => {
      for (const link of [logistic, identity, null]) expect(inLogOdds({ensemble, link})).toEqual({ensemble, link});
    }),
    {numRuns: 10}
  );
});
