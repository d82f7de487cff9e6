import type {PlotOptions} from "@observablehq/plot";

/** The two outcomes keep their colours everywhere; the style sheet gives each theme its values. */
export const colors = {
  repaid: "var(--repaid)",
  default: "var(--default)",
  ink: "var(--ink)",
  muted: "var(--ink-muted)",
  rule: "var(--rule)",
  surface: "var(--surface)",
  accent: "var(--accent)"
} as const;

/** Below this width, in CSS pixels, a drawing has room for few words. */
export const narrow = 480;

export const plotStyle: PlotOptions = {
  style: {fontFamily: "inherit", fontSize: "13px", overflow: "visible", background: "transparent", color: colors.ink}
};

/** Text over lines stays legible: a halo in the colour of the page. */
export const halo = {stroke: colors.surface, strokeWidth: 5, fill: colors.ink} as const;
