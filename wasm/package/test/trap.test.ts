import { expect, test, vi } from "vitest";
import { assess, Engine, engineModule, init, isLoaded, OsteonError, references, tell } from "osteon";
import * as glue from "../dist/engine/osteon.js";
import { WOMAN } from "./places.js";

function thrown(of: () => unknown): OsteonError {
  try {
    of();
  } catch (error) {
    if (error instanceof OsteonError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("before it is loaded", async () => {
  expect(isLoaded()).toBe(false);
  for (const of of [() => assess(WOMAN), () => new Engine(), () => references(), () => engineModule()]) {
    expect(thrown(of).code).toBe("not_loaded");
  }
  await expect(init("file:///nowhere/osteon.wasm")).rejects.toThrow();
  expect(isLoaded()).toBe(false);
  await expect(init(new Uint8Array([1, 2, 3]))).rejects.toThrow();
  // What failed may be tried again; what is loaded stays.
  await init();
  await init("file:///nowhere/osteon.wasm");
  expect(isLoaded()).toBe(true);
});

test("a trap does not reach the page, and nothing is lost by it", async () => {
  await init();
  const [all, few] = [new Engine(), new Engine({ outputs: ["scores"] })];
  const before = [all.assess(WOMAN), few.assess(WOMAN)];
  const trap = vi.spyOn(glue.Engine.prototype, "assess").mockImplementationOnce(() => {
    throw new WebAssembly.RuntimeError("unreachable");
  });
  const error = thrown(() => all.assess(WOMAN));
  expect([error.code, error.field]).toEqual(["internal", ""]);
  expect(error.message).toContain("unreachable");
  trap.mockRestore();
  expect([all.assess(WOMAN), few.assess(WOMAN)]).toEqual(before);
  expect(new Engine().tell(WOMAN, "fr").assessment).toEqual(before[0]);
  expect(tell(WOMAN, "en").assessment).toEqual(before[0]);
});

test("a real trap: memory that is out of its bounds", async () => {
  await init();
  const engine = new Engine();
  const before = engine.assess(WOMAN);
  const trap = vi.spyOn(glue.Engine.prototype, "assess").mockImplementationOnce(function (this: glue.Engine, patient) {
    (this as unknown as { __wbg_ptr: number }).__wbg_ptr = 0xffff_fff0;
    return this.assess(patient);
  });
  expect(thrown(() => engine.assess(WOMAN)).code).toBe("internal");
  trap.mockRestore();
  expect(engine.assess(WOMAN)).toEqual(before);
});
