#include "searcher/render/query_help.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "schemas/fields.h"
#include "searcher/query/operators.h"
#include "searcher/query/query.h"
#include "searcher/render/roff.h"

namespace undex {
namespace {

constexpr std::string_view kSummary = "the query language of undex";
constexpr std::string_view kNotes[] = {
    "Operators are in capitals; in small letters, and in quotes, they are words.",
    "Accents, capitals, hyphens and blanks make no difference.",
    "What cannot be read is refused, with its place.",
};

struct Row {
  std::string typed;
  std::string meaning;
  std::string example;
};
struct Section {
  std::string heading;
  std::vector<Row> rows;
};

std::vector<Section> sections() {
  std::vector<Section> out;
  for (const query::Operator& row : query::operators()) {
    if (out.empty() || out.back().heading != row.group) out.push_back({std::string(row.group), {}});
    out.back().rows.push_back(
        {std::string(row.spelling), std::string(row.meaning), std::string(row.example)});
  }
  out.push_back({"Names of fields", {}});
  for (const Field& field : fields())
    out.back().rows.push_back(
        {std::string(field.name), std::string(field.help), std::string(field.example)});
  return out;
}

/// What holds for all of it, a sentence each.
std::vector<std::string> notes() {
  std::vector<std::string> out(std::begin(kNotes), std::end(kNotes));
  out.push_back("A query has at most " + std::to_string(kMaxQueryBytes) + " bytes, " +
                std::to_string(kMaxQueryTerms) + " terms, phrases of " +
                std::to_string(kMaxPhraseWords) + " words and parentheses " +
                std::to_string(kMaxQueryDepth) + " deep.");
  return out;
}

std::string capitals(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

std::string padded(const std::string& text, std::size_t width) {
  return text.size() + 2 > width ? text + "  " : text + std::string(width - text.size(), ' ');
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string code(std::string_view text) { return "<code>" + escaped(text) + "</code>"; }

}  // namespace

std::string query_help_text() {
  std::string out = "Asking: " + std::string(kSummary) + "\n";
  for (const Section& section : sections()) {
    out += "\n" + section.heading + "\n";
    for (const Row& row : section.rows)
      out += "  " + padded(row.typed, 19) + row.meaning + "\n" + std::string(21, ' ') +
             row.example + "\n";
  }
  out += "\n";
  for (const std::string& note : notes()) out += note + "\n";
  return out;
}

std::string query_help_man() {
  using namespace rendering;
  std::string out = roff_header("undex-query", 7, kSummary);
  out += ".SH DESCRIPTION\n";
  for (const std::string& note : notes()) out += roff(note) + "\n";
  for (const Section& section : sections()) {
    out += ".SH " + roff(capitals(section.heading)) + "\n";
    for (const Row& row : section.rows)
      out += roff_row(row.typed, row.meaning) + ".br\n" + roff(row.example) + "\n";
  }
  return out + ".SH SEE ALSO\n" + roff("undex-search(1), undex-fields(1)") + "\n";
}

std::string query_help_html(const AddressOfQuery& address) {
  const auto example = [&](const std::string& query) {
    if (!address) return code(query);
    return "<a href=\"" + escaped(address(query)) + "\">" + code(query) + "</a>";
  };
  std::string out = "<section class=\"query-help\">\n";
  for (const Section& section : sections()) {
    const std::string heading = escaped(section.heading);
    out += "<h2>" + heading +
           "</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"" + heading +
           "\">\n<table>\n<caption>" + heading +
           ": what is typed and what it means</caption>\n<thead><tr><th scope=\"col\">Typed"
           "</th><th scope=\"col\">Meaning</th><th scope=\"col\">Example</th></tr></thead>\n"
           "<tbody>\n";
    for (const Row& row : section.rows)
      out += "<tr><th scope=\"row\">" + code(row.typed) + "</th><td>" + escaped(row.meaning) +
             "</td><td>" + example(row.example) + "</td></tr>\n";
    out += "</tbody>\n</table>\n</div>\n";
  }
  out += "<ul>\n";
  for (const std::string& note : notes()) out += "<li>" + escaped(note) + "</li>\n";
  return out + "</ul>\n</section>\n";
}

}  // namespace undex
