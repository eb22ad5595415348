#include "corpus/quotation.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "corpus/text.h"

namespace undex {
namespace {

constexpr std::size_t kShown = 6;  // words shown on either side of a difference
constexpr std::size_t kRun = 3;    // words that stand together in both by no chance

/// The pieces between gaps: "..." and what an editor put in square brackets. A bracket that is
/// never closed opens no gap.
std::vector<std::string> pieces_of(std::string_view quoted) {
  std::vector<std::string> pieces(1);
  std::size_t depth = 0;
  const std::size_t last_close = quoted.rfind(']');
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    const std::string_view rest = quoted.substr(i);
    const bool dots =
        rest.starts_with("...") || rest.starts_with("\u2026") || rest.starts_with(". . .");
    const bool opens =
        rest.front() == '[' && last_close != std::string_view::npos && i < last_close;
    if (opens) ++depth;
    if (dots || opens) pieces.emplace_back();
    if (depth == 0 && !dots) pieces.back() += rest.front();
    if (dots) i += rest.starts_with(". . .") ? 4 : 2;
    if (rest.front() == ']' && depth > 0) depth = i == last_close ? 0 : depth - 1;
  }
  return pieces;
}

}  // namespace

QuotableText::QuotableText(std::string_view text) {
  for (const WordSpan& span : words(text)) {
    const std::string_view word = text.substr(span.begin, span.end - span.begin);
    at_.push_back(joined_.size());
    joined_ += letters_and_digits(word) + " ";
    printed_.emplace_back(word);
  }
}

std::string QuotableText::shown(std::size_t from, std::size_t count) const {
  std::string out;
  for (std::size_t i = from; i < std::min(from + count, printed_.size()); ++i)
    out += (out.empty() ? "" : " ") + printed_[i];
  return out.empty() ? "nothing more" : "\"" + out + "\"";
}

/// How many words of the piece, from its first on, stand together in the text, as many as can be;
/// `found` gets where.
std::size_t QuotableText::longest_start(const QuotableText& piece, std::size_t begin,
                                        std::size_t& found) const {
  const std::string_view words = piece.joined_;
  std::size_t place = begin;
  std::size_t matched = 0;  // bytes of the piece that stand at `place`
  for (std::size_t count = 0; count < piece.printed_.size(); ++count) {
    const std::size_t end = count + 1 < piece.at_.size() ? piece.at_[count + 1] : words.size();
    const std::string_view next = words.substr(matched, end - matched);
    if (!std::string_view(joined_)
             .substr(std::min(place + matched, joined_.size()))
             .starts_with(next)) {
      place = joined_.find(words.substr(0, end), place);
      if (place == std::string::npos) return count;
    }
    matched = end;
    found = place;
  }
  return piece.printed_.size();
}

Quotation::Quotation(std::string_view quoted) {
  for (const std::string& printed : pieces_of(quoted)) {
    QuotableText piece(printed);
    if (!piece.empty()) pieces_.push_back(std::move(piece));
  }
}

bool QuotableText::has(const Quotation& quoted) const {
  std::size_t begin = 0;
  for (const QuotableText& piece : quoted.pieces_) {
    const std::size_t found = joined_.find(piece.joined_, begin);
    if (found == std::string::npos) return false;
    begin = found + piece.joined_.size() - 1;  // a blank parts two pieces
  }
  return true;
}

std::string QuotableText::difference(std::string_view quoted) const {
  return difference(Quotation(quoted));
}

std::string QuotableText::difference(const Quotation& quoted) const {
  std::size_t begin = 0;  // behind the piece before
  for (const QuotableText& piece : quoted.pieces_) {
    std::size_t found = 0;
    std::size_t count = longest_start(piece, begin, found);
    if (count == piece.printed_.size()) {
      begin =
          found + piece.joined_.size() - piece.at_.front();  // the blank before a word is its own
      continue;
    }
    count = longest_start(piece, 0, found);
    if (count == piece.printed_.size())
      return "the words " + piece.shown(0, kShown) + " stand before the others there";
    constexpr std::size_t kTooFew = 3;
    if (count < kTooFew) return "the words " + piece.shown(0, kShown) + " do not stand there";
    const auto first = std::ranges::lower_bound(at_, found + 1);
    const auto behind = static_cast<std::size_t>(first - at_.begin()) + count;
    const std::size_t from = count > kShown ? count - kShown : 0;
    return "behind " + piece.shown(from, count - from) + " it says " + piece.shown(count, kShown) +
           ", the document held " + shown(behind, kShown);
  }
  return {};
}

std::string_view QuotableText::run(std::size_t first) const {
  const std::size_t behind = first + kRun;
  const std::size_t end = behind < at_.size() ? at_[behind] : joined_.size();
  return std::string_view(joined_).substr(at_[first], end - at_[first]);
}

std::size_t QuotableText::share(std::string_view quoted) const {
  const QuotableText piece(quoted);
  const std::size_t count = piece.at_.size();
  if (count < kRun) return 0;
  std::unordered_set<std::string_view> wanted, found;
  for (std::size_t i = 0; i + kRun <= count; ++i) wanted.insert(piece.run(i));
  for (std::size_t i = 0; i + kRun <= at_.size(); ++i)
    if (const std::string_view words = run(i); wanted.contains(words)) found.insert(words);
  std::vector<bool> stands(count, false);
  for (std::size_t i = 0; i + kRun <= count; ++i)
    if (found.contains(piece.run(i)))
      std::fill_n(stands.begin() + static_cast<std::ptrdiff_t>(i), kRun, true);
  return static_cast<std::size_t>(std::ranges::count(stands, true)) * 100 / count;
}

std::string difference_from(std::string_view quoted, std::string_view text) {
  return QuotableText(text).difference(quoted);
}

}  // namespace undex
