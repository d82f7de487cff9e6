import {html, type TemplateResult} from "lit";
import type {FailureKind} from "../../book/book-error.ts";

// Line drawings on a 24-unit grid, in the colour of the text; words beside them say the same.
const drawings: Record<FailureKind | "empty", string> = {
  empty: "M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6",
  unknown: "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13m5 11.5 5.5 5.5M8 10.5h5",
  offline:
    "M3 3l18 18M2.5 9.5a14 14 0 0 1 4-2.6M11 5.5a14 14 0 0 1 10.5 4M6 13.5a9 9 0 0 1 4-2.3M15 11.8a9 9 0 0 1 3 1.7M9.5 17a4 4 0 0 1 5 0",
  denied: "M5.5 10.5h13v10h-13zM8 10.5V7a4 4 0 0 1 8 0v3.5M12 14.5v2",
  expired: "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18M12 7.5V12l3 2",
  broken: "M6 2.5h8.5L19 7v5l-3 2-3-2-3 2-5-2.5V2.5zM5 16.5l5 2 3-2 3 2 3-2v5H5z"
};

export function stateIcon(of: FailureKind | "empty"): TemplateResult {
  return html`<svg class="state-icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${drawings[of]}></path></svg>`;
}
