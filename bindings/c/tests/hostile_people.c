/* Every way to build a person or to read an assessment wrongly has a status, and none is undefined. */
#include "hostile.h"

static osteon_engine *engine;
static osteon_patient *patient;
static osteon_assessment *assessment;

static osteon_text named(const char *name) { return text_of(name, strlen(name)); }

/* Structures that are as they should be. */
#define EMPTY(TYPE, NAME)                   \
  static TYPE NAME(void) {                  \
    TYPE made;                              \
    memset(&made, 0, sizeof made);          \
    made.size = (uint32_t)sizeof made;      \
    return made;                            \
  }
EMPTY(osteon_fracture, no_fracture)
EMPTY(osteon_treatment, no_treatment)
EMPTY(osteon_lab, no_lab)
EMPTY(osteon_scan, scan)
EMPTY(osteon_scan_region, region)

static osteon_fracture fracture(void) {
  osteon_fracture made = no_fracture();
  made.site = OSTEON_FRACTURE_SITE_DISTAL_FOREARM;
  return made;
}
static osteon_treatment treatment(void) {
  osteon_treatment made = no_treatment();
  made.drug = OSTEON_DRUG_ALENDRONATE;
  return made;
}
static osteon_lab lab(void) {
  osteon_lab made = no_lab();
  made.analyte = named("calcium");
  made.unit = named("mmol/L");
  made.value.value = 2.4;
  made.value.known = 1;
  return made;
}

/* Each is added to somebody of its own, who is thrown away. */
#define ADDED(NAME, STRUCTURE, ADD)                           \
  static osteon_status NAME(const STRUCTURE *it) {            \
    osteon_patient *own = NULL;                               \
    osteon_status status;                                     \
    if (osteon_patient_new(&own, NULL) != OSTEON_STATUS_OK) { \
      return OSTEON_STATUS_UNKNOWN;                           \
    }                                                         \
    status = ADD;                                             \
    osteon_patient_free(own);                                 \
    return status;                                            \
  }
ADDED(of_fracture, osteon_fracture, osteon_patient_add_fracture(own, it, NULL))
ADDED(of_treatment, osteon_treatment, osteon_patient_add_treatment(own, it, NULL))
ADDED(of_lab, osteon_lab, osteon_patient_add_lab(own, it, NULL))
ADDED(of_scan, osteon_scan, osteon_patient_add_scan(own, it, NULL, 0, NULL))

static osteon_status of_region(const osteon_scan_region *it) {
  osteon_patient *own = NULL;
  const osteon_scan with = scan();
  osteon_status status;
  if (osteon_patient_new(&own, NULL) != OSTEON_STATUS_OK) {
    return OSTEON_STATUS_UNKNOWN;
  }
  status = osteon_patient_add_scan(own, &with, it, 1, NULL);
  osteon_patient_free(own);
  return status;
}

static osteon_status as_fracture(void *it) { return of_fracture((const osteon_fracture *)it); }
static osteon_status as_treatment(void *it) { return of_treatment((const osteon_treatment *)it); }
static osteon_status as_lab(void *it) { return of_lab((const osteon_lab *)it); }
static osteon_status as_scan(void *it) { return of_scan((const osteon_scan *)it); }
static osteon_status as_region(void *it) { return of_region((const osteon_scan_region *)it); }

/* One function a place: the structure is as it should be but for that. */
#define IN(MAKE, TYPE, NAME, PARAMETER, MEMBER)   \
  static osteon_status NAME(PARAMETER given) {    \
    TYPE made = MAKE();                           \
    made.MEMBER = given;                          \
    return of_##MAKE(&made);                      \
  }
