// Prints the tables of name_table.h. Run by the build, as a program of its own.
#include "searcher/query/name_table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "corpus/data.h"
#include "corpus/generate/print_frozen.h"
#include "corpus/labels.h"
#include "corpus/language.h"
#include "corpus/text.h"
#include "corpus/utf8.h"
#include "schemas/label_key.h"
#include "searcher/query/name_stems.h"
#include "searcher/query/wording.h"

namespace undex::query {
namespace {

/// Names of States that are other words too, folded: a bird, smoke, "of that", financial, country.
constexpr std::array<std::string_view, 18> kOtherWords = {
    "chad", "turkey", "jordan", "guinea", "mali", "maurice", "dominique", "granada", "того",
    "чад",  "перу",   "куба",   "мали",   "مالي", "قطر",     "عمان",      "panama",  "панама"};

bool is_other_word(std::string_view key) {
  return std::find(kOtherWords.begin(), kOtherWords.end(), key) != kOtherWords.end();
}

bool has_capital(std::string_view text) { return to_lower(text) != text; }

std::size_t capitals_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_upper));
}

Stands stands_of(std::string_view key, std::string_view spelling, bool state) {
  constexpr std::size_t kShortAcronym = 5;
  if (key.find(' ') != std::string_view::npos) return Stands::in_any_case;
  const std::size_t capitals = capitals_in(spelling);
  const bool acronym = std::none_of(spelling.begin(), spelling.end(), is_lower) && capitals > 1;
  if (acronym) return capitals <= kShortAcronym ? Stands::as_written : Stands::in_any_case;
  if (state) return is_other_word(key) ? Stands::with_a_capital : Stands::in_any_case;
  return capitals > 1 || !has_capital(spelling) ? Stands::in_any_case : Stands::with_a_capital;
}

std::string_view behind_first_letter(std::string_view text) {
  return text.substr(std::min(text.size(), character_end(text, 0)));
}

/// Russian names in these have one form for all cases, and so have acronyms.
bool has_one_form(std::string_view spelling) {
  constexpr std::array<std::string_view, 6> kEndings = {"о", "и", "у", "е", "э", "ю"};
  if (spelling.find(' ') != std::string_view::npos) return false;
  return has_capital(behind_first_letter(spelling)) ||
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return spelling.ends_with(ending); });
}

/// A stem of few letters is that of other words too ("Куба", "кубы"): they are told apart by the
/// capital, where the script has one. Nothing where they are not.
std::optional<Stands> stem_stands(std::string_view stem, std::string_view spelling) {
  constexpr std::size_t kShortStem = 3 * 2;  // letters of two bytes
  if (stem.find(' ') != std::string_view::npos) return Stands::in_any_case;
  if (stem.size() > kShortStem && !is_other_word(label_key(spelling))) return Stands::in_any_case;
  return has_capital(spelling) ? std::optional(Stands::with_a_capital) : std::nullopt;
}

class Names {
 public:
  Names() {
    for (const auto& row : data_rows("not_names")) add(row.front(), nullptr);
    for (const Name& name : authority_names()) {
      add_english(name.preferred, name);
      for (const std::string_view variant : name.variants) add_english(variant, name);
    }
    for (const auto& row : data_rows("state_names"))
      if (const Name* name = find_name(row[0])) {
        add(row[2], name);
        add_stems(row[2], name);
      }
    for (const std::string_view field : {"state", "entity", "initiative"})
      for (const Label& label : labels(field)) add_label(label);
    for (const Label& label : labels("organ"))
      if (const auto known = english_.find(label.value); known != english_.end())
        add_stems(label.text, known->second);
  }

  std::vector<FrozenRow> spellings() const { return spellings_; }
  std::vector<FrozenRow> foreign() const { return foreign_; }
  std::vector<FrozenRow> stems() const {
    std::vector<FrozenRow> rows;
    for (const auto& [key, one] : stems_)
      if (one.name) rows.push_back({key, cells_of(one.stands, one.name, one.spelling)});
    return rows;
  }

 private:
  struct Stemmed {
    const Name* name = nullptr;  ///< nullptr: several names have this key
    Stands stands = Stands::in_any_case;
    std::string_view spelling;
  };

  static std::string cells_of(Stands stands, const Name* name, std::string_view spelling) {
    std::string cells(1, static_cast<char>(stands));
    cells.append("\t").append(name ? name->id : std::string_view()).append("\t").append(spelling);
    return cells;
  }

  void add(std::string_view spelling, const Name* name) {
    const std::string key = label_key(spelling);
    if (key.empty()) return;
    const bool state = name && name->kind == Name::Kind::state;
    std::string cells = cells_of(stands_of(key, spelling, state), name, spelling);
    if (seen_.emplace(key, cells).second) spellings_.push_back({key, std::move(cells)});
  }

  void add_english(std::string_view spelling, const Name& name) {
    english_.emplace(spelling, &name);
    add(spelling, &name);
  }

  void add_label(const Label& label) {
    const auto known = english_.find(label.value);
    if (label.language == kLanguages.front() || known == english_.end()) return;
    add(label.text, known->second);
    add_stems(label.text, known->second);
    if (!is_other_word(label_key(label.text))) add_foreign(known->second->id, label.text);
  }

  void add_foreign(std::string_view id, std::string_view text) {
    const Wording wording = wording_of(Words{.text = std::string(text), .quoted = true});
    for (const std::string& term : wording.terms) foreign_.push_back({std::string(id), term});
    for (const std::vector<std::string>& phrase : wording.phrases) {
      FrozenRow row{std::string(id), phrase.front()};
      for (std::size_t at = 1; at < phrase.size(); ++at) row.cells.append(" ").append(phrase[at]);
      foreign_.push_back(std::move(row));
    }
  }

  void add_stems(std::string_view spelling, const Name* name) {
    const std::string key = name_stem_key(spelling);
    const std::optional<Stands> stands = stem_stands(key, spelling);
    if (key.empty() || !stands || has_one_form(spelling)) return;
    const auto [known, added] = stems_.try_emplace(key, Stemmed{name, *stands, spelling});
    if (!added && known->second.name != name) known->second.name = nullptr;
  }

  std::vector<FrozenRow> spellings_, foreign_;
  std::map<std::string, Stemmed> stems_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::unordered_map<std::string_view, const Name*> english_;
};

}  // namespace
}  // namespace undex::query

int main() {
  const undex::query::Names names;
  std::puts("#include \"searcher/query/name_table.h\"\n\nnamespace undex::query {\n");
  undex::print_frozen("name_table", names.spellings());
  undex::print_frozen("foreign_name_table", names.foreign());
  undex::print_frozen("name_stem_table", names.stems());
  std::puts("}  // namespace undex::query");
}
