#include "corpus/xml/meta.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "corpus/text.h"
#include "corpus/xml/form.h"
#include "corpus/xml/marks.h"

namespace undex {
namespace {

struct ActorRow {
  std::string_view head;  ///< of the symbol, up to its first stroke
  std::string_view id;
  std::string_view name;
};
constexpr std::array<ActorRow, 6> kActors = {{
    {"A", "un-ga", "General Assembly"},
    {"E", "un-ecosoc", "Economic and Social Council"},
    {"S", "un-sc", "Security Council"},
    {"T", "un-tc", "Trusteeship Council"},
    {"ST", "un-secretariat", "Secretariat"},
    {"", "un", "United Nations"},
}};

const ActorRow& actor_of(const Document& document) {
  const std::string first =
      document.symbol.parts.empty() ? std::string() : document.symbol.parts.front();
  const std::string head = first.substr(0, first.find('/'));
  return *std::find_if(kActors.begin(), kActors.end(),
                       [&](const ActorRow& row) { return row.head.empty() || row.head == head; });
}

struct LanguageRow {
  std::string_view two;
  std::string_view three;
};
constexpr std::array<LanguageRow, 7> kLanguages = {{{"ar", "ara"},
                                                    {"de", "deu"},
                                                    {"en", "eng"},
                                                    {"es", "spa"},
                                                    {"fr", "fra"},
                                                    {"ru", "rus"},
                                                    {"zh", "zho"}}};

std::string language_of(const Document& document) {
  const std::string language = document.language();
  for (const LanguageRow& row : kLanguages)
    if (row.two == language) return std::string(row.three);
  return language;
}

/// One step of an IRI: "/" -> "-", blank -> "_", what a URI cannot hold -> "_".
std::string step(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '.' || c == '(' || c == ')';
    out += c == '/' ? '-' : plain ? c : '_';
  }
  return out.empty() ? "unnamed" : out;
}

std::string date_step(const Document& document) {
  const std::string date = document.masthead.normal(MastheadItem::date);
  return date.empty() ? "undated" : step(date);
}

void write_date(XmlBuilder& xml, std::string_view date, std::string_view name) {
  // The schema knows whole days only. What the document says of its date is in the preface.
  const bool known = is_full_date(date);
  xml.open("FRBRdate");
  xml.attribute("date", known ? date : std::string_view("0001-01-01"));
  xml.attribute("name", known ? name : std::string_view("unknown"));
  xml.close();
}

void write_value(XmlBuilder& xml, std::string_view element, std::string_view value) {
  xml.open(element);
  xml.attribute("value", value);
  xml.close();
}

void write_level(XmlBuilder& xml, const Document& document, const std::string& iri,
                 std::string_view component, std::string_view date, std::string_view what) {
  write_value(xml, "FRBRthis", iri + "/!" + std::string(component));
  write_value(xml, "FRBRuri", iri);
  if (what == "work") {
    for (const std::string& part : document.symbol.parts) {
      xml.open("FRBRalias");
      xml.attribute("value", part);
      xml.attribute("name", "symbol");
      xml.close();
    }
  }
  write_date(xml, date, what);
  xml.open("FRBRauthor");
  xml.attribute("href", "#" + std::string(what == "file" ? "undex" : actor_of(document).id));
  xml.close();
}

void write_identification(XmlBuilder& xml, const Document& document, std::string_view component) {
  const std::string work = work_iri(document);
  const std::string expression = work + "/" + step(language_of(document));
  const std::string date = document.masthead.normal(MastheadItem::date);
  xml.open("identification");
  xml.attribute("source", "#undex");
  xml.open("FRBRWork");
  write_level(xml, document, work, component, date, "work");
  write_value(xml, "FRBRcountry", "un");
  write_value(xml, "FRBRsubtype", akn_kind(document).subtype);
  xml.open("FRBRnumber");
  xml.attribute("value", step(document.name()));
  xml.attribute("showAs", document.name());
  xml.close();
  xml.close();
  xml.open("FRBRExpression");
  write_level(xml, document, expression, component, date, "expression");
  xml.open("FRBRlanguage");
  xml.attribute("language", language_of(document));
  xml.close();
  xml.close();
  xml.open("FRBRManifestation");
  write_level(xml, document, expression + ".xml", component,
              std::string_view(document.provenance.added).substr(0, 10), "file");
  write_value(xml, "FRBRformat", "xml");
  xml.close();
  xml.close();
}

void write_entry(XmlBuilder& xml, const OntologyEntry& entry) {
  xml.open(entry.element);
  xml.attribute("eId", entry.id);
  xml.attribute("href", "/akn/ontology/" + std::string(entry.kind) + "/un/" + entry.id);
  xml.attribute("showAs", entry.show_as);
  xml.close();
}

void write_data(XmlBuilder& xml, const Document& document) {
  xml.open("u:document");
  for (const std::string& part : document.symbol.parts) {
    xml.open("u:symbol");
    xml.text(part);
    xml.close();
  }
  const Provenance& from = document.provenance;
  xml.open("u:provenance");
  xml.attribute("source", escape_path(from.source));
  xml.attribute("format", from.format);
  xml.attribute("mediaType", from.media_type);
  xml.attribute("sha256", from.sha256);
  xml.attribute("size", static_cast<long long>(from.size_bytes));
  xml.attribute("added", from.added);
  xml.close();
  for (const Notice& notice : document.notices) {
    xml.open("u:notice");
    xml.attribute("level", notice.level == Notice::Level::warning ? "warning" : "info");
    xml.attribute("code", notice.code);
    write_locator(xml, notice.locator, "");
    xml.text(notice.text);
    xml.close();
  }
  write_marks(xml, document);
  xml.close();
}

}  // namespace

bool is_full_date(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(at, size)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 1 || month < 1 || day < 1) return false;
  return (std::chrono::year(year) / month / day).ok();
}

std::string work_iri(const Document& document) {
  const AknKind& kind = akn_kind(document);
  return "/akn/un/" + std::string(kind.element) + "/" + std::string(kind.subtype) + "/" +
         std::string(actor_of(document).id) + "/" + date_step(document) + "/" +
         step(document.name());
}

void write_meta(XmlBuilder& xml, const Document& document,
                std::span<const OntologyEntry> ontology) {
  xml.open("meta");
  write_identification(xml, document, "main");
  xml.open("references");
  xml.attribute("source", "#undex");
  const ActorRow& actor = actor_of(document);
  const auto organization = [&](std::string_view id, std::string_view name) {
    write_entry(xml, {"TLCOrganization", "organization", std::string(id), std::string(name)});
  };
  organization(actor.id, actor.name);
  organization("undex", "undex");
  for (const OntologyEntry& entry : ontology) write_entry(xml, entry);
  xml.close();
  xml.open("proprietary");
  xml.attribute("source", "#undex");
  write_data(xml, document);
  xml.close();
  xml.close();
}

void write_annex_meta(XmlBuilder& xml, const Document& document, std::size_t annex) {
  xml.open("meta");
  write_identification(xml, document, "annex_" + std::to_string(annex));
  xml.close();
}

void write_locator(XmlBuilder& xml, const Locator& locator, std::string_view prefix) {
  const auto attribute = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) xml.attribute(std::string(prefix) + std::string(name), value);
  };
  attribute("part", locator.part);
  attribute("place", kPlaceNames[static_cast<std::size_t>(locator.place)]);
  attribute("number", locator.number);
  attribute("points", join_words(locator.points));
}

}  // namespace undex
