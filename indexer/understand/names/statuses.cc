#include <algorithm>
#include <set>
#include <unordered_map>

#include "indexer/understand/names/named_text.h"
#include "indexer/understand/steps.h"

namespace undex {
namespace {

/// On which side of the name the words stand: "the portal will be", "continues to provide e-mail
/// services".
enum class Side { before, after, both };

struct Cue {
  std::string_view words;
  InitiativeStatus status;
  Side side;
};

using enum InitiativeStatus;
/// Of two cues at one place the longer counts: "will continue" before "will".
constexpr Cue kCues[] = {
    {"will", planned, Side::after},
    {"will be", planned, Side::after},
    {"will develop", planned, Side::before},
    {"will establish", planned, Side::before},
    {"will conduct", planned, Side::before},
    {"will launch", planned, Side::before},
    {"will implement", planned, Side::before},
    {"would be", planned, Side::after},
    {"is to be", planned, Side::after},
    {"are to be", planned, Side::after},
    {"to be established", planned, Side::after},
    {"is being developed", planned, Side::after},
    {"are being developed", planned, Side::after},
    {"currently being developed", planned, Side::after},
    {"is being undertaken", planned, Side::after},
    {"is being established", planned, Side::after},
    {"is being prepared", planned, Side::after},
    {"is being considered", planned, Side::after},
    {"under development", planned, Side::after},
    {"under consideration", planned, Side::after},
    {"in preparation", planned, Side::after},
    {"is expected to be", planned, Side::after},
    {"is planned", planned, Side::after},
    {"are planned", planned, Side::after},
    {"has been scheduled", planned, Side::after},
    {"has been proposed", planned, Side::after},
    {"was proposed", planned, Side::after},
    {"has proposed", planned, Side::before},
    {"to develop", planned, Side::before},
    {"to establish", planned, Side::before},
    {"to conduct", planned, Side::before},
    {"to create", planned, Side::before},
    {"to elaborate", planned, Side::before},
    {"to launch", planned, Side::before},
    {"is developing", planned, Side::before},
    {"are developing", planned, Side::before},
    {"currently implementing", planned, Side::before},
    {"elaboration of", planned, Side::before},
    {"idea of establishing", planned, Side::before},
    {"need for", planned, Side::before},
    {"proposal for", planned, Side::before},
    {"plans for", planned, Side::before},
    {"requested to conduct", planned, Side::before},
    {"pilot", pilot, Side::both},
    {"pilots", pilot, Side::both},
    {"prototype", pilot, Side::both},
    {"on a trial basis", pilot, Side::both},
    {"on an experimental basis", pilot, Side::both},
    {"test phase", pilot, Side::both},
    {"continues", running, Side::both},
    {"continues to", running, Side::both},
    {"continue to", running, Side::both},
    {"continued to", running, Side::both},
    {"will continue", running, Side::both},
    {"continue to be", running, Side::both},
    {"is available", running, Side::after},
    {"are available", running, Side::after},
    {"is operational", running, Side::after},
    {"is in operation", running, Side::after},
    {"is in use", running, Side::after},
    {"is used", running, Side::after},
    {"provides", running, Side::both},
    {"provide", running, Side::before},
    {"offers", running, Side::both},
    {"maintains", running, Side::before},
    {"supports", running, Side::both},
    {"hosts", running, Side::both},
    {"features", running, Side::after},
    {"receives", running, Side::after},
    {"serves", running, Side::after},
    {"has served", running, Side::after},
    {"makes use of", running, Side::after},
    {"through", running, Side::before},
    {"was introduced", running, Side::after},
    {"has been introduced", running, Side::after},
    {"was launched", running, Side::after},
    {"has been launched", running, Side::after},
    {"was established", running, Side::after},
    {"has been established", running, Side::after},
    {"has been implemented", running, Side::after},
    {"has been updated", running, Side::after},
    {"has been made available", running, Side::after},
    {"successful implementation of", running, Side::before},
    {"installed", running, Side::before},
    {"replacing", replaced, Side::before},
    {"which replaced", replaced, Side::before},
    {"has replaced", replaced, Side::before},
    {"in place of", replaced, Side::before},
    {"was replaced", replaced, Side::after},
    {"has been replaced", replaced, Side::after},
    {"were replaced", replaced, Side::after},
    {"have been replaced", replaced, Side::after},
    {"is being replaced", replaced, Side::after},
    {"was superseded", replaced, Side::after},
    {"was merged", replaced, Side::after},
    {"has been merged", replaced, Side::after},
    {"ended", ended, Side::after},
    {"was discontinued", ended, Side::after},
    {"has been discontinued", ended, Side::after},
    {"were discontinued", ended, Side::after},
    {"have been discontinued", ended, Side::after},
    {"was terminated", ended, Side::after},
    {"was closed", ended, Side::after},
    {"has been closed", ended, Side::after},
    {"came to an end", ended, Side::after},
    {"phased out", ended, Side::after},
    {"was held", ended, Side::after},
    {"were held", ended, Side::after},
    {"took place", ended, Side::after},
    {"was completed", ended, Side::after},
    {"has been completed", ended, Side::after},
    {"was concluded", ended, Side::after},
    {"were made", ended, Side::after},
    {"was made", ended, Side::after},
    {"were undertaken", ended, Side::after},
    {"was conducted", ended, Side::after},
    {"organized", ended, Side::before},
    {"conducted", ended, Side::before},
    {"hosted", ended, Side::before},
};

/// How many words may stand between the name and what is said of it.
constexpr std::size_t kFarthest = 9;

struct Hit {
  std::size_t first = 0;  ///< words
  std::size_t last = 0;
  const Cue* cue = nullptr;
};

std::size_t length_of(const Cue& cue) {
  return 1 + static_cast<std::size_t>(std::count(cue.words.begin(), cue.words.end(), ' '));
}

/// The longest cue that stands at the word.
const Cue* cue_at(const WordText& text, std::size_t word) {
  static const auto kByFirstWord = [] {
    std::unordered_map<std::string_view, std::vector<const Cue*>> rows;
    for (const Cue& cue : kCues) rows[cue.words.substr(0, cue.words.find(' '))].push_back(&cue);
    return rows;
  }();
  const auto rows = kByFirstWord.find(text.key(word));
  if (rows == kByFirstWord.end()) return nullptr;
  const Cue* longest = nullptr;
  for (const Cue* cue : rows->second)
    if (text.stands_at(word, cue->words) &&
        (longest == nullptr || cue->words.size() > longest->words.size()))
      longest = cue;
  return longest;
}

class Reader {
 public:
  Reader(const WordText& text, std::vector<StatusMark>& statuses)
      : text_(text), statuses_(statuses) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const Cue* cue = cue_at(text, i);
      if (cue == nullptr) continue;
      const Hit hit{i, i + length_of(*cue) - 1, cue};
      i = hit.last;
      if (hit.first > 0 && (text.key(hit.first - 1) == "not" || text.key(hit.first - 1) == "never"))
        continue;
      // "seminars conducted by the network": said of the seminars.
      if (cue->side == Side::before && text.key(hit.last + 1) == "by") continue;
      hits_.push_back(hit);
    }
  }

