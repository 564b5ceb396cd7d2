import { describe, expect, it } from "vitest";
import { WORDS, languageOf } from "../src/words/index.js";

/** Every text of a tree of words, by its path; functions are called with what stands for any value. */
function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = `${path}${key}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function") return [[at, String((value as (...of: unknown[]) => unknown)("7", "7"))]];
    return value !== null && typeof value === "object" ? texts(value, `${at}.`) : [];
  });
}

describe("the words of the page", () => {
  const english = texts(WORDS.en);
  const french = texts(WORDS.fr);

  it("say the same things in both languages", () => {
    expect(french.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
  });

  it("leave nothing empty", () => {
    for (const [path, text] of [...english, ...french]) expect(text.trim(), path).not.toBe("");
  });

  it("are typeset in French", () => {
    for (const [path, text] of french) {
      expect(text, path).not.toMatch(/[^\s\u00a0\u202f:?!]([?!;]| [:;?!%»])/u);
      expect(text, path).not.toMatch(/[a-zà-ÿ]'|"|« [^\u00a0]/iu);
    }
  });
});

describe("the language", () => {
  it("is French where it is asked for, and English else", () => {
    expect([languageOf("fr-CA"), languageOf("FR"), languageOf("de"), languageOf(null)]).toEqual([
      "fr",
      "fr",
      "en",
      "en",
    ]);
  });
});
