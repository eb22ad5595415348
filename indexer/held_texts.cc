#include "indexer/held_texts.h"

#include <utility>

namespace undex {
namespace {

/// Some hundred texts of the longest, in 64 MB.
constexpr std::size_t kMostRuns = std::size_t{8} << 20;

}  // namespace

HeldText held_text(const Document& document) {
  const Masthead& masthead = document.masthead;
  return {.symbol = document.symbol,
          .language = document.language(),
          .format = document.provenance.format,
          .is_record = masthead.find(MastheadItem::record) != nullptr,
          .has_name = !document.symbol.parts.empty() ||
                      masthead.find(MastheadItem::reference) != nullptr ||
                      masthead.find(MastheadItem::submission_number) != nullptr,
          .runs = {}};
}

const HeldText& HeldTexts::of(const Archive& archive, const ArchiveEntry& entry) {
  const auto known = texts_.find(entry.xml_sha256);
  if (known != texts_.end()) return known->second;
  const Document document = archive.read(entry);
  HeldText text = held_text(document);
  text.runs = runs_of(document);
  keep(entry, std::move(text));
  return texts_.at(entry.xml_sha256);
}

void HeldTexts::keep(const ArchiveEntry& entry, HeldText text) {
  const auto [kept, is_new] = texts_.try_emplace(entry.xml_sha256, std::move(text));
  if (is_new) runs_ += kept->second.runs.size();
}

void HeldTexts::make_room() {
  if (runs_ <= kMostRuns) return;
  texts_.clear();
  runs_ = 0;
}

}  // namespace undex
