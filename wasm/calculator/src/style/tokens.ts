import { css } from "lit";

/** The colours, spaces and type of the calculator; a page may set any of them on the element. */
export const tokens = css`
  :host {
    --osteon-paper: light-dark(#f3f6f8, #0e171c);
    --osteon-card: light-dark(#ffffff, #16222a);
    --osteon-ink: light-dark(#13232c, #e7eff2);
    --osteon-muted: light-dark(#4d606b, #a9bac2);
    /* Lines that part, and the edges of controls, which must stand out from the card. */
    --osteon-line: light-dark(#d3dde2, #2d3e48);
    --osteon-edge: light-dark(#72848e, #82969f);
    --osteon-accent: light-dark(#0b5f7c, #74c7df);
    --osteon-accent-ink: light-dark(#ffffff, #05232d);
    --osteon-accent-soft: light-dark(#e3f0f5, #14363f);
    --osteon-good: light-dark(#1c6a42, #84d3a5);
    --osteon-good-soft: light-dark(#e4f3ea, #133122);
    --osteon-warn: light-dark(#875100, #ecba6c);
    --osteon-warn-soft: light-dark(#fcf1de, #35280f);
    --osteon-bad: light-dark(#a3262c, #f5a3a0);
    --osteon-bad-soft: light-dark(#fbeaea, #3d1d1e);
    --osteon-info: light-dark(#2a589b, #a3c1f2);
    --osteon-info-soft: light-dark(#e8effa, #1c2c48);
    --osteon-bone: light-dark(#faf6ec, #3a464c);
    --osteon-bone-edge: light-dark(#9a9483, #93a2a9);
    --osteon-radius: 8px;
    --osteon-radius-small: 5px;
    --osteon-gap: 16px;
    --osteon-gap-small: 8px;
    --osteon-font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
    --osteon-size: 15px;
    --osteon-size-small: 13px;
    --osteon-size-large: 18px;
  }
`;

/** Light or dark, as the reader's system says or the attribute `theme`; for the outermost element alone. */
export const scheme = css`
  :host {
    color-scheme: light dark;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  @media print {
    :host,
    :host([theme]) {
      color-scheme: light;
    }
  }
`;
