#include "indexer/understand/references/relations.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "corpus/date.h"
#include "indexer/understand/references/phrase_text.h"

namespace undex {
namespace {

constexpr std::size_t kWordsBefore = 60;

struct Cue {
  Phrase phrase;
  Relation relation;
  bool within = false;  ///< names what stands behind it, not what the clause is about
};
// The nearest one before a citation rules it; those of `cites` end the rule of another.
constexpr std::array kCues{
    Cue{"recalling", Relation::recalls},
    Cue{"recalls", Relation::recalls},
    Cue{"recalled", Relation::recalls},
    Cue{"taking note", Relation::takes_note},
    Cue{"takes note", Relation::takes_note},
    Cue{"took note", Relation::takes_note},
    Cue{"take note", Relation::takes_note},
    Cue{"pursuant to", Relation::mandated_by},
    Cue{"in pursuance of", Relation::mandated_by},
    Cue{"in compliance with", Relation::mandated_by},
    Cue{"mandated by", Relation::mandated_by},
    Cue{"mandated in", Relation::mandated_by},
    Cue{"as requested by", Relation::mandated_by},
    Cue{"as requested in", Relation::mandated_by},
    Cue{"supersedes", Relation::supersedes},
    Cue{"superseding", Relation::supersedes},
    Cue{"supersede", Relation::supersedes},
    Cue{"replaces document", Relation::supersedes},
    Cue{"replaces resolution", Relation::supersedes},
    Cue{"corrigendum to", Relation::corrects},
    Cue{"implementation of", Relation::cites, true},
    Cue{"implementing", Relation::cites, true},
    Cue{"follow-up to", Relation::cites, true},
    Cue{"established by", Relation::cites, true},
    Cue{"adopted by", Relation::cites, true},
    Cue{"accordance with", Relation::cites, true},
    Cue{"response to", Relation::cites, true},
    Cue{"noting", Relation::cites},
    Cue{"notes", Relation::cites},
    Cue{"noted", Relation::cites},
    Cue{"reaffirming", Relation::cites},
    Cue{"reaffirms", Relation::cites},
    Cue{"welcoming", Relation::cites},
    Cue{"welcomes", Relation::cites},
    Cue{"stressing", Relation::cites},
    Cue{"emphasizing", Relation::cites},
    Cue{"recognizing", Relation::cites},
    Cue{"acknowledging", Relation::cites},
    Cue{"considering", Relation::cites},
    Cue{"reiterating", Relation::cites},
    Cue{"underlining", Relation::cites},
    Cue{"decides", Relation::cites},
    Cue{"requests", Relation::cites},
    Cue{"urges", Relation::cites},
    Cue{"encourages", Relation::cites},
    Cue{"invites", Relation::cites},
    Cue{"guided by", Relation::cites},
    Cue{"bearing in mind", Relation::cites},
    Cue{"in mind", Relation::cites},
};
// Words of the paper itself: what it is submitted in accordance with or in response to asked for
// it.
constexpr std::array<std::string_view, 8> kSubmitted{"submitted",  "prepared",   "issued",
                                                     "present",    "presented",  "submits",
                                                     "circulated", "transmitted"};
constexpr std::array<Phrase, 3> kInAnswer{"accordance with", "response to", "requested by"};

// "The group established pursuant to": what the words before name was asked for, not the paper.
constexpr std::array<std::string_view, 12> kDone{
    "established", "created",    "constituted", "convened", "appointed", "held",
    "adopted",     "undertaken", "taken",       "made",     "organized", "elected"};

/// Between word i and the next: the end of a sentence, or of a clause that a semicolon ends.
bool stops(const PhraseText& text, std::size_t i) {
  return text.gap(i).find(';') != std::string_view::npos || text.ends_sentence(i);
}

/// A text with its sentences and the words that rule citations, found in one pass.
class RuledText {
 public:
  explicit RuledText(std::string_view printed) : text_(printed) {
    bool of_itself = false;  // the sentence so far says "submitted"
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (i == 0 || stops(text_, i - 1)) {
        starts_.push_back(i);
        of_itself = false;
      }
      of_itself = of_itself || is_one_of(text_.word(i), kSubmitted);
      read_cue(i, of_itself);
    }
  }

