// MARCXML, with or without its namespace, also inside an answer of OAI-PMH.
#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "corpus/xml/tags.h"
#include "indexer/convert/marc/notation.h"
#include "indexer/convert/xml/source.h"
#include "undex/error.h"

namespace undex {
namespace {

bool recognises(std::string_view bytes) {
  const std::string root = xml_root_of(bytes);
  if (root != "collection" && root != "record" && root != "OAI-PMH") return false;
  return has_early_tag(bytes, "datafield") || has_early_tag(bytes, "controlfield");
}

/// The innermost elements called record: in OAI-PMH a record holds the record.
std::optional<MarcSpan> next(std::string_view bytes, std::size_t from) {
  std::optional<std::size_t> begin;
  for (XmlTags tags(bytes, from); tags.next();) {
    const XmlTag& tag = tags.tag();
    if (tag.name != "record") continue;
    if (tag.kind == XmlTag::Kind::open) begin = tag.begin;
    if (tag.kind == XmlTag::Kind::close && begin) return MarcSpan{*begin, tag.end, {}};
  }
  if (begin) return MarcSpan{*begin, bytes.size(), "a record without an end: the file is cut off"};
  return std::nullopt;
}

/// With what stands before the root and the root's own tag, where prefixes are declared.
std::string cut(std::string_view bytes, const MarcSpan& span) {
  const std::string_view record = bytes.substr(span.begin, span.end - span.begin);
  XmlTags tags(bytes);
  while (tags.next() && tags.tag().kind != XmlTag::Kind::open) {
  }
  const XmlTag& root = tags.tag();
  if (root.begin >= span.begin)
    return std::string(bytes.substr(0, root.begin)) + std::string(record);
  const std::string_view tag = bytes.substr(root.begin + 1, root.end - root.begin - 1);
  const std::string name(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
  return std::string(bytes.substr(0, root.end)) + std::string(record) + "</" + name + ">";
}

const xmlNode* find_record(const xmlNode* node) {
  const bool is_one =
      name_of(node) == "record" && (child(node, "datafield") || child(node, "controlfield"));
  if (is_one) return node;
  for (const xmlNode* at : elements(node)) {
    if (const xmlNode* found = find_record(at)) return found;
  }
  return nullptr;
}

MarcField field_of(const xmlNode* node) {
  MarcField field;
  field.tag = attribute(node, "tag", "").value_or("");
  if (name_of(node) == "controlfield") {
    field.value = text_in(node);
    return field;
  }
  for (const xmlNode* at : elements(node)) {
    const std::string code = attribute(at, "code", "").value_or("");
    if (name_of(at) == "subfield" && code.size() == 1)
      field.subfields.emplace_back(code[0], text_in(at));
  }
  return field;
}

MarcRecord read(std::string_view bytes, std::string_view name) {
  XmlSource source = read_xml_source(bytes, name);
  const xmlNode* record = find_record(source.root());
  if (!record)
    throw Error(ErrorKind::check, "no MARC record in it", "export it again from the catalogue");
  MarcRecord read;
  read.notices = std::move(source.notices);
  for (const xmlNode* at : elements(record)) {
    if (name_of(at) == "datafield" || name_of(at) == "controlfield")
      read.fields.push_back(field_of(at));
  }
  return read;
}

}  // namespace

const MarcNotation kMarcXml{recognises, next, cut, read};

}  // namespace undex
