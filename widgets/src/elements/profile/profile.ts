import {html, nothing, svg, type PropertyValues, type TemplateResult} from "lit";
import type {FamilyId} from "../../../../model/contract/feature.ts";
import type {BookError} from "../../book/book-error.ts";
import {readMeanings} from "../../book/book.ts";
import {LimpideSelectEvent} from "../../events.ts";
import {LimpideElement} from "../base/limpide-element.ts";
import {factsOf, filtered, type Fact} from "./facts.ts";
import {profileStyles} from "./profile.styles.ts";
import type {ProfileTexts} from "./texts.ts";

/** The facts of one family, in the manifest's order. */
interface Section {
  family: FamilyId;
  facts: Fact[];
}

/**
 * Everything that is known of a client, by family: each value beside what is usual, searchable, with its meaning and
 * its source on demand.
 *
 * @element limpide-profile
 * @attr family - Shows one family: "income", "credit", "debts", "repayment", "applications", "situation", "housing" or "external"
 * @attr {boolean} unusual - Shows unusual values alone
 * @attr {boolean} selectable - Gives each value a button that fires limpide-select with its feature
 * @fires limpide-select - A feature was chosen
 * @csspart filters - What to search and filter with
 * @csspart list - The families and their values
 */
export class LimpideProfile extends LimpideElement {
  static override readonly styles = [...LimpideElement.styles, profileStyles];

  static override readonly properties = {
    ...LimpideElement.properties,
    family: {},
    unusual: {type: Boolean, reflect: true},
    selectable: {type: Boolean, reflect: true},
    query: {state: true},
    meanings: {state: true},
    meaningsFailure: {state: true}
  };

  /** The one family that is shown; all of them where it is null or none of the book's. */
  declare family: string | null;
  /** Shows unusual values alone. */
  declare unusual: boolean;
  /** Gives each value a button that fires `limpide-select` with its feature, so that another widget can follow. */
  declare selectable: boolean;

  declare private query: string;
  declare private meanings: Readonly<Record<string, string>> | undefined;
  declare private meaningsFailure: BookError | undefined;
  #readingMeanings: AbortController | undefined;
  #facts: readonly Fact[] = [];
  #sections: readonly Section[] = [];
  /** The features that are open: their meaning is shown. */
  readonly #opened = new Set<string>();
  /** The families that a person opened or closed, so that they are not as they start; while filtering, another set. */
  readonly #turned = {browsing: new Set<FamilyId>(), filtering: new Set<FamilyId>()};

  constructor() {
    super();
    this.family = null;
    this.unusual = false;
    this.selectable = false;
    this.query = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readMeanings();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#readingMeanings?.abort();
    this.#readingMeanings = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has("client") && !changed.has("language")) return;
    const {client, language} = this;
    this.#facts = client === undefined ? [] : factsOf(client, language);
    this.#sections = (Object.keys(this.texts("families")) as FamilyId[])
      .map((family) => ({family, facts: this.#facts.filter(({feature}) => feature.family === family)}))
      .filter(({facts}) => facts.length > 0);
    this.meanings = undefined;
    this.#readMeanings();
  }

  /** Reads what features mean, once one of them is open. */
  #readMeanings(): void {
    this.#readingMeanings?.abort();
    this.#readingMeanings = undefined;
    this.meaningsFailure = undefined;
    const {client, language} = this;
    if (client === undefined || this.#opened.size === 0 || this.meanings !== undefined || !this.isConnected) return;
    const {signal} = (this.#readingMeanings = new AbortController());
    readMeanings(client, language, signal).then(
      (meanings) => {
        if (!signal.aborted) this.meanings = meanings;
      },
      (error: unknown) => {
        if (!signal.aborted) this.meaningsFailure = this.reported(error);
      }
    );
  }

  protected override heading(): string {
    return this.texts("profile").heading;
  }

  protected override content(): TemplateResult {
    const words = this.texts("profile");
    const facts = this.#facts;
    const family = this.#sections.find(({family}) => family === this.family)?.family ?? null;
    const {query, unusual} = this;
    const shown = filtered(facts, {query, family, unusual});
    const filtering = query.trim() !== "" || family !== null || unusual;
    return html`
      ${this.#filters(words, family)}
      <div class="told small muted">
        <p role="status">${words.shown(shown.size, facts.length)}</p>
        ${unusual ? html`<p>${words.unusualMeaning}</p>` : nothing}
      </div>
      <div part="list">
        ${this.#sections.map((section, i) => this.#section(words, section, shown, filtering, i === 0))}
      </div>
      ${
        shown.size === 0
          ? html`<div class="none">
              <p>${words.none}</p>
              <button type="button" @click=${this.#clear}>${words.clear}</button>
            </div>`
          : nothing
      }
    `;
  }

  #filters(words: ProfileTexts, family: FamilyId | null): TemplateResult {
    const families = this.texts("families");
    const option = (value: string, label: string) =>
      html`<option value=${value} .selected=${value === (family ?? "")}>${label}</option>`;
    return html`<div class="filters" part="filters">
      <label class="field">
        <span class="small muted">${words.search}</span>
        <input type="search" autocomplete="off" spellcheck="false" .value=${this.query} @input=${this.#search} />
      </label>
      <label class="field">
        <span class="small muted">${words.family}</span>
        <select @change=${this.#chooseFamily}>
          ${option("", words.everyFamily)} ${this.#sections.map(({family}) => option(family, families[family]))}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" .checked=${this.unusual} @change=${this.#chooseUnusual} />
        ${words.unusualOnly(unusualAmong(this.#facts))}
      </label>
    </div>`;
  }

  readonly #search = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.#turned.filtering.clear();
  };

  readonly #chooseFamily = (event: Event): void => {
    this.family = (event.target as HTMLSelectElement).value || null;
    this.#turned.filtering.clear();
  };

  readonly #chooseUnusual = (event: Event): void => {
    this.unusual = (event.target as HTMLInputElement).checked;
    this.#turned.filtering.clear();
  };

  readonly #clear = (): void => {
    this.query = "";
    this.family = null;
    this.unusual = false;
    // The button goes away with what it was for.
    this.renderRoot.querySelector("input")?.focus();
  };

