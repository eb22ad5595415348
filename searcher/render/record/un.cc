// How texts of the United Nations cite: a document by its symbol in parentheses, a resolution or
// decision in words. docs/export.md names the source of every form.
#include "corpus/date.h"
#include "searcher/render/record/forms.h"
#include "searcher/render/record/wording.h"
#include "undex/error.h"

namespace undex::rendering {
namespace {

std::string with_places(std::string text, const Record& record) {
  const std::string places = citation_of(record.places);
  return places.empty() ? text : text + ", " + places;
}

std::string note_of_symbol(const Record& record) {
  return "(" + with_places(symbol_in_text(record.name), record) + ")";
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
    return with_places(record.series_note + " (" + symbol_in_text(record.name) + ")", record) +
           "\n";
  if (record.title.empty() || !record.kind.starts_with("report"))
    return note_of_symbol(record) + "\n";
  return record.kind + " entitled “" + record.title + "” " + note_of_symbol(record) + "\n";
}

}  // namespace undex::rendering
