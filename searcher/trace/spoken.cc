#include "searcher/trace/spoken.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "corpus/text.h"
#include "schemas/index_form.h"
#include "searcher/search/ask.h"
#include "searcher/trace/longer_name.h"

namespace undex::tracing {
namespace {

constexpr std::size_t kAll = 1'000'000'000;

/// Where the cell of a table begins in the text of its block as the index has it.
std::size_t cell_begin(const Document& document, const MarkSpan& span) {
  const Block& block = document.blocks[static_cast<std::size_t>(span.block)];
  const Table& table = document.tables[static_cast<std::size_t>(block.table)];
  std::size_t at = block.text.empty() ? table.title.size() : block.text.size();
  for (int row = 0; row <= span.row; ++row) {
    if (at > 0) ++at;
    const std::vector<std::string>& cells = table.rows[static_cast<std::size_t>(row)];
    const auto end = row < span.row ? cells.size() : static_cast<std::size_t>(span.column);
    for (std::size_t cell = 0; cell < end; ++cell)
      at += cells[cell].size() + (cell + 1 < cells.size() ? 1 : 0);
  }
  return at;
}

Span place_in_text(const Document& document, const MarkSpan& span) {
  const std::size_t from = span.row < 0 ? 0 : cell_begin(document, span);
  return {from + span.begin, from + span.end};
}

/// Blanks and hyphens part words that stand side by side.
bool parts_nothing(std::string_view between) {
  return between.find_first_not_of(" -") == std::string_view::npos || between == "\u00a0";
}

/// The words of a query that stand side by side; of a question of several parts those runs that
/// hold all of them, else one mention without words.
std::vector<Mention> runs_of(std::string_view text, const std::vector<Span>& matches,
                             std::size_t parts) {
  std::vector<Mention> runs;
  std::vector<std::size_t> sizes;
  for (const Span& match : matches) {
    if (!runs.empty() && match.begin >= runs.back().span.end &&
        parts_nothing(text.substr(runs.back().span.end, match.begin - runs.back().span.end))) {
      runs.back().span.end = match.end;
      ++sizes.back();
    } else {
      runs.push_back({.span = match, .words = {}});
      sizes.push_back(1);
    }
  }
  std::vector<Mention> whole;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (sizes[i] < parts) continue;
    const Span& span = runs[i].span;
    runs[i].words = collapse_spaces(text.substr(span.begin, span.end - span.begin));
    whole.push_back(std::move(runs[i]));
  }
  if (whole.empty() && !runs.empty()) whole.push_back(std::move(runs.front()));
  return whole;
}

std::string caution_of(const Document& document) {
  if (document.masthead.normal(MastheadItem::abridged) == "true") return "abridged record";
  return document.masthead.find(MastheadItem::submission_number) ? "submission" : "";
}

/// Finds the paragraphs of one document among its blocks.
class Reader {
 public:
  Reader(const Subject& subject, const ArchiveEntry& entry, SpokenDocument& out)
      : subject_(subject), key_(entry.key), out_(out) {
    for (std::size_t i = 0; i < out_.document.blocks.size(); ++i) {
      const std::string place = out_.document.blocks[i].locator.text();
      blocks_[place].push_back(i);
      if (has_label(static_cast<int>(i))) ++labelled_[place];
    }
  }

  /// Names that are part of a longer one are put into `longer`.
  void add(Passage passage, std::vector<std::string>& longer) {
    SpokenParagraph paragraph;
    paragraph.block = block_of(passage);
    if (paragraph.block < 0) return;
    paragraph.place = place_at(passage.locator, passage.pinpoint);
    paragraph.text = std::move(passage.text);
    paragraph.matches = std::move(passage.matches);
    if (subject_.names.empty())
      paragraph.mentions = runs_of(paragraph.text, paragraph.matches, subject_.parts);
    else
      add_names(paragraph, longer);
    if (!paragraph.mentions.empty()) out_.paragraphs.push_back(std::move(paragraph));
  }

