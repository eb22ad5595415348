#include "indexer/structure/structure.h"

#include "indexer/structure/body_reader.h"
#include "indexer/structure/furniture.h"
#include "indexer/structure/joins.h"
#include "indexer/structure/masthead.h"
#include "indexer/structure/notes.h"
#include "indexer/structure/piece.h"

namespace undex {

Document read_structure(const ConvertedText& text, std::string_view source_name) {
  structure::Draft draft;
  draft.document.provenance.source = source_name;
  draft.document.provenance.format = text.format;
  draft.document.provenance.media_type = text.media_type;
  draft.document.notices = text.notices;
  draft.pieces = structure::make_pieces(text);
  structure::mark_furniture(draft);
  structure::join_lines(draft);
  structure::read_masthead(draft);
  structure::BodyReader(draft).read();
  structure::attach_notes(draft.document);
  structure::complete_masthead(draft);
  return std::move(draft.document);
}

}  // namespace undex
