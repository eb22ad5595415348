#include <algorithm>
#include <cmath>
#include <string_view>

#include "corpus/date.h"
#include "corpus/text.h"
#include "searcher/render/precedent_words.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

constexpr std::string_view kIndent = "    ";
/// Of a draft's own paragraph only the beginning is shown.
constexpr std::size_t kShownBytes = 160;

std::string joined(const std::vector<std::string>& all, std::string_view between = ", ") {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : std::string(between)) + one;
  return out;
}

std::string printed(const std::string& iso) {
  if (iso.empty()) return "no date";
  const std::optional<Date> date = parse_date(iso);
  return date ? date->printed() : printable(iso);
}

std::string percent(double part) { return std::to_string(std::lround(100 * part)) + " %"; }

std::string beginning_of(const std::string& text) {
  if (text.size() <= kShownBytes) return text;
  const std::size_t cut = grapheme_begin(text, kShownBytes);
  const std::size_t blank = text.rfind(' ', cut);
  return text.substr(0, blank == std::string::npos ? cut : blank) + " ...";
}

/// "(A/58/568, para. 16)  12 November 2003  91 % of its words  earliest and nearest"
std::string head_of(const Precedent& one, const std::string& remark, const RenderOptions& options) {
  std::string out = bold(printable(one.citation), options.color) + "  " +
                    printed(one.wording.date) + "  " + remark;
  if (one.wording.abridged) out += "  abridged record";
  return out;
}

std::string body_of(const Precedent& one, const RenderOptions& options) {
  std::string text = one.wording.text;
  std::ranges::replace(text, '\n', ' ');
  std::string out = wrapped(marked(text, one.wording.shared, options.color), kIndent, options.width,
                            0, is_right_to_left(text));
  const std::string after = taken_up_in_words(one);
  if (!after.empty()) out += wrapped(printable(after), std::string(kIndent) + "-> ", options.width);
  return out;
}

std::string kept_in_words(const ReusedWording& wording) {
  return wording.identical ? "the same words" : percent(wording.kept) + " of the words";
}

std::string uses_text(const PrecedentResult& result, const RenderOptions& options) {
  if (result.uses.empty()) return "this wording: not in this archive\n";
  std::string out = "this wording: " + std::string(result.all ? "" : "at least ") +
                    counted(result.paragraphs, "paragraph") + " in " +
                    counted(result.documents, "document") + "\n";
  for (const Precedent& one : result.uses) {
    const std::string standing = result.paragraphs == 1 ? "" : "  " + standing_of(one);
    out += wrapped(head_of(one, kept_in_words(one.wording) + standing, options), "  ",
                   options.width, 2) +
           body_of(one, options);
  }
  if (result.uses.size() < result.paragraphs)
    out += "  " + counted(result.paragraphs - result.uses.size(), "other use") + " not shown\n";
  return out;
}

std::string close_text(const PrecedentResult& result, const RenderOptions& options) {
  constexpr std::string_view kMore = "  there may be closer ones: too many share as much\n";
  if (result.close.empty())
    return "close in meaning: nothing " +
           std::string(result.close_all ? "in this archive\n" : "found\n") +
           std::string(result.close_all ? "" : kMore);
  std::string out =
      "close in meaning, by what is shared; whether it says the same is yours to judge\n";
  for (const Precedent& one : result.close)
    out += wrapped(head_of(one, "closeness " + percent(one.closeness), options), "  ",
                   options.width, 2) +
           wrapped(printable("shares " + reasons_of(one.shared)), kIndent, options.width, 2) +
           body_of(one, options);
  return out + std::string(result.close_all ? "" : kMore);
}

std::string answer_text(const PrecedentAnswer& answer, const RenderOptions& options) {
  return uses_text(answer.result, options) + close_text(answer.result, options);
}

/// "3 of 5 paragraphs have a precedent"
std::string counts_of(const PrecedentPage& page) {
  std::string out = printable(page.draft) + ": " + std::to_string(page.answered()) + " of " +
                    counted(page.answers.size(), "paragraph") + " have a precedent";
  if (page.not_asked > 0) out += "; " + counted(page.not_asked, "paragraph") + " not asked for";
  return out + "\n";
}

}  // namespace

std::string standing_of(const Precedent& use) {
  std::vector<std::string> out;
  if (use.earliest) out.push_back("earliest");
  if (use.latest) out.push_back("latest");
  if (use.nearest) out.push_back("nearest");
  return joined(out);
}

std::string reasons_of(const InCommon& shared) {
  struct Kind {
    std::string_view one, more;
    const std::vector<std::string>& list;
  };
  std::vector<std::string> out;
  for (const Kind& kind : {Kind{"the concept ", "the concepts ", shared.concepts},
                           Kind{"the name ", "the names ", shared.names},
                           Kind{"the citation of ", "the citations of ", shared.citations},
                           Kind{"the word ", "the words ", shared.words}})
    if (!kind.list.empty())
      out.push_back(std::string(kind.list.size() == 1 ? kind.one : kind.more) + joined(kind.list));
  return joined(out, "; ");
}

std::string taken_up_in_words(const Precedent& one) {
  std::vector<std::string> out;
  for (const TakenUp& by : one.taken_up)
    out.push_back(by.name + ", " + by.pinpoint + ": " + by.relation +
                  (by.paragraph ? " this paragraph" : " this document"));
  if (one.taken_up_count > one.taken_up.size())
    out.push_back(std::to_string(one.taken_up_count - one.taken_up.size()) + " more");
  if (!one.taken_up_all) out.push_back("not all documents that cite it were read");
  return joined(out, "; ");
}

std::string precedents_text(const PrecedentPage& page, const RenderOptions& options) {
  if (page.draft.empty())
    return page.answers.empty() ? "" : answer_text(page.answers.front(), options);
  std::string out = counts_of(page);
  for (const PrecedentAnswer& answer : page.answers) {
    if (answer.result.empty() && !page.all) continue;
    out += "\n" + wrapped(printable(beginning_of(answer.text)),
                          bold(printable(answer.pinpoint), options.color) + "  ", options.width);
    out += answer_text(answer, options);
  }
  return out;
}

}  // namespace undex::rendering
