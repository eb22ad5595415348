#include "indexer/structure/stated.h"

#include "indexer/structure/language.h"
#include "indexer/structure/masthead.h"

namespace undex::structure {
namespace {

void complete_record(Document& document) {
  derive_from_symbol(document);
  Masthead& masthead = document.masthead;
  if (masthead.find(MastheadItem::language)) return;
  // A title has few words: one in ten that only one language has must do.
  const std::string title = masthead.normal(MastheadItem::title) + "\n";
  const std::string language = language_of(title + title + title);
  if (!language.empty()) masthead.add(MastheadItem::language, {"", language, ""});
}

}  // namespace

Document take_stated(const ConvertedText& text) {
  Document document = *text.stated;
  document.notices.insert(document.notices.end(), text.notices.begin(), text.notices.end());
  if (document.masthead.find(MastheadItem::record)) complete_record(document);
  return document;
}

void take_named(const Masthead& named, Document& document) {
  std::vector<MastheadEntry>& entries = document.masthead.entries;
  for (const MastheadEntry& value : named.entries)
    std::erase_if(entries, [&](const MastheadEntry& read) { return read.item == value.item; });
  entries.insert(entries.begin(), named.entries.begin(), named.entries.end());
  if (!named.find(MastheadItem::symbol)) return;
  document.symbol = {};
  for (const Value* value : named.all(MastheadItem::symbol))
    document.symbol.parts.push_back(value->normal);
}

}  // namespace undex::structure
