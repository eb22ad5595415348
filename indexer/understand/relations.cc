#include "indexer/understand/relations.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "corpus/date.h"
#include "indexer/understand/phrase_text.h"

namespace undex {
namespace {

constexpr std::size_t kWordsBefore = 60;

struct Cue {
  Phrase phrase;
  Relation relation;
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
    Cue{"implementation of", Relation::cites},
    Cue{"implementing", Relation::cites},
    Cue{"follow-up to", Relation::cites},
    Cue{"established by", Relation::cites},
    Cue{"adopted by", Relation::cites},
    Cue{"contained in", Relation::cites},
    Cue{"set out in", Relation::cites},
    Cue{"accordance with", Relation::cites},
    Cue{"response to", Relation::cites},
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

/// Between word i and the next: the end of a sentence, or of a clause that a semicolon ends.
bool stops(const PhraseText& text, std::size_t i) {
  return text.gap(i).find(';') != std::string_view::npos || text.ends_sentence(i);
}

std::size_t sentence_first(const PhraseText& text, std::size_t word) {
  std::size_t first = word;
  while (first > 0 && word - first < kWordsBefore && !stops(text, first - 1)) --first;
  return first;
}

bool speaks_of_itself(const PhraseText& text, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i)
    if (is_one_of(text.word(i), kSubmitted)) return true;
  return false;
}

const Cue* cue_at(const PhraseText& text, std::size_t i) {
  const std::string_view word = text.word(i);
  for (const Cue& cue : kCues)
    if (cue.phrase.starts_with(word) && text.match(i, cue.phrase) > 0) return &cue;
  return nullptr;
}

/// Of a citation that begins at the byte: the nearest words before it in its sentence rule it.
Relation relation_before(const PhraseText& text, std::size_t begin) {
  const std::size_t word = text.word_at(begin);
  const std::size_t first = sentence_first(text, word);
  for (std::size_t i = word; i-- > first;) {
    const auto answers = [&](Phrase phrase) { return text.match(i, phrase) > 0; };
    if (std::ranges::any_of(kInAnswer, answers) && speaks_of_itself(text, first, i))
      return Relation::mandated_by;
    if (const Cue* cue = cue_at(text, i)) return cue->relation;
  }
  return Relation::cites;
}

/// "In its resolution 57/295, the Assembly requested the Secretary-General".
bool is_followed_by_request(const PhraseText& text, std::size_t begin, std::size_t end) {
  const std::size_t word = text.word_at(begin);
  const std::size_t first = sentence_first(text, word);
  const bool opens = text.word(first) == "in" || text.word(first) == "by";
  constexpr std::size_t kBefore = 8;
  if (!opens || word - first > kBefore) return false;
  for (std::size_t i = text.word_at(end); i < text.size() && i < word + kWordsBefore; ++i) {
    if (text.word(i) == "requested") return true;
    if (stops(text, i)) return false;
  }
  return false;
}

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
                     const PhraseText& text) {
  const MarkSpan& span = reference.span;
  if (is_corrected(document, reference.cited)) return Relation::corrects;
  const bool title = span.block == MarkSpan::kTitle;
  if (title) return is_mandate(document, reference.cited) ? Relation::mandated_by : Relation::cites;
  if (span.block >= 0 && is_agenda_note(document, reference)) return Relation::agenda;
  const Relation relation = relation_before(text, place.begin);
  if (relation != Relation::cites || !tells_mandate(locator_of(document, span))) return relation;
  const std::string type = document.masthead.normal(MastheadItem::document_type);
  const bool resolution = type.find("resolution") != std::string::npos;
  return !resolution && is_followed_by_request(text, place.begin, place.end) ? Relation::mandated_by
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
  PhraseText text("");
  for (const auto& [place, i] : ruled) {
    if (place.block != read.block || place.row != read.row || place.column != read.column)
      text = PhraseText(text_of(document, place));
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
    if (date && date->begin == link.size() && date->date.day > 0) return date->date.iso();
  }
  return {};
}

}  // namespace undex
