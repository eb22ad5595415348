// A trace as a picture: a bar a row, and under it the table that the bars are drawn from. No
// script, no outside file; titles say every bar in words, and colours follow the reader's choice.
#include <algorithm>
#include <cstdio>
#include <optional>

#include "corpus/xml/builder.h"
#include "searcher/render/address.h"
#include "searcher/render/terminal.h"
#include "searcher/render/trace.h"

namespace undex::rendering {
namespace {

constexpr long long kWidth = 1200;
constexpr long long kMargin = 30;
constexpr long long kTop = 84;  ///< of the bars
constexpr long long kHigh = 160;
constexpr long long kLine = 20;  ///< of the table
constexpr std::size_t kPlacesInLine = 2;
constexpr std::size_t kMostLabels = 24;
constexpr std::string_view kStyle =
    "text{font:13px sans-serif;fill:#1b1b1b}.head{font-weight:bold}"
    ".title{font-size:18px;font-weight:bold}.bar{fill:#0b5cad}.none{fill:#d9d9d9}"
    ".axis{stroke:#1b1b1b}a{text-decoration:underline}a text{fill:#0b5cad}"
    ".paper{fill:#ffffff}@media(prefers-color-scheme:dark){text{fill:#f0f0f0}.paper{fill:#16181c}"
    ".bar{fill:#7ab8ff}a text{fill:#7ab8ff}.none{fill:#454545}.axis{stroke:#f0f0f0}}";

struct Column {
  const char* name;
  long long x;
};
constexpr Column kColumns[] = {{"Year", 30},
                               {"Held", 130},
                               {"Expected", 180},
                               {"Not held", 250},
                               {"Unknown", 320},
                               {"Documents", 390},
                               {"Paragraphs", 465},
                               {"Mentions", 545},
                               {"Words", 615},
                               {"Per 10,000", 690},
                               {"Paragraphs that mention it", 775}};

std::string one_decimal(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", number);
  return text;
}

/// In words, what the bar shows.
std::string said_of(const TraceYear& year) {
  std::string out = year.label + ": ";
  if (year.held == 0) return out + "no document held, not a silence" + expected_said(year);
  out += counted(year.held, "document") + " held";
  if (year.silent()) return out + ", not mentioned" + expected_said(year);
  return out + "; " + counted(year.mentions, "mention") + " in " +
         counted(year.paragraphs, "paragraph") + " of " + counted(year.documents, "document") +
         ", " + one_decimal(year.per_10000) + " in 10,000 words" + expected_said(year);
}

/// A number of the table, and what its title says of it.
struct NumberCell {
  std::string number, title{};
};

/// Documents due in this state.
NumberCell due_cell(const TraceYear& year, TraceExpected::State state) {
  const auto count = std::ranges::count(year.expected, state, &TraceExpected::state);
  return {year.expected.empty() ? "-" : std::to_string(count), expected_list(year, state, ", ")};
}

/// Lines of the table that the row takes.
std::size_t lines_of(const TraceYear& year) {
  return std::max<std::size_t>(1, (year.quotes.size() + kPlacesInLine - 1) / kPlacesInLine);
}

class Picture {
 public:
  explicit Picture(const Trace& trace) : trace_(trace) {
    for (const TraceYear& year : trace.years) {
      most_ = std::max(most_, year.per_10000);
      lines_ += lines_of(year);
    }
  }

  std::string drawn() {
    const long long table = kTop + kHigh + 70;
    const long long height = table + (static_cast<long long>(lines_) + 2) * kLine;
    begin(height);
    draw_bars();
    draw_table(table);
    xml_.close();
    return xml_.take();
  }

 private:
  void begin(long long height) {
    xml_.open("svg");
    xml_.attribute("xmlns", "http://www.w3.org/2000/svg");
    xml_.attribute("viewBox", "0 0 " + std::to_string(kWidth) + " " + std::to_string(height));
    xml_.attribute("width", kWidth);
    xml_.attribute("height", height);
    xml_.attribute("lang", "en");
    xml_.attribute("role", "group");
    xml_.attribute("aria-labelledby", "title summary");
    element("title", trace_.title, "title");
    element("desc", summary(), "summary");
    element("style", kStyle);
    box(0, 0, kWidth, height, "paper");
    write(kMargin, 34, trace_.title, "title");
    write(kMargin, 58, summary());
  }

  std::string summary() const {
    return counted(trace_.mentions, "mention") + " in " + counted(trace_.paragraphs, "paragraph") +
           " of " + counted(trace_.documents, "document") + "; " +
           counted(trace_.held, "document") +
           " held. Bars: mentions in 10,000 words of what is held; grey: nothing held.";
  }

