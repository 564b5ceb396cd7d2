/* Every way to ask for a score, a class, a change or a whole answer wrongly has a status, and none is undefined. */
#include "hostile.h"

static osteon_engine *engine;

static osteon_number number(double value) {
  osteon_number made;
  memset(&made, 0, sizeof made);
  made.value = value;
  made.known = 1;
  return made;
}

static osteon_person person(void) {
  osteon_person made;
  memset(&made, 0, sizeof made);
  made.size = (uint32_t)sizeof made;
  made.sex = OSTEON_SEX_FEMALE;
  made.age_years = number(67);
  made.postmenopausal = OSTEON_TRUTH_YES;
  return made;
}

static osteon_scan scan(void) {
  osteon_scan made;
  memset(&made, 0, sizeof made);
  made.size = (uint32_t)sizeof made;
  made.manufacturer = OSTEON_MANUFACTURER_HOLOGIC;
  return made;
}

static osteon_scan_region region(void) {
  osteon_scan_region made;
  memset(&made, 0, sizeof made);
  made.size = (uint32_t)sizeof made;
  made.region = OSTEON_REGION_FEMORAL_NECK;
  made.bmd_g_cm2 = number(0.61);
  return made;
}

static osteon_repeat_scan repeat_scan(void) {
  osteon_repeat_scan made;
  memset(&made, 0, sizeof made);
  made.size = (uint32_t)sizeof made;
  made.bmd_g_cm2 = 0.9;
  return made;
}

/* A score of what is given; a NULL is what is given, too. */
static osteon_status scored(const osteon_person *who, const osteon_scan *what, const osteon_scan_region *where) {
  osteon_region_score score;
  memset(&score, 0, sizeof score);
  score.size = (uint32_t)sizeof score;
  return osteon_score_region(engine, who, what, where, &score, NULL);
}

static osteon_status classed(const osteon_scan_region *regions, size_t count) {
  const osteon_person who = person();
  const osteon_scan what = scan();
  osteon_densitometric_class class_;
  memset(&class_, 0, sizeof class_);
  class_.size = (uint32_t)sizeof class_;
  return osteon_diagnose(engine, &who, &what, regions, count, &class_, NULL);
}

static osteon_status studied(const osteon_repeat_scan *scans, size_t count) {
  osteon_precision precision;
  memset(&precision, 0, sizeof precision);
  precision.size = (uint32_t)sizeof precision;
  return osteon_precision_study(OSTEON_REGION_TOTAL_HIP, scans, count, &precision, NULL);
}

static osteon_status of_person(osteon_person who) {
  const osteon_scan what = scan();
  const osteon_scan_region where = region();
  return scored(&who, &what, &where);
}
static osteon_status of_scan(osteon_scan what) {
  const osteon_person who = person();
  const osteon_scan_region where = region();
  return scored(&who, &what, &where);
}
static osteon_status of_region(osteon_scan_region where) {
  const osteon_person who = person();
  const osteon_scan what = scan();
  return scored(&who, &what, &where);
}

/* Structures. */
static osteon_status as_person(void *it) {
  const osteon_scan what = scan();
  const osteon_scan_region where = region();
  return scored((const osteon_person *)it, &what, &where);
}
static osteon_status as_scan(void *it) {
  const osteon_person who = person();
  const osteon_scan_region where = region();
  return scored(&who, (const osteon_scan *)it, &where);
}
static osteon_status as_region(void *it) {
  const osteon_person who = person();
  const osteon_scan what = scan();
  return scored(&who, &what, (const osteon_scan_region *)it);
}
static osteon_status as_regions(void *it) { return classed((const osteon_scan_region *)it, 1); }
static osteon_status as_score(void *it) {
  const osteon_person who = person();
  const osteon_scan what = scan();
  const osteon_scan_region where = region();
  return osteon_score_region(engine, &who, &what, &where, (osteon_region_score *)it, NULL);
}
static osteon_status as_class(void *it) {
  const osteon_person who = person();
  const osteon_scan what = scan();
  const osteon_scan_region where = region();
  return osteon_diagnose(engine, &who, &what, &where, 1, (osteon_densitometric_class *)it, NULL);
}
static osteon_status as_repeat_scan(void *it) { return studied((const osteon_repeat_scan *)it, 1); }
static osteon_status as_precision(void *it) {
  osteon_repeat_scan two[2];
  two[0] = two[1] = repeat_scan();
  two[1].bmd_g_cm2 = 0.91;
  return osteon_precision_study(OSTEON_REGION_TOTAL_HIP, two, 2, (osteon_precision *)it, NULL);
}

/* One function a place: the structure is as it should be but for that. */
#define IN(MAKE, TYPE, NAME, PARAMETER, MEMBER)   \
  static osteon_status NAME(PARAMETER given) {    \
    TYPE made = MAKE();                           \
    made.MEMBER = given;                          \
    return of_##MAKE(made);                       \
  }
