#include "searcher/search/facets.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/labels.h"
#include "corpus/language.h"
#include "corpus/natural_order.h"
#include "corpus/text.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/asked_for.h"
#include "searcher/query/conditions.h"
#include "undex/error.h"

namespace undex::search {
namespace {

bool has_order(const Field& field) {
  return field.kind == FieldKind::year || field.kind == FieldKind::date;
}

int to_year(std::string_view text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

/// The bounds of a range, as the search takes them: a session of no number is in none.
bool is_in(const RangeNode& range, std::string_view value) {
  if (value.empty() || !std::all_of(value.begin(), value.end(), is_digit)) return false;
  const auto in_order = [](std::string_view low, std::string_view high, bool strictly) {
    const auto order = natural_compare(low, high);
    return low.empty() || high.empty() || order < 0 || (order == 0 && !strictly);
  };
  return in_order(range.from, value, range.above) && in_order(value, range.to, range.below);
}

/// The values that the conditions of a query ask for: by name, or by ranges that all must hold.
class Asked {
 public:
  Asked(const Field& field, const Node& tree) : field_(field) { take(tree); }
  bool by_name(const ColumnValue& value) const {
    if (terms_.empty()) return false;
    return terms_.contains(field_term(field_, value.value)) ||
           (!value.label.empty() && terms_.contains(field_term(field_, value.label)));
  }
  bool has(const ColumnValue& value) const {
    const auto in_one = [&](const Ranges& ranges) {
      return std::any_of(ranges.begin(), ranges.end(),
                         [&](const RangeNode* range) { return is_in(*range, value.value); });
    };
    return by_name(value) ||
           (!ranges_.empty() && std::all_of(ranges_.begin(), ranges_.end(), in_one));
  }

 private:
  using Ranges = std::vector<const RangeNode*>;  ///< any of them

  void take(const Node& node) {
    if (const AndNode* all = std::get_if<AndNode>(&node.value)) {
      for (const Node& part : all->parts) take(part);
      return;
    }
    Ranges ranges;
    for (const Node* leaf : query::positive_leaves(node)) {
      if (const ValueNode* value = std::get_if<ValueNode>(&leaf->value);
          value && value->field == &field_)
        terms_.insert(field_term(field_, value->value));
      if (const RangeNode* range = std::get_if<RangeNode>(&leaf->value);
          range && range->field == &field_)
        ranges.push_back(range);
    }
    if (!ranges.empty()) ranges_.push_back(std::move(ranges));
  }

  const Field& field_;
  std::set<std::string> terms_;
  std::vector<Ranges> ranges_;
};

/// The facet of one field from what its values have.
class FacetMaker {
 public:
  FacetMaker(const Field& field, const Column& column, const Request& request, const Node& tree,
             std::vector<MatchCount> counts)
      : field_(field),
        column_(column),
        request_(request),
        asked_(field, tree),
        counts_(std::move(counts)) {}

  Facet make() {
    std::vector<std::uint32_t> found;
    for (std::uint32_t number = 0; number < counts_.size(); ++number)
      if (counts_[number].documents > 0) found.push_back(number);
    Facet facet{.field = std::string(field_.name),
                .label = label_for("field", field_.name, field_.label, request_.language),
                .distinct = found.size(),
                .values = {}};
    add_asked(found);
    if (!request_.facet_matching.empty()) keep_matching(found);
    facet.matching = found.size();
    put_in_order(found);
    for (const std::uint32_t number : found) facet.values.push_back(count_of(number));
    if (field_.kind == FieldKind::year && request_.facet_matching.empty()) add_years(facet);
    return facet;
  }

  /// Every value that is held, where so many documents of each are shown by others.
  Facet of_part(const std::vector<MatchCount>& elsewhere) const {
    Facet facet{.field = std::string(field_.name),
                .label = label_for("field", field_.name, field_.label, request_.language),
                .distinct = 0,
                .values = {}};
    for (std::uint32_t number = 0; number < counts_.size(); ++number) {
      FacetCount value = count_of(number);
      value.held -= std::min(value.held, elsewhere[number].documents);
      if (value.held == 0 && value.documents == 0) continue;
      if (value.documents > 0) ++facet.distinct;
      facet.values.push_back(std::move(value));
    }
    facet.matching = facet.distinct;
    return facet;
  }

 private:
  /// What is asked for by name and has no match must be seen to be let go; but years, which have a
  /// bar each.
  void add_asked(std::vector<std::uint32_t>& found) const {
    if (has_order(field_)) return;
    for (std::uint32_t number = 0; number < counts_.size(); ++number)
      if (counts_[number].documents == 0 && asked_.by_name(column_.value(number)))
        found.push_back(number);
  }

  void keep_matching(std::vector<std::uint32_t>& found) const {
    const std::string wanted = fold(request_.facet_matching);
    std::erase_if(found, [&](std::uint32_t number) {
      const ColumnValue value = column_.value(number);
      const std::string label = label_for(field_.name, value.value, value.label, request_.language);
      return fold(label).find(wanted) == std::string::npos &&
             fold(value.value).find(wanted) == std::string::npos;
    });
  }

  /// By number of documents and cut, but years, and what is asked for by name stays. Numbers are in
  /// natural order, and a value has a lower one than what belongs to it.
  void put_in_order(std::vector<std::uint32_t>& found) const {
    if (has_order(field_)) return;
    if (request_.facet_order == FacetOrder::name)
      std::sort(found.begin(), found.end());
    else
      std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        const MatchCount &left = counts_[a], &right = counts_[b];
        if (left.documents != right.documents) return left.documents > right.documents;
        return left.paragraphs != right.paragraphs ? left.paragraphs > right.paragraphs : a < b;
      });
    const std::size_t limit = request_.facet_values;
    if (limit == 0 || found.size() <= limit) return;
    const auto cut = found.begin() + static_cast<std::ptrdiff_t>(limit);
    found.erase(std::remove_if(
                    cut, found.end(),
                    [&](std::uint32_t number) { return !asked_.by_name(column_.value(number)); }),
                found.end());
  }

