#pragma once
// Documents of two paragraphs for tests of the index, and what the engine holds of one.
#include <xapian.h>

#include <string>

#include "corpus/document.h"

namespace undex::test {

inline Block paragraph(const std::string& number, const std::string& text) {
  Block block;
  block.kind = BlockKind::paragraph;
  block.locator.place = Locator::Place::paragraph;
  block.locator.number = number;
  block.label = number + ".";
  block.text = text;
  return block;
}

inline Document sample(int number, const std::string& text) {
  Document document;
  document.symbol.parts = {"E/2003/" + std::to_string(number)};
  document.masthead.add(MastheadItem::title,
                        {"Report on informatics", "Report on informatics", ""});
  document.masthead.add(MastheadItem::language, {"", "en", ""});
  document.masthead.add(MastheadItem::date, {"28 May 2003", "2003-05-28", ""});
  document.blocks.push_back(paragraph("1", text));
  document.blocks.push_back(
      paragraph("2", "The Help Desk took " + std::to_string(number) + " calls."));
  document.provenance.source = "source-" + std::to_string(number);
  document.provenance.format = "text";
  return document;
}

inline std::string terms_of(const Xapian::Document& document) {
  std::string out;
  for (Xapian::TermIterator at = document.termlist_begin(); at != document.termlist_end(); ++at) {
    out += *at + "/" + std::to_string(at.get_wdf());
    for (auto place = at.positionlist_begin(); place != at.positionlist_end(); ++place)
      out += "," + std::to_string(*place);
    out += ' ';
  }
  for (auto at = document.values_begin(); at != document.values_end(); ++at)
    out += std::to_string(at.get_valueno()) + "=" + *at + ' ';
  return out + document.get_data();
}

}  // namespace undex::test
