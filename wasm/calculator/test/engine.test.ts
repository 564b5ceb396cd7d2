import { OsteonError, tell, type Patient } from "osteon/embedded";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { answer, load, refusals } from "../src/engine.js";
import { WORDS } from "../src/words/index.js";

vi.mock("osteon/embedded", async (original) => {
  const real = await original<typeof import("osteon/embedded")>();
  return { ...real, tell: vi.fn(real.tell) };
});

const asked = vi.mocked(tell);
const PERSON: Patient = { sex: "female", age_years: 71 };

function fails(): never {
  const raw = "the engine stopped: unreachable";
  throw new OsteonError([{ code: "not_usable", field: "", value: "", limit: raw }], "internal");
}

beforeAll(() => load());
beforeEach(() => {
  asked.mockReset();
});

test("an answer is kept while nothing changes", () => {
  const person = { ...PERSON };
  expect(answer(person, "en")).toBe(answer(person, "en"));
  expect(asked).toHaveBeenCalledOnce();
});

test("a fault by chance is not seen", () => {
  asked.mockImplementationOnce(fails);
  expect(answer({ ...PERSON }, "en")).toHaveProperty("said");
});

test("a fault is told in the language of the page, and asked again", () => {
  const person = { ...PERSON };
  for (const lang of ["en", "fr"] as const) {
    asked.mockImplementationOnce(fails).mockImplementationOnce(fails);
    expect(answer(person, lang)).toMatchObject({ problems: [{ says: WORDS[lang].tools.fault, path: "" }] });
  }
  expect(answer(person, "fr")).toHaveProperty("said");
});

test("what is refused is no fault", () => {
  expect(refusals({ ...PERSON, age_years: 160 }, "en")).toMatchObject([{ path: "age_years", code: "out_of_range" }]);
});
