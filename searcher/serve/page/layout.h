#pragma once
// What every page has around its own part: head, way to the content, search box, menu, foot.
#include <string>
#include <string_view>

#include "searcher/serve/http.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/texts.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

struct Page {
  int status = 200;
  std::string title;        ///< of the document shown, or of the page; the site's name follows it
  std::string query{};      ///< stands in the search box
  std::string canonical{};  ///< path of the one address of this page; empty: none
  bool indexed = true;      ///< may search engines keep it
  bool bare = false;        ///< made to stand in a frame: no head, no foot
  Html head{};              ///< more <meta> and <link>
  Html body{};              ///< what stands in <main>, its <h1> first
};

HttpResponse page_of(const Call& call, const Texts& texts, Page page);

/// "/search?q=...", behind the prefix of the site: keeps the language of the interface where the
/// address says it. Every link within the site is made by it.
std::string link(const Call& call, std::string_view path, std::vector<Parameter> parameters = {});

/// "/A/58/568", "/A/58/568/para/16": the address of a document or a place in it within the site.
std::string address_of(std::string_view document, std::string_view locator = {});

/// Whether the page is made to stand in a frame of another site.
bool is_embedded(const Call& call);
/// The target of links that lead out of such a frame, for only pages made for it may be shown
/// there; else kNone.
std::string_view target_of(const Call& call);

/// The page of an error, for people. `detail` may repeat what was asked: it is escaped.
HttpResponse error_page(const Call& call, int status, std::string_view heading_id,
                        std::string_view detail, std::string_view hint = {});

/// /static/undex.css and its like; 404 when there is none.
HttpResponse static_file(const Call& call);
/// "/static/undex.css?v=1f3a...": a new file has a new address.
std::string static_address(const Call& call, std::string_view file);

}  // namespace undex::serve
