import type {Dictionaries} from "./dictionary.ts";

const registered = new Map<string, unknown>();

/**
 * Adds the words of a part of the widgets in a language, or replaces them. The `/define` entries do it for French and
 * English; a page may add a language of its own before its widgets show anything, part by part.
 *
 * @param language as in a `lang` attribute: "fr", "pt-BR"
 */
export function addLocale<Part extends keyof Dictionaries>(
  language: string,
  part: Part,
  texts: Dictionaries[Part]
): void {
  registered.set(keyOf(language, part), texts);
}

/**
 * The words for a `lang`: those of the language as it is written, without its region, or else in English.
 *
 * @throws {Error} where none of these has been added
 */
export function textsIn<Part extends keyof Dictionaries>(language: string, part: Part): Dictionaries[Part] {
  for (const spoken of [language, language.split("-")[0]!, "en", "fr"]) {
    const texts = registered.get(keyOf(spoken, part));
    if (texts !== undefined) return texts as Dictionaries[Part];
  }
  throw new Error(`no words for ${part}: add them with addLocale, or import a /define entry`);
}

function keyOf(language: string, part: string): string {
  return `${language.toLowerCase()} ${part}`;
}
