#include "indexer/understand/references/internal.h"

#include <algorithm>
#include <array>

#include "corpus/citation/pinpoint.h"

namespace undex {
namespace {

using Place = Locator::Place;

constexpr std::array<Phrase, 8> kSelf{"present report",     "present note",   "present document",
                                      "present resolution", "present letter", "present paper",
                                      "present decision",   "present study"};
constexpr std::array<Phrase, 6> kThisSelf{"this report", "this note",  "this document",
                                          "this paper",  "this study", "this letter"};
// Laws and papers that have paragraphs of their own: a bare pinpoint beside them is theirs.
constexpr std::array<std::string_view, 25> kOthers{
    "article",   "articles", "rule",        "rules",      "regulation", "charter", "convention",
    "statute",   "protocol", "covenant",    "agreement",  "treaty",     "agenda",  "declaration",
    "programme", "plan",     "report",      "resolution", "decision",   "reports", "resolutions",
    "decisions", "draft",    "regulations", "bulletin"};

constexpr std::array<std::string_view, 7> kAbove{
    "above-mentioned", "abovementioned", "aforementioned", "afore-mentioned",
    "above-described", "above-listed",   "aforesaid"};
constexpr std::array<std::string_view, 23> kSaid{
    "outlined",  "described", "mentioned",  "identified",  "indicated", "noted",
    "stated",    "listed",    "discussed",  "explained",   "defined",   "cited",
    "specified", "given",     "shown",      "detailed",    "presented", "set",
    "referred",  "reported",  "elaborated", "highlighted", "summarized"};
constexpr std::array<std::string_view, 12> kPapers{
    "resolution", "resolutions", "decision", "decisions", "report",    "reports",
    "letter",     "letters",     "note",     "document",  "documents", "request"};
// After "the above": no noun follows, and the words stand for what was said.
constexpr std::array<std::string_view, 16> kNoNoun{
    "is",   "was", "are",   "were",   "and",  "will",  "has", "have",
    "that", "or",  "would", "should", "does", "shows", "in",  "for"};

/// The sentences of a text by their stops, and which of them speak of another text: enough to tell
/// whose a bare pinpoint is.
class Sentences {
 public:
  Sentences(const PhraseText& text, std::span<const MarkSpan> cited) {
    auto citation = cited.begin();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i == 0 || text.ends_sentence(i - 1)) {
        starts_.push_back(i);
        of_other_.push_back(false);
      }
      while (citation != cited.end() && citation->begin < text.begin(i)) ++citation;
      const bool cites = citation != cited.end() && citation->begin < text.end(i);
      if (cites || is_one_of(text.word(i), kOthers)) of_other_.back() = true;
    }
  }
  bool begins(std::size_t word) const { return std::ranges::binary_search(starts_, word); }
  /// Not of the word that begins the sentence: "Sections III and IV describe" their own text.
  bool speaks_of_other(std::size_t word) const {
    const auto after = std::ranges::upper_bound(starts_, word);
    if (after == starts_.begin() || *(after - 1) == word) return false;
    return of_other_[static_cast<std::size_t>(after - starts_.begin()) - 1];
  }

 private:
  std::vector<std::size_t> starts_;
  std::vector<bool> of_other_;
};

enum class Owner { self, other, open };

/// What the words behind the pinpoint say: "above", "of the present report", "of the Charter".
Owner owner_behind(const PhraseText& text, std::size_t next, bool is_report, std::size_t& last) {
  last = next;
  const std::string_view word = text.word(next);
  if (word == "above" || word == "below") return Owner::self;
  if (word == "thereof" || word == "thereto" || word == "and") return Owner::other;
  if (word != "of" && word != "to" && word != "in") return Owner::open;
  const std::size_t noun = next + (text.match(next + 1, "the") > 0 ? 2 : 1);
  for (const auto& phrases : {std::span<const Phrase>(kSelf), std::span<const Phrase>(kThisSelf)}) {
    for (const Phrase phrase : phrases) {
      if (!text.joined(next) || text.match(noun, phrase) == 0) continue;
      last = noun + 1;
      return Owner::self;
    }
  }
  // "Section II of the report reviews": the report one reads, when it is one and no other is named.
  last = noun;
  const bool plain = is_report && text.match(next + 1, "the report") > 0;
  if (plain && !(text.joined(noun) && text.word(noun + 1) == "of")) return Owner::self;
  return word == "of" ? Owner::other : Owner::open;
}

bool is_pointed_at(const PhraseText& text, std::size_t first) {
  if (first == 0) return false;
  return text.word(first - 1) == "see" || text.gap(first - 1).ends_with("(");
}

InternalMatch match_of(const PhraseText& text, std::size_t first, std::size_t last, bool vague) {
  InternalMatch match;
  match.begin = text.begin(first);
  match.end = text.end(last);
  match.vague = vague;
  return match;
}

