#include "schemas/index_form.h"

#include <algorithm>
#include <charconv>

#include "undex/error.h"

namespace undex {
namespace {

/// Years and numbers keep their list this far from their own slot.
constexpr std::uint32_t kListOffset = 64;
constexpr char kCardForm = '1';
constexpr char kValueEnd = '\x1e';
constexpr char kLabelMark = '\x1f';

/// Length-prefixed strings, so that no byte of a text needs an escape.
void put(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

[[noreturn]] void damaged() {
  throw Error(ErrorKind::archive, "the index holds a record that cannot be read",
              "make the index anew with 'undex rebuild'");
}

std::size_t to_number(std::string_view digits) {
  std::size_t value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size()) damaged();
  return value;
}

/// Reads what put() wrote.
class Reader {
 public:
  explicit Reader(std::string_view data) : rest_(data) {
    if (rest_.empty() || rest_.front() != kCardForm) damaged();
    rest_.remove_prefix(1);
  }
  std::string text() {
    const std::size_t colon = rest_.substr(0, 20).find(':');
    if (colon == std::string_view::npos) damaged();
    const std::size_t length = to_number(rest_.substr(0, colon));
    rest_.remove_prefix(colon + 1);
    if (length > rest_.size()) damaged();
    std::string part(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return part;
  }
  std::size_t number() { return to_number(text()); }
  void finish() const {
    if (!rest_.empty()) damaged();
  }

 private:
  std::string_view rest_;
};

constexpr std::string DocumentCard::*kDocumentTexts[] = {
    &DocumentCard::key,      &DocumentCard::name,       &DocumentCard::title,
    &DocumentCard::type,     &DocumentCard::date,       &DocumentCard::date_flag,
    &DocumentCard::organ,    &DocumentCard::session,    &DocumentCard::date_printed,
    &DocumentCard::language, &DocumentCard::agenda_item};
constexpr std::string ParagraphCard::*kParagraphTexts[] = {
    &ParagraphCard::key, &ParagraphCard::locator, &ParagraphCard::kind, &ParagraphCard::label,
    &ParagraphCard::text};

/// Value bytes that would end a value are dropped: they are control characters, no text has them.
std::string plain(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char byte) { return byte == kValueEnd || byte == kLabelMark; });
  return out;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

}  // namespace

std::string write_card(const DocumentCard& card) {
  std::string out(1, kCardForm);
  for (const auto member : kDocumentTexts) put(out, card.*member);
  put(out, card.abridged ? "1" : "0");
  put(out, card.record ? "1" : "0");
  put(out, std::to_string(card.paragraphs));
  return out;
}

DocumentCard read_card(std::string_view data) {
  Reader reader(data);
  DocumentCard card;
  for (const auto member : kDocumentTexts) card.*member = reader.text();
  card.abridged = reader.number() != 0;
  card.record = reader.number() != 0;
  card.paragraphs = reader.number();
  reader.finish();
  return card;
}

std::string write_card(const ParagraphCard& card) {
  std::string out(1, kCardForm);
  for (const auto member : kParagraphTexts) put(out, card.*member);
  put(out, std::to_string(card.block));
  return out;
}

ParagraphCard read_paragraph_card(std::string_view data) {
  Reader reader(data);
  ParagraphCard card;
  for (const auto member : kParagraphTexts) card.*member = reader.text();
  card.block = static_cast<int>(reader.number());
  reader.finish();
  return card;
}

std::string write_values(const std::vector<FieldValue>& values) {
  std::string out;
  for (const FieldValue& value : values) {
    out += value.doubtful ? '?' : '=';
    out += plain(value.value);
    if (!value.label.empty()) out += kLabelMark + plain(value.label);
    out += kValueEnd;
  }
  return out;
}

std::vector<FieldValue> read_values(std::string_view slot) {
  std::vector<FieldValue> values;
  while (!slot.empty()) {
    const std::size_t end = slot.find(kValueEnd);
    if (end == std::string_view::npos || end == 0) damaged();
    const std::string_view one = slot.substr(1, end - 1);
    const std::size_t mark = one.find(kLabelMark);
    values.push_back({.value = std::string(one.substr(0, mark)),
                      .label = mark == std::string_view::npos ? std::string()
                                                              : std::string(one.substr(mark + 1)),
                      .doubtful = slot.front() == '?'});
    slot.remove_prefix(end + 1);
  }
  return values;
}

std::uint32_t facet_slot(const Field& field) {
  if (field.slot == kNoSlot) return kNoSlot;
  const bool sortable = field.kind == FieldKind::number || field.kind == FieldKind::year;
  return sortable ? field.slot + kListOffset : field.slot;
}

std::string natural_sort_key(std::string_view text) {
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      key += text[at++];
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    while (at + 1 < end && text[at] == '0') ++at;
    // The number of digits goes first, so that 9 comes before 58; "0" before it keeps numbers where
    // digits stand among the other characters.
    const std::size_t digits = std::min<std::size_t>(end - at, 25);
    key += '0';
    key += static_cast<char>('a' + digits);
    key += text.substr(at, end - at);
    at = end;
  }
  return key;
}

}  // namespace undex
