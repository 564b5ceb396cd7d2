import { css } from "lit";

export const skeletonStyle = css`
  .skeleton {
    display: block;
    inline-size: 100%;
    max-inline-size: 232px;
    margin-inline: auto;
    overflow: visible;
  }
  .area {
    cursor: pointer;
  }
  .area:focus-visible {
    outline: none;
  }
  .pointed {
    margin-block-start: 6px;
    font-weight: 550;
    text-align: center;
  }
  .bone,
  .line-bone {
    fill: var(--osteon-bone);
    stroke: var(--osteon-bone-edge);
    stroke-width: 1;
    stroke-linejoin: round;
  }
  .line-edge {
    fill: none;
    stroke: var(--osteon-bone-edge);
    stroke-width: 5;
    stroke-linecap: round;
  }
  .line-bone {
    fill: none;
    stroke: var(--osteon-bone);
    stroke-width: 3.2;
    stroke-linecap: round;
  }
  .reach {
    fill: transparent;
    stroke: none;
  }
  .area:hover :is(.bone, .line-bone),
  .area:focus-visible :is(.bone, .line-bone) {
    fill: var(--osteon-accent-soft);
    stroke: var(--osteon-accent);
  }
  .area:hover .bone,
  .area:focus-visible .bone {
    stroke-width: 1.6;
  }
  .area :is(.line-bone, .line-edge),
  .area:hover .line-bone,
  .area:focus-visible .line-bone {
    fill: none;
  }
  .area:focus-visible .bone {
    stroke-width: 2.4;
  }
  .area:focus-visible .line-edge {
    stroke: var(--osteon-accent);
  }
  .broken .bone {
    fill: var(--osteon-bad-soft);
    stroke: var(--osteon-bad);
    stroke-width: 1.4;
  }
  .broken .line-edge {
    stroke: var(--osteon-bad);
  }
  .broken .line-bone {
    stroke: var(--osteon-bad-soft);
  }
  .mark {
    fill: var(--osteon-bad);
    stroke: var(--osteon-card);
    stroke-width: 1.5;
  }
  .mark-text {
    font-size: 11px;
    font-weight: 700;
    text-anchor: middle;
    dominant-baseline: central;
    fill: var(--osteon-card);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .area.area:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
