#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "indexer/understand/names/named_text.h"
#include "indexer/understand/word_lists.h"
#include "undex/symbol.h"

namespace undex {
namespace {

/// How far back the full name of a short form may stand. Units are called by their kind only under
/// their own heading; E/2003/75 has a Division in section II and another in section III.
enum class Reach { chapter, document };

struct Head {
  std::string_view words;  ///< as a short form, lower case
  Reach reach;
};
constexpr Head kHeads[] = {
    {"working group", Reach::document},
    {"task force", Reach::document},
    {"technical subgroup", Reach::document},
    {"subgroup", Reach::document},
    {"division", Reach::chapter},
    {"section", Reach::chapter},
    {"department", Reach::chapter},
    {"service", Reach::chapter},
    {"unit", Reach::chapter},
    {"branch", Reach::chapter},
    {"office", Reach::chapter},
    {"library", Reach::document},
    {"council", Reach::document},
    {"assembly", Reach::document},
    {"committee", Reach::document},
    {"subcommittee", Reach::document},
    {"commission", Reach::document},
    {"conference", Reach::document},
    {"board", Reach::document},
    {"forum", Reach::document},
    {"panel", Reach::document},
    {"group", Reach::document},
    {"institute", Reach::document},
    {"summit", Reach::document},
    {"university", Reach::document},
    {"union", Reach::document},
    {"agency", Reach::document},
    {"college", Reach::document},
    {"court", Reach::document},
    {"tribunal", Reach::document},
};
constexpr int kNoHead = -1;

struct OwnOrgan {
  std::string_view symbol;  ///< how it begins
  std::string_view head;
  std::string_view id;
};
/// "The Council" in a document of a council is that one, "the Commission" in one of a commission.
constexpr OwnOrgan kOwnOrgans[] = {
    {"A/HRC/", "council", "hrc"},
    {"A/", "assembly", "ga"},
    {"E/", "council", "ecosoc"},
    {"S/", "council", "sc"},
};

constexpr std::array<std::string_view, 8> kDeterminers = {"the",  "this", "that", "said",
                                                          "each", "its",  "our",  "same"};
constexpr std::array<std::string_view, 5> kBetween = {"new", "said", "present", "same", "whole"};
constexpr std::array<std::string_view, 6> kOfBodies = {"resolution", "resolutions", "decision",
                                                       "decisions",  "members",     "member"};
constexpr std::array<std::string_view, 6> kPrepositions = {"of", "for", "on",
                                                           "in", "to",  "against"};

/// The head that stands at the word with its capital, the longest; kNoHead for none.
int head_at(const WordText& text, std::size_t word) {
  if (!text.is_capital(word)) return kNoHead;
  static const auto kByFirstWord = [] {
    std::unordered_map<std::string_view, std::vector<int>> rows;
    for (int i = 0; i < static_cast<int>(std::size(kHeads)); ++i)
      rows[kHeads[i].words.substr(0, kHeads[i].words.find(' '))].push_back(i);
    return rows;
  }();
  const auto rows = kByFirstWord.find(text.key(word));
  if (rows == kByFirstWord.end()) return kNoHead;
  for (const int row : rows->second)
    if (text.stands_at(word, kHeads[row].words) &&
        (kHeads[row].words.find(' ') == std::string_view::npos || text.is_capital(word + 1)))
      return row;
  return kNoHead;
}

std::size_t length_of(int head) {
  return 1 + static_cast<std::size_t>(
                 std::count(kHeads[head].words.begin(), kHeads[head].words.end(), ' '));
}

/// What has been named under one head within one reach: nothing, one name, or several.
struct Candidates {
  enum class Number { none, one, several };
  Number number = Number::none;
  NameMark name;
  std::string other;

  void add(const NameMark& mark) {
    if (number == Number::none) {
      number = Number::one;
      name = mark;
    } else if (number == Number::one && (mark.id != name.id || mark.name != name.name)) {
      number = Number::several;
      other = mark.name;
    }
  }
};

class Reader {
 public:
  Reader(const Document& document, RefusedMarks* refused) : document_(document), refused_(refused) {
    for (const std::string& part : document.symbol.parts) {
      for (const OwnOrgan& row : kOwnOrgans)
        if (part.starts_with(row.symbol) && !own_.contains(std::string(row.head)) &&
            !(row.head == "assembly" && part.starts_with("A/HRC/")))
          own_.emplace(row.head, row.id);
      add_own(describe_symbol(part).body_name);
    }
  }

