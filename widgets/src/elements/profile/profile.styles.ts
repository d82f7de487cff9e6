import {css} from "lit";

export const profileStyles = css`
  /* About the room that a client takes, kept while one loads. */
  .frame {
    --_reserve: 64em;
  }
  :host([compact]) .frame {
    --_reserve: 36em;
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75em 1.25em;
  }
  .field {
    display: grid;
    gap: 0.25em;
  }
  .field > :last-child {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.5em;
    padding: 0.375em 0.5em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    text-overflow: ellipsis;
  }
  option {
    background: var(--_surface);
    color: var(--_ink);
  }
  .check {
    justify-self: start;
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 1.75em;
  }
  .check input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    accent-color: var(--_ink);
  }
  .told {
    margin-block: 0.75em 0.5em;
  }
  .more button {
    justify-self: start;
  }
  .none {
    margin-block-start: 1em;
  }
  .none button {
    margin-block-start: 0.75em;
  }
  .family {
    border-block-start: 1px solid var(--_line-strong);
  }
  .family:last-of-type {
    border-block-end: 1px solid var(--_line-strong);
  }
  summary {
    position: relative;
    display: grid;
    gap: 0 1em;
    align-items: baseline;
    padding-block: 0.625em;
    padding-inline-start: 1.375em;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--_raised);
  }
  .family > summary {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  /* An element for each of hundreds of rows costs more than a line drawn here. */
  summary::before {
    content: "";
    position: absolute;
    inset-inline-start: 0.125em;
    inset-block-start: 1.125em;
    inline-size: 0.4375em;
    block-size: 0.4375em;
    border: solid var(--_muted);
    border-width: 2px 2px 0 0;
    rotate: 45deg;
    transition: rotate var(--_duration);
  }
  [open] > summary::before {
    rotate: 135deg;
  }
  ul {
    margin-block-end: 1em;
    margin-inline-start: 1.375em;
  }
  li {
    display: flex;
    align-items: flex-start;
    gap: 1em;
    border-block-start: 1px solid var(--_line);
    /* Hundreds of rows may come at a key's press: those out of sight are laid out when they come into it. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 2.5em;
  }
  /* A row clips what goes beyond it. */
  li :focus-visible {
    outline-offset: -2px;
  }
  li details {
    flex: 1;
    min-inline-size: 0;
  }
  li summary {
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr);
    padding-block: 0.5em;
  }
  li summary::before {
    inset-block-start: 1em;
    border-width: 1.5px 1.5px 0 0;
  }
  .value {
    display: block;
    font-weight: 600;
  }
  .value.muted {
    font-weight: 400;
  }
  .value::first-letter,
  .usual > ::first-letter {
    text-transform: uppercase;
  }
  .usual > * {
    display: block;
  }
  .departure {
    font-weight: 650;
  }
  .departure svg {
    display: inline-block;
    inline-size: 0.625em;
    block-size: 0.625em;
    margin-inline-end: 0.375em;
    fill: currentColor;
  }
  .more {
    display: grid;
    gap: 0.375em;
    padding-block: 0.125em 0.875em;
    padding-inline-start: 1.5714em;
    overflow-wrap: anywhere;
  }
  .select {
    margin-block-start: 0.5em;
  }
  @container (width < 34em) {
    .frame {
      --_reserve: 104em;
    }
    :host([compact]) .frame {
      --_reserve: 48em;
    }
    .filters {
      grid-template-columns: minmax(0, 1fr);
    }
    .family > summary {
      grid-template-columns: minmax(0, 1fr);
    }
    ul {
      margin-inline-start: 0;
    }
    li summary {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.125em;
    }
  }
  @media print {
    li {
      content-visibility: visible;
    }
  }
`;
