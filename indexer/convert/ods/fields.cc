#include "indexer/convert/ods/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/date.h"
#include "corpus/strings.h"
#include "indexer/convert/record.h"

namespace undex {
namespace {

using Item = MastheadItem;
using Fields = std::map<std::string, std::string, std::less<>>;

std::string_view value_of(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

/// "31/01/1984 12:00:00 AM": the two numbers before the year.
struct SlashDate {
  int first = 0;
  int second = 0;
  int year = 0;
};
std::optional<SlashDate> slash_date(std::string_view text) {
  const std::vector<std::string_view> parts = split(text.substr(0, text.find(' ')), '/');
  if (parts.size() != 3) return std::nullopt;
  std::array<int, 3> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const char* end = parts[i].data() + parts[i].size();
    const auto [stop, fault] = std::from_chars(parts[i].data(), end, numbers[i]);
    if (fault != std::errc() || stop != end) return std::nullopt;
  }
  return SlashDate{numbers[0], numbers[1], numbers[2]};
}

/// Whether any date of the record shows that the month stands first.
bool month_first(const Fields& fields) {
  for (const auto& [name, value] : fields) {
    if (name != "PubDate" && !name.starts_with("RelDate")) continue;
    const std::optional<SlashDate> date = slash_date(value);
    if (date && date->second > 12) return true;
  }
  return false;
}

void add_date(const Fields& fields, RecordBuilder& record) {
  const std::string_view printed = value_of(fields, "PubDate");
  const std::optional<SlashDate> read = slash_date(printed);
  if (!read) return;
  Date date{read->year, read->second, read->first};
  if (month_first(fields)) std::swap(date.month, date.day);
  if (const auto known = parse_date(date.iso())) record.add(Item::date, printed, known->iso());
}

constexpr std::array<std::pair<char, std::string_view>, 6> kLanguages{
    {{'E', "en"}, {'F', "fr"}, {'S', "es"}, {'A', "ar"}, {'C', "zh"}, {'R', "ru"}}};

/// Where there is a job number there is a text in the language.
void add_job_numbers(const Fields& fields, RecordBuilder& record) {
  for (const auto& [letter, language] : kLanguages) {
    const std::string_view number = value_of(fields, std::string("JN") + letter);
    if (number.empty()) continue;
    record.add(Item::language, std::string(1, letter), language);
    record.add(Item::job_number, number);
    record.add(Item::job_number_language, std::string(1, letter));
  }
}

/// The English title first, as the library's is.
void add_titles(const Fields& fields, RecordBuilder& record) {
  for (const std::string_view name :
       {"Title", "UnbisTitle", "TitleE", "TitleF", "TitleS", "TitleA", "TitleC", "TitleR"}) {
    const std::string_view title = value_of(fields, name);
    if (title.size() > 1) record.add_title(title);
  }
}

void add_distribution(const Fields& fields, RecordBuilder& record) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kWords{
      {{"GEN", "General"}, {"LTD", "Limited"}, {"RES", "Restricted"}}};
  const std::string_view code = value_of(fields, "Disp_Distribution");
  for (const auto& [known, word] : kWords)
    if (code == known) record.add(Item::distribution, code, word);
}

void add_symbols(const Fields& fields, RecordBuilder& record) {
  for (const std::string_view name : {"DS1", "DS2", "DS3"}) {
    const std::string_view symbol = value_of(fields, name);
    if (!symbol.empty()) record.add_symbol(symbol);
  }
}

void add_numbered(const Fields& fields, std::string_view stem, Item item, RecordBuilder& record) {
  for (const char number : {'1', '2', '3'})
    record.add(item, value_of(fields, std::string(stem) + number));
}

}  // namespace

ConvertedText document_of_ods(const Fields& fields) {
  RecordBuilder record;
  add_symbols(fields, record);
  add_titles(fields, record);
  add_date(fields, record);
  add_job_numbers(fields, record);
  add_distribution(fields, record);
  add_numbered(fields, "Session", Item::session_number, record);
  add_numbered(fields, "Agitem", Item::agenda_item, record);
  for (const std::string_view subject : split(value_of(fields, "Subject"), ','))
    record.add(Item::subject, subject);
  return record.take();
}

}  // namespace undex
