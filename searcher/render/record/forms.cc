#include "searcher/render/record/forms.h"

#include <algorithm>

namespace undex {
namespace {

using namespace rendering;

constexpr std::string_view kMarcXml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n";
constexpr std::string_view kMods =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<modsCollection xmlns=\"http://www.loc.gov/mods/v3\">\n";

constexpr RecordForm kForms[] = {
    {"un", "", "", "", record_un},
    {"un-full", "", "", "", record_un_full},
    {"bibtex", "", "\n", "", record_bibtex},
    {"ris", "", "\r\n", "", record_ris},
    {"csl-json", "[\n", ",\n", "\n]\n", record_csl_json},
    {"marcxml", kMarcXml, "", "</collection>\n", record_marcxml, false, nullptr,
     "http://www.loc.gov/MARC21/slim"},
    {"marc", "", "", "", record_iso2709},
    {"mods", kMods, "", "</modsCollection>\n", record_mods, false, nullptr,
     "http://www.loc.gov/mods/v3"},
    {"dc", "", "", "", record_dublin_core, true},
    {"akn", "", "", "", nullptr, true},
    {"csv", "", "", "", record_csv, false, record_columns},
    {"tsv", "", "", "", record_tsv},
    {"jsonl", "", "", "", record_jsonl},
    {"text", "", "\n", "", record_text},
};

}  // namespace

std::span<const RecordForm> record_forms() { return kForms; }

const RecordForm* find_record_form(std::string_view name) {
  const auto found = std::ranges::find(kForms, name, &RecordForm::name);
  return found == std::end(kForms) ? nullptr : &*found;
}

std::string record_element(const RecordForm& form, const Record& record,
                           std::string_view language) {
  std::string text = form.write(record, language);
  if (text.starts_with("<?xml")) text.erase(0, text.find('\n') + 1);
  if (!form.name_space.empty())
    text.insert(text.find_first_of(" >"), " xmlns=\"" + std::string(form.name_space) + '"');
  return text;
}

}  // namespace undex