IN(person, osteon_person, sex, int32_t, sex)
IN(person, osteon_person, postmenopausal, int32_t, postmenopausal)
IN(person, osteon_person, ethnicity, int32_t, ethnicity)
IN(person, osteon_person, age, double, age_years.value)
IN(person, osteon_person, age_known, uint32_t, age_years.known)
IN(scan, osteon_scan, manufacturer, int32_t, manufacturer)
IN(scan, osteon_scan, model, osteon_text, model)
IN(scan, osteon_scan, database, osteon_text, database)
IN(scan, osteon_scan, facility, osteon_text, facility)
IN(scan, osteon_scan, serial, osteon_text, scanner_serial)
IN(scan, osteon_scan, software, osteon_text, software_version)
IN(scan, osteon_scan, mode, osteon_text, scan_mode)
IN(scan, osteon_scan, date_known, uint32_t, date.known)
IN(scan, osteon_scan, tbs_known, uint32_t, tbs.known)
IN(region, osteon_scan_region, region_code, int32_t, region)
IN(region, osteon_scan_region, side, int32_t, side)
IN(region, osteon_scan_region, excluded, int32_t, excluded)
IN(region, osteon_scan_region, bmd, double, bmd_g_cm2.value)
IN(region, osteon_scan_region, bmd_known, uint32_t, bmd_g_cm2.known)
IN(region, osteon_scan_region, area_known, uint32_t, area_cm2.known)
IN(region, osteon_scan_region, printed_known, uint32_t, printed_t_score.known)
IN(region, osteon_scan_region, lms_known, uint32_t, lms_m.known)
static osteon_status vertebrae(int32_t code) {
  osteon_scan_region made = region();
  made.region = OSTEON_REGION_LUMBAR_SPINE;
  made.vertebrae = (uint32_t)code;
  return of_region(made);
}
static osteon_status printed_t(double value) {
  osteon_scan_region made = region();
  made.printed_t_score = number(value);
  return of_region(made);
}
static osteon_status study_region(int32_t code) {
  const osteon_repeat_scan one = repeat_scan();
  osteon_precision precision;
  memset(&precision, 0, sizeof precision);
  precision.size = (uint32_t)sizeof precision;
  return osteon_precision_study(code, &one, 1, &precision, NULL);
}
static osteon_status sbmd_manufacturer(int32_t code) {
  double sbmd;
  return osteon_standardised_bmd(0.9, code, OSTEON_REGION_FEMORAL_NECK, 0, &sbmd, NULL, NULL);
}
static osteon_status sbmd_region(int32_t code) {
  double sbmd;
  return osteon_standardised_bmd(0.9, OSTEON_MANUFACTURER_HOLOGIC, code, 0, &sbmd, NULL, NULL);
}

static osteon_status half(int32_t code) {
  double rounded;
  return osteon_round(0.25, 1, code, &rounded, NULL);
}

/* Bare numbers. */
static osteon_status rounded(double value) {
  double made;
  return osteon_round(value, 1, OSTEON_HALF_RULE_AWAY_FROM_ZERO, &made, NULL);
}
static osteon_status t_bmd(double value) {
  double t;
  return osteon_t_score(value, 0.858, 0.12, &t, NULL);
}
static osteon_status t_mean(double value) {
  double t;
  return osteon_t_score(0.7, value, 0.12, &t, NULL);
}
static osteon_status t_sd(double value) {
  double t;
  return osteon_t_score(0.7, 0.858, value, &t, NULL);
}
static osteon_status z_l(double value) {
  double z;
  return osteon_z_score_lms(0.7, value, 0.8, 0.1, &z, NULL);
}
static osteon_status z_s(double value) {
  double z;
  return osteon_z_score_lms(0.7, 1, 0.8, value, &z, NULL);
}
static osteon_status lsc_error(double value) {
  double lsc;
  return osteon_least_significant_change(value, 0.95, 1, 1, &lsc, NULL);
}
static osteon_status lsc_confidence(double value) {
  double lsc;
  return osteon_least_significant_change(0.01, value, 1, 1, &lsc, NULL);
}
static osteon_status study_bmd(double value) {
  osteon_repeat_scan two[2];
  two[0] = two[1] = repeat_scan();
  two[1].bmd_g_cm2 = value;
  return studied(two, 2);
}

/* A document, whose text is a pointer and a length. */
static osteon_status json(osteon_text text) {
  osteon_buffer answer;
  memset(&answer, 0, sizeof answer);
  return osteon_assess_json(engine, text.data, text.length, &answer, NULL);
}
static osteon_status json_owned(osteon_text text) {
  osteon_string *answer = NULL;
  osteon_status status = osteon_assess_json_owned(engine, text.data, text.length, &answer, NULL);
  osteon_string_free(answer);
  return status;
}

