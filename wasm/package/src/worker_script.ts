let text: string | undefined;

/** Keeps the worker's script as text, for where no file lies beside this one: `osteon/embedded` has it. */
export function keepScript(given: string): void {
  text = given;
}

/** That text; undefined where the worker is a file. */
export function script(): string | undefined {
  return text;
}
