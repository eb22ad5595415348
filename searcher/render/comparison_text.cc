// Comparisons as a person reads them.
#include "corpus/text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

using Kind = ParagraphPair::Kind;

/// Kept words shown on each side of a change; what is longer is cut in its middle.
constexpr std::size_t kKeptShown = 60;

std::string in_color(const std::string& text, const char* color, bool colored) {
  return colored ? color + text + "\x1b[0m" : text;
}

std::string on_one_line(std::string_view text) { return printable(collapse_spaces(text)); }

/// The beginning and the end of words that both have.
std::string shortened(const std::string& text) {
  if (text.size() <= 2 * kKeptShown) return text;
  const std::size_t head = grapheme_begin(text, text.rfind(' ', kKeptShown));
  const std::size_t tail = grapheme_begin(text, text.find(' ', text.size() - kKeptShown));
  if (head >= tail) return text;
  return text.substr(0, head) + " ... " + text.substr(tail == text.size() ? head : tail + 1);
}

/// "[-In-]{+By+} its resolution": as `git diff --word-diff` prints it.
std::string changed_words(const ParagraphPair& pair, const RenderOptions& options) {
  std::string out;
  for (const WordChange& change : pair.changes) {
    const bool added = change.kind == WordChange::Kind::added;
    const std::string& text =
        change.kind == WordChange::Kind::removed ? pair.before_text : pair.after_text;
    std::string words;
    if (change.kind == WordChange::Kind::kept) {
      words =
          shortened(on_one_line(pair.before_text.substr(change.begin, change.end - change.begin)));
    } else {
      words = on_one_line(text.substr(change.begin, change.end - change.begin));
      words = added ? in_color("{+" + words + "+}", "\x1b[32m", options.color)
                    : in_color("[-" + words + "-]", "\x1b[31m", options.color);
    }
    out += (out.empty() ? "" : " ") + words;
  }
  return out;
}

std::string pair_list(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::string out;
  for (const auto& [from, to] : pairs) out += (out.empty() ? "" : ", ") + from + " -> " + to;
  return out;
}

std::string list(const std::vector<std::string>& texts, const char* between = ", ") {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : between) + text;
  return out;
}

std::string citations_of(const ParagraphPair& pair) {
  std::string out;
  const auto add = [&out](const char* what, const std::string& texts) {
    if (!texts.empty()) out += (out.empty() ? "" : "; ") + std::string(what) + texts;
  };
  add("replaced ", pair_list(pair.citations_replaced));
  add("dropped ", list(pair.citations_dropped));
  add("added ", list(pair.citations_added));
  return out;
}

std::string percent(double part) { return std::to_string(static_cast<int>(100 * part)) + " %"; }

std::string line(const char* label, const std::string& text, const RenderOptions& options) {
  std::string lead = "  " + std::string(label);
  lead.resize(13, ' ');
  return text.empty() ? "" : wrapped(printable(text), lead, options.width);
}

/// What stands under the heading of a pair.
std::string details(const ParagraphPair& pair, const RenderOptions& options) {
  std::string out;
  if (pair.kind == Kind::reworded)
    out += wrapped(changed_words(pair, options), "  ", options.width);
  out += line("citations", citations_of(pair), options);
  out += line("names", pair_list(pair.names_changed), options);
  for (const FigureCompared& figure : pair.figures)
    out += line("figure",
                figure.before + " -> " + figure.after + "   " +
                    std::string(name_of(figure.comparison.verdict)) +
                    (figure.comparison.reason.empty() ? "" : ": " + figure.comparison.reason),
                options);
  if (pair.kind == Kind::reworded)
    out += line("wording", percent(pair.kept) + " of the shorter one's words kept", options);
  out += line("evidence", list(pair.evidence, "; "), options);
  return out;
}

/// The beginning of a paragraph on one line.
std::string beginning(const std::string& text, const RenderOptions& options) {
  const std::size_t most = options.width == 0 ? text.size() : options.width - 6;
  std::string out = on_one_line(text);
  if (out.size() > most) {
    const std::size_t cut = grapheme_begin(out, most - 4), blank = out.rfind(' ', cut);
    out = out.substr(0, blank == std::string::npos ? cut : blank) + " ...";
  }
  return "    " + out + "\n";
}

std::string places(const ParagraphPair& pair) {
  const std::string before = pair.before_text.empty() ? "" : pair.before.citation();
  const std::string after = pair.after_text.empty() ? "" : pair.after.citation();
  return before.empty() ? after : after.empty() ? before : before + " -> " + after;
}

std::string heading(const ParagraphPair& pair, const RenderOptions& options) {
  std::string kind(name_of(pair.kind));
  if (pair.moved) kind += ", moved";
  return bold(printable(places(pair)), options.color) + "   " + kind + "\n";
}

std::string counts_of(const DocumentComparison& one) {
  return std::to_string(one.count(Kind::identical)) + " identical, " +
         std::to_string(one.count(Kind::reworded)) + " reworded (" + std::to_string(one.moved()) +
         " of both moved), " + std::to_string(one.count(Kind::successor)) +
         " with a likely successor, " + std::to_string(one.count(Kind::gone)) + " gone, " +
         std::to_string(one.count(Kind::added)) + " new";
}

std::string summary(const DocumentComparison& one, const RenderOptions& options) {
  std::string out = bold(printable(one.before + " -> " + one.after), options.color) + "   " +
                    counted(one.before_paragraphs, "paragraph") + " -> " +
                    std::to_string(one.after_paragraphs) + "\n";
  out += line("paragraphs", counts_of(one), options);
  out += line("new themes", list(one.themes_new), options);
  return out + line("gone", list(one.themes_gone), options);
}

}  // namespace

std::string comparison_summaries_text(const std::vector<DocumentComparison>& comparisons,
                                      const RenderOptions& options) {
  std::string out;
  for (const DocumentComparison& one : comparisons)
    out += (out.empty() ? "" : "\n") + summary(one, options);
  return out;
}

std::string comparison_text(const DocumentComparison& comparison, const RenderOptions& options) {
  std::string out = summary(comparison, options);
  for (const ParagraphPair& pair : comparison.pairs) {
    out += "\n" + heading(pair, options);
    if (pair.kind != Kind::reworded) {
      if (pair.kind != Kind::added) out += beginning(pair.before_text, options);
      if (pair.kind == Kind::successor || pair.kind == Kind::added)
        out += beginning(pair.after_text, options);
    }
    out += details(pair, options);
  }
  return out;
}

std::string pair_text(const ParagraphPair& pair, const std::string& before,
                      const std::string& after, const RenderOptions& options) {
  const auto name = [](const std::string& document, const Locator& at) {
    return document + ", " + at.citation();
  };
  std::string out =
      bold(printable(name(before, pair.before)) + " -> " + printable(name(after, pair.after)),
           options.color) +
      "\n";
  if (pair.kind == Kind::identical) return out + "  identical\n";
  if (pair.kind == Kind::unlike)
    out += "  unlike: names apart, no run of three words is in both\n" +
           wrapped(changed_words(pair, options), "  ", options.width);
  return out + details(pair, options);
}

}  // namespace undex::rendering
