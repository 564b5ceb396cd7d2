/* What the console of a scanner prints after a scan: the table of regions with T- and Z-scores, the class, the change
 * since the last visit against the centre's least significant change, and what guidelines make of it.
 *
 *   cc -std=c99 report_table.c $(pkg-config --cflags --libs osteon) -o report_table
 */
#include <osteon.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every structure is zero but for its size: what is not stated is unknown. */
#define SIZED(type, name)                                                                                              \
  type name;                                                                                                           \
  memset(&name, 0, sizeof name);                                                                                       \
  name.size = (uint32_t)sizeof name

static osteon_text text(const char *words) {
  osteon_text view = {words, strlen(words)};
  return view;
}

static osteon_number known(double value) {
  osteon_number number = {value, 1, 0};
  return number;
}

static osteon_date day(int year, int month, int day_of_month) {
  osteon_date date = {year, month, day_of_month, 1};
  return date;
}

static char sentences[2048];
static osteon_error error;

/* A refusal is shown in its own words, and ends the program; a console would show it and go on. */
static void must(osteon_status status, const char *what) {
  if (status != OSTEON_STATUS_OK) {
    fprintf(stderr, "%s: %s\n%s\n", what, osteon_status_text(status), sentences);
    exit(1);
  }
}

static void print_number(osteon_number number, int width, int decimals) {
  if (number.known) {
    printf("%*.*f", width, decimals, number.value);
  } else {
    printf("%*s", width, "-");
  }
}

static void print_text(const char *before, osteon_text words) {
  if (words.data) {
    printf("%s%.*s", before, (int)words.length, words.data);
  }
}

/* Words with commas between, on a line of their own; nothing where there are none. */
static void print_list(const char *before, osteon_texts words) {
  size_t i;
  for (i = 0; i < words.count; i++) print_text(i ? ", " : before, words.items[i]);
  if (words.count) printf("\n");
}

static const char *region_name(osteon_region region) {
  switch (region) {
  case OSTEON_REGION_LUMBAR_SPINE: return "Lumbar spine";
  case OSTEON_REGION_FEMORAL_NECK: return "Femoral neck";
  case OSTEON_REGION_TOTAL_HIP: return "Total hip";
  case OSTEON_REGION_TROCHANTER: return "Trochanter";
  case OSTEON_REGION_INTERTROCHANTER: return "Intertrochanter";
  case OSTEON_REGION_WARDS: return "Ward's triangle";
  case OSTEON_REGION_RADIUS33: return "Radius 33 %";
  case OSTEON_REGION_RADIUS_UD: return "Ultradistal radius";
  case OSTEON_REGION_RADIUS_MID: return "Mid radius";
  case OSTEON_REGION_RADIUS_TOTAL: return "Total radius";
  case OSTEON_REGION_TOTAL_BODY: return "Total body";
  default: return "Other region";
  }
}

static const char *side_name(osteon_side side) {
  switch (side) {
  case OSTEON_SIDE_LEFT: return " left";
  case OSTEON_SIDE_RIGHT: return " right";
  case OSTEON_SIDE_MEAN: return " mean";
  default: return "";
  }
}

/* A spine is named by the vertebrae that were counted: L1-L4 only where it is. */
static void print_site(osteon_region region, osteon_side side, osteon_text vertebrae, int width) {
  char site[48];
  if (vertebrae.data) {
    snprintf(site, sizeof site, "%.*s", (int)vertebrae.length, vertebrae.data);
  } else {
    snprintf(site, sizeof site, "%s%s", region_name(region), side_name(side));
  }
  printf("%-*s", width, site);
}

static const char *category_name(osteon_category category) {
  switch (category) {
  case OSTEON_CATEGORY_NORMAL: return "normal";
  case OSTEON_CATEGORY_LOW_BONE_MASS: return "low bone mass";
  case OSTEON_CATEGORY_OSTEOPOROSIS: return "osteoporosis";
  case OSTEON_CATEGORY_SEVERE_OSTEOPOROSIS: return "severe osteoporosis";
  case OSTEON_CATEGORY_WITHIN_EXPECTED_FOR_AGE: return "within the expected range for age";
  case OSTEON_CATEGORY_BELOW_EXPECTED_FOR_AGE: return "below the expected range for age";
  default: return "cannot be said";
  }
}

