import {html, nothing, type PropertyValues, type TemplateResult} from "lit";
import type {DecisionChange, LeverId} from "../../../../model/contract/recourse.ts";
import {findDecisionChange} from "../../../../model/explainer/recourse/find-recourse.ts";
import {type LimitId, moveLever} from "../../../../model/explainer/recourse/limits.ts";
import {type Terms, termsAsked} from "../../../../model/explainer/recourse/terms.ts";
import type {BookError} from "../../book/book-error.ts";
import {readModel, type OpenedClient} from "../../book/book.ts";
import {formatNumber} from "../../locales/format.ts";
import {ClientElement} from "../base/client-element.ts";
import {contentStyles} from "../base/content.styles.ts";
import {adviceIcon} from "../score/advice-icon.ts";
import {changesOf} from "./changes.ts";
import {controlsView} from "./controls-view.ts";
import {differenceView} from "./difference-view.ts";
import {explainDifference, surpriseOf} from "./difference.ts";
import {adviceOf, resultView} from "./result-view.ts";
import {LimpideSimulateEvent} from "./simulate-event.ts";
import {
  openSimulation,
  openSimulator,
  simulate,
  type Outcome,
  type Simulation,
  type Simulator,
  type Unable
} from "./simulation.ts";
import {simulatorStyles} from "./simulator.styles.ts";
import {waysView} from "./ways-view.ts";
import {writeLimit, type Writing} from "./writing.ts";

/** How long the sliders have to rest before a screen reader is told, in milliseconds. */
const rest = 500;

/** A model is made ready once, for all clients and widgets that read the same file. */
const simulators = new WeakMap<object, Simulator>();

/**
 * What another loan would change: sliders on what the client can ask for, the score and its reasons worked out again in
 * the page by the model that decided. The book's model is read once somebody comes near.
 *
 * @element limpide-simulator
 * @attr {boolean} eager - Reads the model and shows the sliders at once, without a button to press first
 * @fires limpide-simulate - Another loan was simulated, or the one asked for again
 * @csspart result - The simulated score and what it means
 * @csspart controls - The sliders and what follows from them
 * @csspart difference - Where the difference comes from
 */
export class LimpideSimulator extends ClientElement {
  static override readonly styles = [...ClientElement.styles, contentStyles, simulatorStyles];

  static override readonly properties = {
    ...ClientElement.properties,
    eager: {type: Boolean, reflect: true},
    started: {state: true},
    simulation: {state: true},
    modelFailure: {state: true},
    outcome: {state: true},
    said: {state: true}
  };

  /** Reads the model and shows the sliders at once, without a button to press first. */
  declare eager: boolean;

  /** Whether somebody asked for the sliders. Another client has them too, then. */
  declare private started: boolean;
  declare private simulation: Simulation | Unable | undefined;
  declare private modelFailure: BookError | undefined;
  declare private outcome: Outcome | undefined;
  /** What a screen reader is told. */
  declare private said: string;

