import {html, nothing, svg, type TemplateResult} from "lit";
import type {Language} from "../../../../model/contract/text.ts";
import type {Client} from "../../book/book.ts";
import {hundredMarks} from "../../chart/hundred.ts";
import {scoreScale} from "../../chart/score-scale.ts";
import type {Advice, ScoreTexts} from "../../locales/dictionary.ts";
import {score as en} from "../../locales/en.ts";
import {formatDay, formatNumber} from "../../locales/format.ts";
import {score as fr} from "../../locales/fr.ts";
import {predictedFrequency} from "../../locales/frequency.ts";
import {LimpideElement} from "../base/limpide-element.ts";
import {adviceIcon} from "./advice-icon.ts";
import {scoreStyles} from "./score.styles.ts";

const texts: Record<Language, ScoreTexts> = {fr, en};

/**
 * A client's score: the points on their scale, what the model recommends, and how many such clients do not repay.
 *
 * @element limpide-score
 * @csspart scale - The drawn scale of points
 */
export class LimpideScore extends LimpideElement {
  static override readonly styles = [...LimpideElement.styles, scoreStyles];

  protected override heading(): string {
    return texts[this.language].heading;
  }

  protected override content(client: Client): TemplateResult {
    const {manifest, record} = client;
    const words = texts[this.language];
    const advice: Advice = record.review ? "review" : record.recommendation;
    return html`
      <div class="summary ${advice}">
        <div>
          <p class="points figures">
            <strong>${formatNumber(record.points, this.language)}</strong> <span>${words.points(record.points)}</span>
          </p>
          <p class="muted figures">${words.distance(record.points - manifest.policy.threshold)}</p>
        </div>
        <div>
          <p class="advice">${adviceIcon(advice)} <strong>${words.recommendation[advice]}</strong></p>
          <p>${words.meaning[advice]}</p>
        </div>
      </div>
      ${this.#scale(client, words)} ${this.#frequency(client, words)}
      ${
        this.compact
          ? nothing
          : html`<p class="muted small model">
              ${words.model(
                manifest.model.version,
                formatDay(manifest.model.trained, this.language),
                manifest.model.imported
              )}
            </p>`
      }
    `;
  }

  #scale({manifest, record}: Client, words: ScoreTexts): TemplateResult {
    const {threshold, reviewFrom, reviewTo} = manifest.policy;
    const {em, width} = this.drawing;
    const fontSize = em * 0.8125;
    const labels = {
      client: `${this.common.client} · ${formatNumber(record.points, this.language)}`,
      threshold: `${words.threshold(threshold)} · ${words.band(reviewFrom, reviewTo)}`,
      ...words.zones
    };
    const scale = scoreScale({
      points: record.points,
      threshold,
      band: [reviewFrom, reviewTo],
      range: manifest.range,
      width,
      fontSize,
      labels,
      formatTick: (points) => formatNumber(points, this.language)
    });
    const y = (ems: number) => ems * em;
    const [top, bottom] = [y(1.9), y(3.5)];
    // The ends of the band are always drawn: it may be a few points wide.
    const stripes = scale.band.map((x) => `M${x} ${top}V${bottom}`);
    for (let x = scale.band[0] + 4; x < scale.band[1] - 2; x += 4) stripes.push(`M${x} ${top}V${bottom}`);
    return html`<svg
      part="scale"
      class="scale"
      role="img"
      aria-labelledby="scale-name"
      aria-describedby="scale-description"
      width=${width}
      height=${y(6.1)}
      viewBox="0 0 ${width} ${y(6.1)}"
    >
      <title id="scale-name">${words.scale}</title>
      <desc id="scale-description">
        ${words.scaleDescription({points: record.points, threshold, from: reviewFrom, to: reviewTo})}
      </desc>
      <rect class="refuse" x="0" y=${top} width=${scale.threshold} height=${bottom - top}></rect>
      <rect class="accept" x=${scale.threshold} y=${top} width=${width - scale.threshold} height=${bottom - top}></rect>
      <path class="refuse-edge" d="M0 ${bottom}H${scale.threshold}"></path>
      <path class="accept-edge" d="M${scale.threshold} ${bottom}H${width}"></path>
      <path class="band" d=${stripes.join("")}></path>
      ${
        scale.zones.refuse
          ? svg`<text class="zone refuse-text" x=${fontSize * 0.6} y=${y(2.97)}>${words.zones.refuse}</text>`
          : nothing
      }
      ${
        scale.zones.accept
          ? svg`<text class="zone accept-text" x=${width - fontSize * 0.6} y=${y(2.97)} text-anchor="end">${words.zones.accept}</text>`
          : nothing
      }
      ${scale.ticks.map(
        ({x, label}) => svg`<path class="tick" d="M${x} ${bottom + 2}v${y(0.25)}"></path>
          <text class="tick-label" x=${x} y=${y(4.65)} text-anchor="middle">${label}</text>`
      )}
      <path class="threshold" d="M${scale.threshold} ${top - 2}V${y(5)}"></path>
      <text class="threshold-label" x=${scale.thresholdLabel} y=${y(5.85)} text-anchor="middle">
        ${labels.threshold}
      </text>
      <path class="client" d="M${scale.client} ${y(1.95)}V${bottom + 1}"></path>
      <path class="client-mark" d="M${scale.client} ${y(2.1)}l${-y(0.45)} ${-y(0.7)}h${y(0.9)}z"></path>
      <text class="client-label" x=${scale.clientLabel} y=${y(1)} text-anchor="middle">${labels.client}</text>
    </svg>`;
  }

  #frequency({record}: Client, words: ScoreTexts): TemplateResult {
    const frequency = predictedFrequency(record.probability);
    const sentence = html`<p>${words.frequency(frequency)}</p>`;
    if (this.compact) return html`<div class="frequency">${sentence}</div>`;
    const marks = hundredMarks(frequency.kind === "less" ? 0 : frequency.count, 25);
    // The sentence says what the marks show: they are for the eye alone.
    return html`<div class="frequency">
      <div>
        ${sentence}
        <p class="small legend" aria-hidden="true">
          <span
            ><svg viewBox="0 0 1 1"><path class="diamonds" d="M.5 .08l.42 .42l-.42 .42l-.42 -.42z"></path></svg
            >${words.marks.defaults}</span
          >
          <span
            ><svg viewBox="0 0 1 1">
              <path class="rings" d="M.22 .5a.28 .28 0 1 0 .56 0a.28 .28 0 1 0 -.56 0z"></path></svg
            >${words.marks.repays}</span
          >
        </p>
      </div>
      <svg class="hundred" viewBox="0 0 ${marks.columns} ${marks.rows}" aria-hidden="true">
        <path class="diamonds" d=${marks.diamonds}></path>
        <path class="rings" d=${marks.rings}></path>
      </svg>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "limpide-score": LimpideScore;
  }
}
