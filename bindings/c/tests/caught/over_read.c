/* Says that a structure is larger than it is: reading it must be caught, or the tools are not looking. */
#include <stdlib.h>
#include <string.h>

#include "osteon.h"

int main(void) {
  osteon_engine *engine = NULL;
  uint32_t *settings = calloc(1, sizeof(osteon_settings) - 16);
  if (settings == NULL) {
    return 0;
  }
  *settings = (uint32_t)sizeof(osteon_settings);
  (void)osteon_engine_new((const osteon_settings *)(const void *)settings, &engine, NULL);
  osteon_engine_free(engine);
  free(settings);
  return 0;
}
