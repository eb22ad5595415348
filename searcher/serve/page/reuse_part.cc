#include "searcher/serve/page/reuse_part.h"

#include "searcher/render/reuse_page.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/passages.h"
#include "undex/reuse.h"

namespace undex::serve {
namespace {

constexpr std::size_t kLives = 10;
constexpr std::size_t kMostParagraphs =
    100;  ///< of a whole document; a place is asked for by itself

void add_life(Html& html, const Call& call, const Texts& texts, const ReusedWording& life,
              std::string_view date) {
  html.open("li").element("a", {{"href", link(call, address_of(life.name, life.locator))}},
                          life.name + ", " + life.pinpoint);
  html.text(" (" + std::string(life_of(life.date, date)) +
            (life.date.empty() ? "" : ", " + texts.date(life.date)) + ", " +
            texts("words-kept", {std::to_string(static_cast<int>(life.kept * 100))}) + ")");
  html.open("p", {{"lang", life.language}, {"dir", direction_of(life.text)}});
  html.add(marked(life.text, life.shared)).close("p").close("li");
}

}  // namespace

Html reuse_part(const Call& call, const Texts& texts, const ArchiveEntry& entry,
                const Document& document, const std::optional<Locator>& place) {
  Html html;
  const Reuse reuse = Reuse::open(call.view.archive->dir());
  const HeldText held = reuse.held(entry.key);
  std::size_t asked = 0, shown = 0;
  for (const HeldText::Paragraph& paragraph : held.paragraphs) {
    if (place) {
      const std::optional<Locator> at = parse_locator(paragraph.locator);
      if (!at || !(*at == *place || place->contains(*at))) continue;
    }
    if (++asked > kMostParagraphs) continue;
    const ReuseResult found = reuse.find(
        {.text = paragraph.text, .language = held.language, .from_key = held.key, .limit = kLives});
    if (found.wordings.empty()) continue;
    ++shown;
    html.open("section").open("h2").element(
        "a", {{"href", link(call, address_of(document.name(), paragraph.locator))}},
        paragraph.pinpoint);
    html.close("h2").element("p",
                             texts.counted("lives", found.paragraphs,
                                           {texts.counted("documents-counted", found.documents)}));
    html.open("ul", {{"class", "lives"}});
    for (const ReusedWording& life : found.wordings) add_life(html, call, texts, life, held.date);
    html.close("ul").close("section");
  }
  if (shown == 0) html.element("p", texts("no-lives"));
  if (asked > kMostParagraphs)
    html.element("p",
                 texts("first-paragraphs", {texts.number(kMostParagraphs), texts.number(asked)}));
  return html;
}

}  // namespace undex::serve
