// CSL-JSON: what processors of citations read. Bodies are literal names.
#include <nlohmann/json.hpp>

#include "corpus/date.h"
#include "searcher/render/json_text.h"
#include "searcher/render/record/forms.h"

namespace undex::rendering {
namespace {

using Json = nlohmann::ordered_json;

void add(Json& item, const char* name, const std::string& value) {
  if (!value.empty()) item[name] = value;
}

Json date_parts(const Date& date) {
  Json parts = {date.year};
  if (date.month > 0) parts.push_back(date.month);
  if (date.day > 0) parts.push_back(date.day);
  return {{"date-parts", Json::array({parts})}};
}

}  // namespace

std::string record_csl_json(const Record& record, std::string_view) {
  Json item = {{"id", record.key}, {"type", "report"}, {"title", title_or_name(record)}};
  for (const std::string& author : record.authors) item["author"].push_back({{"literal", author}});
  add(item, "genre", record.kind);
  add(item, "number", record.name);
  add(item, "publisher", record.publisher);
  if (const std::optional<Date> date = parse_date(record.date)) item["issued"] = date_parts(*date);
  add(item, "collection-title", record.series_note);
  add(item, "language", record.language);
  add(item, "abstract", record.summary);
  add(item, "URL", record.url);
  add(item, "note", note_of(record));
  std::string text = json_text(item);
  text.pop_back();
  return text;
}

}  // namespace undex::rendering
