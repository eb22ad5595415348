#include "searcher/serve/oai/formats.h"

#include <algorithm>

#include "searcher/documents/records.h"
#include "searcher/render/record/forms.h"

namespace undex::serve::oai {
namespace {

constexpr MetadataFormat kFormats[] = {
    {"oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
     "http://www.openarchives.org/OAI/2.0/oai_dc/", "dc", true},
    {"marcxml", "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd",
     "http://www.loc.gov/MARC21/slim", "marcxml"},
    {"mods", "http://www.loc.gov/standards/mods/mods.xsd", "http://www.loc.gov/mods/v3", "mods"},
    {"akn",
     "http://docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/schemas/"
     "akomantoso30.xsd",
     "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "akn", true},
};

constexpr std::string_view kDeclaration = "<?xml";
constexpr std::string_view kLanguage = "en";

}  // namespace

std::span<const MetadataFormat> metadata_formats() { return kFormats; }

const MetadataFormat* find_metadata_format(std::string_view prefix) {
  const auto found = std::ranges::find(kFormats, prefix, &MetadataFormat::prefix);
  return found == std::end(kFormats) ? nullptr : &*found;
}

std::string metadata_of(const Archive& archive, const Item& item, const MetadataFormat& format) {
  const RecordForm& form = *find_record_form(format.form);
  const ArchiveEntry& entry = text_in(item.held, kLanguage);
  std::string xml = form.write == nullptr
                        ? archive.read_xml(entry)
                        : form.write(record_of({item.held}, archive.read(entry)), kLanguage);
  if (xml.starts_with(kDeclaration)) xml.erase(0, xml.find('\n') + 1);
  std::string attributes;
  if (!format.says_namespace) attributes = " xmlns=\"" + std::string(format.xml_namespace) + "\"";
  attributes += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" +
                std::string(format.xml_namespace) + " " + std::string(format.schema) + "\"";
  return xml.insert(xml.find_first_of(" >"), attributes);
}

}  // namespace undex::serve::oai
