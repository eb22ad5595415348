#include "corpus/masthead.h"

#include <utility>

namespace undex {

const std::vector<MastheadItemRow>& masthead_items() {
  using I = MastheadItem;
  static const std::vector<MastheadItemRow> rows = {
      {I::symbol, "symbol", "Symbol"},
      {I::reference, "reference", "Reference"},
      {I::organ, "organ", "Organ"},
      {I::distribution, "distribution", "Distribution"},
      {I::date, "date", "Date"},
      {I::original_language, "original_language", "Original language"},
      {I::language, "language", "Language"},
      {I::session, "session", "Session"},
      {I::session_number, "session_number", "Session number"},
      {I::session_year, "session_year", "Session year"},
      {I::session_place, "session_place", "Place of the session"},
      {I::session_dates, "session_dates", "Dates of the session"},
      {I::agenda_item, "agenda_item", "Agenda item"},
      {I::agenda_kind, "agenda_kind", "Kind of agenda"},
      {I::agenda_document, "agenda_document", "Agenda document"},
      {I::agenda_item_title, "agenda_item_title", "Agenda item title"},
      {I::title, "title", "Title"},
      {I::document_type, "document_type", "Kind of document"},
      {I::author, "author", "Author"},
      {I::addressee, "addressee", "Addressee"},
      {I::committee, "committee", "Committee"},
      {I::mandate, "mandate", "Mandate"},
      {I::job_number, "job_number", "Job number"},
      {I::job_number_printed, "job_number_printed", "Job number as printed"},
      {I::job_number_language, "job_number_language", "Language letter of the job number"},
      {I::production_date, "production_date", "Production date"},
      {I::bar_code, "bar_code", "Bar code"},
      {I::sales_number, "sales_number", "Sales number"},
      {I::place, "place", "Place"},
      {I::telephone, "telephone", "Telephone"},
      {I::email, "email", "E-mail"},
      {I::contact, "contact", "Contact"},
      {I::deadline, "deadline", "Deadline"},
      {I::accepted_format, "accepted_format", "Accepted format"},
      {I::session_concerned, "session_concerned", "Session concerned"},
      {I::quoted_title, "quoted_title", "Title quoted"},
      {I::series_note, "series_note", "Series"},
      {I::page_count, "page_count", "Pages"},
      {I::abridged, "abridged", "Abridged"},
      {I::record, "record", "Catalogue record"},
      {I::subject, "subject", "Subject"},
      {I::call, "call", "Call"},
      {I::submitter, "submitter", "Submitted by"},
      {I::submission_number, "submission_number", "Number in the register"},
      {I::received, "received", "Received"},
  };
  return rows;
}

std::string_view name_of(MastheadItem item) {
  const MastheadItemRow& row = masthead_items()[static_cast<std::size_t>(item)];
  return row.name;
}

std::optional<MastheadItem> masthead_item(std::string_view name) {
  for (const MastheadItemRow& row : masthead_items())
    if (row.name == name) return row.item;
  return std::nullopt;
}

const Value* Masthead::find(MastheadItem item) const {
  for (const MastheadEntry& entry : entries)
    if (entry.item == item) return &entry.value;
  return nullptr;
}

std::string Masthead::normal(MastheadItem item) const {
  const Value* value = find(item);
  return value ? value->normal : std::string();
}

std::vector<const Value*> Masthead::all(MastheadItem item) const {
  std::vector<const Value*> found;
  for (const MastheadEntry& entry : entries)
    if (entry.item == item) found.push_back(&entry.value);
  return found;
}

void Masthead::add(MastheadItem item, Value value) { entries.push_back({item, std::move(value)}); }

}  // namespace undex