static void documents(void) {
  static const char *const refused[] = {"", "{", "[]", "null", "{\"sex\":\"other\"}", "{\"no_such_field\":1}", "\x01", "1e999"};
  static const char well[] = "{\"schema\":\"osteon/patient/1\",\"sex\":\"female\",\"age_years\":67}";
  char small[8];
  char *deep = (char *)malloc(100000);
  osteon_buffer answer;
  osteon_string *owned = NULL;
  osteon_text text;
  size_t i;
  if (deep == NULL) {
    exit(3);
  }
  for (i = 0; i < sizeof refused / sizeof *refused; i++) {
    expect(OSTEON_STATUS_REFUSED, json(text_of(refused[i], strlen(refused[i]))), refused[i], "as a document");
  }
  memset(deep, '[', 100000);
  EXPECT(REFUSED, json(text_of(deep, 100000)));
  free(deep);

  memset(&answer, 0, sizeof answer);
  EXPECT(BUFFER_TOO_SMALL, osteon_assess_json(engine, well, strlen(well), &answer, NULL));
  expect(OSTEON_STATUS_OK, answer.length > 100 ? OSTEON_STATUS_OK : OSTEON_STATUS_UNKNOWN, "answer", "how long it is");
  memset(small, 'x', sizeof small);
  answer.data = small;
  answer.capacity = 4;
  EXPECT(BUFFER_TOO_SMALL, osteon_assess_json(engine, well, strlen(well), &answer, NULL));
  expect(OSTEON_STATUS_OK, memcmp(small + 4, "xxxx", 4) == 0 ? OSTEON_STATUS_OK : OSTEON_STATUS_UNKNOWN, "answer",
         "stays within its buffer");
  EXPECT(NULL_POINTER, osteon_assess_json(NULL, well, strlen(well), &answer, NULL));
  EXPECT(NULL_POINTER, osteon_assess_json(engine, NULL, 0, &answer, NULL));
  EXPECT(NULL_POINTER, osteon_assess_json(engine, well, strlen(well), NULL, NULL));
  EXPECT(MISALIGNED, osteon_assess_json(engine, well, strlen(well), (osteon_buffer *)(void *)((char *)&answer + 1), NULL));
  EXPECT(MISALIGNED, osteon_assess_json((const osteon_engine *)(const void *)((const char *)(const void *)engine + 1), well,
                                        strlen(well), &answer, NULL));
  EXPECT(NULL_POINTER, osteon_assess_json_owned(engine, well, strlen(well), NULL, NULL));
  EXPECT(NULL_POINTER, osteon_assess_json_owned(NULL, well, strlen(well), &owned, NULL));
  EXPECT(OK, osteon_assess_json_owned(engine, well, strlen(well), &owned, NULL));
  EXPECT(NULL_POINTER, osteon_string_text(owned, NULL));
  EXPECT(NULL_POINTER, osteon_string_text(NULL, &text));
  EXPECT(OK, osteon_string_text(owned, &text));
  osteon_string_free(owned);
  osteon_string_free(NULL);
}

static void nulls(void) {
  const osteon_person who = person();
  const osteon_scan what = scan();
  const osteon_scan_region where = region();
  osteon_region_score score;
  osteon_densitometric_class class_;
  double rounded_to;
  memset(&score, 0, sizeof score);
  memset(&class_, 0, sizeof class_);
  score.size = (uint32_t)sizeof score;
  class_.size = (uint32_t)sizeof class_;
  EXPECT(NULL_POINTER, osteon_score_region(NULL, &who, &what, &where, &score, NULL));
  EXPECT(NULL_POINTER, osteon_diagnose(NULL, &who, &what, &where, 1, &class_, NULL));
  EXPECT(NULL_POINTER, osteon_diagnose(engine, NULL, &what, &where, 1, &class_, NULL));
  EXPECT(NULL_POINTER, osteon_diagnose(engine, &who, NULL, &where, 1, &class_, NULL));
  EXPECT(NULL_POINTER, osteon_t_score(0.7, 0.858, 0.12, NULL, NULL));
  EXPECT(NULL_POINTER, osteon_z_score_lms(0.7, 1, 0.8, 0.1, NULL, NULL));
  EXPECT(NULL_POINTER,
         osteon_standardised_bmd(0.9, OSTEON_MANUFACTURER_HOLOGIC, OSTEON_REGION_FEMORAL_NECK, 0, NULL, NULL, NULL));
  EXPECT(NULL_POINTER, osteon_least_significant_change(0.01, 0.95, 1, 1, NULL, NULL));
  EXPECT(NULL_POINTER, osteon_significance_of_change(0.9, 0.8, 0.03, NULL, NULL));
  EXPECT(NULL_POINTER, osteon_round(0.25, 1, OSTEON_HALF_RULE_UP, NULL, NULL));
  EXPECT(REFUSED, osteon_round(0.25, 10, OSTEON_HALF_RULE_UP, &rounded_to, NULL));
  EXPECT(REFUSED, osteon_round(0.25, UINT32_MAX, OSTEON_HALF_RULE_UP, &rounded_to, NULL));
  EXPECT(NOT_FOUND, osteon_flag_text(64, NULL, NULL));
  EXPECT(NOT_FOUND, osteon_flag_text(UINT32_MAX, NULL, NULL));
  EXPECT(OK, osteon_flag_text(0, NULL, NULL));
}

