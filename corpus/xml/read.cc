#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

#include "corpus/xml.h"
#include "corpus/xml/form.h"
#include "corpus/xml/parse.h"
#include "corpus/xml/read_marks.h"
#include "undex/error.h"

namespace undex {
namespace {

/// What to do with an Akoma Ntoso element of the text.
enum class Role { holder, label, text, table, skip };
struct RoleRow {
  std::string_view element;
  Role role;
};
constexpr std::array<RoleRow, 24> kRoles = {{
    {"preface", Role::holder},     {"preamble", Role::holder},     {"mainBody", Role::holder},
    {"attachments", Role::holder}, {"attachment", Role::holder},   {"doc", Role::holder},
    {"statement", Role::holder},   {"debateReport", Role::holder}, {"recitals", Role::holder},
    {"recital", Role::holder},     {"formula", Role::holder},      {"tblock", Role::holder},
    {"section", Role::holder},     {"paragraph", Role::holder},    {"list", Role::holder},
    {"point", Role::holder},       {"alinea", Role::holder},       {"hcontainer", Role::holder},
    {"intro", Role::holder},       {"content", Role::holder},      {"num", Role::label},
    {"heading", Role::text},       {"table", Role::table},         {"meta", Role::skip},
}};

constexpr std::array<std::string_view, 20> kTransparent = {
    "span",         "p",       "embeddedText", "authorialNote", "inline",   "docNumber",
    "docTitle",     "docDate", "session",      "docAuthority",  "docType",  "docProponent",
    "docCommittee", "ref",     "organization", "concept",       "location", "role",
    "quantity",     "date"};

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(std::string_view name) : name_(name) {}

  Document read(const xmlNode* root) {
    check(root, name_of(root) == "akomaNtoso" && namespace_of(root) == kAknNamespace,
          "the root is no akomaNtoso element");
    const std::vector<const xmlNode*> inside = elements(root);
    check(root, inside.size() == 1, "one document is expected");
    const xmlNode* data = data_of(inside.front());
    data_namespace_ = namespace_of(data);
    read_data(data);
    read_holder(inside.front(), kNone);
    end_block(root);
    for (auto& [index, table] : tables_) {
      check(root, index == document_.tables.size(), "the tables are not numbered through");
      document_.tables.push_back(std::move(table));
    }
    return std::move(document_);
  }

 private:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  void check(const xmlNode* node, bool good, const std::string& fault) const {
    if (!good) refuse_xml(name_, node, fault);
  }

  /// A block's own text comes before the blocks that stand in it.
  void check_place(const xmlNode* node, std::size_t block) const {
    check(node, block != kNone, "text stands outside a block");
    check(node, block + 1 == document_.blocks.size(), "text of a block stands after another block");
  }

  std::optional<std::string> data(const xmlNode* node, std::string_view name) const {
    return attribute(node, name, data_namespace_);
  }

  template <typename Number>
  Number number(const xmlNode* node, std::string_view name, const std::optional<std::string>& text,
                Number otherwise) const {
    if (!text) return otherwise;
    Number value{};
    const char* end = text->data() + text->size();
    const auto [stop, fault] = std::from_chars(text->data(), end, value);
    check(node, fault == std::errc() && stop == end && !text->empty(),
          "'" + *text + "' is not a number for '" + std::string(name) + "'");
    return value;
  }
  int integer(const xmlNode* node, std::string_view name, int otherwise) const {
    return number(node, name, data(node, name), otherwise);
  }

  const xmlNode* data_of(const xmlNode* document) const;
  void read_data(const xmlNode* data);
  void read_notice(const xmlNode* node);
  Locator locator(const xmlNode* node, std::string_view space) const {
    return read_locator(node, space, name_);
  }
  void read_holder(const xmlNode* node, std::size_t block);
  std::size_t begin_block(const xmlNode* node);
  void read_paragraph(const xmlNode* node, std::size_t block);
  void read_entry(const xmlNode* node);
  void read_inline(const xmlNode* node, std::string& text, Block* block);
  void read_note(const xmlNode* node, std::size_t offset);
  void read_point(const xmlNode* node, std::size_t offset);
  void end_block(const xmlNode* node);
  void read_table(const xmlNode* node);
  std::vector<std::string> read_row(const xmlNode* node);
  std::string plain_text(const xmlNode* node) {
    std::string text;
    read_inline(node, text, nullptr);
    return text;
  }

