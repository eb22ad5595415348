// Where a quotation differs from the text it is of.
#include <algorithm>
#include <string>
#include <vector>

#include "corpus/text.h"
#include "indexer/understand/references/checks.h"

namespace undex {
namespace {

constexpr std::size_t kShown = 6;  // words shown on either side of a difference

/// A text as its words, compared in small letters, shown as printed.
struct Words {
  std::string joined = " ";     ///< " the general assembly "
  std::vector<std::size_t> at;  ///< of each word in joined
  std::vector<std::string> printed;
};

Words words_in(std::string_view text) {
  Words out;
  for (const WordSpan& span : words(text)) {
    const std::string_view word = text.substr(span.begin, span.end - span.begin);
    out.at.push_back(out.joined.size());
    out.joined += letters_and_digits(word) + " ";
    out.printed.emplace_back(word);
  }
  return out;
}

/// The pieces between gaps: "..." and what an editor put in square brackets.
std::vector<std::string> pieces_of(std::string_view quoted) {
  std::vector<std::string> pieces(1);
  std::size_t depth = 0;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    const std::string_view rest = quoted.substr(i);
    const bool dots =
        rest.starts_with("...") || rest.starts_with("\u2026") || rest.starts_with(". . .");
    if (rest.front() == '[') ++depth;
    if (dots || rest.front() == '[') pieces.emplace_back();
    if (depth == 0 && !dots) pieces.back() += rest.front();
    if (dots) i += rest.starts_with(". . .") ? 4 : 2;
    if (rest.front() == ']' && depth > 0) --depth;
  }
  return pieces;
}

std::string shown(const Words& words, std::size_t from, std::size_t count) {
  std::string out;
  for (std::size_t i = from; i < std::min(from + count, words.printed.size()); ++i)
    out += (out.empty() ? "" : " ") + words.printed[i];
  return out.empty() ? "nothing more" : "\"" + out + "\"";
}

/// The words of the piece from `begin` that stand together in the text, as many as can be from its
/// first word on; `found` gets where.
std::size_t longest_start(const Words& piece, const Words& text, std::size_t& found) {
  const std::string_view words = piece.joined;
  std::size_t place = 0;
  std::size_t matched = 0;  // bytes of the piece that stand at `place`
  for (std::size_t count = 0; count < piece.printed.size(); ++count) {
    const std::size_t end = count + 1 < piece.at.size() ? piece.at[count + 1] : words.size();
    const std::string_view next = words.substr(matched, end - matched);
    if (!std::string_view(text.joined)
             .substr(std::min(place + matched, text.joined.size()))
             .starts_with(next)) {
      place = text.joined.find(words.substr(0, end), place);
      if (place == std::string::npos) return count;
    }
    matched = end;
    found = place;
  }
  return piece.printed.size();
}

}  // namespace

std::string difference_from(std::string_view quoted, std::string_view text) {
  const Words whole = words_in(text);
  for (const std::string& printed : pieces_of(quoted)) {
    const Words piece = words_in(printed);
    if (piece.printed.empty()) continue;
    std::size_t found = 0;
    const std::size_t count = longest_start(piece, whole, found);
    if (count == piece.printed.size()) continue;
    constexpr std::size_t kTooFew = 3;
    if (count < kTooFew) return "the words " + shown(piece, 0, kShown) + " do not stand there";
    const auto first = std::ranges::lower_bound(whole.at, found + 1);
    const auto behind = static_cast<std::size_t>(first - whole.at.begin()) + count;
    const std::size_t from = count > kShown ? count - kShown : 0;
    return "behind " + shown(piece, from, count - from) + " it says " +
           shown(piece, count, kShown) + ", the document held " + shown(whole, behind, kShown);
  }
  return {};
}

}  // namespace undex
