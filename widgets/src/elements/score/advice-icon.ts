import {html, svg, type TemplateResult} from "lit";
import type {Advice} from "../../locales/dictionary.ts";

// Three outlines that differ in shape, not in colour alone: a disc, a diamond, an octagon.
const drawings: Record<Advice, TemplateResult> = {
  accept: svg`<circle cx="12" cy="12" r="11" /><path class="sign" d="m7 12.5 3.5 3.5 6.5-7.5" />`,
  review: svg`<path d="M12 .5 23.5 12 12 23.5 .5 12z" /><path class="sign" d="M12 6.5v7M12 16.9v.2" />`,
  refuse: svg`<path d="M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z" /><path class="sign" d="M7 12h10" />`
};

export function adviceIcon(advice: Advice): TemplateResult {
  return html`<svg class="advice-icon" viewBox="0 0 24 24" aria-hidden="true">${drawings[advice]}</svg>`;
}
