import type { ReportBlock, ReportSection } from "osteon/embedded";
import type { TemplateResult } from "lit";
import type { Outcome } from "../engine.js";
import type { Language, Words } from "../words/index.js";

/** An answer in words and codes. */
export type Said = Extract<Outcome, { said: unknown }>["said"];

/** What every part of the answer draws with. */
export interface View {
  said: Said;
  words: Words["answer"];
  lang: Language;
  /** Numbers of the sources, as the list at the end counts them. */
  numbers: ReadonlyMap<string, number>;
  /** A part that is folded, and drawn only while it is open. */
  fold(key: string, summary: unknown, content: () => unknown, kind?: string): TemplateResult;
  /** Asks for the rules of a guideline. */
  askRules(guideline: string): void;
  /** Goes to the field of a path of the document. */
  toField(path: string): void;
  /** Goes to a source in the list at the end. */
  toSource(id: string): void;
}

/** The sections of one class, those of the first page or those in full. */
export function sections(said: Said, part: "first" | "rest", name: string): ReportSection[] {
  return said.told.report[part].filter((section) => section.class.split(" ").includes(name));
}

/** The blocks of sections, one after another. */
export function blocksOf(of: readonly ReportSection[]): ReportBlock[] {
  return of.flatMap(({ blocks }) => blocks);
}

/** The first sentence of a section of the first page; empty where there is none. */
export function firstLine(said: Said, name: string): string {
  for (const block of blocksOf(sections(said, "first", name))) {
    if ((block.kind === "lines" || block.kind === "list") && block.holds[0]) return block.holds[0].text;
  }
  return "";
}

/** A sentence cut before a bracket: what stands large, and what stands small beside it. */
export function parted(text: string, bracket = " ("): { head: string; aside: string } {
  const at = text.indexOf(bracket);
  return at < 0 ? { head: text, aside: "" } : { head: text.slice(0, at), aside: text.slice(at + 1) };
}

/** The diagnosis and the score that it rests on. */
export function partedDiagnosis(said: Said): { head: string; aside: string } {
  const text = firstLine(said, "diagnosis");
  return parted(text, text.includes(" (T-score") ? " (T-score" : " (Z-score");
}
