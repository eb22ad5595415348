// Does the document cited exist? Held, cited elsewhere, or unknown, with those that are near; and
// is it the named organ's?
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "corpus/citation/bodies.h"
#include "corpus/symbol/letters.h"
#include "searcher/check/checking.h"

namespace undex::checking {
namespace {

constexpr std::size_t kMostNear = 3;

/// Two digits changed round: hardly ever another document that is cited.
std::vector<std::string> swapped_digits(const std::string& part) {
  std::vector<std::string> slips;
  for (std::size_t at = 0; at + 1 < part.size(); ++at) {
    if (!is_digit(part[at]) || !is_digit(part[at + 1]) || part[at] == part[at + 1]) continue;
    slips.push_back(part);
    std::swap(slips.back()[at], slips.back()[at + 1]);
  }
  return slips;
}

/// One digit wrong, lost or too many: often the document before or after.
std::vector<std::string> other_digits(const std::string& part) {
  std::vector<std::string> slips;
  for (std::size_t at = 0; at < part.size(); ++at) {
    if (!is_digit(part[at])) continue;
    const bool last = at + 1 == part.size() || !is_digit(part[at + 1]);
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit != part[at]) slips.emplace_back(part).replace(at, 1, 1, digit);
      slips.emplace_back(part).insert(at, 1, digit);
      if (last) slips.emplace_back(part).insert(at + 1, 1, digit);
    }
    slips.emplace_back(part).erase(at, 1);
  }
  return slips;
}

/// The same number as another organ's resolution.
std::vector<std::string> of_other_organs(const std::string& part) {
  constexpr std::array<std::string_view, 4> kResolutions{"A/RES/", "E/RES/", "S/RES/",
                                                         "A/HRC/RES/"};
  const std::size_t at = part.find("RES/");
  std::vector<std::string> others;
  if (at == std::string::npos) return others;
  const std::string number = part.substr(at + 4);
  for (const std::string_view head : kResolutions)
    if (!part.starts_with(head)) others.push_back(std::string(head) + number);
  return others;
}

/// "near: A/58/568, A/58/586": those of them that are held.
std::string held_of(CheckHoldings& holdings, const std::vector<std::string>& candidates) {
  std::set<std::string> held;
  for (const std::string& candidate : candidates)
    if (held.size() < kMostNear && holdings.is_held(Symbol{{candidate}})) held.insert(candidate);
  std::string out;
  for (const std::string& name : held) out += (out.empty() ? "near: " : ", ") + name;
  return out;
}

/// What the draft most likely means: held, and of the date printed with the citation, if one is.
/// The number of another organ's resolution says too little by itself.
std::string meant_by(CheckHoldings& holdings, const std::string& part, std::string_view dated) {
  std::vector<std::string> candidates = swapped_digits(part);
  const std::optional<Date> date = parse_date(dated);
  if (date) std::ranges::move(of_other_organs(part), std::back_inserter(candidates));
  std::erase_if(candidates, [&](const std::string& candidate) {
    const Symbol symbol{{candidate}};
    if (!holdings.is_held(symbol)) return true;
    const Document* held = date ? holdings.held(symbol) : nullptr;
    if (held == nullptr) return false;
    const auto own = parse_date(held->masthead.normal(MastheadItem::date));
    return !own || !agree(*own, *date);
  });
  return held_of(holdings, candidates);
}

std::string cited_by(std::size_t documents) {
  if (documents == 0) return "the whole that it is a part of is";
  return documents == 1 ? "1 document held cites it"
                        : std::to_string(documents) + " documents held cite it";
}

struct Standing {
  enum class Kind { held, cited, unknown };
  Kind kind = Kind::unknown;
  std::size_t citing = 0;
  std::string near;
  bool likely = false;  ///< a slip made it of one that is near
  bool noted = false;
};

Standing standing_of(CheckHoldings& holdings, const Reference& reference) {
  const Symbol& symbol = reference.cited;
  Standing standing;
  const Symbol whole = whole_symbol(symbol);
  standing.citing = std::max(holdings.citing(symbol), holdings.citing(whole));
  if (holdings.is_held(symbol))
    standing.kind = Standing::Kind::held;
  else if (standing.citing > 0 || holdings.is_held(whole))
    standing.kind = Standing::Kind::cited;
  if (standing.kind != Standing::Kind::unknown) return standing;
  const std::string& part = symbol.parts.front();
  standing.near = meant_by(holdings, part, reference.dated);
  standing.likely = !standing.near.empty();
  if (standing.likely) return standing;
  std::vector<std::string> slips = swapped_digits(part);
  std::ranges::move(other_digits(part), std::back_inserter(slips));
  std::ranges::move(of_other_organs(part), std::back_inserter(slips));
  standing.near = held_of(holdings, slips);
  return standing;
}

}  // namespace

void check_symbols(Checking& checking) {
  std::map<Symbol, Standing> known;
  for (const Reference& reference : checking.draft.marks.references) {
    if (!is_explicit(reference, checking.draft)) continue;
    const auto [at, fresh] = known.try_emplace(reference.cited);
    Standing& standing = at->second;
    if (fresh) standing = standing_of(checking.holdings, reference);
    const std::string name = reference.cited.text();
    if (standing.kind == Standing::Kind::held) {
      checking.right();
    } else if (standing.kind == Standing::Kind::unknown) {
      const std::string why = name + " is not held, and no document held cites it";
      if (standing.likely)
        checking.find("unknown-symbol", reference.span, why, standing.near);
      else
        checking.unsure();
      if (!standing.likely && !std::exchange(standing.noted, true))
        checking.remark("not-known", reference.span, why, standing.near);
    } else {
      checking.unsure();
      if (!std::exchange(standing.noted, true))
        checking.remark("not-held", reference.span,
                        name + " is not held; " + cited_by(standing.citing));
    }
  }
}

void check_organs(Checking& checking) {
  for (const Reference& reference : checking.draft.marks.references) {
    if (!is_explicit(reference, checking.draft)) continue;
    const std::string words = words_of(checking.draft, reference.span);
    if (words.find("esolution") == std::string::npos) continue;
    const PlainText plain = plain_letters(words);
    const std::vector<BodyMention> named = find_bodies(plain.text);
    if (named.size() != 1 || named.front().row == nullptr) continue;
    const SymbolDetails details = describe_symbol(reference.cited.parts.front());
    const SymbolBody& body = *named.front().row;
    const SymbolBody* own = find_symbol_body(details.body);
    if (own == nullptr || own == &body || !reference.cited.parts.front().starts_with(own->prefix))
      continue;
    const std::string giver(own->name);
    checking.remark(
        "wrong-organ", reference.span,
        "a resolution numbered so is the " + giver + "'s, not the " + std::string(body.name) + "'s",
        giver + words.substr(plain.source(named.front().end)));
  }
}

}  // namespace undex::checking
