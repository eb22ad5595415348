#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "indexer/understand/names/named_text.h"

namespace undex {
namespace {

/// The words of a name stand at most so many words apart.
constexpr std::size_t kWindow = 30;
constexpr std::size_t kFewestWords = 4;
/// Few words must stand nearer to each other: any long list has them somewhere.
constexpr std::size_t kWindowOfFew = 15;

constexpr std::array<std::string_view, 18> kSmallWords = {
    "and", "of",   "for", "the", "on",    "in",  "to",  "a", "an",
    "at",  "with", "by",  "as",  "their", "its", "web", "e", "or"};

/// The stem of an English word as far as "communicating" and "communication" need it.
std::string_view stem_of(std::string_view word) {
  if (word.size() > 4 && word.ends_with('s') && !word.ends_with("ss")) word.remove_suffix(1);
  for (const std::string_view ending : {"ing", "ion", "ed", "er"})
    if (word.size() >= ending.size() + 4 && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  return word;
}

/// The stem of the word there; "ict" for the last word of the long forms of ICT, empty for small
/// words.
std::string_view stem_at(const WordText& text, std::size_t word) {
  const std::string_view key = text.key(word);
  if (key.size() < 3) return {};
  if (std::find(kSmallWords.begin(), kSmallWords.end(), key) != kSmallWords.end()) return {};
  if (key == "icts") return "ict";
  if (key == "website" || key == "websites") return "site";
  if (key.starts_with("technolog") && word >= 2 &&
      text.key(word - 1).starts_with("communication") &&
      (text.key(word - 2) == "and" || text.key(word - 2) == "information"))
    return "ict";
  return stem_of(key);
}

struct Pattern {
  const Name* name = nullptr;
  std::vector<std::uint32_t> stems;
};

/// The initiatives by the rarest stem of their names, made once.
struct Patterns {
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<Pattern> patterns;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_rarest;

  Patterns() {
    for (const Name& name : authority_names()) {
      if (name.kind != Name::Kind::initiative) continue;
      add(name, name.preferred);
      for (const std::string& variant : name.variants) add(name, variant);
    }
    std::unordered_map<std::uint32_t, int> uses;
    for (const Pattern& pattern : patterns)
      for (const std::uint32_t stem : pattern.stems) ++uses[stem];
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const auto& stems = patterns[i].stems;
      const auto rarest =
          *std::min_element(stems.begin(), stems.end(),
                            [&](std::uint32_t a, std::uint32_t b) { return uses[a] < uses[b]; });
      by_rarest[rarest].push_back(i);
    }
  }

  /// "Mandate of the ... Working Group on Informatics": most words of it name the owner, and stand
  /// wherever the owner is named.
  static bool is_of_owner(const std::string& spelling) {
    const std::vector<NameMatch> matches = find_names(spelling);
    return std::any_of(matches.begin(), matches.end(), [&](const NameMatch& match) {
      const std::string_view before = std::string_view(spelling).substr(0, match.begin);
      return match.name->kind != Name::Kind::initiative && match.end == spelling.size() &&
             (before.ends_with(" of the ") || before.ends_with(" of "));
    });
  }

  void add(const Name& name, const std::string& spelling) {
    if (is_of_owner(spelling)) return;
    NamedText text{WordText({}, spelling), {}};
    for (const NameMatch& match : find_names(spelling))
      if (match.name->kind != Name::Kind::initiative)
        text.names.push_back({text.words.span_of_bytes(match.begin, match.end), match.name->id,
                              match.name->preferred, match.name->kind, ""});
    Pattern pattern{.name = &name, .stems = {}};
    std::size_t proper = 0;  // words of a proper name, which is not taken apart
    std::size_t own = 0;     // words that name no body
    for (std::size_t i = 0; i < text.words.size(); ++i) {
      const std::string_view stem = stem_at(text.words, i);
      if (stem.empty() || is_inside_ict(text.words, i)) continue;
      const std::uint32_t number = number_of(stem);
      if (std::find(pattern.stems.begin(), pattern.stems.end(), number) != pattern.stems.end())
        continue;
      pattern.stems.push_back(number);
      if (name_over(text, text.words.words()[i].begin) != nullptr) continue;
      ++own;
      const bool acronym = is_upper(text.words.printed(i).back());
      const bool states = stem == "memb" || stem == "state";
      if (i > 0 && text.words.is_capital(i) && !acronym && !states) ++proper;
    }
    const std::size_t all = pattern.stems.size();
    if (all >= kFewestWords && own >= 2 && 2 * proper < all) patterns.push_back(std::move(pattern));
  }

  /// The words of a long form of ICT are one; its last stands for all.
  static bool is_inside_ict(const WordText& words, std::size_t i) {
    const std::string_view next = words.key(i + 1);
    return (words.key(i) == "information" || words.key(i).starts_with("communication")) &&
           (next == "and" || next.starts_with("technolog"));
  }

  std::uint32_t number_of(std::string_view stem) {
    return numbers.try_emplace(std::string(stem), static_cast<std::uint32_t>(numbers.size()) + 1)
        .first->second;
  }
};

const Patterns& patterns() {
  static const Patterns kPatterns;
  return kPatterns;
}

class Reader {
 public:
  explicit Reader(NamedText& text) : text_(text) {
    const Patterns& all = patterns();
    stems_.reserve(text.words.size());
    for (std::size_t i = 0; i < text.words.size(); ++i) {
      const std::string_view stem = stem_at(text.words, i);
      const auto found = stem.empty() ? all.numbers.end() : all.numbers.find(std::string(stem));
      stems_.push_back(found == all.numbers.end() ? 0 : found->second);
    }
  }

