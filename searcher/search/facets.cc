#include "searcher/search/facets.h"

#include <algorithm>
#include <utility>

#include "corpus/labels.h"
#include "corpus/language.h"
#include "corpus/text.h"
#include "schemas/index_form.h"
#include "searcher/query/conditions.h"
#include "searcher/search/asked_values.h"
#include "searcher/search/facet_maker.h"
#include "undex/error.h"

namespace undex::search {
namespace {

/// The values of one column, by what the query asks of them.
class ColumnValues {
 public:
  ColumnValues(const Field& field, const Column& column, const Request& request, const Node& tree,
               const std::vector<MatchCount>& counts)
      : field_(field), column_(column), request_(request), asked_(field, tree), counts_(counts) {}

  CountedValues counted() const {
    return {.counts = counts_,
            .value = [this](std::uint32_t number) { return count_of(number); },
            .asked_by_name =
                [this](std::uint32_t number) { return asked_.by_name(column_.value(number)); }};
  }

  /// Every value that is held, where so many documents of each are shown by others.
  Facet of_part(const std::vector<MatchCount>& elsewhere) const {
    Facet facet = empty_facet(field_, request_);
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

  const Field& field_;
  const Column& column_;
  const Request& request_;
  const AskedValues asked_;
  const std::vector<MatchCount>& counts_;
};

Facet decades_of(const Column& years, const std::vector<MatchCount>& lists, const Field& field,
                 const Request& request) {
  Facet facet = empty_facet(field, request);
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
  const std::vector<MatchCount> counts = count_values(column, lists);
  if (!elsewhere) return make_facet(field, column, counts, request, tree);
  return ColumnValues(field, column, request, tree, counts)
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

Facet make_facet(const Field& field, const Column& column, const std::vector<MatchCount>& counts,
                 const Request& request, const Node& tree) {
  return make_facet(field, request, ColumnValues(field, column, request, tree, counts).counted());
}

std::vector<Facet> count_facets(const Request& request, const Node& tree, const Matches& matches,
                                const Index& index, const FacetCounting& counting) {
  check_language(request.language);
  std::vector<Facet> facets;
  for (const std::string& name : request.facets) {
    const Field& field = facet_field(name);
    const auto is_of_field = [&](const Facet& facet) { return facet.field == field.name; };
    if (std::any_of(facets.begin(), facets.end(), is_of_field)) continue;
    const Node others = request.facets_of_found ? tree : query::without_conditions_on(tree, field);
    const bool is_free = request.facets_of_found || dump(others) == dump(tree);
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
  for (FacetCount& value : make_facet(field, column, counts, request, {}).values)
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
