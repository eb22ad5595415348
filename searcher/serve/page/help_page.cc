#include "searcher/serve/page/help_page.h"

#include <utility>

#include "searcher/render/query_help.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"

namespace undex::serve {

HttpResponse help_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  Page page{.title = texts("help"), .canonical = "/help"};
  Html& html = page.body;
  html.element("h1", texts("help")).element("p", texts("help-lead"));
  const auto address = [&](std::string_view query) { return search_address(call, query); };
  html.open("div", {{"lang", "en"}}).trusted(query_help_html(address)).close("div");
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
