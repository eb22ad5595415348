// Prints the table of concept_table.h. Run by the build, as a program of its own.
#include "schemas/concept_table.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/generate/print_frozen.h"
#include "corpus/language.h"
#include "schemas/generate/known_concepts.h"

namespace undex {
namespace {

constexpr std::string_view kEnglish = kLanguages.front();

/// Capitals and digits; the capitals of Russian are \u0410 to \u042f.
bool is_acronym(std::string_view raw) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < raw.size(); ++at, ++letters) {
    if (is_upper(raw[at]) || (letters > 0 && is_digit(raw[at]))) continue;
    const bool cyrillic = static_cast<unsigned char>(raw[at]) == 0xD0 && at + 1 < raw.size() &&
                          static_cast<unsigned char>(raw[at + 1]) >= 0x90 &&
                          static_cast<unsigned char>(raw[at + 1]) <= 0xAF;
    if (!cyrillic) return false;
    ++at;
  }
  return letters >= 2;
}

/// Written the same in every language: one word with a capital ("CandiWeb", "UNESCO").
bool is_international(const ConceptVariant& variant) {
  return !variant.capitals && variant.text.find(' ') == std::string::npos &&
         std::any_of(variant.text.begin(), variant.text.end(), is_upper);
}

using Steps = std::vector<std::pair<StepKind, std::string>>;

/// All ways that texts of one language may go through the variants.
class Paths {
 public:
  explicit Paths(const std::vector<KnownConcept>& concepts) : concepts_(concepts) {}

  struct Found {
    std::string steps;  ///< which a hash must not confuse
    std::vector<ConceptEnd> ends;
  };

  void add_all(std::string_view language) {
    language_ = language;
    for (std::size_t at = 0; at < concepts_.size(); ++at)
      for (const ConceptVariant& variant : concepts_[at].variants)
        if (variant.language == language ||
            (variant.language == kEnglish && is_international(variant)))
          add(concepts_[at], at, variant);
  }

  const std::map<Path, Found>& found() const { return found_; }
  const std::string& wordings() const { return wordings_; }

 private:
  /// Both as tokens and with its hyphens lost: E/2009/21 prints "nongovernmental" and "eMeets".
  void add(const KnownConcept& known, std::size_t place, const ConceptVariant& variant) {
    Steps apart, joined;
    std::string run;
    const std::vector<Token> list = tokens(variant.text, language_, {});
    for (std::size_t at = 0; at < list.size(); ++at) {
      add_steps(list[at].raw, list[at].ideographic, variant, apart);
      run += list[at].raw;
      if (at + 1 < list.size() && list[at + 1].link == '-') continue;
      add_steps(run, list[at].ideographic, variant, joined);
      run.clear();
    }
    const std::string wording = wording_term(known, variant);
    const ConceptEnd end{.found = static_cast<std::uint16_t>(place),
                         .wording_bytes = static_cast<std::uint16_t>(wording.size()),
                         .wording = place_of(wording)};
    add_path(apart, end);
    if (joined != apart) add_path(joined, end);
  }

  void add_steps(const std::string& raw, bool ideographic, const ConceptVariant& variant,
                 Steps& steps) const {
    const WordForm form = word_form(raw, language_);
    if (ideographic)
      for (const std::string_view one : characters_of(form.word))
        steps.emplace_back(StepKind::stem, one);
    else if (!is_acronym(raw))
      steps.emplace_back(StepKind::stem, key_of(form));
    else if (variant.capitals || variant.language != language_)
      steps.emplace_back(StepKind::capitals, raw);
    else
      steps.emplace_back(StepKind::acronym, form.word);
  }

  std::uint32_t place_of(const std::string& wording) {
    const auto [it, is_new] = places_.try_emplace(wording, wordings_.size());
    if (is_new) wordings_ += wording;
    return static_cast<std::uint32_t>(it->second);
  }

  void add_path(const Steps& steps, const ConceptEnd& end) {
    if (steps.empty()) return;
    Path path = path_from(language_);
    std::string gone(language_);
    for (const auto& [kind, text] : steps) {
      path = path_on(path, kind, text);
      gone += std::string(1, '\n') + static_cast<char>(kind) + text;
      Found& here = found_.try_emplace(path, Found{gone, {}}).first->second;
      if (path == 0 || here.steps != gone) {
        std::fputs("two paths have one hash: another one is needed\n", stderr);
        std::exit(1);
      }
    }
    std::vector<ConceptEnd>& ends = found_.at(path).ends;
    const auto same = [&](const ConceptEnd& other) { return other.found == end.found; };
    if (std::none_of(ends.begin(), ends.end(), same)) ends.push_back(end);
  }

  const std::vector<KnownConcept>& concepts_;
  std::string_view language_;
  std::map<Path, Found> found_;
  std::map<std::string, std::size_t> places_;
  std::string wordings_;
};

void print(const Paths& paths) {
  std::size_t slots = 1;
  while (slots < 2 * paths.found().size()) slots *= 2;
  std::vector<PathSlot> table(slots);
  std::vector<ConceptEnd> ends;
  for (const auto& [path, found] : paths.found()) {
    std::size_t at = slot_of(path, slots);
    while (table[at].path != 0) at = (at + 1) % slots;
    table[at] = {.path = path,
                 .first_end = static_cast<std::uint16_t>(ends.size()),
                 .ends = static_cast<std::uint16_t>(found.ends.size())};
    ends.insert(ends.end(), found.ends.begin(), found.ends.end());
  }
  if (ends.size() > std::numeric_limits<std::uint16_t>::max()) std::exit(1);
  std::puts("#include \"schemas/concept_table.h\"\n\nnamespace undex {\nnamespace {\n");
  std::puts("constexpr PathSlot kPaths[] = {");
  for (const PathSlot& slot : table)
    std::printf("{%" PRIu64 "u, %u, %u},\n", slot.path, unsigned{slot.first_end},
                unsigned{slot.ends});
  std::puts("};\nconstexpr ConceptEnd kEnds[] = {");
  for (const ConceptEnd& end : ends)
    std::printf("{%u, %u, %u},\n", unsigned{end.found}, unsigned{end.wording_bytes}, end.wording);
  std::puts("};\nconstexpr char kWordings[] = {");
  for (const char byte : paths.wordings()) std::printf("%d,", int{byte});
  std::puts(
      "};\n\n}  // namespace\n\n"
      "std::span<const PathSlot> concept_paths() { return kPaths; }\n"
      "std::span<const ConceptEnd> concept_ends() { return kEnds; }\n"
      "std::string_view concept_wordings() { return {kWordings, sizeof kWordings}; }\n");
}

void print(const std::vector<KnownConcept>& concepts) {
  std::printf("std::size_t concept_count() { return %zu; }\n\n", concepts.size());
  std::vector<FrozenRow> rows;
  for (const KnownConcept& known : concepts)
    for (const ConceptVariant& variant : known.variants) {
      const std::string wording = wording_term(known, variant);
      const std::string_view capitals = variant.capitals ? "!" : "";
      std::string cells(known.label);
      for (const std::string_view cell :
           {variant.language, capitals, std::string_view(wording), variant.text})
        cells.append("\t").append(cell);
      rows.push_back({std::string(known.id), std::move(cells)});
    }
  print_frozen("concept_variants", std::move(rows));
  std::puts("}  // namespace undex");
}

}  // namespace
}  // namespace undex

int main() {
  const std::vector<undex::KnownConcept> concepts = undex::read_concepts();
  undex::Paths paths(concepts);
  for (const std::string_view language : undex::kLanguages) paths.add_all(language);
  undex::print(paths);
  undex::print(concepts);
}
