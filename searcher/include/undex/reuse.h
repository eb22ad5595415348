#pragma once
// Wording carried over: earlier and later lives of a paragraph or a clause over the whole archive,
// by runs of three words (schemas/runs.h) and a word by word comparison of the few candidates.
// Standard types only, as in undex/search.h. One Reuse serves one thread at a time.
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "undex/export.h"
#include "undex/search.h"

namespace undex {

/// A paragraph that shares wording with the text asked for.
struct ReusedWording {
  std::string key;   ///< name in the archive
  std::string name;  ///< symbol, or reference of a paper without one
  std::string title;
  std::string locator;   ///< "18 (g)": see docs/locators.md
  std::string pinpoint;  ///< "para. 18 (g)"
  std::string date;      ///< of the document: ISO 8601 as far as known
  std::string language;
  bool abridged = false;  ///< a record in undex's own words, not the official text
  std::string text;       ///< the whole paragraph
  /// Words of `text` that the text asked for has in the same order, three or more side by side, or
  /// two that are no stop words: any two texts share "the" and "of the".
  std::vector<Span> shared;
  std::vector<Span> shared_there;  ///< the same words in the text asked for
  std::size_t shared_words = 0;
  double kept = 0;         ///< shared words by the words of the shorter text, 0..1
  bool identical = false;  ///< but for case, accents, spacing, punctuation and spelling
};

struct ReuseRequest {
  std::string text;        ///< a paragraph, or a clause
  std::string language{};  ///< of the document it stands in, where known
  std::string from_key{};  ///< of that document in the archive: it is left out, it is its own life
  /// Part of the words that a paragraph must have in common with the text: of the words of both, or
  /// most of those of one; of a few words most of both.
  double least = 0.2;
  std::size_t limit = 20;  ///< paragraphs to return; 0: all
  bool clause = false;     ///< `kept` is of the text asked for alone: a clause in long paragraphs
};

struct ReuseResult {
  std::vector<ReusedWording> wordings;  ///< best first; of equals the earliest, undated last
  /// All that were found, whatever the limit.
  std::size_t paragraphs = 0;
  std::size_t documents = 0;
  /// False when the wording is so frequent that not all paragraphs were compared: there are so many
  /// and more.
  bool all = true;
};

/// A document of the archive as the index has it.
struct HeldText {
  struct Paragraph {
    std::string locator;
    std::string pinpoint;
    std::string text;
  };
  std::string key, name, title, date, language;
  std::vector<Paragraph> paragraphs;  ///< that count as one: no headings, no words of a masthead
};

class UNDEX_API Reuse {
 public:
  /// Errors as Searcher::open.
  static Reuse open(const std::filesystem::path& archive);
  Reuse(Reuse&&) noexcept;
  Reuse& operator=(Reuse&&) noexcept;
  ~Reuse();
  /// Of a text under three words only identical ones are found.
  ReuseResult find(const ReuseRequest& request) const;
  /// By its name in the archive; without a key when the index has no such document.
  HeldText held(const std::string& key) const;

 private:
  struct State;
  explicit Reuse(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace undex
