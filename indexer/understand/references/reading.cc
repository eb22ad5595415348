#include "indexer/understand/references/reading.h"

#include <algorithm>
#include <array>

namespace undex {
namespace {

using Kind = ReadingEvent::Kind;

constexpr std::array<std::string_view, 2> kRequestVerbs{"requested", "requests"};
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_act(DocumentWord noun) {
  return noun == DocumentWord::resolution || noun == DocumentWord::decision;
}

/// "the resolution (57/295)": the citation stands right behind it, in brackets or not.
bool introduces(const DocumentWordUse& use, std::size_t citation) {
  constexpr std::size_t kBetween = 3;
  if (use.use == DocumentWordUse::Use::described) return true;
  return use.use == DocumentWordUse::Use::definite && citation <= use.end + kBetween;
}

/// Goes through the events once and gives each citation the word that introduces it.
class Binder {
 public:
  Binder(std::vector<ReadingEvent>& events, const std::vector<TextSpan>& sentences)
      : events_(events), sentences_(sentences), dropped_(events.size(), false) {}

  void bind() {
    for (std::size_t e = 0; e < events_.size(); ++e) {
      const ReadingEvent& event = events_[e];
      if (enters_sentence(event.at)) waiting_ = {kNone, kNone};
      if (event.kind == Kind::word && event.use.noun != DocumentWord::request)
        waiting_[is_act(event.use.noun) ? 1 : 0] = e;
      if (event.kind == Kind::citation) bind_citation(e);
    }
    std::size_t e = 0;
    std::erase_if(events_, [&](const ReadingEvent&) { return dropped_[e++]; });
  }

 private:
  void bind_citation(std::size_t e) {
    const bool act = is_act(events_[e].noun);
    std::size_t& word = waiting_[act ? 1 : 0];
    if (word == kNone || dropped_[word] || !introduces(events_[word].use, events_[e].at)) return;
    dropped_[word] = true;
    if (!act) events_[e].noun = events_[word].use.noun;
    word = kNone;
  }

  bool enters_sentence(std::size_t at) {
    bool entered = false;
    for (; next_ < sentences_.size() && sentences_[next_].begin <= at; ++next_) entered = true;
    return entered;
  }

  std::vector<ReadingEvent>& events_;
  const std::vector<TextSpan>& sentences_;
  std::vector<bool> dropped_;
  std::array<std::size_t, 2> waiting_{kNone, kNone};  ///< the last word of papers, of acts
  std::size_t next_ = 0;
};

}  // namespace

std::vector<ReadingEvent> reading_events(const PhraseText& text,
                                         const std::vector<TextSpan>& sentences,
                                         const std::vector<MarkSpan>& quoted,
                                         const FoundReferences& found,
                                         const std::vector<FoundReferences::Placed>& cited,
                                         const std::vector<DocumentWordUse>& uses) {
  std::vector<ReadingEvent> events;
  const auto covers = [](const MarkSpan& s, std::size_t at) { return s.begin <= at && at < s.end; };
  auto quote = quoted.begin();
  std::vector<MarkSpan> spans;  // of the citations printed in this text
  for (const auto& placed : cited) {
    const Reference& reference = found.all()[placed.reference];
    if (reference.span.begin == placed.at) spans.push_back(reference.span);
    while (quote != quoted.end() && quote->end <= placed.at) ++quote;
    if (quote != quoted.end() && covers(*quote, placed.at)) continue;
    events.push_back({.at = placed.at,
                      .kind = Kind::citation,
                      .reference = placed.reference,
                      .noun = document_word(reference.cited)});
  }
  auto span = spans.begin();
  for (const DocumentWordUse& use : uses) {
    const std::size_t at = text.begin(use.word);
    while (span != spans.end() && span->end <= at) ++span;
    if (span != spans.end() && covers(*span, at)) continue;
    events.push_back({.at = at, .kind = Kind::word, .use = use});
  }
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_one_of(text.word(i), kRequestVerbs))
      events.push_back({.at = text.begin(i), .kind = Kind::request, .word = i});
  std::ranges::stable_sort(events, {}, &ReadingEvent::at);
  Binder(events, sentences).bind();
  return events;
}

}  // namespace undex
