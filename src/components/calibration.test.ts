import {expect, test} from "vitest";
import {reports} from "../../methodology/fixture.ts";
import {calibrationSentence} from "./calibration-sentence.js";
import {groupsOnDiagonal} from "./calibration.js";

const {performance} = reports();
const told = (platt: number, isotonic: number): string => {
  const inForce = isotonic < platt ? "isotonic" : "platt";
  return calibrationSentence({...performance, calibrations: {none: 0.26, platt, isotonic, inForce}}, "en");
};

test("isotonic regression is called better or worse by the figures that are shown", () => {
  expect(told(0.25, 0.251)).toContain("0.2510 with isotonic regression, worse");
  expect(told(0.251, 0.25)).toContain("0.2500 with isotonic regression, which is in force, better");
  expect(told(0.25001, 0.25002)).toContain("neither better nor worse");
});

test("the calibration in force is named, and log loss is said to be better when low", () => {
  expect(told(0.25, 0.251)).toMatch(/better the lower it is.* 0\.2500 with Platt’s, which is in force/);
  expect(calibrationSentence(performance, "fr")).toMatch(/0,2500 avec celle de Platt, qui est en vigueur/);
});

test("a model without a probability of its own isn't compared with one, and a certainty that proved wrong is named", () => {
  const calibrations = {...performance.calibrations, none: null};
  const silent = {calibrations, uncalibrated: []};
  expect(calibrationSentence(silent, "en")).toMatch(
    /is 0\.2500 with Platt’s calibration, .* the model gives no probability\.$/
  );
  expect(calibrationSentence(silent, "fr")).toMatch(
    /est de 0,2500 avec la calibration de Platt, .* pas de probabilité\.$/
  );
  const certain = {calibrations, uncalibrated: performance.uncalibrated};
  expect(calibrationSentence(certain, "en")).toMatch(/is infinite without calibration, since .*, 0\.2500 with Platt’s/);
  expect(calibrationSentence(certain, "fr")).toMatch(
    /est infinie sans calibration, car .*, de 0,2500 avec celle de Platt/
  );
});

test("a group is on the diagonal when its interval holds what was announced", () => {
  const group = {observed: 0.1, count: 100, low: 0.05, high: 0.17};
  expect(groupsOnDiagonal([0.04, 0.05, 0.17, 0.18].map((predicted) => ({...group, predicted})))).toBe(2);
});
