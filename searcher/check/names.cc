// Names that were given up: the draft speaks of today, and a document says that the unit, body or
// State is called otherwise since.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "corpus/text.h"
#include "searcher/check/checking.h"

namespace undex::checking {
namespace {

/// A word of a sentence that speaks of the past, or of the name as a name. "since" is none: it
/// gives reasons too, and where it tells a time a year or another word of the past is near.
struct PastWord {
  std::string_view word;
  std::string_view only_before = {};   ///< "known as", not "known for"
  std::string_view never_before = {};  ///< words with blanks around them: not "called upon"
};
constexpr std::array kOfThePast{PastWord{"was"},
                                PastWord{"were"},
                                PastWord{"had"},
                                PastWord{"did"},
                                PastWord{"then"},
                                PastWord{"former"},
                                PastWord{"formerly"},
                                PastWord{"until"},
                                PastWord{"previous"},
                                PastWord{"previously"},
                                PastWord{"originally"},
                                PastWord{"earlier"},
                                PastWord{"predecessor"},
                                PastWord{"renamed"},
                                PastWord{"merged"},
                                PastWord{"past"},
                                PastWord{"ago"},
                                PastWord{"became"},
                                PastWord{"replaced"},
                                PastWord{"succeeded"},
                                PastWord{"once"},
                                PastWord{"known", "as"},
                                PastWord{"called", {}, " upon on for to attention "}};
constexpr int kFirstSession = 1945;  // of the General Assembly: the first was in 1946
constexpr std::string_view kResolution = "A/RES/";

/// The last year that the words name; that in which the session of a resolution opened; 0 for none.
int year_of(std::string_view when) {
  int year = 0;
  if (when.starts_with(kResolution)) {
    int session = 0;
    for (std::size_t at = kResolution.size(); at < when.size() && is_digit(when[at]); ++at)
      session = session * 10 + (when[at] - '0');
    return kFirstSession + session;
  }
  for (std::size_t at = 0; at + 4 <= when.size(); ++at) {
    const bool century = when.substr(at).starts_with("19") || when.substr(at).starts_with("20");
    const bool alone = at == 0 || !is_digit(when[at - 1]);
    if (!century || !alone || !is_digit(when[at + 2]) || !is_digit(when[at + 3])) continue;
    if (at + 4 < when.size() && is_digit(when[at + 4])) continue;
    year = std::max(year, (when[at] - '0') * 1000 + (when[at + 1] - '0') * 100 +
                              (when[at + 2] - '0') * 10 + (when[at + 3] - '0'));
  }
  return year;
}

bool ends_a_name(NameChange::Kind kind) {
  return kind == NameChange::Kind::merged_into || kind == NameChange::Kind::renamed ||
         kind == NameChange::Kind::replaced_by;
}

/// The change that ended the name, before the date of the draft; nullptr for none.
const NameChange* change_of(const NameMark& mark, const std::string& printed,
                            const Checking& checking) {
  for (const NameChange& change : name_changes()) {
    if (!ends_a_name(change.kind) || change.from == nullptr || change.from->id != mark.id) continue;
    // Where only the name changed, the other forms of it are still good.
    if (change.from == change.to && fold(change.from_name) != fold(printed)) continue;
    const int year = year_of(change.when);
    // A change without a date has been by today, not by the date of an older draft.
    if (year == 0 ? !checking.dated : year < checking.now.year) return &change;
  }
  return nullptr;
}

/// The name at the end of the chain of changes.
std::string current_name(const NameChange& first) {
  const NameChange* last = &first;
  for (std::size_t steps = 0; steps < name_changes().size(); ++steps) {
    const auto next = std::ranges::find_if(name_changes(), [&](const NameChange& change) {
      return ends_a_name(change.kind) && change.from == last->to && change.from != change.to;
    });
    if (next == name_changes().end()) break;
    last = &*next;
  }
  return last->to == last->from && !last->to_name.empty() ? last->to_name : last->to->preferred;
}

bool is_of_the_past(const std::string& word, const std::string& next) {
  return std::ranges::any_of(kOfThePast, [&](const PastWord& past) {
    return past.word == word && (past.only_before.empty() || past.only_before == next) &&
           past.never_before.find(" " + next + " ") == std::string_view::npos;
  });
}

bool speaks_of_today(const Checking& checking, std::string_view sentence) {
  std::string before;
  for (const WordSpan& word : words(sentence)) {
    const std::string_view printed = sentence.substr(word.begin, word.end - word.begin);
    const int year = printed.size() == 4 ? year_of(printed) : 0;
    if (year != 0 && year < checking.now.year) return false;
    std::string small = to_lower(printed);
    if (is_of_the_past(before, small)) return false;
    before = std::move(small);
  }
  return !is_of_the_past(before, "");
}

/// Whether the sentence of a name speaks of today: each block is cut into sentences once, and each
/// sentence read once, for names come in the order of the text.
class Sentences {
 public:
  explicit Sentences(const Checking& checking) : checking_(checking) {}

  bool speak_of_today(const MarkSpan& span) {
    const std::string_view text = text_of(checking_.draft, span);
    if (span.block != block_) {
      block_ = span.block;
      spans_ = sentences(text);
      judged_ = spans_.size();
    }
    const auto behind = std::ranges::upper_bound(spans_, span.begin, {}, &TextSpan::begin);
    if (behind == spans_.begin() || std::prev(behind)->end < span.end)
      return speaks_of_today(checking_, text);
    const auto at = static_cast<std::size_t>(std::prev(behind) - spans_.begin());
    if (at != judged_) {
      judged_ = at;
      today_ = speaks_of_today(checking_,
                               text.substr(spans_[at].begin, spans_[at].end - spans_[at].begin));
    }
    return today_;
  }

 private:
  const Checking& checking_;
  int block_ = MarkSpan::kReference - 1;  ///< none
  std::vector<TextSpan> spans_;
  std::size_t judged_ = 0;  ///< the sentence that today_ is of
  bool today_ = true;
};

}  // namespace

void check_names(Checking& checking) {
  const Document& draft = checking.draft;
  std::set<std::string> said;
  Sentences sentences_of_draft(checking);
  for (const NameMark& mark : draft.marks.names) {
    if (mark.id.empty() || said.contains(mark.id) || mark.span.row >= 0) continue;
    const NameChange* change = change_of(mark, words_of(draft, mark.span), checking);
    if (change == nullptr || !checking.is_own_words(mark.span) || checking.is_cited(mark.span))
      continue;
    if (!sentences_of_draft.speak_of_today(mark.span)) continue;
    said.insert(mark.id);
    const std::string current = current_name(*change);
    const std::string when = change->when.empty() ? "" : " (" + change->when + ")";
    const std::string place = change->paragraph.empty() ? "" : ", " + change->paragraph;
    checking.remark("superseded-name", mark.span,
                    std::string(name_of(change->kind)) + " " + current + when, current,
                    change->document + place);
  }
}

}  // namespace undex::checking
