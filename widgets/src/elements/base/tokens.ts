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

/** Every public custom property with its default; the README lists the same. */
export const tokens: Readonly<Record<`--limpide-${string}`, string>> = Object.fromEntries([
  ...Object.entries(colours).map(([name, [light, dark]]) => [`--limpide-${name}`, `light-dark(${light}, ${dark})`]),
  ...Object.entries(measures).map(([name, value]) => [`--limpide-${name}`, value])
]);

// Inside, a rule says var(--_ink): a public property that a page sets, or the default.
const declarations = Object.entries(tokens).map(
  ([name, value]) => `${name.replace("--limpide-", "--_")}: var(${name}, ${value});`
);

/** In forced colours everything is the reader's own: shapes, signs and words still tell what colours told. */
const forced = {
  surface: "Canvas",
  raised: "Canvas",
  ink: "CanvasText",
  muted: "CanvasText",
  line: "CanvasText",
  "line-strong": "CanvasText",
  default: "CanvasText",
  "default-text": "CanvasText",
  "default-soft": "Canvas",
  repaid: "CanvasText",
  "repaid-text": "CanvasText",
  "repaid-soft": "Canvas",
  client: "Highlight",
  bar: "Canvas",
  focus: "Highlight"
} as const satisfies Record<keyof typeof colours, string>;
const forcedDeclarations = Object.entries(forced).map(([name, value]) => `--_${name}: ${value};`);

export const tokenStyles = css`
  :host {
    ${unsafeCSS(declarations.join("\n"))}
  }
  @media (forced-colors: active) {
    :host {
      ${unsafeCSS(forcedDeclarations.join("\n"))}
    }
  }
`;
