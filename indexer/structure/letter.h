#pragma once
// What a letter or note verbale has instead of a masthead: reference, place, telephone, addressee,
// contact persons, deadline.
#include <string_view>

#include "corpus/document.h"

namespace undex::structure {

/// A line of a letterhead: "REFERENCE: ...", "... TEL.: ... | name@un.org". False if it is none.
bool read_letterhead(std::string_view line, Document& document);

/// Reads the text of a letter or note verbale; does nothing for other documents.
void read_letter(Document& document);

}  // namespace undex::structure
