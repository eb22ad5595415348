#include "searcher/render/citation_page.h"

#include <algorithm>
#include <unordered_map>

#include "schemas/field_readers.h"

namespace undex {
namespace {

/// Whether a place lies in one of those asked for; all do when none was.
bool wanted(const std::vector<Locator>& only, const Locator& place) {
  return only.empty() ||
         std::any_of(only.begin(), only.end(), [&](const Locator& l) { return l.contains(place); });
}

bool names_another(const Reference& reference) {
  return !reference.cited.parts.empty() && !is_internal(reference);
}

/// The partner that shares a part of the symbol: A/55/75 and A/55/75-E/2000/55 are one document.
CitationPartner& partner_of(std::vector<CitationPartner>& partners,
                            std::unordered_map<std::string, std::size_t>& known,
                            const Symbol& symbol) {
  std::size_t at = partners.size();
  for (const std::string& part : symbol.parts)
    if (const auto found = known.find(part); found != known.end()) at = found->second;
  if (at == partners.size()) partners.emplace_back();
  CitationPartner& partner = partners[at];
  if (symbol.text().size() > partner.name.size()) partner.name = symbol.text();
  for (const std::string& part : symbol.parts) known.emplace(part, at);
  return partner;
}

std::vector<CitingPlace>* list_of(CitationPage& page, const Reference& reference) {
  if (is_internal(reference) || reference.kind == ReferenceKind::url) return &page.others;
  if (reference.kind == ReferenceKind::generic) return &page.generic;
  return &page.unresolved;
}

}  // namespace

bool is_internal(const Reference& reference) {
  return reference.kind == ReferenceKind::internal ||
         reference.kind == ReferenceKind::internal_vague;
}

bool CitationPage::empty() const {
  return cites.empty() && cited_by.empty() && unresolved.empty() && generic.empty() &&
         others.empty();
}

void add_cited(CitationPage& page, const Document& document) {
  std::unordered_map<std::string, std::size_t> known;
  const std::string name = document.name();
  for (const Reference& reference : document.marks.references) {
    CitingPlace place{name, locator_of(document, reference.span), reference,
                      words_of(document, reference.span)};
    if (!wanted(page.only, place.at)) continue;
    std::vector<CitingPlace>& places = names_another(reference)
                                           ? partner_of(page.cites, known, reference.cited).places
                                           : *list_of(page, reference);
    places.push_back(std::move(place));
  }
  for (const Notice& notice : document.notices)
    if (notice.code.starts_with("cites-") && wanted(page.only, notice.locator))
      page.notices.push_back(notice);
}

CitationPartner citing_partner(const Document& citing,
                               const std::function<bool(const Reference&)>& wanted_here) {
  CitationPartner partner;
  partner.name = citing.name();
  partner.held = true;
  partner.title = citing.masthead.normal(MastheadItem::title);
  if (const Value* date = citing.masthead.find(MastheadItem::date)) {
    partner.date = date->normal;
    partner.date_flag = date->flag;
  }
  for (const Reference& reference : citing.marks.references)
    if (wanted_here(reference))
      partner.places.push_back({partner.name, locator_of(citing, reference.span), reference,
                                words_of(citing, reference.span)});
  return partner;
}

void add_citing(CitationPage& page, CitationPartner citing) {
  std::erase_if(citing.places, [&](const CitingPlace& place) {
    return !page.only.empty() &&
           std::ranges::none_of(place.reference.pinpoints, [&](const Locator& pinpoint) {
             return wanted(page.only, pinpoint);
           });
  });
  if (citing.places.empty()) return;
  const auto after = std::upper_bound(
      page.cited_by.begin(), page.cited_by.end(), citing,
      [](const CitationPartner& a, const CitationPartner& b) { return a.date < b.date; });
  page.cited_by.insert(after, std::move(citing));
}

void add_citing(CitationPage& page, const Document& citing, const Symbol& cited) {
  add_citing(page, citing_partner(citing, [&](const Reference& reference) {
               return names_another(reference) && cites_symbol(reference, cited);
             }));
}

}  // namespace undex
