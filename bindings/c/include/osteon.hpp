// A thin C++17 wrapper of osteon.h: handles that free themselves, std::optional for what may be unknown, and a refusal
// as an exception. Header only; everything that it does not name is reached by osteon.h itself.
#ifndef OSTEON_HPP
#define OSTEON_HPP

#include "osteon.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace osteon {

/// A structure of osteon.h that is zero but for its size: what is not stated is unknown.
template <class T> [[nodiscard]] T sized() noexcept {
  T one;
  std::memset(&one, 0, sizeof one);
  one.size = static_cast<std::uint32_t>(sizeof one);
  return one;
}

[[nodiscard]] inline osteon_text text(std::string_view words) noexcept { return {words.data(), words.size()}; }

/// The words of a text; empty where there is none. They go with what they were asked of.
[[nodiscard]] inline std::string_view view(osteon_text text) noexcept {
  return text.data ? std::string_view(text.data, text.length) : std::string_view();
}

[[nodiscard]] inline std::vector<std::string_view> views(osteon_texts texts) {
  std::vector<std::string_view> all;
  all.reserve(texts.count);
  for (std::size_t i = 0; i < texts.count; ++i) all.push_back(view(texts.items[i]));
  return all;
}

[[nodiscard]] inline osteon_number number(std::optional<double> value) noexcept {
  return {value.value_or(0.0), value.has_value() ? 1u : 0u, 0u};
}

[[nodiscard]] inline std::optional<double> value(osteon_number number) noexcept {
  return number.known ? std::optional<double>(number.value) : std::nullopt;
}

[[nodiscard]] inline std::optional<bool> value(osteon_truth truth) noexcept {
  if (truth == OSTEON_TRUTH_UNKNOWN) return std::nullopt;
  return truth == OSTEON_TRUTH_YES;
}

[[nodiscard]] inline osteon_truth truth(std::optional<bool> value) noexcept {
  if (!value) return OSTEON_TRUTH_UNKNOWN;
  return *value ? OSTEON_TRUTH_YES : OSTEON_TRUTH_NO;
}

[[nodiscard]] inline osteon_date date(int year, int month, int day) noexcept { return {year, month, day, 1u}; }

/// Why a call was refused: the sentences, and field, value and limit of the first.
class error : public std::runtime_error {
public:
  error(osteon_status status, std::uint32_t code, const std::string &sentences, std::string field, std::string value,
        std::string limit)
      : std::runtime_error(sentences.empty() ? osteon_status_text(status) : sentences), status_(status), code_(code),
        field_(std::move(field)), value_(std::move(value)), limit_(std::move(limit)) {}

  [[nodiscard]] osteon_status status() const noexcept { return status_; }
  /// The number of the refusal, the same in every face of Osteon; 0 where no value is refused.
  [[nodiscard]] std::uint32_t code() const noexcept { return code_; }
  [[nodiscard]] const std::string &field() const noexcept { return field_; }
  [[nodiscard]] const std::string &value() const noexcept { return value_; }
  [[nodiscard]] const std::string &limit() const noexcept { return limit_; }

private:
  osteon_status status_;
  std::uint32_t code_;
  std::string field_, value_, limit_;
};

/// Makes a call that takes an osteon_error, and throws where it is refused. Words beyond the room are cut.
template <class Call> void check(Call &&call) {
  char message[4096], field[128], value[128], limit[256];
  auto told = sized<osteon_error>();
  told.message = {message, sizeof message, 0};
  told.field = {field, sizeof field, 0};
  told.value = {value, sizeof value, 0};
  told.limit = {limit, sizeof limit, 0};
  message[0] = field[0] = value[0] = limit[0] = '\0';
  const osteon_status status = call(&told);
  if (status != OSTEON_STATUS_OK) throw error(status, told.code, message, field, value, limit);
}

/// Throws where an accessor finds nothing.
inline void check(osteon_status status) {
  if (status != OSTEON_STATUS_OK) throw error(status, 0, "", "", "", "");
}

