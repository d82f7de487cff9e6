import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from "lit";
import type {Language} from "../../../../model/contract/text.ts";
import {BookError} from "../../book/book-error.ts";
import {readClient, type Client} from "../../book/book.ts";
import {LimpideErrorEvent, LimpideLoadEvent} from "../../events.ts";
import {commonTexts} from "../../locales/common.ts";
import type {CommonTexts} from "../../locales/dictionary.ts";
import {baseStyles} from "./base.styles.ts";
import {Drawing} from "./drawing.ts";
import {emptyIcon, failureIcon} from "./icons.ts";
import {languageOf, watchLanguage} from "./language.ts";
import {tokenStyles} from "./tokens.ts";

/** What a widget is doing, also as a custom state: `limpide-score:state(loading)`. */
export type Status = "empty" | "loading" | "ready" | "failed";

/**
 * What every widget does: finds its language, reads its client from the book, and shows one of its states. A widget
 * says what it is called and what it shows of a client.
 *
 * @attr src - Address of the book's folder, relative to the page
 * @attr ref - The client's opaque reference
 * @attr {boolean} compact - Shows the essential alone
 * @attr {"light" | "dark"} theme - Overrides the page's color-scheme
 * @fires limpide-load - The client is shown
 * @fires limpide-error - The client cannot be shown
 * @csspart frame - The box around everything
 * @csspart heading - The widget's title
 */
export abstract class LimpideElement extends LitElement {
  static override readonly styles = [tokenStyles, baseStyles];

  static override readonly properties = {
    src: {},
    // Frameworks keep `ref` for themselves, as a property; as an attribute it is free.
    clientRef: {attribute: "ref"},
    compact: {type: Boolean, reflect: true},
    theme: {reflect: true},
    language: {state: true},
    status: {state: true},
    client: {state: true},
    failure: {state: true}
  };

  /** Address of the book's folder, relative to the page. Attribute `src`. */
  declare src: string | null;
  /** The client's opaque reference. Attribute `ref`. */
  declare clientRef: string | null;
  /** Shows the essential alone. */
  declare compact: boolean;
  /** "light" or "dark" override the page's color-scheme. */
  declare theme: string | null;

  /** The language that is shown: that of the nearest `lang`. */
  declare protected language: Language;
  declare protected status: Status;
  declare protected client: Client | undefined;
  declare protected failure: BookError | undefined;
  protected readonly drawing = new Drawing(this);

  readonly #internals = this.attachInternals();
  #reading: AbortController | undefined;
  #stopWatching: (() => void) | undefined;

  constructor() {
    super();
    this.src = null;
    this.clientRef = null;
    this.compact = false;
    this.theme = null;
    this.language = "fr";
    this.status = "empty";
  }

  /** What the widget is called. */
  protected abstract heading(): string;
  /** What the widget shows of a client. */
  protected abstract content(client: Client): TemplateResult;

  protected get common(): CommonTexts {
    return commonTexts[this.language];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.language = languageOf(this);
    this.#stopWatching = watchLanguage(this, () => (this.language = languageOf(this)));
    addEventListener("online", this.#online);
    // A widget that was moved while it read starts again; one that shows its client keeps it.
    if (this.status === "loading") this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    removeEventListener("online", this.#online);
    this.#reading?.abort();
    this.#reading = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("src") || changed.has("clientRef")) this.load();
    const states = this.#internals.states as Set<string> | undefined;
    if (changed.has("status")) {
      states?.clear();
      states?.add(this.status);
    }
  }

  protected override update(changed: PropertyValues): void {
    const frame = this.renderRoot.querySelector<HTMLElement>(".frame");
    const height = frame?.offsetHeight;
    super.update(changed);
    if (frame === null || !changed.has("status")) return;
    // The next client takes about as much room as the last: what is below doesn't move while it loads.
    if (this.status === "loading" && changed.get("status") === "ready") frame.style.minBlockSize = `${height ?? 0}px`;
    else if (this.status !== "loading") frame.style.minBlockSize = "";
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
    const reading = (this.#reading = new AbortController());
    if (!src) this.fail(new BookError("E_NO_BOOK"));
    else {
      readClient(new URL(src, this.baseURI).href, clientRef, reading.signal).then(
        (client) => {
          if (!reading.signal.aborted) this.#show(client);
        },
        (error: unknown) => {
          if (!reading.signal.aborted) this.fail(error);
        }
      );
    }
  }

  #show(client: Client): void {
    this.client = client;
    this.status = "ready";
    void this.updateComplete.then(() => {
      if (this.client !== client) return;
      this.dispatchEvent(new LimpideLoadEvent({ref: client.record.ref, model: client.record.model}));
    });
  }

  private fail(error: unknown): void {
    this.failure = this.reported(error);
    this.status = "failed";
  }

  /** Fires `limpide-error` once the failure is shown. An error that is not the book's is a fault here: the page's log gets it. */
  protected reported(error: unknown): BookError {
    if (!(error instanceof BookError)) reportError(error);
    const failure = error instanceof BookError ? error : new BookError("E_BOOK_FORMAT", undefined, {cause: error});
    const {code, message, recoverable} = failure;
    void this.updateComplete.then(() => this.dispatchEvent(new LimpideErrorEvent({code, message, recoverable})));
    return failure;
  }

  readonly #online = (): void => {
    if (this.failure?.code === "E_OFFLINE") this.load();
  };

  protected override render(): TemplateResult {
    const {client, status} = this;
    return html`
      <div
        class="frame ${status}"
        part="frame"
        role="group"
        lang=${this.language}
        aria-labelledby="heading"
        aria-busy=${String(status === "loading")}
      >
        <div class="top">
          <h2 id="heading" part="heading">${this.heading()}</h2>
          ${
            client?.manifest.demonstration
              ? html`<p class="demonstration small muted">${this.common.demonstration}</p>`
              : nothing
          }
        </div>
        <div role="status">${this.#state()}</div>
        ${client === undefined ? nothing : this.content(client)}
      </div>
    `;
  }

  #state(): TemplateResult | typeof nothing {
    const {common, failure, status} = this;
    if (status === "loading") {
      return html`<div class="state">
        <span class="muted small">${common.loading}</span>
        <div class="bone title"></div>
        <div class="bone wide"></div>
        <div class="bone"></div>
        <div class="bone short"></div>
      </div>`;
    }
    if (status === "empty") {
      return html`<div class="state">
        ${emptyIcon}
        <p class="what">${common.empty.title}</p>
        <p class="muted">${common.empty.hint}</p>
      </div>`;
    }
    return failure === undefined ? nothing : this.failed(failure, () => this.load());
  }

  /** How a failure looks, with a button to try again where that may help. */
  protected failed({code, recoverable}: BookError, again: () => void): TemplateResult {
    const {title, hint} = this.common.failures[code];
    return html`<div class="state">
      ${failureIcon(code)}
      <p class="what">${title}</p>
      <p class="muted">${hint}</p>
      ${recoverable ? html`<button type="button" @click=${again}>${this.common.retry}</button>` : nothing}
      <code>${code}</code>
    </div>`;
  }
}
