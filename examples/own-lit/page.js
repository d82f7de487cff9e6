import {html, LitElement} from "lit";
import {book, getCredential, readClients, texts} from "../hosts/crm.js";

const nothingYet = {status: "loading", feature: null, looked: 0};

class CrmPage extends LitElement {
  static properties = {clients: {}, client: {}, language: {}, state: {}};

  constructor() {
    super();
    Object.assign(this, {clients: [], language: "fr", state: nothingYet});
  }

  // In the page itself, where its style sheet applies.
  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.clients = await readClients();
    this.client = this.clients[0];
  }

  #open(client) {
    if (client !== this.client) Object.assign(this, {client, state: nothingYet});
  }

  #speak(language) {
    // Widgets follow the page's language.
    document.documentElement.lang = this.language = language;
  }

  #become(changes) {
    this.state = {...this.state, ...changes};
  }

  #compare({detail}) {
    this.#become({feature: detail.feature, looked: this.state.looked + 1});
  }

  render() {
    const {client, clients, language, state} = this;
    const words = texts[language];
    const choice = (each) =>
      html`<li>
        <button type="button" aria-current=${each === client} @click=${() => this.#open(each)}>${each.name}</button>
      </li>`;
    const inLanguage = (lang, name) => html`
      <button type="button" lang=${lang} aria-pressed=${lang === language} @click=${() => this.#speak(lang)}>
        ${name}
      </button>
    `;
    return html`
      <header>
        <h1>${words.title}</h1>
        <nav>
          <ul>
            ${clients.map(choice)}
          </ul>
        </nav>
        <div>${inLanguage("fr", "Français")} ${inLanguage("en", "English")}</div>
      </header>
      <main>
        <div>
          <h2>${client?.name}</h2>
          <p role="status">${words[state.status]}</p>
          <p class="looked">${words.looked(state.looked)}</p>
        </div>
        <limpide-score
          src=${book}
          .clientRef=${client?.ref}
          .getCredential=${getCredential}
          @limpide-load=${() => this.#become({status: "shown"})}
          @limpide-error=${() => this.#become({status: "failed"})}
        ></limpide-score>
        <limpide-reasons
          src=${book}
          .clientRef=${client?.ref}
          .getCredential=${getCredential}
          selectable
          @limpide-select=${this.#compare}
        ></limpide-reasons>
        <limpide-comparison
          src=${book}
          .clientRef=${client?.ref}
          .getCredential=${getCredential}
          .feature=${state.feature}
        ></limpide-comparison>
      </main>
    `;
  }
}
customElements.define("crm-page", CrmPage);
