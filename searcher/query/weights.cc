#include "searcher/query/weights.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace undex::query {
namespace {

constexpr double kSteps = 1 << 24;  ///< in a weight of 1
/// No word weighs so much; sums of rounded weights are exact far above it.
constexpr double kMostFactor = 1e8;
/// Longer texts are measured each time.
constexpr std::size_t kMostMeasures = 4096;
/// The engine's estimate: of the texts that hold all words of a phrase a quarter have it.
constexpr double kPhraseShare = 0.25;

/// How many hold something, and how often: counted, or estimated as if words knew nothing of each
/// other.
struct Estimate {
  double holders = 0;
  double occurrences = 0;
};

double either(double a, double b, double all) { return all > 0 ? a + b - a * b / all : 0; }
double both(double a, double b, double all) { return all > 0 ? a * b / all : 0; }

// IneB2: Amati, Probabilistic models for information retrieval based on divergence from randomness,
// 2003. A word tells the more the fewer texts are expected to have it, were it strewn at random.
double factor_ineb2(const Estimate& held, double size) {
  const double expected = -size * std::expm1(-held.occurrences / size);
  return std::log2((size + 1) / (expected + 0.5)) * (held.occurrences + 1) / held.holders;
}
double measure_ineb2(double length, double average) { return std::log2(1 + average / length); }
double share_ineb2(double times, double measure) {
  const double normal = times * measure;
  return normal / (normal + 1);
}

// BM25 with the engine's own settings, to compare with.
double factor_bm25(const Estimate& held, double size) {
  const double odds = (size - held.holders + 0.5) / (held.holders + 0.5);
  return 2 * std::log(odds < 2 ? odds / 2 + 1 : odds);
}
double measure_bm25(double length, double average) {
  constexpr double kLeast = 0.5;
  return std::max(length / average, kLeast) / 2 + 0.5;
}
double share_bm25(double times, double measure) { return times / (measure + times); }

struct Scheme {
  double (*factor)(const Estimate& held, double size);
  /// What a length comes to.
  double (*measure)(double length, double average);
  /// Grows with the times, shrinks with the length.
  double (*share)(double times, double measure);
};
constexpr Scheme kSchemes[] = {{factor_ineb2, measure_ineb2, share_ineb2},
                               {factor_bm25, measure_bm25, share_bm25}};

const Scheme& scheme_of(Weighting weighting) {
  return kSchemes[static_cast<std::size_t>(weighting)];
}

class WordWeight final : public Xapian::Weight {
 public:
  explicit WordWeight(const Weights& weights) : weights_(weights) {
    need_stat(WQF);
    need_stat(WDF);
    need_stat(WDF_MAX);
    need_stat(DOC_LENGTH);
    need_stat(DOC_LENGTH_MIN);
  }

  std::string name() const override { return "undex::WordWeight"; }

  double get_sumpart(Xapian::termcount times, Xapian::termcount length,
                     Xapian::termcount) const override {
    return weights_.weight(factor_, times, length);
  }
  double get_maxpart() const override {
    return weights_.most(factor_, get_wdf_upper_bound(), get_doclength_lower_bound());
  }

  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  /// The engine owns it.
  WordWeight* clone() const override { return new WordWeight(weights_); }
  void init(double factor) override {
    factor_ = factor == 0 ? 0 : factor * weights_.factor(get_wqf());
  }

  const Weights& weights_;
  double factor_ = 0;
};

}  // namespace

double rounded_weight(double weight) {
  return static_cast<double>(static_cast<std::int64_t>(weight * kSteps + 0.5)) / kSteps;
}

Xapian::termcount Weights::number_of(const Synonyms& words) {
  std::vector<std::vector<std::string>> key = words.phrases;
  key.push_back(words.terms);
  const auto [known, is_new] =
      numbers_.emplace(std::move(key), static_cast<Xapian::termcount>(factors_.size()));
  if (is_new) factors_.push_back(factor_of(words));
  return known->second;
}

double Weights::weight(double factor, Xapian::termcount times, Xapian::termcount length) const {
  if (times == 0 || length == 0) return 0;
  const double share = scheme_of(weighting_).share(std::min(times, length), measure_of(length));
  return rounded_weight(factor * share);
}

double Weights::measure_of(Xapian::termcount length) const {
  const auto measure = [&] { return scheme_of(weighting_).measure(length, average_length()); };
  if (length >= kMostMeasures) return measure();
  if (measures_.empty()) measures_.resize(kMostMeasures);
  double& known = measures_[length];
  if (known == 0) known = measure();
  return known;
}

double Weights::most(double factor, Xapian::termcount times, Xapian::termcount length) const {
  if (times == 0 || factor == 0) return 0;
  // No word stands in a text more often than the text has words.
  return weight(factor, times, std::max(times, length)) + 2 / kSteps;
}

double Weights::factor(Xapian::termcount number) const { return factors_.at(number); }

double Weights::factor_of(const Synonyms& words) const {
  const double size = census_.size(side_);
  const double length = census_.average_length(side_) * size;
  const auto counted = [&](const std::string& term) {
    const TermCounts counts = census_.counts(side_, term);
    return Estimate{static_cast<double>(counts.holders), static_cast<double>(counts.occurrences)};
  };
  Estimate held;
  const auto add = [&](const Estimate& more) {
    held = {either(held.holders, more.holders, size),
            either(held.occurrences, more.occurrences, length)};
  };
  std::vector<std::string> terms = words.terms;
  std::sort(terms.begin(), terms.end());
  for (const std::string& term : terms) add(counted(term));
  for (const std::vector<std::string>& phrase : words.phrases) {
    Estimate all{size * kPhraseShare, length * kPhraseShare};
    for (const std::string& word : phrase) {
      const Estimate one = counted(word);
      all = {both(all.holders, one.holders, size), both(all.occurrences, one.occurrences, length)};
    }
    add(all);
  }
  if (size == 0) return 0;
  // What is estimated to stand nowhere may be found; and what others told may be anything.
  held.holders = std::clamp(held.holders, 1.0, std::max(size, 1.0));
  held.occurrences = std::clamp(held.occurrences, 0.0, std::max(length, 0.0));
  return std::clamp(scheme_of(weighting_).factor(held, size), 0.0, kMostFactor);
}

void set_weights(Xapian::Enquire& enquire, const Weights& weights) {
  enquire.set_weighting_scheme(WordWeight(weights));
}

}  // namespace undex::query
