import type {Language, Text} from "../../model/contract/text.ts";
import type {BookErrorCode} from "../../widgets/src/book/book-error.ts";
import type {WidgetsDocumentation} from "./developers-data.js";
import {arrive, list, paragraph, rich} from "./developers-text.js";
import {element} from "./dom.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

/** What there is to know of a failure beside what the widget says of it. */
interface Failure {
  /** The second custom state. */
  state: "denied" | "expired" | "offline" | "unknown" | "broken";
  /** Whether a button tries again, or the widget does by itself too. */
  again: "no" | "button" | "itself" | "credentials";
  why: Text;
  todo: Record<Language, string[]>;
}

/** Every code, in the order in which a page meets them. */
export const failures: Record<BookErrorCode, Failure> = {
  E_NO_BOOK: {
    state: "broken",
    again: "no",
    why: {
      fr: "L'attribut `src` manque, ou n'est pas une adresse.",
      en: "The attribute `src` is missing, or is no address."
    },
    todo: {
      fr: ["Donnez à chaque composant l'adresse du dossier qui contient `manifest.json`."],
      en: ["Give each element the address of the folder that holds `manifest.json`."]
    }
  },
  E_INSECURE_CONTEXT: {
    state: "broken",
    again: "no",
    why: {
      fr: "La page n'est servie ni par https ni par localhost : le navigateur n'offre pas WebCrypto.",
      en: "The page is served neither over https nor from localhost: the browser offers no WebCrypto."
    },
    todo: {
      fr: ["Servez la page par https, y compris sur le réseau interne."],
      en: ["Serve the page over https, on an internal network too."]
    }
  },
  E_OFFLINE: {
    state: "offline",
    again: "itself",
    why: {fr: "Le navigateur est hors ligne.", en: "The browser is offline."},
    todo: {
      fr: ["Rien : le composant reprend quand la connexion revient."],
      en: ["Nothing: the element goes on when the connection is back."]
    }
  },
  E_BOOK_UNREACHABLE: {
    state: "broken",
    again: "button",
    why: {
      fr: "Un fichier du registre n'a pas répondu en 15 secondes, a répondu une erreur, ou manque.",
      en: "A file of the book didn't answer within 15 seconds, answered with an error, or is missing."
    },
    todo: {
      fr: [
        "Ouvrez l'adresse `src` suivie de `manifest.json` : elle doit répondre 200.",
        "Le registre est sur une autre origine : elle doit répondre avec `Access-Control-Allow-Origin`, et `connect-src` doit la nommer.",
        "Un seul dossier échoue : la copie du registre n'est pas entière ; `sha256sum -c files.sha256` le dit."
      ],
      en: [
        "Open the address `src` followed by `manifest.json`: it should answer 200.",
        "The book is on another origin: it should answer with `Access-Control-Allow-Origin`, and `connect-src` should name it.",
        "One record alone fails: the copy of the book isn't whole; `sha256sum -c files.sha256` tells."
      ]
    }
  },
  E_BOOK_INTEGRITY: {
    state: "broken",
    again: "no",
    why: {
      fr: "Un fichier n'est pas celui qui a été publié et signé, ou le format du registre n'est pas celui que lit cette version du paquet.",
      en: "A file isn't the one that was published and signed, or the book's format isn't the one that this version of the package reads."
    },
    todo: {
      fr: [
        "Lancez `limpide book verify` sur le dossier publié.",
        "Un serveur intermédiaire récrit-il les fichiers `.bin` ? Ils doivent passer tels quels.",
        "Mettez le paquet à jour avec le registre."
      ],
      en: [
        "Run `limpide book verify` on the published folder.",
        "Does something in between rewrite `.bin` files? They must pass as they are.",
        "Update the package together with the book."
      ]
    }
  },
  E_CLIENT_UNKNOWN: {
    state: "unknown",
    again: "no",
    why: {
      fr: "Le registre n'a pas de dossier sous cette référence.",
      en: "The book holds no record under this reference."
    },
    todo: {
      fr: [
        "Le numéro doit être écrit comme à la publication : `100002` n'est pas `0100002`.",
        "Le secret a été renouvelé : les références ont changé, dérivez-les de nouveau.",
        "Le client est plus récent que le registre : publiez-le de nouveau."
      ],
      en: [
        "The number must be written as it was published: `100002` is not `0100002`.",
        "The secret was rotated: references have changed, derive them again.",
        "The client is more recent than the book: publish it again."
      ]
    }
  },
  E_CREDENTIAL_MISSING: {
    state: "denied",
    again: "credentials",
    why: {
      fr: "Le registre est scellé, et la page n'a donné ni `credential`, ni `getCredential`, ni `provideCredentials`.",
      en: "The book is sealed, and the page gave neither `credential`, nor `getCredential`, nor `provideCredentials`."
    },
    todo: {
      fr: [
        "Donnez l'un des trois. Le composant reprend de lui-même.",
        "Deux copies du paquet dans la page ? `provideCredentials` n'atteint que les composants de la sienne."
      ],
      en: [
        "Give one of the three. The element goes on by itself.",
        "Two copies of the package on the page? `provideCredentials` reaches the elements of its own."
      ]
    }
  },
  E_CREDENTIAL_TIMEOUT: {
    state: "broken",
    again: "button",
    why: {
      fr: "`getCredential` n'a pas répondu en 10 secondes.",
      en: "`getCredential` didn't answer within 10 seconds."
    },
    todo: {
      fr: [
        "Cherchez ce qui retient la réponse du serveur.",
        "Passez `signal` à `fetch` : une demande que plus personne n'attend s'arrête."
      ],
      en: [
        "Look for what holds the server's answer back.",
        "Hand `signal` to `fetch`: a request that nobody waits for any longer stops."
      ]
    }
  },
  E_CREDENTIAL_FAILED: {
    state: "denied",
    again: "button",
    why: {
      fr: "`getCredential` a échoué, ou n'a pas rendu un texte. Ce qu'il a levé n'est pas répété : cela pourrait contenir une clé.",
      en: "`getCredential` failed, or didn't give a text. What it threw isn't repeated: it might hold a key."
    },
    todo: {
      fr: [
        "La session de la personne est-elle finie ? Faites-la se reconnecter.",
        "La fonction rend-elle bien le texte de la clé, et non la réponse entière ?"
      ],
      en: [
        "Has the person's session ended? Have them log in again.",
        "Does the function give the credential's text, rather than the whole answer?"
      ]
    }
  },
  E_CREDENTIAL_DENIED: {
    state: "denied",
    again: "credentials",
    why: {
      fr: "La clé donnée n'est pas celle de ce client, ou n'est pas une clé.",
      en: "The credential that was given isn't this client's, or is none."
    },
    todo: {
      fr: [
        "La clé doit être dérivée de la même référence que celle de la balise.",
        "Le serveur a-t-il le secret que nomme `protection.keyId` dans le manifeste ?",
        "La clé n'est pas un mot de passe : l'édition, un point, puis 43 caractères."
      ],
      en: [
        "The credential must be derived for the reference that the tag has.",
        "Has the server the secret that `protection.keyId` of the manifest names?",
        "A credential is an epoch, a point, and 43 characters."
      ]
    }
  },
  E_CREDENTIAL_EXPIRED: {
    state: "expired",
    again: "button",
    why: {
      fr: "La clé est d'une autre édition que le registre, même redemandée.",
      en: "The credential is of another epoch than the book, asked for again too."
    },
    todo: {
      fr: [
        "Le serveur doit lire l'édition dans `manifest.json` à chaque demande, sans la garder.",
        "Avec la propriété `credential` : écrivez la page de nouveau, ou passez à `getCredential`."
      ],
      en: [
        "The server has to read the epoch in `manifest.json` at each request, and not keep it.",
        "With the property `credential`: write the page again, or use `getCredential`."
      ]
    }
  }
};

