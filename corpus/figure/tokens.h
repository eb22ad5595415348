#pragma once
// A text cut into words, numbers and signs, each with what it may be, and into sentences: what the
// rules of figures and of times read.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/figure/lexicon.h"
#include "corpus/symbol/letters.h"

namespace undex {

/// Signs that the plain letters do not tell apart.
inline constexpr char kLongDash = '\x1e';
inline constexpr char kEuro = '\x1b';
inline constexpr char kPound = '\x1c';
inline constexpr char kYen = '\x1d';

struct FigureToken {
  enum class Kind : std::uint8_t {
    word,    ///< "e-mail", "G20", "twenty-one": letters first, hyphens and digits inside
    number,  ///< "1,067", "1 067", "1.3": a whole number as printed
    sign,
  };
  Kind kind = Kind::sign;
  bool blank = false;    ///< white space (or the begin of the text) before it
  bool capital = false;  ///< begins with a capital
  bool grouped = false;  ///< a number with thousands marks
  bool decimal = false;
  bool taken = false;  ///< part of a date or citation: not to be read
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t kinds = 0;  ///< word_kind bits
};

struct FigureSentence {
  std::size_t begin = 0;  ///< tokens
  std::size_t end = 0;
};

class FigureText {
 public:
  explicit FigureText(std::string_view text);

  std::size_t size() const { return tokens_.size(); }
  const FigureToken& at(std::size_t i) const { return tokens_[i]; }
  const std::vector<FigureSentence>& sentences() const { return sentences_; }
  /// Lower case; empty for other tokens and past the end.
  std::string_view word(std::size_t i) const;
  /// The digits and marks of a number; empty for other tokens and past the end.
  std::string_view number(std::size_t i) const;
  char sign(std::size_t i) const;            ///< 0 for other tokens and past the end
  std::uint32_t kinds(std::size_t i) const;  ///< 0 for other tokens and past the end
  bool is(std::size_t i, std::uint32_t kinds_wanted) const {
    return (kinds(i) & kinds_wanted) != 0;
  }
  /// The token touches the one before it: "24" and "-" of "24-hour".
  bool glued(std::size_t i) const { return i < size() && !tokens_[i].blank; }
  /// A letter right before a sign, of a symbol or a list ("A/", "(a)"): neither counts nor dates.
  bool is_letter_alone(std::size_t i) const { return word(i).size() == 1 && sign(i + 1) != 0; }
  /// A word of letters that no table knows: no number begins with it.
  bool is_unknown_word(std::size_t i) const;
  /// Joins the ends of a range: a hyphen or dash.
  bool is_dash(std::size_t i) const { return sign(i) == '-' || sign(i) == kLongDash; }

  void take(std::size_t i) { tokens_[i].taken = true; }
  /// Takes all tokens that touch bytes begin..end of the source.
  void take_bytes(std::size_t begin, std::size_t end);

  /// UTF-8 offsets in the source.
  std::size_t source_begin(std::size_t i) const { return plain_.source(tokens_[i].begin); }
  std::size_t source_end(std::size_t i) const { return plain_.source(tokens_[i].end); }
  /// Tokens begin..end as the source prints them, one blank for white space.
  std::string printed(std::size_t begin, std::size_t end) const;

 private:
  void cut_tokens();
  void cut_sentences();
  std::size_t cut_number(std::size_t at);
  std::size_t cut_word(std::size_t at);

  std::string_view source_;
  PlainText plain_;
  std::string lower_;
  std::vector<FigureToken> tokens_;
  std::vector<FigureSentence> sentences_;
};

}  // namespace undex
