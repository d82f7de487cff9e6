import {html, type TemplateResult} from "lit";
import type {Advice} from "../../locales/dictionary.ts";

// Three outlines that differ in shape, not in colour alone: a disc, a diamond, an octagon; and a sign on each.
const drawings: Record<Advice, [outline: string, sign: string]> = {
  accept: ["M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z", "m7 12.5 3.5 3.5 6.5-7.5"],
  review: ["M12 .5 23.5 12 12 23.5 .5 12z", "M12 6.5v7M12 16.9v.2"],
  refuse: ["M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z", "M7 12h10"]
};

export function adviceIcon(advice: Advice): TemplateResult {
  const [outline, sign] = drawings[advice];
  return html`<svg class="advice-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${outline}></path>
    <path class="sign" d=${sign}></path>
  </svg>`;
}