const words = {
  fr: {
    label: "Les codes d'erreur",
    columns: ["Code", "Ce que voit la personne", "Pourquoi, et que faire"],
    state: (state: string) => `état \`${state}\``,
    again: {
      no: "pas de nouvel essai",
      button: "un bouton réessaie",
      itself: "reprend de lui-même ; un bouton réessaie",
      credentials: "reprend quand la page donne une clé"
    }
  },
  en: {
    label: "The error codes",
    columns: ["Code", "What the person sees", "Why, and what to do"],
    state: (state: string) => `state \`${state}\``,
    again: {
      no: "no second try",
      button: "a button tries again",
      itself: "goes on by itself; a button tries again",
      credentials: "goes on when the page gives a credential"
    }
  }
};

/** Every code with what a person sees, why, and what to do; each row has the code in lower case as its address. */
export function errorsTable(documentation: WidgetsDocumentation, language: Language): HTMLElement {
  const text = words[language];
  const seen = documentation.failures[language];
  const node = rowsTable(
    {
      label: typeset(text.label, language),
      columns: text.columns,
      kind: "developers-table developers-errors",
      rows: (Object.entries(failures) as [BookErrorCode, Failure][]).map(([code, {again, state, todo, why}]) => ({
        id: code.toLowerCase(),
        cells: [
          element(
            "span",
            {},
            element("a", {href: `#${code.toLowerCase()}`}, element("code", {}, code)),
            element("span", {class: "developers-type"}, rich(text.state(state), language)),
            element("span", {class: "developers-type"}, typeset(text.again[again], language))
          ),
          element(
            "span",
            {},
            element("strong", {class: "developers-seen"}, typeset(seen[code].title, language)),
            typeset(seen[code].hint, language)
          ),
          element("div", {}, paragraph(why[language], language), list(todo[language], language))
        ]
      }))
    },
    language
  );
  arrive(node);
  return node;
}
