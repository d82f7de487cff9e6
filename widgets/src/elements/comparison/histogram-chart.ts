import {html, nothing, svg, type TemplateResult} from "lit";
import type {Distribution} from "../../../../model/contract/cohort.ts";
import type {Language} from "../../../../model/contract/text.ts";
import {histogramBars} from "../../chart/histogram.ts";
import {keepApart, keepInside, textWidth} from "../../chart/label.ts";
import {binOf, binScale} from "../../chart/scale.ts";
import {ticks} from "../../chart/ticks.ts";
import type {ComparisonTexts} from "../../locales/dictionary.ts";
import {formatNumber} from "../../locales/format.ts";
import type {Drawing} from "../base/drawing.ts";
import {holdsOneValue} from "./bins.ts";
import type {Subject} from "./subject.ts";

export interface HistogramOptions {
  subject: Subject;
  distribution: Distribution;
  /** Everyone's, drawn as an outline as high as if the group were like everyone; on the same bins. */
  everyone: Distribution | undefined;
  words: ComparisonTexts;
  name: string;
  /** Where the client stands, said aloud as the chart's description. */
  statement: string;
  drawing: Drawing;
  language: Language;
}

/** The group as a histogram, the client as a line through it, the median as a dashed one. */
export function histogramChart(options: HistogramOptions): TemplateResult {
  const {subject, distribution, everyone, words, name, statement, drawing, language} = options;
  const {counts, quantiles} = distribution;
  const edges = distribution.edges!;
  const {em} = drawing;
  const fontSize = em * 0.8125;
  const likeEveryone = everyone?.counts.map((people) => (people / everyone.count) * distribution.count) ?? [];
  const highest = Math.max(1, ...counts, ...likeEveryone);
  const grid = ticks(0, highest, 4).filter((people) => people > 0 && Number.isInteger(people));
  const left =
    Math.max(...grid.map((people) => textWidth(formatNumber(people, language), fontSize)), 0) + fontSize * 0.5;
  const width = Math.max(0, drawing.width - left);
  const [top, height] = [em * 2.9, em * 8];
  const bottom = top + height;
  const bars = histogramBars(counts, {width, height, highest});
  const outline = histogramBars(likeEveryone, {width, height, highest});
  // Whole values are drawn in the middle of their bin, where their bar is.
  const centred = holdsOneValue(subject, distribution);
  const scale = binScale(edges, [0, width]);
  const x = (value: number) =>
    scale(centred && Number.isInteger(value) ? Math.min(value, edges.at(-1)! - 1) + 0.5 : value);
  const {value} = subject;
  const mine = value === null ? undefined : binOf(edges, value);
  const label = value === null ? "" : words.client(subject.text(value));
  const median = quantiles?.[2];
  const axis = axisLabels(edges, centred, subject, x, width, fontSize);
  const medianLabel =
    median === undefined
      ? undefined
      : placeBeside(
          words.median(subject.text(median)),
          left + x(median),
          value === null ? undefined : left + x(value),
          fontSize,
          drawing.width
        );
  const labelX = (text: string, at: number, size: number) =>
    keepInside(at + left, textWidth(text, size), drawing.width);
  return html`<svg
    class="histogram"
    role="img"
    aria-labelledby="chart-name"
    aria-describedby="chart-description"
    width=${drawing.width}
    height=${bottom + em * 1.6}
    viewBox="0 0 ${drawing.width} ${bottom + em * 1.6}"
  >
    <title id="chart-name">${name}</title>
    <desc id="chart-description">${statement}</desc>
    ${grid.map((people) => {
      const y = bottom - (people / highest) * height;
      return svg`<path class="grid" d="M${left} ${y}h${width}"></path>
        <text class="muted-label" x=${left - fontSize * 0.5} y=${y + fontSize * 0.35} text-anchor="end">${formatNumber(people, language)}</text>`;
    })}
    <g transform="translate(${left} ${top})">
      ${bars.map(
        (bar) => svg`<rect
          class=${bar.bin === mine ? "bar mine" : "bar"}
          x=${bar.x}
          y=${bar.y}
          width=${Math.max(0, bar.width)}
          height=${bar.height}
        ></rect>`
      )}
      ${
        outline.length === 0
          ? nothing
          : svg`<path class="outline" d="M0 ${height}${outline.map((bar) => `V${bar.y}H${bar.x + bar.width}`).join("")}V${height}"></path>`
      }
    </g>
    <path class="axis" d="M${left} ${bottom}h${width}"></path>
    ${axis.map(
      ({at, x, label}) => svg`<path class="tick" d="M${left + at} ${bottom}v${em * 0.25}"></path>
        <text class="muted-label" x=${left + x} y=${bottom + em * 1.2} text-anchor="middle">${label}</text>`
    )}
    ${
      medianLabel === undefined
        ? nothing
        : svg`<path class="median" d="M${left + x(median!)} ${top - em * 0.4}V${bottom}"></path>
            <text class="muted-label" x=${medianLabel.x} y=${top - em * 0.65} text-anchor="middle">${medianLabel.label}</text>`
    }
    ${
      value === null
        ? nothing
        : svg`<path class="client" d="M${left + x(value)} ${em * 1.35}V${bottom}"></path>
            <path class="client-mark" d="M${left + x(value)} ${em * 1.9}l${-em * 0.4} ${-em * 0.6}h${em * 0.8}z"></path>
            <text class="client-label" x=${labelX(label, x(value), fontSize * 1.1)} y=${em * 0.95} text-anchor="middle">${label}</text>`
    }
  </svg>`;
}

/** Round values along the axis, as many as fit; of whole values each bin's own, in its middle. */
function axisLabels(
  edges: readonly number[],
  centred: boolean,
  subject: Subject,
  x: (value: number) => number,
  width: number,
  fontSize: number
): {at: number; x: number; label: string}[] {
  const low = edges[0]!;
  const high = edges.at(-1)!;
  const widest = Math.max(textWidth(subject.tick(low), fontSize), textWidth(subject.tick(high), fontSize));
  const room = Math.max(2, Math.floor(width / (widest + fontSize * 1.5)));
  const round = centred ? edges.slice(0, -1) : ticks(low, high, Math.min(room, 9));
  // Where the unit has no such decimals, two ticks would read the same.
  const distinct = new Set(round.map((value) => subject.tick(value))).size === round.length;
  const values = distinct ? round : round.filter(Number.isInteger);
  const labels = values.map((value) => {
    const label = subject.tick(value);
    const labelWidth = textWidth(label, fontSize);
    const at = x(value);
    return {at, x: Math.min(at, width - labelWidth / 2 + fontSize * 0.5), width: labelWidth, label};
  });
  return keepApart(labels, fontSize * 0.4);
}

/** A label centred over its line, or beside the client's line where that would cross it. */
function placeBeside(
  label: string,
  at: number,
  client: number | undefined,
  fontSize: number,
  width: number
): {x: number; label: string} {
  const half = textWidth(label, fontSize) / 2;
  const gap = fontSize * 0.5;
  const centred = keepInside(at, half * 2, width);
  if (client === undefined || Math.abs(centred - client) > half + gap) return {x: centred, label};
  const after = client + gap + half;
  const before = client - gap - half;
  const preferAfter = at >= client ? after + half <= width : before - half < 0;
  return {x: preferAfter ? after : before, label};
}
