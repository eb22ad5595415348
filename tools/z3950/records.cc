#include "tools/z3950/records.h"

#include <yaz/oid_db.h>

#include <algorithm>

#include "corpus/text.h"
#include "searcher/render/record/forms.h"
#include "searcher/serve/sru/record_schemas.h"
#include "tools/z3950/refusal.h"

namespace undex::z3950 {
namespace {

/// Full and brief are the same record: it is short.
const RecordKind kKinds[] = {
    {yaz_oid_recsyn_usmarc, "F", "marc", ""},       {yaz_oid_recsyn_usmarc, "B", "marc", ""},
    {yaz_oid_recsyn_sutrs, "F", "text", ""},        {yaz_oid_recsyn_sutrs, "B", "text", ""},
    {yaz_oid_recsyn_xml, "F", "", "marcxml"},       {yaz_oid_recsyn_xml, "B", "", "marcxml"},
    {yaz_oid_recsyn_xml, "marcxml", "", "marcxml"}, {yaz_oid_recsyn_xml, "dc", "", "dc"},
    {yaz_oid_recsyn_xml, "oai_dc", "", "oai_dc"},   {yaz_oid_recsyn_xml, "mods", "", "mods"},
    {yaz_oid_recsyn_xml, "akn", "", "akn"},         {yaz_oid_recsyn_xml, "undex", "", "undex"},
};

std::string write(const RecordKind& kind, const serve::Call& call, const Hit& hit,
                  const serve::Held& held, const ArchiveEntry& entry) {
  if (kind.form.empty())
    return serve::sru::find_record_schema(kind.schema)->write(call, hit, held, entry);
  return find_record_form(kind.form)->write(serve::sru::record_of_hit(call, held, entry),
                                            entry.language);
}

}  // namespace

const RecordKind& kind_of(const Odr_oid* syntax, const char* elements) {
  if (syntax == nullptr) syntax = yaz_oid_recsyn_usmarc;
  const std::string_view named = elements == nullptr ? "F" : elements;
  bool offered = false;
  for (const RecordKind& kind : kKinds) {
    if (oid_oidcmp(kind.syntax, syntax) != 0) continue;
    if (kind.elements == named) return kind;
    offered = true;
  }
  if (offered)
    throw Refusal(YAZ_BIB1_SPECIFIED_ELEMENT_SET_NAME_NOT_VALID_FOR_SPECIFIED_, printable(named));
  char dotted[OID_STR_MAX];
  throw Refusal(YAZ_BIB1_RECORD_SYNTAX_UNSUPP, oid_oid_to_dotstring(syntax, dotted));
}

std::size_t passages_of(const RecordKind& kind) {
  return kind.form.empty() ? serve::sru::find_record_schema(kind.schema)->passages : 0;
}

std::string write_record(const RecordKind& kind, const serve::Call& call, const Hit& hit) {
  const serve::Held held = serve::held_of(call, hit);
  const auto entry = std::ranges::find(held.entries, hit.key, &ArchiveEntry::key);
  if (entry != held.entries.end()) return write(kind, call, hit, held, *entry);
  throw Refusal(YAZ_BIB1_SYSTEM_ERROR_IN_PRESENTING_RECORDS, hit.key);
}

}  // namespace undex::z3950