  /** A family, open where something is sought in it, or where it is the first; its values are drawn when it opens. */
  #section(
    words: ProfileTexts,
    {family, facts}: Section,
    shown: ReadonlySet<Fact>,
    filtering: boolean,
    first: boolean
  ): TemplateResult | typeof nothing {
    const some = facts.filter((fact) => shown.has(fact));
    if (some.length === 0) return nothing;
    const turned = filtering ? this.#turned.filtering : this.#turned.browsing;
    const open = (filtering || (first && !this.compact)) !== turned.has(family);
    const turn = (event: Event) => {
      event.preventDefault();
      if (!turned.delete(family)) turned.add(family);
      this.requestUpdate();
    };
    // Each value keeps its place among its family's, shown or not: what is open stays with its own.
    return html`<details class="family" ?open=${open}>
      <summary @click=${turn}>
        <h3>${this.texts("families")[family]}</h3>
        <span class="small muted figures">${words.count(some.length, this.unusual ? 0 : unusualAmong(some))}</span>
      </summary>
      ${
        open
          ? html`<ul>
              ${facts.map((fact) => (shown.has(fact) ? this.#row(words, fact) : nothing))}
            </ul>`
          : nothing
      }
    </details>`;
  }

  #row(words: ProfileTexts, fact: Fact): TemplateResult {
    const {feature, label, missing, usual, value} = fact;
    const {id} = feature;
    const open = this.#opened.has(id);
    const turn = (event: Event) => {
      if ((event.target as HTMLDetailsElement).open === this.#opened.has(id)) return;
      if (!this.#opened.delete(id)) this.#opened.add(id);
      if (this.#readingMeanings === undefined) this.#readMeanings();
      this.requestUpdate();
    };
    return html`<li>
      <details ?open=${open} @toggle=${turn}>
        <summary>
          <span class="label">${label}</span>
          <span class="value figures ${missing ? "muted" : ""}">${value}</span>
          <span class="usual small figures">${departure(words, fact)} <span class="muted">${usual}</span></span>
        </summary>
        ${open ? this.#more(words, fact) : nothing}
      </details>
      ${
        this.selectable
          ? html`<button type="button" class="select small" @click=${() => this.#select(id)}>
              ${words.compare}<span class="hidden"> ${label}</span>
            </button>`
          : nothing
      }
    </li>`;
  }

  #select(feature: string): void {
    this.dispatchEvent(new LimpideSelectEvent({feature}));
  }

  /** What a value means, where it comes from, and whether it enters the score. */
  #more(words: ProfileTexts, {feature: {id, inModel, source}}: Fact): TemplateResult {
    return html`<div class="more small">
      ${this.#meaning(id)}
      <p class="muted">${words.source(words.sources[source])}<br />${inModel ? words.inModel : words.notInModel}</p>
    </div>`;
  }

  #meaning(id: string): TemplateResult | typeof nothing {
    const {meanings, meaningsFailure} = this;
    const {failures, loading, retry} = this.texts("common");
    if (meaningsFailure) {
      const {code, recoverable} = meaningsFailure;
      return html`<p>${failures[code].title} <code class="muted">${code}</code></p>
        ${recoverable ? html`<button type="button" @click=${() => this.#readMeanings()}>${retry}</button>` : nothing}`;
    }
    if (meanings === undefined) return html`<p class="muted" aria-busy="true">${loading}</p>`;
    return Object.hasOwn(meanings, id) ? html`<p>${meanings[id]}</p>` : nothing;
  }
}

/** On which side a value leaves what is usual, as a shape and in words. */
function departure(words: ProfileTexts, {departure: side, feature}: Fact): TemplateResult | typeof nothing {
  if (side === undefined) return nothing;
  const {departures} = words;
  const ago = feature.unit === "monthsAgo" || feature.unit === "yearsAgo";
  const text =
    side === "other" ? departures.other : departures[feature.telling?.shift ? "shift" : ago ? "ago" : "size"][side];
  const path = {above: "M8 3 14 13H2z", below: "M8 13 2 3h12z", other: "M8 2 14 8 8 14 2 8z"}[side];
  return html`<strong class="departure"
    ><svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>${text}</strong
  >`;
}

function unusualAmong(facts: readonly Fact[]): number {
  return facts.filter(({departure}) => departure !== undefined).length;
}

declare global {
  interface HTMLElementTagNameMap {
    "limpide-profile": LimpideProfile;
  }
}
