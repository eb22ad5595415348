#include "indexer/understand/names/definitions.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "corpus/ascii.h"
#include "indexer/understand/word_lists.h"

namespace undex {
namespace {

constexpr std::size_t kLongestAcronym = 12;
constexpr std::size_t kLongestBracket = 120;

/// Words that an acronym may pass over.
constexpr std::array<std::string_view, 17> kSmallWords = {
    "and", "of",   "for", "the", "on", "in", "to",      "a",  "an",
    "at",  "with", "by",  "as",  "de", "la", "against", "its"};
/// Capitals in brackets that abbreviate, yet name nothing of the United Nations.
constexpr std::array<std::string_view, 14> kNoShortForms = {
    "USD", "US", "EUR", "GBP", "CHF", "CAD", "UTC", "GMT", "EST", "AM", "PM", "NY", "DC", "UK"};

bool is_small(std::string_view word) { return is_one_of(word, kSmallWords); }

/// An acronym by its form: one word, two capitals at least; a plural "NGOs" too, refused later.
bool looks_like_acronym(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongestAcronym || !is_letter(word.front())) return false;
  std::size_t capitals = 0;
  for (const char c : word) {
    if (is_upper(c)) ++capitals;
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '&' && c != '/' && c != '.') return false;
  }
  return capitals >= 2 || (capitals == 1 && is_lower(word.front()));  // "e-Meets"
}

bool is_roman(std::string_view word) {
  return word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

/// Why a word in brackets with the form of an acronym is none; empty if it may be one.
std::string_view reason_against(std::string_view word) {
  if (word.find('/') != std::string_view::npos) return "a symbol or a pair of words";
  if (is_one_of(word, kNoShortForms)) return "a currency, a time or a place";
  if (is_roman(word)) return "a Roman numeral";
  if (word.ends_with('s') && word.size() > 2 && is_upper(word[word.size() - 2]))
    return "a plural: things of a kind, no name";
  return {};
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kMarks[] = {" ",      "\"",     "'",      "\u201c",
                                         "\u201d", "\u2018", "\u2019", "\u00a0"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), cut = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), cut = true;
    }
  }
  return text;
}

/// The words in brackets without quotation marks and "hereinafter referred to as the".
std::string_view bare(std::string_view inside) {
  constexpr std::string_view kLead[] = {"hereinafter",   "hereafter", "referred to as",
                                        "also known as", "or",        "the"};
  inside = trimmed(inside);
  for (const std::string_view lead : kLead)
    if (inside.starts_with(lead) && inside.size() > lead.size() && !is_letter(inside[lead.size()]))
      inside = trimmed(inside.substr(lead.size()));
  return inside;
}

struct KindOfHead {
  std::string_view head;
  Name::Kind kind;
};
constexpr KindOfHead kHeads[] = {
    {"committee", Name::Kind::body},
    {"commission", Name::Kind::body},
    {"board", Name::Kind::body},
    {"council", Name::Kind::body},
    {"group", Name::Kind::body},
    {"forum", Name::Kind::body},
    {"panel", Name::Kind::body},
    {"force", Name::Kind::body},
    {"team", Name::Kind::body},
    {"assembly", Name::Kind::body},
    {"court", Name::Kind::body},
    {"tribunal", Name::Kind::body},
    {"office", Name::Kind::office},
    {"division", Name::Kind::office},
    {"section", Name::Kind::office},
    {"department", Name::Kind::office},
    {"service", Name::Kind::office},
    {"unit", Name::Kind::office},
    {"branch", Name::Kind::office},
    {"mission", Name::Kind::office},
    {"programme", Name::Kind::initiative},
    {"initiative", Name::Kind::initiative},
    {"system", Name::Kind::initiative},
    {"network", Name::Kind::initiative},
    {"portal", Name::Kind::initiative},
    {"platform", Name::Kind::initiative},
    {"project", Name::Kind::initiative},
    {"organization", Name::Kind::organization},
    {"union", Name::Kind::organization},
    {"bank", Name::Kind::organization},
    {"fund", Name::Kind::organization},
    {"agency", Name::Kind::organization},
    {"institute", Name::Kind::organization},
    {"university", Name::Kind::organization},
    {"association", Name::Kind::organization},
};

/// The words in lower case without the small ones.
std::string great_words(std::string_view name) {
  const WordText words({}, name);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!is_small(words.key(i))) out += std::string(words.key(i)) + " ";
  return out;
}

class Finder {
 public:
  Finder(const WordText& text, const std::vector<NameMatch>& names, RefusedMarks* refused)
      : text_(text), names_(names), refused_(refused) {}