  void finish() {
    std::stable_sort(out_.paragraphs.begin(), out_.paragraphs.end(),
                     [](const auto& a, const auto& b) { return a.block < b.block; });
    std::set<std::string> said;
    for (SpokenParagraph& one : out_.paragraphs) {
      const bool is_new = said.insert(one.place.locator).second;
      const std::size_t alike = labelled_[one.place.locator];
      one.goes_on = !is_new && !(alike > 1 && has_label(one.block));
      if (alike > 1)
        one.place.caution += (one.place.caution.empty() ? "" : "; ") +
                             ("one of " + std::to_string(alike)) + " with this number";
    }
  }

 private:
  /// What goes on in a further block has its number in the first.
  bool has_label(int block) const {
    return !out_.document.blocks[static_cast<std::size_t>(block)].label.empty();
  }

  /// The next block of that place with that text.
  int block_of(const Passage& passage) {
    std::vector<std::size_t>& here = blocks_[passage.locator];
    for (auto at = here.begin(); at != here.end(); ++at) {
      const Block& block = out_.document.blocks[*at];
      if (block.table < 0 && block.text != passage.text) continue;
      const int number = static_cast<int>(*at);
      here.erase(at);
      return number;
    }
    return -1;
  }

  TracePlace place_at(const std::string& locator, const std::string& pinpoint) const {
    const Value* date = out_.document.masthead.find(MastheadItem::date);
    return {.key = key_,
            .name = out_.document.name(),
            .locator = locator,
            .pinpoint = pinpoint,
            .date = date ? date->normal : "",
            .date_flag = date ? date->flag : "",
            .caution = caution_of(out_.document)};
  }

  void add_names(SpokenParagraph& paragraph, std::vector<std::string>& longer) {
    const Document& document = out_.document;
    paragraph.matches.clear();
    for (const NameMark& mark : document.marks.names) {
      if (mark.span.block != paragraph.block || !subject_.is(mark.id)) continue;
      if (is_part_of_longer_name(document, mark)) {
        longer.push_back(paragraph.place.name + ", " + paragraph.place.pinpoint);
        continue;
      }
      const Span span = place_in_text(document, mark.span);
      if (span.end > paragraph.text.size()) continue;
      paragraph.matches.push_back(span);
      paragraph.mentions.push_back({.span = span,
                                    .id = mark.id,
                                    .described = mark.rule != "authority",
                                    .words = collapse_spaces(words_of(document, mark.span))});
    }
  }

  const Subject& subject_;
  const std::string key_;
  SpokenDocument& out_;
  std::map<std::string, std::vector<std::size_t>> blocks_;  ///< by locator
  std::map<std::string, std::size_t> labelled_;  ///< by locator: blocks that print its number
};

template <typename Mark, typename Keep>
void keep_only(std::vector<Mark>& marks, Keep keep) {
  std::erase_if(marks, [&](const Mark& mark) { return !keep(mark); });
  marks.shrink_to_fit();
}

/// Names and statuses beside it, figures beside it and of tables, and what is named as mandate. The
/// texts that these stand in stay.
void drop_what_nobody_asks_for(const Subject& subject, SpokenDocument& spoken) {
  Marks& marks = spoken.document.marks;
  const bool by_name = !subject.names.empty();  // the name may stand over the table
  const auto is_beside = [&](const auto& mark) { return spoken.speaks_in(mark.span.block); };
  keep_only(marks.names, is_beside);
  keep_only(marks.statuses, is_beside);
  keep_only(marks.figures, [&](const FigureMark& mark) {
    return (by_name && mark.span.row >= 0) || is_beside(mark);
  });
  keep_only(marks.references,
            [](const Reference& one) { return one.relation == Relation::mandated_by; });
  marks.dates = {};
  marks.quotes = {};
  marks.definitions = {};
  std::set<int> wanted;
  for (const FigureMark& mark : marks.figures) wanted.insert(mark.span.block);
  for (const Reference& one : marks.references) wanted.insert(one.span.block);
  for (std::size_t i = 0; i < spoken.document.blocks.size(); ++i) {
    const int number = static_cast<int>(i);
    if (wanted.contains(number) || spoken.speaks_in(number)) continue;
    Block& block = spoken.document.blocks[i];
    if (block.table >= 0) spoken.document.tables[static_cast<std::size_t>(block.table)].rows = {};
    block.text = std::string();
  }
}

struct Found {
  std::string key;
  bool english = false;
  std::vector<Passage> passages;
};

/// By the name of the work the version to read: the English one where it answers.
std::vector<Found> found_by(Result& result) {
  std::map<std::string, Found> versions;
  std::map<std::string, std::string> chosen;  ///< by name: the key
  std::vector<std::string> names;
  for (Hit& hit : result.hits) {
    if (hit.record || hit.passages.empty()) continue;
    Found& version = versions[hit.key];
    version.key = hit.key;
    version.english = hit.language == "en";
    version.passages.push_back(std::move(hit.passages.front()));
    const auto [at, is_new] = chosen.try_emplace(hit.name, hit.key);
    if (is_new) names.push_back(hit.name);
    const Found& before = versions[at->second];
    const bool better =
        version.english != before.english ? version.english : version.key < before.key;
    if (better) at->second = hit.key;
  }
  std::vector<Found> found;
  for (const std::string& name : names) found.push_back(std::move(versions[chosen[name]]));
  return found;
}

void note_longer(const std::vector<std::string>& longer, std::vector<std::string>& notes) {
  constexpr std::size_t kNamed = 3;
  const std::set<std::string> places(longer.begin(), longer.end());
  if (places.empty()) return;
  std::string text;
  std::size_t count = 0;
  for (const std::string& place : places)
    if (count++ < kNamed) text += (text.empty() ? "" : "; ") + place;
  notes.push_back("left out, because the name is part of a longer one there: " + text +
                  (count > kNamed ? " and " + std::to_string(count - kNamed) + " more" : ""));
}

}  // namespace

