/* Every way to make an engine wrongly has a status, and none is undefined. */
#include "hostile.h"

/* A young adult reference of whom nothing is wrong, and settings that have it. */
static osteon_reference reference(void) {
  osteon_reference row;
  memset(&row, 0, sizeof row);
  row.size = (uint32_t)sizeof row;
  row.sex = OSTEON_SEX_FEMALE;
  row.region = OSTEON_REGION_FEMORAL_NECK;
  row.id = text_of("ours", 4);
  row.version = text_of("2026", 4);
  row.mean_g_cm2.value = 0.858;
  row.mean_g_cm2.known = 1;
  row.sd_g_cm2.value = 0.12;
  row.sd_g_cm2.known = 1;
  return row;
}

static osteon_settings settings(void) {
  osteon_settings made;
  memset(&made, 0, sizeof made);
  made.size = (uint32_t)sizeof made;
  return made;
}

static osteon_status made(const osteon_settings *from) {
  osteon_engine *engine = NULL;
  osteon_status status = osteon_engine_new(from, &engine, NULL);
  if ((status == OSTEON_STATUS_OK) != (engine != NULL)) {
    status = OSTEON_STATUS_UNKNOWN;
  }
  osteon_engine_free(engine);
  return status;
}

static osteon_status of_rows(const void *rows, size_t count) {
  osteon_settings from = settings();
  from.references = (const osteon_reference *)rows;
  from.reference_count = count;
  return made(&from);
}

static osteon_status of_row(osteon_reference row) { return of_rows(&row, 1); }

/* Structures. */
static osteon_status as_settings(void *it) { return made((const osteon_settings *)it); }
static osteon_status as_reference(void *it) { return of_rows(it, 1); }
/* The error cannot be told of itself: it is left alone, and the status is that of the call. */
static osteon_status as_error(void *it) { return osteon_engine_new(NULL, NULL, (osteon_error *)it); }

/* Codes, texts, numbers and marks, each in its place. */
static osteon_status sex(int32_t code) {
  osteon_reference row = reference();
  row.sex = code;
  return of_row(row);
}
static osteon_status region(int32_t code) {
  osteon_reference row = reference();
  row.region = code;
  return of_row(row);
}
static osteon_status vertebrae(int32_t code) {
  osteon_reference row = reference();
  row.region = OSTEON_REGION_LUMBAR_SPINE;
  row.vertebrae = (uint32_t)code;
  return of_row(row);
}
static osteon_status options(osteon_text text) {
  osteon_settings from = settings();
  from.options_json = text;
  return made(&from);
}
static osteon_status outputs(osteon_text text) {
  osteon_settings from = settings();
  from.outputs = text;
  return made(&from);
}
static osteon_status id(osteon_text text) {
  osteon_reference row = reference();
  row.id = text;
  return of_row(row);
}
static osteon_status version(osteon_text text) {
  osteon_reference row = reference();
  row.version = text;
  return of_row(row);
}
static osteon_status mean(double value) {
  osteon_reference row = reference();
  row.mean_g_cm2.value = value;
  return of_row(row);
}
static osteon_status deviation(double value) {
  osteon_reference row = reference();
  row.sd_g_cm2.value = value;
  return of_row(row);
}
static osteon_status mean_known(uint32_t known) {
  osteon_reference row = reference();
  row.mean_g_cm2.known = known;
  return of_row(row);
}
static osteon_status deviation_known(uint32_t known) {
  osteon_reference row = reference();
  row.sd_g_cm2.known = known;
  return of_row(row);
}

static void rows(void) {
  osteon_reference two[2];
  two[0] = reference();
  two[1] = reference();
  two[1].sex = OSTEON_SEX_MALE;
  EXPECT(OK, of_rows(two, 2));
  EXPECT(OK, of_rows(NULL, 0));
  EXPECT(NULL_POINTER, of_rows(NULL, 1));
  EXPECT(TOO_LONG, of_rows(two, (size_t)1 << 21));
  EXPECT(TOO_LONG, of_rows(two, SIZE_MAX));
  two[1].size = 4;
  EXPECT(STRUCT_TOO_SMALL, of_rows(two, 2));
  two[1].size = two[0].size + 8;
  EXPECT(STRUCT_TOO_SMALL, of_rows(two, 2));
  /* A size that would put the second where it is not aligned. */
  memset(&two[1], 0, sizeof two[1]);
  two[0].size = (uint32_t)sizeof two[0] + 1;
  EXPECT(MISALIGNED, of_rows(two, 2));
}

