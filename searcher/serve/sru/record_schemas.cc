#include "searcher/serve/sru/record_schemas.h"

#include <algorithm>
#include <iterator>

#include "corpus/xml.h"
#include "searcher/documents/records.h"
#include "searcher/render/record/forms.h"
#include "searcher/serve/sru/hit_record.h"

namespace undex::serve::sru {

Record record_of_hit(const Call& call, const Held& held, const ArchiveEntry& entry) {
  HeldDocument named{.entries = held.entries};
  std::erase_if(named.entries, [&](const ArchiveEntry& other) { return other.name != entry.name; });
  return record_of(named, document_of(call, held, entry));
}

namespace {

std::string marcxml(const Call& call, const Hit&, const Held& held, const ArchiveEntry& entry) {
  return record_element(*find_record_form("marcxml"), record_of_hit(call, held, entry),
                        entry.language);
}

std::string mods(const Call& call, const Hit&, const Held& held, const ArchiveEntry& entry) {
  return record_element(*find_record_form("mods"), record_of_hit(call, held, entry),
                        entry.language);
}

std::string oai_dc(const Call& call, const Hit&, const Held& held, const ArchiveEntry& entry) {
  return record_element(*find_record_form("dc"), record_of_hit(call, held, entry), entry.language);
}

std::string without_declaration(std::string text) {
  text.erase(0, text.find('\n') + 1);
  return text;
}

std::string dc(const Call& call, const Hit&, const Held& held, const ArchiveEntry& entry) {
  return without_declaration(
      rendering::record_srw_dc(record_of_hit(call, held, entry), entry.language));
}

std::string akn(const Call& call, const Hit&, const Held& held, const ArchiveEntry& entry) {
  return without_declaration(write_document_xml(document_of(call, held, entry)));
}

constexpr RecordSchema kSchemas[] = {
    {"marcxml", "info:srw/schema/1/marcxml-v1.1", "http://www.loc.gov/MARC21/slim",
     "MARC 21 in XML", marcxml},
    {"dc", "info:srw/schema/1/dc-v1.1", "info:srw/schema/1/dc-v", "Dublin Core", dc},
    {"oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/", "",
     "Dublin Core as OAI-PMH carries it", oai_dc},
    {"mods", "http://www.loc.gov/mods/v3", "info:srw/schema/1/mods-v3.", "MODS 3", mods},
    {"akn", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "", "The whole text in Akoma Ntoso",
     akn},
    {"undex", "urn:undex:hit:1", "", "What was found, with the paragraphs that answer", hit_record,
     3},
};

}  // namespace

std::span<const RecordSchema> record_schemas() { return kSchemas; }

const RecordSchema* find_record_schema(std::string_view name) {
  const auto* found = std::ranges::find_if(kSchemas, [&](const RecordSchema& schema) {
    return name == schema.name || name == schema.identifier ||
           (!schema.family.empty() && name.starts_with(schema.family));
  });
  return found == std::end(kSchemas) ? nullptr : found;
}

}  // namespace undex::serve::sru