  #readFor: OpenedClient | undefined;
  #reading: AbortController | undefined;
  #change: DecisionChange | undefined;
  #stopped: Partial<Record<LeverId, LimitId>> = {};
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.eager = false;
    this.started = false;
    this.said = "";
    // Somebody comes near: what they may ask for is on its way.
    for (const type of ["pointerenter", "pointerdown", "focusin"]) this.addEventListener(type, () => this.#read());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.eager || this.started) this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.client !== this.#readFor) {
      this.#stop();
      this.simulation = undefined;
      this.outcome = undefined;
      this.modelFailure = undefined;
      this.said = "";
      this.#readFor = this.client;
    }
    if (this.eager || this.started) this.#read();
  }

  protected override heading(): string {
    return this.texts("simulator").heading;
  }

  protected override content(client: OpenedClient): TemplateResult {
    const {intro} = this.texts("simulator");
    return html`
      <p class="small muted">${intro}</p>
      ${this.#body(client)}
      <p class="hidden" role="status">${this.said}</p>
    `;
  }

  #body(client: OpenedClient): TemplateResult {
    const {simulation, outcome, modelFailure} = this;
    const isShown = this.started || this.eager;
    if (modelFailure && isShown) {
      return html`<div role="status">${this.failed(modelFailure, () => this.#read(true))}</div>`;
    }
    if (typeof simulation === "string")
      return html`<p class="unable">${this.texts("simulator").unable[simulation]}</p>`;
    if (!isShown || !simulation || !outcome) return this.#startView(client, isShown);
    const {manifest} = client;
    const writing = this.#writing(simulation);
    const isMoved = outcome.loan !== simulation.loan;
    const {heading, idle} = writing.words.difference;
    return html`
      <div class="bench">
        ${resultView(outcome.score, simulation.before, manifest, this.compact, writing)}
        ${controlsView(
          simulation,
          outcome,
          this.#stopped,
          {slide: this.#slide, type: this.#type, reset: () => this.#set(termsAsked(simulation.loan))},
          writing
        )}
        ${
          this.#change
            ? waysView(this.#change, simulation.loan, (terms) => isSame(terms, outcome.terms), this.#set, writing)
            : nothing
        }
      </div>
      <div class="difference" part="difference">
        <h3>${heading}</h3>
        ${
          isMoved
            ? differenceView(
                explainDifference(simulation, outcome),
                surpriseOf(simulation, outcome),
                simulation.features,
                this.compact,
                writing
              )
            : html`<p class="muted">${idle}</p>`
        }
      </div>
    `;
  }

  /** The client's score as it is, and the way in. */
  #startView({record}: OpenedClient, isWaiting: boolean): TemplateResult {
    const {start, startHint, loading} = this.texts("simulator");
    const {points, recommendation} = this.texts("score");
    const advice = adviceOf(record);
    return html`<div class="start ${advice}">
      <p class="points figures">
        <strong>${formatNumber(record.points, this.language)}</strong> <span>${points(record.points)}</span>
      </p>
      <p class="advice">${adviceIcon(advice)} <strong>${recommendation[advice]}</strong></p>
      <p>${startHint}</p>
      <button type="button" aria-disabled=${isWaiting} @click=${this.#start}>${isWaiting ? loading : start}</button>
    </div>`;
  }

  #writing({monthsEstimated: estimated}: Simulation): Writing {
    return {
      words: this.texts("simulator"),
      score: this.texts("score"),
      change: this.texts("change"),
      families: this.texts("families"),
      language: this.language,
      currency: this.client!.manifest.currency,
      estimated
    };
  }

  readonly #start = (): void => {
    if (this.started) return;
    this.started = true;
    this.#read();
    // The button gives way to what it opens, and so does the focus that it has.
    const focus = () => this.renderRoot.querySelector<HTMLElement>("input[type=range]")?.focus();
    void this.updateComplete.then(() => (this.outcome ? focus() : (this.#focus = focus)));
  };
  #focus: (() => void) | undefined;

  /** Reads the model for the client that is shown, once. */
  #read(again = false): void {
    const {client} = this;
    if (!client || !this.isConnected || this.#reading || this.simulation || (this.modelFailure && !again)) return;
    this.modelFailure = undefined;
    const {signal} = (this.#reading = new AbortController());
    readModel(client, signal)
      .then((json) => this.#open(client, json))
      .catch((error: unknown) => {
        if (signal.aborted) return;
        // Nobody asked yet: whoever does will have it tried again.
        if (this.started || this.eager) this.modelFailure = this.reported(error);
      })
      .finally(() => {
        if (this.#reading?.signal === signal) this.#reading = undefined;
      });
  }

  #open(client: OpenedClient, json: unknown): void {
    if (this.client !== client) return;
    const key = Object(json) as object;
    let simulator = simulators.get(key);
    if (!simulator) simulators.set(key, (simulator = openSimulator(json)));
    const simulation = openSimulation(simulator, client);
    this.simulation = simulation;
    if (typeof simulation === "string") return;
    const {row, loan} = simulation;
    this.#change = client.record.change ?? findDecisionChange(simulator.engine, row, {loan});
    this.#stopped = {};
    this.outcome = simulate(simulation, termsAsked(loan));
    const focus = this.#focus;
    this.#focus = undefined;
    void this.updateComplete.then(focus);
  }

  #stop(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    clearTimeout(this.#resting);
  }

  readonly #slide = (lever: LeverId, value: number): void => this.#move(lever, value);

  /** While somebody types, what can't be simulated may become what can: it is looked at once they are done. */
  readonly #type = (lever: LeverId, value: number, done: boolean): void => {
    if (done || this.#limitAt(lever, value) === null) this.#move(lever, value);
  };

  #limitAt(lever: LeverId, value: number): LimitId | null {
    const {loan, simulator} = this.simulation as Simulation;
    return moveLever(loan, simulator.engine.grid, this.outcome!.terms, lever, value).limit;
  }

  #move(lever: LeverId, value: number): void {
    const {loan, simulator} = this.simulation as Simulation;
    const {terms, limit} = moveLever(loan, simulator.engine.grid, this.outcome!.terms, lever, value);
    this.#set(terms, limit === null ? {} : {[lever]: limit});
  }

  readonly #set = (terms: Terms, stopped: Partial<Record<LeverId, LimitId>> = {}): void => {
    const simulation = this.simulation as Simulation;
    this.#stopped = stopped;
    // A slider that was pulled too far goes back, even where nothing else changes.
    this.requestUpdate();
    const isOther = !isSame(terms, this.outcome!.terms);
    if (isOther) this.outcome = simulate(simulation, terms);
    this.#tell(simulation, this.outcome!, stopped);
    if (!isOther) return;
    const {points, recommendation, review} = this.outcome!.score;
    const changes = changesOf(simulation, this.outcome!);
    this.dispatchEvent(new LimpideSimulateEvent({points, recommendation, review, changes}));
  };

  #tell(simulation: Simulation, {score}: Outcome, stopped: Partial<Record<LeverId, LimitId>>): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      const writing = this.#writing(simulation);
      const {points} = score;
      const {loan, simulator, before} = simulation;
      const said = writing.words.status({points, by: points - before.points, advice: adviceOf(score)});
      const limits = Object.values(stopped).map((limit) => writeLimit(limit, loan, simulator.engine.grid, writing));
      this.said = [said, ...limits].join(" ");
    }, rest);
  }
}

function isSame(a: Terms, b: Terms): boolean {
  return a.credit === b.credit && a.cashShare === b.cashShare && Object.is(a.months, b.months);
}

declare global {
  interface HTMLElementTagNameMap {
    "limpide-simulator": LimpideSimulator;
  }
}
