#include "searcher/precedent/features.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "corpus/citation.h"
#include "corpus/language.h"
#include "corpus/pieces.h"
#include "corpus/text.h"
#include "schemas/terms.h"

namespace undex::precedent {
namespace {

/// Fields whose values paragraphs have themselves; empty for a kind of name that has none.
std::string_view field_of(Name::Kind kind) {
  switch (kind) {
    case Name::Kind::office:
    case Name::Kind::body:
    case Name::Kind::organization:
      return "entity";
    case Name::Kind::initiative:
      return "initiative";
    case Name::Kind::state:
      return "state";
    case Name::Kind::organ:
    case Name::Kind::role:
      return {};
  }
  return {};
}

/// A word by its stem, but for the parts of a hyphenated one joined; a number of three digits.
bool is_telling(const TextTerm& term) {
  constexpr std::size_t kDigits = 3;
  if (term.width > 1) return false;
  if (term.kind == TextTerm::Kind::stem) return true;
  return term.kind == TextTerm::Kind::word && term.term.size() >= kDigits &&
         std::all_of(term.term.begin(), term.term.end(), is_digit);
}

/// The concepts of a text but for those inside a longer one.
std::vector<TextTerm> concepts_in(const std::vector<TextTerm>& terms) {
  std::vector<TextTerm> out;
  for (const TextTerm& term : terms)
    if (term.kind == TextTerm::Kind::concept_) out.push_back(term);
  std::ranges::sort(out, [](const TextTerm& a, const TextTerm& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::size_t begin = 0, end = 0;  // of the last that is in no other
  std::erase_if(out, [&](const TextTerm& term) {
    if (term.begin == begin && term.end == end) return false;
    if (term.end <= end) return true;
    begin = term.begin;
    end = term.end;
    return false;
  });
  return out;
}

/// Takes features each once, and keeps which bytes of the text they took.
class Collector {
 public:
  /// A text, or a piece of it.
  void add(std::string_view text, std::string_view language) {
    text_ = text;
    taken_.clear();
    next_ = 0;
    add_citations();
    add_names();
    add_terms(language);
  }

  std::vector<Feature> take() { return std::move(features_); }

 private:
  void add_citations() {
    for (const Citation& citation : find_citations(text_)) {
      taken_.emplace_back(citation.begin, citation.end);
      for (const std::string& part : citation.cited.parts)
        add(Feature::Kind::citation, field_term(*find_field(kCitesField), part), part);
    }
  }

  void add_names() {
    for (const NameMatch& match : find_names(text_)) {
      taken_.emplace_back(match.begin, match.end);
      names_.insert(fold(match.name->preferred));
      const std::string_view field = field_of(match.name->kind);
      if (!field.empty())
        add(Feature::Kind::name, field_term(*find_field(field), match.name->id),
            match.name->preferred);
    }
  }

  void add_terms(std::string_view language) {
    const std::vector<TextTerm> terms = text_terms(text_, language);
    for (const TextTerm& term : concepts_in(terms)) add_concept(term);
    std::sort(taken_.begin(), taken_.end());
    for (const TextTerm& term : terms)
      if (is_telling(term)) add_word(term, language);
  }

  void add(Feature::Kind kind, std::string term, std::string shown) {
    if (seen_.insert(term).second)
      features_.push_back({.kind = kind, .term = std::move(term), .shown = std::move(shown)});
  }

  void add_concept(const TextTerm& term) {
    const std::string id = term.term.substr(term.term.find(':') + 1);
    const std::optional<KnownConcept> known = find_concept(id);
    taken_.emplace_back(term.begin, term.end);
    std::string label = known ? std::string(known->label) : id;
    if (!names_.contains(fold(label))) add(Feature::Kind::concept_, term.term, std::move(label));
  }

  void add_word(const TextTerm& term, std::string_view language) {
    while (next_ < taken_.size() && taken_[next_].second <= term.begin) ++next_;
    for (std::size_t at = next_; at < taken_.size() && taken_[at].first < term.end; ++at)
      if (taken_[at].second > term.begin) return;
    const std::string_view word = text_.substr(term.begin, term.end - term.begin);
    if (!is_stop_word(fold(word), language)) add(Feature::Kind::word, term.term, to_lower(word));
  }

  std::string_view text_;
  std::vector<Feature> features_;
  std::set<std::string> seen_;
  std::set<std::string> names_;                             ///< folded: some are concepts too
  std::vector<std::pair<std::size_t, std::size_t>> taken_;  ///< bytes
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Feature> features_of(std::string_view text, std::string_view language) {
  const std::string_view own = block_language(text, language);
  Collector collector;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = piece_end(text, from);
    collector.add(text.substr(from, end - from), own);
    from = end;
  }
  return collector.take();
}

}  // namespace undex::precedent
