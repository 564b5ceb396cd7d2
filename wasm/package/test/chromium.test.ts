import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { init, qfracture } from "osteon";
import { ready, serve, type Site } from "./browser.js";
import { asAsked, casesOf, difference } from "./conformance.js";
import { CHROMIUM, CONFORMANCE, PACKAGE, skippedLoudly, WOMAN } from "./places.js";

if (!CHROMIUM) skippedLoudly("the package in a browser: there is no Chromium; CHROMIUM says where one is");

const SCRIPT = `import { init, assess, Engine, OsteonError, qfracture } from "/osteon/index.js";
import { OsteonWorker } from "/osteon/worker.js";
await init();
window.osteon = { assess, Engine, OsteonError, qfracture, OsteonWorker };
document.title = "ready";
`;

// What runs in the page is given as text: it is no function of this file's module.
describe.skipIf(!CHROMIUM)("a page with a plain <script type=module>", () => {
  const folder = mkdtempSync(`${tmpdir()}/osteon-`);
  let site: Site;
  beforeAll(async () => {
    writeFileSync(`${folder}/page.html`, '<!doctype html><script type="module" src="/page/page.js"></script>');
    writeFileSync(`${folder}/page.js`, SCRIPT);
    site = await serve({ osteon: `${PACKAGE}dist`, conformance: CONFORMANCE, page: folder });
    await init();
  });
  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true });
  });
  const opened = async () => ready(await site.page("/page/page.html"));

  test.each(readdirSync(CONFORMANCE).filter((name) => name.endsWith(".ndjson")))("the same bits: %s", async (name) => {
    const page = await opened();
    const { head, cases } = casesOf(readFileSync(CONFORMANCE + name, "utf8"));
    const said = await page.evaluate<string[]>(`(async () => {
      const [head, ...cases] = (await (await fetch("/conformance/${name}")).text()).trim().split("\\n").map((line) => JSON.parse(line));
      const engine = new osteon.Engine({ options: head.options, outputs: head.outputs.split(",") });
      return cases.map(({ patient }) => engine.assessJson(JSON.stringify(patient)));
    })()`);
    const differ = cases.flatMap(({ assessment }, row) => {
      return difference(asAsked(JSON.parse(said[row]!), head.outputs, assessment), assessment) ?? [];
    });
    expect(said.length).toBe(cases.length);
    expect(differ).toEqual([]);
    await page.close();
  });

  test("columns, the same bits as in Node", async () => {
    const page = await opened();
    const rows = Array.from({ length: 5000 }, (_, row) => row);
    const columns = {
      sex: rows.map((row) => (row % 2 ? "male" : "female")),
      age_years: rows.map((row) => 30 + (row % 71)),
      bmi_kg_m2: rows.map((row) => 20 + (row % 200) / 10.1),
      alcohol: "none",
      ethnicity: "indian",
      smoking: "never",
      factors: { falls: rows.map((row) => row % 3 === 0) },
    } as const;
    const theirs = await page.evaluate<number[]>(
      `Array.from(osteon.qfracture(${JSON.stringify(columns)}).any_percent)`,
    );
    expect(difference(theirs, [...qfracture(columns as never).any_percent])).toBeUndefined();
    await page.close();
  });

  test("errors", async () => {
    const page = await opened();
    const error = await page.evaluate(`(() => {
      try { osteon.assess({ ...${JSON.stringify(WOMAN)}, age_years: NaN }); }
      catch (error) { return [error instanceof osteon.OsteonError, error.code, error.field, error.limit]; }
    })()`);
    expect(error).toEqual([true, "wrong_type", "age_years", expect.any(String)]);
    await page.close();
  });

  test("a worker: order, progress, errors, abort; the engine is fetched once", async () => {
    const page = await opened();
    site.asked.length = 0;
    const said = await page.evaluate<Record<string, unknown>>(`(async () => {
      const woman = ${JSON.stringify(WOMAN)};
      const worker = new osteon.OsteonWorker();
      const seen = [];
      const list = Array.from({ length: 100 }, (_, row) => ({ ...woman, id: "p" + row }));
      list[50] = { ...woman, age_years: 670 };
      const answers = await worker.assessAll(list, { chunk: 30, onProgress: (done) => seen.push(done) });
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 50);
      const aborted = await worker.assessAll(Array(50000).fill(woman), { signal: stop.signal }).catch((error) => error.code);
      const people = { sex: "female", age_years: [67], bmi_kg_m2: [25], alcohol: "none", ethnicity: "indian", smoking: "never", factors: {} };
      const risks = await worker.qfracture(people);
      worker.close();
      return { ids: answers.map((answer) => answer.patient_id ?? answer.field), seen, aborted,
        refused: answers[50] instanceof osteon.OsteonError, any: risks.any_percent[0], alone: osteon.qfracture(people).any_percent[0] };
    })()`);
    expect(said.ids).toEqual(Array.from({ length: 100 }, (_, row) => (row === 50 ? "age_years" : `p${row}`)));
    expect([said.seen, said.aborted, said.refused]).toEqual([[30, 60, 90, 100], "aborted", true]);
    expect(Object.is(said.any, said.alone)).toBe(true);
    expect(site.asked.filter((path) => path.endsWith(".wasm"))).toEqual([]);
    await page.close();
  });
});
