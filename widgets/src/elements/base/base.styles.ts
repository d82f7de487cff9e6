import {css} from "lit";

/** The frame, the type and the states that every widget has. */
export const baseStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: min(100%, 15em);
    font-family: var(--_font);
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    word-spacing: normal;
    cursor: auto;
    color: var(--_ink);
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .frame {
    display: flow-root;
    padding: var(--_padding);
    border: var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: break-word;
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--_heading-size);
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 1em;
    margin-block-end: 0.75em;
  }
  p {
    max-inline-size: var(--_measure);
    text-wrap: pretty;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  .figures {
    font-variant-numeric: tabular-nums lining-nums;
  }
  svg {
    display: block;
    max-inline-size: 100%;
    overflow: visible;
  }
  svg text {
    font-family: inherit;
    font-variant-numeric: tabular-nums lining-nums;
    fill: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    border-radius: 2px;
  }
  button {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    min-block-size: 2.5em;
    padding: 0.375em 0.875em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    background: var(--_raised);
  }
  .state {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 0.5em;
  }
  .frame.loading,
  .frame.failed {
    min-block-size: var(--_reserve);
  }
  .frame.empty {
    min-block-size: 12em;
  }
  .state-icon {
    flex: none;
    inline-size: 2em;
    block-size: 2em;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .state .what {
    font-weight: 650;
  }
  .state button {
    margin-block-start: 0.5em;
  }
  .state code {
    font-family: ui-monospace, monospace;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .bone {
    inline-size: 100%;
    block-size: 1em;
    border-radius: 0.25em;
    background: var(--_raised);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .bone.title {
    inline-size: 40%;
    block-size: 2.25em;
  }
  .bone.wide {
    block-size: 4em;
    margin-block: 0.75em;
  }
  .bone.short {
    inline-size: 65%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  :host([compact]) .frame {
    padding: calc(var(--_padding) * 0.667);
  }
  @container (width < 30em) {
    .frame {
      padding: min(var(--_padding), 1em);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
    svg text {
      fill: CanvasText;
    }
  }
  @media print {
    .frame {
      break-inside: avoid;
    }
  }
`;
