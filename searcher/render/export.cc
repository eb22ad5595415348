#include "searcher/render/export.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/authority.h"
#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/cells.h"
#include "searcher/render/json_text.h"
#include "searcher/render/render.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;

enum class Type { text, number };

/// A column of the rows that one kind of finding gives.
template <typename Finding>
struct Column {
  std::string_view name;
  std::string (*cell)(const Document&, const Finding&);
  Type type = Type::text;
};

struct Sheet {
  std::vector<std::pair<std::string_view, Type>> columns;
  std::vector<rendering::Cells> rows;
};

/// Every row begins with the place and the document.
template <typename Finding, std::size_t kCount>
Sheet sheet(const Document& document, const std::vector<Finding>& findings,
            Locator (*where)(const Document&, const Finding&),
            const Column<Finding> (&columns)[kCount]) {
  Sheet out{{{"place", Type::text}, {"document", Type::text}, {"locator", Type::text}}, {}};
  for (const Column<Finding>& column : columns) out.columns.emplace_back(column.name, column.type);
  const std::string name = document.name();
  for (const Finding& finding : findings) {
    const std::string locator = where(document, finding).text();
    rendering::Cells row = {place_name(name, locator), name, locator};
    for (const Column<Finding>& column : columns) row.push_back(column.cell(document, finding));
    out.rows.push_back(std::move(row));
  }
  return out;
}

template <typename Mark>
Locator of_mark(const Document& document, const Mark& mark) {
  return locator_of(document, mark.span);
}

template <typename Mark>
std::string as_printed(const Document& document, const Mark& mark) {
  return words_of(document, mark.span);
}

template <typename Mark>
std::string rule_of(const Document&, const Mark& mark) {
  return mark.rule;
}

template <typename Mark>
std::string id_of(const Document&, const Mark& mark) {
  return mark.id;
}

Sheet masthead(const Document& document) {
  using Entry = MastheadEntry;
  static constexpr Column<Entry> kColumns[] = {
      {"field", [](const Document&, const Entry& e) { return std::string(name_of(e.item)); }},
      {"value", [](const Document&, const Entry& e) { return e.value.normal; }},
      {"printed", [](const Document&, const Entry& e) { return e.value.printed; }},
      {"flag", [](const Document&, const Entry& e) { return e.value.flag; }},
  };
  return sheet<Entry>(
      document, document.masthead.entries,
      [](const Document&, const Entry&) {
        return Locator{.part = "masthead", .number = {}, .points = {}};
      },
      kColumns);
}

/// The digits of "18." for numbered paragraphs, else nothing.
std::string number_of(const Block& block) {
  if (block.kind != BlockKind::paragraph) return {};
  const std::size_t end = block.label.find_first_not_of("0123456789");
  const std::string digits = block.label.substr(0, end);
  return digits.empty() ? block.locator.number : digits;
}

Sheet paragraphs(const Document& document) {
  static constexpr Column<Block> kColumns[] = {
      {"kind", [](const Document&, const Block& b) { return std::string(name_of(b.kind)); }},
      {"number", [](const Document&, const Block& b) { return number_of(b); }},
      {"text", [](const Document&, const Block& b) { return b.text; }},
  };
  std::vector<Block> blocks = document.blocks;
  std::erase_if(blocks, [](const Block& block) {
    return block.kind == BlockKind::furniture || block.text.empty();
  });
  return sheet<Block>(
      document, blocks, [](const Document&, const Block& block) { return block.locator; },
      kColumns);
}

struct CitationRow {
  MarkSpan span;
  Reference reference;
  std::string_view type;
};

// Catalogues and other lists know some parts of a document by themselves and others only with the
// whole. So a citation of a part (resolution 46/36 L, a section of the budget) has a second row, of
// a type of its own, that names the whole.
std::vector<CitationRow> citation_rows(const Document& document) {
  std::vector<CitationRow> rows;
  for (const Reference& reference : document.marks.references) {
    rows.push_back({reference.span, reference, name_of(reference.kind)});
    const Symbol whole = whole_symbol(reference.cited);
    if (whole == reference.cited || reference.cited.names(document.symbol)) continue;
    rows.push_back({reference.span, reference, "whole"});
    rows.back().reference.cited = whole;
  }
  return rows;
}

