#include "searcher/serve/sru/facets.h"

#include <algorithm>
#include <functional>

#include "searcher/query/cql.h"
#include "searcher/render/record/xml.h"
#include "searcher/serve/sru/terms.h"
#include "searcher/serve/url.h"

namespace undex::serve::sru {
namespace {

using rendering::add_element;

/// The question without its sortBy.
class Question {
 public:
  explicit Question(const Asked& asked)
      : text_(asked.query.substr(0, parse_cql(asked.query).end)) {}

  std::string with(const FacetAsked& facet, const FacetCount& term) const {
    const std::string clause = facet.index + " = " + in_quotes(term.value);
    return text_.empty() ? clause : "(" + text_ + ") and " + clause;
  }

 private:
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
  std::vector<FacetCount> terms = terms_of(facet);  // years come in their own order
  std::ranges::stable_sort(terms, std::ranges::greater(), &FacetCount::documents);
  xml.open("facet:facet");
  add_element(xml, "facet:facetDisplayLabel", facet.label);
  add_element(xml, "facet:index", asked.index);
  add_element(xml, "facet:relation", "=");
  xml.open("facet:terms");
  std::size_t left = asked.limit;
  for (const FacetCount& term : terms) {
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
