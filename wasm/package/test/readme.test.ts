import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { serve } from "./browser.js";
import { CHROMIUM, PACKAGE, skippedLoudly } from "./places.js";

const TEXT = readFileSync(`${PACKAGE}README.md`, "utf8");
const blocks = (kind: string) =>
  [...TEXT.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\``, "gm"))].map((match) => match[1]!);

/** In the package, where `osteon` is found by its own exports. */
const folder = mkdtempSync(`${PACKAGE}test/.readme-`);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the README does what it says", () => {
  test.each(blocks("js").map((code, place) => [place, code] as const))("block %i", async (place, code) => {
    const file = `${folder}/block${place}.mjs`;
    writeFileSync(
      file,
      `const lines = [];\nconst console = { log: (...values) => lines.push(values.join(" ")) };\n${code}\nexport { lines };\n`,
    );
    const { lines } = (await import(/* @vite-ignore */ file)) as { lines: string[] };
    const promised = [...code.matchAll(/console\.log\([^]*?\); \/\/ (?:"([^"]+)"|(true|\d+)\b)/g)].map(
      (match) => match[1] ?? match[2],
    );
    for (const value of promised) expect(lines).toContain(value);
  });

  test("there are such blocks", () => expect(blocks("js").length).toBeGreaterThanOrEqual(6));

  test.skipIf(!CHROMIUM)("the plain page", async () => {
    writeFileSync(`${folder}/page.html`, `<!doctype html>${blocks("html")[0]!.replace("./osteon", "/osteon")}`);
    const inline = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'";
    const site = await serve({ page: folder, osteon: PACKAGE }, inline);
    const page = await site.page("/");
    const said = page.waitForEvent("console", { timeout: 20_000, predicate: (message) => message.type() === "log" });
    await page.goto(`${site.address}/page/page.html`);
    expect((await said).text()).not.toBe("");
    await site.close();
  });
});

if (!CHROMIUM) skippedLoudly("the plain page of the README: there is no Chromium");
