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

  .segments {
    display: inline-flex;
    max-inline-size: 100%;
    overflow: hidden;
    border: 1px solid var(--osteon-edge);
    border-radius: var(--osteon-radius-small);
  }
  .segments:focus-within:has(:focus-visible) {
    outline: 3px solid var(--osteon-accent);
    outline-offset: 2px;
  }
  .segments label {
    position: relative;
    overflow-wrap: anywhere;
    display: grid;
    place-items: center;
    min-block-size: 36px;
    margin: 0;
    padding-inline: 13px;
    font-size: var(--osteon-size-small);
    text-align: center;
    cursor: pointer;
  }
  .segments label + label {
    border-inline-start: 1px solid var(--osteon-edge);
  }
  .segments input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segments label:hover {
    background: var(--osteon-accent-soft);
  }
  .segments label:has(:checked) {
    color: var(--osteon-accent-ink);
    background: var(--osteon-accent);
  }
  .segments label.unknown:has(:checked) {
    color: var(--osteon-ink);
    background: var(--osteon-line);
  }
  @media (forced-colors: active) {
    .segments label:has(:checked) {
      outline: 3px solid Highlight;
      outline-offset: -4px;
    }
  }

  .questions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .questions > :is(.choice, .field) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px var(--osteon-gap);
    align-items: center;
    padding-block: 7px;
    border-block-end: 1px solid var(--osteon-line);
  }
  .questions > :last-child {
    border-block-end: 0;
  }
  .questions .choice-label,
  .questions > .field > label {
    margin: 0;
    font-size: var(--osteon-size);
    font-weight: 400;
  }
  .questions > .field > input {
    inline-size: 112px;
  }
  .questions .error {
    grid-column: 1 / -1;
  }
  .questions > .inset {
    margin-block: 10px;
  }

  .tick {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 32px;
  }
  .tick label {
    margin: 0;
    font-size: var(--osteon-size);
    font-weight: 400;
  }
  .toggles {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
  }
  .toggles .tick {
    gap: 5px;
    min-block-size: 28px;
  }
  .toggles .tick label {
    font-size: var(--osteon-size-small);
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

  .lines {
    display: grid;
    gap: 10px;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) repeat(3, 84px);
    gap: 6px 10px;
    align-items: start;
  }
  .labs .line {
    grid-template-columns: minmax(0, 1fr) 92px 104px 150px;
    align-items: center;
  }
  .line:focus {
    outline: none;
  }
  .line.head {
    font-size: var(--osteon-size-small);
    font-weight: 550;
    align-items: end;
  }
  .line-name {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
  }
  .line-region {
    min-block-size: 38px;
    display: flex;
    align-items: center;
  }
  .line-more {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: space-between;
    align-items: start;
  }
  .line-more > button {
    margin-inline-start: auto;
  }
  .line-more > details {
    flex: 1 1 240px;
  }
  .line-unit {
    overflow-wrap: anywhere;
  }
  .line > .error {
    grid-column: 1 / -1;
    order: 1;
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
    .line .line-name:has(select) {
      grid-template-columns: minmax(0, 1fr) 136px;
    }
  }
  @container (max-width: 480px) {
    .card {
      padding: var(--osteon-gap);
    }
    .line,
    .labs .line {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .line-name {
      grid-column: 1 / -1;
      grid-template-columns: minmax(0, 1fr) minmax(0, 150px);
      align-items: center;
    }
    .line-name.spine {
      grid-template-columns: minmax(0, 1fr);
    }
    .line.head > :first-child {
      display: none;
    }
    .labs .line {
      grid-template-columns: minmax(0, 1fr) 84px 76px;
    }
    .labs .line.head {
      display: none;
    }
    .labs .line > .line-name {
      grid-column: auto;
      grid-template-columns: minmax(0, 1fr);
    }
    .labs .line > .field.medium {
      grid-column: 2 / -1;
    }
    .questions > :is(.choice, .field) {
      grid-template-columns: minmax(0, 1fr);
    }
    .questions > .choice .segments {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
    }
  }
  @media (max-width: 640px), (pointer: coarse) {
    .segments label,
    .tick,
    .toggles .tick {
      min-block-size: 44px;
    }
  }
`;
