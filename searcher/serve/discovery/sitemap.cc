#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "corpus/xml/builder.h"
#include "searcher/serve/discovery/discovery.h"
#include "searcher/serve/feed/entries.h"
#include "searcher/serve/page/layout.h"

namespace undex::serve {
namespace {

constexpr std::size_t kMostPages = 50'000;  // in one file, by the protocol
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A document once, with the day of its newest text.
std::vector<SitePage> pages_of(const Call& call) {
  std::vector<SitePage> pages;
  std::unordered_map<std::string, std::size_t> places;
  for (const ArchiveEntry& entry : call.view.archive->list()) {
    const auto [place, is_new] = places.emplace(entry.name, pages.size());
    if (is_new) pages.push_back({call.site.permalink(address_of(entry.name)), ""});
    std::string& changed = pages[place->second].changed;
    changed = std::max(changed, entered_at(call.view, entry));
  }
  return pages;
}

void add_page(XmlBuilder& xml, std::string_view element, std::string_view address,
              std::string_view changed) {
  xml.open(element);
  xml.open("loc");
  xml.text(address);
  xml.close();
  xml.open("lastmod");
  xml.text(changed);
  xml.close();
  xml.close();
}

std::string index_text(const std::vector<SitePage>& pages, std::string_view address,
                       std::size_t most) {
  XmlBuilder xml;
  xml.open("sitemapindex");
  xml.attribute("xmlns", kNamespace);
  for (std::size_t begin = 0; begin < pages.size(); begin += most) {
    const auto first = pages.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = first + static_cast<std::ptrdiff_t>(std::min(most, pages.size() - begin));
    add_page(xml, "sitemap", std::string(address) + "?part=" + std::to_string(begin / most + 1),
             std::max_element(first, last, [](const SitePage& a, const SitePage& b) {
               return a.changed < b.changed;
             })->changed);
  }
  xml.close();
  return xml.take();
}

}  // namespace

std::optional<std::string> sitemap_text(const std::vector<SitePage>& pages,
                                        std::string_view address, std::size_t part,
                                        std::size_t most) {
  if (part == 0 && pages.size() > most) return index_text(pages, address, most);
  const std::size_t parts = std::max<std::size_t>(1, (pages.size() + most - 1) / most);
  if (part > parts) return {};
  const std::size_t begin = part == 0 ? 0 : (part - 1) * most;
  XmlBuilder xml;
  xml.open("urlset");
  xml.attribute("xmlns", kNamespace);
  for (std::size_t i = begin; i < std::min(begin + most, pages.size()); ++i)
    add_page(xml, "url", pages[i].address, pages[i].changed);
  xml.close();
  return xml.take();
}

HttpResponse sitemap(const Call& call) {
  const std::string typed = call.request.parameter("part").value_or("0");
  std::size_t part = 0;
  const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), part);
  const bool is_number = read.ec == std::errc() && read.ptr == typed.data() + typed.size();
  std::optional<std::string> text;
  if (is_number)
    text = sitemap_text(pages_of(call), call.site.permalink("/sitemap.xml"), part, kMostPages);
  if (!text) return problem(404, "Not here", "the sitemap has no such part");
  return {.media_type = "application/xml; charset=utf-8",
          .body = std::move(*text),
          .last_modified = call.view.published};
}

}  // namespace undex::serve
