#pragma once
// Whether something was said before: the uses of a wording from the earliest to the latest, and
// paragraphs close in meaning, each with a ready citation and what came of it. Standard types only,
// as in undex/search.h; strings are UTF-8. One Precedents serves one thread at a time.
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "undex/export.h"
#include "undex/reuse.h"
#include "undex/search.h"

namespace undex {

/// A later document that takes a precedent up: it names the very paragraph, or it says of the
/// document that this is its mandate, recalls it, takes note of it, corrects or supersedes it.
struct TakenUp {
  std::string name;
  std::string date;        ///< ISO 8601 as far as known
  std::string locator;     ///< the first place where it says so, as `undex show` takes it
  std::string pinpoint;    ///< all of them: "paras. 1 and 3"
  std::string relation;    ///< "cites", "mandated by", "recalls", "takes note of", ...
  bool paragraph = false;  ///< of the very paragraph, not of its document as a whole
};

/// What two paragraphs have in common, the rarest first, as it is shown.
struct InCommon {
  std::vector<std::string> concepts;   ///< "service desk"
  std::vector<std::string> names;      ///< of bodies, initiatives and States
  std::vector<std::string> citations;  ///< "A/RES/57/295"
  std::vector<std::string> words;      ///< as the text asked for writes them
};

struct Precedent {
  /// Of a paragraph close in meaning without what tells of shared words.
  ReusedWording wording;
  std::string citation;  ///< "(A/58/568, para. 16)"
  bool nearest = false;  ///< of the uses of the wording the one that shares most words
  bool earliest = false;
  bool latest = false;
  /// Of a paragraph close in meaning: how much of what the text speaks of it speaks of too, what is
  /// rare counting more, and less for what it says besides; 0..1. No claim that it means the same.
  double closeness = 0;
  InCommon shared;
  std::vector<TakenUp> taken_up;   ///< those of the very paragraph first, then by date
  std::size_t taken_up_count = 0;  ///< all of them; only so many documents are named
  bool taken_up_all = true;        ///< false: there are so many and more
};

struct PrecedentRequest {
  std::string text;         ///< a sentence, a clause or a paragraph
  std::string language{};   ///< of the document it stands in, where known
  std::string leave_out{};  ///< symbol of that document: a text is no precedent of itself
  /// So many of the earliest and of the latest uses, and so many paragraphs close in meaning; 0:
  /// all.
  std::size_t limit = 2;
};

struct PrecedentResult {
  std::vector<Precedent> uses;   ///< of the wording, by date, undated last
  std::size_t paragraphs = 0;    ///< uses in all; language versions of a paragraph are one
  std::size_t documents = 0;     ///< that they are in
  bool all = true;               ///< false: there are so many and more
  std::vector<Precedent> close;  ///< in meaning, with other words, the closest first
  bool close_all = true;         ///< false: not all were compared, there may be closer ones

  bool empty() const { return uses.empty() && close.empty(); }
};

class UNDEX_API Precedents {
 public:
  /// Errors as Searcher::open, and of the archive.
  static Precedents open(const std::filesystem::path& archive);
  Precedents(Precedents&&) noexcept;
  Precedents& operator=(Precedents&&) noexcept;
  ~Precedents();
  PrecedentResult find(const PrecedentRequest& request) const;

 private:
  struct State;
  explicit Precedents(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace undex
