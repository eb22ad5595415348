#include "searcher/search/suggest.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/natural_order.h"
#include "corpus/text.h"
#include "schemas/terms.h"
#include "searcher/search/facets.h"
#include "undex/symbol.h"

namespace undex::search {
namespace {

constexpr std::size_t kMostTyped = 200;     // bytes; what is longer is no beginning of anything
constexpr std::size_t kMostSymbols = 1000;  // looked at, of those that begin so

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  return out;
}

/// The ways in which symbols of the index may begin: organs are in capitals ("A/RES"), modifiers
/// begin with one ("Add.1").
std::set<std::string> beginnings(std::string_view typed) {
  const std::size_t stroke = typed.rfind('/');
  if (stroke == std::string_view::npos) return {upper(typed)};
  const std::string_view base = typed.substr(0, stroke);
  const std::string_view last = typed.substr(stroke + 1);
  const std::optional<Symbol> symbol = parse_symbol(base);
  const std::string before = (symbol ? symbol->text() : upper(base)) + "/";
  std::string capital(last);
  if (!capital.empty()) capital.replace(0, 1, upper(capital.substr(0, 1)));
  return {before + upper(last), before + capital};
}

std::vector<Suggestion> symbols(const Index& index, std::string_view typed) {
  const Field& field = *find_field("symbol");
  const query::Database& documents = index.databases.documents;
  const std::string prefix = std::string(field.prefix) + ":";
  std::vector<Suggestion> found;
  for (const std::string& beginning : beginnings(typed)) {
    for (query::TermWalk walk(documents, prefix + beginning);
         !walk.is_done() && found.size() < kMostSymbols; walk.next()) {
      std::string symbol = walk.term().substr(prefix.size());
      found.push_back({std::string(field.name), symbol, symbol, walk.holders()});
    }
  }
  std::ranges::sort(found, [](const Suggestion& a, const Suggestion& b) {
    return natural_compare(a.value, b.value) < 0;
  });
  return found;
}

/// Where the words typed stand in a name.
enum class Place { begin, word, none };

/// Of a longer sequence in UTF-8 too: it is a letter more often than anything else.
bool is_in_word(char c) { return is_letter(c) || is_digit(c) || (c & 0x80) != 0; }

Place place_in(const std::string& name, const std::string& typed) {
  const std::string folded = fold(name);
  for (std::size_t at = folded.find(typed); at != std::string::npos;
       at = folded.find(typed, at + 1)) {
    if (at == 0) return Place::begin;
    if (!is_in_word(folded[at - 1])) return Place::word;
  }
  return Place::none;
}

using Placed = std::pair<Place, Suggestion>;

void add_values(const Field& field, const Index& index, const std::string& typed,
                const std::string& language, std::vector<Placed>& found) {
  const Column& column = index.columns.column(field);
  for (std::size_t number = 0; number < column.values(); ++number) {
    const ColumnValue value = column.value(number);
    if (value.documents == 0) continue;
    std::string label = label_for(field.name, value.value, value.label, language);
    const Place place = std::min(place_in(label, typed), place_in(std::string(value.value), typed));
    if (place != Place::none)
      found.push_back(
          {place,
           {std::string(field.name), std::string(value.value), std::move(label), value.documents}});
  }
}

bool names_values(const Field& field) { return field.facet && field.kind == FieldKind::exact; }

std::vector<Suggestion> values(const Index& index, const Field* only, std::string_view typed,
                               const std::string& language) {
  const std::string folded = fold(typed);
  std::vector<Placed> found;
  for (const Field& field : fields())
    if (names_values(field) && (only == nullptr || only == &field))
      add_values(field, index, folded, language, found);
  std::ranges::stable_sort(found, [](const Placed& a, const Placed& b) {
    return a.first != b.first ? a.first < b.first : a.second.documents > b.second.documents;
  });
  std::vector<Suggestion> out;
  for (Placed& one : found) out.push_back(std::move(one.second));
  return out;
}

}  // namespace

std::vector<Suggestion> suggest(const Index& index, const SuggestRequest& request) {
  check_language(request.language);
  std::string typed = collapse_spaces(request.typed);
  const std::size_t colon = std::min(typed.find(':'), typed.size());
  const Field* only = colon < typed.size() ? find_field(typed.substr(0, colon)) : nullptr;
  if (only != nullptr) typed = collapse_spaces(typed.substr(colon + 1));
  if (typed.size() > kMostTyped || (typed.empty() && only == nullptr)) return {};
  const bool of_symbols = only == nullptr || only->kind == FieldKind::symbol;
  std::vector<Suggestion> found =
      of_symbols && !typed.empty() ? symbols(index, typed) : std::vector<Suggestion>();
  // Of both a half, as far as there are so many.
  std::vector<Suggestion> named = values(index, only, typed, request.language);
  const std::size_t half = request.limit - request.limit / 2;
  const std::size_t of_names = std::min(named.size(), half);
  found.resize(std::min(found.size(), request.limit - of_names));
  named.resize(std::min(named.size(), request.limit - found.size()));
  std::ranges::move(named, std::back_inserter(found));
  return found;
}

}  // namespace undex::search
