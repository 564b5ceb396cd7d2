// One person in C++17: what osteon.hpp makes of osteon.h.
//
//   c++ -std=c++17 one_person.cpp $(pkg-config --cflags --libs osteon) -o one_person
#include <osteon.hpp>

#include <iostream>
#include <thread>

int main() try {
  osteon::check_abi();
  const osteon::engine engine;

  auto scan = osteon::sized<osteon_scan>();
  scan.manufacturer = OSTEON_MANUFACTURER_HOLOGIC;
  auto neck = osteon::sized<osteon_scan_region>();
  neck.region = OSTEON_REGION_FEMORAL_NECK;
  neck.bmd_g_cm2 = osteon::number(0.558);

  osteon::patient patient;
  // What is not known may be said so: std::nullopt, an optional without a value, OSTEON_TRUTH_UNKNOWN.
  const std::optional<double> height;
  patient.set("sex", "female").set("age_years", 67).set("falls_past_year", 2u).set("parental_hip_fracture", true);
  patient.set("current_smoker", OSTEON_TRUTH_UNKNOWN).set("height_cm", height).set("birth_date", std::nullopt);
  patient.add(scan, {neck});
  const auto assessment = engine.assess(patient);

  for (const auto &score : assessment.scores()) {
    std::cout << "T-score " << osteon::value(score.t_score_reported).value() << " against "
              << osteon::view(score.reference) << '\n';
  }
  const auto said = assessment.guideline("nogg2024");
  std::cout << osteon::view(said.name) << ": "
            << (said.recommendation == OSTEON_RECOMMENDATION_CALCULATE_FRAX ? "calculate FRAX" : "see the report")
            << "; missing:";
  for (const auto fact : osteon::views(said.missing)) std::cout << ' ' << fact;
  std::cout << "; drugs blocked: " << said.drugs_blocked.count << '\n';

  // An engine serves any number of threads at once.
  std::string there;
  std::thread other([&] { there = engine.assess_json(R"({"sex": "male", "age_years": 71})"); });
  const auto here = engine.assess_json(R"({"sex": "male", "age_years": 71})");
  other.join();
  std::cout << "two threads, one answer: " << (here == there ? "yes" : "no") << '\n';

  // A slip is refused, and says what it looks like.
  try {
    neck.bmd_g_cm2 = osteon::number(812);
    osteon::patient slip;
    slip.set("sex", "female").set("age_years", 67.0).add(scan, {neck});
    (void)engine.assess(slip);
    return 1;
  } catch (const osteon::error &refused) {
    std::cout << "refused (" << refused.code() << "): " << refused.what() << '\n';
  }
  return here == there ? 0 : 1;
} catch (const std::exception &failed) {
  std::cerr << failed.what() << '\n';
  return 1;
}
