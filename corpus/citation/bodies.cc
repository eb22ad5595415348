#include "corpus/citation/bodies.h"

#include <algorithm>
#include <array>
#include <span>

#include "corpus/symbol/letters.h"

namespace undex {
namespace {

// Words that name a body only together with what the text spoke of before.
constexpr std::array<std::string_view, 15> kBareBodies{"Council",
                                                       "Assembly",
                                                       "Commission",
                                                       "Conference",
                                                       "Board",
                                                       "Committee",
                                                       "Subcommission",
                                                       "Sub-Commission",
                                                       "Parties",
                                                       "Congress",
                                                       "Governing Council",
                                                       "Executive Board",
                                                       "Executive Council",
                                                       "Executive Committee",
                                                       "Advisory Committee"};
constexpr int kFirstStrokedSession = 31;  // General Assembly: 3541 (XXX) was followed by 31/1
constexpr int kLastRomanAssembly = 30;
constexpr int kLatestYoungAssembly = 12;  // UNEP/EA. since 2014, HSP/HA. since 2019, not yearly
constexpr int kFirstDecision = 101;  // decisions of organs are counted from 101, 201, 301 or 401

struct NamedBody {
  std::string_view first_word;
  std::string_view name;
  const SymbolBody* row;
};

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (is_letter(peek(text, end)) || peek(text, end) == '-') ++end;
  return piece(text, 0, end);
}

// By first word, longest name first.
std::vector<NamedBody> read_names() {
  std::vector<NamedBody> names;
  const auto add = [&](std::string_view name, const SymbolBody* row) {
    names.push_back({first_word(name), name, row});
  };
  for (const SymbolBody& body : symbol_bodies()) {
    add(body.name, &body);
    for (const std::string_view name : body.also) add(name, &body);
  }
  for (const std::string_view word : kBareBodies) add(word, nullptr);
  std::ranges::stable_sort(names, [](const NamedBody& a, const NamedBody& b) {
    return a.first_word == b.first_word ? a.name.size() > b.name.size()
                                        : a.first_word < b.first_word;
  });
  return names;
}

std::span<const NamedBody> names_with(std::string_view first_word) {
  static const std::vector<NamedBody> table = read_names();
  const auto begin = std::ranges::lower_bound(table, first_word, {}, &NamedBody::first_word);
  const auto end = std::ranges::upper_bound(table, first_word, {}, &NamedBody::first_word);
  return {begin, end};
}

bool matches(std::string_view plain, std::size_t at, std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = peek(plain, at + i) == '\n' ? ' ' : peek(plain, at + i);
    if (c != name[i]) return false;
  }
  return !is_alnum(peek(plain, at + name.size()));
}

const SymbolBody* body_at(std::string_view prefix) { return find_symbol_body(prefix); }

// Whether a body can have given such a number. "" for a body that counts in its own way.
bool fits(const SymbolBody& body, const PrintedNumber& number) {
  const int first = number_of(number.first);
  switch (number.shape) {
    case NumberShape::in_year:
      return body.prefix == "S/";
    case NumberShape::year:
      return body.prefix == "E/" || body.prefix.starts_with("E/CN.");
    case NumberShape::special:
      return body.prefix == "A/" || (body.prefix == "A/HRC/" && number.first[0] == 'S');
    case NumberShape::session:
      if (body.prefix.ends_with("A.*/") && first > kLatestYoungAssembly) return false;
      if (body.prefix == "A/") return first >= kFirstStrokedSession && first < 100;
      return body.prefix != "E/" && body.prefix != "S/" && body.prefix != "T/" &&
             !body.prefix.starts_with("E/CN.") && first < 100;
    case NumberShape::roman:
      if (body.prefix == "A/") {
        const int session = roman_value(number.second);
        return session <= kLastRomanAssembly && !number.second.starts_with("ORG");
      }
      return body.prefix == "E/" || body.prefix == "T/" || body.prefix == "E/ESCAP/";
  }
  return false;
}

// The date printed with a number tells bodies apart that count alike: session 51 of the Assembly
// was in 1996 and 1997, that of the Human Rights Council, with three a year since 2006, in 2022.
bool date_agrees(const SymbolBody& body, const PrintedNumber& number) {
  if (number.dated == 0 || number.shape != NumberShape::session) return true;
  const int session = number_of(number.first);
  if (body.prefix == "A/") {
    return number.dated == 1945 + session || number.dated == 1946 + session;
  }
  if (body.prefix != "A/HRC/") return true;
  const int latest = 3 * (number.dated - 2006) + 3;
  return session >= latest - 3 && session <= latest + 1;
}

