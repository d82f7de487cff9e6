import {book, getCredential, texts} from "../hosts/crm.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  article { display: grid; gap: 1.5rem }
  header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline }
  h2, p { margin: 0 }
`);

/** A component of the CRM's own that shows a client's file, and lets no script of the page look inside. */
export class CrmFile extends HTMLElement {
  #root = this.attachShadow({mode: "closed"});
  #widgets = ["score", "reasons", "comparison"].map((name) => document.createElement(`limpide-${name}`));
  #texts = ["h2", "p", "p"].map((name) => document.createElement(name));
  #client;
  #status = "loading";
  #looked = 0;

  constructor() {
    super();
    const [score, reasons, comparison] = this.#widgets;
    for (const widget of this.#widgets) Object.assign(widget, {src: book, getCredential});
    reasons.selectable = true;
    score.addEventListener("limpide-load", () => this.#show({status: "shown"}));
    score.addEventListener("limpide-error", () => this.#show({status: "failed"}));
    // Events leave closed roots as well: outside, their target is this component.
    reasons.addEventListener("limpide-select", ({detail}) => {
      comparison.feature = detail.feature;
      this.#show({looked: this.#looked + 1});
    });
    const [article, header] = ["article", "header"].map((name) => document.createElement(name));
    header.append(...this.#texts);
    article.append(header, ...this.#widgets);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(article);
    new MutationObserver(() => this.#show({})).observe(document.documentElement, {attributeFilter: ["lang"]});
  }

  set client(client) {
    this.#client = client;
    this.#widgets[2].feature = null;
    for (const widget of this.#widgets) widget.clientRef = client.ref;
    this.#show({status: "loading", looked: 0});
  }

  #show({status = this.#status, looked = this.#looked}) {
    [this.#status, this.#looked] = [status, looked];
    const words = texts[document.documentElement.lang];
    const lines = [this.#client?.name, words[status], words.looked(looked)];
    this.#texts.forEach((element, i) => (element.textContent = lines[i] ?? ""));
  }
}
