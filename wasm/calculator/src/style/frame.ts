import { css } from "lit";

/** The calculator's frame: tools above, form and answer beside one another where there is room. */
export const frame = css`
  :host {
    display: block;
    background: var(--osteon-paper);
  }
  .frame {
    container-type: inline-size;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--osteon-gap);
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--osteon-gap-small);
  }
  .private {
    flex: 1 1 20rem;
    display: flex;
    gap: 8px;
    align-items: center;
    font-size: 14px;
    font-weight: 550;
  }
  .private .more {
    font-weight: 400;
    color: var(--osteon-muted);
  }
  .private svg {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    fill: none;
    stroke: var(--osteon-good);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    align-items: center;
    margin-inline-start: -8px;
  }
  .tools button:disabled {
    border-color: transparent;
  }
  .languages {
    display: flex;
    margin-inline-start: 8px;
  }
  .languages button {
    padding-inline: 10px;
    border-color: var(--osteon-edge);
  }
  .languages button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .languages button:last-child {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .languages button[aria-pressed="true"] {
    color: var(--osteon-accent-ink);
    background: var(--osteon-accent);
    border-color: var(--osteon-accent);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
    margin-block-end: var(--osteon-gap);
  }
  .notice > div {
    flex: 1 1 20rem;
  }
  .panes {
    display: grid;
    gap: var(--osteon-gap);
  }
  osteon-form,
  .answer {
    min-inline-size: 0;
  }
  .answer {
    scroll-margin-block-start: 8px;
  }
  /* What is typed is not counted yet. */
  .answer.pending > * {
    opacity: 0.45;
  }
  .as-of {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
    margin-block-end: var(--osteon-gap);
  }
  .as-of p {
    flex: 1 1 14rem;
  }

  .bar {
    position: fixed;
    inset: auto 0 0;
    z-index: 5;
    display: flex;
    gap: 10px;
    align-items: center;
    inline-size: 100%;
    padding: 8px 14px;
    text-align: start;
    line-height: 1.25;
    color: var(--osteon-accent-ink);
    background: var(--osteon-accent);
    border: 0;
    border-radius: var(--osteon-radius) var(--osteon-radius) 0 0;
    box-shadow: 0 -2px 10px rgb(0 0 0 / 20%);
  }
  .bar:hover {
    background: var(--osteon-accent);
    text-decoration: underline;
  }
  .bar span {
    flex: 1;
    min-inline-size: 0;
  }
  .bar b,
  .bar small {
    display: block;
  }
  .bar small {
    font-size: var(--osteon-size-small);
  }
  .bar svg {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }

  @container (inline-size >= 920px) {
    .panes {
      grid-template-columns: minmax(400px, 5fr) minmax(0, 6fr);
      align-items: start;
    }
    .answer {
      position: sticky;
      inset-block-start: 0;
      max-block-size: 100dvh;
      margin-inline: -6px;
      padding: 0 6px 12px;
      overflow-y: auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
  }

  @media print {
    .frame,
    .bar {
      display: none;
    }
  }
`;