  void draw_bars() {
    const auto count = static_cast<long long>(std::max<std::size_t>(1, trace_.years.size()));
    const std::size_t step = (trace_.years.size() + kMostLabels - 1) / kMostLabels;
    for (std::size_t at = 0; at < trace_.years.size(); ++at) {
      const TraceYear& year = trace_.years[at];
      const long long left = kMargin + (kWidth - 2 * kMargin) * static_cast<long long>(at) / count;
      const long long wide = std::max(2LL, (kWidth - 2 * kMargin) / count - 3);
      const long long high =
          year.held == 0 ? 8
                         : static_cast<long long>(kHigh * year.per_10000 / std::max(most_, 1e-9));
      xml_.open("a");
      xml_.attribute("href", "#row" + std::to_string(at));
      element("title", said_of(year));
      box(left, kTop + kHigh - std::max(1LL, high), wide, std::max(1LL, high),
          year.held == 0 ? "none" : "bar");
      if (at % step == 0) write(left, kTop + kHigh + 18, year.label);
      xml_.close();
    }
    xml_.open("line");
    xml_.attribute("class", "axis");
    xml_.attribute("x1", kMargin);
    xml_.attribute("x2", kWidth - kMargin);
    xml_.attribute("y1", kTop + kHigh);
    xml_.attribute("y2", kTop + kHigh);
    xml_.close();
  }

  void draw_table(long long y) {
    xml_.open("g");
    xml_.attribute("role", "table");
    xml_.attribute("aria-label", "The numbers behind the bars");
    begin_row("head");
    for (const Column& column : kColumns) write(column.x, y, column.name, "head", "columnheader");
    xml_.close();
    for (std::size_t at = 0; at < trace_.years.size(); ++at) {
      y += kLine;
      begin_row("row" + std::to_string(at));
      draw_row(trace_.years[at], y);
      xml_.close();
      y += static_cast<long long>(lines_of(trace_.years[at]) - 1) * kLine;
    }
    xml_.close();
  }

  void draw_row(const TraceYear& year, long long y) {
    const bool held = year.held > 0;
    using State = TraceExpected::State;
    const auto number = [&](std::size_t count) { return held ? std::to_string(count) : "-"; };
    const NumberCell cells[] = {
        {year.label},
        {std::to_string(year.held)},
        {year.expected.empty() ? "-" : std::to_string(year.expected.size())},
        due_cell(year, State::not_held),
        due_cell(year, State::unknown),
        {number(year.documents)},
        {number(year.paragraphs)},
        {number(year.mentions)},
        {std::to_string(year.words)},
        {held ? one_decimal(year.per_10000) : "-"}};
    for (std::size_t at = 0; at < std::size(cells); ++at)
      write(kColumns[at].x, y, cells[at].number, {}, at == 0 ? "rowheader" : "cell",
            cells[at].title);
    const long long left = kColumns[std::size(cells)].x;
    if (year.quotes.empty()) {
      write(left, y, held ? "not mentioned" : "no document held, not a silence", {}, "cell");
      return;
    }
    xml_.open("g");
    xml_.attribute("role", "cell");
    for (std::size_t first = 0; first < year.quotes.size(); first += kPlacesInLine, y += kLine)
      draw_places(year, first, left, y);
    xml_.close();
  }

  /// One text element a line: its links follow one another as wide as they come.
  void draw_places(const TraceYear& year, std::size_t first, long long x, long long y) {
    xml_.open("text");
    xml_.attribute("x", x);
    xml_.attribute("y", y);
    const std::size_t end = std::min(first + kPlacesInLine, year.quotes.size());
    for (std::size_t at = first; at < end; ++at) draw_place(year.quotes[at], at == first);
    xml_.close();
  }

  void draw_place(const TraceQuote& quote, bool first) {
    if (!first) xml_.text("; ");
    const std::optional<Symbol> symbol = parse_symbol(quote.place.name);
    const std::string address = symbol ? official_address(*symbol) : "";
    xml_.open_inline(address.empty() ? "tspan" : "a");
    if (!address.empty()) xml_.attribute("href", address);
    xml_.open_inline("title");
    xml_.text(quote.text);
    xml_.close();
    xml_.text(quote.place.name + ", " + quote.place.pinpoint);
    xml_.close();
  }

  void begin_row(const std::string& id) {
    xml_.open("g");
    xml_.attribute("id", id);
    xml_.attribute("role", "row");
  }
  void element(std::string_view name, std::string_view text, std::string_view id = {}) {
    xml_.open(name);
    if (!id.empty()) xml_.attribute("id", id);
    xml_.text(text);
    xml_.close();
  }
  void box(long long x, long long y, long long wide, long long high, std::string_view kind) {
    xml_.open("rect");
    xml_.attribute("class", kind);
    xml_.attribute("x", x);
    xml_.attribute("y", y);
    xml_.attribute("width", wide);
    xml_.attribute("height", high);
    xml_.close();
  }
  void write(long long x, long long y, std::string_view text, std::string_view kind = {},
             std::string_view role = {}, std::string_view title = {}) {
    xml_.open("text");
    xml_.attribute("x", x);
    xml_.attribute("y", y);
    if (!kind.empty()) xml_.attribute("class", kind);
    if (!role.empty()) xml_.attribute("role", role);
    if (!title.empty()) {
      xml_.open_inline("title");
      xml_.text(title);
      xml_.close();
    }
    xml_.text(text);
    xml_.close();
  }

  const Trace& trace_;
  XmlBuilder xml_;
  double most_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace

std::string trace_svg(const Trace& trace) { return Picture(trace).drawn(); }

}  // namespace undex::rendering
