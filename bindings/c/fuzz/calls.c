/* Calls with structures: sizes, counts, codes, numbers and text as the fuzzer has them. How to run it: fuzz/run.sh. */
#include "input.h"

static const char *const OUTPUTS[] = {"scores", "diagnosis", "scores,diagnosis,changes", "risks", "guidelines,safety", "nothing"};
static const char *const OPTIONS[] = {"{}", "{\"trace\":\"on\"}", "{\"country\":\"gb\"}", "{\"schema\":\"osteon/options/1\"}", "{"};
static const char *const NAMES[] = {"ours", "2026", "Hologic", "NHANES III", "array", "GE Lunar", "1.2"};
#define WORDS(LIST) LIST, sizeof(LIST) / sizeof *(LIST)

static void reference(void *to) {
  osteon_reference *it = (osteon_reference *)to;
  it->sex = code();
  it->region = code();
  it->vertebrae = (uint32_t)code();
  it->id = text(WORDS(NAMES));
  it->version = text(WORDS(NAMES));
  it->mean_g_cm2 = number();
  it->sd_g_cm2 = number();
}

static osteon_engine *engine_of(void) {
  osteon_settings settings;
  osteon_engine *engine = NULL;
  osteon_status status;
  memset(&settings, 0, sizeof settings);
  settings.options_json = text(WORDS(OPTIONS));
  settings.outputs = text(WORDS(OUTPUTS));
  settings.reference_count = byte() < 200 ? 0 : byte() & 3;
  settings.references = (const osteon_reference *)structures(settings.reference_count, sizeof(osteon_reference), reference);
  status = osteon_engine_new((const osteon_settings *)structure(&settings, sizeof settings), &engine, error());
  if ((status == OSTEON_STATUS_OK) != (engine != NULL) || status == OSTEON_STATUS_INTERNAL) {
    abort();
  }
  return engine;
}

static void region(void *to) {
  osteon_scan_region *it = (osteon_scan_region *)to;
  it->region = code();
  it->side = code();
  it->vertebrae = (uint32_t)code();
  it->excluded = code();
  it->bmd_g_cm2 = number();
  it->bmd_mg_cm2 = number();
  it->sbmd_mg_cm2 = number();
  it->area_cm2 = number();
  it->bmc_g = number();
  it->printed_t_score = number();
  it->printed_z_score = number();
  it->percent_young_adult = number();
  it->percent_age_matched = number();
  it->exclusion_reason = text(WORDS(NAMES));
  it->precision_g_cm2 = number();
  it->lms_l = number();
  it->lms_m = number();
  it->lms_s = number();
}

static const osteon_scan *scan(void) {
  osteon_scan made;
  memset(&made, 0, sizeof made);
  made.manufacturer = code();
  made.date = date();
  made.model = text(WORDS(NAMES));
  made.database = text(WORDS(NAMES));
  made.facility = text(WORDS(NAMES));
  made.scanner_serial = text(WORDS(NAMES));
  made.software_version = text(WORDS(NAMES));
  made.scan_mode = text(WORDS(NAMES));
  made.tbs = number();
  made.tbs_z_score = number();
  made.cross_calibration_to = text(WORDS(NAMES));
  made.cross_calibration_date = date();
  made.cross_calibration_lsc_g_cm2 = number();
  return (const osteon_scan *)structure(&made, sizeof made);
}

static const osteon_person *person(void) {
  osteon_person made;
  memset(&made, 0, sizeof made);
  made.sex = byte() < 220 ? 1 + (byte() & 1) : code();
  made.age_years = number();
  if (byte() < 200) {
    made.age_years.value = byte();
    made.age_years.known = 1;
  }
  made.postmenopausal = code();
  made.ethnicity = code();
  made.menopause_age_years = number();
  made.sex_recorded_at_birth = code();
  made.gender_identity = code();
  made.hip_prosthesis_left = code();
  made.hip_prosthesis_right = code();
  made.amputation = code();
  made.hyperparathyroidism = code();
  return (const osteon_person *)structure(&made, sizeof made);
}

static osteon_status score(const osteon_engine *engine) {
  osteon_region_score made;
  const osteon_person *who = person();
  const osteon_scan *what = scan();
  const osteon_scan_region *where = (const osteon_scan_region *)structures(1, sizeof(osteon_scan_region), region);
  memset(&made, 0, sizeof made);
  return osteon_score_region(engine, who, what, where, (osteon_region_score *)structure(&made, sizeof made), error());
}

static osteon_status diagnose(const osteon_engine *engine) {
  osteon_densitometric_class made;
  const osteon_person *who = person();
  const osteon_scan *what = scan();
  const size_t count = byte() & 7;
  const osteon_scan_region *where = (const osteon_scan_region *)structures(count, sizeof(osteon_scan_region), region);
  memset(&made, 0, sizeof made);
  return osteon_diagnose(engine, who, what, where, count, (osteon_densitometric_class *)structure(&made, sizeof made),
                         error());
}

static void repeat_scan(void *to) {
  osteon_repeat_scan *it = (osteon_repeat_scan *)to;
  it->subject = byte() & 3;
  it->bmd_g_cm2 = real();
}

static osteon_status study(void) {
  osteon_precision made;
  const size_t count = byte() & 15;
  const osteon_repeat_scan *scans = (const osteon_repeat_scan *)structures(count, sizeof(osteon_repeat_scan), repeat_scan);
  const int32_t where = code();
  memset(&made, 0, sizeof made);
  return osteon_precision_study(where, scans, count, (osteon_precision *)structure(&made, sizeof made), error());
}

static osteon_status numbers(void) {
  double *value = (double *)exactly(sizeof *value);
  const double a = real(), b = real(), c = real(), d = real();
  switch (byte() % 5) {
    case 0:
      return osteon_t_score(a, b, c, value, error());
    case 1:
      return osteon_z_score_lms(a, b, c, d, value, error());
    case 2: {
      osteon_number *percent = (osteon_number *)exactly(sizeof *percent);
      const int32_t maker = code(), where = code(), vertebrae = code();
      return osteon_standardised_bmd(a, maker, where, (uint32_t)vertebrae, value, percent, error());
    }
    case 3: {
      const uint8_t before = byte(), after = byte();
      return osteon_least_significant_change(a, b, before, after, value, error());
    }
    default: {
      osteon_significance *significance = (osteon_significance *)exactly(sizeof *significance);
      return osteon_significance_of_change(a, b, c, significance, error());
    }
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static osteon_engine *usual = NULL;
  osteon_engine *own = NULL;
  osteon_status status = OSTEON_STATUS_OK;
  uint8_t which;
  if (usual == NULL && osteon_engine_new(NULL, &usual, NULL) != OSTEON_STATUS_OK) {
    abort();
  }
  begin(data, size);
  which = byte();
  if (which & 0x80) {
    own = engine_of();
  }
  switch (which % 4) {
    case 0:
      status = score(own != NULL ? own : usual);
      break;
    case 1:
      status = diagnose(own != NULL ? own : usual);
      break;
    case 2:
      status = study();
      break;
    default:
      status = numbers();
  }
  if (status == OSTEON_STATUS_INTERNAL || status == OSTEON_STATUS_UNKNOWN) {
    abort();
  }
  osteon_engine_free(own);
  end();
  return 0;
}
