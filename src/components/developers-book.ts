import type {Manifest} from "../../model/contract/manifest.ts";
import type {Language, Text} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {typeset} from "./typography.js";

/** The client book beside the site, as the page's examples use it. */
export interface LiveBook {
  /** As a page writes it: relative. */
  src: string;
  state: "open" | "sealed" | "empty" | "unreachable";
  /** The book's own examples; none of a sealed one. */
  clients: readonly {ref: string; client: string; label: Text}[];
  /** What is worth comparing: the id of a number that the model takes. */
  feature: string;
}

type OpenBook = (src: string) => Promise<{manifest: Manifest}>;

/** Opens the book if anyone may; never rejects, since the page is as useful without it. */
export async function liveBook(src: string, openBook: OpenBook): Promise<LiveBook> {
  const none = {src, clients: [], feature: "points"};
  try {
    const {manifest} = await openBook(src);
    if (manifest.examples.length === 0) return {...none, state: "empty"};
    return {src, state: "open", clients: manifest.examples, feature: comparable(manifest)};
  } catch (error) {
    const isSealed = (error as {code?: unknown}).code === "E_CREDENTIAL_MISSING";
    return {...none, state: isSealed ? "sealed" : "unreachable"};
  }
}

/** The amount asked for, or the first amount of money, or any number. */
function comparable({features}: Manifest): string {
  const numbers = features.filter(({categories, inModel}) => categories === null && inModel);
  const money = numbers.filter(({unit}) => unit === "money");
  const chosen = money.find(({family}) => family === "credit") ?? money[0] ?? numbers[0];
  return chosen?.id ?? "points";
}

const words = {
  fr: {
    sealed:
      "Le registre publié à côté de ce site est scellé : un dossier ne s'ouvre qu'avec la clé que donne le serveur de la banque. Les exemples de cette page restent du code ; ils sont vivants sur le registre de démonstration.",
    empty:
      "Le registre publié à côté de ce site ne propose pas de client en exemple : les exemples de cette page restent du code.",
    unreachable:
      "Le registre client ne répond pas à côté de ce site : les exemples de cette page restent du code. Vérifiez qu'il est publié, puis rechargez la page."
  },
  en: {
    sealed:
      "The book that is published beside this site is sealed: a file opens only with the key that the bank's server gives. The examples of this page stay code; they are live on the demonstration's book.",
    empty:
      "The book that is published beside this site offers no client as an example: the examples of this page stay code.",
    unreachable:
      "The client book doesn't answer beside this site: the examples of this page stay code. Check that it is published, then reload the page."
  }
};

/** Why nothing is live, where nothing is. */
export function bookNotice({state}: LiveBook, language: Language): HTMLElement | null {
  return state === "open" ? null : element("p", {class: "notice"}, typeset(words[language][state], language));
}
