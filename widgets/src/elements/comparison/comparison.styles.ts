import {css} from "lit";

export const comparisonStyles = css`
  /* About the room that a client takes, kept while one loads. */
  .frame {
    --_reserve: 44em;
  }
  :host([compact]) .frame {
    --_reserve: 40em;
  }
  .controls {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75em 1.25em;
  }
  label {
    display: grid;
    gap: 0.25em;
  }
  select {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.5em;
    padding: 0.375em 0.5em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-overflow: ellipsis;
  }
  option,
  optgroup {
    background: var(--_surface);
    color: var(--_ink);
  }
  .standing {
    margin-block-start: 1.25em;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
  }
  figure {
    margin-block-start: 1em;
  }
  figcaption {
    margin-block-end: 0.75em;
  }
  figcaption .small {
    display: block;
  }
  .pending {
    min-block-size: 24em;
    margin-block-start: 1.25em;
  }
  .pending .bone.wide {
    block-size: 12em;
  }
  .histogram text {
    font-size: 0.8125em;
  }
  .histogram .muted-label {
    fill: var(--_muted);
  }
  .grid {
    stroke: var(--_line);
  }
  .axis,
  .tick {
    stroke: var(--_line-strong);
  }
  .bar {
    fill: var(--_bar);
  }
  .bar.mine {
    fill: var(--_line-strong);
  }
  .outline {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.25;
  }
  .key svg {
    display: inline-block;
    margin-inline-end: 0.5em;
  }
  .categories .everyone {
    grid-area: 2 / 2 / 3 / 4;
  }
  .meaning {
    margin-block-start: 1em;
  }
  .median {
    stroke: var(--_muted);
    stroke-dasharray: 3 3;
  }
  .client {
    stroke: var(--_client);
    stroke-width: 2.5;
  }
  .client-mark {
    fill: var(--_client);
  }
  .histogram .client-label {
    font-size: 0.9375em;
    font-weight: 650;
    fill: var(--_client);
  }

  .categories li {
    display: grid;
    grid-template-columns: minmax(0, 14em) minmax(3em, 1fr) auto;
    gap: 0.125em 1em;
    align-items: center;
    padding-block: 0.3125em;
  }
  .categories .number {
    grid-area: 1 / 3;
    min-inline-size: 5em;
  }
  .categories svg {
    grid-area: 1 / 2;
    block-size: 0.875em;
  }
  .categories rect {
    fill: var(--_bar);
  }
  .categories .mine {
    font-weight: 650;
  }
  .categories .mine rect {
    fill: var(--_client);
  }
  .mark {
    white-space: nowrap;
    font-size: 0.875em;
    font-weight: 650;
  }

  .facts {
    display: grid;
    gap: 0.75em;
    margin-block-start: 1em;
    overflow-wrap: anywhere;
  }
  .facts ul {
    display: grid;
    gap: 0.25em;
    margin-block-start: -0.375em;
  }
  .facts li {
    padding-inline-start: 1.5em;
    position: relative;
  }
  .facts li::before {
    content: "";
    position: absolute;
    inset-inline-start: 0.125em;
    inset-block-start: 0.4em;
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 2px solid var(--_repaid);
    border-radius: 50%;
  }
  .facts .defaults::before {
    border: 0;
    border-radius: 0;
    background: var(--_default);
    transform: rotate(45deg) scale(0.9);
  }

  .numbers {
    margin-block-start: 1.25em;
  }
  .numbers summary {
    inline-size: fit-content;
    font-size: 0.875em;
    color: var(--_muted);
    text-decoration: underline;
    text-decoration-color: var(--_line-strong);
    text-underline-offset: 0.2em;
  }
  .numbers table {
    margin-block-start: 0.5em;
  }
  .scroll {
    overflow-x: auto;
  }
  .numbers .wrap {
    white-space: normal;
  }
  .numbers [scope="row"] {
    min-inline-size: 7em;
    overflow-wrap: anywhere;
  }
  .numbers .mine > * {
    font-weight: 650;
    background: var(--_raised);
  }
  .numbers p {
    margin-block: 0.5em;
  }
  .quantiles {
    max-inline-size: 24em;
  }
  @container (width < 34em) {
    .frame {
      --_reserve: 50em;
    }
    :host([compact]) .frame {
      --_reserve: 46em;
    }
    .numbers table {
      font-size: 0.8125em;
    }
    .numbers th,
    .numbers td {
      padding-inline: 0.25em;
    }
    .controls {
      grid-template-columns: minmax(0, 1fr);
    }
    .categories li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .categories .number {
      grid-area: 1 / 2;
    }
    .categories svg {
      grid-area: 2 / 1 / auto / span 2;
    }
  }
  @media (forced-colors: active) {
    .facts .defaults::before {
      background: CanvasText;
    }
    .bar,
    .categories rect {
      stroke: CanvasText;
    }
  }
`;