InternalMatch judge(const PhraseText& text, const Pinpoint& pinpoint, const OwnPlaces& places,
                    const Sentences& sentences, bool in_note) {
  const std::size_t first = text.word_at(text.source(pinpoint.begin));
  const std::size_t next = text.word_at(text.source(pinpoint.end));
  InternalMatch match = match_of(text, first, next - 1, false);
  match.end = text.source(pinpoint.end);
  match.pinpoints = locators_of(text.plain(), pinpoint);
  std::size_t last = next;
  // ")" of a point may stand between: the gap counts from the end of the pinpoint.
  const std::string_view between = piece(text.plain(), pinpoint.end, next < text.size() ? 1 : 0);
  const bool leads = between == " ";
  const Owner owner = leads ? owner_behind(text, next, places.is_report(), last) : Owner::open;
  if (owner == Owner::other) match.refusal = "the words behind it name another text";
  if (owner == Owner::self) match.end = text.end(last);
  const bool whole = std::ranges::all_of(match.pinpoints,
                                         [](const Locator& l) { return l.place == Place::whole; });
  if (owner == Owner::open && whole && !is_pointed_at(text, first))
    match.refusal = "does not point at a place";
  // "under Chapter VII" is of the Charter, and a pinpoint in a note is of what the note cites.
  const bool chapter = text.printed(first) == "Chapter" && !sentences.begins(first);
  if (owner == Owner::open && (chapter || in_note)) match.refusal = "is of a text cited";
  if (owner == Owner::open && sentences.speaks_of_other(first))
    match.refusal = "its sentence speaks of another text";
  if (match.refusal.empty() && !places.have(match.pinpoints))
    match.refusal = "this document has no such place";
  return match;
}

/// "as outlined above", "the services identified above", "the above processes", from word i.
bool read_vague(const PhraseText& text, std::size_t i, InternalMatch& match) {
  if (is_one_of(text.word(i), kAbove)) {
    if (!text.joined(i) || is_one_of(text.word(i + 1), kPapers)) return false;
    const bool article = text.match_before(i, "the") > 0 || text.match_before(i, "these") > 0;
    match = match_of(text, article ? i - 1 : i, i + 1, true);
    return true;
  }
  if (text.word(i) != "above") return false;
  std::size_t said = i;
  for (std::size_t back = 1; back <= 2 && back <= i && text.joined(i - back); ++back)
    if (is_one_of(text.word(i - back), kSaid)) said = i - back;
  if (said < i) {
    match = match_of(text, text.match_before(said, "as") > 0 ? said - 1 : said, i, true);
    return true;
  }
  if (text.match_before(i, "the") == 0) return false;
  const std::string_view next = text.joined(i) ? text.word(i + 1) : std::string_view{};
  if (is_one_of(next, kPapers) || text.word(i + 1) == "mentioned") return false;
  const bool noun = !next.empty() && !is_digit(next[0]) && !is_one_of(next, kNoNoun);
  match = match_of(text, i - 1, noun ? i + 1 : i, true);
  return true;
}

}  // namespace

OwnPlaces::OwnPlaces(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture) continue;
    places_.insert(block.locator);
    for (const InlinePoint& point : block.points) places_.insert(point.locator);
  }
  const std::string type = document.masthead.normal(MastheadItem::document_type);
  is_report_ = type.find("report") != std::string::npos || type.find("note") != std::string::npos;
}

bool OwnPlaces::have(std::span<const Locator> locators) const {
  return std::ranges::all_of(locators, [&](const Locator& locator) {
    // Places inside a place follow it in order.
    const auto at = places_.lower_bound(locator);
    return at != places_.end() && locator.contains(*at);
  });
}

std::vector<Locator> OwnPlaces::points_before(const Locator& locator) const {
  std::vector<Locator> points;
  if (locator.points.empty()) return points;
  Locator first = locator;
  first.points.back().clear();
  for (auto at = places_.lower_bound(first); at != places_.end() && *at < locator; ++at)
    if (at->points.size() == locator.points.size() && at->number == locator.number)
      points.push_back(*at);
  return points;
}

std::vector<InternalMatch> find_internal(const PhraseText& text, const Locator& here,
                                         const OwnPlaces& places, bool in_note,
                                         std::span<const MarkSpan> cited) {
  std::vector<InternalMatch> matches;
  const Sentences sentences(text, cited);
  for (const Pinpoint& pinpoint : find_pinpoints(text.plain()))
    matches.push_back(judge(text, pinpoint, places, sentences, in_note));
  const std::size_t explicit_ones = matches.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    InternalMatch match;
    if (!read_vague(text, i, match)) continue;
    match.pinpoints = places.points_before(here);
    matches.push_back(std::move(match));
  }
  std::ranges::inplace_merge(matches, matches.begin() + static_cast<std::ptrdiff_t>(explicit_ones),
                             {}, &InternalMatch::begin);
  return matches;
}

}  // namespace undex
