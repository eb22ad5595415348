#include "schemas/fields.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "schemas/field_readers.h"

namespace undex {
namespace {

// Prefixes end where the ':' of a term begins; slots 0 to 9 are those of index_form.h.
constexpr Field kFields[] = {
    {"symbol", "Document symbol", "XOWN", 10, FieldKind::symbol, false, "symbol:E/2003/75",
     "the document of this symbol, in any form; the reference of a paper without one", symbols_of},
    {"title", "Title", "S", kNoSlot, FieldKind::text, false, "title:informatics",
     "words of the title", titles_of},
    {"year", "Year", "XYEAR", 12, FieldKind::year, true, "year:2002..2009",
     "year of the document, not of its file; 2022? where the source is in doubt", years_of},
    {"date", "Date", "XDATE", 13, FieldKind::date, false, "date:2003-05..2003-06",
     "date of the document: year, month or day", dates_of},
    {"organ", "Organ", "XORGAN", 14, FieldKind::exact, true, "organ:\"General Assembly\"",
     "principal organ or programme that the document belongs to", organs_of},
    {"body", "Body", "XBODY", 15, FieldKind::exact, true, "body:E/CN.16/",
     "issuing body with its own bodies, by name or beginning of symbols", bodies_of, nullptr,
     parent_body_of},
    {"kind", "Kind of document", "XKIND", 16, FieldKind::exact, true, "kind:resolution",
     "report of the Secretary-General, resolution, note verbale, ...", kinds_of},
    {"session", "Session", "XSESSION", 17, FieldKind::number, true, "session:57..60",
     "number of the session, or its year where sessions have no number", sessions_of},
    {"agenda", "Agenda item", "XAGENDA", 18, FieldKind::exact, true,
     "agenda:\"Information and communication technologies for development\"",
     "title of the agenda item: its number changes from session to session", agenda_titles_of},
    {"item", "Number of the agenda item", "XITEM", 19, FieldKind::exact, false, "item:\"7 (d)\"",
     "number of the agenda item at its session", agenda_items_of},
    {"language", "Language", "XLANG", 20, FieldKind::exact, true, "language:en",
     "language of the text held, by code or name", languages_of},
    {"initiative", "Initiative", "XINIT", 21, FieldKind::exact, true, "initiative:CandiWeb",
     "initiative or system named in the text, under any of its names", initiatives_of,
     initiatives_in},
    {"entity", "Entity", "XENTITY", 22, FieldKind::exact, true, "entity:UNITAR",
     "office, body or organization named in the text, under any of its names", entities_of,
     entities_in},
    {"state", "Member State", "XSTATE", 30, FieldKind::exact, true, "state:\"United States\"",
     "Member State named in the text, under any of its names", states_of, states_in},
    {"figure", "Figure", "XFIGURE", 31, FieldKind::exact, false, "figure:1067",
     "number that the text reports, in digits or in words", figures_of, figures_in},
    {"series", "Series", "XSERIES", 23, FieldKind::exact, true, "series:A/RES",
     "series of symbols, without number", series_of},
    {"distribution", "Distribution", "XDIST", 24, FieldKind::exact, false, "distribution:General",
     "General, Limited or Restricted", distributions_of},
    {"author", "Author", "XAUTHOR", 25, FieldKind::exact, false, "author:\"Secretary-General\"",
     "who issued the document", authors_of},
    {"cites", "Cites", "XCITES", 26, FieldKind::symbol, false, "cites:A/RES/57/295",
     "documents that cite this one, by symbol, in words or by \"that resolution\"", cited_of,
     cited_in},
    {"format", "Format", "XFORMAT", 27, FieldKind::exact, true, "format:docx",
     "format of the source", formats_of},
    {"source", "Source", "XSOURCE", 28, FieldKind::exact, false, "source:reports/one.docx",
     "path of the source as it was given", sources_of},
    {"collection", "Collection", "XCOLLECTION", 32, FieldKind::exact, true,
     "collection:submissions",
     "reports, resolutions, drafts, meetings, correspondence, submissions, records or other",
     collections_of},
    {"submitter", "Sender", "XSUBMITTER", 33, FieldKind::exact, true, "submitter:Norway",
     "Member State or other sender of a submission, under any of its names", submitters_of},
    {"call", "Call", "XCALL", 34, FieldKind::exact, true, "call:ODA/2023-00042",
     "call that a submission answers, by its reference or id", calls_of},
    {"region", "Region", "XREGION", 35, FieldKind::exact, true, "region:Africa",
     "of the State that sent the submission and of those the paragraph names", regions_of,
     regions_in},
    {"activity", "Kind of initiative", "XACTIVITY", 36, FieldKind::exact, true, "activity:training",
     "system, service, training, event, programme, ... named in the text", activities_of,
     activities_in},
    {"status", "Status", "XSTATUS", 29, FieldKind::exact, true, "status:official",
     "official, abridged for a record in undex's own words, or record where no text is held",
     statuses_of},
    {"subject", "Subject", "XSUBJECT", 37, FieldKind::exact, true,
     "subject:\"REGIONAL COOPERATION\"", "subject heading of a catalogue record", subjects_of},
};

consteval bool all_different() {
  for (const Field& one : kFields)
    for (const Field& other : kFields) {
      if (&one == &other) continue;
      if (one.name == other.name || one.prefix == other.prefix) return false;
      if (one.slot != kNoSlot && one.slot == other.slot) return false;
    }
  return true;
}
static_assert(all_different(), "names, prefixes and slots of fields are used once");

consteval bool slots_in_range() {
  for (const Field& field : kFields)
    if (field.slot != kNoSlot && (field.slot < 10 || field.slot >= 64)) return false;
  return true;
}
static_assert(slots_in_range(), "slots 0 to 9 and 64 upward are taken by index_form");

constexpr std::size_t kLongestName = 24;

/// What people call the fields elsewhere.
struct OtherName {
  std::string_view typed;
  std::string_view field;
};
constexpr OtherName kOtherNames[] = {
    {"type", "kind"},      {"organisation", "organ"}, {"committee", "body"},
    {"lang", "language"},  {"cite", "cites"},         {"cited", "cites"},
    {"by", "author"},      {"topic", "agenda"},       {"project", "initiative"},
    {"office", "entity"},  {"docno", "symbol"},       {"published", "date"},
    {"file", "source"},    {"agency", "entity"},      {"sender", "submitter"},
    {"from", "submitter"},
};

/// Small numbers are near; nothing for a stranger.
std::size_t nearness(std::string_view typed, std::string_view field) {
  for (const OtherName& other : kOtherNames)
    if (typed == other.typed && field == other.field) return 0;
  if (typed.size() >= 3 && (field.starts_with(typed) || typed.starts_with(field))) return 1;
  const std::size_t steps = edit_distance(typed, field);
  return steps <= std::max<std::size_t>(1, field.size() / 3) ? steps : kLongestName;
}

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field* find_field(std::string_view name) {
  const auto* found = std::find_if(std::begin(kFields), std::end(kFields),
                                   [&](const Field& field) { return field.name == name; });
  return found == std::end(kFields) ? nullptr : found;
}

std::vector<std::string_view> nearest_fields(std::string_view name) {
  const std::string typed = to_lower(name.substr(0, kLongestName));
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const Field& field : kFields)
    if (const std::size_t steps = nearness(typed, field.name); steps < kLongestName)
      near.emplace_back(steps, field.name);
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at < near.size() && at < 3; ++at) names.push_back(near[at].second);
  return names;
}

}  // namespace undex
