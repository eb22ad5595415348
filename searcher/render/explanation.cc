#include "searcher/render/explanation.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/shown_marks.h"
#include "searcher/render/terminal.h"

namespace undex {
namespace rendering {
namespace {

using Json = nlohmann::ordered_json;

/// A text of a document with what was found in it: a block, a cell, a line of the masthead.
struct Explained {
  MarkSpan whole;
  std::string_view text;
  Locator at;
  std::vector<ShownMark> found;
  std::vector<RefusedMark> refused;
};

MarkSpan whole_of(MarkSpan span) {
  span.begin = span.end = 0;
  return span;
}

bool wanted(const std::vector<Locator>& only, const Locator& at) {
  return only.empty() || std::any_of(only.begin(), only.end(),
                                     [&](const Locator& place) { return place.contains(at); });
}

/// Every text asked for in which something was found or refused, and every block asked for by name.
std::vector<Explained> explained(const Document& document, const std::vector<RefusedMark>& refused,
                                 const std::vector<Locator>& only) {
  std::map<MarkSpan, Explained> texts;
  const auto text_at_span = [&](const MarkSpan& span) -> Explained& {
    return texts[whole_of(span)];
  };
  for (std::size_t i = 0; !only.empty() && i < document.blocks.size(); ++i)
    if (document.blocks[i].kind != BlockKind::furniture && !document.blocks[i].text.empty())
      text_at_span({.block = static_cast<int>(i)});
  for (ShownMark& mark : shown_marks(document))
    text_at_span(mark.span).found.push_back(std::move(mark));
  for (const RefusedMark& mark : refused) text_at_span(mark.span).refused.push_back(mark);
  std::vector<Explained> out;
  for (auto& [whole, one] : texts) {
    const bool block =
        whole.block >= 0 && static_cast<std::size_t>(whole.block) < document.blocks.size();
    one.whole = whole;
    one.text = text_of(document, whole);
    one.at = block ? document.blocks[static_cast<std::size_t>(whole.block)].locator
                   : locator_of(document, whole);
    if (wanted(only, one.at)) out.push_back(std::move(one));
  }
  return out;
}

struct Label {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string number;
};

/// Byte ranges of the lines of a text, broken at blanks.
std::vector<Span> lines_of(std::string_view text, std::size_t width) {
  std::vector<Span> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = std::min(text.size(), begin + width);
    if (end < text.size()) {
      const std::size_t blank = text.rfind(' ', end);
      end = blank != std::string_view::npos && blank > begin ? blank : text.find(' ', end);
      end = std::min(end, text.size());
    }
    end = std::min(end, std::max(text.find('\n', begin), begin));
    lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

/// "1~~~~     2~~": the numbers of the marks under their words; a new line where two overlap.
/// `labels` by their begin; `first` is moved over those that end before the line.
std::string underlines(std::string_view text, const Span& line, const std::vector<Label>& labels,
                       std::size_t& first, std::string_view margin) {
  while (first < labels.size() && labels[first].end <= line.begin) ++first;
  std::vector<std::string> rows;
  for (std::size_t i = first; i < labels.size() && labels[i].begin < line.end; ++i) {
    const Label& label = labels[i];
    if (label.end <= line.begin) continue;
    const std::size_t from = std::max(label.begin, line.begin), to = std::min(label.end, line.end);
    const std::size_t column = columns_of(printable(text.substr(line.begin, from - line.begin)));
    const std::size_t width = columns_of(printable(text.substr(from, to - from)));
    std::string mark = label.begin >= line.begin ? label.number : "";
    if (mark.size() < width) mark += std::string(width - mark.size(), '~');
    auto row = std::find_if(rows.begin(), rows.end(),
                            [&](const std::string& one) { return one.size() <= column; });
    if (row == rows.end()) row = rows.emplace(rows.end());
    *row += std::string(column - row->size(), ' ') + mark;
  }
  std::string out;
  for (const std::string& row : rows) out += std::string(margin) + row + "\n";
  return out;
}

std::string heading_of(const Document& document, const Explained& one) {
  std::string out = printable(document.name() + ", " + one.at.citation());
  if (one.whole.row >= 0)
    out += ", row " + std::to_string(one.whole.row + 1) + ", column " +
           std::to_string(one.whole.column + 1);
  return out;
}

/// " 3  figure    985 accounts   [digits]"
std::string line_of(const std::string& number, std::string_view kind, std::string says,
                    const std::string& rule, const RenderOptions& options) {
  std::string lead = "  " + std::string(number.size() < 2 ? " " : "") + number + "  ";
  lead += std::string(kind) + std::string(kind.size() < 12 ? 12 - kind.size() : 1, ' ');
  if (!rule.empty()) says += "  [" + rule + "]";
  return wrapped(printable(says), lead, options.width);
}

std::string explained_text(const Document& document, const Explained& one,
                           const RenderOptions& options) {
  constexpr std::string_view kMargin = "  ";
  std::vector<Label> labels;
  for (const ShownMark& mark : one.found)
    labels.push_back({mark.span.begin, mark.span.end, std::to_string(labels.size() + 1)});
  for (const RefusedMark& mark : one.refused)
    labels.push_back({mark.span.begin, mark.span.end, std::to_string(labels.size() + 1)});
  std::string out = bold(heading_of(document, one), options.color) + "\n";
  const std::size_t width = options.width > 40 ? options.width - 2 * kMargin.size() : 96;
  std::vector<Label> by_place = labels;
  std::stable_sort(by_place.begin(), by_place.end(),
                   [](const Label& a, const Label& b) { return a.begin < b.begin; });
  std::size_t first = 0;
  for (const Span& line : lines_of(one.text, width))
    out += std::string(kMargin) + printable(one.text.substr(line.begin, line.end - line.begin)) +
           "\n" + underlines(one.text, line, by_place, first, kMargin);
  if (labels.empty()) return out + "  nothing found, nothing refused\n";
  for (std::size_t i = 0; i < one.found.size(); ++i)
    out +=
        line_of(labels[i].number, one.found[i].kind, one.found[i].says, one.found[i].rule, options);
  for (std::size_t i = 0; i < one.refused.size(); ++i) {
    const RefusedMark& mark = one.refused[i];
    out += line_of(labels[one.found.size() + i].number, "refused",
                   "\"" + words_of(document, mark.span) + "\": " + mark.reason, mark.rule, options);
  }
  return out;
}

Json span_json(const MarkSpan& span) { return {{"begin", span.begin}, {"end", span.end}}; }

Json explained_json(const Document& document, const Explained& one) {
  Json out = {{"locator", one.at.text()}, {"pinpoint", one.at.citation()}, {"text", one.text}};
  if (one.whole.row >= 0) out["row"] = one.whole.row;
  if (one.whole.row >= 0) out["column"] = one.whole.column;
  out["found"] = Json::array();
  out["refused"] = Json::array();
  for (const ShownMark& mark : one.found)
    out["found"].push_back({{"kind", mark.kind},
                            {"bytes", span_json(mark.span)},
                            {"as_printed", words_of(document, mark.span)},
                            {"says", mark.says},
                            {"rule", mark.rule}});
  for (const RefusedMark& mark : one.refused)
    out["refused"].push_back({{"bytes", span_json(mark.span)},
                              {"as_printed", words_of(document, mark.span)},
                              {"rule", mark.rule},
                              {"reason", mark.reason}});
  return out;
}

}  // namespace
}  // namespace rendering

std::string render_explanation(const Document& document, const std::vector<RefusedMark>& refused,
                               const std::vector<Locator>& only, std::string_view format,
                               const RenderOptions& options) {
  if (format != "text" && format != "json")
    throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
                "choose text or json");
  const std::vector<rendering::Explained> texts = rendering::explained(document, refused, only);
  if (texts.empty()) return {};
  std::string out;
  if (format == "text") {
    for (const rendering::Explained& one : texts)
      out += (out.empty() ? "" : "\n") + rendering::explained_text(document, one, options);
    return out;
  }
  rendering::Json list = rendering::Json::array();
  for (const rendering::Explained& one : texts)
    list.push_back(rendering::explained_json(document, one));
  const rendering::Json whole = {
      {"format_version", kOutputVersion}, {"symbol", document.name()}, {"places", list}};
  return rendering::json_text(whole);
}

}  // namespace undex
