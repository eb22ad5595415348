#include "searcher/render/record/wording.h"

#include <algorithm>
#include <array>

namespace undex::rendering {
namespace {

/// Parts of a resolution as texts name them: "A and B" of "A-B", "A to D" of "A-D".
std::string parts_in_words(std::string_view parts) {
  if (parts.size() != 3 || parts[1] != '-') return std::string(parts);
  return std::string(1, parts[0]) + (parts[2] == parts[0] + 1 ? " and " : " to ") + parts[2];
}

/// "3411 A and B (XXX)" of "3411(XXX)[A-B]", "57/270 B" of "57/270B", "1723 (2006)" of
/// "1723(2006)".
std::string number_in_words(std::string_view number) {
  std::string_view parts;
  if (number.ends_with(']')) {
    const std::size_t mark = number.find('[');
    parts = number.substr(mark + 1, number.size() - mark - 2);
    number = number.substr(0, mark);
  } else {
    const std::size_t digit = number.find_last_of("0123456789)");
    if (digit != std::string_view::npos) parts = number.substr(digit + 1);
    number = number.substr(0, number.size() - parts.size());
  }
  const std::size_t session = std::min(number.find('('), number.size());
  std::string words(number.substr(0, session));
  if (!parts.empty()) words += " " + parts_in_words(parts);
  if (session < number.size()) words.append(" ").append(number.substr(session));
  return words;
}

}  // namespace

std::string resolution_in_words(const Symbol& symbol) {
  if (symbol.parts.size() != 1) return {};
  const std::string_view part = symbol.parts.front();
  const SymbolDetails details = describe_symbol(part);
  if (details.body_name.empty() || !details.modifiers.empty()) return {};
  for (const std::string_view kind : {"RES/", "DEC/"}) {
    const std::string series = details.body + std::string(kind);
    if (!part.starts_with(series) || part.size() == series.size()) continue;
    return details.body_name + (kind == "RES/" ? " resolution " : " decision ") +
           number_in_words(part.substr(series.size()));
  }
  return {};
}

std::string symbol_in_text(std::string_view name) {
  struct Form {
    std::string_view normal, printed;
  };
  // The parts of the proposed programme budget, A/80/6.
  static constexpr std::array<Form, 2> kForms{
      {{"(Sect.", " (Sect. "}, {"(IncomeSect.", " (Income sect. "}}};
  std::string text(name);
  for (const Form& form : kForms)
    if (const std::size_t at = text.find(form.normal); at != std::string::npos)
      text.replace(at, form.normal.size(), form.printed);
  return text;
}

std::string_view three_letters(std::string_view language) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kCodes{
      {{"ar", "ara"},
       {"zh", "chi"},
       {"en", "eng"},
       {"fr", "fre"},
       {"ru", "rus"},
       {"es", "spa"},
       {"de", "ger"}}};
  for (const auto& [code, three] : kCodes)
    if (code == language) return three;
  return "und";
}

}  // namespace undex::rendering
