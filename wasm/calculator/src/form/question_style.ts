import { css } from "lit";

/** Questions whose possibilities are all in sight, and ticks. */
export const questionStyle = css`
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

  @container (max-width: 480px) {
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