static void counts(void) {
  const osteon_scan_region where = region();
  const osteon_repeat_scan one = repeat_scan();
  double lsc;
  EXPECT(NULL_POINTER, classed(NULL, 1));
  EXPECT(TOO_LONG, classed(&where, ((size_t)1 << 20) + 1));
  EXPECT(TOO_LONG, classed(&where, SIZE_MAX));
  EXPECT(NULL_POINTER, studied(NULL, 1));
  EXPECT(TOO_LONG, studied(&one, SIZE_MAX / 2));
  EXPECT(REFUSED, osteon_least_significant_change(0.01, 0.95, 0, 1, &lsc, NULL));
  EXPECT(REFUSED, osteon_least_significant_change(0.01, 0.95, 1, 0, &lsc, NULL));
}

int main(void) {
  const osteon_person who = person();
  const osteon_scan what = scan();
  const osteon_scan_region where = region();
  const osteon_repeat_scan repeated = repeat_scan();
  const osteon_status lone = studied(&repeated, 1);
  const struct takes_structure structures[] = {
      {"osteon_person", as_person, sizeof(osteon_person), OSTEON_STATUS_OK, &who, 0, 0},
      {"osteon_scan", as_scan, sizeof(osteon_scan), OSTEON_STATUS_OK, &what, 0, 0},
      {"osteon_scan_region", as_region, sizeof(osteon_scan_region), OSTEON_STATUS_OK, &where, 0, 0},
      {"osteon_scan_region of many", as_regions, sizeof(osteon_scan_region), OSTEON_STATUS_OK, &where, 0, 0},
      {"osteon_region_score", as_score, sizeof(osteon_region_score), OSTEON_STATUS_OK, NULL, 0, 1},
      {"osteon_densitometric_class", as_class, sizeof(osteon_densitometric_class), OSTEON_STATUS_OK, NULL, 0, 1},
      {"osteon_repeat_scan", as_repeat_scan, sizeof(osteon_repeat_scan), lone, &repeated, 0, 0},
      {"osteon_precision", as_precision, sizeof(osteon_precision), OSTEON_STATUS_OK, NULL, 0, 1},
  };
  static const struct takes_code codes[] = {
      {"sex", sex},
      {"postmenopausal", postmenopausal},
      {"ethnicity", ethnicity},
      {"manufacturer", manufacturer},
      {"region", region_code},
      {"side", side},
      {"excluded", excluded},
      {"vertebrae", vertebrae},
      {"region of a study", study_region},
      {"manufacturer of a standardised BMD", sbmd_manufacturer},
      {"region of a standardised BMD", sbmd_region},
      {"half of a rounding", half},
  };
  static const struct takes_text texts[] = {
      {"model", model},
      {"database", database},
      {"facility", facility},
      {"scanner_serial", serial},
      {"software_version", software},
      {"scan_mode", mode},
      {"a document", json},
      {"a document, answered in a string", json_owned},
  };
  static const struct takes_number numbers[] = {
      {"age", age},
      {"BMD of a region", bmd},
      {"printed T-score", printed_t},
      {"BMD of a T-score", t_bmd},
      {"mean of a T-score", t_mean},
      {"SD of a T-score", t_sd},
      {"L", z_l},
      {"S", z_s},
      {"precision error", lsc_error},
      {"confidence", lsc_confidence},
      {"BMD of a repeat scan", study_bmd},
      {"a number to round", rounded},
  };
  static const struct takes_mark marks[] = {
      {"known of an age", age_known},       {"known of a date", date_known},       {"known of a TBS", tbs_known},
      {"known of a BMD", bmd_known},        {"known of an area", area_known},      {"known of a printed T", printed_known},
      {"known of M", lms_known},
  };
  if (osteon_engine_new(NULL, &engine, NULL) != OSTEON_STATUS_OK) {
    return 2;
  }
  TRY_ALL(try_structure, structures);
  TRY_ALL(try_code, codes);
  TRY_ALL(try_text, texts);
  TRY_ALL(try_number, numbers);
  TRY_ALL(try_mark, marks);
  documents();
  nulls();
  counts();
  osteon_engine_free(engine);
  return hostile_end();
}
