#include "searcher/serve/sru/facets.h"

#include <algorithm>
#include <functional>

#include "searcher/query/conditions.h"
#include "searcher/query/cql.h"
#include "searcher/render/record/xml.h"
#include "searcher/serve/sru/terms.h"
#include "searcher/serve/url.h"

namespace undex::serve::sru {
namespace {

using rendering::add_element;

/// A term in quotes, in which nothing has a meaning.
std::string in_quotes(std::string_view term) {
  std::string out = "\"";
  for (const char c : term) {
    if (std::string_view("\"\\*?^").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out + '"';
}

/// The question without its sortBy, and which terms of a field its records can have.
class Question {
 public:
  explicit Question(const Asked& asked) : cql_(parse_cql(asked.query)) {
    text_ = asked.query.substr(0, cql_.end);
  }

  std::string with(const FacetAsked& facet, const FacetCount& term) const {
    const std::string clause = facet.index + " = " + in_quotes(term.value);
    return text_.empty() ? clause : "(" + text_ + ") and " + clause;
  }

  /// A facet counts what choosing a term would add, so conditions on its own field do not count
  /// there. Where the question has some, only the terms that it asks for are of its records.
  bool restricts(const Field& field) const {
    return dump(query::without_conditions_on(cql_.tree, field)) != dump(cql_.tree);
  }

 private:
  CqlQuery cql_;
  std::string text_;
};

void add_term(XmlBuilder& xml, const Call& call, const std::string& question,
              const FacetCount& term) {
  xml.open("facet:term");
  add_element(xml, "facet:actualTerm", term.label.empty() ? term.value : term.label);
  add_element(xml, "facet:query", question);
  add_element(xml, "facet:requestUrl",
              call.site.options().base_url + link_to("/sru", {{"query", question}}));
  add_element(xml, "facet:count", std::to_string(term.documents));
  xml.close();
}

void add_facet(XmlBuilder& xml, const Call& call, const Question& question, const FacetAsked& asked,
               const Facet& facet) {
  const bool restricted = question.restricts(*find_field(asked.field));
  std::vector<FacetCount> terms = terms_of(facet);  // years come in their own order
  std::ranges::stable_sort(terms, std::ranges::greater(), &FacetCount::documents);
  xml.open("facet:facet");
  add_element(xml, "facet:facetDisplayLabel", facet.label);
  add_element(xml, "facet:index", asked.index);
  add_element(xml, "facet:relation", "=");
  xml.open("facet:terms");
  std::size_t left = asked.limit;
  for (const FacetCount& term : terms) {
    if (restricted && !term.selected) continue;
    if (left-- == 0) break;
    add_term(xml, call, question.with(asked, term), term);
  }
  xml.close();
  xml.close();
}

}  // namespace

void add_facets(XmlBuilder& xml, const Call& call, const Asked& asked,
                const std::vector<Facet>& facets) {
  if (asked.facets.empty()) return;
  const Question question(asked);
  xml.open("zs:facetedResults");
  xml.attribute("xmlns:facet", "http://docs.oasis-open.org/ns/search-ws/facetedResults");
  if (asked.facets_by_source) {
    xml.open("facet:datasource");
    add_element(xml, "facet:datasourceDisplayLabel", call.site.options().name);
    xml.open("facet:facets");
  }
  for (std::size_t at = 0; at < facets.size(); ++at)
    add_facet(xml, call, question, asked.facets[at], facets[at]);
  if (asked.facets_by_source) {
    xml.close();
    xml.close();
  }
  xml.close();
}

}  // namespace undex::serve::sru
