// RIS: lines of a tag of two characters and a value, ended by CR LF.
#include <algorithm>

#include "corpus/date.h"
#include "searcher/render/record/forms.h"

namespace undex::rendering {
namespace {

void add(std::string& lines, std::string_view tag, const std::string& value) {
  if (!value.empty()) lines.append(tag).append("  - ").append(value).append("\r\n");
}

// A name is "family, given": behind a comma nothing is given, so that no program looks for a given
// name among the words. Commas of the name itself would part it.
std::string name_of_body(std::string name) {
  std::erase(name, ',');
  return name + ",";
}

/// "2003/05/28/": year, month, day, and other words, each ended by a stroke.
void add_date(std::string& lines, const Record& record) {
  const std::optional<Date> date = parse_date(record.date);
  if (!date) return;
  add(lines, "PY", std::to_string(date->year));
  std::string text = date->iso();
  std::ranges::replace(text, '-', '/');
  text.append(static_cast<std::size_t>(3 - std::ranges::count(text, '/')), '/');
  add(lines, "DA", text);
}

}  // namespace

std::string record_ris(const Record& record, std::string_view) {
  std::string lines;
  add(lines, "TY", "RPRT");
  add(lines, "ID", record.key);
  for (const std::string& author : record.authors) add(lines, "AU", name_of_body(author));
  add(lines, "TI", title_or_name(record));
  add_date(lines, record);
  add(lines, "SN", record.name);
  add(lines, "M3", record.kind);
  add(lines, "PB", record.publisher);
  add(lines, "T2", record.series_note);
  add(lines, "LA", record.language);
  for (const std::string& subject : record.subjects) add(lines, "KW", subject);
  add(lines, "AB", record.summary);
  add(lines, "N1", note_of(record));
  add(lines, "UR", record.url);
  return lines + "ER  - \r\n";
}

}  // namespace undex::rendering
