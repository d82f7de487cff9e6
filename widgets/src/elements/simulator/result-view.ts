import {html, nothing, type TemplateResult} from "lit";
import type {Manifest} from "../../../../model/contract/manifest.ts";
import type {Score} from "../../../../model/ensemble/scoring.ts";
import {linearScale} from "../../chart/scale.ts";
import type {Advice} from "../../locales/dictionary.ts";
import {formatNumber, formatSigned} from "../../locales/format.ts";
import {predictedFrequency} from "../../locales/frequency.ts";
import {dot} from "../base/signs.ts";
import {adviceIcon} from "../score/advice-icon.ts";
import type {Writing} from "./writing.ts";

/** A score in the band is to be reviewed, whichever side of the threshold it is on. */
export function adviceOf({review, recommendation}: Pick<Score, "review" | "recommendation">): Advice {
  return review ? "review" : recommendation;
}

/** The simulated score beside that of the loan asked for. */
export function resultView(
  now: Score,
  before: Score,
  manifest: Manifest,
  compact: boolean,
  writing: Writing
): TemplateResult {
  const {words, score, change, language} = writing;
  const advice = adviceOf(now);
  const by = now.points - before.points;
  return html`<div class="result ${advice}" part="result">
    <div class="headline">
      <p class="points figures">
        <strong>${formatNumber(now.points, language)}</strong> <span>${score.points(now.points)}</span>
        ${
          by === 0
            ? nothing
            : html`<span class="by ${by > 0 ? "towards" : "against"}"
                >${formatSigned(by, language)}<span class="hidden"> ${change.from} ${before.points}</span></span
              >`
        }
      </p>
      <p class="advice">${adviceIcon(advice)} <strong>${score.recommendation[advice]}</strong></p>
      <p class="muted small figures">${score.distance(now.points - manifest.policy.threshold)}</p>
    </div>
    ${scale(now, before, manifest, writing)}
    ${
      compact
        ? nothing
        : html`<p class="figures frequency">
            ${words.frequency(predictedFrequency(now.probability), predictedFrequency(before.probability))}
          </p>`
    }
  </div>`;
}

/** As `limpide-score` draws it, with a second, hollow mark for the loan asked for. */
function scale(now: Score, before: Score, manifest: Manifest, {words, score, language}: Writing): TemplateResult {
  const {threshold, reviewFrom, reviewTo} = manifest.policy;
  const points = [now.points, before.points];
  const [low, high] = manifest.range;
  // Both scores are on one scale, however far they are.
  const x = linearScale([Math.min(low, reviewFrom, ...points), Math.max(high, reviewTo, ...points)], [0, 100]);
  const [client, asked] = points.map(x) as [number, number];
  // Both ends of the band belong to it.
  const [from, at, to] = [x(reviewFrom - 0.5), x(threshold), x(reviewTo + 0.5)];
  // A label that starts or ends at its mark near an end of the scale stays inside.
  const anchor = client < 25 ? "start" : client > 75 ? "end" : "middle";
  const triangle = "M0 3l-7 -11h14z";
  return html`<figure>
    <svg class="scale" role="img" aria-labelledby="scale" aria-describedby="scale-text" width="100%">
      <title id="scale">${words.scale}</title>
      <desc id="scale-text">
        ${words.scaleDescription({
          now: now.points,
          before: before.points,
          threshold,
          from: reviewFrom,
          to: reviewTo
        })}
      </desc>
      <rect class="refuse" y="2em" width="${at}%" height="1.5em"></rect>
      <rect class="accept" x="${at}%" y="2em" width="${100 - at}%" height="1.5em"></rect>
      <rect class="band" x="${from}%" y="2em" width="${to - from}%" height="1.5em"></rect>
      <rect class="threshold" x="${at}%" y="1.75em" width="2" height="2em"></rect>
      <svg class="asked" x="${asked}%" y="2em"><path d="M0 3v21${triangle}"></path></svg>
      <svg class="client" x="${client}%" y="2em"><path d="M-1.25 0v24h2.5v-24${triangle}"></path></svg>
      <text x="${client}%" y="1em" text-anchor=${anchor}>
        ${words.now} ${dot} ${formatNumber(now.points, language)}
      </text>
    </svg>
    <figcaption class="small figures">
      <span class="refuse">${score.zones.refuse}</span>
      <span class="muted">${score.threshold(threshold)} ${dot} ${score.band(reviewFrom, reviewTo)}</span>
      <span class="accept">${score.zones.accept}</span>
    </figcaption>
    <p class="small muted figures key">
      <svg viewBox="-8 -9 16 13" aria-hidden="true"><path d=${triangle}></path></svg>
      ${words.before} ${dot} ${formatNumber(before.points, language)}
    </p>
  </figure>`;
}
