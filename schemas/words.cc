#include "schemas/words.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "schemas/spelling.h"

namespace undex {
namespace {

constexpr std::size_t kMaxWordBytes = 64;
constexpr std::size_t kRememberedWords = 30000;

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Three digits in every group after the first: "1,067" but not "2002,2003".
bool has_thousands(std::string_view text) {
  const std::size_t first = std::min(text.find(','), text.size());
  if (first == 0 || first > 3 || text[0] == '0' || first == text.size()) return false;
  for (std::size_t at = first; at < text.size(); at += 4)
    if (text[at] != ',' || !is_number(text.substr(at + 1, 3)) || at + 4 > text.size()) return false;
  return true;
}

/// What stands between two tokens.
enum class Between { nothing, blank, hyphen, open, other };

struct Mark {
  std::string_view bytes;
  Between between;
};
/// Marks that do not part the words of a name ("science, technology and innovation"); U+2019 is an
/// apostrophe or a closing quotation mark.
constexpr Mark kMarks[] = {
    {" ", Between::blank},       {"\u00a0", Between::blank}, {"\u202f", Between::blank},
    {"\u2009", Between::blank},  {"-", Between::hyphen},     {"\u2010", Between::hyphen},
    {"\u2011", Between::hyphen}, {"/", Between::open},       {"\"", Between::open},
    {"'", Between::open},        {"*", Between::open},       {",", Between::open},
    {"\u2018", Between::open},   {"\u2019", Between::open},  {"\u201c", Between::open},
    {"\u201d", Between::open},   {"\u00ab", Between::open},  {"\u00bb", Between::open},
};

Between mark_at(std::string_view& text) {
  for (const Mark& mark : kMarks)
    if (text.starts_with(mark.bytes)) {
      text.remove_prefix(mark.bytes.size());
      return mark.between;
    }
  return Between::other;
}

/// One blank or one hyphen is told from a mixture of marks (open) and from punctuation (other).
Between between(std::string_view text) {
  if (text.empty()) return Between::nothing;
  const Between first = mark_at(text);
  if (text.empty() || first == Between::other) return first;
  while (!text.empty())
    if (mark_at(text) == Between::other) return Between::other;
  return Between::open;
}

/// "U.N." and "I.C.T." are words of one letter each, written together.
bool is_dotted_acronym(std::string_view text) {
  if (text.size() < 3) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool letter =
        (text[at] >= 'A' && text[at] <= 'Z') || (text[at] >= 'a' && text[at] <= 'z');
    if (at % 2 == 0 ? !letter : text[at] != '.') return false;
  }
  return true;
}

std::string without(std::string_view text, char dropped) {
  std::string out(text);
  std::erase(out, dropped);
  return out;
}

/// Length of an apostrophe at the place, 0 for none.
std::size_t apostrophe(std::string_view text, std::size_t at) {
  if (text[at] == '\'') return 1;
  return text.substr(at).starts_with("\u2019") ? 3 : 0;
}

/// Length of a narrow no-break space at the place: ICU keeps words together over it.
std::size_t thin_blank(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("\u202f") ? 3 : 0;
}

/// Places where a word as ICU cuts it falls into tokens: "un.int", "l'eau", "2002,2003".
void split_word(std::string_view word, std::size_t begin, std::vector<Token>& out) {
  char link = 0;
  std::size_t from = 0;
  const bool decimal = is_digit(word.front());
  const auto close = [&](std::size_t to) {
    if (to == from) return;
    out.push_back({.raw = std::string(word.substr(from, to - from)),
                   .begin = begin + from,
                   .end = begin + to,
                   .link = from == 0 ? '\0' : link});
  };
  for (std::size_t at = 0; at < word.size();) {
    const char c = word[at];
    const std::size_t quote = apostrophe(word, at);
    const bool splits =
        c == '.' ? !decimal : c == ',' || c == '@' || c == '_' || c == ':' || c == ';';
    const std::size_t width = quote ? quote : splits ? 1 : thin_blank(word, at);
    if (width == 0) {
      ++at;
      continue;
    }
    close(at);
    // The "s" of a possessive is no word of its own.
    if (quote && (word.substr(at + quote) == "s" || word.substr(at + quote) == "S")) {
      if (at > from) out.back().end = begin + word.size();
      return;
    }
    link = quote ? '\'' : (c == '.' || c == '@') ? c : '\0';
    at += width;
    from = at;
  }
  close(word.size());
}

void add_word(std::string_view text, const WordSpan& span, std::vector<Token>& out) {
  const std::string_view word = text.substr(span.begin, span.end - span.begin);
  if (word.find_first_of(".,@_:;'") == std::string_view::npos &&
      word.find("\u2019") == std::string_view::npos &&
      word.find("\u202f") == std::string_view::npos) {
    out.push_back({.raw = std::string(word), .begin = span.begin, .end = span.end});
  } else if (is_dotted_acronym(word)) {
    out.push_back({.raw = without(word, '.'), .begin = span.begin, .end = span.end});
  } else if (has_thousands(word)) {
    out.push_back({.raw = without(word, ','), .begin = span.begin, .end = span.end});
  } else {
    split_word(word, span.begin, out);
  }
}

bool stands_free(std::string_view text, const Token& first, const Token& last) {
  const char before = first.begin == 0 ? ' ' : text[first.begin - 1];
  const char after = last.end == text.size() ? ' ' : text[last.end];
  return std::string_view("/-.:").find(before) == std::string_view::npos && after != '/';
}

bool is_blank_between(std::string_view text, const Token& left, const Token& right) {
  return between(text.substr(left.end, right.begin - left.end)) == Between::blank;
}

/// E/2009/21 prints "1 067" in its annex. One run of groups is one number or none at all, so that a
/// telephone number ("212 963 0403") stays apart.
void join_digit_groups(std::string_view text, const ByteSpans& symbols, std::vector<Token>& list) {
  std::size_t write = 0;
  auto symbol = symbols.begin();
  for (std::size_t at = 0; at < list.size();) {
    std::size_t end = at + 1;
    bool groups = is_number(list[at].raw) && list[at].raw.size() <= 3 && list[at].raw[0] != '0';
    while (is_number(list[at].raw) && end < list.size() && is_number(list[end].raw) &&
           is_blank_between(text, list[end - 1], list[end])) {
      groups = groups && list[end].raw.size() == 3;
      ++end;
    }
    while (symbol != symbols.end() && symbol->second <= list[at].begin) ++symbol;
    const bool in_symbol = symbol != symbols.end() && symbol->first < list[end - 1].end;
    groups = groups && !in_symbol && stands_free(text, list[at], list[end - 1]);
    for (std::size_t from = at; from < end; ++from) {
      if (groups && from > at) {
        list[write - 1].raw += list[from].raw;
        list[write - 1].end = list[from].end;
      } else {
        if (write != from) list[write] = std::move(list[from]);
        ++write;
      }
    }
    at = end;
  }
  list.resize(write);
}

std::string cut(std::string word) {
  if (word.size() <= kMaxWordBytes) return word;
  std::size_t end = kMaxWordBytes;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) --end;
  word.resize(end);
  return word;
}