  std::vector<Definition> find() {
    const std::string_view all = text_.text();
    for (std::size_t open = all.find('('); open != std::string_view::npos;
         open = all.find('(', open + 1)) {
      const std::size_t close = all.find_first_of("()", open + 1);
      if (close == std::string_view::npos) break;
      if (all[close] == '(' || close - open > kLongestBracket) continue;
      read_bracket(open, close);
    }
    return std::move(definitions_);
  }

 private:
  void read_bracket(std::size_t open, std::size_t close) {
    const std::string_view inside = text_.text().substr(open + 1, close - open - 1);
    const std::string_view form = bare(inside);
    if (form.empty()) return;
    const std::size_t at = static_cast<std::size_t>(form.data() - text_.text().data());
    if (looks_like_acronym(form)) {
      const std::string_view reason = reason_against(form);
      if (!reason.empty()) return refuse(at, form, reason);
      if (by_authority(open, form, at) || by_initials(open, form, at)) return;
      return refuse(at, form, "its letters do not begin the words before it");
    }
    if (form.size() < trimmed(inside).size() || inside.size() > form.size() + 2) {
      if (is_upper(form.front()) && (by_authority(open, form, at) || by_capitals(open, form, at)))
        return;
    }
    by_acronym_before(open, form);
  }

  /// The authority's name that ends just before the offset.
  const NameMatch* name_before(std::size_t offset) const {
    const auto after = std::lower_bound(
        names_.begin(), names_.end(), offset,
        [](const NameMatch& match, std::size_t place) { return match.begin < place; });
    for (auto match = after; match != names_.begin();) {
      --match;
      if (trimmed(text_.text().substr(match->end, offset - match->end)).empty()) return &*match;
      if (after - match >= 2) break;
    }
    return nullptr;
  }

  bool by_authority(std::size_t open, std::string_view form, std::size_t at) {
    const NameMatch* match = name_before(open);
    if (match == nullptr) return false;
    const Name& name = *match->name;
    const std::string_view words = text_.text().substr(match->begin, match->end - match->begin);
    const bool known = std::ranges::count(name.variants, form) > 0 || form == name.preferred;
    // A quoted word is a short form of the name when it is a word of it: ("the Compact").
    const bool word_of_it = !looks_like_acronym(form) && words.find(form) != std::string::npos;
    if (!known && !word_of_it && long_form_before(words, form) != 0) return false;
    if (form == words) return false;
    add(at, form, words, name.id);
    return true;
  }

  bool by_initials(std::size_t open, std::string_view form, std::size_t at) {
    const std::string_view before = text_.text().substr(0, open);
    const std::size_t begin = long_form_before(before, form);
    if (begin == std::string_view::npos) return false;
    const std::string_view words = trimmed(before.substr(begin));
    std::string id = id_of(begin, open);
    add(at, form, words, id.empty() ? id_of_same_words(form, words) : std::move(id));
    return true;
  }

  /// "a Committee against Torture (hereinafter referred to as the Committee)": the words with
  /// capitals before the bracket, back to the one that the short form repeats and further.
  bool by_capitals(std::size_t open, std::string_view form, std::size_t at) {
    std::size_t first = text_.word_at(open);
    std::size_t begin = std::string_view::npos;
    bool holds = false;
    for (int count = 0; first > 0 && count < 12; ++count, --first) {
      const std::string_view word = text_.printed(first - 1);
      if (count > 0 && is_parted(first)) break;
      if (!is_upper(word.front()) && !is_small(word)) break;
      if (!is_upper(word.front()) || word == "The") continue;
      begin = text_.words()[first - 1].begin;
      holds = holds || form.starts_with(word) || form.ends_with(word);
    }
    if (!holds) return false;
    const std::string_view words = trimmed(text_.text().substr(begin, open - begin));
    add(at, form, words, id_of_longer(form, words));
    return true;
  }

  /// A bracket ends a name, and a comma before an article; one in a list may stand in it: "Treaty
  /// on Lamps, Locks and Keys".
  bool is_parted(std::size_t word) const {
    if (text_.joins_previous(word)) return false;
    const std::size_t end = text_.words()[word - 1].end;
    const std::string_view gap = text_.text().substr(end, text_.words()[word].begin - end);
    return gap != ", " || text_.key(word) == "the" || text_.key(word) == "a";
  }

  /// "General Assembly of the United Nations (hereinafter ... the General Assembly)": of the name
  /// that the short form is, when the long one begins with it.
  static std::string id_of_longer(std::string_view form, std::string_view words) {
    if (!words.starts_with(form)) return {};
    const std::vector<NameMatch> matches = find_names(form);
    const bool whole =
        matches.size() == 1 && matches[0].begin == 0 && matches[0].end == form.size();
    return whole ? matches[0].name->id : std::string();
  }