IN(fracture, osteon_fracture, site, int32_t, site)
IN(fracture, osteon_fracture, date_is, int32_t, date_is)
IN(fracture, osteon_fracture, trauma, int32_t, trauma)
IN(fracture, osteon_fracture, cause, int32_t, cause)
IN(fracture, osteon_fracture, on_treatment, int32_t, on_treatment)
IN(fracture, osteon_fracture, event_id, osteon_text, event_id)
IN(fracture, osteon_fracture, levels, osteon_text, levels)
IN(fracture, osteon_fracture, fracture_date, uint32_t, date.known)
IN(fracture, osteon_fracture, months_ago, uint32_t, months_ago.known)
IN(fracture, osteon_fracture, genant_grade, uint32_t, genant_grade.known)
IN(treatment, osteon_treatment, drug, int32_t, drug)
IN(treatment, osteon_treatment, route, int32_t, route)
IN(treatment, osteon_treatment, stop_reason, int32_t, stop_reason)
IN(treatment, osteon_treatment, adherent, int32_t, adherent)
IN(treatment, osteon_treatment, dose, osteon_text, dose)
IN(treatment, osteon_treatment, start, uint32_t, start.known)
IN(treatment, osteon_treatment, doses, uint32_t, doses.known)
IN(lab, osteon_lab, comparator, int32_t, comparator)
IN(lab, osteon_lab, lab_status, int32_t, status)
IN(lab, osteon_lab, analyte, osteon_text, analyte)
IN(lab, osteon_lab, coded, osteon_text, coded)
IN(lab, osteon_lab, unit, osteon_text, unit)
IN(lab, osteon_lab, lab_value, uint32_t, value.known)

/* Setters. */
static osteon_status field_of_number(osteon_text field) {
  const osteon_number value = {1, 1, 0};
  return osteon_patient_set_number(patient, field, value, NULL);
}
static osteon_status field_of_truth(osteon_text field) {
  return osteon_patient_set_truth(patient, field, OSTEON_TRUTH_YES, NULL);
}
static osteon_status field_of_date(osteon_text field) {
  const osteon_date value = {2026, 1, 1, 1};
  return osteon_patient_set_date(patient, field, value, NULL);
}
static osteon_status field_of_text(osteon_text field) { return osteon_patient_set_text(patient, field, named("x"), NULL); }
static osteon_status field_of_unset(osteon_text field) { return osteon_patient_unset(patient, field, NULL); }
static osteon_status text_value(osteon_text value) { return osteon_patient_set_text(patient, named("id"), value, NULL); }
static osteon_status truth(int32_t code) { return osteon_patient_set_truth(patient, named("current_smoker"), code, NULL); }
static osteon_status number_known(uint32_t known) {
  osteon_number value = {70, 0, 0};
  value.known = known;
  return osteon_patient_set_number(patient, named("age_years"), value, NULL);
}
static osteon_status date_known(uint32_t known) {
  osteon_date value = {2026, 1, 1, 0};
  value.known = known;
  return osteon_patient_set_date(patient, named("assessed_on"), value, NULL);
}
static osteon_status whole(osteon_text json) {
  osteon_patient *own = NULL;
  osteon_status status = osteon_patient_from_json(json.data, json.length, &own, NULL);
  osteon_patient_free(own);
  return status;
}

/* What is read of an assessment, each into a structure of its own. */
#define READS(NAME) \
  static osteon_status as_##NAME(void *it) { return osteon_assessment_##NAME(assessment, (osteon_##NAME *)it); }
#define READS_AT(NAME)                                               \
  static osteon_status as_##NAME(void *it) {                         \
    return osteon_assessment_##NAME(assessment, 0, (osteon_##NAME *)it); \
  }
READS(counts)
READS(head)
READS(diagnosis)
READS(triage)
READS_AT(score)
READS_AT(risk)
READS_AT(guideline)
READS_AT(safety)
READS_AT(access)
READS_AT(work_up)

static osteon_status found_region(int32_t code) {
  osteon_score out;
  memset(&out, 0, sizeof out);
  out.size = (uint32_t)sizeof out;
  return osteon_assessment_find_score(assessment, code, 0, &out);
}
static osteon_status found_side(int32_t code) {
  osteon_score out;
  memset(&out, 0, sizeof out);
  out.size = (uint32_t)sizeof out;
  return osteon_assessment_find_score(assessment, OSTEON_REGION_FEMORAL_NECK, code, &out);
}
static osteon_status found_guideline(osteon_text id) {
  osteon_guideline out;
  memset(&out, 0, sizeof out);
  out.size = (uint32_t)sizeof out;
  return osteon_assessment_find_guideline(assessment, id, &out);
}
static osteon_status found_model(osteon_text id) {
  osteon_risk out;
  memset(&out, 0, sizeof out);
  out.size = (uint32_t)sizeof out;
  return osteon_assessment_find_risk(assessment, id, named("hip"), 10, &out);
}
static osteon_status found_citation(osteon_text id) {
  osteon_text out;
  return osteon_assessment_find_citation(assessment, id, &out);
}

