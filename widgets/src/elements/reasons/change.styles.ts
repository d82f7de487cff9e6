import {css} from "lit";

export const changeStyles = css`
  .change {
    margin-block-start: calc(var(--_gap) * 1.5);
  }
  .change > summary h3 {
    display: inline;
  }
  .change > p {
    margin-block-start: 0.375em;
  }
  .ways {
    display: grid;
    gap: 0.75em;
    margin-block-start: 0.75em;
  }
  ol.ways > li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    grid-template-rows: auto 1fr;
    gap: 0.375em 2em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  .ways dl {
    grid-area: 1 / 2 / span 2;
  }
  .ways dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding-block: 0.25em;
    font-size: 0.875em;
  }
  .ways dl > div:first-child {
    padding-block-start: 0;
  }
  .ways dl > div + div {
    border-block-start: 1px solid var(--_line);
  }
  .ways dt,
  .ways .before {
    color: var(--_muted);
  }
  .ways dd {
    margin-inline-start: auto;
    text-align: end;
  }
  .ways dd strong {
    font-weight: 600;
  }
  .ways .linked strong {
    font-weight: 400;
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
  .outcome {
    display: flex;
    gap: 0.5em;
  }
  .outcome strong {
    font-weight: 650;
  }
  .accept > .outcome strong {
    color: var(--_repaid-text);
  }
  .outcome .small {
    display: block;
    color: var(--_muted);
  }
  .advice-icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    fill: var(--_client);
  }
  .accept > .outcome .advice-icon {
    fill: var(--_repaid);
  }
  .advice-icon .sign {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .change > table {
    max-inline-size: 46em;
    margin-block-start: 0.75em;
  }
  .change > table th:first-child {
    inline-size: 38%;
  }
  .change th .muted {
    display: block;
  }
  .change > .note {
    margin-block-start: 0.25em;
  }
  .change > :not(.note) + .note {
    margin-block-start: 0.75em;
  }
  .aloud {
    margin-block-start: 0.75em;
  }
  .aloud > summary {
    inline-size: fit-content;
    font-size: 0.875em;
    color: var(--_muted);
    text-decoration: underline;
    text-decoration-color: var(--_line-strong);
    text-underline-offset: 0.2em;
  }
  .aloud > p,
  .aloud li {
    margin-block-start: 0.5em;
  }
  @container (width < 40em) {
    ol.ways > li {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      padding: 0.75em;
    }
    .ways dl {
      grid-area: auto;
    }
  }
`;
