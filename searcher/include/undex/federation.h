#pragma once
// Several archives asked as one: local folders, and what other machines serve. The answer is that
// of one archive which holds everything: the same weights, counts and facets, a work held twice
// shown once. An archive that does not answer in time is left out, and the answer says so.
// Standard types only, as in undex/search.h. Thread-safe.
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "undex/error.h"
#include "undex/export.h"
#include "undex/search.h"

namespace undex {

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
  /// Of those that answer together; `generation` names the state of all.
  Status status() const;
  /// In the order of the list.
  std::vector<ListedState> states() const;

 private:
  struct State;
  explicit Federation(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace undex
