import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from "lit";
import type {Language} from "../../../../model/contract/text.ts";
import {BookError} from "../../book/book-error.ts";
import {readClient, type OpenedClient} from "../../book/book.ts";
import {onProvided, type CredentialSource, type GetCredential} from "../../book/credentials.ts";
import {LimpideErrorEvent, LimpideLoadEvent} from "../../events.ts";
import type {Dictionaries} from "../../locales/dictionary.ts";
import {textsIn} from "../../locales/registry.ts";
import {baseStyles} from "./base.styles.ts";
import {stateIcon} from "./icons.ts";
import {langOf, languageOf, watchLanguage} from "./language.ts";
import {tokenStyles} from "./tokens.ts";

/**
 * What a widget is doing, also as a custom state: `limpide-score:state(loading)`. A failed one has a second state that
 * says how: denied, expired, offline, unknown or broken.
 */
export type Status = "empty" | "loading" | "ready" | "failed";

/**
 * What every widget does: finds its language, reads its client from the book, and shows one of its states. A widget
 * says what it is called and what it shows of a client.
 *
 * @attr src - Address of the book's folder, relative to the page
 * @attr ref - The client's opaque reference
 * @attr {boolean} compact - Shows the essential alone
 * @attr {"light" | "dark"} theme - Overrides the page's color-scheme
 * @slot fallback - What the page offers beside the message where no client is shown
 * @fires limpide-load - The client is shown
 * @fires limpide-error - The client cannot be shown
 * @csspart frame - The box around everything
 * @csspart heading - The widget's title
 * @csspart demonstration - Says that the people are invented, where they are
 */
export abstract class ClientElement extends LitElement implements CredentialSource {
  static override readonly styles = [tokenStyles, baseStyles];

  static override readonly properties = {
    src: {},
    // Frameworks keep `ref` for themselves, as a property; as an attribute it is free.
    clientRef: {attribute: "ref"},
    // Attributes end up in markup, logs and other people's scripts: a credential never is one.
    credential: {attribute: false},
    getCredential: {attribute: false},
    compact: {type: Boolean, reflect: true},
    theme: {reflect: true},
    locale: {state: true},
    language: {state: true},
    status: {state: true},
    client: {state: true},
    failure: {state: true}
  };

  /** Address of the book's folder, relative to the page. Attribute `src`. */
  declare src: string | null;
  /** The client's opaque reference. Attribute `ref`. */
  declare clientRef: string | null;
  /** What opens the client's record of a sealed book, as the page's back end derives it. Never an attribute. */
  declare credential: string | null;
  /** Gives the credential when it is needed, and again when it has expired or was refused. Never an attribute. */
  declare getCredential: GetCredential | null;
  /** Shows the essential alone. */
  declare compact: boolean;
  /** "light" or "dark" override the page's color-scheme. */
  declare theme: string | null;

  /** The nearest `lang`, which words are in. */
  declare protected locale: string;
  /** The language of what the book says. */
  declare protected language: Language;
  declare protected status: Status;
  declare protected client: OpenedClient | undefined;
  declare protected failure: BookError | undefined;

  readonly #internals = this.attachInternals();
  #reading: AbortController | undefined;
  #stops: (() => void)[] = [];

  constructor() {
    super();
    this.src = null;
    this.clientRef = null;
    this.credential = null;
    this.getCredential = null;
    this.compact = false;
    this.theme = null;
    this.locale = this.language = "fr";
    this.status = "empty";
  }

  /** What the widget is called. */
  protected abstract heading(): string;
  /** What the widget shows of a client. */
  protected abstract content(client: OpenedClient): TemplateResult;

  /** The words of a part of the widgets. */
  protected texts<Part extends keyof Dictionaries>(part: Part): Dictionaries[Part] {
    return textsIn(this.locale, part);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const speak = () => {
      this.locale = langOf(this);
      this.language = languageOf(this.locale);
    };
    const online = () => this.#loadAfter(/OFFLINE/);
    speak();
    addEventListener("online", online);
    this.#stops = [
      watchLanguage(this, speak),
      onProvided(() => this.#loadAfter(/CREDENTIAL/)),
      () => removeEventListener("online", online)
    ];
    // A widget that was moved while it read starts again; one that shows its client keeps it.
    if (this.status === "loading") this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#reading?.abort();
    this.#reading = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (["src", "clientRef", "credential"].some((name) => changed.has(name))) this.load();
    // Frameworks give a new function each time they render: it matters where the last one didn't do.
    else if (changed.has("getCredential")) this.#loadAfter(/CREDENTIAL/);
    const states = this.#internals.states as Set<string> | undefined;
    states?.clear();
    for (const state of [this.status, this.failure?.kind]) if (state) states?.add(state);
  }