  void read(NamedText& text) {
    if (text.words.whole().row >= 0) return;
    enter(text.words.whole());
    std::vector<NameMark> more;
    std::size_t name = 0;
    for (std::size_t i = 0; i < text.words.size(); ++i) {
      const std::size_t begin = text.words.words()[i].begin;
      for (; name < text.names.size() && text.names[name].span.begin <= begin; ++name)
        if (is_body(text.names[name]))
          add_full_name(text.names[name]);
        else if (text.names[name].kind == Name::Kind::initiative)
          add_event(text.names[name]);
      const int head = head_at(text.words, i);
      if (head == kNoHead) continue;
      const bool named = name_over(text, begin) != nullptr;
      if (!named || is_complement(text, i, i + length_of(head)))
        read_head(text.words, i, head, more);
      i += length_of(head) - 1;
    }
    add_names(text, std::move(more));
  }

 private:
  /// The body that issued the document, under its kind.
  void add_own(const std::string& body) {
    const int head = head_of(body);
    if (head == kNoHead) return;
    for (const NameMatch& match : find_names(body))
      if (match.begin == 0 && match.end == body.size())
        own_.emplace(kHeads[head].words, match.name->id);
  }

  static bool is_body(const NameMark& mark) {
    return mark.kind != Name::Kind::initiative && mark.kind != Name::Kind::state;
  }

  /// "Users' Services Section of the Library": the short form ends a longer name.
  static bool is_complement(const NamedText& text, std::size_t i, std::size_t end) {
    if (i < 2 || text.words.key(i - 1) != "the" || text.words.key(i - 2) != "of") return false;
    const std::size_t last = text.words.words()[end - 1].end;
    const std::size_t of = text.words.words()[i - 2].begin;
    const NameMark* longer = name_over(text, of);
    return longer != nullptr && longer->span.end == last;
  }

  /// Forgets what the new place is out of reach of.
  void enter(const MarkSpan& whole) {
    if (whole.block < 0) return;
    const Block& block = document_.blocks[static_cast<std::size_t>(whole.block)];
    Locator paragraph = block.locator;
    paragraph.points.clear();
    if (block.kind == BlockKind::heading || block.kind == BlockKind::annex_title) {
      section_.clear();
      if (block.level <= 1) chapter_.clear();
    }
    if (paragraph != paragraph_place_) paragraph_.clear();
    // An annex is a text of its own: a statute speaks of its own committee.
    if (paragraph.part != paragraph_place_.part)
      for (auto* reach : {&section_, &chapter_, &whole_}) reach->clear(), nameless_.clear();
    paragraph_place_ = paragraph;
  }

  /// An event may be called by its kind too, a rival of the bodies: "the Forum".
  void add_event(const NameMark& mark) {
    const WordText words({}, mark.name);
    const bool owned = mark.name.find(" of ") != std::string::npos;
    const int last = owned || words.size() == 0 ? kNoHead : head_at(words, words.size() - 1);
    const int head = last != kNoHead ? last : head_of(mark.name);
    NameMark rival;
    rival.name = mark.name;
    if (head != kNoHead) add(head, rival);
  }

  void add_full_name(const NameMark& mark) {
    const int head = head_of(mark.name);
    if (head != kNoHead) add(head, mark);
  }

  void add(int head, const NameMark& mark) {
    for (auto* reach : {&paragraph_, &section_, &chapter_, &whole_}) (*reach)[head].add(mark);
  }

  /// The kind of body that a full name names: the head that ends it, or its part before the first
  /// preposition or bracket. The Counter-Terrorism Committee Executive Directorate is no committee.
  int head_of(const std::string& name) {
    const auto known = heads_.find(name);
    if (known != heads_.end()) return known->second;
    const WordText words({}, name);
    int head = kNoHead;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0 && (is_one_of(words.key(i), kPrepositions) || words.key(i) == "at")) break;
      if (i > 0 && name[words.words()[i].begin - 1] == '(') break;
      head = head_at(words, i);
      if (head != kNoHead) i += length_of(head) - 1;
    }
    heads_.emplace(name, head);
    return head;
  }

  void read_head(const WordText& text, std::size_t i, int head, std::vector<NameMark>& more) {
    const std::size_t end = i + length_of(head);
    const MarkSpan span = text.span(i, end);
    if (is_part_of_longer_name(text, i, end)) {
      // A name that the authority file lacks: no candidate to resolve to, but a rival.
      NameMark rival;
      rival.name = std::string(longer_name(text, i, end));
      add(head, rival);
      return;
    }
    if (is_nameless(text, end)) nameless_.insert(head);
    if (!has_determiner(text, i, end)) return;
    if (const auto found = resolve(head, span)) {
      NameMark mark = *found;
      mark.span = span;
      mark.rule = "short form";
      more.push_back(std::move(mark));
    }
  }

