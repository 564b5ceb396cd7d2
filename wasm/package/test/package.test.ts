import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { PACKAGE } from "./places.js";

test("publint finds nothing", async () => {
  const { messages, pkg } = await publint({ pkgDir: PACKAGE, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg!))).toEqual([]);
});

test("what is packed is what is used, and nothing else", () => {
  const said = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: PACKAGE,
    encoding: "utf8",
  });
  const [{ files }] = JSON.parse(said) as [{ files: { path: string }[] }];
  const module =
    /^dist\/((api|assess|columns|documents|embedded|errors|index|load|settings|words|worker)\.(js|d\.ts)|(column|worker_(blocks|channel|entry|messages|script))\.js)$/;
  const engine = /^dist\/engine\/(osteon\.js|osteon_bg\.wasm|gzipped\.js|worker_text\.js)$/;
  const rest = files.map(({ path }) => path).filter((path) => !module.test(path) && !engine.test(path));
  expect(rest.toSorted()).toEqual(["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json"]);
  expect(files.length).toBe(11 * 2 + 6 + 4 + 4);
});

test("types: every public function, and what must not compile", () => {
  const compiler = `${PACKAGE}../node_modules/typescript/bin/tsc`;
  execFileSync(process.execPath, [compiler, "--noEmit", "-p", "test"], {
    cwd: PACKAGE,
    stdio: "pipe",
    encoding: "utf8",
  });
});
