// Results and documents as JSON and JSON lines. Facets are lists of objects, offsets say what they
// count. Broken UTF-8 becomes U+FFFD.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "schemas/version.h"
#include "searcher/render/archive_answers.h"
#include "searcher/render/json_text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/shown_marks.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;
using rendering::ShownMark;

Json with_version(Json body) {
  Json out = {{"format_version", kOutputVersion}};
  out.update(body);
  return out;
}

std::string whole(Json body) { return rendering::json_text(with_version(std::move(body))); }

Json spans_bytes(const std::vector<Span>& spans) {
  Json list = Json::array();
  for (const Span& span : spans) list.push_back({{"begin", span.begin}, {"end", span.end}});
  return list;
}

/// Code points before a byte; asked in rising order, so that a text is walked once.
class CharacterCount {
 public:
  explicit CharacterCount(std::string_view text) : text_(text) {}
  std::size_t before(std::size_t byte) {
    for (; at_ < byte && at_ < text_.size(); ++at_)
      if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) ++count_;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

Json spans_chars(std::string_view text, const std::vector<Span>& spans) {
  CharacterCount characters(text);
  Json list = Json::array();
  for (const Span& span : spans) {
    const std::size_t begin = characters.before(span.begin);
    list.push_back({{"begin", begin}, {"end", characters.before(span.end)}});
  }
  return list;
}

Json passage_json(const Hit& hit, const Passage& passage) {
  return {{"locator", passage.locator},
          {"pinpoint", passage.pinpoint},
          {"paragraph", passage.paragraph},
          {"place", place_name(hit.name, passage.locator)},
          {"text", passage.text},
          {"match_bytes", spans_bytes(passage.matches)},
          {"match_chars", spans_chars(passage.text, passage.matches)},
          {"snippet", passage.snippet},
          {"snippet_match_bytes", spans_bytes(passage.snippet_matches)},
          {"snippet_match_chars", spans_chars(passage.snippet, passage.snippet_matches)}};
}

Json document_part(const Hit& hit) {
  Json out = {{"key", hit.key},
              {"symbol", hit.name},
              {"title", hit.title},
              {"type", hit.type},
              {"date", hit.date},
              {"date_printed", hit.date_printed},
              {"date_flag", hit.date_flag},
              {"organ", hit.organ},
              {"session", hit.session},
              {"agenda_item", hit.agenda_item},
              {"language", hit.language},
              {"abridged", hit.abridged},
              {"record", hit.record}};
  if (!hit.archive.empty()) out["archive"] = hit.archive;
  return out;
}

void add_others(const Hit& hit, Json& out) {
  out["others_count"] = hit.others_count;
  out["others"] = Json::array();
  for (const Version& other : hit.others) {
    out["others"].push_back({{"key", other.key},
                             {"symbol", other.name},
                             {"title", other.title},
                             {"date", other.date},
                             {"language", other.language}});
    if (!other.archive.empty()) out["others"].back()["archive"] = other.archive;
  }
}

Json hit_json(const Hit& hit) {
  Json out = document_part(hit);
  out["weight"] = hit.weight;
  out["paragraphs"] = hit.paragraphs;
  out["across"] = hit.across;
  out["passages"] = Json::array();
  for (const Passage& passage : hit.passages) out["passages"].push_back(passage_json(hit, passage));
  add_others(hit, out);
  return out;
}

Json value_json(const FacetCount& count) {
  return {{"value", count.value},           {"label", count.label},
          {"doubtful", count.doubtful},     {"documents", count.documents},
          {"paragraphs", count.paragraphs}, {"parent", count.parent},
          {"selected", count.selected},     {"held", count.held}};
}

Json facet_body(const Facet& facet) {
  Json out = {{"field", facet.field},
              {"label", facet.label},
              {"distinct", facet.distinct},
              {"matching", facet.matching}};
  out["values"] = Json::array();
  for (const FacetCount& count : facet.values) out["values"].push_back(value_json(count));
  return out;
}

std::string_view name_of(Unit unit) { return unit == Unit::document ? "document" : "paragraph"; }

std::string_view name_of(Group group) {
  switch (group) {
    case Group::none:
      return "none";
    case Group::work:
      return "work";
    case Group::series:
      return "series";
  }
  return {};
}

std::string_view name_of(Order order) {
  switch (order) {
    case Order::relevance:
      return "relevance";
    case Order::newest:
      return "newest";
    case Order::oldest:
      return "oldest";
    case Order::symbol:
      return "symbol";
  }
  return {};
}

Json offer_json(const Offer& offer) {
  Json filters = Json::array();
  for (const Filter& filter : offer.filters)
    filters.push_back({{"field", filter.field}, {"values", filter.values}});
  return {{"text", offer.text},
          {"query", offer.query},
          {"filters", std::move(filters)},
          {"documents", offer.documents},
          {"paragraphs", offer.paragraphs}};
}

Json explanation_json(const Explanation& explanation) {
  return {{"concepts", explanation.concepts},
          {"headings", explanation.headings},
          {"terms", explanation.terms},
          {"documents", explanation.documents},
          {"paragraphs", explanation.paragraphs}};
}

Json understood_json(const Understood& one) {
  Json variants = Json::array();
  for (const auto& [wording, count] : one.variants)
    variants.push_back({{"wording", wording}, {"paragraphs", count}});
  return {{"text", one.text}, {"variants", variants}};
}

Json field_json(const FieldInfo& field) {
  return {{"name", field.name},   {"label", field.label},     {"kind", field.kind},
          {"facet", field.facet}, {"example", field.example}, {"help", field.help}};
}

Json status_body(const Status& status) {
  return {{"documents", status.documents},
          {"paragraphs", status.paragraphs},
          {"index_version", status.index_version},
          {"archive_revision", status.archive_revision},
          {"generation", status.generation}};
}

/// Code points before a byte, asked in any order: marks may lie in each other.
class CharacterTable {
 public:
  explicit CharacterTable(std::string_view text) : text_(text) {
    CharacterCount characters(text);
    for (std::size_t at = 0; at <= text.size(); at += kStep)
      counts_.push_back(characters.before(at));
  }
  std::size_t before(std::size_t byte) const {
    byte = std::min(byte, text_.size());
    const std::size_t step = byte / kStep;
    const std::string_view rest = text_.substr(step * kStep, byte - step * kStep);
    return counts_[step] + CharacterCount(rest).before(rest.size());
  }

