import { beforeAll, describe, expect, test } from "vitest";
import {
  assess,
  assessJson,
  Engine,
  init,
  OsteonError,
  qfracture,
  references,
  tScores,
  type Output,
  type Patient,
} from "osteon";
import * as glue from "../dist/engine/osteon.js";
import { WOMAN } from "./places.js";

beforeAll(() => init());

function tried(of: () => unknown): "answered" | "refused" {
  try {
    of();
    return "answered";
  } catch (error) {
    // Nothing else may come out; a fault of the engine may not either.
    expect(error).toBeInstanceOf(OsteonError);
    expect((error as OsteonError).code).not.toBe("internal");
    return "refused";
  }
}

describe("documents that nobody would send", () => {
  test("nested deeply", () => {
    for (const depth of [100, 10_000, 200_000]) {
      expect(tried(() => assessJson(`{"scans":${"[".repeat(depth)}${"]".repeat(depth)}}`))).toBe("refused");
      expect(tried(() => assessJson(`{"scans":${'[{"regions":'.repeat(depth)}`))).toBe("refused");
    }
    let nested: unknown[] = [];
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    expect(tried(() => assess({ ...WOMAN, scans: nested } as Patient))).toBe("refused");
  });

  test("long", () => {
    expect(tried(() => assessJson(" ".repeat(5_000_000) + JSON.stringify(WOMAN)))).toMatch(/answered|refused/);
    expect(tried(() => assess({ ...WOMAN, id: "é".repeat(1_000_000) }))).toMatch(/answered|refused/);
    expect(tried(() => assess({ ...WOMAN, ["k".repeat(1_000_000)]: 1 } as Patient))).toBe("refused");
    const scans = Array.from({ length: 5000 }, () => WOMAN.scans[0]!);
    expect(tried(() => assess({ ...WOMAN, scans }))).toMatch(/answered|refused/);
  });

  test("text that is no Unicode, and names of the language's own", () => {
    expect(tried(() => assess({ ...WOMAN, id: "\ud800" }))).toMatch(/answered|refused/);
    for (const text of [
      '{"__proto__":{"sex":"female"}}',
      '{"constructor":1}',
      '{"sex":"female","sex":"male"}',
      "\0",
      "\ufeff{}",
    ]) {
      expect(tried(() => assessJson(text))).toBe("refused");
    }
    expect(({} as { sex?: string }).sex).toBeUndefined();
  });

  test("cut anywhere", () => {
    const whole = JSON.stringify(WOMAN);
    for (let end = 0; end < whole.length; end += 1)
      expect(tried(() => assessJson(whole.slice(0, end)))).toBe("refused");
  });
});

test("memory does not grow", () => {
  const engine = new Engine({ outputs: ["scores", "diagnosis"] });
  const reference = references()[0]!.id;
  const column = new Float64Array(1000).fill(0.7);
  const people = { sex: "female", alcohol: "none", ethnicity: "indian", smoking: "never", factors: {} } as const;
  const ages = new Uint8Array(1000).fill(67);
  const bad = [
    "{",
    '{"sex":"fem"}',
    JSON.stringify({ ...WOMAN, age_years: 670 }),
    JSON.stringify({ ...WOMAN, nobody: 1 }),
  ];
  const once = (call: number) => {
    tried(() => engine.assess(WOMAN));
    tried(() => engine.assessJson(bad[call % bad.length]!));
    tried(() => tScores(column, call % 2 === 0 ? reference : "nobody"));
    tried(() => qfracture({ ...people, age_years: ages, bmi_kg_m2: column }, "2012", call % 25));
    if (call % 100 === 0) tried(() => new Engine({ options: { nothing: call } as never }));
  };
  const memory = () => (glue.initSync as unknown as () => { memory: WebAssembly.Memory })().memory.buffer.byteLength;
  for (let call = 0; call < 500; call += 1) once(call);
  const before = memory();
  for (let call = 0; call < 20_000; call += 1) once(call);
  expect(memory()).toBe(before);
});

test("engines of different settings stand beside one another", () => {
  const asked: Output[][] = [["scores"], ["diagnosis"], ["triage"], []];
  const engines = asked.map((outputs) => new Engine({ outputs }));
  const first = engines.map((engine) => engine.assess(WOMAN));
  for (let round = 0; round < 3; round += 1) {
    expect(engines.map((engine) => engine.assess(WOMAN))).toEqual(first);
  }
  expect(new Set(first.map((said) => Object.keys(said).join())).size).toBe(4);
});
