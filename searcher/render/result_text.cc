// Results as a person reads them on a terminal.
#include <algorithm>
#include <optional>

#include "corpus/date.h"
#include "corpus/labels.h"
#include "corpus/text.h"
#include "searcher/render/archive_answers.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

constexpr std::string_view kGap = "   ";
constexpr std::size_t kBroadestPlace = 24;
constexpr std::size_t kHang = 4;

std::string_view name_of(Order order) {
  switch (order) {
    case Order::relevance:
      return "best first";
    case Order::newest:
      return "newest first";
    case Order::oldest:
      return "oldest first";
    case Order::symbol:
      return "by symbol";
  }
  return {};
}

/// concept service-desk {help desk 3, service desk 2}
std::string understood_line(const Understood& one) {
  std::string out = printable(one.text);
  std::string variants;
  for (const auto& [wording, count] : one.variants)
    variants += (variants.empty() ? "" : ", ") + printable(wording) + " " + std::to_string(count);
  if (one.variants.size() == 1 && out.ends_with("\"" + printable(one.variants[0].first) + "\""))
    return out + " " + std::to_string(one.variants[0].second);
  return variants.empty() ? out : out + " {" + variants + "}";
}

std::string date_in_words(const Hit& hit) {
  const std::optional<Date> date = parse_date(hit.date);
  const std::string printed = date ? date->printed() : printable(hit.date);
  return printed.empty() || hit.date_flag.empty() ? printed : printed + "?";
}

/// The printed date too, where the doubt made another of it: the note verbale ODA/2023-00042 prints
/// 2022.
std::string doubt_of(const Hit& hit) {
  const std::optional<Date> printed = parse_date(hit.date_printed);
  const bool other = printed && printed->iso() != hit.date;
  return (other ? "printed " + printed->printed() + ", " : "") + printable(hit.date_flag);
}

std::size_t columns_of_last_line(std::string_view text) {
  const std::size_t end = text.rfind('\n');
  return columns_of(end == std::string_view::npos ? text : text.substr(end + 1));
}

/// Lines without the break that ends them.
std::string unended(std::string text) {
  text.pop_back();
  return text;
}

/// Symbol, title, date, organ and item: a line is broken between these, and only the title and what
/// fits no line by itself within.
std::string heading(const Hit& hit, const std::string& name, const RenderOptions& options) {
  const std::string title = printable(hit.title.empty() ? hit.type : hit.title);
  std::string where = printable(hit.organ);
  if (!hit.agenda_item.empty())
    where += (where.empty() ? "item " : ", item ") + printable(hit.agenda_item);
  std::string out =
      unended(wrapped(bold(printable(name), options.color) + (title.empty() ? "" : "  " + title),
                      "", options.width, kHang));
  const std::string status = hit.record     ? "[catalogue record, no text held]"
                             : hit.abridged ? "[abridged record]"
                                            : "";
  const std::string archive = hit.archive.empty() ? "" : "(" + printable(hit.archive) + ")";
  for (const std::string& item : {date_in_words(hit), where, status, archive}) {
    if (item.empty()) continue;
    const std::size_t needed = columns_of_last_line(out) + kGap.size() + columns_of(item);
    if (options.width == 0 || needed <= options.width)
      out += std::string(kGap) + item;
    else
      out += "\n" + unended(wrapped(item, std::string(kHang, ' '), options.width));
  }
  return out + "\n";
}

/// Another document of a group: a language version by its language, a further text of the symbol by
/// its key, any other by its name.
std::string other_name(const Version& other, const Hit& hit, const RenderOptions& options) {
  if (other.name != hit.name) return printable(other.name);
  if (other.language == hit.language) return printable(other.key);
  const std::string_view language = label_of("language", other.language, options.language);
  return "in " + (language.empty() ? printable(other.language) : std::string(language));
}

std::string others_line(const Hit& hit, const RenderOptions& options) {
  std::string out;
  std::string last;
  for (const Version& other : hit.others) {
    std::string name = other_name(other, hit, options);
    if (name == last) continue;
    out += (out.empty() ? "also " : ", ") + name;
    last = std::move(name);
  }
  if (hit.others_count > hit.others.size())
    out += " and " + std::to_string(hit.others_count - hit.others.size()) + " more";
  return out.empty() ? out : wrapped(out, "  ", options.width, kHang);
}

/// What a passage says, behind its place. A terminal, which obeys it, is told where words that run
/// from right to left begin and end; a file is not.
std::string excerpt(const Passage& passage, std::string_view place, const RenderOptions& options) {
  return wrapped(marked(passage.snippet, passage.snippet_matches, options.color), place,
                 options.width, 0, options.color && is_right_to_left(passage.snippet));
}

