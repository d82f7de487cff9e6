import {html, nothing, type TemplateResult} from "lit";
import {live} from "lit/directives/live.js";
import type {LeverId} from "../../../../model/contract/recourse.ts";
import {type LeverRange, type LimitId, valueOf} from "../../../../model/explainer/recourse/limits.ts";
import {changesOf} from "./changes.ts";
import type {Outcome, Simulation} from "./simulation.ts";
import {unitOf, writeLimit, writeMoney, writeQuantity, type Writing} from "./writing.ts";

/** What a person does with a lever. */
export interface Handlers {
  /** A slider is moved to a value. */
  slide: (lever: LeverId, value: number) => void;
  /** A value is typed; `done` once the field is left. */
  type: (lever: LeverId, value: number, done: boolean) => void;
  reset: () => void;
}

/** Where a lever stands, and why it goes no farther. */
interface Lever {
  range: LeverRange;
  value: number;
  /** The range's, and the value where it is between two. */
  stops: number[];
  limit: LimitId | null;
}

/** A slider and a field for each lever, and what follows from them. */
export function controlsView(
  simulation: Simulation,
  outcome: Outcome,
  stopped: Partial<Record<LeverId, LimitId>>,
  handlers: Handlers,
  writing: Writing
): TemplateResult {
  const {loan, ranges} = simulation;
  const {words} = writing;
  const levers = ranges.map((range): Lever => {
    const value = valueOf(loan, outcome.terms, range.lever);
    const stops = [...new Set([...range.stops, value])].sort((a, b) => a - b);
    const end = value <= stops[0]! ? range.ends[0] : value >= stops.at(-1)! ? range.ends[1] : null;
    return {range, value, stops, limit: stopped[range.lever] ?? end};
  });
  return html`<div class="controls" part="controls" role="group" aria-labelledby="controls">
    <h3 id="controls">${words.controls}</h3>
    ${levers.map((lever) => leverView(lever, simulation, handlers, writing))} ${follows(simulation, outcome, writing)}
    ${
      simulation.monthsEstimated && ranges.some(({lever}) => lever === "months")
        ? html`<p class="small muted">${words.estimated}</p>`
        : nothing
    }
    <button type="button" class="reset" aria-disabled=${outcome.loan === loan} @click=${handlers.reset}>
      ${words.reset}
    </button>
  </div>`;
}

function leverView(
  {range: {lever, asked}, value, stops, limit}: Lever,
  {loan, simulator}: Simulation,
  handlers: Handlers,
  writing: Writing
): TemplateResult {
  const {words} = writing;
  const name = loan.revolving ? words.line : words.levers[lever];
  const unit = unitOf(lever, writing);
  const write = (of: number) => writeQuantity(lever, of, writing);
  const askedFor = write(asked);
  const typed = (done: boolean) => (event: Event) => {
    const field = event.target as HTMLInputElement;
    if (field.value !== "" && field.validity.valid) handlers.type(lever, field.valueAsNumber, done);
    else if (done) field.value = String(Math.round(value));
  };
  const step = (event: KeyboardEvent) => {
    const way = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    const next = stops[stops.indexOf(value) + way];
    if (next !== undefined) handlers.slide(lever, next);
  };
  return html`<div class="lever">
    <label for=${lever}>${name}</label>
    <span class="exact ${lever}">
      <input
        type="number"
        inputmode="numeric"
        step="any"
        aria-label=${words.exact(name, unit)}
        aria-describedby="${lever}-note"
        .value=${live(String(Math.round(value)))}
        @input=${typed(false)}
        @change=${typed(true)}
        @keydown=${step}
      />
      <span aria-hidden="true">${unit}</span>
    </span>
    <input
      type="range"
      id=${lever}
      min="0"
      max=${stops.length - 1}
      step="1"
      aria-valuetext=${write(value)}
      aria-describedby="${lever}-note"
      .value=${live(String(stops.indexOf(value)))}
      @input=${(event: Event) => handlers.slide(lever, stops[(event.target as HTMLInputElement).valueAsNumber]!)}
    />
    <p class="small muted figures" id="${lever}-note">
      ${words.asked(lever === "months" && writing.estimated ? writing.change.about(askedFor) : askedFor)}
      ${limit === null ? (loan.revolving ? nothing : words.leverHints[lever]) : html`<span class=${value === asked ? "" : "limit"}>${writeLimit(limit, loan, simulator.engine.grid, writing)}</span>`}
    </p>
  </div>`;
}

/** What follows from the levers: the instalment always, the rest where it is another. */
function follows({loan, monthsEstimated}: Simulation, outcome: Outcome, writing: Writing): TemplateResult {
  const {words, change} = writing;
  const moved = changesOf({loan}, outcome);
  const row = (name: string, before: number, after: number, about = false) => {
    const written = writeMoney(after, writing);
    return html`<div>
      <dt>${name}</dt>
      <dd>
        ${
          before === after
            ? nothing
            : html`<span class="hidden">${change.from}</span> <span class="muted">${writeMoney(before, writing)}</span>
                <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M1.5 8h12M9.5 4l4 4-4 4"></path>
                </svg>
                <span class="hidden">${change.to}</span> `
        }<strong>${about ? change.about(written) : written}</strong>
      </dd>
    </div>`;
  };
  // A line of credit is for no purchase in particular.
  const price = loan.revolving ? undefined : moved.find(({quantity}) => quantity === "price");
  const [before, after] = [loan, outcome.loan].map(({instalment, months}) => instalment * months) as [number, number];
  return html`<dl class="figures">
    ${loan.instalment > 0 ? row(change.quantities.instalment, loan.instalment, outcome.loan.instalment) : nothing}
    ${price ? row(change.quantities.price, price.before, price.after) : nothing}
    ${after > 0 ? row(words.total, before, after, monthsEstimated) : nothing}
  </dl>`;
}
