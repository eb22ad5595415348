#include "searcher/render/address.h"
#include "searcher/render/record/record.h"

#include <algorithm>

#include "corpus/authority.h"
#include "corpus/text.h"
#include "corpus/work.h"
#include "schemas/field_readers.h"

namespace undex {
namespace {

using Item = MastheadItem;

std::string one_line(std::string_view text) { return printable(collapse_spaces(text)); }

std::string normal(const Document& document, Item item) {
  return one_line(document.masthead.normal(item));
}

std::vector<std::string> values_of(const std::vector<FieldValue>& fields) {
  std::vector<std::string> values;
  for (const FieldValue& field : fields) values.push_back(one_line(field.value));
  return values;
}

std::string first_of(const std::vector<FieldValue>& fields) {
  return fields.empty() ? std::string() : one_line(fields.front().value);
}

void add_new(std::vector<std::string>& values, const std::string& value) {
  if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
    values.push_back(value);
}

/// Whether the words are, as a whole, the name of an organ, office, body or role that the authority
/// file has: those are parts of the United Nations. A State is not, nor what nobody knows.
bool is_of_the_united_nations(const std::string& name) {
  for (const NameMatch& match : find_names(name)) {
    const Name::Kind kind = match.name->kind;
    if (match.begin == 0 && match.end == name.size() && kind != Name::Kind::state &&
        kind != Name::Kind::organization && kind != Name::Kind::initiative)
      return true;
  }
  return false;
}

/// As a heading: "United Nations. Secretary-General".
std::string corporate(const std::string& name) {
  if (name.starts_with("United Nations") || !is_of_the_united_nations(name)) return name;
  return "United Nations. " + name;
}

/// Who issued it, who sent it, else the organs whose document it is.
std::vector<std::string> authors_of_record(const Document& document,
                                           const std::vector<std::string>& organs) {
  std::vector<std::string> authors;
  for (const Item item : {Item::author, Item::submitter})
    for (const Value* value : document.masthead.all(item))
      add_new(authors, corporate(one_line(item == Item::submitter && !value->printed.empty()
                                              ? value->printed
                                              : value->normal)));
  if (!authors.empty()) return authors;
  for (const std::string& organ : organs) add_new(authors, corporate(organ));
  return authors;
}

/// The words of the summary without its heading, which may be the label of its first block; points
/// (a), (b) keep theirs.
std::string summary_of(const Document& document) {
  std::string summary;
  for (const Block& block : document.blocks) {
    const bool read = block.kind != BlockKind::heading && block.kind != BlockKind::furniture &&
                      block.kind != BlockKind::footnote;
    if (block.locator.part != "summary" || !read || block.text.empty()) continue;
    summary += summary.empty() ? "" : " ";
    if (block.label.find_first_of(".)") != std::string::npos) summary += block.label + " ";
    summary += block.text;
  }
  return one_line(summary);
}

std::vector<std::string> related_to(const Document& document,
                                    const std::vector<std::string>& mandates) {
  std::vector<std::string> related;
  for (const std::string& mandate : mandates)
    add_new(related, mandate.substr(0, mandate.find(',')));
  if (const auto relation = work_relation(document.symbol)) add_new(related, relation->to.text());
  return related;
}

void add_date(Record& record, const Document& document) {
  const Value* date = document.masthead.find(Item::date);
  if (date == nullptr) return;
  record.date = one_line(date->normal);
  record.date_printed = one_line(date->printed);
  record.date_flag = one_line(date->flag);
}

void add_agenda(Record& record, const Document& document) {
  record.session = normal(document, Item::session);
  record.session_number = first_of(sessions_of(document));
  record.agenda_item = normal(document, Item::agenda_item);
  record.agenda_title = normal(document, Item::agenda_item_title);
  record.agenda_document = normal(document, Item::agenda_document);
  record.committee = normal(document, Item::committee);
}

}  // namespace

Record record_of(const Document& document) {
  Record record;
  record.symbol = document.symbol;
  record.name = one_line(document.name());
  record.key = file_name_of(Symbol{{document.name()}});
  record.title = first_of(titles_of(document));
  record.kind = first_of(kinds_of(document));
  record.organs = values_of(organs_of(document));
  record.authors = authors_of_record(document, record.organs);
  add_date(record, document);
  record.language = document.language();
  record.languages = {record.language};
  add_agenda(record, document);
  record.distribution = normal(document, Item::distribution);
  record.job_number = normal(document, Item::job_number);
  record.job_number_language = normal(document, Item::job_number_language);
  record.pages = normal(document, Item::page_count);
  record.series_note = normal(document, Item::series_note);
  record.sales_number = normal(document, Item::sales_number);
  if (!document.symbol.parts.empty() ||
      (!record.authors.empty() && record.authors.front().starts_with("United Nations")))
    record.publisher = "United Nations";
  record.subjects = values_of(subjects_of(document));
  record.summary = summary_of(document);
  for (const Value* mandate : document.masthead.all(Item::mandate))
    add_new(record.mandates, one_line(mandate->normal));
  record.related = related_to(document, record.mandates);
  record.url = rendering::official_address(document.symbol);
  record.abridged = document.masthead.normal(Item::abridged) == "true";
  record.catalogued = document.masthead.normal(Item::record) == "true";
  return record;
}

std::string remark_of(const Record& record) {
  if (record.abridged) return "Held as an abridged record in the words of undex";
  if (record.catalogued) return "Held as a catalogue record, without its text";
  return {};
}

std::string note_of(const Record& record) {
  const std::string places = citation_of(record.places);
  const std::string remark = remark_of(record);
  return places.empty() || remark.empty() ? places + remark : places + ". " + remark;
}

std::string title_or_name(const Record& record) {
  if (!record.title.empty()) return record.title;
  return record.agenda_title.empty() ? record.name : record.agenda_title;
}

}  // namespace undex
