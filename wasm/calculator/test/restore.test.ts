import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { load } from "../src/engine.js";
import { clearAddress, fromAddress, linkTo, read, written } from "../src/restore.js";

const PERSON = { sex: "female", age_years: 71, id: "Zoë №7", fractures: [] } as const;

function at(href: string) {
  const url = new URL(href);
  const place = { href, hash: url.hash, pathname: url.pathname, search: url.search };
  vi.stubGlobal("location", place);
  return place;
}

beforeAll(() => load());
afterEach(() => vi.unstubAllGlobals());

describe("a saved file", () => {
  it("comes back as it was", () => {
    expect(read(written({ ...PERSON, fractures: [] }), "en")).toEqual({ patient: PERSON });
  });

  it("comes back with densities in the unit of the form", () => {
    const text = '{"sex":"female","age_years":70,"scans":[{"regions":[{"region":"femoral_neck","bmd_mg_cm2":598}]}]}';
    const { patient } = read(text, "en") as { patient: object };
    expect(patient).toHaveProperty("scans", [{ regions: [{ region: "femoral_neck", bmd_g_cm2: 0.598 }] }]);
  });

  it("is read with a byte order mark", () => {
    expect(read(`\uFEFF${written({ sex: "male" })}`, "en")).toEqual({ patient: { sex: "male" } });
  });

  it("is opened with a wrong value, for the form to show", () => {
    expect(read('{"sex":"female","age_years":160}', "en")).toHaveProperty("patient.age_years", 160);
  });

  it.each([
    ["{oops", "notJson"],
    ["", "notJson"],
    ["null", "notOurs"],
    ["[1]", "notOurs"],
    ['{"schema":"osteon/assessment/1"}', "notOurs"],
    ['{"sex":"female","age_years":60,"colour":"red"}', "notTaken"],
    ['{"sex":"female","age_years":60,"scans":"none"}', "notTaken"],
    ['{"sex":"female","age_years":60,"scans":[null]}', "notTaken"],
    ['{"__proto__":{"sex":"female"}}', "notTaken"],
    [" ".repeat(300_000), "tooLarge"],
    [`{"sex":"female","scans":${"[".repeat(50)}${"]".repeat(50)}}`, "notJson"],
    [`{"sex":"female","scans":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "notJson"],
    [JSON.stringify({ sex: "female", age_years: 60, scans: Array(101).fill({ regions: [] }) }), "tooMany"],
    [JSON.stringify({ sex: "female", age_years: 60, fractures: Array(101).fill({ site: "ankle" }) }), "tooMany"],
    [JSON.stringify({ sex: "female", scans: Array(50).fill({ regions: Array(50).fill({}) }) }), "tooMany"],
  ])("is not taken where it is something else: %.40s", (text, why) => {
    expect(read(text, "fr")).toMatchObject({ why });
  });

  it("may hold a hundred of a kind", () => {
    const labs = Array(100).fill({ analyte: "calcium", value: 2.35, unit: "mmol/L", date: "2026-01-02" });
    expect(read(JSON.stringify({ sex: "female", age_years: 60, labs }), "en")).toHaveProperty("patient.labs.length", 100);
  });

  it("says what it does not know", () => {
    const restored = read('{"sex":"female","age_years":60,"colour":"red"}', "en");
    expect(restored).toHaveProperty("says.0", expect.stringContaining("colour"));
  });
});

describe("a link", () => {
  it("comes back as it was, and stands in the fragment alone", () => {
    at("https://example.org/osteon/?lang=fr#old");
    const link = linkTo({ ...PERSON, fractures: [] });
    expect(link).toMatch(/^https:\/\/example\.org\/osteon\/\?lang=fr#osteon=[\w-]+$/u);
    at(link);
    expect(fromAddress("en")).toEqual({ patient: PERSON });
  });

  it.each(["#osteon=", "#osteon=%%%", "#osteon=AAAA", "#osteon=eyJzZXgi", "#osteon=_w"])(
    "that is damaged says so: %s",
    (hash) => {
      at(`https://example.org/${hash}`);
      expect(fromAddress("en")).toMatchObject({ why: "badLink" });
    },
  );

  it("of another page is none", () => {
    at("https://example.org/#contact");
    expect(fromAddress("en")).toBeUndefined();
  });

  it("is taken out of the address", () => {
    at("https://example.org/a?lang=fr#osteon=e30");
    const replaceState = vi.fn();
    vi.stubGlobal("history", { state: null, replaceState });
    clearAddress();
    expect(replaceState).toHaveBeenCalledWith(null, "", "/a?lang=fr");
  });
});
