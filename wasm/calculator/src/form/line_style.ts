import { css } from "lit";

/** Lines of the tables of regions and results. */
export const lineStyle = css`
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

  @container (min-width: 540px) {
    .line .line-name:has(select) {
      grid-template-columns: minmax(0, 1fr) 136px;
    }
  }
  @container (max-width: 480px) {
    .line {
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
    .line.head > :first-child,
    .labs .line.head {
      display: none;
    }
    .labs .line {
      grid-template-columns: minmax(0, 1fr) 84px 76px;
    }
    .labs .line > .line-name {
      grid-column: auto;
      grid-template-columns: minmax(0, 1fr);
    }
    .labs .line > .field.medium {
      grid-column: 2 / -1;
    }
  }

  .query {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--osteon-warn);
    font-size: var(--osteon-size-small);
  }
`;
