#include "corpus/figure/tokens.h"

#include <algorithm>

namespace undex {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n'; }
bool is_word_char(char c) { return is_letter(c) || c == kOtherLetter; }

/// A sign that plain letters made a hyphen or an unnamed sign: which one it is.
char sign_of_source(std::string_view source, char plain) {
  if (plain == '-' && source.starts_with("\u2013")) return kLongDash;
  if (plain == '-' && source.starts_with("\u2014")) return kLongDash;
  if (plain == '-' && source.starts_with("\u2015")) return kLongDash;
  if (source.starts_with("\u20ac")) return kEuro;
  if (source.starts_with("\u00a3")) return kPound;
  if (source.starts_with("\u00a5")) return kYen;
  return plain;
}

}  // namespace

FigureText::FigureText(std::string_view text) : source_(text), plain_(plain_letters(text)) {
  std::string& plain = plain_.text;
  if (!plain_.offsets.empty())
    for (std::size_t i = 0; i < plain.size(); ++i)
      if (plain[i] == '-' || plain[i] == kOtherSign)
        plain[i] = sign_of_source(text.substr(plain_.offsets[i], 3), plain[i]);
  lower_.resize(plain.size());
  std::ranges::transform(plain, lower_.begin(), lower);
  cut_tokens();
  cut_sentences();
}

std::size_t FigureText::cut_number(std::size_t at) {
  const std::string_view text = plain_.text;
  FigureToken& token = tokens_.back();
  token.kind = FigureToken::Kind::number;
  const std::size_t first = digits_at(text, at);
  std::size_t end = at + first;
  const char mark = peek(text, end);
  if (first <= 3 && text[at] != '0' && (mark == ',' || mark == ' '))
    while (peek(text, end) == mark && digits_at(text, end + 1) == 3 &&
           !is_word_char(peek(text, end + 4))) {
      end += 4;
      token.grouped = true;
    }
  if (peek(text, end) == '.' && is_digit(peek(text, end + 1))) {
    const std::size_t after = end + 1 + digits_at(text, end + 1);
    const bool more = peek(text, after) == '.' && is_digit(peek(text, after + 1));
    if (!more) {
      end = after;
      token.decimal = true;
    }
  }
  return end;
}

std::size_t FigureText::cut_word(std::size_t at) {
  const std::string_view text = plain_.text;
  FigureToken& token = tokens_.back();
  token.kind = FigureToken::Kind::word;
  token.capital = is_upper(text[at]);
  std::size_t end = at;
  while (end < text.size()) {
    const char c = text[end];
    const bool inside = (c == '-' || c == '\'') &&
                        (is_word_char(peek(text, end + 1)) || is_digit(peek(text, end + 1)));
    if (!is_word_char(c) && !is_digit(c) && !inside) break;
    // "30 June-25 July": a month's name joins nothing.
    if (c == '-' && month_of_word(std::string_view(lower_).substr(at, end - at)) > 0) break;
    ++end;
  }
  token.kinds = kinds_of_word(std::string_view(lower_).substr(at, end - at));
  return end;
}

void FigureText::cut_tokens() {
  const std::string_view text = plain_.text;
  tokens_.reserve(text.size() / 4 + 1);
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      blank = true;
      ++at;
      continue;
    }
    tokens_.push_back({});
    tokens_.back().begin = static_cast<std::uint32_t>(at);
    tokens_.back().blank = blank;
    std::size_t end = at + 1;
    if (is_digit(text[at])) end = cut_number(at);
    if (is_word_char(text[at])) end = cut_word(at);
    tokens_.back().end = static_cast<std::uint32_t>(end);
    blank = false;
    at = end;
  }
}

void FigureText::cut_sentences() {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const bool last = i + 1 == size();
    const bool line_ends = !last && tokens_[i + 1].blank &&
                           std::string_view(plain_.text)
                                   .substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end)
                                   .find('\n') != std::string_view::npos;
    const char stop = sign(i);
    bool ends = stop == '.' || stop == '!' || stop == '?';
    if (ends && !last) {
      const FigureToken& next = tokens_[i + 1];
      ends = next.blank && (next.kind != FigureToken::Kind::word || next.capital);
      const bool initial = i > 0 && word(i - 1).size() == 1;
      if (i > 0 && (initial || is(i - 1, word_kind::kAbbreviation))) ends = false;
    }
    if (!ends && !last && !line_ends) continue;
    sentences_.push_back({begin, i + 1});
    begin = i + 1;
  }
}

std::string_view FigureText::word(std::size_t i) const {
  if (i >= size() || tokens_[i].kind != FigureToken::Kind::word) return {};
  return std::string_view(lower_).substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
}

std::string_view FigureText::number(std::size_t i) const {
  if (i >= size() || tokens_[i].kind != FigureToken::Kind::number) return {};
  return std::string_view(lower_).substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
}

char FigureText::sign(std::size_t i) const {
  if (i >= size() || tokens_[i].kind != FigureToken::Kind::sign) return 0;
  return plain_.text[tokens_[i].begin];
}

std::uint32_t FigureText::kinds(std::size_t i) const {
  return i < size() && tokens_[i].kind == FigureToken::Kind::word ? tokens_[i].kinds : 0U;
}

bool FigureText::is_unknown_word(std::size_t i) const {
  return tokens_[i].kind == FigureToken::Kind::word && tokens_[i].kinds == 0 &&
         std::ranges::none_of(word(i), [](char c) { return c == '-' || is_digit(c); });
}

void FigureText::take_bytes(std::size_t begin, std::size_t end) {
  const auto first = std::ranges::partition_point(
      tokens_, [&](const FigureToken& token) { return plain_.source(token.end) <= begin; });
  for (auto token = first; token != tokens_.end() && plain_.source(token->begin) < end; ++token)
    token->taken = true;
}

std::string FigureText::printed(std::size_t begin, std::size_t end) const {
  std::string out;
  for (std::size_t i = begin; i < end && i < size(); ++i) {
    if (i > begin && tokens_[i].blank) out += ' ';
    out += source_.substr(source_begin(i), source_end(i) - source_begin(i));
  }
  return out;
}

}  // namespace undex
