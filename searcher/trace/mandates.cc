// Which resolutions and decisions asked for the documents that speak of it.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "corpus/text.h"
#include "searcher/trace/links.h"
#include "searcher/trace/parts.h"

namespace undex::tracing {
namespace {

/// Words by which a sentence speaks of the document itself, or of what was asked for. A report may
/// begin with what its subject is mandated by (A/79/767, para. 2).
bool speaks_of_a_request(std::string_view sentence) {
  constexpr std::array<std::string_view, 5> kWords = {"the present", "this report", "this note",
                                                      "requested", "requests"};
  const std::string lower = to_lower(sentence);
  return std::ranges::any_of(kWords,
                             [&](auto words) { return lower.find(words) != std::string::npos; });
}

/// Where a report says what asked for it: before its first paragraph and, in its first section,
/// where it speaks of the request. What an act tells of mandates is never its own.
class Opening {
 public:
  explicit Opening(const Document& document) : document_(document), is_act_(is_act(document)) {
    const auto& blocks = document.blocks;
    const auto first = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
      return block.kind == BlockKind::paragraph && block.locator.part.empty();
    });
    if (first != blocks.end()) section_ = first->section;
    if (first != blocks.end()) first_ = static_cast<int>(first - blocks.begin());
  }
  bool holds(const MarkSpan& span) const {
    if (is_act_) return false;
    if (span.block < 0 || span.block < first_) return true;
    const bool first = span.block == first_;
    const bool near =
        section_ >= 0 && document_.blocks[static_cast<std::size_t>(span.block)].section == section_;
    return (first || near) && is_in_a_request(span);
  }

 private:
  struct Sentence {
    std::size_t begin = 0;
    bool of_a_request = false;
  };

  /// Spans come text by text: each text is cut into its sentences once.
  bool is_in_a_request(const MarkSpan& span) const {
    const std::array text{span.block, span.row, span.column};
    if (text != cut_text_) {
      cut_text_ = text;
      cut_.clear();
      const std::string_view words = text_of(document_, span);
      for (const TextSpan& one : sentences(words))
        cut_.push_back(
            {one.begin, speaks_of_a_request(words.substr(one.begin, one.end - one.begin))});
    }
    const auto behind = std::ranges::upper_bound(cut_, span.begin, {}, &Sentence::begin);
    return behind != cut_.begin() && std::prev(behind)->of_a_request;
  }

  const Document& document_;
  bool is_act_;
  int section_ = -1;
  int first_ = -1;
  mutable std::array<int, 3> cut_text_{-2, -2, -2};  ///< block, row and column; at first of none
  mutable std::vector<Sentence> cut_;
};

bool names_mandate(const Reference& reference) {
  return reference.relation == Relation::mandated_by && !reference.cited.parts.empty();
}

/// Whether the text names this act as mandate, and nowhere as that of the document: then the
/// masthead has it from there.
bool is_of_another(const Document& document, const Opening& opening, const Symbol& act) {
  bool named = false;
  for (const Reference& reference : document.marks.references) {
    if (!names_mandate(reference) || !reference.cited.names(act)) continue;
    if (opening.holds(reference.span)) return false;
    named = true;
  }
  return named;
}

class Mandates {
 public:
  void add(const SpokenDocument& spoken, const std::vector<std::string>& labels) {
    const Document& document = spoken.document;
    const Opening opening(document);
    for (const Value* value : document.masthead.all(MastheadItem::mandate)) {
      const std::string act = value->normal.substr(0, value->normal.find(','));
      const std::optional<Symbol> symbol = parse_symbol(act);
      if (symbol && !is_of_another(document, opening, *symbol))
        add(*symbol, true, spoken.place_of({.block = MarkSpan::kTitle}), labels);
    }
    for (const Reference& reference : document.marks.references) {
      if (!names_mandate(reference)) continue;
      const bool of_document = opening.holds(reference.span);
      if (of_document || spoken.speaks_in(reference.span.block))
        add(reference.cited, of_document, spoken.place_of(reference.span), labels);
    }
  }

  std::vector<TraceMandate> take(const Archive& archive) {
    for (TraceMandate& one : mandates_) {
      one.held = !archive.find(one.symbol).empty();
      // What its masthead was read from stands in the text as well, with a place to cite.
      const auto in_masthead = [](const TracePlace& place) { return place.locator == "masthead"; };
      if (!std::all_of(one.places.begin(), one.places.end(), in_masthead))
        std::erase_if(one.places, in_masthead);
    }
    return std::move(mandates_);
  }

 private:
  void add(const Symbol& symbol, bool of_documents, TracePlace place,
           const std::vector<std::string>& labels) {
    const std::string name = symbol.text();
    const auto [at, is_new] = by_symbol_.try_emplace({name, of_documents}, mandates_.size());
    if (is_new)
      mandates_.push_back(
          {.symbol = name, .of_documents = of_documents, .held = false, .years = {}, .places = {}});
    TraceMandate& mandate = mandates_[at->second];
    for (const std::string& label : labels)
      if (std::find(mandate.years.begin(), mandate.years.end(), label) == mandate.years.end())
        mandate.years.push_back(label);
    const auto same = [&](const TracePlace& other) {
      return other.key == place.key && other.locator == place.locator;
    };
    if (std::none_of(mandate.places.begin(), mandate.places.end(), same))
      mandate.places.push_back(std::move(place));
  }

  std::vector<TraceMandate> mandates_;
  std::map<std::pair<std::string, bool>, std::size_t> by_symbol_;
};

}  // namespace

std::vector<TraceMandate> mandates_of(const Spoken& spoken,
                                      const std::vector<std::vector<std::string>>& labels,
                                      const Archive& archive) {
  Mandates mandates;
  for (std::size_t i = 0; i < spoken.documents.size(); ++i)
    mandates.add(spoken.documents[i], labels[i]);
  return mandates.take(archive);
}

}  // namespace undex::tracing
