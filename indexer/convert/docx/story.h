#pragma once
// One story of a Word document: its text, the notes, or a header or footer; read node by node.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/converted_text.h"
#include "indexer/convert/docx/baggage.h"
#include "indexer/convert/docx/context.h"
#include "indexer/convert/docx/properties.h"

namespace undex {

/// What was left out or accepted on the way.
struct DocxCounts {
  int inserted = 0;
  int deleted = 0;
  int moved = 0;
  int looks = 0;  ///< tracked changes of the look alone
  int hidden = 0;
  int comments = 0;
  int unread_chunks = 0;
  int unknown_symbols = 0;
  int numbers = 0;  ///< that the file leaves to Word

  void add(const TrackedChanges& changes) {
    inserted += changes.inserted ? 1 : 0;
    deleted += changes.deleted ? 1 : 0;
    moved += changes.moved_away ? 1 : 0;
    looks += changes.looked_otherwise ? 1 : 0;
  }
};

struct DocxStory {
  std::vector<ConvertedBlock> blocks;
  std::vector<Section> sections;
  DocxNotes notes;  ///< of a notes part
  DocxCounts counts;
  std::vector<DocxLink> links;                   ///< made by fields
  std::map<std::string, std::size_t> languages;  ///< bytes of text
  bool has_pages = false;                        ///< Word left marks where pages began
};

/// Takes the notes it refers to out of `context`. `flat`: tables are read as paragraphs (headers).
/// Throws Error{check} when the part is not well-formed.
DocxStory read_story(std::string_view xml, std::string_view part, DocxContext& context, bool flat);

}  // namespace undex
