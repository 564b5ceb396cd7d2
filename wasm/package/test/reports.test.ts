import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { Engine, init, LANGUAGES, names, tell, versions, type Patient } from "osteon";
import { casesOf } from "./conformance.js";
import { CONFORMANCE, skippedLoudly, WOMAN } from "./places.js";

const NATIVE = process.env.OSTEON_BIN;
if (!NATIVE) skippedLoudly("reports beside those of the command line: OSTEON_BIN says where one of this build is");

beforeAll(() => init());

describe.each(LANGUAGES)("in words: %s", (lang) => {
  test("sentences, page and letter", () => {
    const engine = new Engine();
    const [sentences, page, letter] = [
      engine.explain(WOMAN, lang),
      engine.report(WOMAN, lang),
      engine.reportText(WOMAN, lang),
    ];
    for (const said of [sentences, page, letter]) expect(said.length).toBeGreaterThan(200);
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain(`lang="${lang}"`);
    expect(page).not.toMatch(/<script/i);
    expect(names(lang, "drug", ["alendronate"])[0]).toMatch(/alendron/i);
    expect(names(lang, "field", ["height_cm"])[0]).not.toBe("height_cm");
  });

  test("the assessment with its words is the assessment", () => {
    expect(tell(WOMAN, lang).assessment).toEqual(new Engine().assess(WOMAN));
  });

  const cases = casesOf(readFileSync(`${CONFORMANCE}whole.ndjson`, "utf8")).cases.map(
    ({ patient }) => patient as Patient,
  );
  test.skipIf(!NATIVE)("the bytes of the command line", () => {
    const engine = new Engine();
    for (const patient of [WOMAN, ...cases]) {
      const said = (...words: string[]) =>
        execFileSync(NATIVE!, [...words, "-", "--lang", lang], { input: JSON.stringify(patient), encoding: "utf8" });
      expect(engine.explain(patient, lang)).toBe(said("explain"));
      expect(engine.reportText(patient, lang)).toBe(said("report", "--format", "text"));
      expect(engine.report(patient, lang)).toBe(said("report", "--format", "html"));
    }
  });
});

test("versions stand in every assessment", () => {
  const { engine, data } = versions();
  const said = JSON.stringify(new Engine().assess(WOMAN).engine);
  for (const version of [engine, data]) {
    expect(version).not.toBe("");
    expect(said).toContain(version);
  }
});