  void read(const NameMark& mark, const NameMark* previous, const NameMark* next) {
    const std::size_t first = text_.word_at(mark.span.begin);
    const std::size_t last = text_.word_at(mark.span.end) - 1;
    // What stands beyond the next initiative is said of that one.
    const std::size_t from = previous == nullptr ? 0 : text_.word_at(previous->span.end);
    const std::size_t to = next == nullptr ? text_.size() : text_.word_at(next->span.begin);
    const Hit* best = nullptr;
    std::size_t nearest = kFarthest + 1;
    const auto start =
        std::lower_bound(hits_.begin(), hits_.end(), first,
                         [](const Hit& hit, std::size_t word) { return hit.last < word; });
    for (auto hit = start; hit != hits_.end() && hit->first < to; ++hit) {
      const std::size_t gap = hit->first > last ? hit->first - last - 1 : 0;
      if (gap >= nearest || !is_same_sentence(hit->first, last)) break;
      // The name itself says nothing but "pilot": "Open-ended Working Group".
      if (hit->first <= last && hit->cue->status != pilot && mark.rule != "description") continue;
      if (hit->first > last && hit->cue->side == Side::before) continue;
      if (hit->first > last && has_other_subject(first, last, hit->first)) break;
      best = &*hit, nearest = gap;
      break;
    }
    for (auto hit = start; hit != hits_.begin();) {
      --hit;
      const std::size_t gap = first - hit->last - 1;
      if (gap >= nearest || hit->first < from || !is_same_sentence(hit->first, first)) break;
      if (hit->cue->side == Side::after) continue;
      if (hit->cue->status == planned && has_other_object(hit->last, first)) break;
      best = &*hit, nearest = gap;
      break;
    }
    if (best != nullptr) add(mark, *best);
    if (first == 0 && text_.words().back().sentence > 0) read_run_in(mark, last);
  }

