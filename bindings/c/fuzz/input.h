/* Values drawn from the bytes of a fuzzer, in memory that is exactly as long as may be read or written. */
#ifndef INPUT_H
#define INPUT_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "osteon.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const uint8_t *left = NULL;
static size_t left_length = 0;
static void *owned[4096];
static size_t owned_count = 0;

static inline void begin(const uint8_t *data, size_t size) {
  left = data;
  left_length = size;
}

static inline void end(void) {
  while (owned_count > 0) {
    free(owned[--owned_count]);
  }
}

/* Memory of so many bytes and none more, until the end. */
static inline void *exactly(size_t length) {
  void *memory = owned_count < sizeof owned / sizeof *owned ? calloc(1, length == 0 ? 1 : length) : NULL;
  if (memory == NULL) {
    abort();
  }
  if (length == 0) {
    /* A byte that may not be read: the address is one beyond it. */
    owned[owned_count++] = memory;
    return (char *)memory + 1;
  }
  owned[owned_count++] = memory;
  return memory;
}

/* The next bytes; zero where there are no more. */
static inline void drawn(void *to, size_t length) {
  const size_t has = length < left_length ? length : left_length;
  memset(to, 0, length);
  memcpy(to, left, has);
  left += has;
  left_length -= has;
}

static inline uint8_t byte(void) {
  uint8_t value;
  drawn(&value, 1);
  return value;
}

static inline uint32_t word(void) {
  uint32_t value;
  drawn(&value, 4);
  return value;
}

/* One of so many. */
static inline size_t one_of(size_t count) { return byte() % count; }

/* A number: mostly one that could be meant. */
static inline double real(void) {
  const uint8_t kind = byte();
  double value;
  if (kind < 200) {
    return kind / 80.0;
  }
  if (kind < 230) {
    return (int8_t)byte();
  }
  drawn(&value, sizeof value);
  return value;
}

static inline osteon_number number(void) {
  const uint8_t kind = byte();
  osteon_number made;
  memset(&made, 0, sizeof made);
  made.known = kind < 100 ? 0 : kind < 250 ? 1 : kind;
  made.value = real();
  return made;
}

/* A code: mostly one that there is. */
static inline int32_t code(void) {
  const uint8_t kind = byte();
  return kind < 240 ? kind % 16 : (int32_t)word();
}

/* Text: one of the words, or any bytes, or none, or a pointer and a length that do not belong together. */
static inline osteon_text text(const char *const *words, size_t count) {
  const uint8_t kind = byte();
  osteon_text made;
  char *copy;
  memset(&made, 0, sizeof made);
  if (kind < 60) {
    return made;
  }
  if (kind == 60) {
    made.length = word();
    return made;
  }
  if (kind == 61) {
    made.data = (const char *)exactly(0);
    made.length = (size_t)OSTEON_TEXT_MAX + 1 + word();
    return made;
  }
  if (kind < 180 && count > 0) {
    const char *one = words[one_of(count)];
    made.length = strlen(one);
    copy = (char *)exactly(made.length);
    memcpy(copy, one, made.length);
  } else {
    made.length = byte() & 63;
    copy = (char *)exactly(made.length);
    drawn(copy, made.length);
  }
  made.data = copy;
  return made;
}

static inline osteon_date date(void) {
  osteon_date made;
  if (byte() < 200) {
    made.year = 1950 + byte() % 80;
    made.month = byte() % 14;
    made.day = byte() % 33;
    made.known = byte() & 1;
  } else {
    drawn(&made, sizeof made);
  }
  return made;
}

/* How large a structure says it is: mostly what it is. */
static inline uint32_t size_of(size_t whole) {
  const uint8_t kind = byte();
  if (kind < 200) {
    return (uint32_t)whole;
  }
  if (kind < 225) {
    return (uint32_t)whole + (kind - 200u) * 8;
  }
  if (kind < 250) {
    return kind - 225u;
  }
  return word();
}

/* A structure in memory that ends where it says (or behind its size, where that cannot be meant). Its own bytes are
 * those of `from`; beyond them are zeros, or at times something. */
static inline void *structure(const void *from, size_t whole) {
  const uint32_t size = size_of(whole);
  const size_t length = size < 4 ? 4 : size > 65536 ? 4 : size;
  char *made = (char *)exactly(length);
  memcpy(made, from, length < whole ? length : whole);
  memcpy(made, &size, 4);
  if (length > whole && byte() > 200) {
    made[length - 1] = (char)byte();
  }
  return made;
}

/* Structures side by side, each as large as the first says; `fill` makes one. */
static inline void *structures(size_t count, size_t whole, void (*fill)(void *)) {
  const uint32_t size = size_of(whole);
  const size_t each = size < 4 ? 4 : size > 65536 ? 4 : size;
  char *made = (char *)exactly(each * count);
  void *one = malloc(whole);
  size_t i;
  if (one == NULL) {
    abort();
  }
  for (i = 0; i < count; i++) {
    const uint32_t stated = byte() == 255 ? word() : size;
    memset(one, 0, whole);
    fill(one);
    memcpy(made + i * each, one, each < whole ? each : whole);
    memcpy(made + i * each, i == 0 ? &size : &stated, 4);
  }
  free(one);
  return made;
}

/* An error with buffers of any length. */
static inline osteon_error *error(void) {
  osteon_error made;
  osteon_buffer *buffers[4];
  size_t i;
  if (byte() < 40) {
    return NULL;
  }
  memset(&made, 0, sizeof made);
  buffers[0] = &made.message;
  buffers[1] = &made.field;
  buffers[2] = &made.value;
  buffers[3] = &made.limit;
  for (i = 0; i < 4; i++) {
    buffers[i]->capacity = byte() & 127;
    buffers[i]->data = byte() < 30 ? NULL : (char *)exactly(buffers[i]->capacity);
  }
  return (osteon_error *)structure(&made, sizeof made);
}

#endif