const SpokenParagraph* SpokenDocument::paragraph_of(int block) const {
  const auto at = std::ranges::lower_bound(paragraphs, block, {}, &SpokenParagraph::block);
  return at == paragraphs.end() || at->block != block ? nullptr : &*at;
}

TracePlace SpokenDocument::place_of(const MarkSpan& span) const {
  TracePlace place = paragraphs.front().place;
  const Locator locator = locator_of(document, span);
  place.locator = locator.text();
  place.pinpoint = locator.citation();
  return place;
}

std::size_t count_paragraphs(const SpokenDocument& document) {
  return static_cast<std::size_t>(
      std::count_if(document.paragraphs.begin(), document.paragraphs.end(),
                    [](const SpokenParagraph& one) { return !one.goes_on; }));
}

std::size_t count_mentions(const SpokenDocument& document) {
  std::size_t count = 0;
  for (const SpokenParagraph& one : document.paragraphs) count += one.mentions.size();
  return count;
}

std::size_t Spoken::paragraphs() const {
  std::size_t count = 0;
  for (const SpokenDocument& one : documents) count += count_paragraphs(one);
  return count;
}

std::size_t Spoken::mentions() const {
  std::size_t count = 0;
  for (const SpokenDocument& one : documents) count += count_mentions(one);
  return count;
}

Spoken spoken_of(const Subject& subject, std::span<const Filter> filters,
                 const search::Index& index, const Archive& archive) {
  Request request;
  request.query = subject.query;
  request.filters.assign(filters.begin(), filters.end());
  request.unit = Unit::paragraph;
  request.limit = kAll;
  request.order = Order::oldest;
  Result result = search::ask(index, request);
  Spoken spoken{.documents = {},
                .understood = std::move(result.understood),
                .notes = std::move(result.notes)};
  const std::vector<ArchiveEntry> held = archive.list();
  std::map<std::string_view, const ArchiveEntry*> entries;
  for (const ArchiveEntry& entry : held) entries.emplace(entry.key, &entry);
  std::vector<std::string> longer;
  for (Found& found : found_by(result)) {
    const auto entry = entries.find(found.key);
    if (entry == entries.end()) continue;  // taken out since the index was made
    SpokenDocument& document = spoken.documents.emplace_back();
    document.document = archive.read(*entry->second);
    document.work = natural_sort_key(document.document.name());
    Reader reader(subject, *entry->second, document);
    for (Passage& passage : found.passages) reader.add(std::move(passage), longer);
    reader.finish();
    if (document.paragraphs.empty())
      spoken.documents.pop_back();
    else
      drop_what_nobody_asks_for(subject, document);
  }
  note_longer(longer, spoken.notes);
  return spoken;
}

}  // namespace undex::tracing
