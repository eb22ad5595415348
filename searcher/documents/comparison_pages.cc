#include "searcher/documents/comparison_pages.h"

#include <utility>

#include "searcher/trace/series_page.h"
#include "undex/error.h"

namespace undex {
namespace {

struct Side {
  Document document;
  std::optional<Locator> place;
};

bool is_record(const Document& document) {
  return document.masthead.normal(MastheadItem::record) == "true";
}

/// Nothing when no text of it is held, and the page says so.
std::optional<Side> side_of(ComparisonPage& page, const Archive& archive, std::string_view typed,
                            std::string_view language, const ReadDocument& read) {
  const Target target = find_target(archive, typed);
  if (target.entries.empty()) {
    page.not_held = target.name;
    return std::nullopt;
  }
  Side side{read(version_in(target.entries, language)), target.place};
  if (!is_record(side.document)) return side;
  page.lacks = "of " + side.document.name() + " only a catalogue record is held, no text";
  return std::nullopt;
}

void compare_two_places(ComparisonPage& page, const Side& before, const Side& after) {
  ParagraphPair pair = compare_places(before.document, *before.place, after.document, *after.place);
  for (const auto& [side, text] :
       {std::pair(&before, &pair.before_text), {&after, &pair.after_text}})
    if (text->empty()) {
      page.lacks = side->document.name() + " has no " + side->place->citation();
      return;
    }
  page.places = std::move(pair);
}

}  // namespace

ComparisonPage comparison_page(const Archive& archive, std::string_view before,
                               std::string_view after, std::string_view language,
                               const ReadDocument& read) {
  ComparisonPage page;
  const std::optional<Side> first = side_of(page, archive, before, language, read);
  if (!first) return page;
  const std::optional<Side> second = side_of(page, archive, after, language, read);
  if (!second) return page;
  if (first->place.has_value() != second->place.has_value())
    throw Error(ErrorKind::usage, "a place is compared with a place, a document with a document",
                "undex compare E/2003/75:1 E/2009/21:1");
  page.before = first->document.name();
  page.after = second->document.name();
  if (first->place)
    compare_two_places(page, *first, *second);
  else
    page.documents = compare_documents(first->document, second->document);
  return page;
}

SeriesComparison compare_series(const Archive& archive, const Series& series,
                                std::string_view language, const ReadDocument& read) {
  SeriesComparison out;
  std::optional<Document> before;
  for (const SeriesRow& row : series_page(series, archive).rows) {
    if (!row.held) continue;
    const Target target = find_target(archive, row.member.symbol.text());
    Document document = read(version_in(target.entries, language));
    if (is_record(document)) continue;
    if (before) out.comparisons.push_back(compare_documents(*before, document));
    before = std::move(document);
    ++out.held;
  }
  return out;
}

}  // namespace undex
