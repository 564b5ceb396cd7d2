import { expect } from "vitest";
import { OsteonError } from "osteon";

/** The refusal of what must be refused. */
export function refused(of: () => unknown): OsteonError {
  try {
    of();
  } catch (error) {
    expect(error).toBeInstanceOf(OsteonError);
    return error as OsteonError;
  }
  throw new Error("was not refused");
}
