#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "corpus/authority.h"
#include "indexer/understand/names/called.h"
#include "indexer/understand/names/named_text.h"
#include "indexer/understand/word_lists.h"

namespace undex {
namespace {

/// What an initiative may be called for short. Too common to mean one: system, service, network,
/// resource, project, work.
constexpr std::array<std::string_view, 31> kNouns = {
    "conference", "meeting",   "summit", "session",    "seminar",   "workshop",  "breakfast",
    "symposium",  "forum",     "event",  "compendium", "guide",     "inventory", "survey",
    "study",      "engine",    "portal", "strategy",   "plan",      "pilot",     "exercise",
    "training",   "programme", "course", "database",   "catalogue", "tool",      "platform",
    "initiative", "donation",  "mandate"};
constexpr std::array<std::string_view, 10> kEvents = {
    "conference", "meeting",   "summit",    "session",      "seminar",
    "workshop",   "breakfast", "symposium", "presentation", "presentations"};
/// Nouns that any event may be called by.
constexpr std::array<std::string_view, 2> kAnyEvent = {"meeting", "event"};
constexpr std::array<std::string_view, 6> kPeople = {"participants", "speakers",    "attendees",
                                                     "presenters",   "discussions", "panellists"};
constexpr std::array<std::string_view, 5> kTrainings = {"training", "course", "courses", "seminars",
                                                        "coaching"};
constexpr std::array<std::string_view, 4> kTrainees = {"training", "trained", "participants",
                                                       "trainees"};
constexpr std::array<std::string_view, 5> kAdditions = {"additionally", "furthermore", "moreover",
                                                        "also", "likewise"};
constexpr std::array<std::string_view, 4> kThe = {"the", "this", "that", "said"};
constexpr std::array<std::string_view, 6> kSome = {"a", "an", "another", "one", "each", "every"};
/// What may follow a noun that stands alone; "the conference areas", "the meeting of the Council"
/// mean something else.
constexpr std::array<std::string_view, 46> kFollowers = {
    "is",       "was",      "has",       "had",  "will",  "would",  "may",    "can",
    "could",    "shall",    "should",    "must", "and",   "or",     "in",     "at",
    "to",       "from",     "with",      "by",   "as",    "which",  "that",   "who",
    "when",     "where",    "also",      "then", "a",     "an",     "the",    "itself",
    "provides", "includes", "continues", "aims", "seeks", "offers", "covers", "contains",
    "consists", "serves",   "drew",      "took", "being", "until"};
/// A first sentence with one of these is no run-in heading.
constexpr std::array<std::string_view, 34> kVerbs = {
    "is",        "are",      "was",      "were",    "has",    "have",    "had",
    "will",      "would",    "should",   "shall",   "may",    "can",     "could",
    "must",      "be",       "been",     "does",    "do",     "did",     "took",
    "continues", "continue", "provides", "provide", "offers", "made",    "requests",
    "decides",   "notes",    "recalls",  "invites", "urges",  "welcomes"};
constexpr std::array<std::string_view, 9> kPrepositions = {"of", "for", "on",      "in",  "to",
                                                           "at", "by",  "adopted", "with"};
constexpr std::array<std::string_view, 5> kPursuant = {
    "pursuant to", "in response to", "in accordance with", "in compliance with", "further to"};

constexpr std::size_t kLongestRunIn = 45;  ///< words
/// What the names of an initiative say it is, made once.
struct Nature {
  std::set<std::string, std::less<>> nouns;  ///< of kNouns, from its names
  std::set<std::string, std::less<>> links;  ///< words that show that a paragraph goes on about it
  bool event = false;
};

struct Natures {
  std::unordered_map<std::string_view, Nature> by_id;
  /// "mandate wg-informatics" -> the initiative "Mandate of the ... Working Group on Informatics".
  std::unordered_map<std::string, const Name*> by_owner;

  Natures() {
    for (const Name& name : authority_names()) {
      if (name.kind != Name::Kind::initiative) continue;
      Nature& nature = by_id[name.id];
      add(nature, name.preferred);
      for (const std::string& variant : name.variants) add(nature, variant);
      if (nature.event) {
        nature.links.insert(kPeople.begin(), kPeople.end());
        nature.links.insert(kAnyEvent.begin(), kAnyEvent.end());
      }
      add_owner(name);
    }
  }

