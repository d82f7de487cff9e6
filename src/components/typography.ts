import type {Language} from "../../model/contract/text.ts";

const noBreak = "\u00a0";
const narrowNoBreak = "\u202f";

/**
 * Sets apostrophes, and the spaces that a language's typography asks for. French: a no-break space before a colon and inside guillemets,
 * a narrow one before ; ! ? and the signs of percent and currency, and between thousands (Imprimerie nationale, "Lexique des règles
 * typographiques"). Sources are written with ordinary spaces, which stay visible in an editor.
 */
export function typeset(text: string, language: Language): string {
  const set = text.replace(/'/g, "’");
  if (language !== "fr") return set;
  return set
    .replace(/«\s*/g, `«${noBreak}`)
    .replace(/\s*»/g, `${noBreak}»`)
    .replace(/ :(?=\s|$)/g, `${noBreak}:`)
    .replace(/ ([;!?%€])/g, `${narrowNoBreak}$1`)
    .replace(/(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))/g, `$1${narrowNoBreak}`);
}
