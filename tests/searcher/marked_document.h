#pragma once
// A document with a mark of every kind, in sentences of our own.
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace undex {

/// The span of `words` in the text of a block; the words must be there.
inline MarkSpan span_of(const Document& document, int block, std::string_view words) {
  const std::string& text = document.blocks.at(static_cast<std::size_t>(block)).text;
  const std::size_t begin = text.find(words);
  return {.block = block, .begin = begin, .end = begin + words.size()};
}

inline Document marked_document() {
  Document out;
  out.symbol = parse_symbol("A/58/568").value();
  out.masthead.add(MastheadItem::title, {"A plan", "A plan", ""});
  out.masthead.add(MastheadItem::date, {"12 November 2003", "2003-11-12", ""});
  Block block;
  block.kind = BlockKind::paragraph;
  block.locator = parse_locator("9").value();
  block.label = "9.";
  block.text =
      "Caf\u00e9 helpers under paragraphs 3 and 4 of resolution 57/295 kept 985 accounts in the "
      "Optical Disk System (ODS), now in its pilot phase, as of 1 May 2003.";
  out.blocks = {block};
  Reference reference;
  reference.span = span_of(out, 0, "resolution 57/295");
  reference.cited = parse_symbol("A/RES/57/295").value();
  reference.pinpoints = {parse_locator("3").value(), parse_locator("4").value()};
  reference.rule = "number in words";
  out.marks.references = {reference};
  FigureMark figure;
  figure.span = span_of(out, 0, "985");
  figure.figure.value = "985";
  figure.figure.unit = "accounts";
  figure.figure.measure = "accounts kept";
  figure.figure.period = {Period::Kind::date, "as of 1 May 2003", "2003-05-01"};
  figure.rule = "digits";
  out.marks.figures = {figure};
  out.marks.names = {{span_of(out, 0, "Optical Disk System"), "ods", "Official Document System",
                      Name::Kind::initiative, "authority"}};
  out.marks.statuses = {{span_of(out, 0, "pilot phase"), "ods", InitiativeStatus::pilot}};
  out.marks.dates = {{span_of(out, 0, "1 May 2003"), "2003-05-01"}};
  out.marks.definitions = {{span_of(out, 0, "ODS"), "ODS", "Optical Disk System", "ods"}};
  out.marks.quotes = {{span_of(out, 0, "now"), 0}};
  out.notices = {{Notice::Level::warning, "cites-beyond", parse_locator("9").value(),
                  "cites a paragraph that is not there"}};
  return out;
}

}  // namespace undex
