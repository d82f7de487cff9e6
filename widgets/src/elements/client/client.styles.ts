import {css} from "lit";

export const clientStyles = css`
  .frame {
    --_reserve: 60em;
  }
  /* One frame around all: the parts stand in it without their own. */
  .file > *,
  .panel > * {
    --limpide-border: 0;
    --limpide-padding: 0;
    --limpide-surface: inherit;
  }
  /* Said once, by the file itself. */
  .file > ::part(demonstration),
  .panel > ::part(demonstration) {
    display: none;
  }
  [role="tablist"] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25em;
    margin-block: 1.75em 1.5em;
    border-block-end: 1px solid var(--_line);
  }
  [role="tab"] {
    flex: 0 1 auto;
    min-block-size: 2.75em;
    margin-block-end: -1px;
    padding: 0.25em 1em;
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--_muted);
    font-weight: 600;
  }
  [role="tab"]:hover {
    background: var(--_raised);
  }
  [role="tab"][aria-selected="true"] {
    border-block-end-color: var(--_ink);
    color: var(--_ink);
  }
  [role="tab"]:focus-visible {
    outline-offset: -2px;
  }
  .panel[hidden] {
    display: none;
  }
  @container (width < 30em) {
    [role="tablist"] {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0;
    }
    [role="tab"] {
      padding-inline: 0.5em;
    }
  }
  @media (forced-colors: active) {
    [role="tab"][aria-selected="true"] {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    [role="tablist"] {
      display: none;
    }
    .panel[hidden] {
      display: block;
    }
  }
`;
