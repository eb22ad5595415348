#include "searcher/precedent/close.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "schemas/run_words.h"
#include "searcher/precedent/features.h"
#include "searcher/search/alike.h"

namespace undex::precedent {
namespace {

/// A text is asked for by the rarest of what it speaks of.
constexpr std::size_t kMostFeatures = 32;
/// Words that are named as a reason.
constexpr std::size_t kMostWords = 6;
/// Below it two paragraphs have a word or two in common, by chance.
constexpr double kLeastCloseness = 0.4;
constexpr std::size_t kLeastShared = 3;
constexpr double kLeastWeight = 9;  ///< or all of a short text
/// What is in every fourth block tells nothing.
constexpr double kLeastOfFeature = 0.7;
/// A paragraph of twice the words says as much again besides.
constexpr double kBesides = 0.1;

struct Asked {
  std::vector<Feature> features{};
  std::vector<search::WeightedTerm> terms{};  ///< of the features, the weightiest first
  double weight = 0;                          ///< of all
  std::size_t words = 0;
};

double weight_of(const search::Index& index, const std::string& term) {
  const double all = static_cast<double>(index.databases.paragraphs.get_doccount());
  const double with = static_cast<double>(search::blocks_with(index, term));
  return std::log((all + 1) / (2 * with + 1));
}

Asked asked_for(const search::Index& index, std::string_view text, std::string_view language) {
  std::vector<std::pair<double, Feature>> weighed;
  for (Feature& feature : features_of(text, language))
    if (const double weight = weight_of(index, feature.term); weight >= kLeastOfFeature)
      weighed.emplace_back(weight, std::move(feature));
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (weighed.size() > kMostFeatures) weighed.resize(kMostFeatures);
  Asked asked{.words = std::max<std::size_t>(1, run_words(text, language).size())};
  for (auto& [weight, feature] : weighed) {
    asked.weight += weight;
    asked.terms.push_back({feature.term, weight});
    asked.features.push_back(std::move(feature));
  }
  return asked;
}

double closeness_of(const search::Alike& found, const Asked& asked, std::size_t words) {
  const double besides = words <= asked.words ? 0
                                              : static_cast<double>(words - asked.words) /
                                                    static_cast<double>(asked.words);
  return found.weight / asked.weight / (1 + kBesides * besides);
}

/// Whether so much is shared that it is no chance.
bool is_telling(const search::Alike& found, const Asked& asked) {
  return found.terms.size() >= kLeastShared &&
         (found.weight >= kLeastWeight || found.terms.size() == asked.terms.size());
}

InCommon shared_of(const search::Alike& found, const Asked& asked) {
  InCommon out;
  for (const std::size_t number : found.terms) {
    const Feature& feature = asked.features[number];
    switch (feature.kind) {
      case Feature::Kind::concept_:
        out.concepts.push_back(feature.shown);
        break;
      case Feature::Kind::name:
        out.names.push_back(feature.shown);
        break;
      case Feature::Kind::citation:
        out.citations.push_back(feature.shown);
        break;
      case Feature::Kind::word:
        if (out.words.size() < kMostWords) out.words.push_back(feature.shown);
    }
  }
  return out;
}

}  // namespace

CloseParagraphs close_paragraphs(const search::Index& index, std::string_view text,
                                 std::string_view language, std::size_t count) {
  const Asked asked = asked_for(index, text, language);
  CloseParagraphs out;
  if (asked.terms.empty()) return out;
  const std::vector<search::Alike> alike = search::most_alike(index, asked.terms, count);
  if (alike.size() == count) out.beyond = alike.back().weight / asked.weight;
  out.all = out.beyond < kLeastCloseness;
  for (const search::Alike& found : alike) {
    const double closeness = closeness_of(found, asked, index.runs.length_of(found.paragraph));
    if (closeness >= kLeastCloseness && is_telling(found, asked))
      out.list.push_back({found.paragraph, closeness, shared_of(found, asked)});
  }
  std::stable_sort(out.list.begin(), out.list.end(),
                   [](const Close& a, const Close& b) { return a.closeness > b.closeness; });
  return out;
}

}  // namespace undex::precedent
