#pragma once
// Marks: what understanding finds in a document, each with the words it stands in: citations,
// figures, names, dates, quotations, and what was refused. Plain values; corpus/xml keeps them.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/authority.h"
#include "corpus/figure.h"
#include "corpus/locator.h"
#include "undex/symbol.h"

namespace undex {

struct Document;

/// Words of a document: bytes begin..end of a block's text, of one cell of its table, or of a line
/// of the masthead.
struct MarkSpan {
  static constexpr int kTitle = -1;      ///< MastheadItem::title, the first, as text_of gives it
  static constexpr int kReference = -2;  ///< MastheadItem::reference, likewise

  int block = kTitle;
  int row = -1;  ///< of the block's table; -1 for running text
  int column = -1;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const MarkSpan&) const = default;
  auto operator<=>(const MarkSpan&) const = default;
  /// The same text, and at least one byte in common.
  bool overlaps(const MarkSpan& other) const;
};

/// The whole text the span lies in; empty when the document has no such place.
std::string_view text_of(const Document& document, const MarkSpan& span);
/// The words themselves, as printed.
std::string words_of(const Document& document, const MarkSpan& span);
/// What a drafter cites for the span: the block's locator; `masthead` for its lines; for a numbered
/// note the paragraph of its marker, and the note itself when no marker is found; the annex for its
/// table without a number.
Locator locator_of(const Document& document, const MarkSpan& span);

enum class ReferenceKind {
  explicit_,       ///< a symbol, or a resolution with its number
  anaphoric,       ///< "the same resolution", "this request"
  implicit,        ///< named without a number: "the Millennium Declaration"
  quotation,       ///< a quotation of what is cited
  internal,        ///< "paragraphs 15 and 16" of this document
  internal_vague,  ///< "the above-mentioned services"
  generic,         ///< "its resolutions on informatics": no document in particular
  url,
};
std::string_view name_of(ReferenceKind kind);  ///< "explicit", "internal-vague", ...

/// What the text says it does with what it cites; `cites` when it does not say.
enum class Relation { cites, mandated_by, recalls, takes_note, corrects, supersedes, agenda };
std::string_view name_of(Relation relation);  ///< "cites", "mandated by", "takes note of", ...

struct Reference {
  MarkSpan span;
  ReferenceKind kind = ReferenceKind::explicit_;
  Relation relation = Relation::cites;
  Symbol cited;  ///< empty: unresolved, generic, a URL; internal ones name this document
  std::vector<Locator> pinpoints;
  std::string reissue;  ///< as in SymbolMatch
  std::string dated;    ///< ISO date printed with it, or empty
  std::string target;   ///< of a URL: the address in full
  std::string rule;     ///< which rule found it: short and stable, for `explain`
  bool operator==(const Reference&) const = default;
  /// An anaphor whose antecedent is not certain.
  bool is_unresolved() const { return kind == ReferenceKind::anaphoric && cited.parts.empty(); }
};

struct FigureMark {
  MarkSpan span;
  Figure figure;
  std::string rule;
  bool operator==(const FigureMark&) const = default;
};

struct NameMark {
  MarkSpan span;
  std::string id;    ///< of the authority file; empty for a name that only this document defines
  std::string name;  ///< the preferred name
  Name::Kind kind = Name::Kind::body;
  std::string rule;  ///< "authority", "acronym", "short form", "description"
  bool operator==(const NameMark&) const = default;
};

/// Status of an initiative as the text states it.
enum class InitiativeStatus { planned, pilot, running, replaced, ended };
std::string_view name_of(InitiativeStatus status);
struct StatusMark {
  MarkSpan span;  ///< of the words that say so
  std::string id;
  InitiativeStatus status = InitiativeStatus::running;
  bool operator==(const StatusMark&) const = default;
};

struct DateMark {
  MarkSpan span;
  std::string iso;  ///< "2003-05-28", "2003-05", or a range "2003-06-30/2003-07-25"
  bool operator==(const DateMark&) const = default;
};

struct QuoteMark {
  MarkSpan span;       ///< without the quotation marks; a whole block for a block quotation
  int reference = -1;  ///< index in Marks::references of what is quoted; -1: not said
  bool operator==(const QuoteMark&) const = default;
};

/// "the Chief Executives Board (CEB)": holds in this document.
struct Definition {
  MarkSpan span;  ///< of the short form
  std::string short_form;
  std::string long_form;  ///< as printed
  std::string id;         ///< of the authority file, or empty
  bool operator==(const Definition&) const = default;
};

/// Each list is in the order of the text.
struct Marks {
  int rules = 0;  ///< number of the rules that made them; 0: the document was never understood
  std::vector<Reference> references;
  std::vector<FigureMark> figures;
  std::vector<NameMark> names;
  std::vector<StatusMark> statuses;
  std::vector<DateMark> dates;
  std::vector<QuoteMark> quotes;
  std::vector<Definition> definitions;
  bool operator==(const Marks&) const = default;
};

/// What looked like a mark and was refused; made only when asked for.
struct RefusedMark {
  MarkSpan span;
  std::string rule;
  std::string reason;  ///< in words
};

/// One line a mark: "18 (f) [120,123) figure 192 permanent missions exact ...": for tests and
/// goldens.
std::string dump_marks(const Document& document);

}  // namespace undex
