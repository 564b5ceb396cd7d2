import { css } from "lit";

/** What the parts of the answer are made of: what folds, sources, tables and drawings. */
export const piecesStyle = css`
  details:not(.line) > summary {
    inline-size: fit-content;
    max-inline-size: 100%;
    font-size: 14px;
    font-weight: 550;
    color: var(--osteon-accent);
  }
  section > details {
    margin-block-start: 6px;
  }
  details.line > summary {
    display: block;
    min-block-size: 0;
    padding-block: 2px;
  }
  details.line > summary::before {
    display: inline-block;
    inline-size: 6px;
    block-size: 6px;
    margin: 0 7px 2px 1px;
    color: var(--osteon-accent);
  }
  li:has(> details.line) {
    margin-inline-start: -1.1em;
    list-style: none;
  }
  .inside {
    padding-inline-start: 4px;
  }
  details.line > .inside {
    padding-inline-start: 1em;
    font-size: 14px;
    color: var(--osteon-muted);
  }
  .guideline .inside {
    font-size: var(--osteon-size-small);
  }

  .cites {
    white-space: nowrap;
  }
  /* Large enough to hit, without spreading the lines. */
  .cites a {
    display: inline-block;
    min-inline-size: 24px;
    margin-block: -6px;
    margin-inline-start: -5px;
    padding: 5px 2px;
    font-size: 11px;
    line-height: 14px;
    text-align: center;
    text-decoration: none;
    vertical-align: super;
  }
  .cites a:hover {
    text-decoration: underline;
  }
  .sources {
    font-size: var(--osteon-size-small);
  }
  .inside > .sources {
    padding-inline-start: 2em;
  }
  .guideline .sources {
    margin-block-start: 8px;
    padding: 0;
    list-style: none;
    color: var(--osteon-muted);
  }

  /* A name that leads to its field. */
  .field {
    min-block-size: 24px;
    padding: 0 2px;
    font-weight: 600;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
    border: 0;
    background: none;
  }

  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    overflow-wrap: normal;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 6px 10px 6px 0;
    border-block-end: 1px solid var(--osteon-line);
    text-align: start;
    vertical-align: baseline;
    white-space: nowrap;
  }
  thead th {
    color: var(--osteon-muted);
    font-size: var(--osteon-size-small);
    font-weight: 600;
    white-space: normal;
  }
  tbody th {
    min-inline-size: 6.5em;
    font-weight: 600;
    white-space: normal;
  }
  tbody td:nth-child(3) {
    font-weight: 600;
  }

  /* The engine draws for paper: its figures keep a light ground. */
  .drawing {
    margin-block: 14px 4px;
    max-inline-size: 500px;
  }
  .drawing svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    padding: 8px;
    border: 1px solid var(--osteon-line);
    border-radius: var(--osteon-radius);
    background: #fff;
  }
  figcaption {
    margin-block-start: 4px;
    font-size: var(--osteon-size-small);
    color: var(--osteon-muted);
  }
  @media (max-width: 640px), (pointer: coarse) {
    details.line > summary {
      min-block-size: 44px;
      padding-block: 8px;
    }
  }
`;
