import { css } from "lit";

/** The printed page: black on white, every measure in its own type size, so that it shrinks as one. */
export const sheetStyle = css`
  :host {
    display: none;
    font-family: var(--osteon-font, Arial, sans-serif);
    font-size: var(--sheet-size, 8pt);
    line-height: 1.22;
    color: #12191f;
    background: #fff;
    overflow-wrap: anywhere;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }
  :host(.measured) {
    position: absolute;
    inset: 0 auto auto -400mm;
    display: block;
    inline-size: 190mm;
    visibility: hidden;
  }
  @media print {
    :host {
      display: block;
    }
  }
  * {
    box-sizing: border-box;
  }
  h1,
  h2,
  p,
  ul,
  figure,
  table {
    margin: 0;
  }
  h1 {
    margin-block-end: 0.4em;
    padding-block-end: 0.15em;
    border-block-end: 0.5mm solid #0b4f68;
    font-size: 1.6em;
    color: #0b4f68;
  }
  h2 {
    font-size: 1em;
    color: #0b4f68;
  }
  main {
    display: grid;
    grid-template-columns: 1.08fr 1fr;
    gap: 0.5em 5mm;
    align-items: start;
  }
  section {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: 11.5em 1fr;
    column-gap: 1em;
    padding-block-start: 0.35em;
    border-block-start: 0.15mm solid #ccd3da;
  }
  section.half {
    grid-column: auto;
    display: block;
  }
  section.diagnosis,
  section.course {
    padding-inline-start: 0.8em;
    border-inline-start: 1mm solid #0b4f68;
    grid-template-columns: 10.7em 1fr;
  }
  section.course {
    border-inline-start-color: #a35200;
  }
  section.diagnosis .p:first-child {
    font-size: 1.2em;
    font-weight: 600;
  }
  section.next ul {
    columns: 2;
    column-gap: 5mm;
  }
  ul {
    padding-inline-start: 1.3em;
  }
  ul ul {
    columns: 1;
    color: #3a444d;
  }
  li,
  figure {
    break-inside: avoid;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.15em 0.7em 0.15em 0;
    border-block-end: 0.15mm solid #ccd3da;
    text-align: start;
    vertical-align: baseline;
  }
  td:not(:first-child) {
    white-space: nowrap;
  }
  cite {
    font-size: 0.82em;
    font-style: normal;
    color: #4d5963;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 19em;
  }
  figcaption {
    font-size: 0.85em;
    color: #3a444d;
  }
  footer {
    margin-block-start: 0.5em;
    padding-block-start: 0.3em;
    border-block-start: 0.15mm solid #8b969f;
    font-size: 0.92em;
    color: #3a444d;
  }
`;
