/* Every way to hand over columns wrongly has a status, and none is undefined; and the same for what lists columns, fields
 * and registries. */
#include "hostile.h"

enum { ROWS = 3 };

static osteon_engine *engine;

static osteon_text named(const char *name) { return text_of(name, strlen(name)); }

/* Three women, each with a BMD by the same maker, and room for their T-scores. */
struct table {
  osteon_text words[2], makers[1];
  uint8_t sexes[ROWS], made_by[ROWS];
  double ages[ROWS], bmd[ROWS];
  double answers[ROWS];
  uint8_t validity[1];
  osteon_column columns[4];
  osteon_answer_column answer;
  osteon_run run;
};

static void fill(struct table *it) {
  int row;
  memset(it, 0, sizeof *it);
  it->words[0] = named("female");
  it->words[1] = named("male");
  for (row = 0; row < ROWS; row++) {
    it->ages[row] = 67;
    it->bmd[row] = 0.6;
  }
  for (row = 0; row < 4; row++) {
    it->columns[row].size = (uint32_t)sizeof it->columns[row];
    it->columns[row].storage = OSTEON_STORAGE_F64;
  }
  it->columns[0].name = named("sex");
  it->columns[0].storage = OSTEON_STORAGE_WORDS_U8;
  it->columns[0].values = it->sexes;
  it->columns[0].words = it->words;
  it->columns[0].word_count = 2;
  it->columns[1].name = named("age_years");
  it->columns[1].values = it->ages;
  it->columns[2].name = named("bmd_femoral_neck");
  it->columns[2].values = it->bmd;
  it->makers[0] = named("hologic");
  it->columns[3].name = named("manufacturer");
  it->columns[3].storage = OSTEON_STORAGE_WORDS_U8;
  it->columns[3].values = it->made_by;
  it->columns[3].words = it->makers;
  it->columns[3].word_count = 1;
  it->answer.size = (uint32_t)sizeof it->answer;
  it->answer.holds = OSTEON_HOLDS_NUMBERS;
  it->answer.name = named("t_femoral_neck");
  it->answer.values = it->answers;
  it->answer.validity = it->validity;
  it->run.size = (uint32_t)sizeof it->run;
}

static osteon_status asked(const struct table *it, size_t columns, size_t rows) {
  return osteon_assess_columns(engine, it->columns, columns, rows, &it->answer, 1, &it->run, NULL, NULL);
}

/* One function a place: the table is as it should be but for that. */
#define IN(NAME, PARAMETER, MEMBER)              \
  static osteon_status NAME(PARAMETER given) {   \
    struct table made;                           \
    fill(&made);                                 \
    made.MEMBER = given;                         \
    return asked(&made, 4, ROWS);                \
  }
IN(storage, int32_t, columns[2].storage)
IN(holds, int32_t, answer.holds)
IN(column_name, osteon_text, columns[2].name)
IN(answer_name, osteon_text, answer.name)
IN(a_word, osteon_text, words[1])
IN(values, const void *, columns[2].values)
IN(stride, ptrdiff_t, columns[2].stride)
IN(answer_values, void *, answer.values)
IN(answer_stride, ptrdiff_t, answer.stride)
IN(answer_validity, uint8_t *, answer.validity)
IN(words, const osteon_text *, columns[0].words)
IN(word_count, size_t, columns[0].word_count)

/* Text in place of numbers, with offsets that are right or not. */
static osteon_status text_column(const int32_t *offsets, const char *bytes, size_t length) {
  struct table made;
  osteon_status status;
  fill(&made);
  made.columns[0].storage = OSTEON_STORAGE_UTF8;
  made.columns[0].values = bytes;
  made.columns[0].values_length = length;
  made.columns[0].offsets = offsets;
  /* A row whose text is not there is refused by itself. */
  status = asked(&made, 4, ROWS);
  return status == OSTEON_STATUS_OK && made.validity[0] != 7 ? OSTEON_STATUS_REFUSED : status;
}

static osteon_status bit_column(const uint8_t *bits, size_t offset) {
  struct table made;
  fill(&made);
  made.columns[2].name = named("postmenopausal");
  made.columns[2].storage = OSTEON_STORAGE_BITS;
  made.columns[2].values = bits;
  made.columns[2].values_offset = offset;
  return asked(&made, 4, ROWS);
}