  static void add(Nature& nature, std::string_view spelling) {
    const WordText words({}, spelling);
    bool head = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view key = words.key(i);
      // What stands behind a preposition is another thing: "Declaration ... adopted by the Summit".
      head = head && (i == 0 || !is_one_of(key, kPrepositions));
      if (head && is_one_of(key, kNouns)) nature.nouns.emplace(key), nature.links.emplace(key);
      if (!head) continue;
      if (is_one_of(key, kEvents)) nature.event = true;
      if (is_one_of(key, kTrainings)) nature.links.insert(kTrainees.begin(), kTrainees.end());
    }
  }

  void add_owner(const Name& name) {
    const WordText words({}, name.preferred);
    if (words.key(1) != "of") return;
    const std::size_t from = words.key(2) == "the" ? 3 : 2;
    if (from >= words.size()) return;
    const std::string_view owner =
        std::string_view(name.preferred).substr(words.words()[from].begin);
    for (const NameMatch& match : find_names(owner))
      if (match.begin == 0 && match.end == owner.size() &&
          match.name->kind != Name::Kind::initiative)
        by_owner.emplace(std::string(words.key(0)) + " " + match.name->id, &name);
  }
};

const Natures& natures() {
  static const Natures kNatures;
  return kNatures;
}

const Nature* nature_of(std::string_view id) {
  const auto found = natures().by_id.find(id);
  return found == natures().by_id.end() ? nullptr : &found->second;
}

class Reader {
 public:
  Reader(const Document& document, RefusedMarks* refused)
      : document_(document), refused_(refused) {}

  void read(NamedText& text) {
    if (text.words.whole().row >= 0 || text.words.whole().block < 0 || text.words.size() == 0)
      return;
    text_ = &text;
    more_.clear();
    const Block& block = document_.blocks[static_cast<std::size_t>(text.words.whole().block)];
    if (block.kind == BlockKind::footnote) return;
    if (block.kind == BlockKind::heading || block.kind == BlockKind::annex_title) {
      called_.clear();
      topic_ = heading_topic();
    } else {
      if (block.kind != BlockKind::subparagraph) enter_paragraph();
      read_request();
    }
    read_words();
    if (block.kind != BlockKind::subparagraph) remember_initiatives();
    add_names(text, more_);
  }

 private:
  const WordText& words() const { return text_->words; }

  std::optional<NameMark> first_initiative() const {
    for (const NameMark& mark : text_->names)
      if (mark.kind == Name::Kind::initiative) return mark;
    return std::nullopt;
  }

  /// A heading is about the initiative whose name makes up most of it.
  std::optional<NameMark> heading_topic() const {
    const auto mark = first_initiative();
    if (!mark || 2 * (mark->span.end - mark->span.begin) < words().text().size())
      return std::nullopt;
    return mark;
  }

  /// "Treaty circulars. In the interest of ...": the first sentence has no verb.
  bool has_run_in_heading() const {
    const auto& all = words().words();
    std::size_t end = 0;
    while (end < all.size() && all[end].sentence == 0) {
      if (end > kLongestRunIn || is_one_of(words().key(end), kVerbs)) return false;
      ++end;
    }
    return end < all.size();
  }

  void enter_paragraph() {
    ++paragraph_;
    if (has_run_in_heading()) {
      topic_ = first_initiative();
      if (topic_ && words().word_at(topic_->span.begin) > 1) topic_.reset();
      return;
    }
    if (!topic_) return;
    if (const auto named = first_initiative()) {
      if (named->id != topic_->id) topic_.reset();
      return;
    }
    if (const auto word = link_to_topic()) add(*topic_, words().span(*word, *word + 1));
  }

  /// The word that shows that the paragraph goes on about the topic.
  std::optional<std::size_t> link_to_topic() const {
    const Nature* nature = nature_of(topic_->id);
    if (nature == nullptr) return std::nullopt;
    if (is_one_of(words().key(0), kAdditions) || words().stands_at(0, "in addition")) return 0;
    for (std::size_t i = 0; i < words().size(); ++i)
      if (nature->links.contains(words().key(i))) return i;
    return std::nullopt;
  }