  /// Of a citation that begins at the byte: the nearest words before it in its sentence rule it,
  /// and all of a list. A note tells of what the clause is about: "takes note of the report on the
  /// implementation of the Plan,1". Citations are to be asked for in the order of the text.
  Relation relation_before(std::size_t begin, bool of_note) {
    const std::size_t word = text_.word_at(begin);
    auto behind =
        std::ranges::partition_point(rules_, [&](const Rule& rule) { return rule.word < word; });
    while (of_note && behind != rules_.begin() && (behind - 1)->within) --behind;
    if (behind == rules_.begin()) return Relation::cites;
    const Rule& rule = *(behind - 1);
    const std::size_t from = ruled_by_ == rule.word ? std::max(rule.word, ruled_) : rule.word;
    if (rule.word < sentence_first(word) || from + kWordsBefore <= word) return Relation::cites;
    ruled_by_ = rule.word;
    ruled_ = word;
    return rule.relation;
  }

  /// "In its resolution 57/295, the Assembly requested the Secretary-General".
  bool is_followed_by_request(std::size_t begin, std::size_t end) const {
    const std::size_t word = text_.word_at(begin);
    const std::size_t first = sentence_first(word);
    const bool opens = text_.word(first) == "in" || text_.word(first) == "by";
    constexpr std::size_t kBefore = 8;
    if (!opens || word - first > kBefore) return false;
    for (std::size_t i = text_.word_at(end); i < text_.size() && i < word + kWordsBefore; ++i) {
      if (text_.word(i) == "requested") return true;
      if (stops(text_, i)) return false;
    }
    return false;
  }

 private:
  struct Rule {
    std::size_t word = 0;
    Relation relation = Relation::cites;
    bool within = false;
  };

  std::size_t sentence_first(std::size_t word) const {
    const auto behind = std::ranges::upper_bound(starts_, word);
    return behind == starts_.begin() ? 0 : *(behind - 1);
  }

  void read_cue(std::size_t i, bool of_itself) {
    const auto stands = [&](Phrase phrase) {
      return phrase.starts_with(text_.word(i)) && text_.match(i, phrase) > 0;
    };
    if (of_itself && std::ranges::any_of(kInAnswer, stands)) {
      rules_.push_back({i, Relation::mandated_by, false});
      return;
    }
    const bool done = i > 0 && is_one_of(text_.word(i - 1), kDone);
    for (const Cue& cue : kCues) {
      if (!stands(cue.phrase)) continue;
      const bool of_other = done && cue.relation == Relation::mandated_by;
      rules_.push_back({i, of_other ? Relation::cites : cue.relation, cue.within});
      return;
    }
  }

