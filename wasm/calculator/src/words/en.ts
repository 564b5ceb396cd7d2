import { form } from "./en_form.js";
import { answer } from "./en_answer.js";
import { page, tools } from "./en_page.js";

/** English. */
export const en = { form, answer, tools, page };
