#include "indexer/structure/structure.h"

#include <map>

#include "indexer/structure/body_reader.h"
#include "indexer/structure/foot_notes.h"
#include "indexer/structure/furniture.h"
#include "indexer/structure/joins.h"
#include "indexer/structure/loose_notes.h"
#include "indexer/structure/masthead.h"
#include "indexer/structure/notes.h"
#include "indexer/structure/piece.h"
#include "indexer/structure/stated.h"

namespace undex {
namespace {

/// A text in disorder repeats itself: after so many notices of one kind only their number counts.
void limit_notices(std::vector<Notice>& notices) {
  static constexpr std::size_t kMostOfAKind = 50;
  std::map<std::string, std::size_t> seen;
  std::erase_if(notices, [&](const Notice& n) { return ++seen[n.code] > kMostOfAKind; });
  for (const auto& [code, count] : seen) {
    if (count <= kMostOfAKind) continue;
    notices.push_back({Notice::Level::info,
                       code,
                       {},
                       std::to_string(count - kMostOfAKind) + " more of this kind"});
  }
}

/// An abridged record leaves paragraphs out on purpose.
void forget_gaps_of_records(Document& document) {
  if (!document.masthead.find(MastheadItem::abridged)) return;
  std::erase_if(document.notices, [](const Notice& n) { return n.code == "paragraph-missing"; });
}

Document read_blocks(const ConvertedText& text) {
  structure::Draft draft;
  draft.document.notices = text.notices;
  draft.pieces = structure::make_pieces(text);
  structure::mark_furniture(draft);
  structure::read_foot_notes(draft);
  structure::read_loose_notes(draft);
  structure::join_lines(draft);
  structure::read_masthead(draft);
  structure::take_named(text.named, draft.document);
  structure::BodyReader(draft).read();
  structure::attach_notes(draft.document);
  structure::complete_masthead(draft);
  forget_gaps_of_records(draft.document);
  limit_notices(draft.document.notices);
  return std::move(draft.document);
}

}  // namespace

Document read_structure(const ConvertedText& text, std::string_view source_name) {
  Document document = text.stated ? structure::take_stated(text) : read_blocks(text);
  document.provenance = {.source = std::string(source_name),
                         .format = text.format,
                         .media_type = text.media_type,
                         .sha256 = {},
                         .added = {}};
  return document;
}

}  // namespace undex