  void read() {
    std::unordered_set<std::string_view> named;
    for (const NameMark& mark : text_.names) named.insert(mark.id);
    std::vector<NameMark> more;
    for (std::size_t i = 0; i < stems_.size(); ++i) {
      const auto rows = patterns().by_rarest.find(stems_[i]);
      if (stems_[i] == 0 || rows == patterns().by_rarest.end()) continue;
      for (const std::size_t row : rows->second) {
        const Pattern& pattern = patterns().patterns[row];
        if (named.contains(pattern.name->id) || !stands_around(pattern, i)) continue;
        named.insert(pattern.name->id);
        more.push_back({text_.words.span(first_, last_ + 1), pattern.name->id,
                        pattern.name->preferred, pattern.name->kind, "description"});
      }
    }
    add_names(text_, std::move(more));
  }

 private:
  /// Whether all stems stand in the sentence of the word and near it; sets first_ and last_.
  bool stands_around(const Pattern& pattern, std::size_t word) {
    first_ = last_ = word;
    for (const std::uint32_t stem : pattern.stems) {
      const std::size_t at = nearest(stem, word);
      if (at == stems_.size()) return false;
      first_ = std::min(first_, at);
      last_ = std::max(last_, at);
    }
    if (is_parted()) return false;
    return last_ - first_ <= (pattern.stems.size() > kFewestWords ? kWindow : kWindowOfFew);
  }

  /// Whether another clause or another thing of a list begins between the words: ", and that ...",
  /// ", to be presented ...", ", and 70/125 on ...".
  bool is_parted() const {
    for (std::size_t i = first_ + 1; i <= last_ && i - first_ <= kWindow; ++i) {
      if (text_.words.joins_previous(i)) continue;
      const std::string_view next = text_.words.key(text_.words.key(i) == "and" ? i + 1 : i);
      if (next == "that" || next == "to") return true;
      if (!next.empty() && is_digit(next.front()) && text_.words.key(i) == "and") return true;
    }
    return false;
  }

  std::size_t nearest(std::uint32_t stem, std::size_t word) const {
    const int sentence = text_.words.words()[word].sentence;
    for (std::size_t away = 0; away <= kWindow; ++away) {
      for (const std::size_t at : {word - away, word + away}) {
        if (at < stems_.size() && stems_[at] == stem &&
            text_.words.words()[at].sentence == sentence)
          return at;
      }
    }
    return stems_.size();
  }

  NamedText& text_;
  std::vector<std::uint32_t> stems_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace

void mark_scattered_names(std::vector<NamedText>& texts) {
  for (NamedText& text : texts)
    if (text.words.whole().row < 0 && text.words.whole().block >= 0) Reader(text).read();
}

}  // namespace undex
