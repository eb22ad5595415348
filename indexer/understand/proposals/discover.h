#pragma once
// Discovery: names and acronyms that documents use and the authority files lack, each with where it
// stands and a row ready to review. Nothing is added to a table by itself.
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/authority.h"
#include "corpus/document.h"

namespace undex {

/// Where a name stands.
struct Place {
  std::string document;  ///< its name: symbol or reference
  Locator locator;
  std::string date;  ///< ISO date of the document, or empty
  bool operator==(const Place&) const = default;
};

struct Proposal {
  enum class Basis {
    definition,  ///< the document defines a short form for it
    quoted,      ///< "a workshop entitled ..."
    capitals,    ///< capitalised words with a head noun: "Staff Training Portal"
    apposition,  ///< "the Atlas system": capitals before a head noun in lower case
    bracketed,   ///< alone in brackets after what it does: "to find web pages (Web Finder)"
    token,       ///< written as names of systems are: "CandiWeb", "UN-I-QUE"
  };
  std::string name;                   ///< as most often printed
  std::vector<std::string> variants;  ///< short forms and other spellings
  Basis basis = Basis::capitals;
  std::string table;    ///< "bodies" or "initiatives"
  std::string kind;     ///< "office", "system", ...
  std::string id;       ///< free in the tables
  std::string perhaps;  ///< a known name of these initials: a variant is missing, not a row
  std::size_t paragraphs = 0;
  std::size_t documents = 0;
  Place first;
  Place last;
  double score = 0;
};
std::string_view name_of(Proposal::Basis basis);

/// Collects names over documents. Linear in their text. Not for several threads at once.
class Discovery {
 public:
  /// `known`: the names not to propose; their parts ("Office of Information") are not either.
  explicit Discovery(std::span<const Name> known);
  Discovery(Discovery&&) noexcept;
  ~Discovery();

  /// The document must have been understood: its definitions are read from its marks.
  void add(const Document& document);

  /// Best first. Only names that stand in at least `min_paragraphs` paragraphs; a name that the
  /// documents define or quote needs only one.
  std::vector<Proposal> proposals(std::size_t min_paragraphs) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// "A/58/568, para. 7": the place as a table's evidence column has it.
std::string evidence_of(const Place& place);
/// The row as corpus/data/<table>.tsv has it, without line end: evidence is the first mention, the
/// note says the spread.
std::string table_row(const Proposal& proposal);

}  // namespace undex
