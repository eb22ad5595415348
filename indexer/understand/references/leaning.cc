#include "indexer/understand/references/leaning.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "corpus/citation/pinpoint.h"
#include "corpus/text.h"
#include "indexer/understand/references/discourse.h"
#include "indexer/understand/references/document_words.h"
#include "indexer/understand/references/openings.h"
#include "indexer/understand/references/phrase_text.h"
#include "indexer/understand/references/reading.h"

namespace undex {
namespace {

using Use = DocumentWordUse::Use;

constexpr int kOfTitle = -2;  // a section of its own

class Reader {
 public:
  Reader(const Document& document, FoundReferences& found, std::vector<QuoteMark>& quotes,
         RefusedMarks* refused)
      : document_(document), found_(found), quotes_(quotes), refused_(refused) {
    const std::string type = document.masthead.normal(MastheadItem::document_type);
    in_resolution_ = type.find("resolution") != std::string::npos;
  }

  void read() {
    for (const Reference& reference : found_.all())
      if (reference.span.block == MarkSpan::kTitle && reference.kind == ReferenceKind::explicit_)
        discourse_.add(DocumentMention{
            {0, kOfTitle, {}, 0}, document_word(reference.cited), reference.cited, {}});
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      const bool read = block.kind != BlockKind::furniture && block.kind != BlockKind::footnote &&
                        block.kind != BlockKind::table && !block.text.empty();
      if (read) read_block(i, block);
    }
  }

 private:
  void read_block(std::size_t index, const Block& block);
  void open_block(const PhraseText& text, const Block& block);
  void read_event(const PhraseText& text, const ReadingEvent& event);
  void read_word(const PhraseText& text, const DocumentWordUse& use);
  void read_request(const PhraseText& text, std::size_t word);
  void attribute_quotes(std::size_t block);
  const Reference* quoted_reference() const {
    const auto index = static_cast<std::size_t>(block_quotation_);
    return block_quotation_ < 0 ? nullptr : &found_.all()[index];
  }

  void resolve_act(const PhraseText& text, const DocumentWordUse& use);
  void resolve_request(const DocumentWordUse& use);
  bool is_named_behind(const DocumentWordUse& use) const;
  void resolve(const DocumentWordUse& use, const Symbol& cited, std::vector<Locator> pinpoints,
               std::string rule);
  void leave(const DocumentWordUse& use, const Antecedent& antecedent);
  void refuse(const DocumentWordUse& use, std::string reason);
  void enter_sentence(std::size_t at);
  void end_sentence();
  /// In the operative part of a resolution "the resolution" is often this one.
  bool own_paragraph() const {
    return in_resolution_ &&
           document_.blocks[static_cast<std::size_t>(block_)].kind != BlockKind::preambular;
  }
  MarkSpan span_of(const DocumentWordUse& use) const {
    return {.block = block_, .begin = use.begin, .end = use.end};
  }

  const Document& document_;
  FoundReferences& found_;
  std::vector<QuoteMark>& quotes_;
  RefusedMarks* refused_;
  Discourse discourse_;
  ReadingPlace here_;
  int block_ = 0;
  bool in_resolution_ = false;

