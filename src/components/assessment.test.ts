import {expect, test} from "vitest";
import {assessments, type Assessment} from "../../model/contract/report.ts";
import {assessmentSentence, measuredOn} from "./assessment.js";

const languages = ["fr", "en"] as const;

test("only clients that models were trained without are called out of fold", () => {
  for (const assessment of assessments) {
    for (const language of languages) {
      const {clients, curve, each} = measuredOn(assessment, language);
      const said = [clients, curve, each, assessmentSentence({assessment}, language)].join(" ");
      expect(/hors échantillon|out of fold/.test(said)).toBe(assessment === "out-of-fold");
      expect(/entraînement|entraîner|train/.test(said)).toBe(assessment !== "out-of-fold");
    }
  }
});

test("each way to be assessed is told apart from the others, in both languages", () => {
  for (const language of languages) {
    const told = (assessment: Assessment): string => Object.values(measuredOn(assessment, language)).join(" ");
    expect(new Set(assessments.map(told)).size).toBe(assessments.length);
  }
});

test("figures that flatter are left to the notice", () => {
  for (const language of languages) {
    expect(assessmentSentence({assessment: "seen"}, language)).toBe("");
    expect(assessmentSentence({assessment: "unseen"}, language)).toMatch(/Limpide (ne peut pas|cannot)/);
  }
});
