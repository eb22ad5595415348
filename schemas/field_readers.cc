#include "schemas/field_readers.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "corpus/symbol/tables.h"
#include "corpus/text.h"
#include "undex/symbol.h"

namespace undex {
namespace {

/// Keeps order, drops empty values and doubles; a doubt once raised stays.
void add(std::vector<FieldValue>& values, FieldValue value) {
  value.value = collapse_spaces(value.value);
  if (value.value.empty()) return;
  const auto same = std::find_if(values.begin(), values.end(), [&](const FieldValue& other) {
    return other.value == value.value;
  });
  if (same == values.end())
    values.push_back(std::move(value));
  else
    same->doubtful = same->doubtful || value.doubtful;
}

FieldValue plain(std::string value) {
  return {.value = std::move(value), .label = {}, .doubtful = false};
}

std::vector<FieldValue> masthead_values(const Document& document, MastheadItem item) {
  std::vector<FieldValue> values;
  for (const Value* value : document.masthead.all(item))
    add(values, {.value = value->normal.empty() ? value->printed : value->normal,
                 .label = {},
                 .doubtful = !value->flag.empty()});
  return values;
}

/// Numbers of four digits that can be years, in the text.
std::vector<std::string> years_in(std::string_view text) {
  std::vector<std::string> years;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at == 4 && (text[at] == '1' ? text[at + 1] == '9' : text.substr(at, 2) == "20"))
      years.emplace_back(text.substr(at, 4));
    at = std::max(end, at + 1);
  }
  return years;
}

struct Language {
  std::string_view code, three, name;
};
constexpr Language kLanguages[] = {
    {"ar", "ara", "Arabic"}, {"zh", "chi", "Chinese"},    {"en", "eng", "English"},
    {"fr", "fre", "French"}, {"ru", "rus", "Russian"},    {"es", "spa", "Spanish"},
    {"de", "ger", "German"}, {"und", "und", "not known"},
};

/// What the first words of a kind of document, or words in it, tell of the collection it is of.
struct CollectionRow {
  std::string_view sign;
  bool opens;  ///< only at the beginning
  std::string_view collection;
};
constexpr CollectionRow kCollections[] = {
    {"draft ", true, "drafts"},
    {"resolution", true, "resolutions"},
    {"decision", true, "resolutions"},
    {"presidential statement", true, "resolutions"},
    {"report", false, "reports"},
    {"note by ", true, "reports"},
    {"letter", true, "correspondence"},
    {"note verbale", true, "correspondence"},
    {"communication", true, "correspondence"},
    {"meeting record", true, "meetings"},
};

std::string_view collection_of(std::string_view kind) {
  for (const CollectionRow& row : kCollections) {
    const std::size_t at = kind.find(row.sign);
    if (at == 0 || (at != std::string_view::npos && !row.opens)) return row.collection;
  }
  return "other";
}

}  // namespace

std::string_view language_name(std::string_view code) {
  for (const Language& language : kLanguages)
    if (language.code == code) return language.name;
  return {};
}

std::string_view language_code(std::string_view name) {
  const std::string folded = fold(name);
  for (const Language& language : kLanguages)
    if (folded == language.code || folded == language.three || folded == fold(language.name))
      return language.code;
  return {};
}

std::vector<FieldValue> symbols_of(const Document& document) {
  // A submission is known by its number; what its sender calls it is another name.
  std::vector<FieldValue> values = masthead_values(document, MastheadItem::submission_number);
  for (const std::string& part : document.symbol.parts) add(values, plain(part));
  if (document.symbol.parts.empty()) {
    for (FieldValue& reference : masthead_values(document, MastheadItem::reference))
      add(values, std::move(reference));
    add(values, plain(document.name()));  // as it is shown: the reference without its subject
  }
  return values;
}

std::vector<FieldValue> titles_of(const Document& document) {
  return masthead_values(document, MastheadItem::title);
}

// The note verbale ODA/2023-00042 is dated 2022 and cites a document of 2023: it is found under
// both years, each with a question mark.
std::vector<FieldValue> years_of(const Document& document) {
  std::vector<FieldValue> values;
  for (const Value* date : document.masthead.all(MastheadItem::date)) {
    const bool doubtful = !date->flag.empty();
    for (const std::string& year : years_in(date->normal.substr(0, 4)))
      add(values, {.value = year, .label = {}, .doubtful = doubtful});
    if (!doubtful) continue;
    for (const std::string& year : years_in(date->printed))
      add(values, {.value = year, .label = {}, .doubtful = true});
    for (const std::string& year : years_in(date->flag))
      add(values, {.value = year, .label = {}, .doubtful = true});
    for (const std::string& year : years_in(document.masthead.normal(MastheadItem::reference)))
      add(values, {.value = year, .label = {}, .doubtful = true});
  }
  if (!values.empty()) return values;
  for (const Value* received : document.masthead.all(MastheadItem::received))
    add(values, plain(received->normal.substr(0, 4)));
  for (const std::string& part : document.symbol.parts)
    if (const auto year = describe_symbol(part).year) add(values, plain(std::to_string(*year)));
  return values;
}

