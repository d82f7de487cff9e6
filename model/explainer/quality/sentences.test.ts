import {expect, test} from "vitest";
import {sentenceQuality} from "./sentences.ts";

test("words are counted as they are said: a number is one, whatever parts its digits", () => {
  const quality = sentenceQuality([["Revenu annuel\u00a0: 180\u202f000\u00a0€."], ["Un", "Deux mots"]]);
  expect(quality).toEqual({sentences: 3, longest: 26, medianLength: 9, wordsPerClient: 3, secondsPerClient: 1.2});
});

test("no client and no sentence are 0, not NaN", () => {
  expect(Object.values(sentenceQuality([]))).toEqual([0, 0, 0, 0, 0]);
});
