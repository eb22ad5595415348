#include "corpus/xml/builder.h"
#include "searcher/serve/discovery/discovery.h"
#include "searcher/serve/page/texts.h"

namespace undex::serve {
namespace {

constexpr std::size_t kMostShortName = 16;  // characters

/// The first characters of the text.
std::string_view characters(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < most; ++count) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return text.substr(0, at);
}

void add_element(XmlBuilder& xml, std::string_view name, std::string_view value) {
  xml.open(name);
  xml.text(value);
  xml.close();
}

void add_url(XmlBuilder& xml, std::string_view type, std::string_view relation,
             const std::string& address) {
  xml.open("Url");
  xml.attribute("type", type);
  xml.attribute("rel", relation);
  xml.attribute("template", address);
  xml.close();
}

}  // namespace

HttpResponse opensearch(const Call& call) {
  const SiteOptions& options = call.site.options();
  const Texts texts = texts_for(call.request);
  XmlBuilder xml;
  xml.open("OpenSearchDescription");
  xml.attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/");
  add_element(xml, "ShortName", characters(options.name, kMostShortName));
  add_element(xml, "Description", texts("site"));
  if (options.admin_email.find('@') != std::string::npos)
    add_element(xml, "Contact", options.admin_email);
  add_url(xml, "text/html", "results", options.base_url + "/search?q={searchTerms}");
  add_url(xml, "application/atom+xml", "results", options.base_url + "/feed?q={searchTerms}");
  add_url(xml, "application/opensearchdescription+xml", "self",
          options.base_url + "/opensearch.xml");
  for (const std::string& language : Texts::languages()) add_element(xml, "Language", language);
  add_element(xml, "InputEncoding", "UTF-8");
  add_element(xml, "OutputEncoding", "UTF-8");
  xml.close();
  HttpResponse response{.media_type = "application/opensearchdescription+xml; charset=utf-8",
                        .body = xml.take()};
  response.set("vary", "accept-language");
  return response;
}

}  // namespace undex::serve
