import * as Plot from "@observablehq/plot";
import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {colors, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

/** How one of several series is drawn: told by its mark and its dashes as well as by its colour. */
export interface SeriesStyle {
  color: string;
  symbol: Plot.SymbolType;
  dash: string;
}

const symbols: readonly Plot.SymbolType[] = ["circle", "square2", "triangle2", "diamond2", "times", "plus", "star"];
const dashes = ["none", "7 4", "2 4"];
const distinct = [colors.ink, colors.accent, "var(--value-mid)", "var(--value-low)", "var(--value-high)"];

/** As many styles as there are series; of those that have an order, colours go from that of low values to high. */
export function seriesStyles(count: number, ordered = false): SeriesStyle[] {
  return Array.from({length: count}, (_, i) => ({
    color: ordered ? valueColor(count > 1 ? i / (count - 1) : 0) : distinct[i % distinct.length]!,
    symbol: symbols[i % symbols.length]!,
    dash: dashes[i % dashes.length]!
  }));
}

/** The colour of a value by its place, 0 to 1, from the lowest to the highest. */
export function valueColor(place: number): string {
  const [from, to, share] = place < 0.5 ? ["low", "mid", 2 * place] : ["mid", "high", 2 * place - 1];
  return `color-mix(in oklab, var(--value-${from}), var(--value-${to}) ${Math.round(100 * share)}%)`;
}

/** What each series is, above the drawing. */
export function seriesLegend(
  series: readonly {label: string; style: SeriesStyle}[],
  language: Language,
  {lines = false}: {lines?: boolean} = {}
): HTMLElement {
  return element(
    "div",
    {class: "global-legend"},
    ...series.map(({label, style}) =>
      element("span", {class: "global-legend-entry"}, swatch(style, lines), typeset(label, language))
    )
  );
}

function swatch({color, symbol, dash}: SeriesStyle, lines: boolean): Element {
  const width = lines ? 34 : 14;
  const line = [
    [1, 7],
    [width - 1, 7]
  ] as const;
  return Plot.plot({
    ...plotStyle,
    width,
    height: 14,
    margin: 0,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    marks: [
      lines ? Plot.line(line, {stroke: color, strokeWidth: 2, strokeDasharray: dash}) : null,
      Plot.dot([[width / 2, 7]], {symbol, r: 4, fill: color, stroke: color})
    ]
  });
}
