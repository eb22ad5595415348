#pragma once
// What a document cites and who cites it, place by place. A document that is cited and not held has
// such a page too.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "searcher/render/render.h"

namespace undex {

/// Words that cite, where they stand.
struct CitingPlace {
  std::string document;  ///< the one that cites
  Locator at;
  Reference reference;
  std::string as_printed;
};

/// The other document of a citation, with every place that ties the two.
struct CitationPartner {
  std::string name;
  bool held = false;
  std::string title;
  std::string date;       ///< ISO 8601; empty when not known
  std::string date_flag;  ///< why the date is doubtful; empty if it is not
  std::vector<CitingPlace> places;
  std::string archive{};  ///< name of the one that holds it, where several were asked
};

struct CitationPage {
  std::string name;
  bool held = false;
  std::vector<Locator> only;              ///< places asked for; empty for the whole document
  std::vector<CitationPartner> cites;     ///< in the order of the text
  std::vector<CitationPartner> cited_by;  ///< by date
  std::vector<CitingPlace> unresolved;    ///< "that resolution" that could be one of two
  std::vector<CitingPlace> generic;       ///< "its resolutions on informatics"
  std::vector<CitingPlace> others;        ///< places of the document itself, addresses
  std::vector<Notice> notices;            ///< what the check of citations says of the document
  std::string archive{};                  ///< that holds the document, where several were asked
  std::vector<ArchiveAnswer> archives{};  ///< in the order of their list; of one archive none

  bool empty() const;
};

/// Adds what the document cites; with places, what they cite.
void add_cited(CitationPage& page, const Document& document);
/// Whether it names a place of its own document.
bool is_internal(const Reference& reference);
/// A document with the places of its references that are wanted.
CitationPartner citing_partner(const Document& citing,
                               const std::function<bool(const Reference&)>& wanted);
/// Adds it; with places, only citations that pin one of them, or a place in it. Documents are to be
/// added in any order, each once.
void add_citing(CitationPage& page, CitationPartner citing);
void add_citing(CitationPage& page, const Document& citing, const Symbol& cited);

/// text, json, tsv or csv; with `all` the text form lists places of the document itself and
/// addresses too. Error{version} for another format.
std::string render_citations(const CitationPage& page, std::string_view format,
                             const RenderOptions& options, bool all);

}  // namespace undex
