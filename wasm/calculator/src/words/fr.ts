import type { Words } from "./index.js";
import { form } from "./fr_form.js";
import { answer } from "./fr_answer.js";
import { page, tools } from "./fr_page.js";

/** French. */
export const fr: Words = { form, answer, tools, page };