std::optional<Symbol> written(const SymbolBody& body, const PrintedNumber& number, ActKind kind) {
  const std::string_view rule = kind == ActKind::resolution ? body.resolution : body.decision;
  if (rule.empty()) return std::nullopt;
  std::string symbol;
  for (std::size_t at = 0; at < rule.size(); ++at) {
    if (rule[at] == '#') {
      symbol += number.normal();
    } else if (rule[at] == '$' && at + 1 < rule.size()) {
      symbol += rule[++at] == '1' ? number.first : number.second + number.letters;
    } else {
      symbol += rule[at];
    }
  }
  return Symbol{{symbol}};
}

// "Council", "Assembly", ...: the organ that can have given such a number.
const SymbolBody* body_of_word(std::string_view word, const PrintedNumber& number,
                               const BodyContext& context) {
  const bool speaks = context.speaker != nullptr && fits(*context.speaker, number) &&
                      date_agrees(*context.speaker, number) &&
                      context.speaker->name.find(word) != std::string::npos;
  if (speaks) return context.speaker;
  if (word == "Council") {
    for (const SymbolBody* body : context.likely) {
      if (body->name.find("Council") != std::string::npos && fits(*body, number)) return body;
    }
    switch (number.shape) {
      case NumberShape::in_year:
        return body_at("S/");
      case NumberShape::year:
      case NumberShape::roman:
        return body_at("E/");
      case NumberShape::session:
      case NumberShape::special:
        return body_at("A/HRC/");
    }
  }
  if (word == "Assembly") return fits(*body_at("A/"), number) ? body_at("A/") : nullptr;
  for (const SymbolBody* body : context.likely) {
    if (body->name.find(word) != std::string::npos && fits(*body, number)) return body;
  }
  return nullptr;
}

// Nothing names the body: the shape decides, where only one organ counts so.
const SymbolBody* body_of_shape(const PrintedNumber& number, ActKind kind) {
  const int drift = number.dated - 1945 - number_of(number.first);
  const bool elsewhere =
      number.dated != 0 && number.shape == NumberShape::session && (drift < -1 || drift > 2);
  if (elsewhere) return nullptr;
  const bool small = kind == ActKind::decision && number_of(number.second) < kFirstDecision;
  for (std::string_view prefix : {"A/", "E/", "S/"}) {
    const SymbolBody* body = body_at(prefix);
    if (!fits(*body, number)) continue;
    return small && number.shape != NumberShape::special ? nullptr : body;
  }
  return nullptr;
}

}  // namespace

const SymbolBody* body_named(std::string_view name) {
  const auto list = names_with(first_word(name));
  const auto found = std::ranges::find(list, name, &NamedBody::name);
  return found == list.end() ? nullptr : found->row;
}

std::vector<BodyMention> find_bodies(std::string_view plain) {
  std::vector<BodyMention> mentions;
  for (std::size_t at = 0; at < plain.size();) {
    if (!is_letter(plain[at])) {
      ++at;
      continue;
    }
    std::size_t next = at + 1;
    while (is_alnum(peek(plain, next)) || peek(plain, next) == '-') ++next;
    if (is_upper(plain[at]) && next - at < 20) {
      for (const NamedBody& body : names_with(piece(plain, at, next - at))) {
        if (!matches(plain, at, body.name)) continue;
        next = at + body.name.size();
        mentions.push_back({at, next, body.row, body.name});
        break;
      }
    }
    at = next;
  }
  return mentions;
}

std::optional<Symbol> symbol_of(const PrintedNumber& number, ActKind kind,
                                const BodyContext& context, std::string_view& why) {
  for (const BodyMention& mention : context.named) {
    const SymbolBody* body =
        mention.row != nullptr ? mention.row : body_of_word(mention.word, number, context);
    if (body == nullptr) continue;
    const bool ruled = !(kind == ActKind::resolution ? body->resolution : body->decision).empty();
    why = ruled ? "the body named does not number so" : "the body named has no rule for a symbol";
    if (fits(*body, number)) return written(*body, number, kind);
  }
  // "Commission resolution 51/12", "Board resolution 1 (I)": another body's, whichever it is. The
  // shape n (yyyy) is the Security Council's alone, and a year that of the Economic and Social
  // Council once it is named.
  if (!context.named.empty() && number.shape != NumberShape::in_year) {
    const bool council = std::ranges::any_of(
        context.named, [](const BodyMention& m) { return m.row && m.row->prefix.size() == 2; });
    if (why.empty()) why = "which body the word means is not said";
    if (!council) return std::nullopt;
  }
  why = "no body is named and the shape tells none";
  for (const SymbolBody* body : context.likely) {
    if (!fits(*body, number) || !date_agrees(*body, number)) continue;
    if (auto symbol = written(*body, number, kind)) return symbol;
  }
  const SymbolBody* body = body_of_shape(number, kind);
  if (body == nullptr) return std::nullopt;
  return written(*body, number, kind);
}

}  // namespace undex