namespace detail {
template <class T, void (*Free)(T *)> struct freed {
  void operator()(T *one) const noexcept { Free(one); }
};
template <class T, void (*Free)(T *)> using handle = std::unique_ptr<T, freed<T, Free>>;
} // namespace detail

class assessment;

/// A person. One thread at a time.
class patient {
public:
  patient() {
    osteon_patient *made = nullptr;
    check([&](osteon_error *error) { return osteon_patient_new(&made, error); });
    handle_.reset(made);
  }

  /// From a patient document, osteon/patient/1.
  [[nodiscard]] static patient from_json(std::string_view json) {
    osteon_patient *made = nullptr;
    check([&](osteon_error *error) { return osteon_patient_from_json(json.data(), json.size(), &made, error); });
    return patient(made);
  }

  /// A number in the unit of the field's name, of any arithmetic type, or yes or no where it is a bool.
  template <class T, std::enable_if_t<std::is_arithmetic_v<T>, int> = 0>
  patient &set(std::string_view field, T value) {
    return set(field, std::optional<T>(value));
  }
  /// The same; without a value the field is unknown.
  template <class T, std::enable_if_t<std::is_arithmetic_v<T>, int> = 0>
  patient &set(std::string_view field, std::optional<T> value) {
    if constexpr (std::is_same_v<T, bool>) {
      return set(field, truth(value));
    } else {
      const auto stated = value ? std::optional<double>(static_cast<double>(*value)) : std::nullopt;
      check([&](osteon_error *error) { return osteon_patient_set_number(get(), text(field), number(stated), error); });
      return *this;
    }
  }
  patient &set(std::string_view field, osteon_truth value) {
    check([&](osteon_error *error) { return osteon_patient_set_truth(get(), text(field), value, error); });
    return *this;
  }
  /// Makes a field of any kind unknown.
  patient &set(std::string_view field, std::nullopt_t) {
    check([&](osteon_error *error) { return osteon_patient_unset(get(), text(field), error); });
    return *this;
  }
  patient &set(std::string_view field, osteon_date value) {
    check([&](osteon_error *error) { return osteon_patient_set_date(get(), text(field), value, error); });
    return *this;
  }
  patient &set(std::string_view field, std::string_view value) {
    check([&](osteon_error *error) { return osteon_patient_set_text(get(), text(field), text(value), error); });
    return *this;
  }
  // A string literal is text, and no bool.
  patient &set(std::string_view field, const char *value) { return set(field, std::string_view(value)); }

  patient &add(const osteon_scan &scan, const std::vector<osteon_scan_region> &regions) {
    check([&](osteon_error *error) {
      return osteon_patient_add_scan(get(), &scan, regions.data(), regions.size(), error);
    });
    return *this;
  }
  patient &add(const osteon_fracture &fracture) {
    check([&](osteon_error *error) { return osteon_patient_add_fracture(get(), &fracture, error); });
    return *this;
  }
  patient &add(const osteon_treatment &treatment) {
    check([&](osteon_error *error) { return osteon_patient_add_treatment(get(), &treatment, error); });
    return *this;
  }
  patient &add(const osteon_lab &lab) {
    check([&](osteon_error *error) { return osteon_patient_add_lab(get(), &lab, error); });
    return *this;
  }

  [[nodiscard]] osteon_patient *get() const noexcept { return handle_.get(); }

private:
  explicit patient(osteon_patient *made) noexcept : handle_(made) {}
  detail::handle<osteon_patient, osteon_patient_free> handle_;
};

/// What the engine says of one person. It needs neither the engine nor the person any more; any number of threads.
class assessment {
public:
  explicit assessment(osteon_assessment *made) noexcept : handle_(made) {}

