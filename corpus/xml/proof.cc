// That a document survives its XML.
#include <array>
#include <cstddef>

#include "corpus/xml.h"
#include "undex/error.h"

namespace undex {
namespace {

std::array<std::size_t, 7> count_of(const Marks& marks) {
  return {marks.references.size(), marks.figures.size(), marks.names.size(),
          marks.statuses.size(),   marks.dates.size(),   marks.quotes.size(),
          marks.definitions.size()};
}

/// Nothing got lost: U+FFFD for what XML cannot hold makes a text longer, never shorter.
bool holds_all_of(const Document& read, const Document& put) {
  bool all = read.blocks.size() == put.blocks.size() && read.tables.size() == put.tables.size() &&
             read.notices.size() == put.notices.size() &&
             read.masthead.entries.size() == put.masthead.entries.size() &&
             count_of(read.marks) == count_of(put.marks);
  for (std::size_t i = 0; all && i < put.blocks.size(); ++i)
    all = read.blocks[i].kind == put.blocks[i].kind &&
          read.blocks[i].text.size() >= put.blocks[i].text.size() &&
          read.blocks[i].label.size() >= put.blocks[i].label.size();
  return all;
}

}  // namespace

std::string proved_document_xml(const Document& document) {
  std::string xml = write_document_xml(document);
  const Document read = read_document_xml(xml, document.name());
  if (read == document || holds_all_of(read, document)) return xml;
  throw Error(ErrorKind::check, "its document cannot be kept without a loss",
              "this is a fault of undex: please report it with the source");
}

}  // namespace undex
