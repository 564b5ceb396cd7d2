/** The conformance cases of the repository, and how an answer is held against one: no DOM, no Node, for either side. */

/** A file of cases: what every engine of it is set to, and the cases. */
export interface Cases {
  head: { options: object; outputs: string };
  cases: { patient: object; assessment: object }[];
}

/** Reads a file of cases. */
export function casesOf(text: string): Cases {
  const [head, ...cases] = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  return { head, cases };
}

/** What guidelines are never handed out without, though nobody asks for it. */
const BELONGING = ["safety", "course"];

/**
 * An answer without what was not asked for and came with the guidelines: those sections, what they assumed and cite.
 *
 * The cases were written by the crate, which gives exactly what is asked for.
 */
export function asAsked(said: object, asked: string, expected: object): Record<string, unknown> {
  const { engine: _, ...sections } = said as Record<string, unknown>;
  const added = BELONGING.filter((section) => !asked.split(",").includes(section));
  if (added.length === 0) return sections;
  for (const section of added) delete sections[section];
  const { assumed, citations } = expected as { assumed?: unknown[]; citations?: object };
  const known = (one: unknown) => assumed?.some((other) => difference(one, other) === undefined);
  if (assumed) sections.assumed = (sections.assumed as unknown[] | undefined)?.filter(known);
  else delete sections.assumed;
  const cited = Object.entries(sections.citations ?? {}).filter(([id]) => citations && Object.hasOwn(citations, id));
  if (citations) sections.citations = Object.fromEntries(cited);
  else delete sections.citations;
  return sections;
}

/** Where two documents differ first, in any key or any bit of a number; undefined where they are the same. */
export function difference(ours: unknown, theirs: unknown, path = "$"): string | undefined {
  if (typeof ours !== "object" || ours === null || typeof theirs !== "object" || theirs === null) {
    return Object.is(ours, theirs) ? undefined : `${path}: ${JSON.stringify(ours)} and not ${JSON.stringify(theirs)}`;
  }
  if (Array.isArray(ours) !== Array.isArray(theirs)) return `${path}: a list and no list`;
  const [left, right] = [ours as Record<string, unknown>, theirs as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (!Object.hasOwn(left, key) || !Object.hasOwn(right, key)) return `${path}.${key}: only in one`;
    const found = difference(left[key], right[key], `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
