#include "corpus/citation/act_words.h"

#include <algorithm>
#include <array>

#include "corpus/symbol/letters.h"

namespace undex {
namespace {

// kOtherLetter stands for the accented letter of French and Spanish.
struct ActWord {
  std::string_view word;
  ActKind kind;
};
constexpr std::array kActWords{
    ActWord{"resolution", ActKind::resolution},   ActWord{"resolutions", ActKind::resolution},
    ActWord{"decision", ActKind::decision},       ActWord{"decisions", ActKind::decision},
    ActWord{"res", ActKind::resolution},          ActWord{"r\1solution", ActKind::resolution},
    ActWord{"r\1solutions", ActKind::resolution}, ActWord{"d\1cision", ActKind::decision},
    ActWord{"d\1cisions", ActKind::decision},     ActWord{"resoluci\1n", ActKind::resolution},
    ActWord{"resoluciones", ActKind::resolution}, ActWord{"decisi\1n", ActKind::decision},
    ActWord{"decisiones", ActKind::decision}};

bool is_word_letter(char c) { return is_letter(c) || c == kOtherLetter; }

}  // namespace

std::vector<Trigger> find_triggers(std::string_view plain) {
  std::vector<Trigger> triggers;
  for (std::size_t at = 0; at < plain.size();) {
    if (!is_word_letter(plain[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (is_word_letter(peek(plain, end))) ++end;
    const char first = lower(plain[at]);
    if ((first == 'r' || first == 'd') && end - at <= 12) {
      const std::string_view word = piece(plain, at, end - at);
      const auto* row = std::ranges::find_if(
          kActWords, [&](const ActWord& act) { return same_letters(act.word, word); });
      if (row != kActWords.end()) triggers.push_back({at, end, row->kind});
    }
    at = end;
  }
  return triggers;
}

}  // namespace undex
