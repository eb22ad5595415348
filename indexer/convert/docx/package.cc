#include "indexer/convert/docx/package.h"

#include <algorithm>

#include "indexer/convert/docx/xml.h"
#include "indexer/convert/text/encoding.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostInflated = std::size_t{256} << 20U;
constexpr std::string_view kRemedy = "open it in a word processor and save it anew as .docx";

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

/// "word/" + "../custom/styles.xml" -> "custom/styles.xml"; a leading stroke means the root.
std::string resolve(const std::string& folder, std::string target) {
  std::replace(target.begin(), target.end(), '\\', '/');
  const std::string path = target.starts_with('/') ? target : folder + target;
  std::vector<std::string_view> steps;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view step = rest.substr(0, end);
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::string name;
  for (const std::string_view step : steps) name += (name.empty() ? "" : "/") + std::string(step);
  return name;
}

bool is_word_document(std::string_view content_type) {
  return content_type.find("wordprocessingml") != std::string_view::npos ||
         content_type.find("ms-word") != std::string_view::npos;
}

/// A UTF-16 part is legal; everything after this point reads UTF-8.
std::string as_utf8(std::string bytes) {
  if (bytes.starts_with("\xFF\xFE")) return utf16_to_utf8(std::string_view(bytes).substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return utf16_to_utf8(std::string_view(bytes).substr(2), true);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  return bytes;
}

}  // namespace

DocxPackage::DocxPackage(std::string_view bytes)
    : left_(kMostInflated), archive_(bytes, std::string(kRemedy)) {}

std::optional<std::string> DocxPackage::read_bytes(const std::string& part) {
  std::optional<std::size_t> entry = archive_.find(part);
  if (!entry) {
    std::string other = part;
    std::replace(other.begin(), other.end(), '/', '\\');
    entry = archive_.find(other);
  }
  if (!entry) return std::nullopt;
  std::string bytes = archive_.read(*entry, left_);
  left_ -= bytes.size();
  return bytes;
}

std::optional<std::string> DocxPackage::read(const std::string& part) {
  std::optional<std::string> bytes = read_bytes(part);
  if (!bytes) return std::nullopt;
  *bytes = as_utf8(std::move(*bytes));
  check_xml(*bytes, part);
  return bytes;
}

std::map<std::string, Relationship> DocxPackage::relationships(const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  std::map<std::string, Relationship> found;
  const std::optional<std::string> xml = read(name);
  if (!xml) return found;
  const XmlTree tree(*xml, name);
  for (const XmlNode node : tree.root().children()) {
    if (node.name() != "Relationship") continue;
    const std::string address = node.attribute("Type");
    const std::string target = node.attribute("Target");
    const bool external = node.attribute("TargetMode") == "External";
    found[node.attribute("Id")] = {address.substr(address.rfind('/') + 1),
                                   external ? target : resolve(folder, target), external};
  }
  return found;
}

std::vector<std::string> DocxPackage::parts() const {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < archive_.size(); ++at) names.push_back(archive_.entry(at).name);
  return names;
}

std::string DocxPackage::main_part() {
  std::map<std::string, std::string> types;  // part -> content type
  std::string by_type;
  if (const std::optional<std::string> xml = read("[Content_Types].xml")) {
    const XmlTree tree(*xml, "[Content_Types].xml");
    for (const XmlNode node : tree.root().children()) {
      const std::string type = node.attribute("ContentType");
      const std::string name = resolve("", node.attribute("PartName"));
      types[name] = type;
      if (is_word_document(type) && type.find("main+xml") != std::string::npos) by_type = name;
    }
  }
  for (const auto& [id, relationship] : relationships("")) {
    if (relationship.type != "officeDocument" || relationship.external) continue;
    const auto type = types.find(relationship.target);
    if (type == types.end() ? !by_type.empty() || relationship.target.starts_with("word/")
                            : is_word_document(type->second) || type->second.empty())
      return relationship.target;
  }
  return by_type;
}

}  // namespace undex