static void nulls(void) {
  const osteon_fracture nowhere = no_fracture();
  const osteon_treatment nothing = no_treatment();
  const osteon_fracture broken = fracture();
  osteon_buffer buffer;
  osteon_counts counts;
  osteon_patient *own = NULL;
  osteon_assessment *answer = NULL;
  osteon_text text;
  memset(&buffer, 0, sizeof buffer);
  memset(&counts, 0, sizeof counts);
  counts.size = (uint32_t)sizeof counts;
  EXPECT(NULL_POINTER, osteon_patient_new(NULL, NULL));
  EXPECT(MISALIGNED, osteon_patient_new((osteon_patient **)(void *)((char *)&own + 1), NULL));
  EXPECT(NULL_POINTER, osteon_patient_from_json(NULL, 0, &own, NULL));
  EXPECT(NULL_POINTER, osteon_patient_from_json("{}", 2, NULL, NULL));
  EXPECT(REFUSED, osteon_patient_from_json("{", 1, &own, NULL));
  EXPECT(NULL_POINTER, osteon_patient_add_fracture(NULL, &broken, NULL));
  EXPECT(REFUSED, of_fracture(&nowhere));
  EXPECT(REFUSED, of_treatment(&nothing));
  EXPECT(NULL_POINTER, osteon_patient_set_truth(NULL, named("current_smoker"), OSTEON_TRUTH_YES, NULL));
  EXPECT(NULL_POINTER, osteon_patient_json(NULL, &buffer, NULL));
  EXPECT(NULL_POINTER, osteon_patient_json(patient, NULL, NULL));
  EXPECT(BUFFER_TOO_SMALL, osteon_patient_json(patient, &buffer, NULL));
  EXPECT(NULL_POINTER, osteon_assess(NULL, patient, &answer, NULL));
  EXPECT(NULL_POINTER, osteon_assess(engine, NULL, &answer, NULL));
  EXPECT(NULL_POINTER, osteon_assess(engine, patient, NULL, NULL));
  EXPECT(NULL_POINTER, osteon_assessment_json(NULL, &buffer, NULL));
  EXPECT(NULL_POINTER, osteon_assessment_json(assessment, NULL, NULL));
  EXPECT(BUFFER_TOO_SMALL, osteon_assessment_json(assessment, &buffer, NULL));
  EXPECT(NULL_POINTER, osteon_assessment_counts(NULL, &counts));
  EXPECT(MISALIGNED, osteon_assessment_counts((const osteon_assessment *)(const void *)((const char *)(const void *)assessment + 1),
                                              &counts));
  EXPECT(NOT_FOUND, found_citation(named("no_such_source")));
  EXPECT(NOT_FOUND, found_guideline(named("no_such_guideline")));
  EXPECT(NOT_FOUND, found_model(named("no_such_model")));
  EXPECT(NULL_POINTER, osteon_assessment_find_citation(NULL, named("x"), &text));
  EXPECT(REFUSED, field_of_number(named("no_such_field")));
  EXPECT(REFUSED, field_of_number(named("bmd_femoral_neck")));
  EXPECT(REFUSED, field_of_number(named("current_smoker")));
  EXPECT(NULL_POINTER, field_of_number(text_of(NULL, 0)));
  osteon_patient_free(NULL);
  osteon_assessment_free(NULL);
}

