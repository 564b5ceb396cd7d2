import { beforeAll, expect, test, vi } from "vitest";
import { assess, Engine, init, OsteonError, report, type Options, type Settings } from "osteon";
import * as glue from "../dist/engine/osteon.js";
import { WOMAN } from "./places.js";

beforeAll(() => init());

const memory = () => (glue.initSync as unknown as () => { memory: WebAssembly.Memory })().memory.buffer.byteLength;

const years = (many: number): Settings[] =>
  Array.from({ length: many }, (_, year) => ({
    options: { qfracture_years: 1 + (year % 10), lab_valid_months: 1 + Math.floor(year / 10) } satisfies Options,
    outputs: ["scores"],
  }));

/** Memory that so many calls add to what the first thousand took. The collector has no turn between them. */
function growth(calls: number, once: (call: number) => void): number {
  for (let call = 0; call < 1000; call += 1) once(call);
  const before = memory();
  for (let call = 0; call < calls; call += 1) once(call);
  return memory() - before;
}

test("settings in turn take no more, be they few or more than are kept", () => {
  for (const many of [2, 8, 9, 50]) {
    const settings = years(many);
    expect(growth(6000, (call) => void assess(WOMAN, settings[call % many]))).toBe(0);
  }
});

test("engines that are given back take no more", () => {
  expect(growth(20_000, () => new Engine().free())).toBe(0);
  expect(Engine.prototype[Symbol.dispose]).toBe(Engine.prototype.free);
  expect(growth(5000, () => new Engine()[Symbol.dispose]())).toBe(0);
  expect(Object.keys(Engine.prototype)).toEqual([]);
});

test("settings that come again are made once, and eight of them are kept", () => {
  const made = vi.spyOn(glue.Engine.prototype, "free");
  const settings = years(8);
  for (const one of settings) assess(WOMAN, one);
  made.mockClear();
  for (let round = 0; round < 3; round += 1) for (const one of settings) assess(WOMAN, one);
  expect(made).not.toHaveBeenCalled();
  assess(WOMAN);
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});

test("one that was given back answers again, also where the engine was loaded anew between", () => {
  const [engine, other] = [new Engine({ outputs: ["scores"] }), new Engine()];
  const [before, theirs] = [engine.assess(WOMAN), other.assess(WOMAN)];
  engine.free();
  engine.free();
  expect(engine.assess(WOMAN)).toEqual(before);
  const trap = vi.spyOn(glue.Engine.prototype, "assess").mockImplementationOnce(() => {
    throw new WebAssembly.RuntimeError("unreachable");
  });
  expect(() => other.assess(WOMAN)).toThrow(OsteonError);
  trap.mockRestore();
  // Its place in the new memory is another's: freeing it there would take that one's.
  expect(other.assess(WOMAN)).toEqual(theirs);
  engine.free();
  expect(other.assess(WOMAN)).toEqual(theirs);
  expect(engine.assess(WOMAN)).toEqual(before);
});

test("an engine that is dropped while its document is read", () => {
  const wanted = report(WOMAN, "en", { outputs: ["scores"] });
  const asks = { ...WOMAN, toJSON: () => years(9).map((one) => assess(WOMAN, one)) && WOMAN };
  expect(report(asks, "en", { outputs: ["scores"] })).toBe(wanted);
});
