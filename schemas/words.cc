#include "schemas/words.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/text.h"

namespace undex {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// The mark between thousands where it is no blank: French and Russian have none, and in Spanish a
/// comma begins the decimals.
char thousands_mark(std::string_view language) {
  if (language == "es") return '.';
  return language == "fr" || language == "ru" ? '\0' : ',';
}

/// Three digits in every group after the first: "1,067" but not "2002,2003".
bool has_thousands(std::string_view text, char mark) {
  const std::size_t first = std::min(text.find(mark), text.size());
  if (first == 0 || first > 3 || text[0] == '0' || first == text.size()) return false;
  for (std::size_t at = first; at < text.size(); at += 4)
    if (text[at] != mark || !is_number(text.substr(at + 1, 3)) || at + 4 > text.size())
      return false;
  return is_number(text.substr(0, first));
}

/// Digits of Arabic and full-width digits as ASCII; the Arabic mark between thousands is dropped.
std::string plain_number(std::string_view number) {
  std::string out;
  for (std::size_t at = 0; at < number.size(); ++at) {
    const auto byte = static_cast<unsigned char>(number[at]);
    const auto next = static_cast<unsigned char>(at + 1 < number.size() ? number[at + 1] : 0);
    if (byte == 0xD9 && next == 0xAC) {
      ++at;
    } else if (byte == 0xD9 && next == 0xAB) {
      out += '.';
      ++at;
    } else if (byte == 0xD9 && next >= 0xA0 && next <= 0xA9) {
      out += static_cast<char>('0' + next - 0xA0);
      ++at;
    } else if (byte == 0xDB && next >= 0xB0 && next <= 0xB9) {
      out += static_cast<char>('0' + next - 0xB0);
      ++at;
    } else {
      out += number[at];
    }
  }
  return fold(out);
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
    {"\u3001", Between::open},   {"\u060c", Between::open},
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
  if (text == " ") return Between::blank;
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

/// What an apostrophe leaves of a French article, pronoun or conjunction: "l'eau", "qu'il".
bool is_elided(std::string_view word) {
  static constexpr std::string_view kElided[] = {"l", "d", "qu", "n", "s",     "j",      "m",
                                                 "t", "c", "L",  "D", "Qu",    "N",      "S",
                                                 "J", "M", "T",  "C", "jusqu", "lorsqu", "puisqu"};
  return std::find(std::begin(kElided), std::end(kElided), word) != std::end(kElided);
}

/// Places where a word as ICU cuts it falls into tokens: "un.int", "2002,2003". An elided article
/// is no word of its own, nor is the "s" of a possessive.
void split_word(std::string_view word, std::size_t begin, std::vector<Token>& out) {
  char link = 0;
  std::size_t from = 0;
  std::size_t begins = 0;  // of the first token
  const bool decimal = is_digit(word.front());
  const auto close = [&](std::size_t to) {
    if (to == from) return;
    out.push_back({.raw = std::string(word.substr(from, to - from)),
                   .begin = begin + (from == begins ? 0 : from),
                   .end = begin + to,
                   .link = from == begins ? '\0' : link});
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
    if (quote && from == 0 && is_elided(word.substr(0, at))) {
      from = at += width;
      begins = from;
      continue;
    }
    close(at);
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

/// Most words are, and nothing in them ties or parts.
bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void add_word(std::string_view text, const WordSpan& span, char thousands,
              std::vector<Token>& out) {
  const std::string_view word = text.substr(span.begin, span.end - span.begin);
  if (span.number && !is_ascii(word) && word.find("\u202f") == std::string_view::npos) {
    std::string number = plain_number(word);
    if (has_thousands(number, ',')) number = without(number, ',');
    out.push_back({.raw = std::move(number), .begin = span.begin, .end = span.end});
    return;
  }
  if (is_plain(word) || (word.find_first_of(".,@_:;'") == std::string_view::npos &&
                         word.find("\u2019") == std::string_view::npos &&
                         word.find("\u202f") == std::string_view::npos)) {
    out.push_back({.raw = std::string(word),
                   .begin = span.begin,
                   .end = span.end,
                   .ideographic = span.ideographic});
  } else if (is_dotted_acronym(word)) {
    out.push_back({.raw = without(word, '.'), .begin = span.begin, .end = span.end});
  } else if (thousands && has_thousands(word, thousands)) {
    out.push_back({.raw = without(word, thousands), .begin = span.begin, .end = span.end});
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

}  // namespace

std::vector<Token> tokens(std::string_view text, std::string_view language,
                          const ByteSpans& symbols) {
  std::vector<Token> list;
  const char thousands = thousands_mark(language);
  for (const WordSpan& span : words(text)) add_word(text, span, thousands, list);
  join_digit_groups(text, symbols, list);
  for (std::size_t at = 1; at < list.size(); ++at) {
    const std::size_t end = list[at - 1].end;
    const Between what = between(text.substr(end, list[at].begin - end));
    if (list[at].link == 0 && what == Between::hyphen) list[at].link = '-';
    list[at].gap = list[at].link == 0 && what == Between::other;
  }
  return list;
}

}  // namespace undex
