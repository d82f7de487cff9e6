import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {typeset} from "./typography.js";

export interface FigureOptions {
  language: Language;
  /** The question that the figure answers. */
  title: string;
  /** What is counted, in which unit, and how many people it is about. */
  note: string;
  /** What the drawing shows, for whoever doesn't see it. */
  summary: string;
  /** Draws at a width in CSS pixels. */
  draw: (width: number) => Element;
  /** The numbers behind the drawing: the first column names each row. */
  table: TableOptions;
}

export interface TableOptions {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

const words = {
  fr: {numbers: "Les chiffres de la figure"},
  en: {numbers: "The numbers of the figure"}
};

/** A titled drawing that follows its container's width, with its numbers in a table that opens beneath it. */
export function figure(options: FigureOptions): HTMLElement {
  const {language, draw} = options;
  const set = (text: string): string => typeset(text, language);
  const drawing = element("div", {class: "figure-drawing", role: "img", "aria-label": set(options.summary)});
  const redraw = (width: number): void => drawing.replaceChildren(unlabel(draw(width)));
  redraw(640);
  followWidth(drawing, redraw);
  return element(
    "figure",
    {class: "figure"},
    element(
      "figcaption",
      {},
      element("h3", {class: "figure-title"}, set(options.title)),
      element("p", {class: "figure-note"}, set(options.note))
    ),
    drawing,
    element(
      "details",
      {class: "figure-numbers"},
      element("summary", {}, words[language].numbers),
      table({...options.table, label: set(options.title)}, language)
    )
  );
}

/** Plot labels each of its groups in English; within an image that has a name, style sheets alone read them. */
function unlabel(drawing: Element): Element {
  for (const group of drawing.querySelectorAll("g[aria-label]")) {
    group.setAttribute("data-mark", group.getAttribute("aria-label")!);
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
  return drawing;
}

/** A table in a frame that scrolls by itself, so that the page never does. */
export function table({columns, rows, label}: TableOptions & {label: string}, language: Language): HTMLElement {
  const set = (text: string): string => typeset(text, language);
  return element(
    "div",
    {class: "table-frame", role: "region", "aria-label": label, tabindex: 0},
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...columns.map((name) => element("th", {scope: "col"}, set(name))))),
      element(
        "tbody",
        {},
        ...rows.map(([name, ...values]) =>
          element(
            "tr",
            {},
            element("th", {scope: "row"}, set(name ?? "")),
            ...values.map((value) => element("td", {}, set(value)))
          )
        )
      )
    )
  );
}

/** Calls back with the width of an element, in whole pixels, now and whenever it changes. */
export function followWidth(node: Element, callback: (width: number) => void): void {
  let last = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry!.contentRect.width);
    if (width > 0 && width !== last) callback((last = width));
  }).observe(node);
}
