#include "searcher/federation/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "searcher/search/groups.h"
#include "searcher/search/notes.h"

namespace undex::federation {
namespace {

constexpr std::size_t kMostOffers = 6;

/// A hit of one of the parts.
struct Place {
  Hit* hit;
  const std::string* key;
  const std::string* archive;
  std::uint64_t group;  ///< 0: none
};

std::vector<Place> places_in_order(std::vector<Part>& parts, Order order) {
  std::vector<Place> places;
  for (Part& part : parts) {
    if (!part.chosen) continue;
    std::vector<Hit>& hits = part.answer.result.hits;
    for (std::size_t at = 0; at < hits.size(); ++at)
      places.push_back({&hits[at], &part.answer.sort_keys[at], &part.archive,
                        part.answer.hit_groups.empty() ? 0 : part.answer.hit_groups[at]});
  }
  std::ranges::stable_sort(places, [&](const Place& a, const Place& b) {
    if (order == Order::relevance && a.hit->weight != b.hit->weight)
      return a.hit->weight > b.hit->weight;
    return *a.key < *b.key;
  });
  return places;
}

/// What is said by each, with the name of the archive before what not all of them say.
std::vector<std::string> said(
    const std::vector<std::pair<std::string, std::vector<std::string>>>& notes) {
  std::map<std::string, std::size_t> times;
  for (const auto& [archive, list] : notes)
    for (const std::string& note : list) ++times[note];
  std::vector<std::string> out;
  std::set<std::string> done;
  for (const auto& [archive, list] : notes)
    for (const std::string& note : list) {
      const bool by_all = times[note] == notes.size();
      if (!by_all)
        out.push_back(archive + ": " + note);
      else if (done.insert(note).second)
        out.push_back(note);
    }
  return out;
}

void add(const Understood& more, Understood& all) {
  for (const auto& variant : more.variants) {
    const auto same = [&](const auto& one) { return one.first == variant.first; };
    const auto found = std::ranges::find_if(all.variants, same);
    if (found == all.variants.end())
      all.variants.push_back(variant);
    else
      found->second += variant.second;
  }
}

void add(const std::vector<Understood>& more, std::vector<Understood>& all) {
  for (const Understood& one : more) {
    const auto found = std::ranges::find(all, one.text, &Understood::text);
    if (found == all.end())
      all.push_back(one);
    else
      add(one, *found);
  }
}

using Variants = std::vector<std::pair<std::string, std::size_t>>;

bool most_first(const Variants& variants) {
  return std::ranges::is_sorted(variants, std::ranges::greater(), &Variants::value_type::second);
}

class Merger {
 public:
  Merger(const Request& request, std::vector<Part> parts)
      : request_(request), parts_(std::move(parts)) {}

  Merged merge() {
    Result& result = merged_.result;
    const Result& first = parts_.front().answer.result;
    result.query = first.query;
    result.tree = first.tree;
    result.unit = first.unit;
    result.group = first.group;
    result.order = first.order;
    result.explanation = first.explanation;
    for (const Part* part : chosen()) {
      result.documents += part->answer.result.documents;
      result.paragraphs += part->answer.result.paragraphs;
      add(part->answer.result.understood, result.understood);
    }
    order_variants();
    if (result.group != Group::none) count_groups();
    count_facets();
    list();
    note();
    if (result.documents == 0) offer();
    return std::move(merged_);
  }

 private:
  std::vector<Part*> chosen() {
    std::vector<Part*> out;
    for (Part& part : parts_)
      if (part.chosen) out.push_back(&part);
    return out;
  }

  /// Where all parts have the most frequent first; else they stand as the query has them.
  void order_variants() {
    for (Understood& one : merged_.result.understood) {
      const auto in_order = [&](const Part* part) {
        const auto& list = part->answer.result.understood;
        const auto same = std::ranges::find(list, one.text, &Understood::text);
        return same == list.end() || most_first(same->variants);
      };
      if (std::ranges::all_of(chosen(), in_order))
        std::ranges::stable_sort(one.variants, std::ranges::greater(),
                                 &Variants::value_type::second);
    }
  }