/* What is told of a refusal stays within what the caller has for it, and is cut at a character. */
static void errors(void) {
  char message[16], guard[16];
  size_t capacity;
  osteon_error error;
  for (capacity = 0; capacity <= sizeof message; capacity++) {
    osteon_engine *engine = NULL;
    osteon_settings from = settings();
    from.outputs = text_of("\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4", 16);
    memset(&error, 0, sizeof error);
    memset(message, 'x', sizeof message);
    memset(guard, 'x', sizeof guard);
    error.size = (uint32_t)sizeof error;
    error.message.data = message;
    error.message.capacity = capacity;
    error.value.data = guard;
    error.value.capacity = capacity;
    EXPECT(REFUSED, osteon_engine_new(&from, &engine, &error));
    expect(OSTEON_STATUS_OK, error.refusals >= 1 && error.code != 0 ? OSTEON_STATUS_OK : OSTEON_STATUS_UNKNOWN, "error",
           "counts");
    if (capacity > 0) {
      const size_t length = strlen(message);
      int beyond = length >= capacity || strlen(guard) >= capacity;
      size_t at;
      for (at = capacity; at < sizeof message; at++) {
        beyond |= message[at] != 'x' || guard[at] != 'x';
      }
      /* A letter of two bytes is there whole or not at all. */
      beyond |= strlen(guard) > 1 && (unsigned char)guard[strlen(guard) - 1] == 0xc3;
      expect(OSTEON_STATUS_OK, beyond ? OSTEON_STATUS_UNKNOWN : OSTEON_STATUS_OK, "error", "stays within its buffers");
    }
  }
}

int main(void) {
  const osteon_reference well = reference();
  const struct takes_structure structures[] = {
      {"osteon_settings", as_settings, sizeof(osteon_settings), OSTEON_STATUS_OK, NULL, 1, 0},
      {"osteon_reference", as_reference, sizeof(osteon_reference), OSTEON_STATUS_OK, &well, 0, 0},
  };
  static const struct takes_code codes[] = {
      {"sex of a reference", sex},
      {"region of a reference", region},
      {"vertebrae of a reference", vertebrae},
  };
  static const struct takes_text texts[] = {
      {"options_json", options},
      {"outputs", outputs},
      {"id of a reference", id},
      {"version of a reference", version},
  };
  static const struct takes_number numbers[] = {
      {"mean of a reference", mean},
      {"SD of a reference", deviation},
  };
  static const struct takes_mark marks[] = {
      {"known of a mean", mean_known},
      {"known of an SD", deviation_known},
  };
  static const uint32_t sizes[] = {0, 3, 4, 5, 0xffffffff};
  osteon_engine *engine = NULL;
  size_t i;

  TRY_ALL(try_structure, structures);
  TRY_ALL(try_code, codes);
  TRY_ALL(try_text, texts);
  TRY_ALL(try_number, numbers);
  TRY_ALL(try_mark, marks);
  rows();
  errors();

  EXPECT(NULL_POINTER, osteon_engine_new(NULL, NULL, NULL));
  EXPECT(MISALIGNED, osteon_engine_new(NULL, (osteon_engine **)(void *)((char *)&engine + 1), NULL));
  for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    uint32_t *error = (uint32_t *)calloc(1, 8);
    if (error == NULL) {
      return 3;
    }
    *error = sizes[i];
    EXPECT(NULL_POINTER, as_error(error));
    free(error);
  }
  EXPECT(NULL_POINTER, as_error((char *)&engine + 1));
  EXPECT(REFUSED, options(text_of("", 0)));
  EXPECT(REFUSED, options(text_of("{", 1)));
  EXPECT(REFUSED, options(text_of("{\"no_such_option\":1}", 20)));
  EXPECT(REFUSED, outputs(text_of("scores,no_such_section", 22)));
  osteon_engine_free(NULL);
  for (i = 0; i < 2000; i++) {
    if (osteon_status_text((int32_t)i - 1000) == NULL) {
      return 2;
    }
  }
  if (osteon_status_text(INT32_MIN) == NULL || osteon_status_text(INT32_MAX) == NULL) {
    return 2;
  }
  return hostile_end();
}
