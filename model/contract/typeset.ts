import type {Text} from "./text.ts";

/** A text as it is typed in a declaration: French, then English. */
export type Typed = readonly [fr: string, en: string];

const narrow = "\u202f";
const wide = "\u00a0";

/**
 * A text in both languages as it is shown, from the way it is typed: typographic apostrophes in both; in French, spaces
 * that never break before ; ! ? % (narrow) and : (full), inside « » and between a number and what it counts
 * (Lexique des règles typographiques en usage à l'Imprimerie nationale).
 */
export function typeset(fr: string, en: string): Text {
  return {
    fr: apostrophes(fr)
      .replace(/ ([;!?%])/g, `${narrow}$1`)
      .replace(/ :/g, `${wide}:`)
      .replace(/« /g, `«${wide}`)
      .replace(/ »/g, `${wide}»`)
      .replace(/(\d) (?=\p{L})/gu, `$1${wide}`),
    en: apostrophes(en).replace(/(\d) (?=\p{L})/gu, `$1${wide}`)
  };
}

const apostrophes = (text: string) => text.replaceAll("'", "’");
