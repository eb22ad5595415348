// BibTeX and biblatex. Names and titles stand in a second pair of braces: styles would break names
// into parts and take the capitals of titles away.
#include <array>

#include "corpus/date.h"
#include "corpus/text.h"
#include "searcher/render/record/forms.h"

namespace undex::rendering {
namespace {

/// BibTeX counts braces whether or not they are escaped.
bool has_balanced_braces(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) return false;
  }
  return depth == 0;
}

std::string_view escape_of(char c, bool balanced) {
  switch (c) {
    case '{':
      return balanced ? "\\{" : "\\textbraceleft{}";
    case '}':
      return balanced ? "\\}" : "\\textbraceright{}";
    case '\\':
      return "\\textbackslash{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '`':
      return "\\`{}";
    case '%':
      return "\\%";
    case '&':
      return "\\&";
    case '$':
      return "\\$";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    default:
      return {};
  }
}

/// TeX makes one sign of two: a dash of "--", a quotation mark of "''".
bool would_join(std::string_view text, std::size_t at) {
  return at > 0 && text[at] == text[at - 1] && (text[at] == '-' || text[at] == '\'');
}

std::string escaped(std::string_view text) {
  const bool balanced = has_balanced_braces(text);
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view escape = escape_of(text[at], balanced);
    if (would_join(text, at)) out += "{}";
    out += escape.empty() ? text.substr(at, 1) : escape;
  }
  return out;
}

void add_raw(std::string& entry, std::string_view name, std::string_view value) {
  if (!value.empty()) entry.append(",\n  ").append(name).append(" = ").append(value);
}

void add(std::string& entry, std::string_view name, std::string_view value) {
  if (!value.empty()) add_raw(entry, name, "{" + escaped(value) + "}");
}

/// As it is, whatever a style does with it.
void add_whole(std::string& entry, std::string_view name, std::string_view value) {
  if (!value.empty()) add_raw(entry, name, "{{" + escaped(value) + "}}");
}

std::string joined_authors(const Record& record) {
  std::string names;
  for (const std::string& author : record.authors)
    names += (names.empty() ? "{" : " and {") + escaped(author) + "}";
  return names.empty() ? names : "{" + names + "}";
}

void add_date(std::string& entry, const Record& record) {
  static constexpr std::array<std::string_view, 13> kMonths{
      "", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::optional<Date> date = parse_date(record.date);
  if (!date) return;
  add(entry, "date", date->iso());
  add(entry, "year", std::to_string(date->year));
  add_raw(entry, "month", kMonths[static_cast<std::size_t>(date->month)]);
}

/// As the packages of languages call it.
std::string_view babel_name(std::string_view language) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNames{{
      {"en", "english"},
      {"fr", "french"},
      {"es", "spanish"},
      {"ru", "russian"},
      {"ar", "arabic"},
      {"zh", "chinese"},
  }};
  for (const auto& [code, name] : kNames)
    if (code == language) return name;
  return {};
}

std::string joined(const std::vector<std::string>& values, std::string_view mark) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : std::string(mark)) + value;
  return out;
}

}  // namespace

std::string record_bibtex(const Record& record, std::string_view) {
  std::string entry = "@techreport{" + record.key;
  add_raw(entry, "author", joined_authors(record));
  add_whole(entry, "title", title_or_name(record));
  add(entry, "type", record.kind);
  add(entry, "number", record.name);
  add(entry, "institution", record.publisher);
  add_date(entry, record);
  add(entry, "series", record.series_note);
  add(entry, "langid", babel_name(record.language));
  add(entry, "keywords", joined(record.subjects, ", "));
  add(entry, "abstract", record.summary);
  add_raw(entry, "url", record.url.empty() ? std::string() : "{" + record.url + "}");
  add(entry, "note", note_of(record));
  return entry + "\n}\n";
}

}  // namespace undex::rendering