  FacetCount count_of(std::uint32_t number) const {
    const ColumnValue value = column_.value(number);
    return {.value = std::string(value.value),
            .label = label_for(field_.name, value.value, value.label, request_.language),
            .doubtful = value.doubtful,
            .documents = counts_[number].documents,
            .paragraphs = counts_[number].paragraphs,
            .parent = value.parent == kNoParent ? std::string()
                                                : std::string(column_.value(value.parent).value),
            .selected = asked_.has(value),
            .held = value.documents};
  }

  /// A year in which nothing matches is another thing than a year of which nothing is held, and
  /// both are other things than a year left out.
  void add_years(Facet& facet) const {
    constexpr int kMostYears = 400;
    if (facet.values.empty()) return;
    const int last = to_year(facet.values.back().value);
    if (last - to_year(facet.values.front().value) > kMostYears) return;
    std::vector<FacetCount> whole;
    std::uint32_t next = 0;
    auto found = facet.values.begin();
    for (int year = to_year(facet.values.front().value); year <= last; ++year) {
      const std::size_t before = whole.size();
      for (; found != facet.values.end() && to_year(found->value) == year; ++found)
        whole.push_back(std::move(*found));
      if (whole.size() > before) continue;
      while (next < column_.values() && to_year(column_.value(next).value) < year) ++next;
      if (next < column_.values() && to_year(column_.value(next).value) == year)
        whole.push_back(count_of(next));
      else
        whole.push_back({.value = std::to_string(year), .label = std::to_string(year)});
    }
    facet.values = std::move(whole);
  }