static const char *recommendation_name(osteon_recommendation recommendation) {
  switch (recommendation) {
  case OSTEON_RECOMMENDATION_NO_DRUG: return "no drug";
  case OSTEON_RECOMMENDATION_MEASURE_BMD: return "measure bone density first";
  case OSTEON_RECOMMENDATION_CALCULATE_FRAX: return "calculate FRAX first";
  case OSTEON_RECOMMENDATION_CONSIDER: return "consider treatment";
  case OSTEON_RECOMMENDATION_SPECIALIST_ADVICE: return "ask a specialist";
  case OSTEON_RECOMMENDATION_TREAT: return "treat";
  case OSTEON_RECOMMENDATION_TREAT_ANABOLIC_FIRST: return "treat, an anabolic drug first";
  case OSTEON_RECOMMENDATION_NOT_APPLICABLE: return "does not speak of this person";
  default: return "cannot be said"; /* and what a newer library may have */
  }
}

/* One visit: three regions, as the analysis of the scan has them. */
static void add_visit(osteon_patient *patient, osteon_date date, const double bmd[3]) {
  static const osteon_region regions[3] = {OSTEON_REGION_LUMBAR_SPINE, OSTEON_REGION_FEMORAL_NECK,
                                           OSTEON_REGION_TOTAL_HIP};
  /* From the centre's own precision study, g/cm2. */
  static const double precision[3] = {0.010, 0.014, 0.009};
  osteon_scan_region lines[3];
  int i;
  SIZED(osteon_scan, scan);
  scan.manufacturer = OSTEON_MANUFACTURER_HOLOGIC;
  scan.date = date;
  scan.model = text("Horizon W");
  scan.scanner_serial = text("SN-1");
  scan.scan_mode = text("fast array");
  memset(lines, 0, sizeof lines);
  for (i = 0; i < 3; i++) {
    lines[i].size = (uint32_t)sizeof lines[i];
    lines[i].region = regions[i];
    lines[i].bmd_g_cm2 = known(bmd[i]);
    lines[i].precision_g_cm2 = known(precision[i]);
    if (regions[i] == OSTEON_REGION_LUMBAR_SPINE) {
      lines[i].vertebrae = OSTEON_VERTEBRA_L1 | OSTEON_VERTEBRA_L2 | OSTEON_VERTEBRA_L3 | OSTEON_VERTEBRA_L4;
    } else {
      lines[i].side = OSTEON_SIDE_LEFT;
    }
  }
  must(osteon_patient_add_scan(patient, &scan, lines, 3, &error), "scan");
}

static void print_scores(const osteon_assessment *assessment, size_t count) {
  size_t i;
  printf("%-18s %-10s %12s %6s %15s %6s\n", "Region", "Date", "BMD (g/cm2)", "T", "95 %", "Z");
  for (i = 0; i < count; i++) {
    SIZED(osteon_score, score);
    must(osteon_assessment_score(assessment, i, &score), "score");
    print_site(score.region, score.side, score.vertebrae, 18);
    printf(" %04d-%02d-%02d ", (int)score.scan_date.year, (int)score.scan_date.month, (int)score.scan_date.day);
    print_number(score.bmd_g_cm2, 12, 3);
    print_number(score.t_score_reported, 7, 1);
    print_number(score.t_score_low, 8, 1);
    printf(" to");
    print_number(score.t_score_high, 5, 1);
    print_number(score.z_score, 7, 1);
    print_text("  ", score.withheld.text);
    printf("\n");
    print_list("  flags: ", score.flags);
  }
}

/* The class with all that keeps it from being misread: what decided, what else it could be, and why. */
static void print_class(const osteon_assessment *assessment) {
  size_t i;
  SIZED(osteon_diagnosis, found);
  must(osteon_assessment_diagnosis(assessment, &found), "diagnosis");
  printf("\nClass: %s", category_name(found.category));
  if (found.t_score.known || found.z_score.known) {
    printf(", by ");
    print_site(found.region, found.side, found.vertebrae, 0);
    printf(found.t_score.known ? " at T " : " at Z ");
    print_number(found.t_score.known ? found.t_score : found.z_score, 0, 1);
  }
  printf("\n");
  print_list("  could also be: ", found.could_be);
  if (found.if_proposed_exclusion != OSTEON_CATEGORY_UNKNOWN) {
    printf("  without the vertebrae that stand out: %s\n", category_name(found.if_proposed_exclusion));
  }
  if (found.clinical_osteoporosis == OSTEON_TRUTH_YES) {
    printf("  clinical osteoporosis");
    print_text(": ", found.clinical_rule);
    printf("\n");
  }
  for (i = 0; i < found.reasons.count; i++) {
    print_text("  ", found.reasons.items[i].text);
    printf("\n");
  }
}

