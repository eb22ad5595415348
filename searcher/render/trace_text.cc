// A trace as a person reads it on a terminal: what it is, then year by year, then what is said.
#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "searcher/render/terminal.h"
#include "searcher/render/trace.h"

namespace undex::rendering {
namespace {

constexpr std::size_t kLead = 16;           ///< columns before what a heading heads
constexpr std::size_t kCompany = 10;        ///< names beside it
constexpr std::size_t kLines = 12;          ///< of a heading
constexpr std::size_t kForms = 6;           ///< of a name
constexpr std::size_t kLongestQuote = 480;  ///< bytes
constexpr std::size_t kWidestBar = 24;
constexpr std::string_view kAsJson = "--format json";
constexpr std::string_view kBar = "\u2588";
constexpr std::string_view kThinBar = "\u258f";

std::string year_of(const TracePlace& place) {
  if (place.date.size() < 4) return "no date";
  return place.date.substr(0, 4) + (place.date_flag.empty() ? "" : "?");
}

std::string cited(const TracePlace& place) {
  const std::string text = place.name + (place.pinpoint.empty() ? "" : ", " + place.pinpoint);
  return place.caution.empty() ? text : text + " (" + place.caution + ")";
}

std::string years_of(const TracePlace& first, const TracePlace& last) {
  const std::string from = year_of(first), to = year_of(last);
  return from == to ? from : from + "-" + to;
}

/// Lines under a heading that stands before the first; of many the first ones.
class Lines {
 public:
  /// `all` is the option that shows all of them.
  Lines(std::string_view heading, const RenderOptions& options, std::string_view all)
      : lead_("  " + std::string(heading)), all_(all), options_(options) {}

  void add(std::string_view line) {
    if (++count_ <= kLines) print(line);
  }
  std::string take() {
    if (count_ > kLines)
      print("and " + std::to_string(count_ - kLines) + " more: " + std::string(all_));
    return std::move(out_);
  }

 private:
  void print(std::string_view line) {
    std::string lead = std::exchange(lead_, std::string());
    lead.append(kLead - std::min(kLead, columns_of(lead)), ' ');
    out_ += wrapped(printable(line), lead, options_.width, 2);
  }

