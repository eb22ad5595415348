#include "searcher/search/facet_maker.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "corpus/text.h"
#include "searcher/search/facets.h"

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

/// The facet of one field from what its values have.
class FacetMaker {
 public:
  FacetMaker(const Field& field, const Request& request, const CountedValues& values)
      : field_(field), request_(request), values_(values), counts_(values.counts) {}

  Facet make() {
    std::vector<std::uint32_t> found;
    for (std::uint32_t number = 0; number < counts_.size(); ++number)
      if (counts_[number].documents > 0) found.push_back(number);
    Facet facet = empty_facet(field_, request_);
    facet.distinct = found.size();
    add_asked(found);
    if (!request_.facet_matching.empty()) keep_matching(found);
    facet.matching = found.size();
    put_in_order(found);
    for (const std::uint32_t number : found) facet.values.push_back(values_.value(number));
    if (field_.kind == FieldKind::year && request_.facet_matching.empty()) add_years(facet);
    return facet;
  }

 private:
  /// What is asked for by name and has no match must be seen to be let go; but years, which have a
  /// bar each.
  void add_asked(std::vector<std::uint32_t>& found) const {
    if (has_order(field_)) return;
    for (std::uint32_t number = 0; number < counts_.size(); ++number)
      if (counts_[number].documents == 0 && values_.asked_by_name(number)) found.push_back(number);
  }

  void keep_matching(std::vector<std::uint32_t>& found) const {
    const std::string wanted = fold(request_.facet_matching);
    std::erase_if(found, [&](std::uint32_t number) {
      const FacetCount value = values_.value(number);
      return fold(value.label).find(wanted) == std::string::npos &&
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
    found.erase(
        std::remove_if(cut, found.end(),
                       [&](std::uint32_t number) { return !values_.asked_by_name(number); }),
        found.end());
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
      while (next < counts_.size() && to_year(values_.value(next).value) < year) ++next;
      if (next < counts_.size() && to_year(values_.value(next).value) == year)
        whole.push_back(values_.value(next));
      else
        whole.push_back({.value = std::to_string(year), .label = std::to_string(year)});
    }
    facet.values = std::move(whole);
  }

  const Field& field_;
  const Request& request_;
  const CountedValues& values_;
  const std::vector<MatchCount>& counts_;
};

}  // namespace

Facet make_facet(const Field& field, const Request& request, const CountedValues& values) {
  return FacetMaker(field, request, values).make();
}

Facet empty_facet(const Field& field, const Request& request) {
  return {.field = std::string(field.name),
          .label = label_for("field", field.name, field.label, request.language),
          .distinct = 0,
          .values = {}};
}

}  // namespace undex::search