static void print_changes(const osteon_assessment *assessment, size_t count) {
  size_t i;
  printf("\n%-18s %14s %8s %16s  %s\n", "Change", "(g/cm2)", "(%)", "LSC (g/cm2)", "");
  for (i = 0; i < count; i++) {
    SIZED(osteon_change, change);
    must(osteon_assessment_change(assessment, i, &change), "change");
    print_site(change.region, change.side, change.vertebrae, 18);
    printf(" ");
    print_number(change.change_g_cm2, 14, 3);
    print_number(change.change_percent, 9, 1);
    print_number(change.least_significant_change_g_cm2, 17, 4);
    printf("  %s", change.significant == OSTEON_TRUTH_YES  ? "significant"
                   : change.significant == OSTEON_TRUTH_NO ? "not significant"
                                                           : "cannot be said");
    if (change.because.count > 0) {
      print_text(": ", change.because.items[0].text);
    }
    printf("\n");
  }
}

/* A recommendation is never printed alone: what is missing, which drugs may and must not be given, and whether the rules were
 * held against their paper stand beside it. */
static void print_guideline(const osteon_assessment *assessment, const char *id) {
  SIZED(osteon_guideline, said);
  must(osteon_assessment_find_guideline(assessment, text(id), &said), id);
  print_text("\n", said.name);
  print_text(" (", said.published);
  printf(")");
  print_text("\n  category: ", said.category);
  printf("\n  recommendation: %s\n", recommendation_name(said.recommendation));
  if (said.course_comes_first == OSTEON_TRUTH_YES) {
    printf("  already treated: see the course of treatment first\n");
  }
  printf("  rules held against their paper: %s\n", said.verified == OSTEON_TRUTH_YES ? "yes" : "not yet");
  print_list("  because of: ", said.fired);
  print_list("  would change with: ", said.missing);
  print_list("  drugs blocked: ", said.drugs_blocked);
  print_list("  drugs with caution: ", said.drugs_caution);
  print_list("  drugs that cannot be said yet: ", said.drugs_cannot_be_said);
  print_list("  drugs allowed: ", said.drugs_allowed);
}

int main(void) {
  static const double first[3] = {0.842, 0.640, 0.761};
  static const double second[3] = {0.808, 0.628, 0.731};
  osteon_engine *engine = NULL;
  osteon_patient *patient = NULL;
  osteon_assessment *assessment = NULL;
  SIZED(osteon_counts, counts);
  SIZED(osteon_fracture, fracture);

  if (osteon_abi_version() >> 16 != OSTEON_ABI_VERSION_MAJOR) {
    fprintf(stderr, "this program was built for another library\n");
    return 1;
  }
  memset(&error, 0, sizeof error);
  error.size = (uint32_t)sizeof error;
  error.message.data = sentences;
  error.message.capacity = sizeof sentences;

  must(osteon_engine_new(NULL, &engine, &error), "engine");
  must(osteon_patient_new(&patient, &error), "patient");
  must(osteon_patient_set_text(patient, text("sex"), text("female"), &error), "sex");
  must(osteon_patient_set_date(patient, text("birth_date"), day(1957, 3, 14), &error), "birth date");
  must(osteon_patient_set_date(patient, text("assessed_on"), day(2026, 5, 4), &error), "day");
  must(osteon_patient_set_number(patient, text("height_cm"), known(161), &error), "height");
  must(osteon_patient_set_number(patient, text("weight_kg"), known(58), &error), "weight");
  must(osteon_patient_set_truth(patient, text("parental_hip_fracture"), OSTEON_TRUTH_YES, &error), "parents");
  /* Everything was asked in these sections: what is not set there is no. Elsewhere it is unknown, and never no. */
  must(osteon_patient_set_text(patient, text("complete"), text("risk_factors;history;treatments"), &error), "sections");
  fracture.site = OSTEON_FRACTURE_SITE_DISTAL_FOREARM;
  fracture.date = day(2025, 11, 20);
  fracture.trauma = OSTEON_TRAUMA_LOW;
  must(osteon_patient_add_fracture(patient, &fracture, &error), "fracture");
  add_visit(patient, day(2023, 4, 11), first);
  add_visit(patient, day(2026, 5, 4), second);

  must(osteon_assess(engine, patient, &assessment, &error), "assessment");
  /* The assessment stands by itself from here on. */
  osteon_patient_free(patient);
  osteon_engine_free(engine);

  must(osteon_assessment_counts(assessment, &counts), "counts");
  print_scores(assessment, counts.scores);
  print_class(assessment);
  print_changes(assessment, counts.changes);
  print_guideline(assessment, "nogg2024");

  SIZED(osteon_risk, risk);
  must(osteon_assessment_find_risk(assessment, text("qfracture2012"), text("hip"), 10, &risk), "risk");
  print_text("\n", risk.name);
  printf(", hip fracture in 10 years: ");
  print_number(risk.percent, 0, 1);
  printf(" %% (");
  print_number(risk.range_percent_low, 0, 1);
  printf(" to ");
  print_number(risk.range_percent_high, 0, 1);
  printf(" %% over what is not known)\n");
  print_text("", risk.notice);
  printf("\n");
  osteon_assessment_free(assessment);
  return 0;
}
