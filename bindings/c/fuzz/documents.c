/* Any bytes as a patient document: an answer that is text, or a status. How to run it: fuzz/run.sh. */
#include "input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static osteon_engine *engine = NULL;
  osteon_string *answer = NULL;
  osteon_status status;
  char *copy;
  if (engine == NULL && osteon_engine_new(NULL, &engine, NULL) != OSTEON_STATUS_OK) {
    abort();
  }
  begin(data, size);
  /* Without a zero at its end. */
  copy = (char *)exactly(size);
  memcpy(copy, data, size);
  status = osteon_assess_json_owned(engine, copy, size, &answer, NULL);
  if ((status == OSTEON_STATUS_OK) != (answer != NULL)) {
    abort();
  }
  if (status == OSTEON_STATUS_OK && size % 8 < 2) {
    /* Twice the same; and a buffer gets all of it or nothing. */
    osteon_text text;
    osteon_buffer buffer;
    if (osteon_string_text(answer, &text) != OSTEON_STATUS_OK) {
      abort();
    }
    memset(&buffer, 0, sizeof buffer);
    buffer.capacity = text.length + (size & 1);
    buffer.data = (char *)exactly(buffer.capacity);
    status = osteon_assess_json(engine, copy, size, &buffer, NULL);
    if (buffer.length != text.length || status != ((size & 1) ? OSTEON_STATUS_OK : OSTEON_STATUS_BUFFER_TOO_SMALL)) {
      abort();
    }
    if ((size & 1) && memcmp(buffer.data, text.data, text.length) != 0) {
      abort();
    }
  } else if (status == OSTEON_STATUS_INTERNAL) {
    abort();
  }
  osteon_string_free(answer);
  end();
  return 0;
}
