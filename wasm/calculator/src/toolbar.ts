import { html, type TemplateResult } from "lit";
import type { Language, Words } from "./words/index.js";

/** What the tools do. */
export interface Actions {
  setLanguage(language: Language): void;
  fresh(): void;
  example(): void;
  open(file: File): void;
  save(): void;
  link(): void;
  print(): void;
}

const LANGUAGES: [Language, string, string][] = [
  ["en", "EN", "English"],
  ["fr", "FR", "Français"],
];

/** The bar above form and answer. */
export function toolbar(words: Words["tools"], language: Language, printable: boolean, on: Actions): TemplateResult {
  const tool = (text: string, label: string, act: () => void, disabled = false) =>
    html`<button type="button" class="quiet" aria-label="${text}: ${label}" title=${label} ?disabled=${disabled} @click=${act}>
      ${text}
    </button>`;
  const picked = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // The same file can be picked again.
    input.value = "";
    if (file) on.open(file);
  };
  const pick = (event: Event) => {
    const input = (event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement;
    input.click();
  };
  return html`<div class="tools" role="group" aria-label=${words.label}>
    ${tool(words.fresh, words.freshLabel, on.fresh)} ${tool(words.example, words.exampleLabel, on.example)}
    <button type="button" class="quiet" aria-label="${words.open}: ${words.openLabel}" title=${words.openLabel} @click=${pick}>
      ${words.open}
    </button>
    <input type="file" hidden accept=".json,application/json" @change=${picked} />
    ${tool(words.save, words.saveLabel, on.save)} ${tool(words.link, words.linkLabel, on.link)}
    ${tool(words.print, words.printLabel, on.print, !printable)}
    <div class="languages" role="group" aria-label=${words.language}>
      ${LANGUAGES.map(
        ([code, short, name]) =>
          html`<button
            type="button"
            lang=${code}
            aria-pressed=${code === language ? "true" : "false"}
            aria-label="${short}: ${name}"
            title=${name}
            @click=${() => on.setLanguage(code)}
          >
            ${short}
          </button>`,
      )}
    </div>
  </div>`;
}