  std::string_view name_;
  std::string data_namespace_;  // that of the file's form
  Document document_;
  std::map<std::size_t, Table> tables_;
  std::map<std::size_t, NoteReference> notes_;  // of the last block begun
  std::map<std::size_t, InlinePoint> points_;
};

/// Our own data, and with them the number of the form.
const xmlNode* Reader::data_of(const xmlNode* document) const {
  const xmlNode* proprietary = child(child(document, "meta"), "proprietary");
  const xmlNode* found = proprietary ? child(proprietary, "document") : nullptr;
  check(document, found && namespace_of(found).starts_with(kDataNamespaceStem),
        "it is Akoma Ntoso, but not of undex");
  const std::string form(namespace_of(found).substr(kDataNamespaceStem.size()));
  const int version = number(found, "form", std::optional(form), 0);
  check(found, version >= 1, "'" + form + "' is not the number of a form");
  if (version > kDocumentForm)
    throw Error(ErrorKind::version,
                "cannot read document '" + std::string(name_) + "': it is in form " + form +
                    ", this program reads 1 to " + std::to_string(kDocumentForm),
                "use the undex that wrote it, or a newer one");
  return found;
}

void Reader::read_data(const xmlNode* data) {
  bool provenance = false;
  for (const xmlNode* node : elements(data)) {
    const std::string_view name = name_of(node);
    const auto value = [&](std::string_view attribute_name) {
      return attribute(node, attribute_name, "").value_or("");
    };
    if (name == "symbol") {
      document_.symbol.parts.push_back(plain_text(node));
    } else if (name == "provenance" && !provenance) {
      provenance = true;
      Provenance& from = document_.provenance;
      from.source = unescape_path(value("source"));
      from.format = value("format");
      from.media_type = value("mediaType");
      from.sha256 = value("sha256");
      from.size_bytes = number<std::size_t>(node, "size", attribute(node, "size", ""), 0);
      from.added = value("added");
    } else if (name == "notice") {
      read_notice(node);
    } else if (name == "marks") {
      document_.marks = read_marks(node, name_);
    } else {
      refuse_xml(name_, node, "element '" + std::string(name) + "' is not expected here");
    }
  }
  check(data, provenance, "it does not say where the document came from");
}

void Reader::read_notice(const xmlNode* node) {
  Notice notice;
  const std::string level = attribute(node, "level", "").value_or("");
  check(node, level == "info" || level == "warning", "'" + level + "' is not a level of notices");
  notice.level = level == "warning" ? Notice::Level::warning : Notice::Level::info;
  notice.code = attribute(node, "code", "").value_or("");
  notice.locator = locator(node, "");
  notice.text = plain_text(node);
  document_.notices.push_back(std::move(notice));
}

std::size_t Reader::begin_block(const xmlNode* node) {
  end_block(node);
  const std::string kind = data(node, "kind").value_or("");
  const std::optional<BlockKind> known = block_kind(kind);
  check(node, known.has_value(), "'" + kind + "' is not a kind of block");
  Block block;
  block.kind = *known;
  block.locator = locator(node, data_namespace_);
  block.level = integer(node, "level", 0);
  block.section = integer(node, "section", -1);
  block.page = integer(node, "page", 0);
  block.table = integer(node, "table", -1);
  document_.blocks.push_back(std::move(block));
  return document_.blocks.size() - 1;
}

/// An element that holds others. A block begins where the kind is given; what stands in it up to
/// the next one is its own.
void Reader::read_holder(const xmlNode* node, std::size_t block) {
  if (data(node, "kind")) block = begin_block(node);
  for (const xmlNode* at = node->children; at; at = at->next) {
    if (at->type == XML_TEXT_NODE)
      check(at, blank(reinterpret_cast<const char*>(at->content)), "text stands outside a block");
    if (at->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = name_of(at);
    const auto row = std::find_if(kRoles.begin(), kRoles.end(),
                                  [&](const RoleRow& role) { return role.element == name; });
    if (name == "p") {
      read_paragraph(at, block);
      continue;
    }
    check(at, row != kRoles.end() && namespace_of(at) == kAknNamespace,
          "element '" + std::string(name) + "' is not expected here");
    if (row->role == Role::label || row->role == Role::text) check_place(at, block);
    switch (row->role) {
      case Role::holder:
        read_holder(at, block);
        break;
      case Role::label:
        document_.blocks[block].label += plain_text(at);
        break;
      case Role::text:
        read_inline(at, document_.blocks[block].text, &document_.blocks[block]);
        break;
      case Role::table:
        read_table(at);
        break;
      case Role::skip:
        break;
    }
  }
}

void Reader::read_paragraph(const xmlNode* node, std::size_t block) {
  if (data(node, "item")) {
    read_entry(node);
  } else if (node->children || block != kNone) {
    check_place(node, block);
    read_inline(node, document_.blocks[block].text, &document_.blocks[block]);
  }
}

void Reader::read_entry(const xmlNode* node) {
  const std::string name = data(node, "item").value_or("");
  const std::optional<MastheadItem> item = masthead_item(name);
  check(node, item.has_value(), "'" + name + "' is not an item of the masthead");
  document_.masthead.add(*item, {.printed = plain_text(node),
                                 .normal = data(node, "normal").value_or(""),
                                 .flag = data(node, "flag").value_or("")});
}

/// Appends the running text; markers go to the block, where there may be any.
void Reader::read_inline(const xmlNode* node, std::string& text, Block* block) {
  for (const xmlNode* at = node->children; at; at = at->next) {
    if (at->type == XML_TEXT_NODE) text += reinterpret_cast<const char*>(at->content);
    if (at->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = name_of(at);
    if (name == "br")
      text += '\n';
    else if (name == "noteRef" && block)
      read_note(at, text.size());
    else if (name == "marker" && block)
      read_point(at, text.size());
    else if (std::find(kTransparent.begin(), kTransparent.end(), name) != kTransparent.end())
      read_inline(at, text, block);
    else
      refuse_xml(name_, at, "element '" + std::string(name) + "' is not expected in a text");
  }
}

void Reader::read_note(const xmlNode* node, std::size_t offset) {
  const auto index = number(node, "index", data(node, "index"), notes_.size());
  const std::string marker = attribute(node, "marker", "").value_or("");
  check(node, notes_.emplace(index, NoteReference{offset, marker}).second,
        "two notes have one number");
}

void Reader::read_point(const xmlNode* node, std::size_t offset) {
  InlinePoint& point = points_[number(node, "index", data(node, "index"), points_.size())];
  if (attribute(node, "name", "") == "pointEnd") {
    point.end = offset;
  } else {
    point.begin = offset;
    point.locator = locator(node, data_namespace_);
  }
}

/// A block's text is complete before the next block begins: its markers get their order.
void Reader::end_block(const xmlNode* node) {
  for (auto& [index, note] : notes_) {
    std::vector<NoteReference>& list = document_.blocks.back().notes;
    check(node, index == list.size(), "the notes of a text are not numbered through");
    list.push_back(std::move(note));
  }
  for (auto& [index, point] : points_) {
    std::vector<InlinePoint>& list = document_.blocks.back().points;
    check(node, index == list.size(), "the points of a text are not numbered through");
    list.push_back(std::move(point));
  }
  notes_.clear();
  points_.clear();
}

void Reader::read_table(const xmlNode* node) {
  Table table;
  table.header_rows = integer(node, "headerRows", 0);
  table.check = data(node, "check").value_or("");
  table.rebuilt = data(node, "rebuilt") == "true";
  const int rows = integer(node, "rows", -1);
  for (const xmlNode* at : elements(node)) {
    if (name_of(at) == "tr") {
      if (rows != 0) table.rows.push_back(read_row(at));
      continue;
    }
    check(at, name_of(at) == "caption",
          "element '" + std::string(name_of(at)) + "' is not expected in a table");
    for (const xmlNode* part : elements(at))
      (attribute(part, "name", "") == "label" ? table.label : table.title) = plain_text(part);
  }
  check(node, rows >= 0 && table.rows.size() == static_cast<std::size_t>(rows),
        "the table has not as many rows as it says");
  const int index = integer(node, "index", -1);
  const bool new_one =
      index >= 0 && tables_.emplace(static_cast<std::size_t>(index), std::move(table)).second;
  check(node, new_one, "a table is not numbered, or twice");
}

std::vector<std::string> Reader::read_row(const xmlNode* node) {
  std::vector<std::string> cells;
  if (integer(node, "cells", -1) == 0) return cells;
  for (const xmlNode* cell : elements(node)) {
    check(cell, name_of(cell) == "td" || name_of(cell) == "th", "this is no cell of a table");
    std::string text;
    for (const xmlNode* paragraph : elements(cell)) read_inline(paragraph, text, nullptr);
    cells.push_back(std::move(text));
  }
  return cells;
}

}  // namespace

Document read_document_xml(std::string_view xml, std::string_view name) {
  const XmlTree tree = parse_xml(xml, name);
  return Reader(name).read(xmlDocGetRootElement(tree.get()));
}

}  // namespace undex
