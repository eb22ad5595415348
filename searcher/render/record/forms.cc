#include "searcher/render/record/forms.h"

#include <algorithm>

namespace undex {
namespace {

using namespace rendering;

constexpr RecordForm kForms[] = {
    {"un", "", "", "", record_un},
    {"un-full", "", "", "", record_un_full},
    {"bibtex", "", "\n", "", record_bibtex},
    {"ris", "", "\r\n", "", record_ris},
    {"csl-json", "[\n", ",\n", "\n]\n", record_csl_json},
};

}  // namespace

std::span<const RecordForm> record_forms() { return kForms; }

const RecordForm* find_record_form(std::string_view name) {
  const auto found = std::ranges::find(kForms, name, &RecordForm::name);
  return found == std::end(kForms) ? nullptr : &*found;
}

}  // namespace undex
