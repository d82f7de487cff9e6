import {css} from "lit";

export const scoreStyles = css`
  /* About the room that a client takes, kept while one loads. */
  .frame {
    --_reserve: 31em;
  }
  :host([compact]) .frame {
    --_reserve: 24em;
  }
  .summary {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.5em 2.5em;
    align-items: start;
  }
  .points {
    line-height: 1;
    margin-block-end: 0.5em;
    white-space: nowrap;
  }
  .points strong {
    margin-inline-end: 0.04em;
    font-size: var(--_score-size);
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .points span {
    font-size: 1.125em;
  }
  .advice {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 0.375em;
    font-size: 1.25em;
    line-height: 1.2;
  }
  .advice strong {
    font-weight: 650;
  }
  .accept .advice strong {
    color: var(--_repaid-text);
  }
  .refuse .advice strong {
    color: var(--_default-text);
  }
  .advice-icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: var(--_client);
  }
  .accept .advice-icon {
    fill: var(--_repaid);
  }
  .refuse .advice-icon {
    fill: var(--_default);
  }
  .advice-icon .sign {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .scale {
    margin-block-start: 1.5em;
  }
  .scale text {
    font-size: 0.8125em;
  }
  rect.refuse {
    fill: var(--_default-soft);
  }
  rect.accept {
    fill: var(--_repaid-soft);
  }
  .refuse-edge,
  .accept-edge {
    stroke: var(--_default);
    stroke-width: 3;
  }
  .accept-edge {
    stroke: var(--_repaid);
  }
  .band {
    stroke: var(--_ink);
    stroke-width: 1;
    opacity: 0.4;
  }
  .scale .zone {
    font-weight: 600;
  }
  .scale .refuse-text {
    fill: var(--_default-text);
  }
  .scale .accept-text {
    fill: var(--_repaid-text);
  }
  .tick {
    stroke: var(--_line-strong);
  }
  .scale .tick-label {
    fill: var(--_muted);
  }
  .threshold {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .client {
    stroke: var(--_client);
    stroke-width: 2.5;
  }
  .client-mark {
    fill: var(--_client);
    stroke: var(--_surface);
    stroke-width: 1;
  }
  .scale .client-label {
    font-size: 0.9375em;
    font-weight: 650;
    fill: var(--_client);
  }

  .frequency {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
    gap: 1em 2.5em;
    align-items: center;
    margin-block-start: 1.5em;
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
  .frequency p:first-child {
    font-size: 1.125em;
    line-height: 1.4;
  }
  :host([compact]) .frequency {
    display: block;
    margin-block-start: 1em;
    padding-block-start: 1em;
  }
  :host([compact]) .frequency p {
    font-size: 1em;
  }
  .hundred {
    inline-size: 100%;
    max-inline-size: 28em;
    justify-self: end;
  }
  .diamonds {
    fill: var(--_default);
  }
  .rings {
    fill: none;
    stroke: var(--_repaid);
    stroke-width: 0.11;
  }
  .legend {
    margin-block-start: 0.5em;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    color: var(--_muted);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
  }
  .legend svg {
    inline-size: 1em;
    block-size: 1em;
  }
  .model {
    margin-block-start: 1.25em;
  }
  @container (width < 36em) {
    .frame {
      --_reserve: 42em;
    }
    :host([compact]) .frame {
      --_reserve: 32em;
    }
    .summary {
      grid-template-columns: minmax(0, 1fr);
      row-gap: 1.25em;
    }
    .frequency {
      grid-template-columns: minmax(0, 1fr);
    }
    .hundred {
      justify-self: start;
    }
  }
`;
