// Compiles the package into dist/: what wasm/build.sh made, TypeScript, the embedded engine, the licences.
import { execFileSync } from "node:child_process";
import { cpSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const here = new URL("../", import.meta.url);
const at = (path) => fileURLToPath(new URL(path, here));
if (!existsSync(at("src/engine/osteon_bg.wasm"))) {
  console.error("the engine is not there: run wasm/build.sh first");
  process.exit(1);
}
rmSync(at("dist"), { recursive: true, force: true });

// The engine as text, for pages that may load nothing: one module, no request for a .wasm file.
const gzipped = gzipSync(readFileSync(at("src/engine/osteon_bg.wasm")), { level: 9 });
writeFileSync(at("src/engine/gzipped.js"), `export default "${gzipped.toString("base64")}";\n`);
writeFileSync(at("src/engine/gzipped.d.ts"), "declare const gzipped: string;\nexport default gzipped;\n");

// The worker as one script, for the same pages. It is bundled from itself compiled, so its place is taken first.
const workerText = (text) => {
  writeFileSync(at("src/engine/worker_text.js"), `export default ${JSON.stringify(text)};\n`);
  writeFileSync(at("src/engine/worker_text.d.ts"), "declare const text: string;\nexport default text;\n");
};
workerText("");
execFileSync(process.execPath, [at("../node_modules/typescript/bin/tsc"), "-p", "."], { cwd: here, stdio: "inherit" });
cpSync(at("src/engine"), at("dist/engine"), { recursive: true });
const [{ output }] = await build({
  configFile: false,
  logLevel: "warn",
  build: { write: false, lib: { entry: at("dist/worker_entry.js"), formats: ["iife"], name: "worker" } },
});
workerText(output[0].code);
copyFileSync(at("src/engine/worker_text.js"), at("dist/engine/worker_text.js"));
for (const licence of ["LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(at(`../../${licence}`), at(licence));
