/* Columns of people with storage, strides, bitmaps, offsets and codes as the fuzzer has them, in buffers that are exactly
 * as long as the header asks. How to run it: fuzz/run.sh. */
#include "input.h"

#define WORDS(LIST) LIST, sizeof(LIST) / sizeof *(LIST)

static const char *const FIELDS[] = {"sex", "age_years", "bmd_femoral_neck", "bmd_total_hip", "current_smoker", "fractures",
                                     "height_cm", "weight_kg", "assessed_on", "id", "manufacturer", "postmenopausal"};
static const char *const ANSWERS[] = {"t_femoral_neck", "z_femoral_neck", "diagnosis", "refused", "t_total_hip", "flags"};
static const char *const TEXTS[] = {"female", "male", "f", "yes", "no", "hologic", "proximal_femur@24!low", "2026-01-01", "none", ""};

static size_t rows;

/* Bytes from one value to the next, mostly as it must be; and memory for so many values so far apart. */
static void *spaced(size_t each, ptrdiff_t *stride) {
  const uint8_t kind = byte();
  size_t step = each;
  *stride = 0;
  if (kind < 60) {
    *stride = (ptrdiff_t)each;
  } else if (kind < 120) {
    step = each * (1 + (kind & 7));
    *stride = (ptrdiff_t)step;
  } else if (kind < 130) {
    *stride = (int8_t)byte();
    /* Refused, or of one of the lengths above. */
    step = *stride > 0 ? (size_t)*stride : each;
  } else if (kind == 130) {
    *stride = (ptrdiff_t)(((size_t)word() << 32) | word());
    if (*stride > 0 && *stride < 1 << 16) {
      step = (size_t)*stride;
    }
    if (*stride >= 1 << 16 && rows > 1 && (size_t)*stride <= PTRDIFF_MAX / rows) {
      /* It would be taken, and what it leads to is not there. */
      *stride = -1;
    }
  }
  return exactly(rows == 0 ? 0 : (rows - 1) * step + each);
}

static uint8_t *bitmap(size_t *offset) {
  uint8_t *bits;
  size_t i, bytes;
  *offset = byte() < 150 ? 0 : byte();
  bytes = (*offset + rows + 7) / 8;
  bits = (uint8_t *)exactly(bytes);
  for (i = 0; i < bytes; i++) {
    bits[i] = byte();
  }
  return bits;
}

static void texts(osteon_column *it, size_t width) {
  const size_t count = rows + 1;
  size_t at = 0, i;
  char *bytes;
  void *offsets = exactly(count * width);
  char gathered[2048];
  for (i = 0; i < count; i++) {
    int64_t offset = (int64_t)at;
    int32_t narrow;
    if (byte() > 250) {
      offset = (int32_t)word();
    }
    narrow = (int32_t)offset;
    memcpy((char *)offsets + i * width, width == 4 ? (const void *)&narrow : (const void *)&offset, width);
    if (i < rows && at + 64 < sizeof gathered) {
      const osteon_text one = text(WORDS(TEXTS));
      if (one.data != NULL && one.length < 64) {
        memcpy(gathered + at, one.data, one.length);
        at += one.length;
      }
    }
  }
  bytes = (char *)exactly(at);
  memcpy(bytes, gathered, at);
  it->values = bytes;
  it->values_length = at;
  it->offsets = offsets;
}

static void numbers(osteon_column *it, size_t each, int is_double) {
  char *values = (char *)spaced(each, &it->stride);
  const size_t step = it->stride > 0 ? (size_t)it->stride : each;
  /* Whether there is memory for all of them: not where the stride will be refused. */
  const int laid_out = it->stride >= 0 && it->stride < 1 << 16 && it->stride % (ptrdiff_t)each == 0;
  size_t row;
  it->values = values;
  for (row = 0; row < rows && laid_out; row++) {
    const double value = real();
    const int64_t whole = byte();
    memcpy(values + row * step, is_double ? (const void *)&value : (const void *)&whole, each);
  }
}

