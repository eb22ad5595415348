#include "indexer/convert/docx/comment_parts.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "indexer/convert/docx/element_maker.h"
#include "indexer/convert/docx/xml.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr const char* kContentTypes = "[Content_Types].xml";
constexpr const char* kType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr const char* kRelationships =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
constexpr const char* kStrictOffice =
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";

const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

std::string part_of_comments(DocxPackage& package, const std::string& main) {
  for (const auto& [id, relationship] : package.relationships(main)) {
    if (relationship.type == "comments" && !relationship.external) return relationship.target;
  }
  return {};
}

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

/// Names of parts that differ by capitals only are the same to Word.
std::string free_name(DocxPackage& package, const std::string& folder) {
  std::set<std::string> taken;
  for (const std::string& part : package.parts()) taken.insert(to_lower(part));
  for (int number = 0;; ++number) {
    std::string name = folder + "comments" + (number == 0 ? "" : std::to_string(number)) + ".xml";
    if (!taken.contains(to_lower(name))) return name;
  }
}

/// The next element of the tree in reading order.
xmlNode* next_element(xmlNode* node, const xmlNode* root) {
  if (xmlNode* child = xmlFirstElementChild(node)) return child;
  while (node != root) {
    if (xmlNode* next = xmlNextElementSibling(node)) return next;
    node = node->parent;
  }
  return nullptr;
}

void add_ids_of(xmlNode* root, std::set<int>& ids) {
  for (xmlNode* node = root; node; node = next_element(node, root)) {
    const XmlNode seen(node);
    const std::string_view name = seen.name();
    if (name != "comment" && !name.starts_with("commentR")) continue;
    ids.insert(seen.number("id").value_or(0));
  }
}

void add_comment(const ElementMaker& maker, xmlNode* root, const std::string& author,
                 const std::string& date, const WrittenComment& written) {
  xmlNode* comment = maker.add(root, "comment");
  maker.set(comment, "id", written.id);
  maker.set(comment, "author", author);
  if (!date.empty()) maker.set(comment, "date", date);
  maker.set(comment, "initials", author);
  for (const std::string_view line : split(written.says, '\n'))
    maker.write(maker.add(maker.add(maker.add(comment, "p"), "r"), "t"), line);
}

std::string related_to_comments(DocxPackage& package, const std::string& name, bool strict,
                                const std::string& target) {
  const std::optional<std::string> xml = package.read(name);
  XmlTree tree(xml ? *xml : "<Relationships xmlns=\"" + std::string(kRelationships) + "\"/>", name);
  std::string id = "undexComments";
  const std::vector<XmlNode> known = XmlNode(tree.edit()).children();
  while (std::any_of(known.begin(), known.end(),
                     [&](const XmlNode& node) { return node.attribute("Id") == id; }))
    id += "1";
  xmlNode* added = xmlNewChild(tree.edit(), tree.edit()->ns, chars("Relationship"), nullptr);
  xmlNewProp(added, chars("Id"), chars(id.c_str()));
  xmlNewProp(added, chars("Type"), chars(strict ? kStrictOffice : kOffice));
  xmlNewProp(added, chars("Target"), chars(target.c_str()));
  return tree.bytes();
}

std::string types_with_comments(DocxPackage& package, const std::string& part) {
  const std::optional<std::string> xml = package.read(kContentTypes);
  if (!xml)
    throw Error(ErrorKind::check, "damaged: its list of content types is missing",
                "open it in a word processor and save it anew as .docx");
  XmlTree tree(*xml, kContentTypes);
  xmlNode* added = xmlNewChild(tree.edit(), tree.edit()->ns, chars("Override"), nullptr);
  xmlNewProp(added, chars("PartName"), chars(("/" + part).c_str()));
  xmlNewProp(added, chars("ContentType"), chars(kType));
  return tree.bytes();
}

}  // namespace

std::vector<std::string> free_comment_ids(DocxPackage& package, const std::string& main,
                                          xmlNode* document, std::size_t count) {
  std::set<int> taken{-1};
  add_ids_of(document, taken);
  const std::string part = part_of_comments(package, main);
  if (const std::optional<std::string> xml = package.read(part))
    add_ids_of(XmlTree(*xml, part).edit(), taken);
  std::vector<std::string> ids;
  const auto after = [](int id) { return id == std::numeric_limits<int>::max() ? 0 : id + 1; };
  for (int id = after(*taken.rbegin()); ids.size() < count; id = after(id))
    if (!taken.contains(id)) ids.push_back(std::to_string(id));
  return ids;
}

std::map<std::string, std::string> parts_with_comments(
    DocxPackage& package, const std::string& main, xmlNode* document, const std::string& author,
    const std::string& date, const std::vector<WrittenComment>& comments) {
  std::map<std::string, std::string> parts;
  const std::string known = part_of_comments(package, main);
  const std::optional<std::string> xml = package.read(known);
  const std::string folder = folder_of(main);
  const std::string part = xml ? known : free_name(package, folder);
  const std::string space = ElementMaker(document).space();
  XmlTree tree(xml ? *xml : "<w:comments xmlns:w=\"" + space + "\"/>", part);
  const ElementMaker maker(tree.edit());
  for (const WrittenComment& comment : comments)
    add_comment(maker, tree.edit(), author, date, comment);
  parts[part] = tree.bytes();
  if (xml) return parts;
  const std::string relationships = folder + "_rels/" + main.substr(folder.size()) + ".rels";
  parts[relationships] =
      related_to_comments(package, relationships, space.find("purl.oclc.org") != std::string::npos,
                          part.substr(folder.size()));
  parts[kContentTypes] = types_with_comments(package, part);
  return parts;
}

}  // namespace undex
