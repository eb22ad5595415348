// A draft sent to be checked: read where untrusted bytes may be read, and never kept.
#include <algorithm>
#include <array>

#include "searcher/check/archive_holdings.h"
#include "searcher/check/draft_date.h"
#include "searcher/render/check_page.h"
#include "searcher/serve/api/endpoints.h"
#include "searcher/serve/problem.h"

namespace undex::serve {
namespace {

using answers::Parameters;
using answers::Rule;

constexpr std::size_t kMostReferences = 5000;  // each may be a document to read
constexpr std::size_t kMostText = 256 * 1024;

constexpr Rule kCheck[] = {
    {.name = "text", .most = kMostText, .help = "of the draft, where the body is JSON"},
    {.name = "date", .most = 40, .help = "of a draft that bears none: 2003-05-28; left out: today"},
    {.name = "name",
     .most = 200,
     .help = "of the file, with the ending of its format: draft.docx"}};

struct DraftType {
  std::string_view media_type;
  std::string_view name;  ///< of a file without one
};
constexpr std::array kTypes = {
    DraftType{"text/plain", "draft.txt"},
    DraftType{"text/html", "draft.html"},
    DraftType{"text/rtf", "draft.rtf"},
    DraftType{"application/rtf", "draft.rtf"},
    DraftType{"application/pdf", "draft.pdf"},
    DraftType{"application/msword", "draft.doc"},
    DraftType{"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              "draft.docx"},
    DraftType{"application/vnd.oasis.opendocument.text", "draft.odt"},
};

}  // namespace

std::span<const Rule> check_rules() { return kCheck; }

bool reads_draft(std::string_view media_type) {
  return std::ranges::find(kTypes, media_type, &DraftType::media_type) != kTypes.end();
}

HttpResponse answer_check(const Call& call, const Parameters& parameters) {
  const ReadDraft& read = call.site.options().read_draft;
  if (!read)
    return problem(call.site, Trouble::not_offered, "this service reads no drafts",
                   "'undex serve' does, where it may start processes");
  const auto* type = std::ranges::find(kTypes, media_type_of(call.request), &DraftType::media_type);
  const bool is_json = type == kTypes.end();
  if (is_json == parameters.text("text").empty())
    throw Error(ErrorKind::usage, is_json ? "'text' is missing" : "the draft is the body itself",
                is_json ? "it is the draft" : "leave 'text' out");
  std::string name = parameters.text("name");
  if (name.empty()) name = is_json ? kTypes.front().name : type->name;
  const Date date = stated_or_today("date", parameters.text("date"));
  const Document draft = read(is_json ? parameters.text("text") : call.request.body, name);
  if (draft.marks.references.size() > kMostReferences)
    throw Error(ErrorKind::check, "the draft has more references than are checked at once",
                "send it in parts");
  ArchiveHoldings holdings(*call.view.archive, draft, reader_of(call.view));
  return {.media_type = "application/json",
          .body = render_check(check_draft(draft, holdings, date), "json", {})};
}

}  // namespace undex::serve
