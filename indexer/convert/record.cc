#include "indexer/convert/record.h"

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

}  // namespace

void RecordBuilder::Distinct::add(std::string value) {
  if (!value.empty() && known.insert(value).second) list.push_back(std::move(value));
}

RecordBuilder::RecordBuilder() { document_.masthead.add(MastheadItem::record, {"", "true", ""}); }

void RecordBuilder::add_symbol(std::string_view printed) {
  const std::string text = clean(printed);
  const bool has_stroke = text.find('/') != std::string::npos;
  const std::optional<Symbol> symbol = has_stroke ? parse_symbol(text) : std::nullopt;
  if (!symbol) return add(MastheadItem::reference, text);
  for (const std::string& part : symbol->parts) symbols_.add(part);
}

void RecordBuilder::add(MastheadItem item, std::string_view printed, std::string_view normal) {
  Value value{clean(printed), clean(normal.empty() ? printed : normal), ""};
  if (value.normal.empty() || !known_.emplace(item, value.normal).second) return;
  document_.masthead.add(item, std::move(value));
}

void RecordBuilder::add_title(std::string_view title) {
  if (has(MastheadItem::title)) return add_words(title);
  add(MastheadItem::title, title);
}

void RecordBuilder::add_subject(std::string_view heading) {
  add(MastheadItem::subject, heading);
  subjects_.add(clean(heading));
}

void RecordBuilder::add_words(std::string_view words) { words_.add(clean(words)); }

void RecordBuilder::add_notice(Notice notice) { document_.notices.push_back(std::move(notice)); }

ConvertedText RecordBuilder::take() {
  std::string subjects;
  for (const std::string& heading : subjects_.list)
    subjects += (subjects.empty() ? "" : "; ") + heading;
  add_words(subjects);
  document_.symbol.parts = std::move(symbols_.list);
  const bool named =
      !document_.symbol.parts.empty() || has(MastheadItem::title) || has(MastheadItem::reference);
  if (!named && words_.list.empty())
    throw Error(ErrorKind::check, "a catalogue record without symbol, title or words",
                "see that its fields are those of MARC 21 or of the Dag Hammarskjöld Library");
  for (std::string& words : words_.list) {
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
