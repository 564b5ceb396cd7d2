import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, test } from "vitest";
import { PACKAGE, REPOSITORY } from "./places.js";

const MODULES = `${PACKAGE}../node_modules`;
const folder = mkdtempSync(`${tmpdir()}/osteon with blanks `);
afterAll(() => rmSync(folder, { recursive: true }));

test("it is built in a folder with blanks in its name, and is the same", () => {
  const root = `${folder}/check out`;
  const copy = `${root}/wasm/package`;
  mkdirSync(copy, { recursive: true });
  for (const name of ["src", "scripts", "package.json", "tsconfig.json"]) {
    cpSync(PACKAGE + name, `${copy}/${name}`, { recursive: true });
  }
  for (const licence of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(REPOSITORY + licence, `${root}/${licence}`);
  symlinkSync(MODULES, `${root}/wasm/node_modules`);
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: copy, stdio: "pipe" });
  for (const name of ["dist/index.js", "dist/worker.js", "dist/engine/worker_text.js"]) {
    expect(readFileSync(`${copy}/${name}`, "utf8")).toBe(readFileSync(PACKAGE + name, "utf8"));
  }
});
