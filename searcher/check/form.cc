// The form of citations, by rules whose source check_kinds() names.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "corpus/symbol/letters.h"
#include "corpus/text.h"
#include "searcher/check/checking.h"

namespace undex::checking {
namespace {

/// One block as the rules see it: ASCII signs, with the way back to the bytes of the draft.
class FormText {
 public:
  FormText(Checking& checking, std::size_t block)
      : checking_(checking),
        block_(static_cast<int>(block)),
        source_(checking.draft.blocks[block].text),
        plain_(plain_letters(source_)) {}

  std::string_view text() const { return plain_.text; }
  std::string_view at(std::size_t from) const { return piece(plain_.text, from); }

  void find(std::string_view code, std::size_t begin, std::size_t end, std::string message,
            std::string remedy) {
    const MarkSpan span{
        .block = block_, .begin = plain_.source(begin), .end = plain_.source_end(source_, end)};
    if (checking_.is_own_words(span))
      checking_.remark(code, span, std::move(message), std::move(remedy));
  }

 private:
  Checking& checking_;
  int block_;
  std::string_view source_;
  PlainText plain_;
};

std::size_t number_end(std::string_view text, std::size_t at) { return at + digits_at(text, at); }

/// The end of " (a)", " (iv)" and the like; `at` when there is none.
std::size_t point_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostLetters = 5;
  std::size_t next = skip_blanks(text, at);
  if (peek(text, next) != '(') return at;
  const std::size_t letters = ++next;
  while (is_lower(peek(text, next))) ++next;
  const bool is_point = next > letters && next - letters <= kMostLetters && peek(text, next) == ')';
  return is_point ? next + 1 : at;
}

std::size_t points_end(std::string_view text, std::size_t at) {
  for (std::size_t end = point_end(text, at); end != at; end = point_end(text, at)) at = end;
  return at;
}

constexpr std::size_t kMostDigits = 3;  // of a paragraph in a list: a year has more

/// Behind ", 6, 7"; `at` when no number follows.
std::size_t listed_end(std::string_view text, std::size_t at) {
  while (piece(text, at).starts_with(", ")) {
    const std::size_t end = number_end(text, at + 2);
    if (end == at + 2 || end - at - 2 > kMostDigits) break;
    at = end;
  }
  return at;
}

/// Behind " and 16", "-16" or ", 6 and 7"; `at` when no other paragraph follows: "and 20 December",
/// "and 57/295".
std::size_t second_number_end(std::string_view text, std::size_t at) {
  const std::size_t listed = listed_end(text, at);
  std::size_t next = listed;
  if (piece(text, listed).starts_with(" and "))
    next = listed + 5;
  else if (peek(text, listed) == '-')
    next = listed + 1;
  const std::size_t end = number_end(text, next);
  if (next == listed || end == next || end - next > kMostDigits) return at;
  const char behind = peek(text, end);
  const bool closed = behind == 0 || std::string_view(").,;:]").find(behind) != std::string::npos;
  const bool goes_on = closed && !(behind == '.' && is_digit(peek(text, end + 1))) &&
                       !(behind == ',' && is_digit(peek(text, end + 1)));
  return goes_on || piece(text, end).starts_with(" of ") || piece(text, end).starts_with(" above")
             ? end
             : at;
}

bool is_list_sign(std::string_view rest) {
  constexpr std::array<std::string_view, 13> kSigns{
      "-", " and ", ", ",        " to ",         " or ", "; ",  " & ",
      "/", " et ",  " through ", " as well as ", " bis", " ter"};
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return rest.starts_with(sign); });
}

