/* What a caller can get wrong, done to every call that takes it: a structure, a code, a number, a text.
 *
 * Structures are in memory that is exactly as long as may be read, so that whoever watches memory sees what reads on. */
#ifndef HOSTILE_H
#define HOSTILE_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "osteon.h"

static int checked = 0;
static int wrong = 0;

static inline void expect(osteon_status wanted, osteon_status got, const char *what, const char *how) {
  checked++;
  if (got != wanted) {
    wrong++;
    printf("%s, %s: %d (%s), not %d (%s)\n", what, how, (int)got, osteon_status_text(got), (int)wanted,
           osteon_status_text(wanted));
  }
}

/* A call, and the status that it must have. */
#define EXPECT(STATUS, CALL) expect(OSTEON_STATUS_##STATUS, (CALL), #CALL, "as it stands")

/* A call that takes a structure by a pointer. */
struct takes_structure {
  const char *name;
  osteon_status (*call)(void *structure);
  size_t size;
  /* What it says where the structure is as it should be. */
  osteon_status well;
  /* An example that is well; zero beyond its size. NULL: all zero. */
  const void *example;
  /* It may be NULL, or the library writes it. */
  int may_be_null, is_written;
};

/* In memory that ends where `length` says. */
static inline osteon_status with_size(const struct takes_structure *it, size_t length, uint32_t stated, int beyond) {
  osteon_status status;
  unsigned char *memory = (unsigned char *)calloc(1, length);
  if (memory == NULL) {
    exit(3);
  }
  if (it->example != NULL) {
    memcpy(memory, it->example, length < it->size ? length : it->size);
  }
  if (beyond) {
    memory[length - 1] = 1;
  }
  memcpy(memory, &stated, sizeof stated);
  status = it->call(memory);
  free(memory);
  return status;
}

static inline void try_structure(const struct takes_structure *it) {
  static const uint32_t small[] = {0, 3, 4, 5}, huge[] = {65537, 0x7fffffff, 0x80000000, 0xffffffff};
  const uint32_t size = (uint32_t)it->size;
  char *memory;
  size_t i;
  expect(it->may_be_null ? it->well : OSTEON_STATUS_NULL_POINTER, it->call(NULL), it->name, "NULL");
  for (i = 0; i < sizeof small / sizeof *small; i++) {
    expect(OSTEON_STATUS_STRUCT_TOO_SMALL, with_size(it, 8, small[i], 0), it->name, "too small");
  }
  /* The size of C is the size of the library. */
  expect(OSTEON_STATUS_STRUCT_TOO_SMALL, with_size(it, it->size, size - 1, 0), it->name, "a byte too small");
  expect(it->well, with_size(it, it->size, size, 0), it->name, "as it should be");
  for (i = 0; i < sizeof huge / sizeof *huge; i++) {
    expect(OSTEON_STATUS_TOO_LONG, with_size(it, 8, huge[i], 0), it->name, "huge");
  }
  expect(it->well, with_size(it, it->size + 64, size + 64, 0), it->name, "newer, with nothing new in it");
  expect(it->is_written ? it->well : OSTEON_STATUS_STRUCT_TOO_NEW, with_size(it, it->size + 64, size + 64, 1), it->name,
         "newer, with something new in it");
  memory = (char *)calloc(1, it->size + 8);
  if (memory == NULL) {
    exit(3);
  }
  for (i = 1; i < 4; i++) {
    expect(OSTEON_STATUS_MISALIGNED, it->call(memory + i), it->name, "misaligned");
  }
  free(memory);
}

/* A call that takes a code. */
struct takes_code {
  const char *name;
  osteon_status (*call)(int32_t code);
};

static inline void try_code(const struct takes_code *it) {
  static const int32_t codes[] = {-1, 4711, 255, INT32_MIN, INT32_MAX};
  size_t i;
  for (i = 0; i < sizeof codes / sizeof *codes; i++) {
    expect(OSTEON_STATUS_UNKNOWN_CODE, it->call(codes[i]), it->name, "no code");
  }
}

/* A call that takes text. */
struct takes_text {
  const char *name;
  osteon_status (*call)(osteon_text text);
};

static inline osteon_text text_of(const char *data, size_t length) {
  osteon_text text;
  text.data = data;
  text.length = length;
  return text;
}

static inline void try_text(const struct takes_text *it) {
  static const char *const not_utf8[] = {"\xff", "a\xc0\xaf", "\xed\xa0\x80", "\xe2\x82", "\xf4\x90\x80\x80"};
  static const size_t huge[] = {(size_t)OSTEON_TEXT_MAX + 1, SIZE_MAX / 2, SIZE_MAX / 2 + 1, SIZE_MAX};
  size_t i;
  expect(OSTEON_STATUS_NULL_POINTER, it->call(text_of(NULL, 5)), it->name, "NULL of a length");
  for (i = 0; i < sizeof huge / sizeof *huge; i++) {
    expect(OSTEON_STATUS_TOO_LONG, it->call(text_of("x", huge[i])), it->name, "huge");
  }
  for (i = 0; i < sizeof not_utf8 / sizeof *not_utf8; i++) {
    /* A copy without a zero at its end. */
    const size_t length = strlen(not_utf8[i]);
    char *copy = (char *)malloc(length);
    if (copy == NULL) {
      exit(3);
    }
    memcpy(copy, not_utf8[i], length);
    expect(OSTEON_STATUS_NOT_UTF8, it->call(text_of(copy, length)), it->name, "not UTF-8");
    free(copy);
  }
}

/* A call that takes a number of a limited range. */
struct takes_number {
  const char *name;
  osteon_status (*call)(double value);
};

static inline void try_number(const struct takes_number *it) {
  const double numbers[] = {NAN, -NAN, INFINITY, -INFINITY, 1e308, -1e308};
  size_t i;
  for (i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    expect(OSTEON_STATUS_REFUSED, it->call(numbers[i]), it->name, "no such number");
  }
}

/* A call that takes a structure with a mark of whether it is known. */
struct takes_mark {
  const char *name;
  osteon_status (*call)(uint32_t known);
};

static inline void try_mark(const struct takes_mark *it) {
  static const uint32_t marks[] = {2, 255, 0x80000000, 0xffffffff};
  size_t i;
  for (i = 0; i < sizeof marks / sizeof *marks; i++) {
    expect(OSTEON_STATUS_UNKNOWN_CODE, it->call(marks[i]), it->name, "neither known nor unknown");
  }
}

#define TRY_ALL(TRY, TABLE)                                       \
  do {                                                            \
    size_t row;                                                   \
    for (row = 0; row < sizeof(TABLE) / sizeof *(TABLE); row++) { \
      TRY(&(TABLE)[row]);                                         \
    }                                                             \
  } while (0)

static inline int hostile_end(void) {
  printf("%d calls, %d not as they must be\n", checked, wrong);
  return wrong == 0 ? 0 : 1;
}

#endif