  PhraseText text_;
  std::vector<std::size_t> starts_;
  std::vector<Rule> rules_;
  std::size_t ruled_ = 0;                                ///< word of the last citation ruled
  std::size_t ruled_by_ = static_cast<std::size_t>(-1);  ///< word of its rule
};

/// "See E/2003/1." under the asterisk of the agenda line.
bool is_agenda_note(const Document& document, const Reference& reference) {
  const Block& block = document.blocks[static_cast<std::size_t>(reference.span.block)];
  if (block.kind != BlockKind::footnote || !block.label.starts_with('*')) return false;
  for (const Value* value : document.masthead.all(MastheadItem::agenda_document))
    if (symbol_from_normal_form(value->normal).names(reference.cited)) return true;
  return false;
}

/// A/62/793 in A/62/793/Corr.1.
bool is_corrected(const Document& document, const Symbol& cited) {
  for (const std::string& part : document.symbol.parts) {
    const std::size_t corrigendum = part.rfind("/Corr.");
    if (corrigendum == std::string::npos) continue;
    if (cited.names(symbol_from_normal_form(part.substr(0, corrigendum)))) return true;
  }
  return false;
}

/// What a report says of its mandate stands in its title, its summary and its first paragraphs.
bool tells_mandate(const Locator& locator) {
  if (locator.part == "summary" || locator.part == "masthead") return true;
  const bool first = locator.number == "1" || locator.number == "2";
  return locator.part.empty() && locator.place == Locator::Place::paragraph && first;
}

bool is_mandate(const Document& document, const Symbol& cited) {
  for (const Value* value : document.masthead.all(MastheadItem::mandate)) {
    const std::string symbol = value->normal.substr(0, value->normal.find(','));
    if (symbol_from_normal_form(symbol).names(cited)) return true;
  }
  return false;
}

/// `place`: where its relation is told, in `text`.
Relation relation_of(const Document& document, const Reference& reference, const MarkSpan& place,
                     RuledText& text) {
  const MarkSpan& span = reference.span;
  if (is_corrected(document, reference.cited)) return Relation::corrects;
  const bool title = span.block == MarkSpan::kTitle;
  if (title) return is_mandate(document, reference.cited) ? Relation::mandated_by : Relation::cites;
  if (span.block >= 0 && is_agenda_note(document, reference)) return Relation::agenda;
  const Relation relation = text.relation_before(place.begin, place != span);
  if (relation != Relation::cites || !tells_mandate(locator_of(document, span))) return relation;
  const std::string type = document.masthead.normal(MastheadItem::document_type);
  const bool resolution = type.find("resolution") != std::string::npos;
  return !resolution && text.is_followed_by_request(place.begin, place.end) ? Relation::mandated_by
                                                                            : relation;
}

/// Where the notes are marked in the text: what a note cites is cited there.
class Markers {
 public:
  explicit Markers(const Document& document) : document_(document) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i)
      for (const NoteReference& note : document.blocks[i].notes)
        markers_[{document.blocks[i].locator.part, note.marker}].push_back(
            {.block = static_cast<int>(i), .begin = note.offset, .end = note.offset});
  }

  /// The nearest marker before the note, else the first behind it; the span itself for running
  /// text, for notes with an asterisk, and when there is no marker.
  MarkSpan place_of(const MarkSpan& span) const {
    if (span.block < 0) return span;
    const Block& note = document_.blocks[static_cast<std::size_t>(span.block)];
    if (note.kind != BlockKind::footnote || note.label.starts_with('*')) return span;
    const auto found = markers_.find({note.locator.part, note.label});
    if (found == markers_.end()) return span;
    const auto behind = std::ranges::partition_point(
        found->second, [&](const MarkSpan& marker) { return marker.block < span.block; });
    return behind == found->second.begin() ? *behind : *(behind - 1);
  }

 private:
  const Document& document_;
  std::map<std::pair<std::string, std::string>, std::vector<MarkSpan>> markers_;
};

/// A reference, by the place where its relation is told.
struct Ruled {
  MarkSpan place;
  std::size_t reference = 0;
};

}  // namespace

void relate(const Document& document, std::vector<Reference>& references) {
  const Markers markers(document);
  std::vector<Ruled> ruled;
  for (std::size_t i = 0; i < references.size(); ++i) {
    const Reference& reference = references[i];
    const bool related = !reference.cited.parts.empty() &&
                         reference.kind != ReferenceKind::internal &&
                         reference.kind != ReferenceKind::internal_vague;
    if (related) ruled.push_back({markers.place_of(reference.span), i});
  }
  std::ranges::stable_sort(ruled, {}, &Ruled::place);
  const std::vector<QuoteMark>& quotes = document.marks.quotes;
  auto quote = quotes.begin();
  MarkSpan read{.block = -9};
  RuledText text("");
  for (const auto& [place, i] : ruled) {
    if (place.block != read.block || place.row != read.row || place.column != read.column)
      text = RuledText(text_of(document, place));
    read = place;
    while (quote != quotes.end() && quote->span < place && !quote->span.overlaps(place)) ++quote;
    const bool quoted = quote != quotes.end() && quote->span.overlaps(place);
    if (!quoted) references[i].relation = relation_of(document, references[i], place, text);
  }
}

std::string date_behind(std::string_view text, std::size_t end) {
  static constexpr std::array<std::string_view, 5> kLinks{" of ", " dated ", ", dated ",
                                                          " adopted on ", ", of "};
  const std::string_view rest = text.substr(std::min(end, text.size()), 60);
  // No-break spaces in "of 20 December" are blanks.
  const PhraseText plain(rest);
  for (const std::string_view link : kLinks) {
    if (!plain.plain().starts_with(link)) continue;
    const auto date = find_date(plain.plain());
    if (date && date->begin == link.size()) return date->date.iso();
  }
  return {};
}

}  // namespace undex
