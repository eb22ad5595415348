#include "searcher/precedent/taken_up.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/citation.h"
#include "corpus/document.h"
#include "schemas/fields.h"
#include "searcher/search/holders.h"

namespace undex::precedent {
namespace {

/// Of a document that hundreds cite, no more are read.
constexpr std::size_t kMostRead = 60;
constexpr std::size_t kMostNamed = 4;

/// Whether the words do more than name the document.
bool takes_up(Relation relation) {
  return relation != Relation::cites && relation != Relation::agenda;
}

/// A place within its part, not the part as a whole.
bool is_pinned(const Locator& place) { return place.place != Locator::Place::whole; }

bool names(const std::vector<Locator>& pinpoints, const Locator& place) {
  return std::any_of(pinpoints.begin(), pinpoints.end(), [&](const Locator& one) {
    return one == place || (is_pinned(one) && one.contains(place));
  });
}

bool comes_before(const TakenUp& a, const TakenUp& b) {
  if (a.paragraph != b.paragraph) return a.paragraph;
  if (a.date.empty() != b.date.empty()) return b.date.empty();
  return std::tie(a.date, a.name) < std::tie(b.date, b.name);
}

}  // namespace

Followers::Followers(const search::Index& index, Archive archive)
    : index_(index), archive_(std::move(archive)) {
  for (ArchiveEntry& entry : archive_.list()) {
    std::string key = entry.key;
    entries_.emplace(std::move(key), std::move(entry));
  }
}

const Followers::Citers& Followers::citers_of(const Symbol& symbol) {
  const auto [found, is_new] = citers_.try_emplace(symbol.text());
  if (!is_new) return found->second;
  Citers& citers = found->second;
  for (const std::string& key : search::keys_with(kCitesField, symbol.parts, index_.databases))
    citers.keys.push_back(key);
  citers.all = citers.keys.size() <= kMostRead;
  if (!citers.all) citers.keys.resize(kMostRead);
  return citers;
}

const Followers::Citing* Followers::read(const std::string& key) {
  const auto entry = entries_.find(key);
  if (entry == entries_.end()) return nullptr;  // gone since the index was made
  const auto [found, is_new] = read_.try_emplace(key);
  if (!is_new) return &found->second;
  const Document document = archive_.read(entry->second);
  Citing& citing = found->second;
  citing.name = document.name();
  citing.date = document.masthead.normal(MastheadItem::date);
  for (const Reference& reference : document.marks.references) {
    const bool named = reference.kind == ReferenceKind::explicit_ ||
                       reference.kind == ReferenceKind::anaphoric ||
                       reference.kind == ReferenceKind::implicit;
    if (!named || reference.cited.parts.empty() || reference.cited.names(document.symbol)) continue;
    if (!takes_up(reference.relation) && reference.pinpoints.empty()) continue;
    citing.sayings.push_back({reference.cited, reference.pinpoints,
                              locator_of(document, reference.span), reference.relation});
  }
  return &citing;
}

std::vector<TakenUp> Followers::by(const Citing& citing, const Symbol& symbol,
                                   const Locator& place) {
  std::map<std::pair<bool, Relation>, std::vector<Locator>> places;
  for (const Saying& saying : citing.sayings) {
    if (!saying.cited.names(symbol)) continue;
    const bool paragraph = names(saying.pinpoints, place);
    const bool elsewhere = std::ranges::any_of(saying.pinpoints, is_pinned);
    if (!paragraph && (elsewhere || !takes_up(saying.relation))) continue;
    std::vector<Locator>& all = places[{paragraph, saying.relation}];
    if (std::find(all.begin(), all.end(), saying.place) == all.end()) all.push_back(saying.place);
  }
  std::vector<TakenUp> out;
  for (const auto& [what, where] : places)
    out.push_back({.name = citing.name,
                   .date = citing.date,
                   .locator = where.front().text(),
                   .pinpoint = citation_of(where),
                   .relation = std::string(name_of(what.second)),
                   .paragraph = what.first});
  return out;
}

void Followers::tell(Precedent& precedent) {
  const std::optional<Symbol> symbol = parse_symbol(precedent.wording.name);
  const std::optional<Locator> place = parse_locator(precedent.wording.locator);
  if (!symbol || !place) return;
  const Citers& citers = citers_of(*symbol);
  std::set<std::string> read_already;  // a document in two languages says it once
  for (const std::string& key : citers.keys) {
    const Citing* citing = read(key);
    if (citing == nullptr || !read_already.insert(citing->name).second) continue;
    for (TakenUp& one : by(*citing, *symbol, *place)) precedent.taken_up.push_back(std::move(one));
  }
  std::sort(precedent.taken_up.begin(), precedent.taken_up.end(), comes_before);
  precedent.taken_up_all = citers.all;
  precedent.taken_up_count = precedent.taken_up.size();
  if (precedent.taken_up_count > kMostNamed) precedent.taken_up.resize(kMostNamed);
}

}  // namespace undex::precedent