  protected override update(changed: PropertyValues): void {
    const frame = this.renderRoot.querySelector<HTMLElement>(".frame");
    const height = frame?.offsetHeight;
    super.update(changed);
    if (!frame || !changed.has("status")) return;
    // The next client takes about as much room as the last: what is below doesn't move while it loads.
    if (this.status !== "loading") frame.style.minBlockSize = "";
    else if (changed.get("status") === "ready") frame.style.minBlockSize = `${height!}px`;
  }

  /** Reads the client again, as the button of a failed state does. */
  load(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.client = undefined;
    this.failure = undefined;
    const {src, clientRef} = this;
    if (!clientRef) {
      this.status = "empty";
      return;
    }
    this.status = "loading";
    // A widget out of the page reads nothing: it starts when it comes back.
    if (!this.isConnected) return;
    const {signal} = (this.#reading = new AbortController());
    const url = src && URL.canParse(src, this.baseURI) ? new URL(src, this.baseURI) : undefined;
    // An address without folders, "javascript:…" say, is no book's.
    if (!url?.pathname.startsWith("/")) {
      this.#fail(new BookError("E_NO_BOOK"));
      return;
    }
    readClient(url.href, clientRef, signal, this).then(
      (client) => {
        if (!signal.aborted) this.#show(client);
      },
      (error: unknown) => {
        if (!signal.aborted) this.#fail(error);
      }
    );
  }

  /** Reads again what failed with such a code. */
  #loadAfter(codes: RegExp): void {
    if (this.failure && codes.test(this.failure.code)) this.load();
  }

  #show(client: OpenedClient): void {
    this.client = client;
    this.status = "ready";
    void this.updateComplete.then(() => {
      if (this.client !== client) return;
      this.dispatchEvent(new LimpideLoadEvent({ref: client.record.ref, model: client.record.model}));
    });
  }

  #fail(error: unknown): void {
    this.failure = this.reported(error);
    this.status = "failed";
  }

  /** Fires `limpide-error` once the failure is shown. An error that is not the book's is a fault here: the page's log gets it. */
  protected reported(error: unknown): BookError {
    if (!(error instanceof BookError)) reportError(error);
    const failure = error instanceof BookError ? error : new BookError("E_BOOK_INTEGRITY");
    void this.updateComplete.then(() => this.dispatchEvent(new LimpideErrorEvent(failure)));
    return failure;
  }

  protected override render(): TemplateResult {
    const {client, status} = this;
    const {demonstration, tag} = this.texts("common");
    return html`
      <div
        class="frame ${status}"
        part="frame"
        role="group"
        lang=${tag}
        aria-labelledby="heading"
        aria-busy=${status === "loading"}
      >
        <div class="top">
          <h2 id="heading" part="heading">${this.heading()}</h2>
          ${client?.manifest.demonstration ? html`<p class="demonstration small muted" part="demonstration">${demonstration}</p>` : nothing}
        </div>
        <div role="status">${this.#state()}</div>
        ${client ? this.content(client) : nothing}
      </div>
    `;
  }

  #state(): TemplateResult | typeof nothing {
    const {failure, status} = this;
    if (failure) return this.failed(failure, () => this.load());
    if (status === "ready") return nothing;
    const {empty, loading} = this.texts("common");
    if (status === "empty") return this.#message(stateIcon(status), empty);
    return html`<div class="state">
      <span class="muted small">${loading}</span>
      <div class="bone title"></div>
      <div class="bone wide"></div>
      <div class="bone"></div>
      <div class="bone short"></div>
    </div>`;
  }

  /** How a failure looks, with a button to try again where that may help. */
  protected failed({code, kind, recoverable}: BookError, again: () => void): TemplateResult {
    const {failures, retry} = this.texts("common");
    const button = recoverable ? html`<button type="button" @click=${again}>${retry}</button>` : nothing;
    return this.#message(stateIcon(kind), failures[code], html`${button}<code>${code}</code>`);
  }

  #message(icon: TemplateResult, {title, hint}: {title: string; hint: string}, more?: TemplateResult): TemplateResult {
    return html`<div class="state">
      ${icon}
      <p class="what">${title}</p>
      <p class="muted">${hint}</p>
      ${more}
      <slot name="fallback"></slot>
    </div>`;
  }
}
