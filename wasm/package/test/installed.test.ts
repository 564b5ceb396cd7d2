import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PACKAGE } from "./places.js";

const MODULES = `${PACKAGE}../node_modules`;
const folder = mkdtempSync(`${tmpdir()}/osteon-`);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the types of what is packed, every library checked", () => {
  beforeAll(() => {
    const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
      cwd: PACKAGE,
      encoding: "utf8",
    });
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    execFileSync("tar", ["xzf", filename], { cwd: folder });
    mkdirSync(`${folder}/node_modules`);
    cpSync(`${folder}/package`, `${folder}/node_modules/osteon`, { recursive: true });
    writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
  });

  const USE = `import { assess, Engine, engineModule, init, initSync, OsteonError, qfracture } from "osteon";
import * as embedded from "osteon/embedded";
import { OsteonWorker } from "osteon/worker";
import type { CallerReference, Output } from "osteon";
await init();
await embedded.init();
initSync(engineModule());
initSync(new Uint8Array(8));
const outputs: Output[] = ["scores"];
const references: CallerReference[] = [];
const engine = new Engine({ outputs, references });
engine[Symbol.dispose]();
engine.free();
const worker = new OsteonWorker(engineModule());
const answers = await worker.assessAll([{ sex: "female", age_years: 67 }], { chunk: Infinity });
export const all = [answers, assess({}), OsteonError, qfracture];
// @ts-expect-error a section that there is none of
export const wrong: Output = "score";
`;
  const OF_PAGES = `await init(fetch("osteon.wasm"));
await init(new URL("https://example.org/osteon.wasm"));
export const watched = worker.tScores([0.7], "x", { signal: AbortSignal.timeout(10) });
`;
  const DISPOSED = `{
  using brief = new Engine();
  brief.assess({});
}
`;

  test.each([
    ["neither the DOM nor Node", ["es2022"], [], USE],
    ["Node alone", ["es2022"], ["node"], USE + OF_PAGES],
    ["the DOM alone", ["es2022", "dom"], [], USE + OF_PAGES],
    ["a worker of the web", ["es2022", "webworker"], [], USE + OF_PAGES],
    ["everything", ["esnext", "dom"], ["node"], USE + OF_PAGES + DISPOSED],
  ])("%s", (name, lib, types, code) => {
    const root = `${folder}/${name.replaceAll(" ", "-")}`;
    mkdirSync(root);
    writeFileSync(`${root}/use.ts`, code);
    const compilerOptions = {
      target: "es2022",
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      lib,
      types,
      typeRoots: [`${MODULES}/@types`],
    };
    writeFileSync(`${root}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    let said = "";
    try {
      execFileSync(process.execPath, [`${MODULES}/typescript/bin/tsc`, "-p", root], {
        encoding: "utf8",
        stdio: "pipe",
      });
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    expect(said).toBe("");
  });
});