Sheet citations(const Document& document) {
  using Doc = Document;
  using Row = CitationRow;
  static constexpr Column<Row> kColumns[] = {
      {"cited", [](const Doc&, const Row& r) { return r.reference.cited.text(); }},
      {"pinpoint", [](const Doc&, const Row& r) { return citation_of(r.reference.pinpoints); }},
      {"type", [](const Doc&, const Row& r) { return std::string(r.type); }},
      {"relation",
       [](const Doc&, const Row& r) { return std::string(name_of(r.reference.relation)); }},
      {"dated", [](const Doc&, const Row& r) { return r.reference.dated; }},
      {"reissue", [](const Doc&, const Row& r) { return r.reference.reissue; }},
      {"target", [](const Doc&, const Row& r) { return r.reference.target; }},
      {"as_printed", as_printed<Row>},
      {"rule", [](const Doc&, const Row& r) { return r.reference.rule; }},
  };
  return sheet(document, citation_rows(document), of_mark<Row>, kColumns);
}

Sheet figures(const Document& document) {
  using Doc = Document;
  using Mark = FigureMark;
  static constexpr Column<Mark> kColumns[] = {
      {"value", [](const Doc&, const Mark& m) { return m.figure.value; }, Type::number},
      {"upper", [](const Doc&, const Mark& m) { return m.figure.upper; }, Type::number},
      {"unit", [](const Doc&, const Mark& m) { return m.figure.unit; }},
      {"qualifier",
       [](const Doc&, const Mark& m) { return std::string(name_of(m.figure.qualifier)); }},
      {"period", [](const Doc&, const Mark& m) { return m.figure.period.iso; }},
      {"period_kind",
       [](const Doc&, const Mark& m) { return std::string(name_of(m.figure.period.kind)); }},
      {"period_printed", [](const Doc&, const Mark& m) { return m.figure.period.printed; }},
      {"measure", [](const Doc&, const Mark& m) { return m.figure.measure; }},
      {"as_printed", as_printed<Mark>},
      {"rule", rule_of<Mark>},
  };
  return sheet(document, document.marks.figures, of_mark<Mark>, kColumns);
}

Sheet mentions(const Document& document) {
  using Doc = Document;
  static constexpr Column<NameMark> kColumns[] = {
      {"name", [](const Doc&, const NameMark& m) { return m.name; }},
      {"kind", [](const Doc&, const NameMark& m) { return std::string(name_of(m.kind)); }},
      {"id", id_of<NameMark>},
      {"as_printed", as_printed<NameMark>},
      {"rule", rule_of<NameMark>},
  };
  return sheet(document, document.marks.names, of_mark<NameMark>, kColumns);
}

std::string preferred(const Document&, const StatusMark& mark) {
  const Name* name = find_name(mark.id);
  return name ? name->preferred : std::string();
}

Sheet statuses(const Document& document) {
  using Doc = Document;
  static constexpr Column<StatusMark> kColumns[] = {
      {"name", preferred},
      {"id", id_of<StatusMark>},
      {"status", [](const Doc&, const StatusMark& m) { return std::string(name_of(m.status)); }},
      {"as_printed", as_printed<StatusMark>},
  };
  return sheet(document, document.marks.statuses, of_mark<StatusMark>, kColumns);
}

Sheet definitions(const Document& document) {
  static constexpr Column<Definition> kColumns[] = {
      {"short_form", [](const Document&, const Definition& d) { return d.short_form; }},
      {"long_form", [](const Document&, const Definition& d) { return d.long_form; }},
      {"id", id_of<Definition>},
  };
  return sheet(document, document.marks.definitions, of_mark<Definition>, kColumns);
}