std::vector<FieldValue> dates_of(const Document& document) {
  return masthead_values(document, MastheadItem::date);
}

std::vector<FieldValue> organs_of(const Document& document) {
  std::vector<FieldValue> values = masthead_values(document, MastheadItem::organ);
  // The masthead of a joint document often names one organ only.
  if (!values.empty() && document.symbol.parts.size() < 2) return values;
  for (const std::string& part : document.symbol.parts)
    add(values, plain(describe_symbol(part).organ));
  return values;
}

std::vector<FieldValue> bodies_of(const Document& document) {
  std::vector<FieldValue> values;
  for (const std::string& part : document.symbol.parts) {
    const SymbolDetails details = describe_symbol(part);
    add(values, {.value = details.body, .label = details.body_name, .doubtful = false});
  }
  return values;
}

std::optional<FieldValue> parent_body_of(const FieldValue& body) {
  std::string_view prefix = body.value;
  while (prefix.size() > 1 && prefix.ends_with('/')) {
    prefix = prefix.substr(0, prefix.rfind('/', prefix.size() - 2) + 1);
    if (const SymbolBody* parent = find_symbol_body(prefix))
      return FieldValue{
          .value = std::string(prefix), .label = std::string(parent->name), .doubtful = false};
  }
  return std::nullopt;
}

std::vector<FieldValue> kinds_of(const Document& document) {
  std::vector<FieldValue> values = masthead_values(document, MastheadItem::document_type);
  if (!values.empty()) return values;
  for (const std::string& part : document.symbol.parts)
    add(values, plain(describe_symbol(part).kind));
  return values;
}

std::vector<FieldValue> sessions_of(const Document& document) {
  std::vector<FieldValue> values = masthead_values(document, MastheadItem::session_number);
  for (FieldValue& year : masthead_values(document, MastheadItem::session_year)) {
    // A numbered session's year says no more; the other half of a joint document has a year alone.
    if (values.empty() || document.symbol.parts.size() > 1) add(values, std::move(year));
  }
  const auto printed = masthead_values(document, MastheadItem::session);
  if (values.size() == 1 && printed.size() == 1) values.front().label = printed.front().value;
  if (!values.empty()) return values;
  for (const std::string& part : document.symbol.parts)
    add(values, plain(describe_symbol(part).session));
  return values;
}

std::vector<FieldValue> agenda_titles_of(const Document& document) {
  return masthead_values(document, MastheadItem::agenda_item_title);
}

std::vector<FieldValue> agenda_items_of(const Document& document) {
  return masthead_values(document, MastheadItem::agenda_item);
}

std::vector<FieldValue> languages_of(const Document& document) {
  const std::string code = document.language();
  return {{.value = code, .label = std::string(language_name(code)), .doubtful = false}};
}

std::vector<FieldValue> series_of(const Document& document) {
  std::vector<FieldValue> values;
  for (const std::string& part : document.symbol.parts)
    add(values, plain(describe_symbol(part).series));
  return values;
}

std::vector<FieldValue> distributions_of(const Document& document) {
  return masthead_values(document, MastheadItem::distribution);
}

std::vector<FieldValue> authors_of(const Document& document) {
  return masthead_values(document, MastheadItem::author);
}

std::vector<FieldValue> formats_of(const Document& document) {
  std::vector<FieldValue> values;
  add(values, plain(document.provenance.format));
  return values;
}

std::vector<FieldValue> sources_of(const Document& document) {
  std::vector<FieldValue> values;
  add(values, plain(document.provenance.source));
  return values;
}

std::vector<FieldValue> subjects_of(const Document& document) {
  return masthead_values(document, MastheadItem::subject);
}

std::vector<FieldValue> statuses_of(const Document& document) {
  if (document.masthead.normal(MastheadItem::record) == "true") return {plain("record")};
  const bool abridged = document.masthead.normal(MastheadItem::abridged) == "true";
  return {plain(abridged ? "abridged" : "official")};
}

std::vector<FieldValue> collections_of(const Document& document) {
  const Masthead& masthead = document.masthead;
  if (masthead.find(MastheadItem::submission_number)) return {plain("submissions")};
  if (masthead.normal(MastheadItem::record) == "true") return {plain("records")};
  const std::vector<FieldValue> kinds = kinds_of(document);
  return {plain(std::string(collection_of(kinds.empty() ? "" : kinds.front().value)))};
}

std::vector<FieldValue> submitters_of(const Document& document) {
  std::vector<FieldValue> values;
  for (const Value* sender : document.masthead.all(MastheadItem::submitter)) {
    const Name* name = find_name(sender->normal);
    add(values, plain(name ? name->preferred : sender->printed));
  }
  return values;
}

// Its id is the value, and finds it too; people know it by its reference.
std::vector<FieldValue> calls_of(const Document& document) {
  std::vector<FieldValue> values;
  for (const Value* call : document.masthead.all(MastheadItem::call))
    add(values, {.value = call->printed.empty() ? call->normal : call->printed,
                 .label = call->printed == call->normal ? "" : call->normal,
                 .doubtful = false});
  return values;
}

}  // namespace undex
