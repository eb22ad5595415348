// Questions of wording: what two texts share, where a wording comes back, whether it was said
// before.
#include <string>

#include "searcher/answers/ask.h"
#include "searcher/documents/comparison_pages.h"
#include "searcher/documents/reuse_pages.h"
#include "searcher/render/comparison.h"
#include "searcher/render/precedent.h"

namespace undex::answers {
namespace {

double least_kept(const Parameters& parameters) {
  constexpr double kWhole = 100;
  return static_cast<double>(parameters.number("least")) / kWhole;
}

}  // namespace

Answer ask_compare(const Opened& opened, const Parameters& parameters) {
  const ComparisonPage page =
      comparison_page(opened.archive, parameters.text("before"), parameters.text("after"),
                      parameters.text("language"), opened.read);
  if (!page.not_held.empty()) return not_held(opened, page.not_held);
  if (!page.lacks.empty()) return {.json = {}, .nothing = page.lacks};
  return {page.documents
              ? render_comparison(*page.documents, parameters.flag("summary"), "json", {})
              : render_comparison(*page.places, page.before, page.after, "json", {})};
}

Answer ask_reuse(const Opened& opened, const Parameters& parameters) {
  const Target target = target_of(opened, parameters);
  const std::vector<Locator> places = places_of(parameters, target);
  if (target.entries.empty()) return not_held(opened, target.name);
  const ArchiveEntry& entry = version_in(target.entries, parameters.text("language"));
  const ReusePage page = reuse_page(opened.archive.dir(), entry, places, least_kept(parameters),
                                    parameters.number("limit"));
  if (page.document.paragraphs.empty())
    return {.json = {}, .nothing = entry.name + " has no such place with a text of its own"};
  return {render_reuse(page, "json", {})};
}

Answer ask_history(const Opened& opened, const Parameters& parameters) {
  const std::optional<ClauseHistory> history =
      clause_page(opened.archive.dir(), parameters.text("clause"), least_kept(parameters));
  if (history) return {render_history(*history, "json", {})};
  return {.json = {},
          .nothing = "no paragraph held has " + std::to_string(parameters.number("least")) +
                     " % of the words of this clause in their order",
          .hint = "ask for fewer with \"least\", or for its words with \"search\""};
}

Answer ask_precedent(const Opened& opened, const Parameters& parameters) {
  const std::string text = parameters.text("text");
  PrecedentPage page;
  page.answers.push_back(
      {.locator = {},
       .pinpoint = {},
       .text = text,
       .result = Precedents::open(opened.archive.dir())
                     .find({.text = text, .limit = parameters.number("limit")})});
  return {render_precedents(page, "json", {})};
}

}  // namespace undex::answers
