#include "searcher/compare/changes.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "corpus/series.h"
#include "corpus/text.h"
#include "schemas/terms.h"

namespace undex::comparing {
namespace {

using Names = std::vector<std::string>;

/// Each once, in the order of the text.
Names cited_by(const Paragraph& paragraph) {
  Names out;
  std::set<std::string> seen;
  for (const Reference* reference : paragraph.citations)
    if (std::string name = reference->cited.text(); seen.insert(name).second)
      out.push_back(std::move(name));
  return out;
}

Names without(const Names& list, const Names& others) {
  const std::set<std::string_view> left_out(others.begin(), others.end());
  Names out;
  for (const std::string& one : list)
    if (!left_out.contains(one)) out.push_back(one);
  return out;
}

/// What may take the place of what: a member of the same register of series, else of the same
/// series of symbols.
std::string kind_of(const std::string& symbol) {
  const Symbol parsed = symbol_from_normal_form(symbol);
  if (const Series* series = series_of(parsed)) return "register " + series->id;
  return parsed.parts.empty() ? "" : describe_symbol(parsed.parts.front()).series;
}

/// Each that is dropped gives way to the first of its kind that is added and has no other yet.
void set_citations(ParagraphPair& pair, const Paragraph& before, const Paragraph& after) {
  const Names old_ones = cited_by(before), new_ones = cited_by(after);
  Names added = without(new_ones, old_ones);
  std::map<std::string, std::vector<std::size_t>> of_kind;  // last first
  for (std::size_t at = added.size(); at-- > 0;) of_kind[kind_of(added[at])].push_back(at);
  for (const std::string& symbol : without(old_ones, new_ones)) {
    std::vector<std::size_t>& open = of_kind[kind_of(symbol)];
    if (open.empty()) {
      pair.citations_dropped.push_back(symbol);
      continue;
    }
    pair.citations_replaced.emplace_back(symbol, std::move(added[open.back()]));
    added[open.back()].clear();
    open.pop_back();
  }
  std::erase(added, std::string());
  pair.citations_added = std::move(added);
}

/// The wordings of a name in a paragraph, the first as printed.
struct Wordings {
  std::string first;
  std::set<std::string> folded;
};

std::map<std::string, Wordings> names_in(const Paragraph& paragraph, const Document& document) {
  std::map<std::string, Wordings> out;
  for (const NameMark* mark : paragraph.names) {
    if (mark->id.empty() || mark->rule != "authority") continue;  // no "the Division"
    Wordings& wordings = out[mark->id];
    std::string words = words_of(document, mark->span);
    wordings.folded.insert(letters_and_digits(words));
    if (wordings.first.empty()) wordings.first = std::move(words);
  }
  return out;
}

bool have_common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::any_of(a, [&b](const std::string& one) { return b.contains(one); });
}

void set_names(ParagraphPair& pair, const std::map<std::string, Wordings>& before,
               const std::map<std::string, Wordings>& after) {
  for (const auto& [id, wordings] : before)
    if (const auto found = after.find(id);
        found != after.end() && !have_common(wordings.folded, found->second.folded))
      pair.names_changed.emplace_back(wordings.first, found->second.first);
  std::set<std::pair<std::string, std::string>> said;
  for (const NameChange& change : name_changes()) {
    if (change.from == change.to || after.contains(change.from->id) ||
        before.contains(change.to->id) || !said.emplace(change.from->id, change.to->id).second)
      continue;
    const auto from = before.find(change.from->id), to = after.find(change.to->id);
    if (from != before.end() && to != after.end())
      pair.names_changed.emplace_back(from->second.first, to->second.first);
  }
}

std::set<std::string> unit_terms(const Figure& figure) {
  std::set<std::string> out;
  for (TextTerm& term : text_terms(figure.unit)) out.insert(std::move(term.term));
  return out;
}

/// Of the first figures of a paragraph: more are a table in words.
std::vector<std::set<std::string>> units_of(const Paragraph& paragraph) {
  constexpr std::size_t kMostFigures = 100;
  std::vector<std::set<std::string>> out;
  for (std::size_t at = 0; at < std::min(kMostFigures, paragraph.figures.size()); ++at)
    out.push_back(unit_terms(paragraph.figures[at]->figure));
  return out;
}

std::string printed(const Figure& figure) {
  std::string out =
      figure.qualifier == Qualifier::exact ? "" : std::string(name_of(figure.qualifier)) + " ";
  out += figure.value + (figure.upper.empty() ? "" : " to " + figure.upper);
  return figure.unit.empty() ? out : out + " " + figure.unit;
}

bool is_same(const Figure& a, const Figure& b) {
  return a.value == b.value && a.upper == b.upper && a.qualifier == b.qualifier &&
         a.period.iso == b.period.iso;
}

struct FigurePair {
  std::size_t from = 0, to = 0;
  Comparison comparison;
  bool same = false;
  auto rank() const { return std::tuple(!same, comparison.verdict, from, to); }
};

/// Two figures go together when what they count shares a word; the likest first, each once.
void set_figures(ParagraphPair& pair, const Paragraph& before, const Paragraph& after) {
  const std::vector<std::set<std::string>> old_terms = units_of(before),
                                           new_terms = units_of(after);
  std::vector<FigurePair> pairs;
  for (std::size_t from = 0; from < old_terms.size(); ++from)
    for (std::size_t to = 0; to < new_terms.size(); ++to) {
      const Figure& a = before.figures[from]->figure;
      const Figure& b = after.figures[to]->figure;
      if (have_common(old_terms[from], new_terms[to]))
        pairs.push_back({from, to, compare_figures(a, b), is_same(a, b)});
    }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const FigurePair& a, const FigurePair& b) { return a.rank() < b.rank(); });
  std::set<std::size_t> from_taken, to_taken;
  for (FigurePair& one : pairs) {
    if (from_taken.contains(one.from) || to_taken.contains(one.to)) continue;
    from_taken.insert(one.from);
    to_taken.insert(one.to);
    std::string from = printed(before.figures[one.from]->figure);
    std::string to = printed(after.figures[one.to]->figure);
    if (!one.same && from != to)
      pair.figures.push_back({std::move(from), std::move(to), std::move(one.comparison)});
  }
}

}  // namespace

void set_changes(ParagraphPair& pair, const Compared& before, const Compared& after) {
  set_citations(pair, before.paragraph, after.paragraph);
  set_names(pair, names_in(before.paragraph, before.document),
            names_in(after.paragraph, after.document));
  set_figures(pair, before.paragraph, after.paragraph);
}

}  // namespace undex::comparing
