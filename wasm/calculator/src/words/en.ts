import { form } from "./en_form.js";
import { answer } from "./en_answer.js";

/** English. */
export const en = { form, answer };
