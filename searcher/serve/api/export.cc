// Records of documents named or found, in the forms of `undex export`.
#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "corpus/text.h"
#include "corpus/xml.h"
#include "searcher/answers/requests.h"
#include "searcher/documents/records.h"
#include "searcher/documents/target.h"
#include "searcher/render/record/forms.h"
#include "searcher/serve/api/endpoints.h"
#include "searcher/serve/held.h"
#include "searcher/serve/problem.h"

namespace undex::serve {
namespace {

using answers::Parameters;
using answers::Rule;
using Takes = Rule::Takes;

struct FormType {
  std::string_view form;
  std::string_view media_type;
};
constexpr std::array kTypes = {
    FormType{"un", "text/plain; charset=utf-8"},
    FormType{"un-full", "text/plain; charset=utf-8"},
    FormType{"bibtex", "application/x-bibtex; charset=utf-8"},
    FormType{"ris", "application/x-research-info-systems; charset=utf-8"},
    FormType{"csl-json", "application/vnd.citationstyles.csl+json"},
    FormType{"marcxml", "application/marcxml+xml"},
    FormType{"marc", "application/marc"},
    FormType{"mods", "application/mods+xml"},
    FormType{"dc", "application/xml"},
    FormType{"akn", "application/akn+xml"},
    FormType{"csv", "text/csv; charset=utf-8; header=present"},
    FormType{"tsv", "text/tab-separated-values; charset=utf-8"},
    FormType{"jsonl", "application/jsonl"},
    FormType{"text", "text/plain; charset=utf-8"},
};

std::string form_names() {
  std::string all;
  for (const RecordForm& form : record_forms())
    all += (all.empty() ? "" : " ") + std::string(form.name);
  return all;
}

/// Documents of a page, and the cursor of the page that follows.
struct Wanted {
  Held held;
  std::vector<HeldDocument> documents;
  std::string next{};
};

Wanted named(const Call& call, const Parameters& parameters) {
  Target target = find_target(*call.view.archive, parameters.text("symbol"));
  Held held = held_under(call, target.name);
  if (target.entries.empty()) target.entries = held.entries;
  std::vector<std::string> typed;
  if (parameters.has("para")) typed.push_back(parameters.text("para"));
  Wanted wanted{.held = std::move(held), .documents = by_name(target.entries)};
  for (HeldDocument& document : wanted.documents)
    document.places = places_of(target, "para", typed);
  return wanted;
}

Wanted found(const Call& call, const Parameters& parameters) {
  Request request;
  request.query = parameters.text("query");
  request.filters = parameters.filters("filter");
  request.limit = parameters.number("limit");
  request.cursor = parameters.text("cursor");
  request.passages = 0;
  const Result result = call.search(request);
  Held held;
  for (const Hit& hit : result.hits) {
    Held one = held_of(call, hit);
    for (ArchiveEntry& entry : one.entries)
      if (entry.key == hit.key) held.entries.push_back(std::move(entry));
    held.elsewhere.merge(one.elsewhere);
  }
  std::vector<HeldDocument> documents = by_name(held.entries);
  return {std::move(held), std::move(documents), result.next};
}

/// What the form cannot say.
void require_sayable(const RecordForm& form, const std::vector<HeldDocument>& documents) {
  if (form.single && documents.size() > 1)
    throw Error(ErrorKind::usage,
                "a file of '" + std::string(form.name) + "' holds one document, and these are " +
                    std::to_string(documents.size()),
                "name one symbol");
  if (form.write == nullptr && !documents.empty() && !documents.front().places.empty())
    throw Error(ErrorKind::usage, "'" + std::string(form.name) + "' writes whole documents",
                "leave the place out");
}

/// "E/2003/75 has no para. 99"; empty when it has all.
std::string lacks(const HeldDocument& held, const Document& document) {
  for (const Locator& place : held.places)
    if (text_at(document, place).empty()) return document.name() + " has no " + place.citation();
  return {};
}

std::string written(const RecordForm& form, const HeldDocument& held, const Document& document,
                    std::string_view language) {
  return form.write == nullptr ? write_document_xml(document)
                               : form.write(record_of(held, document), language);
}

}  // namespace

std::span<const Rule> export_rules() {
  static const std::string kForms = form_names();
  static const std::array kRules = {
      Rule{.name = "symbol", .most = 500, .help = "which document; left out: those of the query"},
      Rule{.name = "para", .most = 500, .help = "the place cited in it: '18 (g)', summary"},
      Rule{.name = "query",
           .most = 4096,
           .help = "the query language of docs/query.md; empty: every document"},
      Rule{.name = "filter", .takes = Takes::filters, .help = "only what has one of these values"},
      Rule{.name = "as", .fallback = "jsonl", .choices = kForms, .help = "the form of the records"},
      Rule{.name = "lang",
           .fallback = "en",
           .choices = "en fr es ru ar zh",
           .help = "of the text that a record is made from, and of the words of a citation"},
      Rule{.name = "limit",
           .takes = Takes::number,
           .fallback = "50",
           .least = 1,
           .most = 500,
           .help = "records on a page"},
      Rule{.name = "cursor",
           .most = 4096,
           .help = "go on where a page ended: as the link to the next says"},
  };
  return kRules;
}

HttpResponse answer_export(const Call& call, const Parameters& parameters) {
  const bool is_named = !parameters.text("symbol").empty();
  for (const char* other : {"query", "filter", "cursor"})
    if (is_named && parameters.has(other))
      throw Error(ErrorKind::usage, "'symbol' and '" + std::string(other) + "' are two questions",
                  "leave one of them out");
  if (!is_named && parameters.has("para"))
    throw Error(ErrorKind::usage, "'para' is a place in one document", "name its 'symbol'");
  const Wanted wanted = is_named ? named(call, parameters) : found(call, parameters);
  const RecordForm& form = *find_record_form(parameters.text("as"));
  if (is_named && wanted.documents.empty()) {
    const std::string name = parameters.text("symbol");
    return problem(call.site, Trouble::not_held, "'" + printable(name) + "' is not held",
                   call.view.names->hint(name));
  }
  require_sayable(form, wanted.documents);
  const std::string language = parameters.text("lang");
  std::string body = form.header ? form.header() : std::string(form.begin);
  for (const HeldDocument& held : wanted.documents) {
    const Document document = document_of(call, wanted.held, text_in(held.entries, language));
    if (const std::string lack = lacks(held, document); !lack.empty())
      return problem(call.site, Trouble::not_held, lack, "leave the place out");
    if (&held != &wanted.documents.front()) body += form.between;
    body += written(form, held, document, language);
  }
  const auto* type = std::ranges::find(kTypes, form.name, &FormType::form);
  assert(type != kTypes.end());
  HttpResponse response{.media_type = std::string(type->media_type),
                        .body = body + std::string(form.end)};
  if (!wanted.next.empty()) response.set("link", link_to_next(call, wanted.next));
  return response;
}

}  // namespace undex::serve