  /// Of the name that the short form is, when its words but the small ones are the same: "Office of
  /// Drugs and Crime (UNODC)".
  static std::string id_of_same_words(std::string_view form, std::string_view words) {
    for (const NameMatch& match : find_names(form)) {
      if (match.begin != 0 || match.end != form.size()) continue;
      const std::string said = great_words(words);
      if (said == great_words(match.name->preferred)) return match.name->id;
      for (const std::string& variant : match.name->variants)
        if (said == great_words(variant)) return match.name->id;
    }
    return {};
  }

  /// "ODS (Official Documents System)".
  void by_acronym_before(std::size_t open, std::string_view inside) {
    const std::size_t last = text_.word_at(open);
    if (last == 0 || inside.find(' ') == std::string_view::npos) return;
    const auto& word = text_.words()[last - 1];
    const std::string_view form = text_.text().substr(word.begin, word.end - word.begin);
    if (word.end + 1 != open || !looks_like_acronym(form) || !reason_against(form).empty()) return;
    if (long_form_before(inside, form) != 0) return;
    const auto begin = static_cast<std::size_t>(inside.data() - text_.text().data());
    add(word.begin, form, inside, id_of(begin, begin + inside.size()));
  }

  /// Of the authority's name that stands there and fills the words.
  std::string id_of(std::size_t begin, std::size_t end) const {
    const NameMatch* match = name_before(end);
    return match != nullptr && match->begin == begin ? match->name->id : std::string();
  }

  void add(std::size_t at, std::string_view form, std::string_view long_form, std::string id) {
    definitions_.push_back({.span = text_.span_of_bytes(at, at + form.size()),
                            .short_form = std::string(form),
                            .long_form = std::string(long_form),
                            .id = std::move(id)});
  }

  void refuse(std::size_t at, std::string_view form, std::string_view reason) {
    if (refused_ == nullptr) return;
    refused_->push_back(
        {text_.span_of_bytes(at, at + form.size()), "definition", std::string(reason)});
  }

  const WordText& text_;
  const std::vector<NameMatch>& names_;
  RefusedMarks* refused_;
  std::vector<Definition> definitions_;
};

char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::size_t long_form_before(std::string_view before, std::string_view acronym) {
  std::string letters;
  for (const char c : acronym)
    if (is_letter(c)) letters += lower(c);
  if (letters.size() < 2 || letters.size() > 16) return std::string_view::npos;
  const std::size_t most = std::min(letters.size() + 5, 2 * letters.size());
  // Bit i: letters 0..i are still to be found further to the left. A small word may stand for its
  // letter or for none: "Division for Public Administration and Development Management (DPADM)".
  std::uint32_t open = std::uint32_t{1} << (letters.size() - 1);
  std::size_t end = before.size();
  for (std::size_t count = 0; count < most && open != 0; ++count) {
    while (end > 0 && !is_letter(before[end - 1]) &&
           static_cast<unsigned char>(before[end - 1]) < 0x80) {
      const char c = before[end - 1];
      // A long form ends with its sentence; commas and hyphens may stand in it.
      if (c != ' ' && c != '-' && c != ',' && c != '\'' && c != '"' && !is_digit(c))
        return std::string_view::npos;
      --end;
    }
    std::size_t begin = end;
    while (begin > 0 && (is_letter(before[begin - 1]) || is_digit(before[begin - 1]) ||
                         static_cast<unsigned char>(before[begin - 1]) >= 0x80))
      --begin;
    if (begin == end) break;
    std::string word(before.substr(begin, std::min<std::size_t>(end - begin, 8)));
    for (char& c : word) c = lower(c);
    const bool small = end - begin <= 4 && is_small(word);
    std::uint32_t next = small ? open : 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if ((open >> i & 1U) == 0 || letters[i] != word.front()) continue;
      if (i == 0 && !small) return begin;
      if (i > 0) next |= std::uint32_t{1} << (i - 1);
    }
    open = next;
    end = begin;
  }
  return std::string_view::npos;
}

std::optional<Name::Kind> kind_of_long_form(std::string_view long_form) {
  std::string head;
  std::size_t words = 0;
  bool headed = false;
  for (std::size_t at = 0; at < long_form.size();) {
    const std::size_t end = std::min(long_form.find_first_of(" -", at), long_form.size());
    std::string word(long_form.substr(at, end - at));
    const bool capital = !word.empty() && is_upper(word.front());
    for (char& c : word) c = lower(c);
    if (!capital && !is_small(word)) return std::nullopt;
    if (words > 0 && !headed && is_small(word) && word != "and" && word != "the") headed = true;
    if (!headed && capital) head = word;
    ++words;
    at = end + 1;
  }
  if (words < 2) return std::nullopt;
  for (const KindOfHead& row : kHeads)
    if (row.head == head) return row.kind;
  return std::nullopt;
}

std::vector<Definition> find_definitions(const WordText& text, const std::vector<NameMatch>& names,
                                         RefusedMarks* refused) {
  return Finder(text, names, refused).find();
}

}  // namespace undex