Sheet dates(const Document& document) {
  static constexpr Column<DateMark> kColumns[] = {
      {"date", [](const Document&, const DateMark& d) { return d.iso; }},
      {"as_printed", as_printed<DateMark>},
  };
  return sheet(document, document.marks.dates, of_mark<DateMark>, kColumns);
}

std::string quoted_from(const Document& document, const QuoteMark& mark) {
  const auto& references = document.marks.references;
  const auto index = static_cast<std::size_t>(mark.reference);
  return mark.reference < 0 || index >= references.size() ? "" : references[index].cited.text();
}

Sheet quotes(const Document& document) {
  static constexpr Column<QuoteMark> kColumns[] = {
      {"cited", quoted_from},
      {"as_printed", as_printed<QuoteMark>},
  };
  return sheet(document, document.marks.quotes, of_mark<QuoteMark>, kColumns);
}

Sheet notices(const Document& document) {
  using Doc = Document;
  static constexpr Column<Notice> kColumns[] = {
      {"level",
       [](const Doc&, const Notice& n) {
         return std::string(n.level == Notice::Level::warning ? "warning" : "info");
       }},
      {"code", [](const Doc&, const Notice& n) { return n.code; }},
      {"text", [](const Doc&, const Notice& n) { return n.text; }},
  };
  return sheet<Notice>(
      document, document.notices, [](const Doc&, const Notice& n) { return n.locator; }, kColumns);
}

struct Kind {
  std::string_view name;
  Sheet (*sheet)(const Document&);
};
constexpr Kind kKinds[] = {
    {"masthead", masthead},       {"paragraphs", paragraphs}, {"citations", citations},
    {"figures", figures},         {"mentions", mentions},     {"statuses", statuses},
    {"definitions", definitions}, {"dates", dates},           {"quotes", quotes},
    {"notices", notices},
};

const Kind& require_kind(std::string_view name) {
  const auto* found = std::find_if(std::begin(kKinds), std::end(kKinds),
                                   [&](const Kind& kind) { return kind.name == name; });
  if (found != std::end(kKinds)) return *found;
  std::string names;
  for (const Kind& kind : kKinds) names += (names.empty() ? "" : ", ") + std::string(kind.name);
  throw Error(ErrorKind::usage, "'" + printable(name) + "' is nothing that can be exported",
              "choose one of " + names);
}

/// A number as the digits say; text that is none stays text; nothing is null.
Json number_json(const std::string& cell) {
  if (cell.empty()) return nullptr;
  Json number = Json::parse(cell, nullptr, false);
  return number.is_number() ? number : Json(cell);
}

std::string jsonl(const Sheet& sheet) {
  std::string out;
  for (const rendering::Cells& row : sheet.rows) {
    Json line = {{"format_version", kOutputVersion}};
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto& [name, type] = sheet.columns[i];
      line[std::string(name)] = type == Type::number ? number_json(row[i]) : Json(row[i]);
    }
    out += rendering::json_line(line);
  }
  return out;
}

}  // namespace

std::vector<std::string_view> export_kinds() {
  std::vector<std::string_view> names;
  for (const Kind& kind : kKinds) names.push_back(kind.name);
  return names;
}

std::string render_export(const Document& document, std::string_view kind, std::string_view form) {
  const Sheet sheet = require_kind(kind).sheet(document);
  if (form == "jsonl") return jsonl(sheet);
  if (form == "tsv") return rendering::tsv(sheet.rows);
  if (form == "csv") return rendering::csv(sheet.rows);
  throw Error(ErrorKind::version, "form '" + printable(form) + "' is not offered",
              "choose jsonl, tsv or csv");
}

std::string render_export_header(std::string_view kind, std::string_view form) {
  if (form != "csv") return {};
  rendering::Cells names;
  for (const auto& column : require_kind(kind).sheet({}).columns) names.emplace_back(column.first);
  return rendering::csv({names});
}

}  // namespace undex
