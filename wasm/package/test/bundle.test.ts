import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rolldown } from "rolldown";
import { build } from "vite";
import { assess, init } from "osteon";
import { ready, serve, type Site } from "./browser.js";
import { CHROMIUM, PACKAGE, skippedLoudly, WOMAN } from "./places.js";

if (!CHROMIUM) skippedLoudly("bundled pages in a browser: there is no Chromium; CHROMIUM says where one is");

const USE = (entry: string) => `import { init, assess, OsteonError } from "${entry}";
import { OsteonWorker } from "osteon/worker";
await init();
const woman = ${JSON.stringify(WOMAN)};
const worker = new OsteonWorker();
const [theirs, refused] = await worker.assessAll([woman, { ...woman, age_years: 670 }]);
worker.close();
window.said = JSON.stringify({ ours: assess(woman), theirs, refused: refused instanceof OsteonError && refused.field });
document.title = "ready";
`;

/** A project beside the package, where \`osteon\` is found as an installed package is. */
const folder = mkdtempSync(`${PACKAGE}../node_modules/.bundled-`);
afterAll(() => rmSync(folder, { recursive: true }));

function project(name: string, entry: string): string {
  const root = `${folder}/${name}`;
  mkdirSync(root);
  writeFileSync(`${root}/main.js`, USE(entry));
  writeFileSync(`${root}/index.html`, '<!doctype html><script type="module" src="./main.js"></script>');
  return root;
}

async function vite(root: string): Promise<string> {
  await build({ root, base: "./", logLevel: "error", configFile: false, build: { target: "es2022" } });
  return `${root}/dist`;
}

describe.skipIf(!CHROMIUM)("bundled", () => {
  let site: Site | undefined;
  beforeAll(() => init());
  afterAll(() => site?.close());

  async function works(dist: string, policy?: string): Promise<string[]> {
    site = await serve({ app: dist }, policy);
    const page = await site.page("/app/index.html");
    await ready(page);
    const said = JSON.parse(await page.evaluate<string>("said"));
    expect(said.ours).toEqual(assess(WOMAN));
    expect(said.theirs).toEqual(said.ours);
    expect(said.refused).toBe("age_years");
    const { asked } = site;
    await site.close();
    site = undefined;
    return asked;
  }

  test("by Vite: one engine, a worker, a page", async () => {
    const dist = await vite(project("vite", "osteon"));
    expect(readdirSync(`${dist}/assets`).filter((name) => name.endsWith(".wasm")).length).toBe(1);
    const asked = await works(dist);
    expect(asked.filter((path) => path.endsWith(".wasm")).length).toBe(1);
  });

  test("by Vite, with the engine inside", async () => {
    const asked = await works(await vite(project("embedded", "osteon/embedded")));
    expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual([]);
  });

  test("by Rolldown, one file that loads nothing", async () => {
    const root = project("rolldown", "osteon/embedded");
    const bundle = await rolldown({ input: `${root}/main.js`, logLevel: "silent" });
    const { output } = await bundle.generate({ format: "es" });
    await bundle.close();
    expect(output.length).toBe(1);
    mkdirSync(`${root}/dist`);
    writeFileSync(`${root}/dist/main.js`, output[0].code);
    writeFileSync(`${root}/dist/index.html`, readFileSync(`${root}/index.html`));
    const nothing = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:";
    const asked = await works(`${root}/dist`, nothing);
    expect(asked.filter((path) => path !== "/favicon.ico").toSorted()).toEqual(["/app/index.html", "/app/main.js"]);
  });
});
