import {svgElement} from "./dom.js";

const columns = 10;

/** A hundred people as ten lines of ten marks, the first `count` of them filled. */
export function hundred(count: number, width: number): SVGSVGElement {
  const size = Math.min(width, 260);
  const cell = size / columns;
  const radius = cell * 0.32;
  return svgElement(
    "svg",
    {width: size, height: size, viewBox: `0 0 ${size} ${size}`, class: "quality-hundred"},
    ...Array.from({length: columns ** 2}, (_, i) =>
      svgElement("circle", {
        cx: ((i % columns) + 0.5) * cell,
        cy: (Math.floor(i / columns) + 0.5) * cell,
        r: radius,
        class: i < count ? "quality-counted" : "quality-other"
      })
    )
  );
}
