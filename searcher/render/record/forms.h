#pragma once
// The forms a record is written in: one table (forms.cc), a file each.
#include <span>
#include <string>
#include <string_view>

#include "searcher/render/record/record.h"

namespace undex {

struct RecordForm {
  std::string_view name;     ///< "bibtex"
  std::string_view begin;    ///< before the first record
  std::string_view between;  ///< two records
  std::string_view end;      ///< behind the last
  /// The language is that of the words around a place, "en", "fr" or "es". Error{usage} for what
  /// the form cannot say.
  std::string (*write)(const Record& record, std::string_view language);
  bool single = false;                ///< a file holds one record
  std::string (*header)() = nullptr;  ///< what stands before the first, where it is made
  /// Of the elements of XML where `begin` says it and the single record does not.
  std::string_view name_space{};
};

std::span<const RecordForm> record_forms();
/// nullptr if there is none of that name.
const RecordForm* find_record_form(std::string_view name);

/// One record of a form in XML as an element that stands alone, with its namespace: what protocols
/// carry.
std::string record_element(const RecordForm& form, const Record& record, std::string_view language);

namespace rendering {

/// "(E/2003/75, para. 18 (a))", "General Assembly resolution 57/295, para. 3": what stands in a
/// text. docs/export.md says which rule comes from where, and what is not proved.
std::string record_un(const Record& record, std::string_view language);
/// The same at the first mention: the description and its note, a resolution with its date.
std::string record_un_full(const Record& record, std::string_view language);
std::string record_bibtex(const Record& record, std::string_view language);
std::string record_ris(const Record& record, std::string_view language);
std::string record_csl_json(const Record& record, std::string_view language);
std::string record_marcxml(const Record& record, std::string_view language);
std::string record_iso2709(const Record& record, std::string_view language);
std::string record_mods(const Record& record, std::string_view language);
std::string record_dublin_core(const Record& record, std::string_view language);
/// The same elements within that of SRU's schema dc.
std::string record_srw_dc(const Record& record, std::string_view language);
std::string record_columns();  ///< the header of record_csv
std::string record_csv(const Record& record, std::string_view language);
std::string record_tsv(const Record& record, std::string_view language);
std::string record_jsonl(const Record& record, std::string_view language);
std::string record_text(const Record& record, std::string_view language);

}  // namespace rendering
}  // namespace undex
