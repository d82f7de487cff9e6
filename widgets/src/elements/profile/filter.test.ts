import fc from "fast-check";
import {expect, test} from "vitest";
import {finder, fold, searchable} from "./filter.ts";

test.each([
  ["echeances", "Échéances payées en retard"],
  ["ÉCHÉANCES", "echeances"],
  ["oeuvre", "Main-d’œuvre"],
  ["d'emploi", "Justificatif d’emploi fourni"],
  ["-8", "−8"],
  ["34000", "34\u202f000\u00a0€"],
  ["34 000", "34\u202f000\u00a0€"],
  ["34,0", "£34,000"],
  ["34000", "£34,000"],
  ["1234567", "1\u202f234\u202f567\u00a0€"],
  ["retard carte", "Cartes payées en retard"],
  ["  retard  ", "En retard"],
  ["", "anything"]
])("%j is found in %j", (query, text) => {
  expect(finder(query)(searchable(text))).toBe(true);
});

test.each([
  ["dette", "Crédits en cours"],
  ["retard carte", "Échéances en retard"],
  ["340", "3 à 40 ans"],
  ["1350", "1\u202f25\u00a0€ et 350"]
])("%j is not found in %j", (query, text) => {
  expect(finder(query)(searchable(text))).toBe(false);
});

test("each part of a text finds it, however its letters are cased or composed", () => {
  const letter = fc.constantFrom(..."aàâcçdeéèêëiïîoôœuùûzAÉŒ012 ’'-−,%€\u00a0\u202f");
  fc.assert(
    fc.property(fc.array(letter, {maxLength: 40}), fc.nat(), fc.nat(), (letters, a, b) => {
      const [from, to] = [a % (letters.length + 1), b % (letters.length + 1)].sort((x, y) => x - y);
      const part = letters.slice(from, to).join("");
      const text = searchable(letters.join(""));
      for (const query of [part, part.toUpperCase(), part.toLowerCase(), part.normalize("NFD")]) {
        expect(finder(query)(text)).toBe(true);
      }
    })
  );
});

test("folding what is folded changes nothing", () => {
  fc.assert(
    fc.property(fc.string({unit: "grapheme"}), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    })
  );
});
