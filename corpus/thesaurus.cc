#include "corpus/thesaurus.h"

#include <algorithm>

#include "corpus/text.h"
#include "corpus/thesaurus/forms.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

using Reader = void (*)(std::string_view, std::string_view, ThesaurusBuilder&);

/// A row of a table has its tabs on the first line that is no remark.
bool is_table(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  return std::count(line.begin(), line.end(), '\t') == 3;
}

Reader reader_of(std::string_view bytes) {
  if (bytes.starts_with(kThesaurusHead)) return read_own_thesaurus;
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  const std::string_view rest = begin == std::string_view::npos ? "" : bytes.substr(begin);
  for (std::string_view mark : {"<?xml", "<rdf:RDF", "<!--", "<RDF"})
    if (rest.starts_with(mark)) return read_rdf_xml;
  return is_table(rest) ? read_statement_table : read_turtle;
}

}  // namespace

std::string_view Concept::label(std::string_view language) const {
  for (const std::string& wanted : {std::string(language), std::string("en")})
    if (const auto found = preferred.find(wanted); found != preferred.end()) return found->second;
  return preferred.empty() ? std::string_view(id) : std::string_view(preferred.begin()->second);
}

const Concept* Thesaurus::find(std::string_view id) const {
  const auto found =
      std::lower_bound(concepts.begin(), concepts.end(), id,
                       [](const Concept& one, std::string_view key) { return one.id < key; });
  return found != concepts.end() && found->id == id ? &*found : nullptr;
}

Thesaurus read_thesaurus(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.size() > kMostBytes) refuse_thesaurus(name, 1, "it is larger than 256 MiB");
  if (!is_valid_utf8(bytes)) refuse_thesaurus(name, 1, "it is not UTF-8");
  ThesaurusBuilder builder(name);
  reader_of(bytes)(bytes, name, builder);
  Thesaurus thesaurus = builder.finish();
  if (thesaurus.concepts.empty())
    refuse_thesaurus(name, 1, "it holds no concept with a preferred label");
  return thesaurus;
}

}  // namespace undex
