#pragma once
// The form of the wire: what each value is made of, in its order; the same row writes it and reads
// it. For wire.cc alone.
#include <concepts>
#include <string>
#include <type_traits>
#include <utility>

#include "searcher/federation/wire.h"

namespace undex::federation {

template <typename T, typename Known>
concept Is = std::same_as<std::remove_const_t<T>, Known>;

template <Is<Filter> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.field, one.values);
}
template <Is<Request> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.query, one.syntax, one.match, one.filters, one.facets, one.unit, one.group, one.limit,
       one.offset, one.cursor, one.passages, one.facet_values, one.facet_matching, one.facet_order,
       one.decades, one.language, one.explain, one.order);
}
template <Is<Span> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.begin, one.end);
}
template <Is<Passage> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.locator, one.pinpoint, one.text, one.matches, one.snippet, one.snippet_matches,
       one.paragraph);
}
template <Is<Version> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.key, one.name, one.title, one.date, one.language);  // a part knows no archives
}
template <Is<Hit> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.key, one.name, one.title, one.type, one.date, one.date_printed, one.date_flag, one.organ,
       one.session, one.agenda_item, one.language, one.abridged, one.record, one.weight,
       one.paragraphs, one.across, one.passages, one.others, one.others_count, one.archive);
}
template <Is<FacetCount> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.value, one.label, one.doubtful, one.documents, one.paragraphs, one.parent, one.selected,
       one.held);
}
template <Is<Facet> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.field, one.label, one.distinct, one.values, one.matching);
}
template <Is<Understood> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.text, one.variants);
}
template <Is<std::pair<std::string, std::size_t>> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.first, one.second);
}
template <Is<Offer> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.text, one.query, one.filters, one.documents, one.paragraphs);
}
template <Is<Explanation> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.concepts, one.headings, one.terms, one.documents, one.paragraphs);
}
template <Is<Result> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.query, one.understood, one.tree, one.documents, one.paragraphs, one.groups, one.unit,
       one.group, one.order, one.hits, one.next, one.facets, one.offers, one.explanation,
       one.notes);  // a part asks no archives of its own
}
template <Is<Status> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.documents, one.paragraphs, one.records, one.index_version, one.archive_revision,
       one.generation);
}
template <Is<ListedText> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.key, one.name, one.language, one.file, one.sha256, one.xml_sha256, one.revision,
       one.record);
}
template <Is<Symbol> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.parts);
}
template <Is<Locator> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.part, one.place, one.number, one.points);
}
template <Is<Reference> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.kind, one.relation, one.cited, one.pinpoints, one.reissue, one.dated, one.target,
       one.rule);  // its span is of a text that is not here
}
template <Is<CitingPlace> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.document, one.at, one.reference, one.as_printed);
}
template <Is<CitationPartner> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.name, one.held, one.title, one.date, one.date_flag, one.places);
}
template <Is<CitingText> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.key, one.language, one.abridged, one.partner);
}
template <Is<TermCounts> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.holders, one.occurrences);
}
template <Is<SideStatistics> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.size, one.words, one.terms);
}
template <Is<Statistics> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.documents, one.paragraphs, one.answers, one.expansions);
}
template <Is<Shared> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.statistics, one.least_evidence, one.elsewhere, one.after, one.groups);
}
template <Is<GroupMembers> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.count, one.first, one.sort_keys);
}
template <Is<PartAnswer> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.result, one.sort_keys, one.notes_on_nothing, one.hit_groups, one.groups, one.members);
}
template <Is<StatisticsQuestion> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.request, one.known, one.elsewhere);
}
template <Is<ToldStatistics> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.statistics, one.generation);
}
template <Is<EvidenceQuestion> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.request, one.all, one.elsewhere);
}
template <Is<PartQuestion> T, typename Take>
void parts(T& one, const Take& take) {
  take(one.request, one.shared);
}

}  // namespace undex::federation
