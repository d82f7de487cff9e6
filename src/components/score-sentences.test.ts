import {expect, test} from "vitest";
import {reports} from "../../methodology/fixture.ts";
import {rankingPrecision, rankingSentence} from "./score-sentences.js";

const {performance} = reports();

test("the AUC is told as times in a hundred", () => {
  expect(rankingSentence(performance, "fr")).toContain("76 fois sur 100");
  expect(rankingSentence(performance, "en")).toContain("76 times in 100");
});

test("both standard errors are told apart", () => {
  expect(rankingPrecision(performance, "fr")).toMatch(/0,757.*0,002.*0,031/);
  expect(rankingPrecision(performance, "en")).toMatch(/0\.757.*0\.002.*0\.031/);
});