  const Field& field_;
  const Column& column_;
  const Request& request_;
  const Asked asked_;
  const std::vector<MatchCount> counts_;
};

Facet decades_of(const Column& years, const std::vector<MatchCount>& lists, const Field& field,
                 const Request& request) {
  Facet facet{.field = std::string(field.name),
              .label = label_for("field", field.name, field.label, request.language),
              .distinct = 0,
              .values = {}};
  for (const Decade& decade : count_decades(years, lists)) {
    const std::string first = std::to_string(decade.first);
    const std::string last = std::to_string(decade.first + 9);
    facet.values.push_back({.value = first + ".." + last,
                            .label = first + "-" + last,
                            .doubtful = decade.doubtful,
                            .documents = decade.count.documents,
                            .paragraphs = decade.count.paragraphs});
  }
  facet.distinct = facet.matching = facet.values.size();
  return facet;
}

Matches of_documents(const Docids& documents) {
  Matches matches;
  for (const Xapian::docid document : documents)
    matches.documents.push_back({.document = document, .paragraphs = 0});
  return matches;
}

Facet count_facet(const Field& field, const Request& request, const Node& tree,
                  const Matches& matches, const Index& index, const Docids* elsewhere) {
  const Column& column = index.columns.column(field);
  const std::vector<MatchCount> lists = count_lists(field, index.columns, matches);
  if (field.kind == FieldKind::year && request.decades)
    return decades_of(column, lists, field, request);
  if (!elsewhere) return make_facet(field, column, count_values(column, lists), request, tree);
  return FacetMaker(field, column, request, tree, count_values(column, lists))
      .of_part(count_values(column, count_lists(field, index.columns, of_documents(*elsewhere))));
}

}  // namespace

std::string label_for(std::string_view field, std::string_view value, std::string_view otherwise,
                      std::string_view language) {
  const std::string_view label =
      language == "en" ? std::string_view() : label_of(field, value, language);
  if (!label.empty()) return std::string(label);
  return std::string(otherwise.empty() ? value : otherwise);
}

void check_language(const std::string& language) {
  if (std::find(kLanguages.begin(), kLanguages.end(), language) == kLanguages.end())
    throw Error(ErrorKind::usage, "'" + printable(language) + "' is no language of the labels",
                "en, fr, es, ru, ar and zh are");
}

const Field& facet_field(std::string_view name) {
  const Field* field = find_field(name);
  if (!field) {
    std::string message = "unknown field '" + printable(name) + "'";
    const std::vector<std::string_view> near = nearest_fields(name);
    if (!near.empty()) message += "; did you mean '" + std::string(near.front()) + "'?";
    throw Error(ErrorKind::usage, message, "'undex fields' lists them");
  }
  if (!field->facet || facet_slot(*field) == kNoSlot)
    throw Error(ErrorKind::usage, "field '" + std::string(name) + "' cannot be counted",
                "'undex fields' shows which fields can");
  return *field;
}

Facet make_facet(const Field& field, const Column& column, std::vector<MatchCount> counts,
                 const Request& request, const Node& tree) {
  return FacetMaker(field, column, request, tree, std::move(counts)).make();
}

std::vector<Facet> count_facets(const Request& request, const Node& tree, const Matches& matches,
                                const Index& index, const FacetCounting& counting) {
  check_language(request.language);
  std::vector<Facet> facets;
  for (const std::string& name : request.facets) {
    const Field& field = facet_field(name);
    const auto is_of_field = [&](const Facet& facet) { return facet.field == field.name; };
    if (std::any_of(facets.begin(), facets.end(), is_of_field)) continue;
    const Node others = query::without_conditions_on(tree, field);
    const bool is_free = dump(others) == dump(tree);
    facets.push_back(count_facet(field, request, tree, is_free ? matches : counting.find(others),
                                 index, counting.elsewhere));
  }
  return facets;
}

std::vector<std::string> labels_held(const Field& field, const Columns& columns, std::size_t most,
                                     const std::string& matching) {
  const Column& column = columns.column(field);
  std::vector<MatchCount> counts(column.values());
  for (std::size_t at = 0; at < counts.size(); ++at)
    counts[at].documents = column.value(at).documents;
  const Request request{
      .query = {}, .facets = {}, .facet_values = most, .facet_matching = matching};
  std::vector<std::string> labels;
  for (FacetCount& value : make_facet(field, column, std::move(counts), request, {}).values)
    if (labels.size() < most && value.held > 0) labels.push_back(std::move(value.label));
  return labels;
}

std::string years_not_held(const Facet& years) {
  std::string out;
  for (std::size_t at = 0; at < years.values.size();) {
    std::size_t end = at;
    while (end < years.values.size() && years.values[end].held == 0) ++end;
    if (end > at) {
      out += (out.empty() ? "" : ", ") + years.values[at].value;
      if (end > at + 1) out += "-" + years.values[end - 1].value;
    }
    at = std::max(end, at + 1);
  }
  return out;
}

}  // namespace undex::search