/* Structures. */
static osteon_status as_column(void *it) {
  struct table made;
  fill(&made);
  return osteon_assess_columns(engine, (const osteon_column *)it, 1, 0, &made.answer, 1, NULL, NULL, NULL);
}
static osteon_status as_answer(void *it) {
  struct table made;
  fill(&made);
  return osteon_assess_columns(engine, made.columns, 4, ROWS, (const osteon_answer_column *)it, 1, NULL, NULL, NULL);
}
static osteon_status as_run(void *it) {
  struct table made;
  fill(&made);
  return osteon_assess_columns(engine, made.columns, 4, ROWS, &made.answer, 1, (const osteon_run *)it, NULL, NULL);
}
static osteon_status as_description(void *it) { return osteon_column_at(engine, 0, (osteon_column_description *)it); }
static osteon_status as_found(void *it) {
  return osteon_column_find(engine, named("t_femoral_neck"), (osteon_column_description *)it);
}
static osteon_status as_entry(void *it) { return osteon_registry_at(OSTEON_REGISTRY_MODEL, 0, (osteon_entry *)it); }
static osteon_status as_entry_found(void *it) {
  return osteon_registry_find(OSTEON_REGISTRY_MODEL, named("qfracture2016"), (osteon_entry *)it);
}

/* What lists. */
static osteon_status registry(int32_t code) {
  size_t count;
  return osteon_registry_count(code, &count);
}
static osteon_status registry_entry(int32_t code) {
  osteon_entry entry;
  memset(&entry, 0, sizeof entry);
  entry.size = (uint32_t)sizeof entry;
  return osteon_registry_at(code, 0, &entry);
}
static osteon_status find(osteon_text name) {
  osteon_column_description found;
  memset(&found, 0, sizeof found);
  found.size = (uint32_t)sizeof found;
  return osteon_column_find(engine, name, &found);
}
static osteon_status find_entry(osteon_text id) {
  osteon_entry entry;
  memset(&entry, 0, sizeof entry);
  entry.size = (uint32_t)sizeof entry;
  return osteon_registry_find(OSTEON_REGISTRY_MODEL, id, &entry);
}
static osteon_status outcome(osteon_text model) {
  osteon_model_outcome found;
  memset(&found, 0, sizeof found);
  found.size = (uint32_t)sizeof found;
  return osteon_model_outcome_at(model, 0, &found);
}