 private:
  static constexpr std::size_t kStep = 256;
  std::string_view text_;
  std::vector<std::size_t> counts_;
};

Json mark_json(const Document& document, const ShownMark& mark, const CharacterTable& characters) {
  const std::size_t begin = characters.before(mark.span.begin);
  Json out = {{"kind", mark.kind},
              {"bytes", {{"begin", mark.span.begin}, {"end", mark.span.end}}},
              {"chars", {{"begin", begin}, {"end", characters.before(mark.span.end)}}},
              {"as_printed", words_of(document, mark.span)},
              {"says", mark.says}};
  if (mark.span.row >= 0) out["row"] = mark.span.row;
  if (mark.span.row >= 0) out["column"] = mark.span.column;
  return out;
}

Json block_json(const Document& document, const Block& block, const std::vector<ShownMark>& marks) {
  Json out = {{"locator", block.locator.text()},
              {"pinpoint", block.locator.citation()},
              {"kind", name_of(block.kind)},
              {"label", block.label},
              {"text", block.text}};
  if (block.page > 0) out["page"] = block.page;
  if (block.table >= 0 && static_cast<std::size_t>(block.table) < document.tables.size()) {
    const Table& table = document.tables[static_cast<std::size_t>(block.table)];
    out["table"] = {
        {"label", table.label}, {"title", table.title}, {"header_rows", table.header_rows},
        {"rows", table.rows},   {"check", table.check}, {"rebuilt", table.rebuilt}};
  }
  out["marks"] = Json::array();
  const MarkSpan* of = nullptr;
  std::optional<CharacterTable> characters;
  for (const ShownMark& mark : marks) {
    if (of == nullptr || of->row != mark.span.row || of->column != mark.span.column)
      characters.emplace(text_of(document, mark.span));
    of = &mark.span;
    out["marks"].push_back(mark_json(document, mark, *characters));
  }
  return out;
}

Json masthead_json(const MastheadEntry& entry) {
  return {{"field", name_of(entry.item)},
          {"value", entry.value.normal},
          {"printed", entry.value.printed},
          {"flag", entry.value.flag}};
}

}  // namespace

