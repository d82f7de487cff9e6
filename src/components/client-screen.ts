import type {Manifest} from "../../model/contract/manifest.ts";
import type {Language} from "../../model/contract/text.ts";
import {clientOfHash, hashOfClient} from "./client-address.js";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

export interface ClientScreenOptions {
  /** The folder of the client book, ending in a slash. */
  book: URL;
  /** Opens a book that needs no credential; rejects with E_CREDENTIAL_MISSING where it is sealed. */
  openBook: (src: string) => Promise<{manifest: Manifest; refOf: (client: string) => Promise<string>}>;
  language: Language;
}

const words = {
  fr: {
    examples: "Clients de démonstration",
    number: "Ou un numéro de client",
    hint: "Par exemple",
    show: "Afficher",
    client: (number: string) => `Client ${number}`,
    shown: (number: string) => `Le dossier du client ${number} est affiché.`,
    none: "Aucun client n'est choisi.",
    size: (clients: string) => `${clients} clients sont au registre.`,
    demonstration: "Données de démonstration : ces personnes n'existent pas.",
    sealed:
      "Ce registre est scellé : chaque dossier s'ouvre avec la référence et la clé du client, que votre outil obtient du serveur de la banque. Elles restent dans cette page et ne sont pas enregistrées.",
    reference: "Référence du client",
    credential: "Clé d'accès",
    opened: "Le dossier demandé est affiché.",
    failed:
      "Le registre client ne répond pas à cette adresse. Rechargez la page, ou vérifiez qu'il est publié à côté du site."
  },
  en: {
    examples: "Demonstration clients",
    number: "Or a client number",
    hint: "For instance",
    show: "Show",
    client: (number: string) => `Client ${number}`,
    shown: (number: string) => `The file of client ${number} is shown.`,
    none: "No client is chosen.",
    size: (clients: string) => `The book holds ${clients} clients.`,
    demonstration: "Demonstration data: these people don't exist.",
    sealed:
      "This book is sealed: each file opens with the client's reference and key, which your tool gets from the bank's server. They stay in this page and are not stored.",
    reference: "Client reference",
    credential: "Access key",
    opened: "The file that was asked for is shown.",
    failed:
      "The client book doesn't answer at this address. Reload the page, or check that it is published beside the site."
  }
};

/**
 * The choice of a client, and the widgets that show the one chosen. The address says which (`#client=…`), so a client
 * can be linked to and the browser's history goes from one to the next.
 */
export async function clientScreen(options: ClientScreenOptions): Promise<{chooser: HTMLElement; file: HTMLElement}> {
  const text = words[options.language];
  const set = (words: string): string => typeset(words, options.language);
  const src = options.book.href;
  const widget = document.createElement("limpide-client");
  widget.setAttribute("src", src);
  widget.setAttribute("lang", options.language);
  const status = element("p", {class: "visually-hidden", role: "status"});
  let book: Awaited<ReturnType<ClientScreenOptions["openBook"]>>;
  try {
    book = await options.openBook(src);
  } catch (error) {
    if ((error as {code?: string}).code === "E_CREDENTIAL_MISSING")
      return sealedScreen(widget, status, options.language);
    return {chooser: element("p", {class: "notice", role: "alert"}, set(text.failed)), file: element("div")};
  }
  const {manifest} = book;

  const name = element("p", {class: "client-name"});
  const file = element("div", {class: "client-file"}, name, status, widget);

  const links = manifest.examples.map((example) => ({
    client: example.client,
    link: element(
      "a",
      {href: hashOfClient(example.client)},
      element("span", {class: "client-label"}, set(example.label[options.language])),
      " ",
      element("span", {class: "client-number"}, text.client(example.client))
    )
  }));
  const input = element("input", {
    id: "client-number",
    name: "client",
    inputmode: "numeric",
    autocomplete: "off",
    spellcheck: "false",
    required: true,
    "aria-describedby": "client-hint"
  });
  const form = element(
    "form",
    {class: "client-form"},
    element("label", {for: "client-number"}, text.number),
    element("div", {class: "client-form-row"}, input, element("button", {type: "submit"}, text.show)),
    element("p", {id: "client-hint", class: "client-hint"}, set(hint(manifest, options.language)))
  );
  const chooser = element(
    "div",
    {class: "client-chooser"},
    manifest.demonstration ? element("p", {class: "notice"}, set(text.demonstration)) : null,
    manifest.examples.length > 0
      ? element(
          "ul",
          {class: "client-examples", "aria-label": text.examples},
          ...links.map(({link}) => element("li", {}, link))
        )
      : null,
    form
  );

  async function follow(announce: boolean): Promise<void> {
    const client = clientOfHash(location.hash) ?? manifest.examples[0]?.client;
    for (const {client: linked, link} of links) {
      if (linked === client) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    name.textContent = client === undefined ? text.none : text.client(client);
    if (client === undefined) return;
    const ref = await book.refOf(client);
    // A later choice may have overtaken this one.
    if (client !== (clientOfHash(location.hash) ?? manifest.examples[0]?.client)) return;
    widget.setAttribute("ref", ref);
    if (announce) status.textContent = set(text.shown(client));
    // The other language shows the same client.
    for (const twin of document.querySelectorAll<HTMLAnchorElement>("a.language")) twin.hash = hashOfClient(client);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = hashOfClient(input.value.trim());
  });
  addEventListener("hashchange", () => void follow(true));
  await follow(false);
  return {chooser, file};
}

/** Of a sealed book: whoever has a client's reference and key opens that client. */
function sealedScreen(
  widget: HTMLElementTagNameMap["limpide-client"],
  status: HTMLElement,
  language: Language
): {chooser: HTMLElement; file: HTMLElement} {
  const text = words[language];
  const field = (id: string, label: string, type: string): [HTMLElement, HTMLInputElement] => {
    const input = element("input", {id, type, autocomplete: "off", spellcheck: "false", required: true});
    return [element("p", {}, element("label", {for: id}, typeset(label, language)), input), input];
  };
  const [referenceField, reference] = field("client-reference", text.reference, "text");
  const [credentialField, credential] = field("client-credential", text.credential, "password");
  const form = element(
    "form",
    {class: "client-form client-credentials"},
    referenceField,
    credentialField,
    element("button", {type: "submit"}, text.show)
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    widget.credential = credential.value.trim();
    widget.clientRef = reference.value.trim();
    credential.value = "";
  });
  widget.addEventListener("limpide-load", () => (status.textContent = typeset(text.opened, language)));
  return {
    chooser: element(
      "div",
      {class: "client-chooser"},
      element("p", {class: "notice"}, typeset(text.sealed, language)),
      form
    ),
    file: element("div", {class: "client-file"}, status, widget)
  };
}

function hint(manifest: Manifest, language: Language): string {
  const text = words[language];
  const size = text.size(formatOf(language).integer(manifest.clients));
  const example = manifest.examples.at(-1)?.client;
  return example === undefined
    ? size
    : `${size} ${text.hint} : ${example}.`.replace(" :", language === "fr" ? " :" : ":");
}