static void column(void *to) {
  osteon_column *it = (osteon_column *)to;
  it->storage = byte() < 240 ? 1 + byte() % 15 : code();
  it->name = text(WORDS(FIELDS));
  switch (it->storage) {
    case OSTEON_STORAGE_F64:
      numbers(it, 8, 1);
      break;
    case OSTEON_STORAGE_I64:
      numbers(it, 8, 0);
      break;
    case OSTEON_STORAGE_F32:
    case OSTEON_STORAGE_I32:
    case OSTEON_STORAGE_DAYS:
      numbers(it, 4, 0);
      break;
    case OSTEON_STORAGE_U8:
      numbers(it, 1, 0);
      break;
    case OSTEON_STORAGE_BITS:
      it->values = bitmap(&it->values_offset);
      break;
    case OSTEON_STORAGE_UTF8:
      texts(it, 4);
      break;
    case OSTEON_STORAGE_LARGE_UTF8:
      texts(it, 8);
      break;
    default: {
      const size_t each = it->storage <= OSTEON_STORAGE_WORDS_I8 ? 1 : it->storage <= OSTEON_STORAGE_WORDS_I16 ? 2 : 4;
      osteon_text *words;
      uint8_t *codes = (uint8_t *)exactly(rows * each);
      size_t i;
      it->word_count = byte() & 7;
      words = (osteon_text *)exactly(it->word_count * sizeof *words);
      if (it->word_count == 0) {
        words = NULL;
      }
      for (i = 0; i < it->word_count; i++) {
        words[i] = text(WORDS(TEXTS));
      }
      for (i = 0; i < rows; i++) {
        codes[i * each] = byte() & 7;
      }
      if (rows > 0 && byte() > 240) {
        drawn(codes, each);
      }
      it->words = words;
      it->values = codes;
    }
  }
  if (byte() > 240) {
    it->values = NULL;
  } else if (it->storage >= OSTEON_STORAGE_F64 && it->storage <= OSTEON_STORAGE_I32 && byte() > 240) {
    it->values = (const char *)it->values + 1;
  }
  if (byte() > 180) {
    it->validity = bitmap(&it->validity_offset);
  }
}

static const osteon_engine *engine;

static void answer(void *to) {
  osteon_answer_column *it = (osteon_answer_column *)to;
  osteon_column_description found;
  memset(&found, 0, sizeof found);
  found.size = (uint32_t)sizeof found;
  it->name = text(WORDS(ANSWERS));
  if (byte() < 60) {
    size_t count = 0;
    (void)osteon_column_count(engine, &count);
    if (osteon_column_at(engine, word() % (count + 1), &found) == OSTEON_STATUS_OK) {
      it->name = found.name;
    }
  } else {
    (void)osteon_column_find(engine, it->name, &found);
  }
  it->holds = byte() < 240 ? found.holds : code();
  it->values = spaced(it->holds == OSTEON_HOLDS_CODES ? 1 : 8, &it->stride);
  if (it->holds == OSTEON_HOLDS_NUMBERS && byte() < 250) {
    it->validity = (uint8_t *)exactly((rows + 7) / 8);
  }
}

static int32_t progress(void *user, size_t done, size_t of) {
  return done > of || user == NULL ? 1 : 0;
}

static void reject(void *user, const osteon_reject *it) {
  if (user == NULL || it->size != sizeof *it || it->row >= rows || it->message.data == NULL || it->message.length == 0) {
    abort();
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static osteon_engine *usual = NULL;
  osteon_run run;
  size_t columns, answers, done = SIZE_MAX;
  void *with, *to;
  osteon_status status;
  if (usual == NULL && osteon_engine_new(NULL, &usual, NULL) != OSTEON_STATUS_OK) {
    abort();
  }
  engine = usual;
  begin(data, size);
  rows = byte() % 21;
  columns = byte() & 7;
  answers = byte() & 3;
  memset(&run, 0, sizeof run);
  run.user = byte() < 250 ? &run : NULL;
  run.progress = byte() & 1 ? progress : NULL;
  run.reject = run.user != NULL ? reject : NULL;
  with = structures(columns, sizeof(osteon_column), column);
  to = structures(answers, sizeof(osteon_answer_column), answer);
  status = osteon_assess_columns(engine, (const osteon_column *)with, columns, rows, (const osteon_answer_column *)to, answers,
                                 (const osteon_run *)structure(&run, sizeof run), &done, error());
  if (status == OSTEON_STATUS_INTERNAL || done > rows || (status == OSTEON_STATUS_OK && done != rows)) {
    abort();
  }
  end();
  return 0;
}
