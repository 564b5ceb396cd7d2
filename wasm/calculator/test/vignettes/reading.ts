import type { Page } from "playwright-core";
import { tell, type Patient, type ReportLine, type Said } from "osteon";
import { WORDS, type Language } from "../../src/words/index.js";

/** What is read of an answer: the same from the page, and from the engine in Node. */
export interface Reading {
  course: string[];
  diagnosis: string;
  priority: string;
  scores: string[][];
  guidelines: Record<string, { recommendation: string; because: string }>;
}

/** A text without how it is set: blanks of any width, and capitals. */
export function plain(text: string): string {
  return text
    .replace(/\u200B/gu, "")
    .replace(/[\s\u00A0\u202F]+/gu, " ")
    .replaceAll(" :", ":")
    .trim()
    .toLowerCase();
}

function linesOf({ told }: Said, name: string): ReportLine[] {
  return told.report.first
    .filter((section) => section.class.split(" ").includes(name))
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "lines" || block.kind === "list" ? block.holds : []));
}

/** What the engine in Node says of a document. */
export function fromEngine(patient: Patient, lang: Language): { reading: Reading; safety: string[]; said: Said } {
  const answer = tell(patient, lang);
  const first = (name: string) => plain(linesOf(answer, name)[0]?.text ?? "");
  const tables = answer.told.report.first
    .filter((section) => section.class.split(" ").includes("scores"))
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "table" ? [block.holds.head, ...block.holds.rows] : []));
  const reading: Reading = {
    course: linesOf(answer, "course").map(({ text }) => plain(text)),
    diagnosis: first("diagnosis"),
    priority: first("next"),
    scores: tables.map((row) => row.map(plain)),
    guidelines: Object.fromEntries(
      answer.told.guidelines.map(({ short_name, recommendation, because }) => [
        short_name,
        { recommendation: plain(recommendation), because: plain(because ?? "") },
      ]),
    ),
  };
  return { reading, safety: linesOf(answer, "safety").map(({ text }) => plain(text)), said: answer };
}

/** What the page says: where treatment stands, two verdicts, the table of scores, and every guideline. */
export async function fromPage(page: Page, lang: Language): Promise<{ reading: Reading; all: string }> {
  const answer = page.locator("osteon-answer");
  await answer.locator(".pair").waitFor();
  // Those of other countries are folded.
  const [others = ""] = WORDS[lang].answer.others(0).split(" (");
  const fold = answer.locator("summary").filter({ hasText: others });
  if ((await fold.count()) > 0) {
    await fold.click();
    await answer.locator("details article.guideline").first().waitFor();
  }
  const read = await answer.evaluate((element) => {
    const copy = document.createElement("div");
    for (const child of element.shadowRoot?.children ?? []) if (child.localName !== "style") copy.append(child.cloneNode(true));
    // The numbers of sources, and what is said aloud in short.
    for (const beside of copy.querySelectorAll(".cites, .visually-hidden")) beside.remove();
    const text = (at: Element | null | undefined, ...parts: string[]) =>
      parts.map((part) => at?.querySelector(part)?.textContent ?? "").join(" ");
    const [diagnosis, priority] = copy.querySelectorAll(".pair > .banner");
    return {
      course: Array.from(copy.querySelectorAll(":scope > .banner li"), (line) => line.textContent ?? ""),
      diagnosis: text(diagnosis, ".large", ".aside"),
      priority: [text(priority, "h3"), text(priority, ".large", ".aside")].join(": "),
      scores: Array.from(copy.querySelectorAll("section table tr"), (row) =>
        Array.from(row.querySelectorAll("th, td"), (cell) => cell.textContent ?? ""),
      ),
      guidelines: Array.from(
        copy.querySelectorAll("article.guideline"),
        (card) => [text(card, "h4"), text(card, ".verdict"), text(card, ".because")] as const,
      ),
      all: copy.textContent ?? "",
    };
  });
  const guidelines = read.guidelines.map(
    ([name, recommendation, because]) => [name, { recommendation: plain(recommendation), because: plain(because) }] as const,
  );
  return {
    reading: {
      course: read.course.map(plain),
      diagnosis: plain(read.diagnosis),
      priority: plain(read.priority),
      scores: read.scores.map((row) => row.map(plain)),
      guidelines: Object.fromEntries(guidelines),
    },
    all: plain(read.all),
  };
}
