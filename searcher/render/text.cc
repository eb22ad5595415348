// Results as a person reads them on a terminal.
#include "corpus/text.h"

#include <algorithm>

#include "corpus/date.h"
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
std::string heading(const Hit& hit, const RenderOptions& options) {
  const std::string title = printable(hit.title.empty() ? hit.type : hit.title);
  std::string where = printable(hit.organ);
  if (!hit.agenda_item.empty())
    where += (where.empty() ? "item " : ", item ") + printable(hit.agenda_item);
  std::string out = unended(
      wrapped(bold(printable(hit.name), options.color) + (title.empty() ? "" : "  " + title), "",
              options.width, kHang));
  const std::string status = hit.record     ? "[catalogue record, no text held]"
                             : hit.abridged ? "[abridged record]"
                                            : "";
  for (const std::string& item : {date_in_words(hit), where, status}) {
    if (item.empty()) continue;
    const std::size_t needed = columns_of_last_line(out) + kGap.size() + columns_of(item);
    if (options.width == 0 || needed <= options.width)
      out += std::string(kGap) + item;
    else
      out += "\n" + unended(wrapped(item, std::string(kHang, ' '), options.width));
  }
  return out + "\n";
}

std::string hit_text(const Hit& hit, const RenderOptions& options) {
  std::string out = heading(hit, options);
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
    out += wrapped(marked(passage.snippet, passage.snippet_matches, options.color), place,
                   options.width);
  }
  const auto shown = static_cast<std::size_t>(
      std::count_if(hit.passages.begin(), hit.passages.end(),
                    [](const Passage& passage) { return passage.paragraph; }));
  if (!hit.across && !hit.passages.empty() && hit.paragraphs > shown)
    out += "  and " + counted(hit.paragraphs - shown, "more paragraph") + "\n";
  return out;
}

std::string value_name(const FacetCount& count) {
  return printable(count.label) + (count.doubtful ? "?" : "");
}

std::string facet_rows(const Facet& facet) {
  std::vector<std::vector<std::string>> rows;
  for (const FacetCount& count : facet.values)
    rows.push_back({"  " + value_name(count), std::to_string(count.paragraphs),
                    "(" + std::to_string(count.documents) + ")"});
  return table(rows, {false, true, true});
}

std::string counts_line(const Result& result, const RenderOptions& options) {
  if (result.documents == 0) return "nothing found\n";
  std::string line;
  if (result.paragraphs > 0) line = counted(result.paragraphs, "paragraph") + " in ";
  line += counted(result.documents, "document");
  if (!result.hits.empty()) line += ", " + std::string(name_of(options.order));
  return line + "\n";
}

}  // namespace

std::string facet_text(const Facet& facet, const RenderOptions&) {
  if (facet.values.empty()) return printable(facet.label) + ": nothing to count\n";
  std::string out = printable(facet.label) + ": paragraphs (documents)\n" + facet_rows(facet);
  if (facet.values.size() < facet.distinct)
    out += "  and " + counted(facet.distinct - facet.values.size(), "more value") + "\n";
  return out;
}

std::string result_text(const Result& result, const RenderOptions& options) {
  std::string out;
  std::string read;
  for (const Understood& one : result.understood)
    read += (read.empty() ? "" : "; ") + understood_line(one);
  if (!read.empty()) out += wrapped("understood: " + read, "", options.width, kHang);
  out += counts_line(result, options);
  for (const std::string& note : result.notes)
    out += wrapped(printable(note), "note: ", options.width);
  for (const Facet& facet : result.facets) out += "\n" + facet_text(facet, options);
  for (const Hit& hit : result.hits) out += "\n" + hit_text(hit, options);
  if (!result.hits.empty() && result.hits.size() < result.documents)
    out += "\n" + std::to_string(result.hits.size()) + " of " +
           counted(result.documents, "document") + " shown\n";
  return out;
}

std::string fields_text(const std::vector<FieldInfo>& fields, const RenderOptions& options) {
  std::vector<std::vector<std::string>> rows = {{"FIELD", "TAKES", "COUNTED", ""}};
  for (const FieldInfo& field : fields)
    rows.push_back({field.name, field.kind, field.facet ? "yes" : "no", "|"});
  const std::string names = table(rows);  // the bars keep every line as long as the longest
  std::string out;
  std::size_t begin = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::size_t end = names.find('\n', begin);
    std::string line = names.substr(begin, end - begin);
    begin = end + 1;
    if (row == 0) {
      out += line + "  WHAT, AND AN EXAMPLE\n";
      continue;
    }
    line.pop_back();
    out += wrapped(fields[row - 1].help, line, options.width);
    out += wrapped(fields[row - 1].example, std::string(line.size(), ' '), options.width);
  }
  return out;
}

std::string status_text(const Status& status, const RenderOptions&) {
  return table({{"documents", std::to_string(status.documents)},
                {"paragraphs", std::to_string(status.paragraphs)},
                {"index form", std::to_string(status.index_version)},
                {"archive revision", std::to_string(status.archive_revision)},
                {"generation", printable(status.generation)}});
}

}  // namespace undex::rendering
