import {expect, test} from "vitest";
import {typeset} from "./typeset.ts";

test("what is typed becomes the printers' signs", () => {
  expect(typeset("L'âge : 90 % sur 12 mois ; « non » ?", "The client's age, 12 months")).toEqual({
    fr: "L’âge\u00a0: 90\u202f% sur 12\u00a0mois\u202f; «\u00a0non\u00a0»\u202f?",
    en: "The client’s age, 12\u00a0months"
  });
});