  /// "Pursuant to this request": about the one initiative of the paragraph that made it.
  void read_request() {
    if (previous_.size() != 1 || !previous_requests_) return;
    for (const std::string_view lead : kPursuant) {
      if (!words().stands_at(0, lead)) continue;
      const auto at = static_cast<std::size_t>(1 + std::count(lead.begin(), lead.end(), ' '));
      if (is_one_of(words().key(at), kThe) && words().key(at + 1) == "request")
        add(previous_.begin()->second, words().span(at, at + 2));
    }
  }

  void remember_initiatives() {
    previous_.clear();
    for (const auto& list : {text_->names, more_})
      for (const NameMark& mark : list)
        if (mark.kind == Name::Kind::initiative) previous_.emplace(mark.id, mark);
    previous_requests_ = false;
    for (std::size_t i = 0; i < words().size() && !previous_requests_; ++i)
      previous_requests_ = words().key(i).starts_with("request");
  }

  void read_words() {
    std::size_t name = 0;
    body_ = nullptr;
    for (std::size_t i = 0; i < words().size(); ++i) {
      const std::size_t begin = words().words()[i].begin;
      for (; name < text_->names.size() && text_->names[name].span.begin <= begin; ++name) {
        const NameMark& mark = text_->names[name];
        if (mark.kind == Name::Kind::initiative) remember(mark);
        if (mark.kind != Name::Kind::initiative && mark.kind != Name::Kind::state) body_ = &mark;
      }
      const std::string_view key = words().key(i);
      if (i == 0 && is_one_of(key, kPeople)) read_people();
      if (i > 1 && is_mandate(i)) read_possession(i, "mandate");
      if (!is_one_of(key, kNouns)) continue;
      const NameMark* over = name_over(*text_, begin, NamesOf::initiatives);
      if (over != nullptr && over->rule != "description") continue;
      // With a capital it is a body or the name of something: "the Forum".
      if (!words().is_capital(i) || words().opens_sentence(i)) read_noun(i);
    }
  }

  /// To convene a body "for one more year" is to renew its mandate; "has the following mission".
  bool is_mandate(std::size_t i) const {
    const std::string_view before = words().key(i - 1);
    if (words().key(i) == "year") return before == "another" || before == "more";
    return words().key(i) == "mission" &&
           (before == "following" || words().key(i - 2) == "following");
  }

  /// What the initiative may be called from here on.
  void remember(const NameMark& mark) {
    const Nature* nature = nature_of(mark.id);
    if (nature == nullptr) return;
    for (const std::string& noun : nature->nouns) called_[noun].add(mark, paragraph_);
    if (nature->event)
      for (const std::string_view noun : kAnyEvent)
        called_[std::string(noun)].add(mark, paragraph_);
    const std::size_t length = mark.span.end - mark.span.begin;
    if (mark.rule == "authority")
      remember_phrase(mark, words().text().substr(mark.span.begin, length));
    else if (length > mark.name.size())  // scattered, by all its words
      remember_phrase(mark, mark.name);
  }

  /// The last two words before the first preposition of its name: "brainstorming session".
  void remember_phrase(const NameMark& mark, std::string_view name) {
    const WordText all({}, name);
    std::size_t end = 0;
    while (end < all.size() && !is_one_of(all.key(end), kPrepositions)) ++end;
    if (end < 2 || !is_one_of(all.key(end - 1), kNouns)) return;
    phrases_[std::string(all.key(end - 2)) + " " + std::string(all.key(end - 1))].add(mark,
                                                                                      paragraph_);
  }

  /// "Participants agreed" begins a paragraph after one on an event.
  void read_people() {
    const auto found = called_.find("event");
    if (found == called_.end() || !found->second.last || first_initiative()) return;
    const Called& called = found->second;
    if (called.last->mark.id.empty() || called.last->paragraph + 1 != paragraph_) return;
    if (called.before && called.before->paragraph + 1 >= paragraph_) return;
    add(called.last->mark, words().span(0, 1));
    found->second.add(called.last->mark, paragraph_);
  }

