import type {Language} from "../../model/contract/text.ts";
import {code} from "./developers-code.js";
import type {WidgetsDocumentation} from "./developers-data.js";
import {tabs} from "./developers-tabs.js";
import {list, paragraph, rich} from "./developers-text.js";
import {element} from "./dom.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

const words = {
  fr: {
    steps: [
      "La page affiche une balise avec la **référence** du client. Elle ne contient ni son numéro ni sa clé.",
      "Le composant lit `manifest.json`, et avec lui l'**édition** du registre.",
      "Il demande la **clé d'accès** à la fonction de la page, une fois par client quel que soit le nombre de composants, pendant que la tranche du registre qui contient le dossier se télécharge.",
      "La page demande la clé à son serveur. Celui-ci vérifie que cette personne a le droit de voir ce client, dérive la clé du secret du registre, et la renvoie avec `Cache-Control: no-store`.",
      "Le navigateur ouvre le dossier. La clé reste en mémoire : ni attribut, ni adresse, ni stockage, ni journal."
    ],
    page: "Dans la page",
    pageText:
      "Une fonction pour toute la page, ou `getCredential` sur un composant, qui l'emporte. Là où le serveur écrit la page, la propriété `credential` dispense de toute demande.",
    signature: "La demande",
    columns: ["Ce que reçoit la fonction", "Sens"],
    request: {
      ref: "la référence du client dont la clé est demandée",
      signal: "interrompt la demande quand aucun composant ne l'attend plus, et après 10 secondes",
      reason: "pourquoi la clé est demandée",
      epoch: "l'édition que le composant a trouvée dans le registre : une clé n'ouvre qu'une édition"
    },
    reasons: {
      open: "pour ouvrir un client",
      expired: "la clé donnée est d'une autre édition ; elle est redemandée une fois",
      denied: "la clé donnée n'ouvre pas ce dossier ; elle est redemandée une fois"
    },
    forget:
      "Ce qui a été lu et la clé sont gardés cinq minutes en mémoire. À la déconnexion, `forgetClients()` oublie tout.",
    server: "Dans le serveur",
    serverText:
      "Le secret du registre vit où vit le mot de passe de la base. Le calcul tient sur un écran, avec la bibliothèque standard de chaque langage :",
    files:
      "Les fichiers entiers sont dans `examples/backends`, avec ce qui lit le manifeste et ce qui ouvre un dossier côté serveur ; le format du registre est dans `widgets/BOOK.md`, avec des vecteurs de test.",
    languages: "Langage du serveur"
  },
  en: {
    steps: [
      "The page shows a tag with the client's **reference**. It holds neither their number nor their key.",
      "The element reads `manifest.json`, and with it the book's **epoch**.",
      "It asks the page's function for the **credential**, once a client however many elements there are, while the file of the book that holds the record is downloaded.",
      "The page asks its server. The server checks that this person may see this client, derives the credential from the book's secret, and answers with `Cache-Control: no-store`.",
      "The browser opens the record. The credential stays in memory: in no attribute, address, storage or log."
    ],
    page: "In the page",
    pageText:
      "One function for the whole page, or `getCredential` on an element, which comes first. Where the server writes the page, the property `credential` saves the request.",
    signature: "The request",
    columns: ["What the function is given", "Meaning"],
    request: {
      ref: "the reference of the client whose credential is asked for",
      signal: "aborts the request when no element waits for it any longer, and after 10 seconds",
      reason: "why the credential is asked for",
      epoch: "the epoch that the element found in the book: a credential is of one epoch"
    },
    reasons: {
      open: "to open a client",
      expired: "the one given is of another epoch; it is asked for once more",
      denied: "the one given doesn't open this record; it is asked for once more"
    },
    forget:
      "What was read and the credential are kept in memory for five minutes. When somebody logs out, `forgetClients()` forgets all of it.",
    server: "On the server",
    serverText:
      "The book's secret lives where the database's password does. The computation fits on a screen, with each language's standard library:",
    files:
      "Whole files are in `examples/backends`, with what reads the manifest and what opens a record on the server; the book's format is in `widgets/BOOK.md`, with test vectors.",
    languages: "The server's language"
  }
};

const serverLanguages: Record<string, string> = {
  node: "Node",
  php: "PHP",
  java: "Java",
  python: "Python",
  dotnet: "C#"
};

/** Who asks whom for what, in order. */
export function credentialSteps(language: Language): HTMLElement {
  const items = words[language].steps.map((step) =>
    element(
      "li",
      {},
      ...step
        .split("**")
        .map((part, i) => (i % 2 === 1 ? element("strong", {}, typeset(part, language)) : rich(part, language)))
    )
  );
  return element("ol", {class: "developers-steps"}, ...items);
}

export function credentialPage(language: Language): HTMLElement {
  const text = words[language];
  return element(
    "div",
    {},
    element("h3", {}, typeset(text.page, language)),
    paragraph(text.pageText, language),
    code(
      `import {forgetClients, provideCredentials} from "@limpide/widgets";

provideCredentials(async (ref, {signal, reason, epoch}) => {
  const answer = await fetch("/crm/credential", {method: "POST", body: ref, signal});
  if (!answer.ok) throw new Error(\`the CRM answered \${answer.status}\`);
  return answer.text();
});

logout.addEventListener("click", () => forgetClients());`,
      language
    ),
    rowsTable(
      {
        label: typeset(text.signature, language),
        columns: text.columns,
        kind: "developers-table developers-pairs",
        rows: Object.entries(text.request).map(([name, meaning]) => ({
          cells: [
            element("code", {}, name),
            element(
              "span",
              {},
              rich(meaning, language),
              name === "reason" ? list(reasonLines(text.reasons, language), language) : null
            )
          ]
        }))
      },
      language
    ),
    paragraph(text.forget, language)
  );
}

function reasonLines(reasons: Record<string, string>, language: Language): string[] {
  return Object.entries(reasons).map(([name, meaning]) => `\`${name}\`${language === "fr" ? " : " : ": "}${meaning}`);
}

/** What derives a credential, in each language that the project has it in. */
export function credentialServer({backends}: WidgetsDocumentation, language: Language): HTMLElement {
  const text = words[language];
  return element(
    "div",
    {},
    element("h3", {}, typeset(text.server, language)),
    paragraph(text.serverText, language),
    tabs(
      typeset(text.languages, language),
      Object.entries(backends).map(([name, quoted]) => ({
        id: `server-${name}`,
        name: serverLanguages[name] ?? name,
        content: quoted.map((one) => code(one.code, language, one.file))
      }))
    ),
    paragraph(text.files, language)
  );
}
