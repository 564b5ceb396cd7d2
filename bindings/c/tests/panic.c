/* A panic of the library ends at its boundary: the call says so, and the program goes on. */
#include <stdio.h>
#include <string.h>

#include "osteon.h"

/* In libraries that are built for tests alone. */
OSTEON_API osteon_status osteon_deliberate_panic(osteon_error *error);

int main(void) {
  char message[200] = "";
  osteon_engine *engine = NULL;
  osteon_error error;
  memset(&error, 0, sizeof error);
  error.size = (uint32_t)sizeof error;
  error.message.data = message;
  error.message.capacity = sizeof message;
  for (int time = 0; time < 3; time++) {
    if (osteon_deliberate_panic(time == 0 ? NULL : &error) != OSTEON_STATUS_INTERNAL) {
      return 1;
    }
  }
  if (strlen(message) == 0 || error.message.length != strlen(message)) {
    return 2;
  }
  if (osteon_engine_new(NULL, &engine, &error) != OSTEON_STATUS_OK || engine == NULL) {
    return 3;
  }
  osteon_engine_free(engine);
  printf("a panic is a status: %s\n", message);
  return 0;
}
