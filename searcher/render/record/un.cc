// How texts of the United Nations cite: a document by its symbol in parentheses, a resolution or
// decision in words. docs/export.md names the source of every form.
#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/date.h"
#include "searcher/render/record/forms.h"
#include "undex/error.h"

namespace undex::rendering {
namespace {

/// Parts of a resolution as texts name them: "A and B" of "A-B", "A to D" of "A-D".
std::string parts_in_words(std::string_view parts) {
  if (parts.size() != 3 || parts[1] != '-') return std::string(parts);
  return std::string(1, parts[0]) + (parts[2] == parts[0] + 1 ? " and " : " to ") + parts[2];
}

/// "3411 A and B (XXX)" of "3411(XXX)[A-B]", "57/270 B" of "57/270B", "1723 (2006)" of
/// "1723(2006)".
std::string number_in_words(std::string_view number) {
  std::string_view parts;
  if (number.ends_with(']')) {
    const std::size_t mark = number.find('[');
    parts = number.substr(mark + 1, number.size() - mark - 2);
    number = number.substr(0, mark);
  } else {
    const std::size_t digit = number.find_last_of("0123456789)");
    if (digit != std::string_view::npos) parts = number.substr(digit + 1);
    number = number.substr(0, number.size() - parts.size());
  }
  const std::size_t session = std::min(number.find('('), number.size());
  std::string words(number.substr(0, session));
  if (!parts.empty()) words += " " + parts_in_words(parts);
  if (session < number.size()) words.append(" ").append(number.substr(session));
  return words;
}

/// "General Assembly resolution 57/295" of A/RES/57/295; empty for what texts cite by its symbol.
std::string resolution_in_words(const Symbol& symbol) {
  if (symbol.parts.size() != 1) return {};
  const std::string_view part = symbol.parts.front();
  const SymbolDetails details = describe_symbol(part);
  if (details.body_name.empty() || !details.modifiers.empty()) return {};
  for (const std::string_view kind : {"RES/", "DEC/"}) {
    const std::string series = details.body + std::string(kind);
    if (!part.starts_with(series) || part.size() == series.size()) continue;
    return details.body_name + (kind == "RES/" ? " resolution " : " decision ") +
           number_in_words(part.substr(series.size()));
  }
  return {};
}

std::string with_places(std::string text, const Record& record) {
  const std::string places = citation_of(record.places);
  return places.empty() ? text : text + ", " + places;
}

std::string note_of_symbol(const Record& record) {
  return "(" + with_places(record.name, record) + ")";
}

// No source for the words of other languages has been read, only that they write a) for (a).
void require_english(std::string_view language) {
  if (language == "en") return;
  throw Error(ErrorKind::usage,
              "how texts in language '" + std::string(language) + "' say this is not proved",
              "leave --lang out for the English form");
}

/// "20 December 2002": a day that is not in doubt.
std::string day_of(const Record& record) {
  const std::optional<Date> date = parse_date(record.date);
  return date && date->day > 0 && record.date_flag.empty() ? date->printed() : std::string();
}

}  // namespace

std::string record_un(const Record& record, std::string_view language) {
  const std::string resolution = resolution_in_words(record.symbol);
  if (!resolution.empty() || !record.places.empty()) require_english(language);
  return (resolution.empty() ? note_of_symbol(record) : with_places(resolution, record)) + "\n";
}

std::string record_un_full(const Record& record, std::string_view language) {
  require_english(language);
  std::string resolution = resolution_in_words(record.symbol);
  if (!resolution.empty()) {
    if (const std::string day = day_of(record); !day.empty()) resolution += " of " + day;
    return with_places(resolution, record) + "\n";
  }
  if (!record.series_note.empty())
    return with_places(record.series_note + " (" + record.name + ")", record) + "\n";
  if (record.title.empty() || !record.kind.starts_with("report"))
    return note_of_symbol(record) + "\n";
  return record.kind + " entitled “" + record.title + "” " + note_of_symbol(record) + "\n";
}

}  // namespace undex::rendering
