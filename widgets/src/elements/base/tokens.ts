import {css, unsafeCSS} from "lit";

/** Colours by theme: [light, dark]. Text colours meet WCAG AA on both surfaces and on their own soft tint. */
export const colours = {
  surface: ["#ffffff", "#14161a"],
  raised: ["#f4f5f7", "#1e2127"],
  ink: ["#17191d", "#eef0f3"],
  muted: ["#555b65", "#a9b0bb"],
  line: ["#dcdfe4", "#343942"],
  "line-strong": ["#868d98", "#7d8591"],
  default: ["#d55e00", "#e8722a"],
  "default-text": ["#a34300", "#ffa46b"],
  "default-soft": ["#fbe7da", "#3b2417"],
  repaid: ["#0072b2", "#3f9fd8"],
  "repaid-text": ["#00598c", "#84c8f0"],
  "repaid-soft": ["#dcedf8", "#12303f"],
  client: ["#17191d", "#ffffff"],
  bar: ["#c9ced6", "#474d58"],
  focus: ["#0b57d0", "#a8c7fa"]
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** What isn't a colour. */
const measures = {
  font: "inherit",
  "heading-size": "1.125em",
  "score-size": "3.25em",
  padding: "1.5em",
  gap: "1.25em",
  radius: "0.375em",
  border: "1px solid var(--_line)",
  measure: "38em",
  duration: "160ms"
} as const;

const defaults = [
  ...Object.entries(colours).map(([name, [light, dark]]) => [name, `light-dark(${light}, ${dark})`] as const),
  ...Object.entries(measures)
];

/** Every public custom property with its default; the README lists the same. */
export const tokens: Readonly<Record<`--limpide-${string}`, string>> = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ defaults.map(([name, value]) => [`--limpide-${name}`, value])
);

// Inside, a rule says var(--_ink): a public property that a page sets, or the default.
const declarations = defaults.map(([name, value]) => `--_${name}:var(--limpide-${name},${value});`);

/**
 * In forced colours everything is the reader's own: shapes, signs and words still tell what colours told. What isn't
 * named here is as text is.
 */
const forced: Partial<Record<keyof typeof colours, string>> = {
  surface: "Canvas",
  raised: "Canvas",
  "default-soft": "Canvas",
  "repaid-soft": "Canvas",
  bar: "Canvas",
  client: "Highlight",
  focus: "Highlight"
};
const forcedDeclarations = (Object.keys(colours) as (keyof typeof colours)[]).map(
  (name) => `--_${name}:${forced[name] ?? "CanvasText"};`
);

export const tokenStyles = css`
  :host {
    ${unsafeCSS(declarations.join(""))}
  }
  @media (forced-colors: active) {
    :host {
      ${unsafeCSS(forcedDeclarations.join(""))}
    }
  }
`;
