// Words of a query: as they are, exactly so, nearly so, or by a part of their letters.
#include <algorithm>

#include "corpus/text.h"
#include "searcher/query/refusals.h"
#include "searcher/query/scan.h"
#include "searcher/query/values.h"
#include "undex/search.h"

namespace undex::query {
namespace {

constexpr std::string_view kPunctuation = ".,;:!?";

class WordReader {
 public:
  WordReader(const Field* field, const TypedValue& typed, std::string_view query)
      : field_(field), typed_(typed), query_(query) {}

  std::optional<Node> node() const {
    if (typed_.mark != 0 && typed_.text.empty())
      fail("'" + std::string(1, typed_.mark) + "' has no word behind it",
           "write the word right behind it", typed_.begin);
    if (!typed_.quoted) {
      refuse_what_is_not_offered(query_, typed_.place, typed_.text);
      const std::string core = without_punctuation();
      if (const std::size_t wild = first_wildcard(core); wild != std::string::npos)
        return made(wildcard(core, wild));
    }
    if (typed_.mark == '~') return made(fuzzy());
    const std::size_t count = words(typed_.text).size();
    if (count == 0) {
      if (typed_.quoted || typed_.mark != 0)
        fail("there is no word in it", "type a word", typed_.begin);
      return std::nullopt;
    }
    // Words tied by hyphens and strokes are a phrase too.
    if (count > kMaxPhraseWords)
      fail("a phrase has more than " + std::to_string(kMaxPhraseWords) + " words",
           "ask for a shorter part of it", typed_.begin);
    return made(Words{typed_.text, typed_.quoted, typed_.mark == '=', field_});
  }

 private:
  [[noreturn]] void fail(const std::string& message, const std::string& advice,
                         std::size_t place) const {
    throw QueryError(message, advice, std::string(query_), place);
  }

  template <typename Value>
  Node made(Value value) const {
    return {.value = std::move(value), .begin = typed_.begin, .end = typed_.end};
  }

  /// A stop or a question mark behind a word ends a sentence.
  std::string without_punctuation() const {
    const std::size_t last = typed_.text.find_last_not_of(kPunctuation);
    return typed_.text.substr(0, last == std::string::npos ? 0 : last + 1);
  }

  static std::size_t first_wildcard(std::string_view text) { return text.find_first_of("*?"); }

  /// Letters and digits of any script, and nothing between them.
  static bool is_one_word(std::string_view text) {
    return fold(letters_and_digits(text)) == fold(text) && words(text).size() == 1;
  }

  WildcardNode wildcard(const std::string& core, std::size_t wild) const {
    const std::size_t place = typed_.place + wild;
    const std::string sign(1, core[wild]);
    if (core.find('/') != std::string::npos)
      fail("'" + printable(core) + "' is no series of document symbols",
           "a '*' ends a symbol behind a stroke, as in A/58/* or E/CN.16/*", place);
    if (typed_.mark != 0)
      fail("'" + std::string(1, typed_.mark) + "' and '" + sign + "' do not go together",
           "write one of them", place);
    // Compounds are found by their joined form: e-govern* as egovern*.
    std::string pattern = core;
    std::erase(pattern, '-');
    std::string letters = pattern;
    std::erase_if(letters, [](char c) { return c == '*' || c == '?'; });
    if (grapheme_count(core.substr(0, wild)) < kMinWildcardLetters)
      fail("a wildcard needs at least three letters before it",
           "write more of the beginning of the word", place);
    if (!is_one_word(letters))
      fail("a wildcard stands in one word of letters and digits",
           "write the other words apart; in quotes '" + sign + "' is no wildcard", place);
    if (pattern.size() > kMaxPatternBytes)
      fail("a word with a wildcard is longer than " + std::to_string(kMaxPatternBytes) + " bytes",
           "ask for a shorter part of it", typed_.begin);
    return {std::move(pattern), field_};
  }

  FuzzyNode fuzzy() const {
    const std::string core = without_punctuation();
    // "a b"~10 is a distance elsewhere.
    if (is_behind_quote(query_, typed_.begin) ||
        (typed_.begin > 0 && query_[typed_.begin - 1] == ')'))
      fail("'~' stands before its word", "write ~word; for words near each other write NEAR/5",
           typed_.begin);
    if (typed_.quoted || !is_one_word(core))
      fail("'~' stands before one word", "write it before each word that may be spelled otherwise",
           typed_.begin);
    if (grapheme_count(core) < kMinWildcardLetters)
      fail("'~' needs a word of at least three letters", "write the word as it is", typed_.begin);
    if (core.size() > kMaxPatternBytes)
      fail("a word with '~' is longer than " + std::to_string(kMaxPatternBytes) + " bytes",
           "ask for a shorter word", typed_.begin);
    return {core, field_};
  }

  const Field* field_;
  const TypedValue& typed_;
  std::string_view query_;
};

}  // namespace

std::optional<Node> word_node(const Field* field, const TypedValue& word, std::string_view query) {
  return WordReader(field, word, query).node();
}

}  // namespace undex::query
