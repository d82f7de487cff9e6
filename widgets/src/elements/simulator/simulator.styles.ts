import {css} from "lit";

export const simulatorStyles = css`
  /* About the room that a client takes, kept while one loads. */
  .frame {
    --_reserve: 20em;
  }
  .start,
  .bench,
  .difference,
  .unable {
    margin-block-start: var(--_gap);
  }
  .start > * + * {
    margin-block-start: 0.75em;
  }
  .bench {
    display: grid;
    gap: calc(var(--_gap) * 1.25) 3em;
    align-items: start;
  }

  .points {
    line-height: 1;
    white-space: nowrap;
  }
  .points strong {
    font-size: var(--_score-size);
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .start .points strong {
    font-size: 2em;
  }
  .by {
    margin-inline-start: 0.375em;
    font-size: 1.25em;
    font-weight: 650;
  }
  .advice {
    display: flex;
    align-items: center;
    gap: 0.4em;
  }
  .headline {
    min-block-size: 8em;
  }
  .headline .advice {
    margin-block-start: 0.75em;
    font-size: 1.25em;
    line-height: 1.2;
  }
  .headline .muted {
    margin-block-start: 0.25em;
  }
  .advice strong {
    font-weight: 650;
  }
  .advice-icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: var(--_client);
  }
  .advice-icon .sign {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .accept .advice-icon {
    fill: var(--_repaid);
  }
  .refuse .advice-icon {
    fill: var(--_default);
  }
  .accept .advice strong,
  span.accept {
    color: var(--_repaid-text);
  }
  .refuse .advice strong,
  span.refuse {
    color: var(--_default-text);
  }

  figure {
    margin-block-start: 0.5em;
  }
  .scale {
    block-size: 3.75em;
  }
  .scale text {
    font-size: 0.9375em;
    font-weight: 650;
    fill: var(--_client);
  }
  rect.refuse {
    fill: var(--_default-soft);
    stroke: var(--_default);
  }
  rect.accept {
    fill: var(--_repaid-soft);
    stroke: var(--_repaid);
  }
  rect.band {
    fill: var(--_ink);
    opacity: 0.16;
  }
  rect.threshold {
    fill: var(--_ink);
  }
  .client path {
    fill: var(--_client);
    stroke: var(--_surface);
  }
  .asked path,
  .key path {
    fill: var(--_surface);
    stroke: var(--_client);
    stroke-width: 1.5;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
  }
  figcaption .refuse,
  figcaption .accept {
    font-weight: 600;
  }
  figcaption .accept {
    margin-inline-start: auto;
  }
  figcaption .muted {
    flex: 1 0 auto;
    order: 1;
    inline-size: 100%;
    text-align: center;
  }
  .key {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-block-start: 0.25em;
  }
  .key svg {
    inline-size: 1em;
    block-size: 0.8125em;
  }
  .frequency {
    margin-block-start: 0.75em;
    min-block-size: 3em;
  }

  .controls {
    display: grid;
    gap: 0.625em;
  }
  .lever {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25em 1em;
    align-items: center;
  }
  .lever > :is(input, p) {
    grid-column: 1 / -1;
  }
  label {
    font-weight: 600;
  }
  .exact {
    display: flex;
    align-items: baseline;
    gap: 0.375em;
  }
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  input[type="number"] {
    inline-size: 6em;
    min-block-size: 2.25em;
    padding: 0.125em 0.5em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: end;
    font-variant-numeric: tabular-nums lining-nums;
    appearance: textfield;
  }
  .months input {
    inline-size: 3.75em;
  }
  input::-webkit-inner-spin-button {
    appearance: none;
  }
  input[type="range"] {
    inline-size: 100%;
    min-block-size: 1.75em;
    margin: 0;
    accent-color: var(--_client);
    cursor: pointer;
  }
  .lever p {
    min-block-size: 3em;
  }
  .limit {
    color: var(--_ink);
    font-weight: 600;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding-block: 0.375em;
    border-block-start: 1px solid var(--_line);
  }
  dd {
    margin-inline-start: auto;
    text-align: end;
  }
  dd strong {
    font-weight: 600;
  }
  .arrow {
    display: inline-block;
    inline-size: 0.875em;
    block-size: 0.875em;
    margin-inline: 0.125em;
    vertical-align: -0.0625em;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .reset {
    justify-self: start;
  }
  button[aria-disabled="true"] {
    border-color: var(--_line);
    color: var(--_muted);
    cursor: default;
  }

  .ways ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(12em, 100%), 1fr));
    gap: 0.75em;
    margin-block-start: 0.5em;
  }
  .ways button {
    inline-size: 100%;
    block-size: 100%;
    padding: 0.625em 0.875em;
    text-align: start;
  }
  .ways button span {
    display: block;
    font-weight: 400;
  }
  .ways button[aria-pressed="true"] {
    border-color: var(--_client);
    box-shadow: inset 0 0 0 1px var(--_client);
    background: var(--_raised);
  }

  .difference > * + * {
    margin-block-start: 0.375em;
  }
  .lead {
    font-weight: 600;
  }
  .surprise {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_line-strong);
  }
  .families {
    display: grid;
    gap: 1em;
    margin-block: 0.75em;
  }
  .head {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    max-inline-size: none;
    font-weight: 600;
  }
  .head strong {
    flex: none;
    font-weight: 650;
  }
  .bar {
    margin-block: 0.25em 0.375em;
  }
  .bar .towards {
    fill: var(--_repaid);
  }
  .bar .against {
    fill: var(--_default);
  }
  .bar line {
    stroke: var(--_line-strong);
  }
  .families ul li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 3em;
    gap: 0 1em;
    align-items: baseline;
    padding-block: 0.25em;
  }
  .families .small p {
    margin-block-start: 0.25em;
  }
  .values {
    text-align: end;
  }
  details {
    margin-block-start: 0.75em;
  }
  .scroll {
    overflow-x: auto;
    margin-block-start: 0.5em;
  }
  .sum > * {
    font-weight: 600;
  }

  @container (width < 30em) {
    .families ul li {
      grid-template-columns: minmax(0, 1fr) 3em;
    }
    .values {
      grid-area: 2 / 1;
      text-align: start;
    }
    .families .number {
      grid-area: 1 / 2;
    }
  }
  @container (width >= 46em) {
    .bench {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .bench {
      grid-template-rows: auto 1fr;
    }
    .controls {
      grid-area: 1 / 1 / span 2;
    }
  }
  @media (forced-colors: active) {
    .bar rect {
      fill: CanvasText;
    }
    rect.band {
      fill: none;
      stroke: CanvasText;
      stroke-dasharray: 2 2;
      opacity: 1;
    }
    .ways button[aria-pressed="true"] {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
