#pragma once
// Markers of notes that a converter left in the text: "Report of the Secretary-General**" names
// note **.
#include <string>
#include <vector>

#include "corpus/document.h"

namespace undex::structure {

/// Takes asterisks (and ^{*}) that follow a word out of the text and adds a reference where each
/// stood.
void notes_from_marks(std::string& text, std::vector<NoteReference>& notes);

/// For a document made: the same in every block, for markers of which the document has a note.
void attach_notes(Document& document);

}  // namespace undex::structure
