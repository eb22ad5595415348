#include "searcher/render/clause_history.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/renderers.h"

namespace undex {

std::string rendering::in_marks(const std::vector<WordingPart>& parts) {
  std::string out;
  for (const WordingPart& part : parts) {
    if (!out.empty()) out += ' ';
    switch (part.kind) {
      case WordChange::Kind::kept:
        out += part.text;
        break;
      case WordChange::Kind::removed:
        out += "[-" + part.text + "-]";
        break;
      case WordChange::Kind::added:
        out += "{+" + part.text + "+}";
        break;
    }
  }
  return out;
}

namespace {

/// Of words set into a clause.
constexpr std::size_t kLongestPart = 200;

/// Blanks and punctuation are no change.
void add_part(std::vector<WordingPart>& parts, WordChange::Kind kind, std::string_view text) {
  if (words(text).empty()) return;
  std::string part = collapse_spaces(text);
  if (part.size() > kLongestPart)
    part = part.substr(0, grapheme_begin(part, kLongestPart)) + " ...";
  parts.push_back({kind, std::move(part)});
}

/// Where the clause has one word the paragraph may have more.
constexpr std::size_t kMoreWords = 3;

/// The words that stand for the clause: those shared, those between them, and at both ends as many
/// as the clause has there and a few more.
std::string_view clause_in(std::string_view clause, const ReusedWording& use) {
  const std::string_view text = use.text;
  if (use.shared.empty()) return {};
  std::size_t begin = use.shared.front().begin, end = use.shared.back().end;
  const std::size_t before = words(clause.substr(0, use.shared_there.front().begin)).size();
  const std::size_t after = words(clause.substr(use.shared_there.back().end)).size();
  const std::vector<WordSpan> head = words(text.substr(0, begin)), tail = words(text.substr(end));
  if (const std::size_t count = std::min(before + kMoreWords, head.size()); before > 0 && count > 0)
    begin = head[head.size() - count].begin;
  if (const std::size_t count = std::min(after + kMoreWords, tail.size()); after > 0 && count > 0)
    end += tail[count - 1].end;
  return text.substr(begin, end - begin);
}

std::vector<WordingPart> parts_of(std::string_view clause, const ReusedWording& use) {
  const std::string_view own = clause_in(clause, use);
  std::vector<WordChange> changes = word_diff(clause, own, use.language);
  // What is only added at an end stands around the clause, not in it.
  const auto is_kept = [](const WordChange& one) { return one.kind == WordChange::Kind::kept; };
  const auto first = std::find_if(changes.begin(), changes.end(), is_kept);
  const auto last = std::find_if(changes.rbegin(), changes.rend(), is_kept).base();
  std::vector<WordingPart> parts;
  for (auto at = changes.begin(); at != changes.end(); ++at) {
    const bool is_added = at->kind == WordChange::Kind::added;
    if (is_added && (at < first || at >= last)) continue;
    add_part(parts, at->kind, (is_added ? own : clause).substr(at->begin, at->end - at->begin));
  }
  return parts;
}

/// The same for wordings that differ in case and punctuation only.
std::string key_of(const std::vector<WordingPart>& parts) {
  std::string key;
  for (const WordingPart& part : parts) {
    key += static_cast<char>('0' + static_cast<int>(part.kind));
    if (part.kind != WordChange::Kind::kept || parts.size() > 1)
      key += letters_and_digits(part.text);
  }
  return key;
}

void add_wordings(ClauseHistory& history) {
  std::map<std::string, std::size_t> places;
  for (std::size_t at = 0; at < history.found.wordings.size(); ++at) {
    const ReusedWording& use = history.found.wordings[at];
    std::vector<WordingPart> parts = parts_of(history.clause, use);
    const auto [place, is_new] = places.emplace(key_of(parts), history.wordings.size());
    if (is_new) history.wordings.push_back({std::move(parts), use.kept, {}});
    history.wordings[place->second].uses.push_back(at);
  }
}

void add_years(ClauseHistory& history, const std::map<std::string, std::size_t>& held) {
  std::map<std::string, ClauseYear> years;
  std::set<std::pair<std::string, std::string>> documents;
  for (const ReusedWording& use : history.found.wordings) {
    const std::string year = use.date.substr(0, 4);
    if (year.empty()) {
      ++history.undated;
      continue;
    }
    ClauseYear& row = years.try_emplace(year, ClauseYear{.year = year}).first->second;
    ++row.paragraphs;
    if (documents.emplace(year, use.name).second) ++row.documents;
  }
  if (years.empty()) return;
  const int last = std::stoi(years.rbegin()->first);
  for (int year = std::stoi(years.begin()->first); year <= last; ++year) {
    ClauseYear row = {.year = std::to_string(year)};
    if (const auto found = years.find(row.year); found != years.end()) row = found->second;
    if (const auto known = held.find(row.year); known != held.end()) row.held = known->second;
    history.years.push_back(std::move(row));
  }
}

using Json = nlohmann::ordered_json;

constexpr std::string_view kPartNames[] = {"kept", "removed", "added"};

Json wording_json(const ClauseHistory& history, const ClauseWording& wording) {
  Json parts = Json::array(), uses = Json::array();
  for (const WordingPart& part : wording.parts)
    parts.push_back(
        {{"kind", kPartNames[static_cast<std::size_t>(part.kind)]}, {"text", part.text}});
  for (const std::size_t at : wording.uses)
    uses.push_back(rendering::wording_json(history.found.wordings[at]));
  return {{"parts", parts}, {"uses", uses}};
}

std::string history_json(const ClauseHistory& history) {
  Json out = {{"format_version", kOutputVersion},
              {"clause", history.clause},
              {"found_paragraphs", history.found.paragraphs},
              {"found_documents", history.found.documents},
              {"found_all", history.found.all},
              {"undated_paragraphs", history.undated}};
  Json& years = out["years"] = Json::array();
  for (const ClauseYear& year : history.years)
    years.push_back({{"year", year.year},
                     {"documents_held", year.held},
                     {"documents", year.documents},
                     {"paragraphs", year.paragraphs}});
  Json& wordings = out["wordings"] = Json::array();
  for (const ClauseWording& wording : history.wordings)
    wordings.push_back(wording_json(history, wording));
  return printable_json(out.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::vector<rendering::Cells> rows_of(const ClauseHistory& history) {
  std::vector<rendering::Cells> rows;
  for (std::size_t number = 0; number < history.wordings.size(); ++number)
    for (const std::size_t at : history.wordings[number].uses) {
      const ReusedWording& use = history.found.wordings[at];
      rows.push_back({place_name(use.name, use.locator), use.date, std::to_string(number + 1),
                      rendering::decimal(use.kept), use.language,
                      rendering::in_marks(history.wordings[number].parts)});
    }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    if (a[1].empty() != b[1].empty()) return b[1].empty();
    return a[1] < b[1];
  });
  return rows;
}

}  // namespace

ClauseHistory clause_history(std::string clause, ReuseResult found,
                             const std::map<std::string, std::size_t>& held) {
  ClauseHistory history{.clause = std::move(clause), .found = std::move(found)};
  std::stable_sort(history.found.wordings.begin(), history.found.wordings.end(),
                   [](const ReusedWording& a, const ReusedWording& b) {
                     if (a.date.empty() != b.date.empty()) return b.date.empty();
                     return a.date < b.date;
                   });
  add_years(history, held);
  add_wordings(history);
  return history;
}

std::string render_history(const ClauseHistory& history, std::string_view format,
                           const RenderOptions& options) {
  if (format == "text") return rendering::history_text(history, options);
  if (format == "json") return history_json(history);
  if (format == "tsv") return rendering::tsv(rows_of(history));
  if (format == "csv")
    return rendering::csv({"place", "date", "wording", "kept", "language", "text"},
                          rows_of(history));
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json, tsv or csv");
}

}  // namespace undex