  void list() {
    Result& result = merged_.result;
    std::set<std::string> keys;
    std::set<std::uint64_t> groups;
    std::size_t at = 0;
    for (const Place& place : places_in_order(parts_, result.order)) {
      if (!keys.insert(*place.key).second) continue;
      if (place.group != 0 && !groups.insert(place.group).second) continue;
      if (++at <= request_.offset) continue;
      merged_.more = result.hits.size() == request_.limit;
      if (merged_.more) return;
      result.hits.push_back(std::move(*place.hit));
      result.hits.back().archive = *place.archive;
      merged_.last = *place.key;
      if (result.group != Group::none) merged_.groups.push_back(place.group);
    }
  }

  /// Each once, where all parts have told theirs.
  void count_groups() {
    std::set<std::uint64_t> groups;
    std::size_t alone = 0, most = 0;
    for (const Part* part : chosen()) {
      const PartAnswer& answer = part->answer;
      most += answer.result.groups;
      groups_known_ = groups_known_ && answer.groups.has_value();
      if (!groups_known_) continue;
      alone += answer.result.groups - answer.groups->size();
      groups.insert(answer.groups->begin(), answer.groups->end());
    }
    merged_.result.groups = groups_known_ ? alone + groups.size() : most;
  }

  void count_facets() {
    for (const std::string& name : request_.facets) {
      if (std::ranges::find(merged_.result.facets, name, &Facet::field) !=
          merged_.result.facets.end())
        continue;  // named twice
      if (name == kArchiveField) {
        merged_.result.facets.push_back(archives());
        continue;
      }
      std::vector<Facet> facets;
      for (Part* part : chosen())
        for (Facet& facet : part->answer.result.facets)
          if (facet.field == name) facets.push_back(std::move(facet));
      if (!facets.empty())
        merged_.result.facets.push_back(merge_facets(request_, std::move(facets)));
    }
  }

  Facet archives() const {
    Facet facet{.field = std::string(kArchiveField), .label = "Archive", .values = {}};
    const bool some = !std::ranges::all_of(parts_, &Part::chosen);
    for (const Part& part : parts_)
      facet.values.push_back({.value = part.archive,
                              .label = part.archive,
                              .documents = part.answer.result.documents,
                              .paragraphs = part.answer.result.paragraphs,
                              .selected = some && part.chosen,
                              .held = part.held});
    facet.distinct = facet.matching = facet.values.size();
    return facet;
  }

  void note() {
    std::vector<std::pair<std::string, std::vector<std::string>>> notes;
    std::vector<std::pair<std::string, std::vector<std::string>>> on_nothing;
    for (Part* part : chosen()) {
      notes.emplace_back(part->archive, std::move(part->answer.result.notes));
      on_nothing.emplace_back(part->archive, std::move(part->answer.notes_on_nothing));
    }
    Result& result = merged_.result;
    result.notes = said(notes);
    if (result.documents == 0)
      for (std::string& one : said(on_nothing)) result.notes.push_back(std::move(one));
    if (!groups_known_ && on_nothing.size() > 1)
      result.notes.push_back(
          std::string(result.group == Group::work ? "works" : "series") +
          " are too many to be compared: one of which several archives hold a part may be counted "
          "more than once");
    search::note_what_is_shown(request_, result);
  }

  /// Where nothing is found at all; each offer once.
  void offer() {
    std::vector<Offer>& offers = merged_.result.offers;
    for (Part* part : chosen())
      for (Offer& more : part->answer.result.offers) {
        const auto same = [&](const Offer& one) {
          return one.query == more.query &&
                 std::ranges::equal(one.filters, more.filters, [](const auto& a, const auto& b) {
                   return a.field == b.field && a.values == b.values;
                 });
        };
        if (offers.size() < kMostOffers && std::ranges::none_of(offers, same))
          offers.push_back(std::move(more));
      }
  }

  const Request& request_;
  std::vector<Part> parts_;
  Merged merged_;
  bool groups_known_ = true;
};

}  // namespace

Merged merge(const Request& request, std::vector<Part> parts) {
  return Merger(request, std::move(parts)).merge();
}

void merge_others(std::vector<Part> parts, Merged& merged) {
  std::vector<GroupMembers> all(merged.groups.size());
  for (Part& part : parts)
    for (std::size_t at = 0; at < std::min(all.size(), part.answer.members.size()); ++at) {
      GroupMembers& more = part.answer.members[at];
      for (Version& one : more.first) one.archive = part.archive;
      search::add(std::move(more), all[at]);
    }
  for (std::size_t at = 0; at < all.size(); ++at)
    search::set_others(std::move(all[at]), merged.result.hits[at]);
}

}  // namespace undex::federation
