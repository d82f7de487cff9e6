import {expect, test} from "vitest";
import {typeset} from "./typography.js";

test("French double signs get a space that does not break", () => {
  expect(typeset("Que décide-t-on ? Le seuil : 8 % ; fin !", "fr")).toBe(
    "Que décide-t-on\u202f? Le seuil\u00a0: 8\u202f%\u202f; fin\u202f!"
  );
});

test("guillemets hold their content", () => {
  expect(typeset("« score » et «score»", "fr")).toBe("«\u00a0score\u00a0» et «\u00a0score\u00a0»");
});

test("thousands are grouped without a break, years are not", () => {
  expect(typeset("10 000 clients, puis 1 234 567 en 2016 100 fois", "fr")).toBe(
    "10\u202f000 clients, puis 1\u202f234\u202f567 en 2016 100 fois"
  );
});

test("an address and a time keep their colons", () => {
  expect(typeset("https://example.org 12:30 clé : valeur", "fr")).toBe("https://example.org 12:30 clé\u00a0: valeur");
});

test("typesetting twice changes nothing", () => {
  const once = typeset("L'essentiel : « oui » ? 8 %", "fr");
  expect(typeset(once, "fr")).toBe(once);
});

test("English gets its apostrophes and no space", () => {
  expect(typeset("they don't : b ? 8 %", "en")).toBe("they don’t : b ? 8 %");
});