  std::string lead_, out_;
  std::string_view all_;
  std::size_t count_ = 0;
  const RenderOptions& options_;
};

std::string names_text(const Trace& trace, const RenderOptions& options) {
  Lines lines("names", options, "--format csv --what names");
  for (const TraceName& name : trace.names) {
    std::string line =
        name.name + " (" + years_of(name.first, name.last) + ") " + std::to_string(name.mentions);
    std::string forms;
    for (std::size_t i = 0; i < std::min(name.forms.size(), kForms); ++i)
      forms += (forms.empty() ? "" : ", ") + name.forms[i].words + " " +
               std::to_string(name.forms[i].mentions);
    if (name.forms.size() > 1 || (!name.forms.empty() && name.forms[0].words != name.name))
      line += ": " + forms + (name.forms.size() > kForms ? ", ..." : "");
    lines.add(line);
  }
  return lines.take();
}

std::string change_line(const TraceChange& change) {
  const std::string when = change.when.empty() ? "" : ", " + change.when;
  return change.from + " -> " + change.to + ": " + change.kind + when + " (" + change.document +
         ", " + change.paragraph + (change.held ? ")" : "; not held)");
}

std::string changes_text(std::string_view heading, const std::vector<TraceChange>& changes,
                         const RenderOptions& options) {
  Lines lines(heading, options, kAsJson);
  for (const TraceChange& change : changes) lines.add(change_line(change));
  return lines.take();
}

std::string body_line(const TraceBody& body) {
  if (body.from_year == 0) return body.name + " (so " + body.authority + "; not named beside it)";
  std::string years = std::to_string(body.from_year);
  if (body.to_year > body.from_year) years += "-" + std::to_string(body.to_year);
  return body.name + " (" + years + "; " + cited(body.evidence) + ")";
}

std::string bodies_text(const Trace& trace, const RenderOptions& options) {
  Lines lines(trace.kind == "initiative" ? "run by" : "part of", options, kAsJson);
  std::string changes;
  for (const TraceBody& body : trace.bodies) {
    lines.add(body_line(body));
    changes += changes_text("", body.changes, options);
  }
  return lines.take() + changes;
}

std::string mandates_text(const Trace& trace, bool of_documents, const RenderOptions& options) {
  Lines lines(of_documents ? "reports under" : "mandated by", options, kAsJson);
  for (const TraceMandate& mandate : trace.mandates) {
    if (mandate.of_documents != of_documents) continue;
    std::string years, places;
    for (const std::string& year : mandate.years) years += (years.empty() ? "" : ", ") + year;
    const TracePlace* before = nullptr;
    for (const TracePlace& place : mandate.places) {
      const bool same = before && before->name == place.name;
      places += (places.empty() ? "" : "; ") + (same ? place.pinpoint : cited(place));
      before = &place;
    }
    lines.add(mandate.symbol + (mandate.held ? "" : ", not held") + " (" + years + "): " + places);
  }
  return lines.take();
}

std::string statuses_text(const Trace& trace, const RenderOptions& options) {
  Lines lines("status", options, kAsJson);
  for (const TraceStatus& status : trace.statuses)
    lines.add(status.status + " \"" + status.words + "\" (" + year_of(status.place) + "; " +
              cited(status.place) + ")");
  return lines.take();
}

std::string company_text(const Trace& trace, const RenderOptions& options) {
  std::string line;
  for (std::size_t i = 0; i < std::min(trace.company.size(), kCompany); ++i)
    line += (line.empty() ? "" : ", ") + trace.company[i].name + " " +
            std::to_string(trace.company[i].paragraphs);
  if (line.empty()) return {};
  if (trace.company.size() > kCompany)
    line += " and " + std::to_string(trace.company.size() - kCompany) + " more";
  Lines lines("with", options, {});
  lines.add(line + "   (of " + counted(trace.paragraphs, "paragraph") + ")");
  return lines.take();
}

std::string ends_text(const Trace& trace, const RenderOptions& options) {
  const TracePlace* first = nullptr;
  const TracePlace* last = nullptr;
  // Rows may be sessions, and what bears no date says neither.
  const auto comes_before = [](const TracePlace& a, const TracePlace& b) {
    return !a.date.empty() && (b.date.empty() || a.date < b.date);
  };
  for (const TraceYear& year : trace.years)
    for (const TraceQuote& quote : year.quotes) {
      if (!first || comes_before(quote.place, *first)) first = &quote.place;
      if (!last || last->date.empty() ||
          (!quote.place.date.empty() && quote.place.date >= last->date))
        last = &quote.place;
    }
  if (!first) return {};
  Lines lines("first, last", options, {});
  lines.add(cited(*first) + " (" + year_of(*first) + ")   " + cited(*last) + " (" + year_of(*last) +
            ")");
  return lines.take();
}

std::string figures_text(const Trace& trace, const RenderOptions& options) {
  Lines lines("figures", options, "--format csv --what figures");
  for (const TraceFigure& figure : trace.figures)
    lines.add(year_of(figure.place) + "  " + figure.quantity + ", " + figure.when + "   " +
              cited(figure.place));
  Lines beside("side by side", options, "--format csv --what comparisons");
  for (const TraceFigureChange& change : trace.figure_changes) {
    const TraceFigure& from = trace.figures[change.from];
    const TraceFigure& to = trace.figures[change.to];
    beside.add(from.quantity + " -> " + to.quantity +
               (change.change.empty() ? "" : ", " + change.change) + ": " + change.verdict + "; " +
               change.reason);
  }
  return lines.take() + beside.take();
}

std::string decimal(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", number);
  return text;
}

/// "5,189": as counted() writes a number, without what it counts.
std::string with_commas(std::size_t count) {
  const std::string text = counted(count, "");
  return text.substr(0, text.find(' '));
}

std::string bar_of(double value, double most) {
  if (value <= 0 || most <= 0) return {};
  const auto length = static_cast<std::size_t>(kWidestBar * value / most);
  if (length == 0) return std::string(kThinBar);
  std::string bar;
  for (std::size_t i = 0; i < length; ++i) bar += kBar;
  return bar;
}

/// How many were due; "." where the register knows of none.
std::string due_cell(std::size_t due) { return due == 0 ? "." : with_commas(due); }

/// Rows that say the same are one line: nothing held, or held and not mentioned.
class YearTable {
 public:
  explicit YearTable(const Trace& trace) : trace_(trace) {
    for (const TraceYear& year : trace.years) most_ = std::max(most_, year.per_10000);
  }

