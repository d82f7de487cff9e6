import {html, nothing, type TemplateResult} from "lit";
import type {Client} from "../../book/book.ts";
import {hundredMarks} from "../../chart/hundred.ts";
import {linearScale} from "../../chart/scale.ts";
import type {Advice} from "../../locales/dictionary.ts";
import {formatDay, formatNumber} from "../../locales/format.ts";
import {predictedFrequency} from "../../locales/frequency.ts";
import {ClientElement} from "../base/client-element.ts";
import {stateIcon} from "../base/icons.ts";
import {diamond, dot, ring} from "../base/signs.ts";
import {adviceIcon} from "./advice-icon.ts";
import {scoreStyles} from "./score.styles.ts";

/**
 * A client's score: the points on their scale, what the model recommends, and how many such clients do not repay. Where
 * `compact`, the points and the recommendation on one line, for a row of a table.
 *
 * @element limpide-score
 * @csspart scale - The drawn scale of points
 */
export class LimpideScore extends ClientElement {
  static override readonly styles = [...ClientElement.styles, scoreStyles];

  protected override heading(): string {
    return this.texts("score").heading;
  }

  protected override content(client: Client): TemplateResult {
    const words = this.texts("score");
    const {threshold} = client.manifest.policy;
    const {version, trained, imported} = client.manifest.model;
    const {points} = client.record;
    const advice = adviceOf(client);
    return html`
      <div class="summary ${advice}">
        <div>
          <p class="points figures">${this.#points(points)}</p>
          <p class="muted figures">${words.distance(points - threshold)}</p>
        </div>
        <div>
          <p class="advice">${adviceIcon(advice)} <strong>${words.recommendation[advice]}</strong></p>
          <p>${words.meaning[advice]}</p>
        </div>
      </div>
      ${this.#scale(client)} ${this.#frequency(client)}
      <p class="muted small model">${words.model(version, formatDay(trained, this.language), imported)}</p>
    `;
  }

  #points(points: number): TemplateResult {
    return html`<strong>${formatNumber(points, this.language)}</strong>
      <span>${this.texts("score").points(points)}</span>`;
  }

  #scale({manifest, record: {points}}: Client): TemplateResult {
    const words = this.texts("score");
    const {threshold, reviewFrom, reviewTo} = manifest.policy;
    const [low, high] = manifest.range;
    const x = linearScale([Math.min(low, points, reviewFrom), Math.max(high, points, reviewTo)], [0, 100]);
    // Both ends of the band belong to it.
    const [client, from, to, middle] = [x(points), x(reviewFrom - 0.5), x(reviewTo + 0.5), x(threshold)];
    // A label that starts or ends at its mark near an end of the scale stays inside.
    const anchor = client < 20 ? "start" : client > 80 ? "end" : "middle";
    return html`<figure>
      <svg class="scale" part="scale" role="img" aria-labelledby="scale" aria-describedby="scale-text" width="100%">
        <title id="scale">${words.scale}</title>
        <desc id="scale-text">${words.scaleDescription({points, threshold, from: reviewFrom, to: reviewTo})}</desc>
        <rect class="refuse" y="2em" width="${middle}%" height="1.5em"></rect>
        <rect class="accept" x="${middle}%" y="2em" width="${100 - middle}%" height="1.5em"></rect>
        <rect class="band" x="${from}%" y="2em" width="${to - from}%" height="1.5em"></rect>
        <rect class="threshold" x="${middle}%" y="1.75em" width="2" height="2em"></rect>
        <svg class="client" x="${client}%" y="2em"><path d="M-1.25 0v24h2.5v-24M0 3l-7 -11h14z"></path></svg>
        <text x="${client}%" y="1em" text-anchor=${anchor}>
          ${this.texts("common").client} ${dot} ${formatNumber(points, this.language)}
        </text>
      </svg>
      <figcaption class="small figures">
        <span class="refuse">${words.zones.refuse}</span>
        <span class="muted">${words.threshold(threshold)} ${dot} ${words.band(reviewFrom, reviewTo)}</span>
        <span class="accept">${words.zones.accept}</span>
      </figcaption>
    </figure>`;
  }

  #frequency({record}: Client): TemplateResult {
    const {frequency: sentence, marks: names} = this.texts("score");
    const frequency = predictedFrequency(record.probability);
    const marks = hundredMarks(frequency.kind === "less" ? 0 : frequency.count, 25);
    // The sentence says what the marks show: they are for the eye alone.
    return html`<div class="frequency">
      <div>
        <p>${sentence(frequency)}</p>
        <p class="small muted" aria-hidden="true">
          <span class="refuse">${diamond}</span> ${names.defaults} <span class="accept">${ring}</span> ${names.repays}
        </p>
      </div>
      <svg viewBox="0 0 ${marks.columns} ${marks.rows}" aria-hidden="true">
        <path class="diamonds refuse" d=${marks.diamonds}></path>
        <path class="rings accept" d=${marks.rings}></path>
      </svg>
    </div>`;
  }

  protected override render(): TemplateResult {
    return this.compact ? this.#line() : super.render();
  }

  /** Everything on one line; what there is no room for is its tooltip and its description. */
  #line(): TemplateResult {
    const {client, failure, status} = this;
    const words = this.texts("score");
    const common = this.texts("common");
    const {title, hint} = failure ? common.failures[failure.code] : common.empty;
    let [content, more] = [html`${stateIcon(failure?.kind ?? "empty")} ${title}`, hint];
    if (status === "loading") [content, more] = [html`<span class="bone"></span>`, common.loading];
    if (client) {
      const advice = adviceOf(client);
      const frequency = words.frequency(predictedFrequency(client.record.probability));
      content = html`<span class="points figures">${this.#points(client.record.points)}</span>
        <span class="advice ${advice}">${adviceIcon(advice)} <strong>${words.recommendation[advice]}</strong></span>`;
      more = client.manifest.demonstration ? `${frequency} ${common.demonstration}.` : frequency;
    }
    const again = failure?.recoverable
      ? html`<button type="button" @click=${() => this.load()}>${common.retry}</button>`
      : nothing;
    return html`<div
      class="line"
      part="frame"
      role="group"
      lang=${common.tag}
      aria-label=${words.heading}
      aria-busy=${status === "loading"}
      title=${more}
    >
      ${content} ${again} ${status === "failed" ? html`<slot name="fallback"></slot>` : nothing}
    </div>`;
  }
}

/** A score in the band is to be reviewed, whichever side of the threshold it is on. */
function adviceOf({record: {recommendation, review}}: Client): Advice {
  return review ? "review" : recommendation;
}

declare global {
  interface HTMLElementTagNameMap {
    "limpide-score": LimpideScore;
  }
}
