// Which resolutions and decisions asked for the documents that speak of it.
#include <algorithm>
#include <map>
#include <set>

#include "searcher/trace/parts.h"

namespace undex::tracing {
namespace {

/// Where a document says what asked for it: before and in its first section.
class Opening {
 public:
  explicit Opening(const Document& document) : document_(document) {
    const auto& blocks = document.blocks;
    const auto first = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
      return block.kind == BlockKind::paragraph && block.locator.part.empty();
    });
    if (first != blocks.end()) section_ = first->section;
    if (first != blocks.end()) first_ = static_cast<int>(first - blocks.begin());
  }
  bool holds(const MarkSpan& span) const {
    if (span.block < 0 || span.block <= first_) return true;
    return document_.blocks[static_cast<std::size_t>(span.block)].section == section_ &&
           section_ >= 0;
  }

 private:
  const Document& document_;
  int section_ = -1;
  int first_ = -1;
};

class Mandates {
 public:
  void add(const SpokenDocument& spoken, const std::vector<std::string>& labels) {
    const Document& document = spoken.document;
    const Opening opening(document);
    for (const Value* value : document.masthead.all(MastheadItem::mandate)) {
      const std::string act = value->normal.substr(0, value->normal.find(','));
      if (const std::optional<Symbol> symbol = parse_symbol(act))
        add(*symbol, spoken.place_of({.block = MarkSpan::kTitle}), labels);
    }
    for (const Reference& reference : document.marks.references)
      if (reference.relation == Relation::mandated_by && !reference.cited.parts.empty() &&
          (opening.holds(reference.span) || spoken.speaks_in(reference.span.block)))
        add(reference.cited, spoken.place_of(reference.span), labels);
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
  void add(const Symbol& symbol, TracePlace place, const std::vector<std::string>& labels) {
    const std::string name = symbol.text();
    const auto [at, is_new] = by_symbol_.try_emplace(name, mandates_.size());
    if (is_new) mandates_.push_back({.symbol = name, .held = false, .years = {}, .places = {}});
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
  std::map<std::string, std::size_t> by_symbol_;
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