  [[nodiscard]] osteon_counts counts() const { return one<osteon_counts>(osteon_assessment_counts); }
  [[nodiscard]] osteon_diagnosis diagnosis() const { return one<osteon_diagnosis>(osteon_assessment_diagnosis); }
  [[nodiscard]] osteon_triage triage() const { return one<osteon_triage>(osteon_assessment_triage); }
  [[nodiscard]] std::vector<osteon_score> scores() const {
    return all<osteon_score>(counts().scores, osteon_assessment_score);
  }
  [[nodiscard]] std::vector<osteon_change> changes() const {
    return all<osteon_change>(counts().changes, osteon_assessment_change);
  }
  [[nodiscard]] std::vector<osteon_risk> risks() const {
    return all<osteon_risk>(counts().risks, osteon_assessment_risk);
  }
  [[nodiscard]] std::vector<osteon_guideline> guidelines() const {
    return all<osteon_guideline>(counts().guidelines, osteon_assessment_guideline);
  }
  [[nodiscard]] std::vector<osteon_safety> safety() const {
    return all<osteon_safety>(counts().safety, osteon_assessment_safety);
  }
  [[nodiscard]] osteon_guideline guideline(std::string_view id) const {
    auto found = sized<osteon_guideline>();
    check(osteon_assessment_find_guideline(get(), text(id), &found));
    return found;
  }
  [[nodiscard]] osteon_risk risk(std::string_view model, std::string_view outcome, std::uint32_t years) const {
    auto found = sized<osteon_risk>();
    check(osteon_assessment_find_risk(get(), text(model), text(outcome), years, &found));
    return found;
  }

  /// The whole document, osteon/assessment/1.
  [[nodiscard]] std::string json() const {
    osteon_buffer buffer{nullptr, 0, 0};
    (void)osteon_assessment_json(get(), &buffer, nullptr);
    std::string whole(buffer.length + 1, '\0');
    buffer = {whole.data(), whole.size(), 0};
    check([&](osteon_error *error) { return osteon_assessment_json(get(), &buffer, error); });
    whole.resize(buffer.length);
    return whole;
  }

  [[nodiscard]] const osteon_assessment *get() const noexcept { return handle_.get(); }

private:
  template <class T> T one(osteon_status (*ask)(const osteon_assessment *, T *)) const {
    auto found = sized<T>();
    check(ask(get(), &found));
    return found;
  }
  template <class T>
  std::vector<T> all(std::size_t count, osteon_status (*ask)(const osteon_assessment *, std::size_t, T *)) const {
    std::vector<T> found(count, sized<T>());
    for (std::size_t i = 0; i < count; ++i) check(ask(get(), i, &found[i]));
    return found;
  }

  detail::handle<osteon_assessment, osteon_assessment_free> handle_;
};

/// An engine with its settings. It never changes: any number of threads may use one at once.
class engine {
public:
  /// Everything as it is by default.
  engine() : engine(nullptr) {}
  explicit engine(const osteon_settings &settings) : engine(&settings) {}

  [[nodiscard]] assessment assess(const patient &patient) const {
    osteon_assessment *made = nullptr;
    check([&](osteon_error *error) { return osteon_assess(get(), patient.get(), &made, error); });
    return assessment(made);
  }

  /// A patient document in, an assessment document out.
  [[nodiscard]] std::string assess_json(std::string_view patient) const {
    osteon_string *made = nullptr;
    check([&](osteon_error *error) {
      return osteon_assess_json_owned(get(), patient.data(), patient.size(), &made, error);
    });
    const detail::handle<osteon_string, osteon_string_free> owned(made);
    osteon_text words{};
    check(osteon_string_text(owned.get(), &words));
    return std::string(view(words));
  }

  [[nodiscard]] const osteon_engine *get() const noexcept { return handle_.get(); }

private:
  explicit engine(const osteon_settings *settings) {
    osteon_engine *made = nullptr;
    check([&](osteon_error *error) { return osteon_engine_new(settings, &made, error); });
    handle_.reset(made);
  }
  detail::handle<osteon_engine, osteon_engine_free> handle_;
};

/// Throws where the library has another major version of the ABI than this header.
inline void check_abi() {
  if (osteon_abi_version() >> 16 != OSTEON_ABI_VERSION_MAJOR) {
    throw std::runtime_error("libosteon has another major version of its ABI than the header");
  }
}

} // namespace osteon

#endif // OSTEON_HPP