  // Of the block read now.
  std::vector<TextSpan> sentences_;
  std::size_t sentence_ = 0;  ///< index in sentences_
  std::vector<MarkSpan> quoted_;
  int block_quotation_ = -1;  ///< reference of the block quotation one reads
  std::vector<FoundReferences::Placed> cited_;
  std::vector<Pinpoint> pinpoints_;
  const PhraseText* text_ = nullptr;
  bool requests_ = false;  ///< the sentence says so
  bool of_report_ = false;
};

void Reader::enter_sentence(std::size_t at) {
  while (sentence_ + 1 < sentences_.size() && sentences_[sentence_ + 1].begin <= at) {
    end_sentence();
    ++sentence_;
    ++here_.sentence;
  }
}

/// What the sentence requests is requested by the only document it names; in a block quotation by
/// the document quoted.
void Reader::end_sentence() {
  if (!requests_) return;
  RequestMention request{.place = here_, .cited = {}, .pinpoints = {}, .of_report = of_report_};
  if (const Reference* quoted = quoted_reference()) {
    request.cited = quoted->cited;
    request.pinpoints = quoted->pinpoints;
  } else if (const DocumentMention* only = discourse_.only_in_sentence(here_.sentence)) {
    request.cited = only->cited;
    request.pinpoints = only->pinpoints;
  }
  discourse_.add(std::move(request));
  requests_ = false;
  of_report_ = false;
}

/// Whose words the quotations of the block are; a block quotation is a reference by itself.
void Reader::attribute_quotes(std::size_t block) {
  constexpr int kQuotes = 200;  // of one text; no text has more whose source can be told
  int read = 0;
  quoted_.clear();
  block_quotation_ = -1;
  const bool whole = document_.blocks[block].kind == BlockKind::quotation;
  const auto first = std::ranges::lower_bound(
      quotes_, block_, {}, [](const QuoteMark& quote) { return quote.span.block; });
  for (auto quote = first; quote != quotes_.end() && quote->span.block == block_; ++quote) {
    if (++read <= kQuotes) quote->reference = quoted_by(document_, found_, quote->span);
    if (!whole) quoted_.push_back(quote->span);
    if (!whole || quote->reference < 0) continue;
    const Reference source = found_.all()[static_cast<std::size_t>(quote->reference)];
    Reference reference;
    reference.span = quote->span;
    reference.kind = ReferenceKind::quotation;
    reference.cited = source.cited;
    reference.pinpoints = source.pinpoints;
    reference.rule = "block quotation";
    block_quotation_ = static_cast<int>(found_.add(std::move(reference)));
    quote->reference = block_quotation_;
  }
}

void Reader::read_block(std::size_t index, const Block& block) {
  block_ = static_cast<int>(index);
  ++here_.block;
  ++here_.sentence;
  here_.section = block.kind == BlockKind::heading ? block_ : block.section;
  here_.part = block.locator.part;
  attribute_quotes(index);
  const PhraseText text(block.text);
  std::vector<DocumentWordUse> uses = find_document_words(text, in_resolution_);
  cited_ = found_.cited_in(index);
  if (uses.empty() && cited_.empty() && read_opening(text).end == 0 &&
      block.kind != BlockKind::quotation)
    return;
  sentences_ = text.sentences();
  sentence_ = 0;
  pinpoints_ = find_pinpoints(text.plain());
  text_ = &text;
  open_block(text, block);
  for (const ReadingEvent& event : reading_events(text, sentences_, quoted_, found_, cited_, uses))
    read_event(text, event);
  end_sentence();
}

/// A paragraph may go on about the resolution of the one before: "The General Assembly affirmed".
void Reader::open_block(const PhraseText& text, const Block& block) {
  if (block.kind != BlockKind::paragraph) return;
  const Opening opening = read_opening(text);
  if (opening.end == 0) return;
  const std::size_t end = sentences_.empty() ? block.text.size() : sentences_[0].end;
  if (!cited_.empty() && cited_.front().at < end) return;
  const DocumentMention* act = discourse_.only_act_in_block(here_.block - 1);
  if (act == nullptr || act->place.section != here_.section || act->place.part != here_.part ||
      !is_of_organ(act->cited, opening.organ))
    return;
  DocumentMention mention{here_, act->noun, act->cited, {}};
  Reference reference;
  reference.span = {.block = block_, .begin = 0, .end = opening.end};
  reference.kind = ReferenceKind::implicit;
  reference.cited = act->cited;
  reference.rule = "act of the paragraph before";
  found_.add(std::move(reference));
  discourse_.add(std::move(mention));
}

void Reader::read_event(const PhraseText& text, const ReadingEvent& event) {
  enter_sentence(event.at);
  if (event.kind == ReadingEvent::Kind::citation) {
    const Reference& reference = found_.all()[event.reference];
    discourse_.add(DocumentMention{here_, event.noun, reference.cited, reference.pinpoints});
  } else if (event.kind == ReadingEvent::Kind::request) {
    read_request(text, event.word);
  } else {
    read_word(text, event.use);
  }
}

/// "requested", and whether a report is what is asked for.
void Reader::read_request(const PhraseText& text, std::size_t word) {
  constexpr std::size_t kLongest = 150;
  requests_ = true;
  const std::size_t end =
      sentence_ < sentences_.size() ? sentences_[sentence_].end : text.begin(text.size());
  // "a report was requested" too.
  for (std::size_t i = word - std::min<std::size_t>(word, 3);
       i < text.size() && i < word + kLongest; ++i) {
    if (text.begin(i) >= end) break;
    const bool report = text.word(i) == "report" || text.word(i) == "reports";
    if (report && text.match_before(i, "requested") == 0) of_report_ = true;
  }
}

void Reader::read_word(const PhraseText& text, const DocumentWordUse& use) {
  const auto quote =
      std::ranges::partition_point(quoted_, [&](const MarkSpan& s) { return s.end <= use.begin; });
  const bool in_quote = quote != quoted_.end() && quote->begin <= use.begin;
  const bool in_block_quotation = quoted_reference() != nullptr;
  if (in_quote || in_block_quotation) {
    if (use.use != Use::described) refuse(use, "in a quotation: it is of the text quoted");
    return;
  }
  if (use.use == Use::requested || use.noun == DocumentWord::request) {
    resolve_request(use);
    return;
  }
  if (use.use == Use::described) {
    discourse_.add(DocumentMention{here_, use.noun, {}, {}});
    return;
  }
  if (use.use == Use::several) {
    Reference reference;
    reference.span = span_of(use);
    reference.kind = ReferenceKind::generic;
    reference.rule = "several acts";
    found_.add(std::move(reference));
    return;
  }
  resolve_act(text, use);
}

/// "that resolution", "the resolution", "that report".
void Reader::resolve_act(const PhraseText& text, const DocumentWordUse& use) {
  // "In the resolution," goes on where the last sentence ended.
  const bool goes_on =
      text.word(0) == "in" && text.match(1, "the") > 0 && use.begin == text.begin(1);
  const bool pointed = use.use == Use::pointed || goes_on;
  const bool act = use.noun == DocumentWord::resolution || use.noun == DocumentWord::decision;
  // "the report", "the decision" may be any: only a word that points back is sure.
  if (!pointed && use.noun != DocumentWord::resolution) {
    if (!act) refuse(use, "may be this document or one not named");
    return;
  }
  const Antecedent antecedent =
      pointed ? discourse_.pointed(use, here_) : discourse_.definite(use, here_, own_paragraph());
  const bool main_text = here_.part.empty() || here_.part == "summary";
  const bool anywhere = !pointed && !in_resolution_ && main_text;
  const Symbol* only = anywhere ? discourse_.only_one(use) : nullptr;
  if (antecedent.mention != nullptr) {
    resolve(use, Symbol(antecedent.mention->cited), {}, pointed ? "points back" : "only one named");
  } else if (only != nullptr && !antecedent.candidates) {
    resolve(use, Symbol(*only), {}, "only one of the document");
  } else {
    leave(use, antecedent);
  }
}

/// "this request": the nearest sentence that requests, this one first.
void Reader::resolve_request(const DocumentWordUse& use) {
  if (use.use == Use::described || use.use == Use::several) return;
  if (requests_ && use.noun == DocumentWord::request) {
    if (const DocumentMention* only = discourse_.only_in_sentence(here_.sentence))
      resolve(use, Symbol(only->cited), only->pinpoints, "request");
    else
      refuse(use, "its sentence names no document, or several");
    return;
  }
  const bool of_report = use.use == Use::requested;
  if (of_report && is_named_behind(use)) {
    refuse(use, "what requests it is cited behind it");
    return;
  }
  const RequestMention* request = discourse_.request(of_report, here_);
  if (request == nullptr) {
    refuse(use, "no document is named that requests it");
    return;
  }
  resolve(use, request->cited, request->pinpoints, of_report ? "requested report" : "request");
}

/// "the report requested by the Assembly in its resolution 57/295".
bool Reader::is_named_behind(const DocumentWordUse& use) const {
  constexpr std::size_t kBehind = 120;
  const std::size_t end = sentence_ < sentences_.size() ? sentences_[sentence_].end : use.end;
  const auto next = std::ranges::lower_bound(cited_, use.end, {}, &FoundReferences::Placed::at);
  return next != cited_.end() && next->at < std::min(end, use.end + kBehind);
}

/// Adds the anaphor; its own pinpoint ("paragraph 4 of that resolution") goes before that of what
/// is meant.
void Reader::resolve(const DocumentWordUse& use, const Symbol& cited,
                     std::vector<Locator> pinpoints, std::string rule) {
  const auto behind = std::ranges::partition_point(
      pinpoints_, [&](const Pinpoint& p) { return text_->source(p.end) < use.begin; });
  if (behind != pinpoints_.begin()) {
    const Pinpoint& before = *(behind - 1);
    const std::string_view plain = text_->plain();
    static constexpr std::array<std::string_view, 4> kLinks{" of ", " to ", " in ",
                                                            " contained in "};
    const std::size_t at = text_->plain_begin(text_->word_at(use.begin));
    const std::string_view between = plain.substr(before.end, at - before.end);
    if (std::ranges::find(kLinks, between) != kLinks.end()) pinpoints = locators_of(plain, before);
  }
  Reference reference;
  reference.span = span_of(use);
  reference.kind = ReferenceKind::anaphoric;
  reference.cited = cited;
  reference.pinpoints = pinpoints;
  reference.rule = std::move(rule);
  found_.add(std::move(reference));
  const bool act = use.noun != DocumentWord::request && use.use != Use::requested;
  if (!act && cited.parts.empty()) return;
  const DocumentWord noun = act ? use.noun : document_word(cited);
  discourse_.add(DocumentMention{here_, noun, cited, std::move(pinpoints)});
}

/// Several candidates: kept, with no document. None at all: it is no anaphor that we can read.
void Reader::leave(const DocumentWordUse& use, const Antecedent& antecedent) {
  if (antecedent.candidates) {
    resolve(use, {}, {}, "ambiguous");
    return;
  }
  refuse(use, "nothing is named before that it can mean");
  discourse_.add(DocumentMention{here_, use.noun, {}, {}});
}

void Reader::refuse(const DocumentWordUse& use, std::string reason) {
  if (refused_ != nullptr) refused_->push_back({span_of(use), "anaphora", std::move(reason)});
}

}  // namespace

void resolve_leaning(const Document& document, FoundReferences& found,
                     std::vector<QuoteMark>& quotes, RefusedMarks* refused) {
  Reader(document, found, quotes, refused).read();
}

}  // namespace undex