static void tables(void) {
  static const int32_t down[] = {0, 6, 3, 18}, beyond[] = {0, 6, 12, 19}, negative[] = {-6, 0, 6, 12}, huge[] = {0, 6, 12, INT32_MAX};
  static const int32_t well[] = {0, 6, 12, 18};
  const char *bytes = "femalefemalefemale";
  const uint8_t bits[1] = {7};
  struct table made;
  osteon_answer_column twice[2];
  double room[2 * ROWS];
  size_t done = 7;
  fill(&made);
  EXPECT(OK, asked(&made, 4, ROWS));
  EXPECT(OK, asked(&made, 4, 0));
  EXPECT(REFUSED, asked(&made, 0, ROWS));
  EXPECT(REFUSED, asked(&made, 1, ROWS));
  EXPECT(NULL_POINTER, osteon_assess_columns(NULL, made.columns, 4, ROWS, &made.answer, 1, NULL, NULL, NULL));
  EXPECT(NULL_POINTER, osteon_assess_columns(engine, NULL, 4, ROWS, &made.answer, 1, NULL, NULL, NULL));
  EXPECT(NULL_POINTER, osteon_assess_columns(engine, made.columns, 4, ROWS, NULL, 1, NULL, NULL, NULL));
  EXPECT(TOO_LONG, osteon_assess_columns(engine, made.columns, SIZE_MAX, ROWS, &made.answer, 1, NULL, NULL, NULL));
  EXPECT(TOO_LONG, osteon_assess_columns(engine, made.columns, 4, ROWS, &made.answer, SIZE_MAX, NULL, NULL, NULL));
  EXPECT(TOO_LONG, osteon_assess_columns(engine, made.columns, 4, SIZE_MAX, &made.answer, 1, NULL, &done, NULL));
  EXPECT(TOO_LONG, osteon_assess_columns(engine, made.columns, 4, SIZE_MAX / 8, &made.answer, 1, NULL, NULL, NULL));
  expect(OSTEON_STATUS_OK, done == 0 ? OSTEON_STATUS_OK : OSTEON_STATUS_UNKNOWN, "rows_done", "of a call that is refused");
  EXPECT(MISALIGNED, osteon_assess_columns(engine, made.columns, 4, ROWS, &made.answer, 1, NULL,
                                           (size_t *)(void *)((char *)&done + 1), NULL));
  twice[0] = twice[1] = made.answer;
  twice[1].values = room;
  EXPECT(REFUSED, osteon_assess_columns(engine, made.columns, 4, ROWS, twice, 2, NULL, NULL, NULL));
  /* A recommendation without what must stand beside it. */
  made.answer.name = named("nogg2024_recommendation");
  made.answer.holds = OSTEON_HOLDS_CODES;
  EXPECT(INCOMPLETE, asked(&made, 4, ROWS));

  EXPECT(NULL_POINTER, values(NULL));
  EXPECT(MISALIGNED, values((const char *)(const void *)made.bmd + 1));
  EXPECT(NULL_POINTER, answer_values(NULL));
  EXPECT(MISALIGNED, answer_values((char *)(void *)room + 4));
  EXPECT(NULL_POINTER, answer_validity(NULL));
  EXPECT(MISALIGNED, stride(3));
  EXPECT(MISALIGNED, stride(-8));
  EXPECT(MISALIGNED, stride(PTRDIFF_MIN));
  EXPECT(MISALIGNED, stride(PTRDIFF_MAX));
  EXPECT(TOO_LONG, stride(PTRDIFF_MAX - 7));
  EXPECT(MISALIGNED, answer_stride(4));
  EXPECT(MISALIGNED, answer_stride(-8));
  EXPECT(TOO_LONG, answer_stride(PTRDIFF_MAX - 7));
  EXPECT(NULL_POINTER, words(NULL));
  EXPECT(MISALIGNED, words((const osteon_text *)(const void *)((const char *)(const void *)made.words + 1)));
  EXPECT(TOO_LONG, word_count(SIZE_MAX));
  EXPECT(OK, word_count(1));

  EXPECT(OK, text_column(well, bytes, 18));
  EXPECT(NULL_POINTER, text_column(NULL, bytes, 18));
  EXPECT(NULL_POINTER, text_column(well, NULL, 18));
  EXPECT(MISALIGNED, text_column((const int32_t *)(const void *)((const char *)(const void *)well + 1), bytes, 18));
  EXPECT(REFUSED, text_column(down, bytes, 18));
  EXPECT(REFUSED, text_column(beyond, bytes, 18));
  EXPECT(REFUSED, text_column(negative, bytes, 18));
  EXPECT(REFUSED, text_column(huge, bytes, 18));
  EXPECT(REFUSED, text_column(well, bytes, 0));
  EXPECT(REFUSED, text_column(well, "\xff" "emalefemalefemale", 18));
  EXPECT(OK, bit_column(bits, 5));
  EXPECT(NULL_POINTER, bit_column(NULL, 0));
  EXPECT(TOO_LONG, bit_column(bits, SIZE_MAX));
}

