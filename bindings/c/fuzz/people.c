/* A person built by setters and structures as the fuzzer has them, assessed, and the assessment read to its ends. How to
 * run it: fuzz/run.sh. */
#include "input.h"

#define WORDS(LIST) LIST, sizeof(LIST) / sizeof *(LIST)

static const char *const FIELDS[] = {"sex", "age_years", "height_cm", "weight_kg", "current_smoker", "fractures", "treatments",
                                     "complete", "frax_model", "birth_date", "assessed_on", "lab_calcium_mmol_l", "country",
                                     "falls_past_year", "glucocorticoid_mg_per_day", "scans", "postmenopausal"};
static const char *const TEXTS[] = {"female", "male", "GB", "yes", "none", "proximal_femur@24!low;vertebra@66y", "2026-01-01",
                                    "alendronate@2019-01-01..2023-12-31", "fractures;history", ">90", "pending", "calcium",
                                    "mmol/L", "70 mg", "T12;L1", "Hologic"};

static void region(void *to) {
  osteon_scan_region *it = (osteon_scan_region *)to;
  it->region = code();
  it->side = code();
  it->vertebrae = (uint32_t)code();
  it->excluded = code();
  it->bmd_g_cm2 = number();
  it->area_cm2 = number();
  it->printed_t_score = number();
  it->precision_g_cm2 = number();
}

static osteon_status add_scan(osteon_patient *patient) {
  osteon_scan made;
  const size_t count = byte() & 7;
  const void *regions = structures(count, sizeof(osteon_scan_region), region);
  memset(&made, 0, sizeof made);
  made.manufacturer = code();
  made.date = date();
  made.model = text(WORDS(TEXTS));
  made.scanner_serial = text(WORDS(TEXTS));
  made.tbs = number();
  return osteon_patient_add_scan(patient, (const osteon_scan *)structure(&made, sizeof made),
                                 (const osteon_scan_region *)regions, count, error());
}

static osteon_status add_fracture(osteon_patient *patient) {
  osteon_fracture made;
  memset(&made, 0, sizeof made);
  made.site = byte() % 40;
  made.date = date();
  made.months_ago = number();
  made.age_years = number();
  made.date_is = code();
  made.trauma = code();
  made.cause = code();
  made.on_treatment = code();
  made.genant_grade = number();
  made.height_loss_percent = number();
  made.event_id = text(WORDS(TEXTS));
  made.levels = text(WORDS(TEXTS));
  return osteon_patient_add_fracture(patient, (const osteon_fracture *)structure(&made, sizeof made), error());
}

static osteon_status add_treatment(osteon_patient *patient) {
  osteon_treatment made;
  memset(&made, 0, sizeof made);
  made.drug = code();
  made.route = code();
  made.stop_reason = code();
  made.dose = text(WORDS(TEXTS));
  made.start = date();
  made.stop = date();
  made.planned_stop = date();
  made.last_dose = date();
  made.doses = number();
  made.adherent = code();
  return osteon_patient_add_treatment(patient, (const osteon_treatment *)structure(&made, sizeof made), error());
}

static osteon_status add_lab(osteon_patient *patient) {
  osteon_lab made;
  memset(&made, 0, sizeof made);
  made.comparator = code();
  made.status = code();
  made.analyte = text(WORDS(TEXTS));
  made.value = number();
  made.coded = text(WORDS(TEXTS));
  made.unit = text(WORDS(TEXTS));
  made.date = date();
  made.reference_low = number();
  made.reference_high = number();
  return osteon_patient_add_lab(patient, (const osteon_lab *)structure(&made, sizeof made), error());
}

static osteon_status step(osteon_patient *patient) {
  const uint8_t which = byte() & 7;
  if (which < 4) {
    const osteon_text field = text(WORDS(FIELDS));
    switch (which) {
      case 0:
        return osteon_patient_set_number(patient, field, number(), error());
      case 1:
        return osteon_patient_set_truth(patient, field, code(), error());
      case 2:
        return osteon_patient_set_date(patient, field, date(), error());
      default:
        return osteon_patient_set_text(patient, field, text(WORDS(TEXTS)), error());
    }
  }
  switch (which) {
    case 4:
      return add_scan(patient);
    case 5:
      return add_fracture(patient);
    case 6:
      return add_treatment(patient);
    default:
      return add_lab(patient);
  }
}

/* All bytes of a text are there. */
static unsigned seen;
static void look(osteon_text it) {
  size_t i;
  for (i = 0; i < it.length; i++) {
    seen += (unsigned char)it.data[i];
  }
}
static void look_all(osteon_texts them) {
  size_t i;
  for (i = 0; i < them.count; i++) {
    look(them.items[i]);
  }
}
static void look_reasons(osteon_reasons them) {
  size_t i;
  for (i = 0; i < them.count; i++) {
    look(them.items[i].code);
    look(them.items[i].text);
  }
}

#define EACH(NAME, LOOK)                                                               \
  for (i = 0;; i++) {                                                                  \
    osteon_##NAME out;                                                                 \
    osteon_status said;                                                                \
    memset(&out, 0, sizeof out);                                                       \
    memcpy(&out, &(uint32_t){(uint32_t)sizeof out}, 4);                                \
    said = osteon_assessment_##NAME(assessment, i, &out);                              \
    if (said == OSTEON_STATUS_NOT_FOUND || said == OSTEON_STATUS_INCOMPLETE) {         \
      break;                                                                           \
    }                                                                                  \
    if (said != OSTEON_STATUS_OK) {                                                    \
      abort();                                                                         \
    }                                                                                  \
    LOOK;                                                                              \
  }

static void read_all(const osteon_assessment *assessment) {
  size_t i;
  EACH(score, look(out.vertebrae); look_all(out.flags); look(out.withheld.text); look(out.reference))
  EACH(change, look(out.vertebrae); look_reasons(out.because))
  EACH(risk, look(out.model); look_all(out.sources); look_reasons(out.flags); look(out.refused.text); look(out.notice))
  EACH(guideline, look(out.id); look_all(out.fired); look_all(out.missing); look_all(out.drugs_blocked); look_reasons(out.flags))
  EACH(disagreement, look(out.text); look_all(out.guidelines))
  EACH(safety, look(out.rule); look(out.reason); look_all(out.needs))
  EACH(access, look(out.rule); look_all(out.sources))
  EACH(course, look(out.text); look_reasons(out.reasons))
  EACH(work_up, look(out.test); look_all(out.panels))
  EACH(notice, look(out.text))
  EACH(assumed, look(out.field); look(out.effect))
  EACH(citation, look(out.id); look(out.text))
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static osteon_engine *engine = NULL;
  osteon_patient *patient = NULL;
  osteon_assessment *assessment = NULL;
  osteon_status status;
  size_t steps;
  if (engine == NULL && osteon_engine_new(NULL, &engine, NULL) != OSTEON_STATUS_OK) {
    abort();
  }
  begin(data, size);
  if (osteon_patient_new(&patient, NULL) != OSTEON_STATUS_OK) {
    abort();
  }
  for (steps = byte() & 15; steps > 0; steps--) {
    status = step(patient);
    if (status == OSTEON_STATUS_INTERNAL) {
      abort();
    }
  }
  status = osteon_assess(engine, patient, &assessment, error());
  if (status == OSTEON_STATUS_INTERNAL || (status == OSTEON_STATUS_OK) != (assessment != NULL)) {
    abort();
  }
  /* It stands on its own: the person may go. */
  osteon_patient_free(patient);
  if (assessment != NULL) {
    read_all(assessment);
  }
  osteon_assessment_free(assessment);
  end();
  return 0;
}
