import { css } from "lit";

export const formStyle = css`
  :host {
    display: grid;
    gap: var(--osteon-gap);
    align-content: start;
    container-type: inline-size;
  }
  .card,
  .stack,
  .content {
    display: grid;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--osteon-gap);
  }
  details > .content {
    margin-block-start: var(--osteon-gap);
  }
  details.group > .content {
    padding-inline-start: 4px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px var(--osteon-gap);
    align-items: start;
  }
  .row.adder {
    align-items: end;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(210px, 100%), 1fr));
    gap: 12px var(--osteon-gap);
    align-items: start;
  }
  .boxed,
  .inset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 14px;
    border: 1px solid var(--osteon-line);
    border-radius: var(--osteon-radius);
  }
  .inset {
    border-inline-start: 4px solid var(--osteon-accent);
  }
  .end {
    display: flex;
    justify-content: end;
  }

  label,
  .choice-label,
  legend {
    display: block;
    margin-block-end: 4px;
    font-size: var(--osteon-size-small);
    font-weight: 550;
  }
  legend {
    padding: 0;
  }
  .field > .hint,
  .field > .error {
    margin-block-start: 4px;
  }
  .field.number {
    flex: 1 1 84px;
    min-inline-size: 84px;
    max-inline-size: 120px;
  }
  .field.short {
    flex: 0 1 auto;
    min-inline-size: 112px;
  }
  .field.short > input {
    max-inline-size: 120px;
  }
  .columns > .field {
    min-inline-size: 0;
  }
  .row > .field:has(.error) {
    flex: 1 1 230px;
    max-inline-size: none;
  }
  .row > .field.number:has(.error) input {
    max-inline-size: 120px;
  }
  .columns > .field.number {
    max-inline-size: none;
  }
  .questions > .field.number {
    max-inline-size: none;
  }
  .columns > .field.number input {
    max-inline-size: 150px;
  }
  .boxed > .row > .field.medium {
    flex-basis: 128px;
  }
  .field.medium {
    flex: 1 1 160px;
    max-inline-size: 240px;
  }
  .columns > .field.medium {
    max-inline-size: none;
  }
  .field.wide {
    flex: 1 1 240px;
    max-inline-size: 340px;
  }
  .error {
    display: flex;
    gap: 6px;
    font-size: var(--osteon-size-small);
    font-weight: 550;
    color: var(--osteon-bad);
  }
  .error::before {
    content: "!";
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    font-weight: 700;
    line-height: 18px;
    text-align: center;
    color: var(--osteon-card);
    background: var(--osteon-bad);
    border-radius: 50%;
  }

  .groups {
    border-block-start: 1px solid var(--osteon-line);
  }
  .groups > details {
    border-block-end: 1px solid var(--osteon-line);
  }
  .groups > details > summary {
    min-block-size: 42px;
  }
  details.group > summary > span:first-child {
    font-weight: 550;
  }

  .fractures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--osteon-gap);
  }
  .entries {
    display: grid;
    gap: 12px;
    padding: 0;
    list-style: none;
  }
  .entries:empty {
    display: none;
  }
  .entry-head {
    display: flex;
    justify-content: space-between;
    align-items: center;
  }
  h4 {
    margin: 0;
    font-size: var(--osteon-size);
    font-weight: 650;
  }

  @container (min-width: 540px) {
    .fractures {
      grid-template-columns: 200px minmax(0, 1fr);
    }
  }
  @container (max-width: 480px) {
    .card {
      padding: var(--osteon-gap);
    }
  }
`;