/// "para. 15 and 16", "paras. 15": at the number behind the abbreviation.
void check_count(FormText& form, std::size_t begin, std::size_t number, bool several) {
  const std::string_view text = form.text();
  const std::size_t first = number_end(text, number);
  const std::size_t end = points_end(text, first);
  const std::string as_printed(text.substr(number, end - number));
  const std::string initial(1, text[begin]);
  if (!several) {
    const std::size_t second = second_number_end(text, end);
    if (second == end) return;
    form.find("form-paragraphs", begin, second, "several paragraphs are cited",
              initial + "aras. " + std::string(text.substr(number, second - number)));
  } else if (end == first && !is_list_sign(form.at(end)) && !is_alnum(peek(text, end)) &&
             peek(text, end) != '.') {
    form.find("form-paragraphs", begin, end, "one paragraph is cited",
              initial + "ara. " + as_printed);
  } else if (end == first && peek(text, end) == '.' && !is_digit(peek(text, end + 1))) {
    form.find("form-paragraphs", begin, end, "one paragraph is cited",
              initial + "ara. " + as_printed);
  }
}

/// "24(e)": at the number behind "para." or "paragraph".
void check_letter(FormText& form, std::size_t begin, std::size_t number) {
  const std::string_view text = form.text();
  const std::size_t end = number_end(text, number);
  if (peek(text, end) != '(' || point_end(text, end) == end) return;
  const std::size_t behind = point_end(text, end);
  form.find("form-letter", begin, behind, "no space before the letter",
            std::string(text.substr(begin, end - begin)) + " " +
                std::string(text.substr(end, behind - end)));
}

struct Lead {
  std::string_view word;
  bool abbreviated;
  bool several;
};
constexpr std::array<Lead, 4> kLeads{{{"paragraphs", false, true},
                                      {"paragraph", false, false},
                                      {"paras", true, true},
                                      {"para", true, false}}};

void check_pinpoint_form(FormText& form, std::size_t begin, const Lead& lead) {
  const std::string_view text = form.text();
  std::size_t at = begin + lead.word.size();
  const bool point = peek(text, at) == '.';
  if (point) ++at;
  const std::size_t number = skip_blanks(text, at);
  if (number == at || !is_digit(peek(text, number))) return;
  if (lead.abbreviated && !point)
    form.find("form-abbreviation", begin, at, "an abbreviation with its point",
              std::string(piece(text, begin, lead.word.size())) + ".");
  if (lead.abbreviated) check_count(form, begin, number, lead.several);
  check_letter(form, begin, number);
}

void check_pinpoint_forms(FormText& form) {
  const std::string_view text = form.text();
  for (std::size_t at = 1; (at = text.find("ara", at)) != std::string_view::npos; at += 3) {
    const std::size_t begin = at - 1;
    if (lower(text[begin]) != 'p' || (begin > 0 && is_alnum(text[begin - 1]))) continue;
    for (const Lead& lead : kLeads) {
      if (!form.at(at).starts_with(lead.word.substr(1)) ||
          is_letter(peek(text, begin + lead.word.size())))
        continue;
      check_pinpoint_form(form, begin, lead);
      break;
    }
  }
}

/// "A/RES/57/295" -> "57/295", "S/RES/1540(2004)" -> "1540 (2004)".
std::string number_of_resolution(const Symbol& symbol) {
  const std::string& part = symbol.parts.front();
  const std::size_t at = part.find("/RES/");
  if (symbol.parts.size() != 1 || at == std::string::npos) return {};
  std::string number = part.substr(at + 5);
  const std::size_t bracket = number.find('(');
  if (bracket != std::string::npos) number.insert(bracket, 1, ' ');
  return number.find('[') == std::string::npos ? number : "";
}

/// "resolution A/RES/57/295"; "resolution 57/270B", "resolution 1540(2004)".
void check_resolution_form(Checking& checking, const Reference& reference) {
  const std::string words = words_of(checking.draft, reference.span);
  const std::string number = number_of_resolution(reference.cited);
  if (number.empty() || !checking.is_own_words(reference.span)) return;
  const std::string_view before =
      text_of(checking.draft, reference.span).substr(0, reference.span.begin);
  const bool in_words = before.ends_with("resolution ") || before.ends_with("resolutions ") ||
                        before.ends_with("Resolution ");
  if (words == reference.cited.text()) {
    if (in_words)
      checking.remark("form-resolution", reference.span,
                      "behind the word \"resolution\" its number is enough", number);
    return;
  }
  std::string spaced = number;
  while (!spaced.empty() && is_upper(spaced.back())) spaced.pop_back();
  const bool part = spaced.size() < number.size() && number.size() - spaced.size() == 1 &&
                    !spaced.empty() && is_digit(spaced.back());
  const bool glued = words.ends_with(number) && part;
  const std::size_t bracket = number.find(" (");
  const bool tight = bracket != std::string::npos &&
                     words.ends_with(number.substr(0, bracket) + number.substr(bracket + 1));
  if (!glued && !tight) return;
  checking.remark("form-resolution", reference.span, "the number is printed with a space",
                  glued ? spaced + " " + number.back() : number);
}

