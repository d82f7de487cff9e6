import {expect, test} from "vitest";
import {score as en} from "./en.ts";
import {comparison, score as fr} from "./fr.ts";
import {observedFrequency, predictedFrequency} from "./frequency.ts";

const inFrench = (probability: number) => fr.frequency(predictedFrequency(probability)).replaceAll("\u00a0", " ");

test("a probability is told as so many of a hundred clients", () => {
  expect(inFrench(0.0812)).toBe("Sur 100 clients avec ce score, environ 8 ne remboursent pas.");
  expect(inFrench(0.0149)).toBe("Sur 100 clients avec ce score, environ 1 ne rembourse pas.");
  expect(inFrench(0.015)).toBe("Sur 100 clients avec ce score, environ 2 ne remboursent pas.");
  expect(en.frequency(predictedFrequency(0.0812))).toBe("Of 100 clients with this score, about 8 do not repay.");
  expect(en.frequency(predictedFrequency(0.01))).toBe("Of 100 clients with this score, about 1 does not repay.");
});

test("a small probability is not rounded to nobody, nor a large one to everybody", () => {
  expect(inFrench(0.0099)).toBe("Sur 100 clients avec ce score, moins d’un ne rembourse pas.");
  expect(inFrench(0)).toBe("Sur 100 clients avec ce score, moins d’un ne rembourse pas.");
  expect(inFrench(0.996)).toBe("Sur 100 clients avec ce score, plus de 99 ne remboursent pas.");
  expect(en.frequency(predictedFrequency(0.004))).toBe("Of 100 clients with this score, fewer than 1 does not repay.");
});

test("people who were counted may well be none, all, or exactly so many", () => {
  expect(observedFrequency(0, 312)).toEqual({kind: "none", count: 0});
  expect(observedFrequency(312, 312)).toEqual({kind: "all", count: 100});
  expect(observedFrequency(50, 200)).toEqual({kind: "exactly", count: 25});
  expect(observedFrequency(1, 300)).toEqual({kind: "less", count: 1});
  expect(observedFrequency(298, 300)).toEqual({kind: "more", count: 99});
  expect(observedFrequency(20, 300)).toEqual({kind: "about", count: 7});
});

test("nobody and everybody are told by what they did, never by a double negation", () => {
  const [none, all] = [observedFrequency(0, 80), observedFrequency(80, 80)];
  expect([comparison.defaults(none), comparison.defaults(all)]).toEqual(["tous ont remboursé", "aucun n’a remboursé"]);
  expect(comparison.accepted(none)).toBe("aucun ne reçoit un avis favorable");
});