  std::string text() {
    const auto& years = trace_.years;
    std::size_t first = 0, last = years.size();
    while (first < years.size() && years[first].paragraphs == 0) ++first;
    while (last > first && years[last - 1].paragraphs == 0) --last;
    rows_ = {{"", "held", "expected", "mentioned", "paras.", "mentions", "per 10,000 words"}};
    add_outside(0, first);
    for (std::size_t at = first; at < last;)
      at = years[at].paragraphs > 0 ? add(at) : run(at, last);
    add_outside(last, years.size());
    return print();
  }

 private:
  std::size_t add(std::size_t at) {
    const TraceYear& year = trace_.years[at];
    rows_.push_back({year.label, with_commas(year.held), due_cell(year.expected.size()),
                     with_commas(year.documents), with_commas(year.paragraphs),
                     with_commas(year.mentions), decimal(year.per_10000)});
    remarks_.push_back(bar_of(year.per_10000, most_) + " of " + with_commas(year.words) +
                       expected_said(year));
    return at + 1;
  }

  static std::string remark_of(const TraceYear& year) {
    return (year.silent() ? "not mentioned" : "no document held - not a silence") +
           expected_said(year);
  }

  std::size_t run(std::size_t at, std::size_t last) {
    const std::string remark = remark_of(trace_.years[at]);
    std::size_t end = at + 1;
    while (end < last && follows(end) && trace_.years[end].paragraphs == 0 &&
           remark_of(trace_.years[end]) == remark)
      ++end;
    add_run(at, end, remark);
    return end;
  }

  /// "A/" of the session "A/58"; nothing of a year.
  static std::string_view body_of(const TraceYear& year) {
    return std::string_view(year.label).substr(0, year.label.rfind('/') + 1);
  }

  bool has_number(std::size_t at) const {
    const TraceYear& year = trace_.years[at];
    return is_digit(year.label[body_of(year).size()]);
  }

  /// Whether the row is of the same body as the one before it, or both are years.
  bool follows(std::size_t at) const {
    return has_number(at) && has_number(at - 1) &&
           body_of(trace_.years[at]) == body_of(trace_.years[at - 1]);
  }

  /// Before the first mention and after the last, years held and years not held in one line.
  void add_outside(std::size_t at, std::size_t end) {
    while (at < end) {
      std::size_t next = at, held = 0, missing = 0;
      std::string before;  // 2023 and 2023? are one year
      for (; next < end && has_number(next) && (next == at || follows(next)) &&
             trace_.years[next].expected.empty();
           ++next) {
        const std::string& label = trace_.years[next].label;
        const std::string year = label.substr(0, label.find('?'));
        if (year != before) ++(trace_.years[next].held > 0 ? held : missing);
        before = year;
      }
      if (held == 0 || missing == 0) {
        at = run(at, end);
        continue;
      }
      add_run(at, next,
              "not mentioned; no document held of " + std::to_string(missing) + " of these " +
                  std::to_string(held + missing));
      at = next;
    }
  }

  void add_run(std::size_t at, std::size_t end, const std::string& remark) {
    std::size_t held = 0, due = 0;
    for (std::size_t i = at; i < end; ++i) {
      held += trace_.years[i].held;
      due += trace_.years[i].expected.size();
    }
    const std::string& from = trace_.years[at].label;
    const std::string to = trace_.years[end - 1].label.substr(body_of(trace_.years[at]).size());
    rows_.push_back({end - at == 1 ? from : from + "-" + to, with_commas(held), due_cell(due), ".",
                     ".", ".", "."});
    remarks_.push_back(remark);
  }

