import {css} from "lit";

// --_reserve is about the room that a client takes, kept while one loads. In a table's cell nothing but the one line
// says how wide it is.
export const scoreStyles = css`
  .frame {
    --_reserve: 31em;
  }
  .accept {
    --_mark: var(--_repaid);
    --_text: var(--_repaid-text);
    --_soft: var(--_repaid-soft);
  }
  .refuse {
    --_mark: var(--_default);
    --_text: var(--_default-text);
    --_soft: var(--_default-soft);
  }
  .summary,
  .frequency {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.5em 2.5em;
  }
  strong {
    font-weight: 650;
  }
  .frame .points {
    margin-block-end: 0.5em;
    line-height: 1;
  }
  .frame .points strong {
    font-size: var(--_score-size);
    letter-spacing: -0.02em;
  }
  .advice {
    display: flex;
    align-items: center;
    gap: 0.4em;
  }
  .frame .advice {
    margin-block-end: 0.375em;
    font-size: 1.25em;
    line-height: 1.2;
  }
  .advice strong,
  span.accept,
  span.refuse {
    color: var(--_text, inherit);
  }
  .advice-icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: var(--_mark, var(--_client));
  }
  .sign {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  figure {
    margin: 1.5em 0 0;
  }
  .scale {
    block-size: 4.25em;
  }
  rect {
    fill: var(--_soft);
    stroke: var(--_mark);
  }
  .band {
    fill: var(--_ink);
    stroke: none;
    opacity: 0.2;
  }
  .client,
  .threshold,
  text {
    fill: var(--_client);
    stroke: none;
    font-weight: 650;
  }
  .client path {
    stroke: var(--_surface);
    stroke-width: 2;
    paint-order: stroke;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    font-weight: 600;
  }
  .muted {
    font-weight: 400;
  }

  .frequency {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
    align-items: center;
    margin-block-start: 1.5em;
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_line);
  }
  .frequency p:first-child {
    margin-block-end: 0.5em;
    font-size: 1.125em;
  }
  p .accept {
    margin-inline-start: 0.75em;
  }
  .rings {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 0.11;
  }
  .diamonds {
    fill: var(--_mark);
  }
  .model {
    margin-block-start: 1.25em;
  }
  @container (width < 36em) {
    .frame {
      --_reserve: 41em;
    }
    .summary,
    .frequency {
      grid-template-columns: minmax(0, 1fr);
    }
    figcaption .muted {
      order: 1;
      flex: 1 0 100%;
      text-align: center;
    }
  }

  :host([compact]:not([hidden])) {
    display: inline-block;
    container-type: normal;
    min-inline-size: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 1.75em;
    white-space: nowrap;
  }
  .line .bone {
    inline-size: 14em;
  }
  .line .state-icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .line button {
    min-block-size: 0;
    padding-block: 0;
  }
`;
