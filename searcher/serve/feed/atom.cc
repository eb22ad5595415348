#include "searcher/serve/feed/atom.h"

#include <algorithm>

#include "corpus/xml/builder.h"

namespace undex::serve {
namespace {

constexpr std::string_view kMediaType = "application/atom+xml";

void add_element(XmlBuilder& xml, std::string_view name, std::string_view value) {
  xml.open(name);
  xml.text(value);
  xml.close();
}

void add_link(XmlBuilder& xml, std::string_view relation, std::string_view type,
              std::string_view address) {
  if (address.empty()) return;
  xml.open("link");
  xml.attribute("rel", relation);
  xml.attribute("type", type);
  xml.attribute("href", address);
  xml.close();
}

void add_entry(XmlBuilder& xml, const FeedEntry& entry) {
  xml.open("entry");
  add_element(xml, "id", entry.id);
  xml.open("title");
  if (!entry.language.empty()) xml.attribute("xml:lang", entry.language);
  xml.text(entry.title);
  xml.close();
  add_element(xml, "updated", entry.updated);
  add_link(xml, "alternate", "text/html", entry.link);
  if (!entry.summary.empty()) add_element(xml, "summary", entry.summary);
  xml.close();
}

}  // namespace

std::string write_atom(const Feed& feed) {
  std::string updated = feed.updated;
  if (!feed.entries.empty())
    updated = std::ranges::max_element(feed.entries, {}, &FeedEntry::updated)->updated;
  XmlBuilder xml;
  xml.open("feed");
  xml.attribute("xmlns", "http://www.w3.org/2005/Atom");
  xml.attribute("xml:lang", feed.language);
  add_element(xml, "id", feed.id);
  add_element(xml, "title", feed.title);
  if (!feed.subtitle.empty()) add_element(xml, "subtitle", feed.subtitle);
  add_element(xml, "updated", updated);
  xml.open("author");
  add_element(xml, "name", feed.author);
  xml.close();
  add_link(xml, "self", kMediaType, feed.self);
  add_link(xml, "next", kMediaType, feed.next);
  add_link(xml, "alternate", "text/html", feed.page);
  for (const FeedEntry& entry : feed.entries) add_entry(xml, entry);
  xml.close();
  return xml.take();
}

}  // namespace undex::serve