 private:
  /// "The ground for the portal was laid", "with the portal, the office will be": the verb is said
  /// of something else. Two commas are an apposition.
  bool has_other_subject(std::size_t first, std::size_t last, std::size_t verb) const {
    for (const std::size_t back : {1, 2})
      if (first >= back && text_.key(first - back) == "for") return true;
    bool open = false;
    bool other = false;
    for (std::size_t i = last + 1; i <= verb; ++i) {
      if (text_.joins_previous(i)) continue;
      open = !open;
      other = text_.key(i) == "the" || text_.key(i) == "a" || text_.key(i) == "an";
    }
    return open && other;
  }

  /// "The need for talks on the portal": what is needed is the talks.
  bool has_other_object(std::size_t cue, std::size_t first) const {
    for (std::size_t i = cue + 1; i < first; ++i)
      if (text_.key(i) == "on" || text_.key(i) == "about" || text_.key(i) == "with") return true;
    return false;
  }

  bool is_same_sentence(std::size_t a, std::size_t b) const {
    return text_.words()[a].sentence == text_.words()[b].sentence;
  }

  /// A run-in heading names what the paragraph is about: "Treaty circulars. ... a pilot has been
  /// undertaken".
  void read_run_in(const NameMark& mark, std::size_t last) {
    if (last + 1 < text_.size() && is_same_sentence(last, last + 1)) return;
    const auto hit = std::find_if(hits_.begin(), hits_.end(), [&](const Hit& each) {
      return each.cue->status == pilot && each.first > last;
    });
    if (hit != hits_.end()) add(mark, *hit);
  }

  void add(const NameMark& mark, const Hit& hit) {
    if (!said_.emplace(mark.id, hit.cue->status).second) return;
    statuses_.push_back({text_.span(hit.first, hit.last + 1), mark.id, hit.cue->status});
  }

  const WordText& text_;
  std::vector<StatusMark>& statuses_;
  std::vector<Hit> hits_;
  std::set<std::pair<std::string, InitiativeStatus>> said_;
};

bool is_initiative(const NameMark& mark) {
  return mark.kind == Name::Kind::initiative && !mark.id.empty();
}

bool is_in_one_text(const NameMark& a, const NameMark& b) {
  return a.span.block == b.span.block && a.span.row == b.span.row && a.span.column == b.span.column;
}

}  // namespace

void mark_statuses(Document& document, RefusedMarks*) {
  std::vector<const NameMark*> marks;
  for (const NameMark& mark : document.marks.names)
    if (is_initiative(mark) && mark.span.row < 0 && mark.span.block >= 0) marks.push_back(&mark);
  std::vector<StatusMark> statuses;
  for (std::size_t i = 0; i < marks.size();) {
    std::size_t end = i + 1;
    while (end < marks.size() && is_in_one_text(*marks[i], *marks[end])) ++end;
    MarkSpan whole = marks[i]->span;
    const std::string_view all = text_of(document, whole);
    whole.begin = 0;
    whole.end = all.size();
    const WordText text(whole, all);
    Reader reader(text, statuses);
    for (std::size_t at = i; at < end; ++at)
      reader.read(*marks[at], at > i ? marks[at - 1] : nullptr,
                  at + 1 < end ? marks[at + 1] : nullptr);
    i = end;
  }
  std::stable_sort(statuses.begin(), statuses.end(),
                   [](const StatusMark& a, const StatusMark& b) { return a.span < b.span; });
  document.marks.statuses = std::move(statuses);
}

}  // namespace undex
