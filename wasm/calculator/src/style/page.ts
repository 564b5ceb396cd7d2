import { css } from "lit";

/** The page about the calculator. */
export const pageStyle = css`
  :host {
    display: block;
    min-block-size: 100dvh;
    background: var(--osteon-paper);
  }
  header,
  main,
  footer {
    max-inline-size: 1560px;
    margin-inline: auto;
    padding-inline: clamp(12px, 2.5vw, 32px);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 32px;
    align-items: flex-start;
    justify-content: space-between;
    padding-block: 18px 14px;
  }
  /* The engine takes a moment: the footer need not jump. */
  main {
    min-block-size: 75dvh;
  }
  .brand {
    display: flex;
    flex: 1 1 22rem;
    gap: 14px;
    align-items: center;
  }
  .mark {
    flex: none;
    inline-size: 46px;
    block-size: 46px;
    fill: none;
    stroke: var(--osteon-accent);
    stroke-width: 4.5;
  }
  h1 {
    margin: 0;
    font-size: 26px;
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: -0.01em;
    color: var(--osteon-accent);
  }
  .brand p {
    color: var(--osteon-muted);
  }
  .intended {
    flex: 1 1 24rem;
    max-inline-size: 46rem;
    padding: 8px 14px 4px;
    border-inline-start: 4px solid var(--osteon-warn);
    border-radius: var(--osteon-radius-small);
    background: var(--osteon-warn-soft);
    font-size: 14px;
  }
  .intended > p {
    font-weight: 600;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
    gap: 12px 20px;
    padding-block: 6px 10px;
  }
  .columns h3 {
    font-size: 14px;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    align-items: center;
    justify-content: space-between;
    padding-block: 20px 24px;
    font-size: var(--osteon-size-small);
    color: var(--osteon-muted);
  }
  @media (max-width: 640px) {
    header {
      padding-block: 12px 10px;
    }
    .mark {
      inline-size: 38px;
      block-size: 38px;
    }
    h1 {
      font-size: 22px;
    }
    .brand p {
      font-size: var(--osteon-size-small);
    }
  }
  @media print {
    :host {
      min-block-size: 0;
      background: #fff;
    }
    header,
    footer {
      display: none;
    }
    main {
      min-block-size: 0;
      max-inline-size: none;
      padding: 0;
    }
  }
`;
