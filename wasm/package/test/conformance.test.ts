import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { Engine, init, type Output } from "osteon";
import { asAsked, casesOf, difference } from "./conformance.js";
import { CONFORMANCE } from "./places.js";

beforeAll(() => init());

describe("the same bits as native Rust, in Node", () => {
  const files = readdirSync(CONFORMANCE).filter((name) => name.endsWith(".ndjson"));

  test("there are the cases of the repository", () => expect(files.length).toBeGreaterThanOrEqual(8));

  test.each(files)("%s", (name) => {
    const { head, cases } = casesOf(readFileSync(CONFORMANCE + name, "utf8"));
    const engine = new Engine({ options: head.options, outputs: head.outputs.split(",") as Output[] });
    const differ = cases.flatMap(({ patient, assessment }) => {
      const said = asAsked(engine.assess(patient as never), head.outputs, assessment);
      return difference(said, assessment) ?? [];
    });
    expect(cases.length).toBeGreaterThan(0);
    expect(differ).toEqual([]);
  });

  test("a difference of one bit would be seen", () => {
    expect(difference({ a: [0.1 + 0.2] }, { a: [0.3] })).toContain("$.a.0");
    expect(difference({ a: -0 }, { a: 0 })).toContain("$.a");
    expect(difference({ a: null }, {})).toContain("only in one");
  });
});
