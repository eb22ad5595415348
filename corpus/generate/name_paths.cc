// Prints the table of name_paths.h. Run by the build, as a program of its own.
#include "corpus/name_paths.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "corpus/authority.h"
#include "corpus/data.h"
#include "corpus/frozen_table.h"
#include "corpus/name_words.h"

namespace undex {
namespace {

using Words = std::vector<std::uint64_t>;

void refuse(const char* what) {
  std::fputs(what, stderr);
  std::exit(1);
}

class Paths {
 public:
  struct Found {
    Words words;  ///< which a hash must not confuse
    std::vector<NameEnd> ends;
  };

  Paths() {
    const std::vector<Name>& names = authority_names();
    for (std::size_t at = 0; at < names.size(); ++at) {
      add(names[at].preferred, static_cast<std::int16_t>(at), group_of(&names[at]));
      for (const std::string_view variant : names[at].variants)
        add(variant, static_cast<std::int16_t>(at), group_of(&names[at]));
    }
    for (const auto& row : data_rows("not_names"))
      add(row.front(), -1, group_of(find_name(row[1])));
  }

  const std::map<NamePath, Found>& found() const { return found_; }
  const std::string& spellings() const { return spellings_; }

 private:
  static NameGroup group_of(const Name* name) {
    return name && name->kind == Name::Kind::initiative ? NameGroup::initiatives
                                                        : NameGroup::others;
  }

  /// A phrase that is no name hides shorter names inside it and is no match itself. Of two names
  /// with the same spelling the first added keeps it.
  void add(std::string_view spelling, std::int16_t name, NameGroup group) {
    Words path;
    for (const NameToken& token : name_tokens(spelling))
      path.push_back(group == NameGroup::initiatives ? token.singular : token.word);
    NameEnd end{.name = name};
    if (path.size() == 1) {
      end.spelling = static_cast<std::uint32_t>(spellings_.size());
      end.spelling_bytes = static_cast<std::uint16_t>(spelling.size());
      end.exact = is_short_acronym(spelling);
      end.capital = is_capital(spelling.front());
      spellings_ += spelling;
    }
    insert(path, end, group);
    for (const Words& other : others(path)) insert(other, {.name = name}, group);
  }

  static std::vector<Words> others(const Words& path) {
    const std::uint64_t un = hash_of("un"), united = hash_of("united"),
                        nations = hash_of("nations");
    std::vector<Words> others;
    // Commas and brackets of an official name are often left out: "Bolivia, Plurinational State
    // of".
    Words bare = path;
    std::erase(bare, kNameStop);
    if (bare.size() < path.size()) others.push_back(bare);
    // "UN" and "United Nations" stand for each other at the head of a name.
    if (path.size() > 2 && path[0] == united && path[1] == nations) {
      others.emplace_back(path.begin() + 1, path.end());
      others.back().front() = un;
    } else if (path.size() > 1 && path.front() == un) {
      others.push_back({united, nations});
      others.back().insert(others.back().end(), path.begin() + 1, path.end());
    }
    return others;
  }

  void insert(const Words& words, const NameEnd& end, NameGroup group) {
    if (words.empty()) return;
    NamePath path = path_from(group);
    Words gone = {static_cast<std::uint64_t>(group)};
    for (const std::uint64_t word : words) {
      path = path_on(path, word);
      gone.push_back(word);
      const Found& here = found_.try_emplace(path, Found{gone, {}}).first->second;
      if (path == 0 || here.words != gone)
        refuse("two paths have one hash: another one is needed\n");
    }
    found_.at(path).ends.push_back(end);
  }

  std::map<NamePath, Found> found_;
  std::string spellings_;
};

void print(const Paths& paths) {
  std::size_t slots = 1;
  while (slots < 2 * paths.found().size()) slots *= 2;
  std::vector<NameSlot> table(slots);
  std::vector<NameEnd> ends;
  for (const auto& [path, found] : paths.found()) {
    std::size_t at = path % slots;
    while (table[at].path != 0) at = (at + 1) % slots;
    table[at] = {.path = path,
                 .first_end = static_cast<std::uint16_t>(ends.size()),
                 .ends = static_cast<std::uint16_t>(found.ends.size())};
    ends.insert(ends.end(), found.ends.begin(), found.ends.end());
  }
  if (ends.size() > std::numeric_limits<std::uint16_t>::max()) refuse("too many names\n");
  std::puts("#include \"corpus/name_paths.h\"\n\nnamespace undex {\nnamespace {\n");
  std::puts("constexpr NameSlot kPaths[] = {");
  for (const NameSlot& slot : table)
    std::printf("{%" PRIu64 "u, %u, %u},\n", slot.path, unsigned{slot.first_end},
                unsigned{slot.ends});
  std::puts("};\nconstexpr NameEnd kEnds[] = {");
  for (const NameEnd& end : ends)
    std::printf("{%u, %u, %d, %s, %s},\n", end.spelling, unsigned{end.spelling_bytes},
                int{end.name}, end.exact ? "true" : "false", end.capital ? "true" : "false");
  std::puts("};\nconstexpr char kSpellings[] = {");
  for (const char byte : paths.spellings()) std::printf("%d,", int{byte});
  std::puts(
      "};\n\n}  // namespace\n\n"
      "std::span<const NameSlot> name_paths() { return kPaths; }\n"
      "std::span<const NameEnd> name_ends() { return kEnds; }\n"
      "std::string_view name_spellings() { return {kSpellings, sizeof kSpellings}; }\n\n"
      "}  // namespace undex");
}

}  // namespace
}  // namespace undex

int main() { undex::print(undex::Paths()); }