namespace rendering {

std::string result_json(const Result& result, const RenderOptions&) {
  Json out = {{"query", result.query},
              {"tree", result.tree},
              {"understood", Json::array()},
              {"documents", result.documents},
              {"paragraphs", result.paragraphs},
              {"groups", result.groups},
              {"unit", name_of(result.unit)},
              {"group", name_of(result.group)},
              {"order", name_of(result.order)},
              {"notes", result.notes},
              {"offers", Json::array()},
              {"hits", Json::array()},
              {"next", result.next},
              {"facets", Json::array()}};
  for (const Understood& one : result.understood) out["understood"].push_back(understood_json(one));
  for (const Offer& offer : result.offers) out["offers"].push_back(offer_json(offer));
  for (const Hit& hit : result.hits) out["hits"].push_back(hit_json(hit));
  for (const Facet& facet : result.facets) out["facets"].push_back(facet_body(facet));
  rendering::add_archives(result.archives, out);
  if (!result.explanation.documents.empty())
    out["explanation"] = explanation_json(result.explanation);
  return whole(std::move(out));
}

/// One line a passage, or a document that has none to show. Each says how to go on behind the last.
std::string result_jsonl(const Result& result, const RenderOptions&) {
  std::string out;
  for (const Hit& hit : result.hits) {
    Json document = with_version(document_part(hit));
    add_others(hit, document);
    document["next"] = result.next;
    if (hit.passages.empty()) out += rendering::json_line(document);
    for (const Passage& passage : hit.passages) {
      Json line = document;
      line.update(passage_json(hit, passage));
      out += rendering::json_line(line);
    }
  }
  return out;
}

std::string facet_json(const Facet& facet, const RenderOptions&) {
  return whole(facet_body(facet));
}

std::string facet_json(const Result& result) {
  Json out = facet_body(result.facets.front());
  rendering::add_archives(result.archives, out);
  return whole(std::move(out));
}

std::string facet_jsonl(const Facet& facet, const RenderOptions&) {
  std::string out;
  for (const FacetCount& count : facet.values) {
    Json line = with_version({{"field", facet.field}});
    line.update(value_json(count));
    out += rendering::json_line(line);
  }
  return out;
}

std::string fields_json(const std::vector<FieldInfo>& fields, const RenderOptions&) {
  Json list = Json::array();
  for (const FieldInfo& field : fields) list.push_back(field_json(field));
  return whole({{"fields", list}});
}

std::string fields_jsonl(const std::vector<FieldInfo>& fields, const RenderOptions&) {
  std::string out;
  for (const FieldInfo& field : fields)
    out += rendering::json_line(with_version(field_json(field)));
  return out;
}

std::string status_json(const Status& status, const RenderOptions&) {
  return whole(status_body(status));
}

std::string status_jsonl(const Status& status, const RenderOptions&) {
  return rendering::json_line(with_version(status_body(status)));
}

Json related_json(const std::vector<RelatedDocument>& related) {
  Json rows = Json::array();
  for (const RelatedDocument& one : related)
    rows.push_back({{"relation", one.relation}, {"name", one.name}, {"held", one.held}});
  return rows;
}

std::string document_json(const Document& document, const std::vector<Locator>& only,
                          const RenderOptions& options) {
  const auto wanted = [&](const Locator& locator) {
    return only.empty() || std::any_of(only.begin(), only.end(), [&](const Locator& place) {
             return place.contains(locator);
           });
  };
  Json out = {{"symbol", document.name()}, {"language", document.language()},
              {"masthead", Json::array()}, {"related", Json::array()},
              {"blocks", Json::array()},   {"notices", Json::array()}};
  for (const MastheadEntry& entry : document.masthead.entries)
    out["masthead"].push_back(masthead_json(entry));
  out["related"] = related_json(options.related);
  const std::vector<ShownMark> marks = shown_marks(document);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != BlockKind::furniture && wanted(block.locator))
      out["blocks"].push_back(
          block_json(document, block, marks_of_block(marks, static_cast<int>(i))));
  }
  if (!only.empty() && out["blocks"].empty()) return {};
  for (const Notice& notice : document.notices)
    out["notices"].push_back(
        {{"level", notice.level == Notice::Level::warning ? "warning" : "info"},
         {"code", notice.code},
         {"locator", notice.locator.text()},
         {"text", notice.text}});
  return whole(std::move(out));
}

}  // namespace rendering

}  // namespace undex