  static bool is_part_of_longer_name(const WordText& text, std::size_t i, std::size_t end) {
    const bool modified = text.joins_previous(i) && text.is_capital(i - 1) &&
                          !is_one_of(text.key(i - 1), kDeterminers) && !text.opens_sentence(i);
    if (modified) return true;
    if (text.joins_previous(end) && text.is_capital(end) && !is_owner(text, end)) return true;
    if (!is_one_of(text.key(end), kPrepositions) || !text.joins_previous(end)) return false;
    const std::size_t next = text.key(end + 1) == "the" ? end + 2 : end + 1;
    const bool number = next < text.size() && is_digit(text.key(next).front());  // "Group of 20"
    return text.key(end) != "in" && text.key(end) != "to" && (text.is_capital(next) || number);
  }

  /// "The Office's Garden plan" is a plan of the Office, no longer name of it.
  static bool is_owner(const WordText& text, std::size_t end) {
    const std::string_view rest = text.text().substr(text.words()[end - 1].end);
    return rest.starts_with("'s ") || rest.starts_with("\u2019s ");
  }

  /// "The Committee established pursuant to resolution 1267 (1999)" has no name of its own.
  static bool is_nameless(const WordText& text, std::size_t end) {
    return text.key(end) == "established" && text.joins_previous(end) &&
           (text.key(end + 1) == "by" || text.key(end + 1) == "pursuant" ||
            text.key(end + 1) == "under");
  }

  static std::string_view longer_name(const WordText& text, std::size_t i, std::size_t end) {
    std::size_t from = i;
    while (from > 0 && i - from < 8 && text.joins_previous(from) && text.is_capital(from - 1))
      --from;
    std::size_t to = end;
    while (to < text.size() && to - end < 8 && text.joins_previous(to)) ++to;
    return text.text().substr(text.words()[from].begin,
                              text.words()[to - 1].end - text.words()[from].begin);
  }

  static bool has_determiner(const WordText& text, std::size_t i, std::size_t end) {
    if (i > 0 && text.joins_previous(i)) {
      if (is_one_of(text.key(i - 1), kDeterminers)) return true;
      if (i > 1 && is_one_of(text.key(i - 1), kBetween) && is_one_of(text.key(i - 2), kDeterminers))
        return true;
    }
    return is_one_of(text.key(end), kOfBodies) || (end - i > 1 && !text.opens_sentence(i));
  }

  std::optional<NameMark> resolve(int head, const MarkSpan& span) {
    const auto own = own_.find(std::string(kHeads[head].words));
    if (own == own_.end() && nameless_.contains(head)) {
      refuse(span, "the text has one that it does not name");
      return std::nullopt;
    }
    for (auto* reach : {&paragraph_, &section_, &chapter_, &whole_}) {
      if (reach == &whole_ && kHeads[head].reach == Reach::chapter) break;
      if (reach == &section_ && own != own_.end()) break;
      const auto found = reach->find(head);
      if (found == reach->end() || found->second.number == Candidates::Number::none) continue;
      const Candidates& candidates = found->second;
      if (candidates.number == Candidates::Number::one && !candidates.name.id.empty())
        return candidates.name;
      if (own != own_.end()) break;
      refuse(span,
             candidates.number == Candidates::Number::one
                 ? "the name it is short for is not in the authority file: " + candidates.name.name
                 : "may be " + candidates.name.name + " or " + candidates.other);
      return std::nullopt;
    }
    if (own != own_.end()) {
      const Name* name = find_name(own->second);
      if (name != nullptr) return NameMark{span, name->id, name->preferred, name->kind, ""};
    }
    // It means something that the text does not name, and goes on to mean that.
    if (kHeads[head].reach == Reach::document && span.block >= 0) nameless_.insert(head);
    refuse(span, "no full name stands before it");
    return std::nullopt;
  }

  void refuse(const MarkSpan& span, std::string reason) {
    if (refused_ != nullptr) refused_->push_back({span, "short form", std::move(reason)});
  }

  using Reached = std::unordered_map<int, Candidates>;
  const Document& document_;
  RefusedMarks* refused_;
  std::map<std::string, std::string> own_;  ///< head -> id of the document's own organ
  std::unordered_map<std::string, int> heads_;
  Locator paragraph_place_;
  Reached paragraph_;
  Reached section_;
  Reached chapter_;
  Reached whole_;
  std::set<int> nameless_;  ///< heads of what the text calls so without ever naming it
};

}  // namespace

void mark_short_forms(const Document& document, std::vector<NamedText>& texts,
                      RefusedMarks* refused) {
  Reader reader(document, refused);
  for (NamedText& text : texts) reader.read(text);
}

}  // namespace undex
