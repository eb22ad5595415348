#pragma once
// One line of a masthead: the items it holds. A table of readers, one a kind of line.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex::structure {

/// Cuts a line where converters glued or joined masthead words: "Economic and Social CouncilDistr.:
/// General", "Fifty-eighth session Agenda item 49 ...".
std::vector<std::string> split_masthead_line(std::string_view line);

struct MastheadLine {
  bool known = false;       ///< a reader took it
  bool opens_item = false;  ///< an agenda item without its title: the next line may be the title
  bool is_type = false;     ///< "Report of the Secretary-General"
  bool is_text = false;     ///< words to be searched, not only marks: session, item, type
  std::string rest;         ///< what follows on the same line: "12 November 2003"
};
/// Reads one line (collapsed, without note markers) into the masthead. An item that is there
/// already is not added twice.
MastheadLine read_masthead_line(std::string_view line, Document& document);
/// The same for running heads and the words after the ODS fields: symbol, organ, distribution,
/// language, job number; a date only `with_date`.
void read_mark_line(std::string_view line, bool with_date, Document& document);

/// "report of the Secretary-General" for a line that names the kind of document; "" else.
std::string document_type_of(std::string_view line);

/// Adds the value unless the item is there with the same normal form.
void add_once(Masthead& masthead, MastheadItem item, std::string printed, std::string normal);

/// A symbol alone on its line, of a series that undex knows or at least of its form.
bool read_symbol_line(std::string_view line, Symbol& symbol);

}  // namespace undex::structure
