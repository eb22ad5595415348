// What stands beside the subject: the bodies that run it, its status, its company.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "corpus/text.h"
#include "searcher/trace/parts.h"

namespace undex::tracing {
namespace {

int year_of(const TracePlace& place) {
  int year = 0;
  std::from_chars(place.date.data(),
                  place.date.data() + std::min<std::size_t>(4, place.date.size()), year);
  return year;
}

/// Who leads the names, and what these bodies became.
std::vector<const Name*> leads_of(const Subject& subject) {
  std::vector<const Name*> leads;
  for (const Name* name : subject.names) {
    const Name* lead = find_name(name->lead);
    if (!lead) continue;
    for (const Name* one : and_later(*lead))
      if (!subject.is(one->id) && std::find(leads.begin(), leads.end(), one) == leads.end())
        leads.push_back(one);
  }
  return leads;
}

/// The paragraphs that name the body while it was called so.
void add_years(const Name& name, const Spoken& spoken, TraceBody& body) {
  for (const SpokenDocument& document : spoken.documents)
    for (const NameMark& mark : document.document.marks.names) {
      const SpokenParagraph* beside = document.paragraph_of(mark.span.block);
      if (mark.id != name.id || !beside) continue;
      const int year = year_of(beside->place);
      if (year == 0 || (name.to_year > 0 && year > name.to_year)) continue;
      if (body.from_year == 0) {
        body.from_year = year;
        body.evidence = beside->place;
      }
      body.to_year = std::max(body.to_year, year);
    }
}

bool is_company(Name::Kind kind) {
  switch (kind) {
    case Name::Kind::organ:
    case Name::Kind::office:
    case Name::Kind::body:
    case Name::Kind::initiative:
    case Name::Kind::organization:
      return true;
    case Name::Kind::state:
    case Name::Kind::role:
      return false;
  }
  return false;
}

struct Beside {
  TraceCompany company;
  std::set<std::pair<std::string, std::string>> places;  ///< key and locator
  std::set<std::string> documents;
};

}  // namespace

std::vector<TraceBody> bodies_of(const Subject& subject, const Spoken& spoken,
                                 const Archive& archive) {
  std::vector<TraceBody> bodies;
  const std::vector<const Name*> leads = leads_of(subject);
  for (const Name* name : leads) {
    TraceBody body{
        .id = name->id, .name = name->preferred, .evidence = {}, .authority = {}, .changes = {}};
    add_years(*name, spoken, body);
    for (const Name* one : subject.names)
      if (one->lead == name->id && body.authority.empty()) body.authority = one->evidence;
    // What the body became runs it only where a text says so.
    if (body.authority.empty() && body.from_year == 0) continue;
    bodies.push_back(std::move(body));
  }
  if (!bodies.empty()) bodies.front().changes = changes_of(leads, archive);
  return bodies;
}

std::vector<TraceStatus> statuses_of(const Subject& subject, const Spoken& spoken) {
  std::vector<TraceStatus> statuses;
  for (const SpokenDocument& document : spoken.documents)
    for (const StatusMark& mark : document.document.marks.statuses)
      if (subject.is(mark.id) && document.speaks_in(mark.span.block))
        statuses.push_back({std::string(name_of(mark.status)), document.place_of(mark.span),
                            collapse_spaces(words_of(document.document, mark.span))});
  return statuses;
}

std::vector<TraceCompany> company_of(const Subject& subject, const Spoken& spoken) {
  std::map<std::string, Beside> by_name;
  for (const SpokenDocument& document : spoken.documents)
    for (const NameMark& mark : document.document.marks.names) {
      const SpokenParagraph* beside = document.paragraph_of(mark.span.block);
      if (!beside || subject.is(mark.id) || !is_company(mark.kind)) continue;
      Beside& one = by_name[mark.id.empty() ? mark.name : mark.id];
      one.company.id = mark.id;
      one.company.name = mark.name;
      one.company.kind = name_of(mark.kind);
      one.places.emplace(beside->place.key, beside->place.locator);
      one.documents.insert(beside->place.key);
    }
  std::vector<TraceCompany> company;
  for (auto& [key, one] : by_name) {
    one.company.paragraphs = one.places.size();
    one.company.documents = one.documents.size();
    company.push_back(std::move(one.company));
  }
  std::stable_sort(company.begin(), company.end(), [](const auto& a, const auto& b) {
    return std::pair(a.paragraphs, a.documents) > std::pair(b.paragraphs, b.documents);
  });
  return company;
}

}  // namespace undex::tracing
