import {svg, html, type TemplateResult} from "lit";
import type {BookErrorCode} from "../../book/book-error.ts";

// Line drawings on a 24-unit grid, in the colour of the text; words beside them say the same.
const icon = (paths: TemplateResult) =>
  html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${paths}
  </svg>`;

export const emptyIcon = icon(svg`<circle cx="12" cy="8" r="4" /><path d="M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6" />`);

const unknownIcon = icon(svg`<circle cx="10.5" cy="10.5" r="6.5" /><path d="m15.5 15.5 5.5 5.5M8 10.5h5" />`);

const offlineIcon = icon(
  svg`<path d="M3 3l18 18M2.5 9.5a14 14 0 0 1 4-2.6M11 5.5a14 14 0 0 1 10.5 4M6 13.5a9 9 0 0 1 4-2.3M15 11.8a9 9 0 0 1 3 1.7M9.5 17a4 4 0 0 1 5 0" />`
);

const brokenIcon = icon(svg`<path d="M6 2.5h8.5L19 7v5l-3 2-3-2-3 2-5-2.5V2.5M5 16.5l5 2 3-2 3 2 3-2v5H5z" />`);

export function failureIcon(code: BookErrorCode): TemplateResult {
  if (code === "E_CLIENT_UNKNOWN") return unknownIcon;
  return code === "E_OFFLINE" ? offlineIcon : brokenIcon;
}
