#include "indexer/convert/akn/akn.h"

#include <optional>
#include <utility>
#include <vector>

#include "corpus/date.h"
#include "corpus/xml.h"
#include "corpus/xml/form.h"
#include "indexer/convert/akn/body.h"
#include "indexer/convert/xml/language_codes.h"
#include "indexer/convert/xml/source.h"
#include "undex/error.h"
#include "undex/symbol.h"

namespace undex {
namespace {

/// Declared on the root, before any text.
bool is_ours(std::string_view bytes) {
  const std::size_t root = bytes.find("<akomaNtoso");
  if (root == std::string_view::npos) return false;
  const std::string_view tag = bytes.substr(root, bytes.find('>', root) - root);
  return tag.find(kDataNamespaceStem) != std::string_view::npos;
}

ConvertedText read_ours(std::string_view bytes, std::string_view name) {
  ConvertedText text;
  try {
    text.stated = read_document_xml(bytes, name);
  } catch (const Error& error) {
    throw Error(ErrorKind::check, error.what(), error.hint);
  }
  text.language = text.stated->language();
  return text;
}

/// The first element of that name anywhere in the tree of meta, in order.
const xmlNode* find(const xmlNode* node, std::string_view name) {
  for (const xmlNode* at : node ? elements(node) : std::vector<const xmlNode*>()) {
    if (name_of(at) == name) return at;
    if (const xmlNode* inside = find(at, name)) return inside;
  }
  return nullptr;
}

std::string value_of(const xmlNode* node, std::string_view name) {
  return node ? attribute(node, name, "").value_or("") : std::string();
}

/// All elements of that name in the tree, in order.
void find_all(const xmlNode* node, std::string_view name, std::vector<const xmlNode*>& found) {
  for (const xmlNode* at : elements(node)) {
    if (name_of(at) == name) found.push_back(at);
    find_all(at, name, found);
  }
}

/// What is a symbol as a whole: a reference such as "ODA/2023-00042" is none.
void add_symbol(const std::string& text, Masthead& named) {
  const std::vector<SymbolMatch> found = find_symbols(text);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != text.size()) return;
  for (const std::string& part : found[0].symbol.parts)
    named.add(MastheadItem::symbol, {text, part, ""});
}

void read_symbols(const xmlNode* document, const xmlNode* work, Masthead& named) {
  std::vector<const xmlNode*> printed;
  find_all(document, "docNumber", printed);
  for (const xmlNode* at : printed) add_symbol(text_in(at), named);
  if (!work || named.find(MastheadItem::symbol)) return;
  for (const xmlNode* at : elements(work)) {
    if (name_of(at) == "FRBRalias") add_symbol(value_of(at, "value"), named);
  }
  if (!named.find(MastheadItem::symbol))
    add_symbol(value_of(find(work, "FRBRnumber"), "showAs"), named);
}

void read_date(const xmlNode* printed, const xmlNode* work, Masthead& named) {
  const std::string stated = value_of(printed ? printed : find(work, "FRBRdate"), "date");
  const std::optional<Date> date = parse_date(stated);
  // A date that is not known is written as 0001-01-01.
  if (!date || date->year < 1900) return;
  named.add(MastheadItem::date, {printed ? text_in(printed) : stated, date->iso(), ""});
}

/// Symbol, date and title in elements of their own, else as the metadata say.
Masthead named_in(const xmlNode* document) {
  Masthead named;
  const xmlNode* work = find(child(document, "meta"), "FRBRWork");
  if (!work) work = find(document, "FRBRWork");
  read_symbols(document, work, named);
  read_date(find(document, "docDate"), work, named);
  const std::string title = text_in(find(document, "docTitle"));
  if (!title.empty()) named.add(MastheadItem::title, {title, title, ""});
  return named;
}

}  // namespace

bool recognises_akn(std::string_view bytes) {
  const std::string root = xml_root_of(bytes);
  return root == "akomaNtoso" || root == "akomantoso";
}

ConvertedText convert_akn(std::string_view bytes, std::string_view name) {
  if (is_ours(bytes)) return read_ours(bytes, name);
  XmlSource source = read_xml_source(bytes, name);
  ConvertedText text;
  text.notices = std::move(source.notices);
  AknBody body;
  body.read(source.root());
  text.blocks = body.take();
  const std::vector<const xmlNode*> documents = elements(source.root());
  if (documents.empty()) return text;
  text.language =
      two_letter_language(value_of(find(documents.front(), "FRBRlanguage"), "language"));
  text.named = named_in(documents.front());
  return text;
}

}  // namespace undex
