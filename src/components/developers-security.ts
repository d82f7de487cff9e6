import type {Language} from "../../model/contract/text.ts";
import {code} from "./developers-code.js";
import type {Bundle, WidgetsDocumentation} from "./developers-data.js";
import {paragraph, rich} from "./developers-text.js";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

const words = {
  fr: {
    policy: "Politique de sécurité du contenu",
    policyText:
      "Celle-ci suffit, Trusted Types compris. Les composants n'ont ni style ni programme dans la page, ne demandent ni `unsafe-inline` ni `unsafe-eval`.",
    policyMore:
      "`connect-src` nomme l'origine du registre si c'en est une autre. `lit-html` est la politique de Lit, dont les composants sont faits ; une page qui a déjà son propre Lit autorise un nom de plus : `trusted-types lit-html limpide`.",
    integrity: "Intégrité des fichiers",
    integrityText: (version: string) =>
      `L'empreinte SHA-384 de chaque fichier de la version ${version}. Publiez chaque version sous sa propre adresse : un fichier qui change sous une page est refusé par le navigateur.`,
    importMap: "Ce que `limpide.js` charge lui-même est vérifié aussi, là où la page le dit :",
    columns: ["Fichier", "Compressé", "`integrity`"],
    what: {
      "limpide.js": "tous les composants, en module",
      "limpide-simulator.js": "la simulation, chargée dès que la page en a une",
      "limpide.iife.js": "tous les composants, en script classique",
      "limpide.closed.js": "comme `limpide.js`, racines fermées",
      "limpide.closed-simulator.js": "sa simulation"
    } as Record<string, string>,
    single: "un composant seul",
    file: (size: string) => `${size} Ko`,
    closed: "Racines fermées",
    closedText:
      "`limpide.closed.js` ferme le « shadow DOM » des composants : les sélecteurs et les programmes de la page, les extensions qui récrivent le texte n'y entrent pas par mégarde. Ce n'est pas une défense contre qui fait tourner des programmes dans la page.",
    versions: "Plusieurs versions dans une page",
    versionsText:
      "La première copie qui s'exécute a les balises, les autres les lui laissent : rien n'échoue. Réglez alors `getCredential` sur les composants, qu'il atteint quelle que soit leur copie ; `provideCredentials` n'atteint que ceux de la sienne.",
    server: "Rendu sur le serveur",
    serverText:
      "Sur un serveur, importer une entrée du paquet ne fait rien : le serveur écrit les balises, le navigateur les complète. Ce que contient une balise est montré tant que le code n'est pas là, puis, dans l'emplacement `fallback`, là où aucun client n'est affiché."
  },
  en: {
    policy: "Content Security Policy",
    policyText:
      "This one is enough, Trusted Types included. The elements put no style and no script into the page, and need neither `unsafe-inline` nor `unsafe-eval`.",
    policyMore:
      "`connect-src` names the book's origin where it is another. `lit-html` is the policy of Lit, which the elements are made with; a page that has a Lit of its own allows one name more: `trusted-types lit-html limpide`.",
    integrity: "Integrity of the files",
    integrityText: (version: string) =>
      `The SHA-384 of each file of version ${version}. Publish each version under an address of its own: a file that changes under a page is refused by the browser.`,
    importMap: "What `limpide.js` loads itself is checked too, where the page says so:",
    columns: ["File", "Compressed", "`integrity`"],
    what: {
      "limpide.js": "every element, as a module",
      "limpide-simulator.js": "the simulation, loaded once the page has one",
      "limpide.iife.js": "every element, as a classic script",
      "limpide.closed.js": "as `limpide.js`, closed roots",
      "limpide.closed-simulator.js": "its simulation"
    } as Record<string, string>,
    single: "one element",
    file: (size: string) => `${size} KB`,
    closed: "Closed roots",
    closedText:
      "`limpide.closed.js` closes the shadow roots: a page's selectors and scripts, and extensions that rewrite text, don't get in by accident. It is no defence against who runs scripts in the page.",
    versions: "Several versions on one page",
    versionsText:
      "The first copy that runs has the tags, the others leave them alone: nothing fails. Set `getCredential` on the elements then, which reaches them whichever copy they are of; `provideCredentials` reaches those of its own.",
    server: "Rendering on a server",
    serverText:
      "On a server, importing any entry of the package does nothing: the server writes the tags, the browser completes them. What a tag holds is shown until the code is there, and then, in the slot `fallback`, where no client is shown."
  }
};

export function policySection(language: Language): HTMLElement {
  const text = words[language];
  return element(
    "div",
    {},
    element("h3", {}, typeset(text.policy, language)),
    paragraph(text.policyText, language),
    code(
      `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';
require-trusted-types-for 'script'; trusted-types lit-html`,
      language,
      typeset(text.policy, language)
    ),
    paragraph(text.policyMore, language)
  );
}

/** The bundles with their sizes and hashes, as this build made them; the tags that name two of them. */
export function integritySection({bundles, version}: WidgetsDocumentation, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const hashOf = (name: string) => bundles.find(({file}) => file === name)?.integrity ?? "sha384-…";
  const address = (file: string) => `/widgets/${version}/${file}`;
  return element(
    "div",
    {},
    element("h3", {}, typeset(text.integrity, language)),
    paragraph(text.integrityText(version), language),
    code(
      `<script type="module" src="${address("limpide.js")}"
  integrity="${hashOf("limpide.js")}"></script>`,
      language
    ),
    paragraph(text.importMap, language),
    code(
      `<script type="importmap">
  {"integrity": {"${address("limpide-simulator.js")}":
    "${hashOf("limpide-simulator.js")}"}}
</script>`,
      language
    ),
    rowsTable(
      {
        label: typeset(text.integrity, language),
        columns: text.columns.map((name) => name.replaceAll("`", "")),
        kind: "developers-table developers-bundles",
        rows: [...bundles].sort(byImportance).map(({file, gzip, integrity}) => ({
          cells: [
            element(
              "span",
              {},
              element("code", {}, file),
              element("span", {class: "developers-type"}, rich(text.what[file] ?? text.single, language))
            ),
            typeset(text.file(integer(Math.ceil(gzip / 1024))), language),
            element("code", {}, integrity)
          ]
        }))
      },
      language
    )
  );
}

/** What holds every element before what holds one, each before what it loads later. */
function byImportance(a: Bundle, b: Bundle): number {
  const rank = ({file}: Bundle) => `${file.includes("/") ? 1 : 0}${file.replace("-", "~")}`;
  return rank(a) < rank(b) ? -1 : 1;
}

/** Closed roots, several versions, servers. */
export function settingsSection(language: Language): HTMLElement {
  const text = words[language];
  return element(
    "div",
    {},
    ...(["closed", "versions", "server"] as const).flatMap((name) => [
      element("h3", {}, typeset(text[name], language)),
      paragraph(text[`${name}Text`], language)
    ])
  );
}
