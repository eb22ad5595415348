// A document as a citation, a catalogue record, or the list of what was found in it: what `undex
// export` prints, as a text in JSON.
#include <nlohmann/json.hpp>

#include "corpus/xml.h"
#include "schemas/version.h"
#include "searcher/answers/ask.h"
#include "searcher/documents/held_notices.h"
#include "searcher/documents/records.h"
#include "searcher/render/export.h"
#include "searcher/render/json_text.h"
#include "searcher/render/record/forms.h"

namespace undex::answers {
namespace {

std::string written(const RecordForm& form, const HeldDocument& held, const Document& document,
                    const std::string& language) {
  if (form.write == nullptr && !held.places.empty())
    throw Error(ErrorKind::usage, "as: '" + std::string(form.name) + "' writes whole documents",
                "leave the place out");
  const std::string text = form.write == nullptr ? write_document_xml(document)
                                                 : form.write(record_of(held, document), language);
  return (form.header ? form.header() : std::string(form.begin)) + text + std::string(form.end);
}

std::string findings(const Opened& opened, const std::vector<ArchiveEntry>& entries,
                     const std::string& what, const std::string& form) {
  std::string out = render_export_header(what, form);
  for (const ArchiveEntry& entry : entries) {
    Document document = opened.read(entry);
    if (what == "notices") add_notices_of_held(opened.archive, document);
    out += render_export(document, what, form);
  }
  return out;
}

}  // namespace

Answer ask_export(const Opened& opened, const Parameters& parameters) {
  const Target target = target_of(opened, parameters);
  if (target.entries.empty()) return not_held(opened, target.name);
  const std::string what = parameters.text("what");
  const std::string form = parameters.text("as");
  const std::string language = parameters.text("lang");
  std::string text;
  if (what != "record") {
    text = findings(opened, target.entries, what, form);
  } else {
    HeldDocument held = by_name(target.entries).front();
    held.places = places_of(parameters, target);
    const Document document = opened.read(text_in(held.entries, language));
    for (const Locator& place : held.places)
      if (text_at(document, place).empty())
        return {.json = {}, .nothing = document.name() + " has no " + place.citation()};
    text = written(*find_record_form(form), held, document, language);
  }
  return {rendering::json_text(nlohmann::ordered_json{{"format_version", kOutputVersion},
                                                      {"symbol", target.entries.front().name},
                                                      {"what", what},
                                                      {"as", form},
                                                      {"text", text}})};
}

}  // namespace undex::answers