  std::string print() const {
    const std::string cells = table(rows_, {false, true, true, true, true, true, true});
    std::string out;
    std::size_t begin = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::size_t end = cells.find('\n', begin);
      out += "  " + cells.substr(begin, end - begin);
      if (row > 0) out += "  " + printable(remarks_[row - 1]);
      out += '\n';
      begin = end + 1;
    }
    return out;
  }

  const Trace& trace_;
  double most_ = 0;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::string> remarks_;
};

/// A long sentence, or a row of a table with a page in a cell, around what is quoted for.
TraceQuote shortened(TraceQuote quote) {
  if (quote.text.size() <= kLongestQuote || quote.matches.empty()) return quote;
  const std::size_t at = quote.matches.front().begin;
  std::size_t begin = at > kLongestQuote / 2 ? quote.text.find(' ', at - kLongestQuote / 2) + 1 : 0;
  if (begin > at) begin = grapheme_begin(quote.text, at);
  std::size_t end = std::min(quote.text.size(), begin + kLongestQuote);
  if (end < quote.text.size())
    end = std::max(grapheme_begin(quote.text, end), quote.matches.front().end);
  if (const std::size_t blank = quote.text.rfind(' ', end);
      end < quote.text.size() && blank != std::string::npos && blank > quote.matches.front().end)
    end = blank;
  const std::string lead = begin > 0 ? "... " : "";
  std::vector<Span> matches;
  for (const Span& match : quote.matches)
    if (match.begin >= begin && match.end <= end)
      matches.push_back({match.begin - begin + lead.size(), match.end - begin + lead.size()});
  quote.text =
      lead + quote.text.substr(begin, end - begin) + (end < quote.text.size() ? " ..." : "");
  quote.matches = std::move(matches);
  return quote;
}

std::string quotes_text(const Trace& trace, const RenderOptions& options, std::size_t lines) {
  std::string out;
  for (const TraceYear& year : trace.years) {
    if (year.quotes.empty()) continue;
    out += (out.empty() ? "\n" : "") + bold(printable(year.label), options.color) + "\n";
    const std::size_t shown = lines == 0 ? year.quotes.size() : std::min(lines, year.quotes.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const TraceQuote quote = shortened(year.quotes[i]);
      out += wrapped(printable(cited(quote.place)), "  ", options.width, 2);
      out += wrapped(marked(quote.text, quote.matches, options.color), "    ", options.width);
    }
    if (shown < year.quotes.size())
      out += "  and " + counted(year.quotes.size() - shown, "more paragraph") + "\n";
  }
  return out;
}

}  // namespace

std::string trace_text(const Trace& trace, const RenderOptions& options, std::size_t lines) {
  std::string out = wrapped(bold(printable(trace.title), options.color) + "   " + trace.kind, "",
                            options.width, 4);
  if (trace.paragraphs == 0) {
    out += "  not mentioned in the " + counted(trace.held, "document") + " held (" +
           counted(trace.words, "word") + ")\n";
  } else {
    out += "  " + counted(trace.mentions, "mention") + " in " +
           counted(trace.paragraphs, "paragraph") + " of " + counted(trace.documents, "document") +
           "; " + counted(trace.held, "document") + " held, " + counted(trace.words, "word") + "\n";
    out += "\n" + names_text(trace, options);
  }
  out += changes_text("changed", trace.changes, options);
  out += bodies_text(trace, options) + mandates_text(trace, false, options);
  out += mandates_text(trace, true, options) + ends_text(trace, options);
  out += statuses_text(trace, options) + company_text(trace, options);
  out += figures_text(trace, options);
  if (trace.held > 0) out += "\n" + YearTable(trace).text();
  out += quotes_text(trace, options, lines);
  for (const std::string& note : trace.notes)
    out += wrapped("note: " + printable(note), out.ends_with("\n\n") ? "" : "", options.width, 4);
  return out;
}

}  // namespace undex::rendering