WordForm make_word_form(std::string_view raw) {
  // A stemmer keeps a buffer, so each thread has its own.
  thread_local const Xapian::Stem stemmer("english");
  WordForm form{.word = cut(fold(raw.substr(0, 4 * kMaxWordBytes))), .stem = {}};
  form.stem = form.word.empty() || is_digit(form.word.front()) ? form.word
                                                               : stemmer(one_spelling(form.word));
  return form;
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

}  // namespace

std::vector<Token> tokens(std::string_view text, const ByteSpans& symbols) {
  std::vector<Token> list;
  for (const WordSpan& span : words(text)) add_word(text, span, list);
  join_digit_groups(text, symbols, list);
  for (std::size_t at = 1; at < list.size(); ++at) {
    const std::size_t end = list[at - 1].end;
    const Between what = between(text.substr(end, list[at].begin - end));
    if (list[at].link == 0 && what == Between::hyphen) list[at].link = '-';
    list[at].gap = list[at].link == 0 && what == Between::other;
  }
  return list;
}

WordForm word_form(std::string_view raw) {
  using Memory = std::unordered_map<std::string, WordForm, TextHash, std::equal_to<>>;
  thread_local Memory memory;
  if (const auto found = memory.find(raw); found != memory.end()) return found->second;
  WordForm form = make_word_form(raw);
  if (memory.size() >= kRememberedWords) memory.clear();
  if (raw.size() <= kMaxWordBytes) memory.emplace(raw, form);
  return form;
}

}  // namespace undex