std::string hit_text(const Hit& hit, const RenderOptions& options) {
  std::string out = heading(hit, hit.name, options);
  if (!hit.date_flag.empty())
    out += wrapped("date in doubt: " + doubt_of(hit), "  ", options.width);
  if (hit.across) out += "  no single paragraph holds all of it; its parts stand here:\n";
  std::size_t widest = 0;
  for (const Passage& passage : hit.passages)
    widest = std::max(widest, columns_of(printable(passage.pinpoint)));
  widest = std::min(widest, kBroadestPlace);
  for (const Passage& passage : hit.passages) {
    std::string place = "  " + printable(passage.pinpoint);
    const std::size_t columns = columns_of(place);
    place += std::string(columns < widest + 4 ? widest + 4 - columns : 2, ' ');
    out += excerpt(passage, place, options);
  }
  const auto shown = static_cast<std::size_t>(
      std::count_if(hit.passages.begin(), hit.passages.end(),
                    [](const Passage& passage) { return passage.paragraph; }));
  if (!hit.across && !hit.passages.empty() && hit.paragraphs > shown)
    out += "  and " + counted(hit.paragraphs - shown, "more paragraph") + "\n";
  return out + others_line(hit, options);
}

/// A paragraph by itself: where it stands, then what it says.
std::string paragraph_text(const Hit& hit, const RenderOptions& options) {
  if (hit.passages.empty()) return {};
  const Passage& passage = hit.passages.front();
  const std::string out = heading(hit, hit.name + ", " + passage.pinpoint, options);
  return out + excerpt(passage, "  ", options) + others_line(hit, options);
}

std::string counts_line(const Result& result) {
  if (result.documents == 0) return "nothing found\n";
  std::string line;
  if (result.paragraphs > 0) line = counted(result.paragraphs, "paragraph") + " in ";
  line += counted(result.documents, "document");
  if (result.group == Group::work) line += " of " + counted(result.groups, "work");
  if (result.group == Group::series) line += " of " + std::to_string(result.groups) + " series";
  if (!result.hits.empty()) line += ", " + std::string(name_of(result.order));
  return line + "\n";
}

/// As the program is told it: portal --filter year:2009.
std::string asked_by(const Offer& offer) {
  std::string out = offer.query;
  for (const Filter& filter : offer.filters) {
    out += (out.empty() ? "--filter " : " --filter ") + filter.field + ":";
    for (const std::string& value : filter.values)
      out += (&value == &filter.values.front() ? "" : ",") + value;
  }
  return out;
}

/// "did you mean": what else finds something, best first.
std::string offer_lines(const Result& result, const RenderOptions& options) {
  std::string out;
  for (const Offer& offer : result.offers) {
    std::string counts = counted(offer.documents, "document");
    if (offer.paragraphs > 0) counts = counted(offer.paragraphs, "paragraph") + " in " + counts;
    out += wrapped(printable(asked_by(offer)) + "   " + counts + "   " + printable(offer.text),
                   "  ", options.width, kHang);
  }
  return out.empty() ? out : "did you mean\n" + out;
}

std::string explanation_lines(const Result& result, const RenderOptions& options) {
  const Explanation& explanation = result.explanation;
  if (explanation.documents.empty()) return {};
  const auto joined = [](const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& one : list) out += (out.empty() ? "" : ", ") + printable(one);
    return out;
  };
  std::string out;
  const std::pair<std::string_view, std::string> rows[] = {
      {"tree: ", printable(result.tree)},
      {"concepts: ", joined(explanation.concepts)},
      {"headings: ", joined(explanation.headings)},
      {"terms: ", joined(explanation.terms)},
      {"documents: ", printable(explanation.documents)},
      {"paragraphs: ", printable(explanation.paragraphs)}};
  for (const auto& [name, value] : rows)
    if (!value.empty()) out += wrapped(std::string(name) + value, "", options.width, kHang);
  return out;
}

/// "10 of 34 documents shown; go on with --offset 10".
std::string shown_line(const Result& result, const RenderOptions& options) {
  const bool paragraphs = result.unit == Unit::paragraph;
  std::size_t all = paragraphs ? result.paragraphs : result.documents;
  if (result.group != Group::none) all = result.groups;
  if (result.hits.empty() || result.hits.size() >= all) return {};
  std::string out = "\n" + std::to_string(result.hits.size()) + " of ";
  if (result.group == Group::series)
    out += std::to_string(all) + " series";
  else if (result.group == Group::work)
    out += counted(all, "work");
  else
    out += counted(all, paragraphs ? "paragraph" : "document");
  out += " shown";
  if (!result.next.empty() && !options.go_on.empty()) out += "; go on with " + options.go_on;
  return out + "\n";
}

}  // namespace

std::string result_text(const Result& result, const RenderOptions& options) {
  std::string out;
  std::string read;
  for (const Understood& one : result.understood)
    read += (read.empty() ? "" : "; ") + understood_line(one);
  if (!read.empty()) out += wrapped("understood: " + read, "", options.width, kHang);
  out += counts_line(result);
  for (const std::string& missing : missing_archives(result))
    out += wrapped(missing, "note: ", options.width);
  for (const std::string& note : result.notes)
    out += wrapped(printable(note), "note: ", options.width);
  out += offer_lines(result, options) + explanation_lines(result, options);
  for (const Facet& facet : result.facets) out += "\n" + facet_text(facet, options);
  const bool by_paragraph = result.unit == Unit::paragraph;
  for (const Hit& hit : result.hits)
    out += "\n" + (by_paragraph ? paragraph_text(hit, options) : hit_text(hit, options));
  return out + shown_line(result, options);
}

}  // namespace undex::rendering
