import { css } from "lit";

/** The answer: banners, cards and lists. */
export const answerStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--osteon-gap);
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: none;
  }
  /* Beside the form the place says what it is. */
  @container (inline-size >= 920px) {
    h2 {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  h4 {
    margin-block: 14px 4px;
    font-size: var(--osteon-size);
    font-weight: 600;
  }
  section > h3 {
    margin-block-end: 8px;
    font-size: 17px;
    color: var(--osteon-accent);
  }
  ul,
  ol {
    padding-inline-start: 1.15em;
  }
  li {
    margin-block: 3px;
  }
  li::marker {
    color: var(--osteon-muted);
  }
  .supposed li::first-letter {
    text-transform: uppercase;
  }
  .p {
    margin-block: 4px;
  }
  .large {
    font-size: 17px;
    font-weight: 600;
    line-height: 1.3;
  }
  .aside {
    margin-block-start: 3px;
    font-size: var(--osteon-size-small);
    color: var(--osteon-ink);
  }
  small {
    font-size: var(--osteon-size-small);
    color: var(--osteon-muted);
  }
  .waiting .hint {
    margin-block-start: 6px;
  }

  .icon {
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    fill: none;
    stroke: var(--tone, currentColor);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tone-good {
    --tone: var(--osteon-good);
    --tone-soft: var(--osteon-good-soft);
  }
  .tone-info {
    --tone: var(--osteon-info);
    --tone-soft: var(--osteon-info-soft);
  }
  .tone-warn {
    --tone: var(--osteon-warn);
    --tone-soft: var(--osteon-warn-soft);
  }
  .tone-bad {
    --tone: var(--osteon-bad);
    --tone-soft: var(--osteon-bad-soft);
  }
  .tone-open {
    --tone: var(--osteon-muted);
    --tone-soft: var(--osteon-card);
  }

  .banner {
    display: flex;
    gap: 12px;
    padding: 12px 14px;
    border: 1px solid var(--osteon-line);
    border-inline-start: 5px solid var(--tone);
    border-radius: var(--osteon-radius);
    background: var(--tone-soft);
  }
  .banner > div {
    min-inline-size: 0;
    flex: 1;
  }
  .banner h3,
  .banner h4 {
    margin: 0 0 2px;
    font-size: var(--osteon-size-small);
    font-weight: 600;
    color: var(--tone);
  }
  .banner ul {
    margin-block-start: 4px;
    font-size: 14px;
  }
  section .banner {
    margin-block-start: 12px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
    gap: var(--osteon-gap);
  }
  .problems {
    padding: 0;
    list-style: none;
  }
  .problems button {
    block-size: auto;
    text-align: start;
    text-decoration: underline;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr));
    gap: 12px;
    margin-block: 4px;
  }
  .preface {
    margin-block-end: 10px;
  }
  .guideline {
    display: flex;
    flex-direction: column;
    gap: 6px;
    padding: 12px 14px 8px;
    border: 1px solid var(--osteon-line);
    border-block-start: 4px solid var(--tone);
    border-radius: var(--osteon-radius);
    font-size: 14px;
  }
  .guideline:has(> details[open]) {
    grid-column: 1 / -1;
  }
  .guideline h4 {
    margin: 0;
    color: var(--osteon-muted);
    font-size: var(--osteon-size-small);
  }
  .verdict {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    font-size: 16px;
    font-weight: 650;
    line-height: 1.35;
    color: var(--tone);
  }
  .verdict span::first-letter {
    text-transform: uppercase;
  }
  .kind {
    font-weight: 600;
  }
  .because::first-letter,
  .kind::first-letter,
  .unsaid::first-letter {
    text-transform: uppercase;
  }
  .unsaid {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--osteon-line);
    color: var(--osteon-muted);
  }
  .guideline > details {
    margin-block-start: auto;
  }
  .name {
    font-weight: 600;
  }
  .notice {
    margin-block: 12px;
    padding: 2px 14px 10px;
    border-inline-start: 4px solid var(--osteon-info);
    border-radius: var(--osteon-radius-small);
    background: var(--osteon-info-soft);
    font-size: var(--osteon-size-small);
  }
`;
