// Tables of statements: one from elsewhere, and our own.
#include <functional>

#include "corpus/strings.h"
#include "corpus/thesaurus/forms.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kColumns = 4;

void read_rows(std::string_view bytes, std::string_view name, std::size_t line,
               const std::function<void(const std::vector<std::string_view>&, std::size_t)>& row) {
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view text = bytes.substr(0, end);
    if (text.ends_with('\r')) text.remove_suffix(1);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (!text.empty() && text[0] != '#') {
      const auto cells = split(text, '\t');
      if (cells.size() != kColumns)
        refuse_thesaurus(name, line,
                         "it has " + std::to_string(cells.size()) + " cells, a statement has 4");
      row(cells, line);
    }
    ++line;
  }
}

/// "OIL-SEEDS,PLANTS, MEDICINAL": a comma with a blank after it is inside a label.
std::vector<std::string_view> labels_of(std::string_view cell) {
  std::vector<std::string_view> labels;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != ',' || (i + 1 < cell.size() && cell[i + 1] == ' ')) continue;
    labels.push_back(cell.substr(begin, i - begin));
    begin = i + 1;
  }
  labels.push_back(cell.substr(begin));
  return labels;
}

Statement statement_of(const std::vector<std::string_view>& cells, std::string_view value) {
  return {std::string(cells[0]), std::string(cells[1]), language_of(cells[2]), std::string(value)};
}

}  // namespace

void read_statement_table(std::string_view bytes, std::string_view name,
                          ThesaurusBuilder& builder) {
  read_rows(bytes, name, 1, [&](const std::vector<std::string_view>& cells, std::size_t line) {
    if (cells[1] != "altLabel") return builder.add(statement_of(cells, cells[3]), line);
    for (std::string_view label : labels_of(cells[3]))
      builder.add(statement_of(cells, label), line);
  });
}

void read_own_thesaurus(std::string_view bytes, std::string_view name, ThesaurusBuilder& builder) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view number =
      bytes.substr(kThesaurusHead.size(), end - std::min(end, kThesaurusHead.size()));
  if (number != std::to_string(kThesaurusForm))
    throw Error(ErrorKind::version,
                "'" + std::string(name) + "' is a thesaurus of form " + std::string(number) +
                    ", this program reads form " + std::to_string(kThesaurusForm),
                "import it anew with this program");
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  read_rows(bytes, name, 2, [&](const std::vector<std::string_view>& cells, std::size_t line) {
    builder.add(statement_of(cells, cells[3]), line);
  });
}

std::string write_thesaurus(const Thesaurus& thesaurus) {
  std::string out = std::string(kThesaurusHead) + std::to_string(kThesaurusForm) + "\n";
  const auto add = [&](const Concept& one, std::string_view predicate, std::string_view language,
                       std::string_view value) {
    for (std::string_view cell : {std::string_view(one.id), predicate, language})
      out.append(cell).append("\t");
    out.append(value).append("\n");
  };
  for (const Concept& one : thesaurus.concepts) {
    if (!one.heading) add(one, "type", "", "Collection");
    for (const auto& [language, label] : one.preferred) add(one, "prefLabel", language, label);
    for (const auto& [language, labels] : one.alternative)
      for (const std::string& label : labels) add(one, "altLabel", language, label);
    for (const auto& [language, note] : one.notes) add(one, "scopeNote", language, note);
    for (const std::string& id : one.broader) add(one, "broader", "", id);
    for (const std::string& id : one.related) add(one, "related", "", id);
  }
  return out;
}

}  // namespace undex
