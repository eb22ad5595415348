#include "indexer/convert/record.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/text.h"
#include "undex/error.h"
#include "undex/symbol.h"

namespace undex {
namespace {

/// Catalogues keep titles and headings far shorter; what is longer is no record.
constexpr std::size_t kMostOfAValue = 100'000;

std::string clean(std::string_view text) {
  return collapse_spaces(normal_text(repair_utf8(text.substr(0, kMostOfAValue))));
}

void add_once(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end())
    list.push_back(std::move(value));
}

}  // namespace

RecordBuilder::RecordBuilder() { document_.masthead.add(MastheadItem::record, {"", "true", ""}); }

void RecordBuilder::add_symbol(std::string_view printed) {
  const std::string text = clean(printed);
  const bool has_stroke = text.find('/') != std::string::npos;
  const std::optional<Symbol> symbol = has_stroke ? parse_symbol(text) : std::nullopt;
  if (!symbol) return add(MastheadItem::reference, text);
  for (const std::string& part : symbol->parts) add_once(document_.symbol.parts, part);
}

void RecordBuilder::add(MastheadItem item, std::string_view printed, std::string_view normal) {
  Value value{clean(printed), clean(normal.empty() ? printed : normal), ""};
  if (value.normal.empty()) return;
  for (const Value* other : document_.masthead.all(item))
    if (other->normal == value.normal) return;
  document_.masthead.add(item, std::move(value));
}

void RecordBuilder::add_title(std::string_view title) {
  if (has(MastheadItem::title)) return add_words(title);
  add(MastheadItem::title, title);
}

void RecordBuilder::add_subject(std::string_view heading) {
  add(MastheadItem::subject, heading);
  add_once(subjects_, clean(heading));
}

void RecordBuilder::add_words(std::string_view words) { add_once(words_, clean(words)); }

void RecordBuilder::add_notice(Notice notice) { document_.notices.push_back(std::move(notice)); }

ConvertedText RecordBuilder::take() {
  std::string subjects;
  for (const std::string& heading : subjects_) subjects += (subjects.empty() ? "" : "; ") + heading;
  add_words(subjects);
  const bool named =
      !document_.symbol.parts.empty() || has(MastheadItem::title) || has(MastheadItem::reference);
  if (!named && words_.empty())
    throw Error(ErrorKind::check, "a catalogue record without symbol, title or words",
                "see that its fields are those of MARC 21 or of the Dag Hammarskjöld Library");
  for (std::string& words : words_) {
    Block block;
    block.locator.place = Locator::Place::unnumbered;
    block.locator.number = std::to_string(document_.blocks.size() + 1);
    block.text = std::move(words);
    document_.blocks.push_back(std::move(block));
  }
  ConvertedText text;
  text.stated = std::move(document_);
  *this = {};
  return text;
}

}  // namespace undex
