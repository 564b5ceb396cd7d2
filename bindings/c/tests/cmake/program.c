#include <stdio.h>

#include <osteon.h>

int main(void) {
  osteon_engine *engine = NULL;
  if (osteon_abi_version() >> 16 != OSTEON_ABI_VERSION_MAJOR) {
    return 1;
  }
  if (osteon_engine_new(NULL, &engine, NULL) != OSTEON_STATUS_OK) {
    return 2;
  }
  osteon_engine_free(engine);
  printf("engine %s, data %s\n", osteon_engine_version(), osteon_data_version());
  return 0;
}
