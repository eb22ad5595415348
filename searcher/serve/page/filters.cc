#include "searcher/serve/page/filters.h"

#include <algorithm>
#include <utility>

#include "searcher/serve/page/layout.h"

namespace undex::serve {
namespace {

constexpr std::size_t kShownValues = 8;  ///< the others are folded away
constexpr std::size_t kMostYears = 20;   ///< more are folded into decades

std::string label_of(const FacetCount& value) {
  return (value.label.empty() ? value.value : value.label) + (value.doubtful ? "?" : "");
}

/// Each value before those that belong to it, wherever they stand by their number: an indent under
/// another organ would say that it is theirs. What belongs to none that is shown stands by itself.
std::vector<FacetCount> in_families(const std::vector<FacetCount>& values) {
  std::vector<FacetCount> ordered;
  const auto add = [&](const auto& self, const FacetCount& value) -> void {
    ordered.push_back(value);
    for (const FacetCount& part : values)
      if (part.parent == value.value) self(self, part);
  };
  for (FacetCount value : values) {
    const bool alone = value.parent.empty() ||
                       std::ranges::find(values, value.parent, &FacetCount::value) == values.end();
    if (!alone) continue;
    value.parent.clear();
    add(add, value);
  }
  return ordered;
}

void add_value(Html& html, const Texts& texts, const Asked& asked, const Facet& facet,
               const FacetCount& value) {
  const bool ticked = asked.has(facet.field, value.value);
  html.open("li", {{"class", value.parent.empty() ? Html::kNone : "part"}}).open("label");
  html.empty("input", {{"type", "checkbox"},
                       {"name", "f"},
                       {"value", facet.field + ":" + value.value},
                       {"checked", ticked || value.selected ? "" : Html::kNone},
                       // What the query itself asks for is taken off there.
                       {"disabled", value.selected && !ticked ? "" : Html::kNone}});
  html.open("bdi").text(label_of(value)).close("bdi").text(" ");
  html.element("span", {{"class", "count"}},
               texts("count-documents", {texts.number(value.documents)}));
  html.close("label").close("li");
}

void add_facet(Html& html, const Texts& texts, const Asked& asked, const Facet& facet) {
  if (facet.values.empty()) return;
  const auto chosen =
      static_cast<std::size_t>(std::ranges::count_if(facet.values, [&](const FacetCount& one) {
        return one.selected || asked.has(facet.field, one.value);
      }));
  html.open("fieldset").open("legend").text(facet.label);
  if (chosen > 0) html.text(" " + texts.counted("chosen", chosen));
  html.close("legend").open("ul");
  const std::vector<FacetCount> values = in_families(facet.values);
  for (std::size_t i = 0; i < std::min(kShownValues, values.size()); ++i)
    add_value(html, texts, asked, facet, values[i]);
  html.close("ul");
  if (values.size() > kShownValues) {
    html.open("details").element(
        "summary", texts("more-values", {texts.number(values.size() - kShownValues)}));
    html.open("ul");
    for (std::size_t i = kShownValues; i < values.size(); ++i)
      add_value(html, texts, asked, facet, values[i]);
    html.close("ul");
    if (facet.distinct > values.size())
      html.element("p",
                   texts("of-values", {texts.number(values.size()), texts.number(facet.distinct)}));
    html.close("details");
  }
  html.close("fieldset");
}

void add_hidden(Html& html, std::string_view name, std::string_view value) {
  if (!value.empty()) html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

bool is_offered(const Result& result, std::string_view field) {
  return field != "year" &&
         std::ranges::find(result.facets, field, &Facet::field) != result.facets.end();
}

/// Filters without check boxes here stay as they are; years stand in their own fields.
void keep_others(Html& html, const Asked& asked, const Result& result) {
  const bool years_shown = year_range(asked).has_value();
  for (const Filter& filter : asked.filters)
    for (const std::string& value : filter.values) {
      if (filter.field == "year" && years_shown) continue;
      const auto facet = std::ranges::find(result.facets, filter.field, &Facet::field);
      const bool shown =
          is_offered(result, filter.field) &&
          std::ranges::find(facet->values, value, &FacetCount::value) != facet->values.end();
      if (!shown) add_hidden(html, "f", filter.field + ":" + value);
    }
}

std::size_t most_documents(const Facet& years) {
  std::size_t most = 0;
  for (const FacetCount& year : years.values) most = std::max(most, year.documents);
  return most;
}

/// A bar, and its number.
void add_bar(Html& html, const Texts& texts, std::size_t documents, std::size_t most) {
  html.element("meter",
               {{"min", "0"}, {"max", std::to_string(most)}, {"value", std::to_string(documents)}},
               texts.number(documents));
  html.text(" " + texts.number(documents));
}

Html year_table(const Call& call, const Texts& texts, const Asked& asked, std::string_view caption,
                const std::vector<FacetCount>& years, std::size_t most) {
  Html html;
  html.open("table").element("caption", caption).open("thead").open("tr");
  for (const std::string_view head : {"years", "documents", "paragraphs"})
    html.element("th", {{"scope", "col"}}, texts(head));
  html.close("tr").close("thead").open("tbody");
  for (const FacetCount& year : years) {
    html.open("tr").open("th", {{"scope", "row"}});
    if (year.documents > 0)
      html.element("a", {{"href", in_years(call, asked, year.value)}}, label_of(year));
    else
      html.text(label_of(year));
    html.close("th").open("td");
    add_bar(html, texts, year.documents, most);
    html.close("td").element("td", texts.number(year.paragraphs)).close("tr");
  }
  html.close("tbody").close("table");
  return html;
}

/// Many years, folded into their decades. These are counted by the search: a document of doubtful
/// date stands in several years, so that numbers of years do not add up.
Html decades(const Call& call, const Texts& texts, const Asked& asked, const Facet& years) {
  Request request = request_of(asked, {"year"}, texts.language());
  request.limit = request.passages = 0;
  request.cursor.clear();
  request.facet_matching.clear();
  request.decades = true;
  const Facet all = call.search(request).facets.front();
  const std::size_t most_of_all = most_documents(all), most = most_documents(years);
  Html html;
  for (const FacetCount& decade : all.values) {
    std::vector<FacetCount> shown = {decade};
    bool chosen = false;
    for (const FacetCount& year : years.values)
      if (year.value.substr(0, 3) == decade.value.substr(0, 3)) {
        chosen = chosen || year.selected;
        shown.push_back(year);
      }
    html.open("details", {{"open", chosen ? "" : Html::kNone}}).open("summary");
    html.element("span", label_of(decade)).text(" ");
    add_bar(html, texts, decade.documents, most_of_all);
    html.close("summary");
    html.add(
        year_table(call, texts, asked, label_of(decade), shown, std::max(most, decade.documents)));
    html.close("details");
  }
  return html;
}

}  // namespace

std::vector<std::string> filter_fields(const Call& call) {
  std::vector<std::string> fields = {"year",       "organ",  "body",       "kind",  "language",
                                     "initiative", "entity", "collection", "status"};
  if (call.search.is_of_several()) fields.emplace_back("archive");
  return fields;
}

Html filter_form(const Call& call, const Texts& texts, const Asked& asked, const Result& result) {
  Html html;
  html.open("form",
            {{"action", call.site.prefix() + "/search"}, {"method", "get"}, {"class", "filters"}});
  html.element("h2", texts("filters"));
  add_hidden(html, "q", asked.query);
  add_hidden(html, "order", asked.order);
  add_hidden(html, "in", asked.unit);
  if (call.request.parameter("hl")) add_hidden(html, "hl", texts.language());
  if (is_embedded(call)) add_hidden(html, "embed", "1");
  keep_others(html, asked, result);
  html.open("p", {{"class", "within"}})
      .element("label", {{"for", "within"}}, texts("within-filters"));
  html.empty("input",
             {{"type", "search"}, {"id", "within"}, {"name", "within"}, {"value", asked.within}});
  html.close("p").open("fieldset").element("legend", texts("years"));
  html.open("div", {{"class", "range"}});
  const YearRange years = year_range(asked).value_or(YearRange{});
  for (const auto& [id, value] :
       {std::pair<std::string, std::string>("from", years.from), {"to", years.to}}) {
    html.element("label", {{"for", id}}, texts("years-" + id));
    html.empty("input", {{"type", "number"},
                         {"id", id},
                         {"name", id},
                         {"value", value},
                         {"min", "1945"},
                         {"max", "2100"},
                         {"inputmode", "numeric"}});
  }
  html.close("div").close("fieldset");
  for (const Facet& facet : result.facets)
    if (facet.field != "year") add_facet(html, texts, asked, facet);
  html.element("button", {{"type", "submit"}}, texts("apply")).close("form");
  return html;
}

Html chosen_filters(const Call& call, const Texts& texts, const Asked& asked,
                    const Result& result) {
  Html html;
  if (asked.filters.empty()) return html;
  html.open("ul", {{"class", "chosen"}, {"aria-label", texts("chosen-filters")}});
  for (const Filter& filter : asked.filters)
    for (const std::string& value : filter.values) {
      const auto facet = std::ranges::find(result.facets, filter.field, &Facet::field);
      std::string label = value;
      if (facet != result.facets.end())
        if (const auto known = std::ranges::find(facet->values, value, &FacetCount::value);
            known != facet->values.end())
          label = label_of(*known);
      const std::string field = facet != result.facets.end() ? facet->label : filter.field;
      html.open("li").open("bdi").text(field + ": " + label).close("bdi").text(" ");
      html.element("a",
                   {{"href", without_filter(call, asked, filter.field, value)},
                    {"aria-label", texts("remove-filter", {field, label})}},
                   texts("remove"));
      html.close("li");
    }
  html.close("ul");
  return html;
}

Html year_bars(const Call& call, const Texts& texts, const Asked& asked, const Facet& years) {
  Html html;
  const std::size_t most = most_documents(years);
  if (most == 0) return html;
  html.open("section", {{"class", "years"}, {"aria-labelledby", "years"}});
  html.element("h2", {{"id", "years"}}, years.label);
  if (years.values.size() > kMostYears)
    html.add(decades(call, texts, asked, years));
  else
    html.add(year_table(call, texts, asked, texts("years-caption"), years.values, most));
  html.close("section");
  return html;
}

}  // namespace undex::serve
