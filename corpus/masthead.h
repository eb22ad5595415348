#pragma once
// The masthead of a document, and the particulars of a letter or note verbale: named values, each
// with what the source prints, its normal form, and a flag where the source is in doubt.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

/// A value read from a source: what the source prints, its normal form, and a flag in words where
/// the source contradicts itself or is in doubt (empty: no doubt). printed is empty for a value
/// derived from others.
struct Value {
  std::string printed;
  std::string normal;
  std::string flag;
  bool operator==(const Value&) const = default;
};

/// The items of a masthead (and of the particulars of a letter or note verbale). One row each in
/// masthead_items(); normal forms: dates ISO 8601, date ranges "2003-06-30/2003-07-25", languages
/// ISO 639-1 unless said otherwise.
enum class MastheadItem {
  symbol,     ///< one row for each part of a joint symbol
  reference,  ///< of a paper that has no document symbol: "ODA/2023-00042/ICT-Mapping Exercise"
  organ,
  distribution,       ///< "General", "Limited", "Restricted"
  date,               ///< of the document; adoption date for a resolution
  original_language,  ///< in words: "English"
  language,           ///< of this text: "en"
  session,            ///< as words: "Fifty-eighth session", "Substantive session of 2003"
  session_number,     ///< "58"
  session_year,
  session_place,
  session_dates,
  agenda_item,      ///< "7 (d)"
  agenda_kind,      ///< "provisional agenda", "preliminary list"
  agenda_document,  ///< symbol: E/2003/1
  agenda_item_title,
  title,
  document_type,  ///< "report of the Secretary-General", "resolution", "note verbale", ...
  author,  ///< who issued it: "Secretary-General", "Office for Disarmament Affairs", States of a
           ///< draft
  addressee,
  committee,           ///< "First Committee"
  mandate,             ///< the citation that asked for it: "E/RES/2002/35", "A/RES/57/295, para. 4"
  job_number,          ///< "N0337527"
  job_number_printed,  ///< "03-37527"
  job_number_language,  ///< "E"
  production_date,
  bar_code,
  sales_number,
  place,
  telephone,
  email,
  contact,
  deadline,
  accepted_format,
  session_concerned,
  quoted_title,
  series_note,  ///< "Official Records ..., Supplement No. 3"
  page_count,
  abridged,           ///< "true": a record in our own words, not the official text
  record,             ///< "true": a catalogue record; no text is held
  subject,            ///< a subject heading of a catalogue record, one row each
  call,               ///< of a submission: the reference of the call it answers
  submitter,          ///< of a submission: who sent it; normal form: id in the authority file
  submission_number,  ///< of a submission: its number in the register, and its name
  received,           ///< of a submission: ISO 8601 time with zone
};

struct MastheadItemRow {
  MastheadItem item;
  std::string_view name;   ///< "agenda_item_title": in XML, JSON, exports
  std::string_view label;  ///< "Agenda item title": for people
};
const std::vector<MastheadItemRow>& masthead_items();
std::string_view name_of(MastheadItem item);
std::optional<MastheadItem> masthead_item(std::string_view name);

struct MastheadEntry {
  MastheadItem item;
  Value value;
  bool operator==(const MastheadEntry&) const = default;
};

struct Masthead {
  std::vector<MastheadEntry>
      entries;  ///< in order of reading; an item may come more than once (joint documents)

  /// The first value of the item, or nothing.
  const Value* find(MastheadItem item) const;
  /// Its normal form, or "".
  std::string normal(MastheadItem item) const;
  std::vector<const Value*> all(MastheadItem item) const;
  void add(MastheadItem item, Value value);
  bool operator==(const Masthead&) const = default;
};

}  // namespace undex