/// ", p. 7" behind a document whose paragraphs are numbered.
void check_page(Checking& checking, const Reference& reference) {
  const std::string_view text = text_of(checking.draft, reference.span);
  const std::string_view behind = text.substr(reference.span.end);
  std::size_t at = behind.starts_with(", ") ? 2 : 0;
  for (const std::string_view lead : {"pp. ", "p. ", "pages ", "page "}) {
    if (at == 0 || !behind.substr(at).starts_with(lead)) continue;
    const std::size_t end = at + lead.size() + digits_at(behind, at + lead.size());
    const Document* held = checking.holdings.held(reference.cited);
    const bool numbered =
        held != nullptr && std::ranges::any_of(held->blocks, [](const Block& block) {
          return block.locator.place == Locator::Place::paragraph && block.locator.part.empty();
        });
    if (!numbered || end == at + lead.size()) return;
    MarkSpan span = reference.span;
    span.begin = reference.span.end + at;
    span.end = reference.span.end + end;
    checking.remark("form-page", span, "the paragraphs of " + held->name() + " are numbered",
                    "cite the paragraph", {});
    return;
  }
}

/// "a/58/568", "E/CN16/2003/1": words that are no citation and become a known symbol.
void check_symbol_forms(Checking& checking, std::size_t block) {
  const Document& draft = checking.draft;
  const std::string_view text = draft.blocks[block].text;
  for (std::size_t slash = 0; (slash = text.find('/', slash)) != std::string_view::npos;) {
    const auto is_part = [](char c) { return is_alnum(c) || c == '/' || c == '.' || c == '-'; };
    std::size_t begin = slash, end = slash;
    while (begin > 0 && is_part(text[begin - 1])) --begin;
    while (end < text.size() && is_part(text[end])) ++end;
    slash = end;
    while (end > begin && !is_alnum(text[end - 1])) --end;
    const std::string_view word = text.substr(begin, end - begin);
    if (!is_letter(word.empty() ? 0 : word.front()) || !is_digit(word.back())) continue;
    const MarkSpan span{.block = static_cast<int>(block), .begin = begin, .end = end};
    const auto symbol = checking.is_cited(span) ? std::nullopt : parse_symbol(word);
    if (!symbol || symbol->text() == word || symbol->names(draft.symbol)) continue;
    if (!checking.holdings.is_held(*symbol) && checking.holdings.citing(*symbol) == 0) continue;
    if (checking.is_own_words(span))
      checking.remark("form-symbol", span, "documents print it so", symbol->text());
  }
}

}  // namespace

void check_form(Checking& checking) {
  const Document& draft = checking.draft;
  const bool english = draft.language() == "en";
  for (std::size_t block = 0; block < draft.blocks.size(); ++block) {
    const BlockKind kind = draft.blocks[block].kind;
    if (kind == BlockKind::furniture || kind == BlockKind::quotation) continue;
    check_symbol_forms(checking, block);
    if (!english || draft.blocks[block].text.find("ara") == std::string::npos) continue;
    FormText form(checking, block);
    check_pinpoint_forms(form);
  }
  if (!english) return;
  for (const Reference& reference : draft.marks.references) {
    if (!is_explicit(reference, draft) || reference.span.row >= 0) continue;
    check_resolution_form(checking, reference);
    check_page(checking, reference);
  }
}

}  // namespace undex::checking
