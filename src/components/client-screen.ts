import type {Manifest} from "../../model/contract/manifest.ts";
import type {Language} from "../../model/contract/text.ts";
import {bytesOfBase64url, clientOfHash, hashOfClient} from "./client-address.js";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";

export interface ClientScreenOptions {
  /** The folder of the client book, ending in a slash. */
  book: URL;
  /** Turns a client number into a reference, as the book's contract does. */
  refOf: (client: string, key: Uint8Array<ArrayBuffer>) => Promise<string>;
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
    failed:
      "The client book doesn't answer at this address. Reload the page, or check that it is published beside the site."
  }
};

const tags = ["limpide-score", "limpide-reasons", "limpide-comparison"] as const;

/**
 * The choice of a client, and the widgets that show the one chosen. The address says which (`#client=…`), so a client
 * can be linked to and the browser's history goes from one to the next.
 */
export async function clientScreen(options: ClientScreenOptions): Promise<{chooser: HTMLElement; file: HTMLElement}> {
  const text = words[options.language];
  const set = (words: string): string => typeset(words, options.language);
  let manifest: Manifest;
  try {
    const response = await fetch(new URL("manifest.json", options.book));
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    manifest = (await response.json()) as Manifest;
  } catch {
    return {chooser: element("p", {class: "notice", role: "alert"}, set(text.failed)), file: element("div")};
  }

  const key = bytesOfBase64url(manifest.protection.refKey);
  const src = options.book.href;
  const widgets = tags.map((tag) => {
    const widget = document.createElement(tag);
    widget.setAttribute("src", src);
    widget.setAttribute("lang", options.language);
    return widget;
  });
  const name = element("p", {class: "client-name"});
  const status = element("p", {class: "visually-hidden", role: "status"});
  const file = element("div", {class: "client-file"}, name, status, ...widgets);

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
    const ref = await options.refOf(client, key);
    // A later choice may have overtaken this one.
    if (client !== (clientOfHash(location.hash) ?? manifest.examples[0]?.client)) return;
    for (const widget of widgets) widget.setAttribute("ref", ref);
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

function hint(manifest: Manifest, language: Language): string {
  const text = words[language];
  const size = text.size(formatOf(language).integer(manifest.clients));
  const example = manifest.examples.at(-1)?.client;
  return example === undefined
    ? size
    : `${size} ${text.hint} : ${example}.`.replace(" :", language === "fr" ? " :" : ":");
}
