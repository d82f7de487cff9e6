import {css} from "lit";

export const reasonsStyles = css`
  /* About the room that a client takes, kept while one loads. */
  .frame {
    --_reserve: 92em;
  }
  :host([compact]) .frame {
    --_reserve: 28em;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_gap) 2.5em;
  }
  h3 {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .sides h3 {
    padding-block-end: 0.5em;
    border-block-end: 2px solid currentColor;
  }
  .side.towards,
  .side.against {
    color: inherit;
  }
  .towards h3 {
    color: var(--_repaid-text);
  }
  .against h3 {
    color: var(--_default-text);
  }
  .sign {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.75;
    stroke-linecap: round;
  }
  ol > li {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  ol > li:last-child {
    border-block-end: 0;
    padding-block-end: 0;
  }
  .head {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 1em;
    max-inline-size: none;
  }
  .label {
    font-weight: 600;
    min-inline-size: 0;
  }
  .head strong {
    flex: none;
    font-weight: 650;
  }
  .towards .head strong {
    color: var(--_repaid-text);
  }
  .against .head strong {
    color: var(--_default-text);
  }
  .bar {
    block-size: 0.5em;
    margin-block: 0.375em;
  }
  .towards rect,
  rect.towards {
    fill: var(--_repaid);
  }
  .against rect,
  rect.against {
    fill: var(--_default);
  }
  .value {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 1em;
    max-inline-size: none;
  }
  .value p {
    overflow-wrap: anywhere;
  }

  .account {
    margin-block-start: calc(var(--_gap) * 1.5);
  }
  .account > ul {
    margin-block-start: 0.75em;
    border-block-start: 1px solid var(--_line-strong);
  }
  .account > ul > li {
    border-block-end: 1px solid var(--_line);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 17em) minmax(4em, 1fr) 4em;
    gap: 1em;
    align-items: center;
    min-block-size: 2.5em;
  }
  summary.row {
    list-style: none;
  }
  summary.row::-webkit-details-marker {
    display: none;
  }
  summary.row:hover {
    background: var(--_raised);
  }
  .name {
    position: relative;
    padding-block: 0.375em;
    padding-inline-start: 1.375em;
    line-height: 1.3;
  }
  .name .small {
    display: block;
  }
  .chevron {
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.5em;
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    transition: rotate var(--_duration);
  }
  [open] > summary .chevron {
    rotate: 90deg;
  }
  .row .number {
    font-weight: 600;
  }
  .account > ul > li.base {
    border-block-end-color: var(--_line-strong);
  }
  .account > ul > li.total {
    border-block-start: 1px solid var(--_line-strong);
    border-block-end: 3px double var(--_line-strong);
    font-weight: 650;
  }
  .total .number {
    font-size: 1.125em;
  }
  .steps {
    block-size: 100%;
    min-block-size: 2em;
    inline-size: 100%;
  }
  .reference {
    stroke: var(--_ink);
    stroke-width: 1;
    stroke-dasharray: 2 2;
  }
  .end {
    fill: var(--_client);
  }
  .account li table {
    margin-block: 0.25em 1em;
    margin-inline-start: 1.375em;
    inline-size: calc(100% - 1.375em);
  }
  .account li tr:last-child > * {
    border-block-end: 0;
  }
  .account li th[scope="row"] {
    inline-size: 40%;
  }
  .key {
    display: flex;
    align-items: center;
    gap: 0.375em;
    margin-block: 0.5em 0.75em;
  }
  .sum summary {
    inline-size: fit-content;
    font-size: 0.875em;
    color: var(--_muted);
    text-decoration: underline;
    text-decoration-color: var(--_line-strong);
    text-underline-offset: 0.2em;
  }
  .sum table {
    max-inline-size: 26em;
    margin-block-start: 0.5em;
  }
  tfoot th,
  tfoot td {
    border-block-end: 0;
    font-weight: 650;
  }
  @container (width < 40em) {
    .frame {
      --_reserve: 146em;
    }
    :host([compact]) .frame {
      --_reserve: 53em;
    }
    .sides {
      grid-template-columns: minmax(0, 1fr);
      row-gap: calc(var(--_gap) * 1.25);
    }
  }
  @container (width < 34em) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 1em;
      padding-block: 0.125em 0.5em;
    }
    .row .number {
      grid-area: 1 / 2;
    }
    .row .steps {
      grid-area: 2 / 1 / auto / span 2;
      block-size: 1em;
      min-block-size: 0;
    }
    .account li table {
      margin-inline-start: 0;
      inline-size: 100%;
    }
    /* Three columns are too many here: a feature's name takes a line of its own. */
    .account li thead {
      display: none;
    }
    .account li tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.125em 1em;
      padding-block: 0.5em;
      border-block-end: 1px solid var(--_line);
    }
    .account li tr > * {
      padding: 0;
      border: 0;
    }
    .account li th[scope="row"] {
      inline-size: auto;
      font-weight: 600;
    }
    .account li td {
      grid-area: 2 / 1;
    }
    .account li td.number {
      grid-area: 1 / 2;
    }
  }
  @media (forced-colors: active) {
    rect.against,
    .against rect {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
`;