  void read_noun(std::size_t i) {
    const std::string noun(words().key(i));
    if (is_possessed(i)) return read_possession(i, noun);
    if (words().key(i + 1) == "of" && read_owner(i)) return;
    const bool single = i > 0 && is_one_of(words().key(i - 1), kThe);
    const bool phrase = i > 1 && words().joins_previous(i) && is_one_of(words().key(i - 2), kThe);
    if (single && may_stand_alone(i)) return resolve(called_[noun], words().span(i, i + 1), 6);
    if (phrase && may_stand_alone(i)) {
      const auto found = phrases_.find(std::string(words().key(i - 1)) + " " + noun);
      if (found != phrases_.end())
        return resolve(found->second, words().span(i - 1, i + 1), 1 << 20);
    }
    // Something new of that kind: a rival for what follows.
    for (std::size_t back = 1; back <= 3 && back <= i; ++back)
      if (is_one_of(words().key(i - back), kSome)) {
        called_[noun].add(NameMark{}, paragraph_);
        return;
      }
  }

  bool may_stand_alone(std::size_t i) const {
    if (i + 1 == words().size() || !words().joins_previous(i + 1)) return true;
    const std::string_view next = words().key(i + 1);
    return is_one_of(next, kFollowers) || (next.size() > 4 && next.ends_with("ed"));
  }

  void resolve(Called& called, const MarkSpan& span, int reach) {
    if (!called.last) return;
    const Called::Entry last = *called.last;
    if (last.mark.id.empty() || paragraph_ - last.paragraph > reach) return;
    if (called.before && (paragraph_ - last.paragraph > 1 || called.before->mark.id.empty() ||
                          paragraph_ - called.before->paragraph <= 1))
      if (called.before->mark.id != last.mark.id && paragraph_ != last.paragraph) {
        if (refused_ != nullptr)
          refused_->push_back({span, "description", "may be " + last.mark.name + " or another"});
        return;
      }
    called.add(last.mark, paragraph_);
    if (const Nature* nature = nature_of(last.mark.id); nature != nullptr && nature->event)
      called_["event"].add(last.mark, paragraph_);
    add(last.mark, span);
  }

  /// "its mandate", "its future role, status and mandate"; not "its work and mandate".
  bool is_possessed(std::size_t i) const {
    if (i > 0 && words().key(i - 1) == "its") return true;
    if (i < 4 || words().key(i - 1) != "and" || words().joins_previous(i - 2)) return false;
    for (std::size_t back = 3; back <= 6 && back <= i && !words().is_capital(i - back); ++back)
      if (words().key(i - back) == "its") return true;
    return false;
  }

  /// "its mandate": of the body named last in the sentence.
  void read_possession(std::size_t i, const std::string& noun) {
    if (body_ == nullptr) return;
    const std::size_t word = words().word_at(body_->span.begin);
    if (words().words()[word].sentence == words().words()[i].sentence)
      add_owned(noun, body_->id, words().span(i - 1, i + 1));
  }

  /// "the mandate of the Working Group".
  bool read_owner(std::size_t i) {
    const std::size_t from = words().key(i + 2) == "the" ? i + 3 : i + 2;
    if (from >= words().size()) return false;
    const std::size_t begin = words().words()[from].begin;
    const NameMark* owner = name_over(*text_, begin, NamesOf::others);
    return owner != nullptr &&
           add_owned(std::string(words().key(i)), owner->id, words().span(i, from + 1));
  }

  bool add_owned(const std::string& noun, const std::string& owner, const MarkSpan& span) {
    const auto found = natures().by_owner.find(noun + " " + owner);
    if (found == natures().by_owner.end()) return false;
    const Name& name = *found->second;
    add({span, name.id, name.preferred, name.kind, ""}, span);
    return true;
  }

  void add(const NameMark& meant, const MarkSpan& span) {
    NameMark mark = meant;
    mark.span = span;
    mark.rule = "description";
    more_.push_back(std::move(mark));
  }

  const Document& document_;
  RefusedMarks* refused_;
  NamedText* text_ = nullptr;
  const NameMark* body_ = nullptr;  ///< the last one named before the word
  std::vector<NameMark> more_;
  std::optional<NameMark> topic_;
  int paragraph_ = 0;
  std::unordered_map<std::string, Called> called_;   ///< by noun, in this section
  std::unordered_map<std::string, Called> phrases_;  ///< by two words, in the document
  std::unordered_map<std::string, NameMark> previous_;
  bool previous_requests_ = false;
};

}  // namespace

void mark_descriptions(const Document& document, std::vector<NamedText>& texts,
                       RefusedMarks* refused) {
  Reader reader(document, refused);
  for (NamedText& text : texts) reader.read(text);
}

}  // namespace undex
