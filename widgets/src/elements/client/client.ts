import {html, nothing, type PropertyValues, type TemplateResult} from "lit";
import type {LimpideSelectEvent} from "../../events.ts";
import type {ClientElement} from "../base/client-element.ts";
import {LimpideElement} from "../base/limpide-element.ts";
import type {LimpideComparison} from "../comparison/comparison.ts";
import {clientStyles} from "./client.styles.ts";
import {tabNames, type TabName} from "./texts.ts";

/**
 * A client's whole file: the score, and in tabs its reasons, the client's data, comparisons and a simulation. What one
 * part chooses another follows: a reason that is picked is compared.
 *
 * @element limpide-client
 * @attr {"reasons" | "profile" | "comparison" | "simulator"} tab - What is shown below the score
 * @fires limpide-select - A person chose a feature or a group
 * @fires limpide-simulate - A person tried another loan
 * @csspart tabs - The list of tabs
 * @csspart panel - What the chosen tab shows
 */
export class LimpideClient extends LimpideElement {
  static override readonly styles = [...LimpideElement.styles, clientStyles];

  static override readonly properties = {...LimpideElement.properties, tab: {reflect: true}};

  /** What is shown below the score: "reasons", "profile", "comparison" or "simulator". */
  declare tab: TabName;

  /** Code that a part needs and that most clients are shown without; `/define` says where it is. */
  static readonly later: Partial<Record<TabName, () => Promise<unknown>>> = {};

  /** Tabs that were opened: a part reads what it needs when it is first looked at. */
  readonly #opened = new Set<TabName>();
  readonly #parts = new Map<string, ClientElement>();

  constructor() {
    super();
    this.tab = "reasons";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("client")) this.#opened.clear();
    this.#opened.add(this.#chosen);
  }

  get #chosen(): TabName {
    return tabNames.includes(this.tab) ? this.tab : "reasons";
  }

  protected override heading(): string {
    return this.texts("client").heading;
  }

  protected override content(): TemplateResult {
    const {tabs} = this.texts("client");
    const chosen = this.#chosen;
    return html`<div class="file">
      ${this.#part("score")}
      <div role="tablist" part="tabs" aria-labelledby="heading" @keydown=${this.#move}>
        ${tabNames.map(
          (name) =>
            html`<button
              type="button"
              role="tab"
              id="tab-${name}"
              aria-controls="panel-${name}"
              aria-selected=${name === chosen}
              tabindex=${name === chosen ? 0 : -1}
              @click=${() => (this.tab = name)}
            >
              ${tabs[name]}
            </button>`
        )}
      </div>
      ${tabNames.map(
        (name) =>
          html`<div
            class="panel"
            part="panel"
            role="tabpanel"
            id="panel-${name}"
            aria-labelledby="tab-${name}"
            ?hidden=${name !== chosen}
            @limpide-select=${this.#follow}
          >
            ${this.#opened.has(name) ? this.#part(name) : nothing}
          </div>`
      )}
    </div>`;
  }

  /** A part of the file, made once: it keeps what a person did in it while another tab is shown. */
  #part(name: "score" | TabName): ClientElement {
    let part = this.#parts.get(name);
    if (part === undefined) {
      this.#parts.set(name, (part = document.createElement(`limpide-${name}`)));
      if (name !== "score") LimpideClient.later[name]?.().catch((error: unknown) => this.reported(error));
    }
    const {src, clientRef, credential, getCredential, compact, theme} = this;
    const selectable = name === "reasons" || name === "profile";
    return Object.assign(part, {
      src: src && new URL(src, this.baseURI).href,
      clientRef,
      credential,
      getCredential,
      compact,
      theme,
      ...(selectable ? {selectable} : {})
    });
  }

  /** As the ARIA Authoring Practices have it: arrows move, and what has the focus is shown. */
  readonly #move = (event: KeyboardEvent): void => {
    const {length} = tabNames;
    const at = tabNames.indexOf(this.#chosen);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.tab = tabNames[(to + length) % length]!;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[aria-selected="true"]`)?.focus());
  };

  /** A feature that is picked in one part is compared. */
  readonly #follow = async ({target, detail}: LimpideSelectEvent): Promise<void> => {
    if ((target as Element).localName === "limpide-comparison") return;
    this.tab = "comparison";
    await this.updateComplete;
    const comparison = this.#parts.get("comparison") as LimpideComparison | undefined;
    if (comparison) comparison.feature = detail.feature;
    this.renderRoot.querySelector<HTMLElement>("#tab-comparison")?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "limpide-client": LimpideClient;
  }
}
