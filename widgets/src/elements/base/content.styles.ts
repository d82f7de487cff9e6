import {css} from "lit";

/** What widgets share that have lists, tables, folds or fields, beyond what every widget has. */
export const contentStyles = css`
  h3,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h3 {
    font-size: 1em;
    font-weight: 650;
    line-height: 1.35;
  }
  .against {
    color: var(--_default-text);
  }
  .towards {
    color: var(--_repaid-text);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  summary,
  select {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  summary {
    cursor: pointer;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: 0.375em 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
  }
  thead th {
    color: var(--_muted);
    vertical-align: bottom;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  /* A button that stands in running text, such as Compare. */
  .select {
    flex: none;
    min-block-size: 1.5rem;
    padding: 0 0.125em;
    border: 0;
    background: none;
    font-weight: 400;
    color: var(--_muted);
    text-decoration: underline;
    text-decoration-color: var(--_line-strong);
    text-underline-offset: 0.2em;
  }
  .select:hover {
    color: var(--_ink);
    background: none;
  }
`;