static void lists(void) {
  osteon_text text;
  size_t count = 0;
  osteon_entry entry;
  memset(&entry, 0, sizeof entry);
  entry.size = (uint32_t)sizeof entry;
  EXPECT(OK, osteon_column_count(engine, &count));
  EXPECT(NULL_POINTER, osteon_column_count(NULL, &count));
  EXPECT(NULL_POINTER, osteon_column_count(engine, NULL));
  EXPECT(NULL_POINTER, osteon_column_word(NULL, 0, 0, &text));
  EXPECT(NOT_FOUND, osteon_column_word(engine, count, 0, &text));
  EXPECT(NOT_FOUND, osteon_column_word(engine, 0, SIZE_MAX, &text));
  osteon_field field = {0};
  EXPECT(NULL_POINTER, osteon_field_at(engine, 0, NULL));
  EXPECT(STRUCT_TOO_SMALL, osteon_field_at(engine, 0, &field));
  field.size = sizeof field;
  EXPECT(NOT_FOUND, osteon_field_at(engine, SIZE_MAX, &field));
  EXPECT(NOT_FOUND, osteon_field_find(engine, named("no_such_field"), &field));
  EXPECT(NULL_POINTER, osteon_field_find(engine, text_of(NULL, 0), &field));
  EXPECT(NOT_FOUND, osteon_field_word(engine, SIZE_MAX, 0, &text));
  EXPECT(NOT_FOUND, osteon_field_word(engine, 0, SIZE_MAX, &text));
  EXPECT(NULL_POINTER, osteon_young_adult_at(0, NULL));
  EXPECT(NOT_FOUND, osteon_young_adult_at(SIZE_MAX, NULL));
  EXPECT(NOT_FOUND, osteon_age_matched_at(0, SIZE_MAX, NULL));
  EXPECT(NOT_FOUND, osteon_age_matched_at(SIZE_MAX, 0, NULL));
  EXPECT(NOT_FOUND, osteon_guideline_rule_at(named("no_such_guideline"), 0, NULL));
  EXPECT(NOT_FOUND, osteon_guideline_rule_at(named("nogg2024"), SIZE_MAX, NULL));
  EXPECT(NULL_POINTER, osteon_guideline_rule_at(named("nogg2024"), 0, NULL));
  osteon_string *when = NULL;
  EXPECT(NULL_POINTER, osteon_guideline_rule_when(named("nogg2024"), 0, NULL, NULL));
  EXPECT(NOT_FOUND, osteon_guideline_rule_when(named("nogg2024"), SIZE_MAX, &when, NULL));
  EXPECT(NOT_FOUND, osteon_column_at(engine, count, NULL));
  EXPECT(NOT_FOUND, find(named("no_such_column")));
  EXPECT(NULL_POINTER, osteon_registry_count(OSTEON_REGISTRY_MODEL, NULL));
  EXPECT(NOT_FOUND, osteon_registry_at(OSTEON_REGISTRY_MODEL, SIZE_MAX, &entry));
  EXPECT(NOT_FOUND, find_entry(named("no_such_model")));
  EXPECT(NULL_POINTER, find_entry(text_of(NULL, 0)));
  EXPECT(NOT_FOUND, outcome(named("no_such_model")));
  EXPECT(NOT_FOUND, osteon_model_outcome_at(named("qfracture2016"), SIZE_MAX, NULL));
  EXPECT(NULL_POINTER, osteon_model_outcome_at(named("qfracture2016"), 0, NULL));
}

int main(void) {
  struct table well;
  osteon_status lone;
  static const struct takes_code codes[] = {
      {"storage", storage}, {"holds", holds}, {"a registry", registry}, {"a registry, an entry of it", registry_entry}};
  static const struct takes_text texts[] = {
      {"name of a column", column_name},   {"name of a column of answers", answer_name}, {"a word", a_word},
      {"name of a column to find", find},  {"id of an entry", find_entry},               {"id of a model", outcome}};
  fill(&well);
  if (osteon_engine_new(NULL, &engine, NULL) != OSTEON_STATUS_OK) {
    return 2;
  }
  /* A column alone is not enough; what it says then is not what is looked at here. */
  lone = as_column(&well.columns[1]);
  {
    const struct takes_structure structures[] = {
        {"osteon_column", as_column, sizeof(osteon_column), lone, &well.columns[1], 0, 0},
        {"osteon_answer_column", as_answer, sizeof(osteon_answer_column), OSTEON_STATUS_OK, &well.answer, 0, 0},
        {"osteon_run", as_run, sizeof(osteon_run), OSTEON_STATUS_OK, NULL, 1, 0},
        {"osteon_column_description", as_description, sizeof(osteon_column_description), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_column_description, found", as_found, sizeof(osteon_column_description), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_entry", as_entry, sizeof(osteon_entry), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_entry, found", as_entry_found, sizeof(osteon_entry), OSTEON_STATUS_OK, NULL, 0, 1},
    };
    TRY_ALL(try_structure, structures);
  }
  TRY_ALL(try_code, codes);
  TRY_ALL(try_text, texts);
  tables();
  lists();
  osteon_engine_free(engine);
  return hostile_end();
}
