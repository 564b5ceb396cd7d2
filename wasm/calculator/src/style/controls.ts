import { css } from "lit";

/** Cards, headings, buttons and fields, the same in every part. */
export const controls = css`
  :host {
    font-family: var(--osteon-font);
    font-size: var(--osteon-size);
    line-height: 1.45;
    color: var(--osteon-ink);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }
  fieldset {
    min-inline-size: 0;
    border: 0;
  }
  h2,
  summary.heading {
    font-size: var(--osteon-size-large);
    line-height: 1.25;
    font-weight: 650;
  }
  h3 {
    font-size: var(--osteon-size);
    font-weight: 650;
  }
  a {
    color: var(--osteon-accent);
  }

  .card {
    padding: calc(var(--osteon-gap) * 1.25);
    background: var(--osteon-card);
    border: 1px solid var(--osteon-line);
    border-radius: var(--osteon-radius);
  }
  .hint,
  .unit {
    color: var(--osteon-muted);
    font-size: var(--osteon-size-small);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  input,
  select,
  button,
  textarea {
    font: inherit;
    color: inherit;
  }
  input:not([type="radio"], [type="checkbox"]),
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 38px;
    padding: 6px 10px;
    background: var(--osteon-card);
    border: 1px solid var(--osteon-edge);
    border-radius: var(--osteon-radius-small);
  }
  input[aria-invalid="true"],
  select[aria-invalid="true"] {
    border-color: var(--osteon-bad);
    box-shadow: inset 0 0 0 1px var(--osteon-bad);
  }
  input[type="checkbox"],
  input[type="radio"] {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--osteon-accent);
  }
  :is(input, select, textarea, button, summary, a, [tabindex]):focus-visible {
    outline: 3px solid var(--osteon-accent);
    outline-offset: 2px;
  }

  button {
    min-block-size: 38px;
    padding: 6px 14px;
    font-weight: 550;
    color: var(--osteon-accent);
    background: var(--osteon-card);
    border: 1px solid var(--osteon-accent);
    border-radius: var(--osteon-radius-small);
    cursor: pointer;
  }
  button:hover {
    background: var(--osteon-accent-soft);
  }
  button.primary {
    color: var(--osteon-accent-ink);
    background: var(--osteon-accent);
  }
  button.primary:hover {
    text-decoration: underline;
  }
  button.quiet {
    padding-inline: 8px;
    border-color: transparent;
    background: transparent;
  }
  button.quiet:hover {
    background: var(--osteon-accent-soft);
  }
  button:disabled {
    color: var(--osteon-muted);
    border-color: var(--osteon-line);
    cursor: default;
  }

  summary {
    display: flex;
    gap: var(--osteon-gap-small);
    align-items: center;
    min-block-size: 32px;
    border-radius: var(--osteon-radius-small);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: "";
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    margin-inline: 2px 4px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: -45deg;
  }
  details[open] > summary::before {
    rotate: 45deg;
  }

  .badge {
    flex: none;
    white-space: nowrap;
    padding: 1px 9px;
    font-size: var(--osteon-size-small);
    font-weight: 550;
    color: var(--osteon-accent);
    background: var(--osteon-accent-soft);
    border-radius: 999px;
  }
  .note {
    padding: 10px 12px;
    border-inline-start: 4px solid var(--osteon-info);
    border-radius: var(--osteon-radius-small);
    background: var(--osteon-info-soft);
  }
  .note.good {
    border-color: var(--osteon-good);
    background: var(--osteon-good-soft);
  }
  .note.warn {
    border-color: var(--osteon-warn);
    background: var(--osteon-warn-soft);
  }
  .note.bad {
    border-color: var(--osteon-bad);
    background: var(--osteon-bad-soft);
  }

  @media (max-width: 640px), (pointer: coarse) {
    input:not([type="radio"], [type="checkbox"]),
    select,
    button,
    summary {
      min-block-size: 44px;
    }
    /* Below 16 px a phone zooms into the field. */
    input,
    select {
      font-size: 16px;
    }
  }
`;
