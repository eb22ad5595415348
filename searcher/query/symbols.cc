#include "searcher/query/symbols.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "corpus/language.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/docids.h"
#include "searcher/query/wording.h"

namespace undex::query {
namespace {

using Xapian::Query;

constexpr std::string_view kCitingPrefix = "XSYM:";
constexpr std::size_t kTellingTerms = 30;
/// What stands in more of all texts tells nothing.
constexpr double kMostHeld = 0.25;
/// Terms of a place that are looked at, those that tell most here.
constexpr std::size_t kTermsLookedAt = 2000;
/// Paragraphs of one place that are read: more are no place to start from.
constexpr std::size_t kParagraphsRead = 1000;

const Field& symbol_field() { return *find_field("symbol"); }

std::vector<std::string> terms_with(const std::string& prefix, const Database& db) {
  std::vector<std::string> terms;
  for (TermWalk walk(db, prefix); !walk.is_done(); walk.next()) terms.push_back(walk.term());
  return terms;
}

std::string prefix_of(const Field& field) { return std::string(field.prefix) + ":"; }

/// Stems of words with a subject, concepts, symbols that are named.
bool can_tell(std::string_view term) {
  if (!term.starts_with('Z')) return term.starts_with("XC:") || term.starts_with(kCitingPrefix);
  const std::size_t colon = term.find(':');
  return !is_stop_word(term.substr(colon == std::string_view::npos ? 1 : colon + 1), {});
}

using Counts = std::unordered_map<std::string, std::uint64_t>;

void count_terms(const Docids& docids, const Database& db, Counts& out) {
  for (std::size_t at = 0; at < docids.size() && at < kParagraphsRead; ++at)
    for (auto it = db.engine().termlist_begin(docids[at]);
         it != db.engine().termlist_end(docids[at]); ++it)
      if (const std::string term = *it; can_tell(term)) out[term] += it.get_wdf();
}

double how_much_tells(std::uint64_t times, double held, double all) {
  return (1 + std::log(std::max(static_cast<double>(times), 1.0))) * std::log(1 + all / held);
}

using Telling = std::vector<std::pair<double, std::string>>;

std::vector<std::string> first_of(Telling telling, std::size_t limit) {
  std::sort(telling.begin(), telling.end());
  telling.resize(std::min(telling.size(), limit));
  std::vector<std::string> terms;
  for (auto& [score, term] : telling) terms.push_back(std::move(term));
  return terms;
}

/// With how often each stands there.
Census::Terms terms_of_place(const LikeNode& node, const PlanContext& context,
                             const LeftOut& left_out) {
  const Database& db = node.place ? context.paragraphs : context.documents;
  Counts counts;
  count_terms(node.place ? left_out.without(paragraphs_of_place(node, context), Side::paragraphs)
                         : left_out.without(documents_of_place(node, context), Side::documents),
              db, counts);
  Telling telling;
  for (const auto& [term, times] : counts)
    telling.emplace_back(-how_much_tells(times, db.get_termfreq(term), db.get_doccount()), term);
  Census::Terms out;
  for (const std::string& term : first_of(std::move(telling), kTermsLookedAt))
    out.emplace(term, counts.at(term));
  return out;
}

}  // namespace

std::vector<std::string> own_terms(const Symbol& symbol) {
  std::vector<std::string> terms;
  for (const std::string& part : symbol.parts) terms.push_back(field_term(symbol_field(), part));
  return terms;
}

Query places(const Locator& locator, const PlanContext& context) {
  std::vector<std::string> terms;
  const std::string prefix = std::string(kLocatorPrefix) + locator.text();
  for (const std::string& term : terms_with(prefix, context.paragraphs)) {
    const std::optional<Locator> found =
        parse_locator(std::string_view(term).substr(kLocatorPrefix.size()));
    if (found && locator.contains(*found) && terms.size() < kMaxQueryTerms) terms.push_back(term);
  }
  if (terms.empty()) return Query::MatchNothing;
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

std::vector<std::string> own_terms(const SeriesNode& node, const PlanContext& context) {
  if (node.field && is_citing(*node.field)) return {};
  return terms_with(prefix_of(symbol_field()) + node.prefix, context.documents);
}

std::vector<std::string> citing_terms(const SeriesNode& node, Side side,
                                      const PlanContext& context) {
  if (node.field && !is_citing(*node.field)) return {};
  if (node.field && side == Side::documents)
    return terms_with(prefix_of(*node.field) + node.prefix, context.documents);
  return terms_with(std::string(kCitingPrefix) + node.prefix,
                    side == Side::documents ? context.documents : context.paragraphs);
}

Docids paragraphs_of_place(const LikeNode& node, const PlanContext& context) {
  const Query own(field_term(symbol_field(), node.name));
  if (!node.place) return found_by(own, context.paragraphs);
  return found_by(Query(Query::OP_FILTER, places(*node.place, context), own), context.paragraphs);
}

Docids documents_of_place(const LikeNode& node, const PlanContext& context) {
  return found_by(Query(field_term(symbol_field(), node.name)), context.documents);
}

std::vector<std::string> telling_terms(const LikeNode& node, const PlanContext& context,
                                       const Census& census) {
  const Side side = node.place ? Side::paragraphs : Side::documents;
  const Census::Terms& terms = census.expansion(
      dump({.value = node}), [&] { return terms_of_place(node, context, census.left_out()); });
  // Of a whole document only what other documents have too leads to them.
  const double all = census.size(side);
  Telling telling;
  for (const auto& [term, times] : terms) {
    const auto held = static_cast<double>(census.counts(side, term).holders);
    if (held >= 2 && held <= 1 + all * kMostHeld)
      telling.emplace_back(-how_much_tells(times, held, all), term);
  }
  return first_of(std::move(telling), kTellingTerms);
}

}  // namespace undex::query
