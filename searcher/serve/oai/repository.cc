#include "searcher/serve/oai/repository.h"

#include <algorithm>

#include "corpus/strings.h"
#include "corpus/xml/builder.h"
#include "searcher/serve/oai/formats.h"

namespace undex::serve::oai {
namespace {

/// Stands in identifiers where the service has no domain name: of those that never will be one.
constexpr std::string_view kNoDomain = "undex.localhost";

bool is_label(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
  });
}

/// "library.example.org" of "https://library.example.org:8443/undex".
std::string domain_of(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  const std::string_view host = url.substr(0, url.find_first_of(":/"));
  const std::vector<std::string_view> labels = split(host, '.');
  const bool is_domain = labels.size() > 1 && std::ranges::all_of(labels, is_label);
  return std::string(is_domain ? host : kNoDomain);
}

}  // namespace

Repository repository_of(const View& view, const SiteOptions& options) {
  return {.archive = *view.archive,
          .options = options,
          .items = view.items->list(),
          .base_url = options.base_url + "/oai",
          .host = domain_of(options.base_url)};
}

std::string identifier_of(const Repository& repository, const Item& item) {
  return "oai:" + repository.host + ":" + item.key;
}

const Item* find_item(const Repository& repository, std::string_view identifier) {
  const std::string begin = "oai:" + repository.host + ":";
  if (!identifier.starts_with(begin)) return nullptr;
  const auto found =
      std::ranges::find(repository.items, identifier.substr(begin.size()), &Item::key);
  return found == repository.items.end() ? nullptr : &*found;
}

VerbAnswer refused(std::string_view code, std::string text) {
  return {.faults = {{code, std::move(text)}}};
}

std::string element(std::string_view name, std::string_view text,
                    const std::vector<Parameter>& attributes) {
  std::string xml = "<" + std::string(name);
  for (const Parameter& attribute : attributes) {
    xml += " " + attribute.name + "=\"";
    append_xml(xml, attribute.value, true);
    xml += '"';
  }
  xml += '>';
  append_xml(xml, text, false);
  return xml.append("</").append(name).append(">\n");
}

std::string around(std::string_view name, std::string_view xml) {
  std::string out = "<" + std::string(name) + ">\n";
  return out.append(xml).append("</").append(name).append(">\n");
}

std::string header_of(const Repository& repository, const Item& item) {
  std::string xml = item.held.empty() ? "<header status=\"deleted\">\n" : "<header>\n";
  xml += element("identifier", identifier_of(repository, item));
  xml += element("datestamp", item.datestamp);
  for (const std::string& set : item.sets) xml += element("setSpec", set);
  return xml + "</header>\n";
}

std::string record_of(const Repository& repository, const Item& item,
                      const MetadataFormat& format) {
  std::string xml = header_of(repository, item);
  if (!item.held.empty()) xml += around("metadata", metadata_of(repository.archive, item, format));
  return around("record", xml);
}

}  // namespace undex::serve::oai
