#include "indexer/convert/marc/fields.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/ascii.h"
#include "corpus/date.h"
#include "corpus/text.h"
#include "indexer/convert/record.h"
#include "indexer/convert/xml/language_codes.h"

namespace undex {
namespace {

using Item = MastheadItem;

/// The subfields of these codes in their order, parted by blanks.
std::string joined(const MarcField& field, std::string_view codes) {
  std::string text;
  for (const auto& [code, value] : field.subfields) {
    if (codes.find(code) == std::string_view::npos || value.empty()) continue;
    text += (text.empty() ? "" : " ") + value;
  }
  return text;
}

/// Without the marks that lead to the next subfield: " :", " /", ",", "."; "Kodwo." keeps none.
std::string without_end_marks(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" :;/,.");
  return std::string(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
}

/// How the rest of a title begins that says what the document is.
constexpr std::array<std::string_view, 14> kTypeWords{
    "report of ",       "note by ",       "note verbale",      "letter dated ", "letter from ",
    "resolution",       "decision",       "statement by",      "annual report", "working paper",
    "draft resolution", "summary record", "identical letters", "memorandum"};

void add_title(const MarcField& field, RecordBuilder& record) {
  const std::string rest = without_end_marks(joined(field, "b"));
  const std::string folded = fold(rest);
  const bool is_type =
      std::any_of(kTypeWords.begin(), kTypeWords.end(),
                  [&](std::string_view words) { return folded.starts_with(words); });
  std::string title = without_end_marks(joined(field, "anp"));
  if (!rest.empty() && !is_type) title += (title.empty() ? "" : " : ") + rest;
  record.add_title(title);
  if (is_type) record.add(Item::document_type, rest);
}

void add_symbols(const MarcField& field, RecordBuilder& record) {
  for (const auto& [code, value] : field.subfields)
    if (code == 'a') record.add_symbol(value);
}

/// "20030528", "2003-05", "28 May 2003", "c1979."
void add_date(const MarcField& field, RecordBuilder& record) {
  if (record.has(Item::date)) return;
  const std::string printed = joined(field, field.tag == "260" ? "c" : "a");
  std::string text = without_end_marks(printed);
  const bool digits = std::all_of(text.begin(), text.end(), is_digit);
  if (digits && text.size() == 8) text.insert(6, "-");
  if (digits && text.size() >= 6) text.insert(4, "-");
  if (text.starts_with('c')) text.erase(0, 1);
  if (const std::optional<Date> date = parse_date(text))
    record.add(Item::date, printed, date->iso());
}

/// "UN. Secretary-General" is the Secretary-General.
void add_author(const MarcField& field, RecordBuilder& record) {
  const std::string printed = joined(field, "ab");
  std::string name = without_end_marks(printed);
  if (name.starts_with("UN. ")) name.erase(0, 4);
  record.add(Item::author, printed, name);
}

/// "JN", "N0337527 E".
void add_job_number(const MarcField& field, RecordBuilder& record) {
  const std::string printed = joined(field, "b");
  std::string number = printed;
  if (number.size() > 2 && is_upper(number.back()) && number[number.size() - 2] == ' ') {
    record.add(Item::job_number_language, printed, number.substr(number.size() - 1));
    number.resize(number.size() - 2);
  }
  if (joined(field, "a") == "JN") record.add(Item::job_number, printed, number);
}

/// "eng", or several run together: "arachieng".
void add_languages(const MarcField& field, RecordBuilder& record) {
  for (const auto& [code, value] : field.subfields) {
    if (code != 'a') continue;
    for (std::size_t at = 0; at + 3 <= value.size(); at += 3)
      record.add(Item::language, value, two_letter_language(value.substr(at, 3)));
  }
}

void add_distribution(const MarcField& field, RecordBuilder& record) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kWords{
      {{"GEN", "General"}, {"LTD", "Limited"}, {"RES", "Restricted"}}};
  const std::string printed = joined(field, "a");
  for (const auto& [code, word] : kWords)
    if (printed == code) record.add(Item::distribution, printed, word);
}

/// "vii, 223 p." has 223.
void add_pages(const MarcField& field, RecordBuilder& record) {
  const std::string printed = joined(field, "a");
  const std::size_t mark = printed.find(" p");
  if (mark == std::string::npos || mark == 0) return;
  std::size_t begin = mark;
  while (begin > 0 && is_digit(printed[begin - 1])) --begin;
  if (begin < mark) record.add(Item::page_count, printed, printed.substr(begin, mark - begin));
}

void add_agenda(const MarcField& field, RecordBuilder& record) {
  record.add(Item::agenda_document, joined(field, "a"));
  record.add(Item::agenda_item, joined(field, "b"));
  record.add(Item::agenda_item_title, without_end_marks(joined(field, "c")));
}

/// Codes of content: B16 is a report, and with B15 one of the Secretary-General.
void add_content(const MarcField& field, RecordBuilder& record) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTypes{
      {{"B01", "resolution"},
       {"B03", "meeting record"},
       {"B04", "annual report"},
       {"B12", "administrative issuance"}}};
  const std::string code = joined(field, "b");
  for (const auto& [known, type] : kTypes)
    if (code == known && !record.has(Item::document_type))
      record.add(Item::document_type, code, type);
}

/// What the library calls it, where the title does not say.
void add_resource_type(const MarcField& field, RecordBuilder& record) {
  if (record.has(Item::document_type)) return;
  for (const std::string_view code : {"c", "b"}) {
    const std::string type = joined(field, code);
    if (!type.empty()) return record.add(Item::document_type, type);
  }
}

void add_subject(const MarcField& field, RecordBuilder& record) {
  record.add_subject(without_end_marks(joined(field, "axyz")));
}
void add_words(const MarcField& field, RecordBuilder& record) {
  record.add_words(joined(field, "ab"));
}
void add_series(const MarcField& field, RecordBuilder& record) {
  record.add(Item::series_note, without_end_marks(joined(field, "av")));
}
void add_place(const MarcField& field, RecordBuilder& record) {
  record.add(Item::place, without_end_marks(joined(field, "a")));
}
void add_sales_number(const MarcField& field, RecordBuilder& record) {
  record.add(Item::sales_number, joined(field, "a"));
}

struct Row {
  std::string_view tag;
  void (*add)(const MarcField& field, RecordBuilder& record);
};
// In the order in which they speak: the first title, date and type is that of the document.
constexpr Row kRows[] = {
    {"191", add_symbols},      {"245", add_title},      {"520", add_words},
    {"269", add_date},         {"992", add_date},       {"260", add_date},
    {"260", add_place},        {"041", add_languages},  {"110", add_author},
    {"710", add_author},       {"100", add_author},     {"700", add_author},
    {"091", add_distribution}, {"089", add_content},    {"989", add_resource_type},
    {"991", add_agenda},       {"029", add_job_number}, {"079", add_sales_number},
    {"300", add_pages},        {"490", add_series},     {"495", add_series},
    {"239", add_words},        {"246", add_words},      {"249", add_words},
    {"500", add_words},        {"505", add_words},      {"515", add_words},
    {"546", add_words},        {"993", add_words},      {"600", add_subject},
    {"610", add_subject},      {"611", add_subject},    {"630", add_subject},
    {"650", add_subject},      {"651", add_subject},
};

}  // namespace

ConvertedText document_of_marc(const MarcRecord& record) {
  RecordBuilder builder;
  for (const Row& row : kRows)
    for (const MarcField& field : record.fields)
      if (field.tag == row.tag) row.add(field, builder);
  for (const Notice& notice : record.notices) builder.add_notice(notice);
  return builder.take();
}

}  // namespace undex
