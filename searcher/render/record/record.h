#pragma once
// A document as catalogues and lists of references know it: what all the forms of `undex export
// --what record` are written from. A plain value, made once; all its strings are in one line, and
// what a terminal would obey is written out (printable() of corpus/text.h).
#include <string>
#include <vector>

#include "corpus/document.h"

namespace undex {

struct Record {
  std::string key;   ///< names it in lists of references: made from the name, one to one
  std::string name;  ///< the symbol as a catalogue displays it, or what else it is called
  Symbol symbol;     ///< empty when the paper has none
  std::string title;
  std::string kind;                    ///< "report of the Secretary-General"
  std::vector<std::string> authors;    ///< corporate: "United Nations. Secretary-General", "Norway"
  std::vector<std::string> organs;     ///< "Economic and Social Council"
  std::string date;                    ///< ISO 8601 as far as known
  std::string date_printed;            ///< as the document prints it
  std::string date_flag;               ///< why it is doubtful, or empty
  std::string language;                ///< of this text, ISO 639-1
  std::vector<std::string> languages;  ///< of all texts held, this one first
  std::string session;                 ///< "Fifty-eighth session"
  std::string session_number;          ///< "58", or the year: "2003"
  std::string agenda_item;             ///< "7 (d)"
  std::string agenda_title;
  std::string agenda_document;  ///< the symbol of the agenda
  std::string committee;
  std::string distribution;  ///< "General"
  std::string job_number;    ///< "N0337527"
  std::string job_number_language;
  std::string pages;
  std::string series_note;  ///< "Official Records ..., Supplement No. 3"
  std::string sales_number;
  std::string publisher;  ///< "United Nations", or empty for a paper that is none of its own
  std::vector<std::string> subjects;
  std::string summary;
  std::vector<std::string> mandates;  ///< citations that asked for it: "A/RES/57/295, para. 4"
  std::vector<std::string>
      related;                  ///< symbols: of the mandate, and of what it corrects or adds to
  std::string url;              ///< where the United Nations has it; empty without a symbol
  bool abridged = false;        ///< held as a record in our own words
  bool catalogued = false;      ///< a catalogue record: no text is held
  std::vector<Locator> places;  ///< that are cited; none: the document as a whole
};

/// All but the places, which are the caller's, and the languages of other texts.
Record record_of(const Document& document);

/// "Abridged record in the words of undex": what a reader must know of the text held; or empty.
std::string remark_of(const Record& record);
/// The places cited and the remark: "para. 18 (a). Held as ..."; or empty.
std::string note_of(const Record& record);
/// The title, else what kind of document it is, else its name: where a form must have one.
std::string title_or_name(const Record& record);

}  // namespace undex
