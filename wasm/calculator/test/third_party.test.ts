import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NOTICES } from "../plugins/third_party.js";
import { BUILT, built } from "./served.js";

const read = (file: string) => readFileSync(join(BUILT, file), "utf8");

describe.skipIf(!built)("the licences of others", () => {
  it.each([NOTICES, `element/${NOTICES}`])("lie beside what is built of it: %s", (file) => {
    const text = read(file);
    for (const name of ["lit", "lit-html", "lit-element", "@lit/reactive-element"]) {
      expect(text).toMatch(new RegExp(`^${name} [\\d.]+ \\(BSD-3-Clause\\)\\n\\n.*\\n\\nCopyright \\(c\\) \\d+ Google LLC`, "mu"));
    }
    expect(text).toContain("Redistributions in binary form must reproduce the above copyright notice");
    for (const crate of ["serde_json", "jiff", "wasm-bindgen"]) expect(text).toMatch(new RegExp(`^${crate} [\\d.]+ \\(`, "mu"));
    expect(text).toContain("The Rust standard library");
  });

  it("say nothing of what is no part of it", () => {
    expect(read(NOTICES)).not.toMatch(/^(vite|typescript|vitest|osteon|syn|serde_derive) [\d.]+ \(/mu);
  });

  it("are kept for use without a network", () => {
    expect(read("sw.js")).toContain(`"./${NOTICES}"`);
  });
});