/* Beyond the last of each list, and far beyond. */
#define BEYOND(NAME, COUNT)                                                          \
  do {                                                                               \
    osteon_##NAME out;                                                               \
    const uint32_t size = (uint32_t)sizeof out;                                      \
    memset(&out, 0, sizeof out);                                                     \
    memcpy(&out, &size, sizeof size);                                                \
    EXPECT(NOT_FOUND, osteon_assessment_##NAME(assessment, counts.COUNT, &out));     \
    EXPECT(NOT_FOUND, osteon_assessment_##NAME(assessment, SIZE_MAX, &out));         \
    EXPECT(NULL_POINTER, osteon_assessment_##NAME(NULL, 0, &out));                   \
  } while (0)

static void beyond(void) {
  osteon_counts counts;
  memset(&counts, 0, sizeof counts);
  counts.size = (uint32_t)sizeof counts;
  EXPECT(OK, osteon_assessment_counts(assessment, &counts));
  BEYOND(score, scores);
  BEYOND(change, changes);
  BEYOND(risk, risks);
  BEYOND(benefit, benefits);
  BEYOND(guideline, guidelines);
  BEYOND(disagreement, disagreements);
  BEYOND(safety, safety);
  BEYOND(access, access);
  BEYOND(course, courses);
  BEYOND(work_up, work_up);
  BEYOND(notice, notices);
  BEYOND(assumed, assumed);
  BEYOND(citation, citations);
}

int main(void) {
  static const char json[] =
      "{\"schema\":\"osteon/patient/1\",\"sex\":\"female\",\"age_years\":67,\"country\":\"GB\",\"scans\":[{\"manufacturer\":"
      "\"hologic\",\"regions\":[{\"region\":\"femoral_neck\",\"bmd_g_cm2\":0.55}]}]}";
  const osteon_fracture broken = fracture();
  const osteon_treatment given = treatment();
  const osteon_lab measured = lab();
  const osteon_scan scanned = scan();
  const osteon_scan_region place = region();
  {
    const struct takes_structure structures[] = {
        {"osteon_fracture", as_fracture, sizeof(osteon_fracture), OSTEON_STATUS_OK, &broken, 0, 0},
        {"osteon_treatment", as_treatment, sizeof(osteon_treatment), OSTEON_STATUS_OK, &given, 0, 0},
        {"osteon_lab", as_lab, sizeof(osteon_lab), OSTEON_STATUS_OK, &measured, 0, 0},
        {"osteon_scan", as_scan, sizeof(osteon_scan), OSTEON_STATUS_OK, &scanned, 0, 0},
        {"osteon_scan_region", as_region, sizeof(osteon_scan_region), OSTEON_STATUS_OK, &place, 0, 0},
        {"osteon_counts", as_counts, sizeof(osteon_counts), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_head", as_head, sizeof(osteon_head), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_diagnosis", as_diagnosis, sizeof(osteon_diagnosis), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_triage", as_triage, sizeof(osteon_triage), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_score", as_score, sizeof(osteon_score), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_risk", as_risk, sizeof(osteon_risk), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_guideline", as_guideline, sizeof(osteon_guideline), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_safety", as_safety, sizeof(osteon_safety), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_access", as_access, sizeof(osteon_access), OSTEON_STATUS_OK, NULL, 0, 1},
        {"osteon_work_up", as_work_up, sizeof(osteon_work_up), OSTEON_STATUS_OK, NULL, 0, 1},
    };
    static const struct takes_code codes[] = {
        {"site", site},       {"date_is", date_is},         {"trauma", trauma},     {"cause", cause},
        {"drug", drug},       {"on_treatment", on_treatment}, {"route", route},     {"stop_reason", stop_reason},
        {"adherent", adherent}, {"comparator", comparator}, {"status of a result", lab_status},
        {"a truth", truth},   {"region to find", found_region}, {"side to find", found_side},
    };
    static const struct takes_text texts[] = {
        {"event_id", event_id},           {"levels", levels},           {"dose", dose},
        {"analyte", analyte},             {"coded", coded},             {"unit", unit},
        {"field of a number", field_of_number}, {"field of a truth", field_of_truth}, {"field of a date", field_of_date},
        {"field of a text", field_of_text}, {"a text", text_value},     {"a person in JSON", whole},
        {"field to unset", field_of_unset},
        {"guideline to find", found_guideline}, {"model to find", found_model}, {"source to find", found_citation},
    };
    static const struct takes_mark marks[] = {
        {"known of a fracture's date", fracture_date}, {"known of months_ago", months_ago}, {"known of a grade", genant_grade},
        {"known of a start", start}, {"known of doses", doses}, {"known of a result", lab_value},
        {"known of a number", number_known}, {"known of a date", date_known},
    };
    if (osteon_engine_new(NULL, &engine, NULL) != OSTEON_STATUS_OK ||
        osteon_patient_from_json(json, strlen(json), &patient, NULL) != OSTEON_STATUS_OK ||
        osteon_assess(engine, patient, &assessment, NULL) != OSTEON_STATUS_OK) {
      return 2;
    }
    TRY_ALL(try_structure, structures);
    TRY_ALL(try_code, codes);
    TRY_ALL(try_text, texts);
    TRY_ALL(try_mark, marks);
  }
  nulls();
  beyond();
  osteon_assessment_free(assessment);
  osteon_patient_free(patient);
  osteon_engine_free(engine);
  return hostile_end();
}
