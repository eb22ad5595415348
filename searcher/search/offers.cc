#include "searcher/search/offers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/text.h"
#include "searcher/query/wording.h"
#include "searcher/search/nearest.h"

namespace undex::search {
namespace {

constexpr std::size_t kMostOffers = 6;
/// Questions asked for one list of offers.
constexpr std::size_t kMostTrials = 24;

std::string quoted(const std::string& text) {
  return text.starts_with('"') ? text : "\"" + text + "\"";
}

std::string replaced(std::string query, const Nearest& part, const std::string& instead) {
  return query.replace(part.begin, part.end - part.begin, instead);
}

/// A part of a query as it can be typed by itself.
std::string typed(const Node& node, std::string_view query) {
  if (const SomeNode* some = std::get_if<SomeNode>(&node.value)) {
    std::string out;
    for (const Node& part : some->parts) out += (out.empty() ? "" : " ") + typed(part, query);
    return out;
  }
  std::string text(query.substr(node.begin, node.end - node.begin));
  const Words* words = std::get_if<Words>(&node.value);
  const ConceptNode* known = std::get_if<ConceptNode>(&node.value);
  const Field* field = words ? words->field : known ? known->field : nullptr;
  // title:(alpha beta): the parts stand without the name of the field.
  if (field && !to_lower(text).starts_with(field->name))
    text = std::string(field->name) + ":" + text;
  return text;
}

bool is_any_text(const Node& node) {
  return std::holds_alternative<SomeNode>(node.value) || query::is_text(node);
}

std::string filter_in_words(const Filter& filter) {
  std::string out = filter.field + ":";
  for (const std::string& value : filter.values)
    out += (&value == &filter.values.front() ? "" : ",") + value;
  return out;
}

/// Asks other questions and keeps those that find more.
class Offering {
 public:
  Offering(const Request& request, const MatchCount& found, const query::PlanContext& databases,
           const OtherQuestions& others)
      : request_(request), found_(found), databases_(databases), others_(others) {}

  std::vector<Offer> run() {
    Request base = request_;
    offer_nearest(base);
    if (found_.documents == 0 && offers_.empty()) offer_less(base);
    return std::move(offers_);
  }

 private:
  /// One slip mended at a time, then all of them; `base` is left with all of them mended.
  void offer_nearest(Request& base) {
    const std::vector<Nearest> parts = nearest(others_.read(request_), request_.query, databases_);
    std::string all;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {  // places before stay true
      const std::string text = quoted(part->typed) + " may be " + quoted(part->instead.front());
      all = all.empty() ? text : text + ", " + all;
      base.query = replaced(base.query, *part, part->instead.front());
    }
    for (const Nearest& part : parts)
      for (const std::string& instead : part.instead) {
        Request other = request_;
        other.query = replaced(request_.query, part, instead);
        offer(quoted(part.typed) + " may be " + quoted(instead), other);
      }
    if (offers_.empty() && parts.size() > 1) offer(all, base);
  }

  /// Without one of the things that all must be there; without all that find nothing by
  /// themselves, if that does not help; any of the words that are left.
  void offer_less(const Request& base) {
    for (std::size_t at = 0; at < base.filters.size(); ++at) {
      Request other = base;
      other.filters.erase(other.filters.begin() + static_cast<std::ptrdiff_t>(at));
      offer("without " + filter_in_words(base.filters[at]), other);
    }
    const Node tree = others_.read(base);
    const AndNode* all = std::get_if<AndNode>(&tree.value);
    if (!all) return;
    const std::string_view language = query::language_of(tree);
    std::vector<const Node*> parts;
    for (const Node& part : all->parts)
      if (!query::is_common(part, language)) parts.push_back(&part);
    for (const Node* part : parts)
      offer("without " + typed(*part, base.query), asking(base, *all, without(parts, {part})));
    if (!offers_.empty()) return;
    const std::vector<const Node*> nowhere = found_nowhere(base, *all, parts);
    const std::vector<const Node*> left = without(parts, nowhere);
    std::string text = "without ";
    for (const Node* part : nowhere)
      text += (part == nowhere.front() ? "" : ", ") + typed(*part, base.query);
    if (nowhere.size() > 1) offer(text, asking(base, *all, left));
    if (offers_.empty()) offer("any of the words", any_of_words(base, *all, left));
  }

  /// The parts that find nothing, each by itself.
  std::vector<const Node*> found_nowhere(const Request& base, const AndNode& all,
                                         const std::vector<const Node*>& parts) {
    std::vector<const Node*> out;
    for (const Node* part : parts)
      if (!is_not(part) && trials_ < kMostTrials && count(asking(base, all, {part})).documents == 0)
        out.push_back(part);
    return out;
  }

  static bool is_not(const Node* part) { return std::holds_alternative<NotNode>(part->value); }

  static std::vector<const Node*> without(std::vector<const Node*> parts,
                                          const std::vector<const Node*>& less) {
    std::erase_if(parts, [&](const Node* part) {
      return std::find(less.begin(), less.end(), part) != less.end();
    });
    return parts;
  }

  /// Empty where nothing is left but what must not be there.
  Request asking(const Request& base, const AndNode& all,
                 const std::vector<const Node*>& parts) const {
    Request other = base;
    other.query.clear();
    if (std::all_of(parts.begin(), parts.end(), is_not)) return other;
    std::vector<std::string> texts;
    for (const Node* part : parts) texts.push_back(typed(*part, base.query));
    other.query = joined(texts, all.spelled ? "AND" : "");
    return other;
  }

  Request any_of_words(const Request& base, const AndNode& all,
                       const std::vector<const Node*>& parts) const {
    std::vector<std::string> words;
    std::vector<std::string> rest;
    for (const Node* part : parts)
      (is_any_text(*part) ? words : rest).push_back(typed(*part, base.query));
    if (words.size() > 1) rest.insert(rest.begin(), "(" + joined(words, "OR") + ")");
    Request other = base;
    other.query = joined(rest, all.spelled ? "AND" : "");
    return other;
  }

  /// CQL has no two terms side by side.
  std::string joined(const std::vector<std::string>& parts, std::string_view word) const {
    if (word.empty() && request_.syntax == Syntax::cql) word = "AND";
    const std::string between = word.empty() ? " " : " " + std::string(word) + " ";
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
    return out;
  }

  void offer(const std::string& text, const Request& other) {
    if (offers_.size() == kMostOffers || trials_ == kMostTrials) return;
    if (words(other.query).empty() && other.filters.empty()) return;
    const MatchCount finds = count(other);
    if (finds.documents <= found_.documents) return;
    offers_.push_back({.text = text,
                       .query = other.query,
                       .filters = other.filters,
                       .documents = finds.documents,
                       .paragraphs = finds.paragraphs});
  }

  MatchCount count(const Request& other) {
    ++trials_;
    return others_.count(other);
  }

  const Request& request_;
  const MatchCount& found_;
  const query::PlanContext& databases_;
  const OtherQuestions& others_;
  std::vector<Offer> offers_;
  std::size_t trials_ = 0;
};

}  // namespace

std::vector<Offer> offers(const Request& request, const MatchCount& found,
                          const query::PlanContext& databases, const OtherQuestions& others) {
  return Offering(request, found, databases, others).run();
}

}  // namespace undex::search
