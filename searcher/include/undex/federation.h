#pragma once
// Several archives asked as one: local folders, and what other machines serve. The answer is that
// of one archive which holds everything: the same weights, counts and facets, a work held twice
// shown once. An archive that does not answer in time is left out, and the answer says so.
// Standard types only, as in undex/search.h. Thread-safe.
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "undex/citations.h"
#include "undex/error.h"
#include "undex/export.h"
#include "undex/search.h"

namespace undex {

namespace federation {
struct Archives;
class ListedShelves;
}  // namespace federation

struct ListedArchive {
  std::string name;   ///< in answers: "geneva"; [a-z0-9-], at most 32 bytes
  std::string place;  ///< a folder, or "http://host:8080/undex" of `undex serve --node`
};

/// A list of archives: a line each, name and place with a tab between; empty lines and lines that
/// begin with # are passed over. A folder is relative to that of the list. Of a work held twice the
/// archive that stands first shows it. Error{usage} with file and line for anything else, for a
/// name that comes twice and for a list of none or of more than 64.
UNDEX_API std::vector<ListedArchive> read_archive_list(const std::filesystem::path& file);

struct FederationOptions {
  std::size_t deadline_ms = 2000;  ///< of a whole question
  /// Questions that may wait for an archive at the same time; one more goes on without it.
  std::size_t at_once = 16;
};

/// How an archive is now.
struct ListedState {
  std::string name;
  std::string place;
  bool answers = false;
  std::string why_not{};  ///< "no answer within 2000 ms"
  double milliseconds = 0;
  Status status{};  ///< where it answers
};

/// A text of a document: one of its language versions and sources.
struct ListedText {
  std::string archive{};  ///< name of the first of the list that holds it
  std::string key{};      ///< its name there: "A_58_568.en"
  std::string name{};     ///< symbol, or reference of a paper without one
  std::string language{};
  std::string file{};        ///< name of the file that it was read from, without folders
  std::string sha256{};      ///< of the original bytes
  std::string xml_sha256{};  ///< of the XML: other words, other sum
  std::size_t revision = 0;  ///< grows with every change of that archive
  bool record = false;       ///< a catalogue record: no text is held
};

/// What is held under a name, by all archives that answer.
struct ListedTexts {
  std::string name{};   ///< the part of what was asked for that names the document
  std::string place{};  ///< and the locator behind it, in its printed form; empty for none
  /// In natural order of their keys; what several archives hold in a language once, from the first
  /// of them. Empty: none that answers holds it.
  std::vector<ListedText> texts{};
  std::vector<ArchiveAnswer> archives{};  ///< in the order of the list; documents: texts shown
};

class UNDEX_API Federation {
 public:
  /// Archives elsewhere need not answer. Error as Searcher::open for a folder that cannot be
  /// opened, Error{usage} for an address that is none.
  static Federation open(const std::vector<ListedArchive>& archives,
                         const FederationOptions& options = {});
  Federation(Federation&&) noexcept;
  Federation& operator=(Federation&&) noexcept;
  ~Federation();

  /// As Searcher::search, with Result::archives and Hit::archive. Filter{"archive", names} asks
  /// these alone, and the facet "archive" counts each. Error{archive} when none answers.
  Result search(const Request& request) const;
  /// A document by what a person or an address names it: "A/58/568, para. 11", "E/2009/21#para_12",
  /// a key, a reference. Takes half of the deadline. Error{usage} when what follows the name is no
  /// locator, Error{archive} when no archive answers.
  ListedTexts find(std::string_view name) const;
  /// What find() told of, from the archive that holds it, in the other half of the deadline: its
  /// XML as the archive keeps it, or the bytes as they came in. Error{archive} when it does not
  /// come in time, or is another by now.
  std::string xml(const ListedText& text) const;
  std::string original(const ListedText& text) const;
  /// As citations_of() an archive, with Citations::archives; what several archives hold is said
  /// once.
  Citations citations(std::string_view name) const;
  /// Of those that answer together; `generation` names the state of all.
  Status status() const;
  /// In the order of the list.
  std::vector<ListedState> states() const;

 private:
  friend class federation::ListedShelves;
  const federation::Archives& archives() const;

  struct State;
  explicit Federation(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace undex
