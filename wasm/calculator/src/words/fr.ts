import type { Words } from "./index.js";
import { form } from "./fr_form.js";
import { answer } from "./fr_answer.js";

/** French. */
export const fr: Words = { form, answer };
