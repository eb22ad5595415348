// undex thesaurus, undex subjects: the library's thesaurus beside the archive, and what it
// proposes.
#include "corpus/thesaurus.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "corpus/archive/files.h"
#include "corpus/text.h"
#include "indexer/ingest_walk.h"
#include "indexer/understand/proposals/subjects.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/index_run.h"
#include "tools/undex/interrupt.h"
#include "tools/undex/kept_thesaurus.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

std::string counts_of(const Thesaurus& thesaurus) {
  std::size_t headings = 0;
  std::map<std::string, std::size_t> languages;
  for (const Concept& one : thesaurus.concepts) {
    headings += one.heading ? 1U : 0U;
    for (const auto& [language, label] : one.preferred) ++languages[language];
  }
  std::string out = std::to_string(headings) + " subject headings";
  if (headings != thesaurus.concepts.size())
    out += ", " + std::to_string(thesaurus.concepts.size() - headings) + " groups";
  out += "; languages:";
  for (const auto& [language, count] : languages)
    out += " " + (language.empty() ? "none" : language) + " " + std::to_string(count);
  return out + "\n";
}

std::string joined(const std::vector<std::string>& texts, std::string_view mark) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : std::string(mark)) + text;
  return out;
}

std::vector<std::string> places_of(const Subject& subject) {
  std::vector<std::string> places;
  for (const Locator& place : subject.places) places.push_back(place.text());
  return places;
}

std::string text_of(const Subject& subject, const std::string& language) {
  std::string out = "  " + printable(subject.concept_->label(language)) + "  [" +
                    printable(subject.concept_->id) + "]\n      " +
                    printable(joined(subject.words, ", ")) + "; ";
  std::vector<std::string> places;
  for (const Locator& place : subject.places) places.push_back(place.citation());
  out += printable(joined(places, ", "));
  if (subject.paragraphs > places.size())
    out += " and " + std::to_string(subject.paragraphs - places.size()) + " more";
  return out + "\n";
}

std::string json_line(const Document& document, const Subject& subject,
                      const std::string& language) {
  const nlohmann::ordered_json row = {{"format_version", kOutputVersion},
                                      {"document", document.name()},
                                      {"id", subject.concept_->id},
                                      {"label", subject.concept_->label(language)},
                                      {"score", std::round(subject.score * 100) / 100},
                                      {"words", subject.words},
                                      {"paragraphs", subject.paragraphs},
                                      {"places", places_of(subject)}};
  return rendering::json_line(row);
}

std::string quoted(const std::string& cell) {
  std::string out = "\"";
  for (char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string table_line(const Document& document, const Subject& subject,
                       const std::string& language, bool csv) {
  std::string line;
  for (const std::string& cell :
       {document.name(), subject.concept_->id, std::string(subject.concept_->label(language)),
        std::to_string(subject.paragraphs), joined(places_of(subject), "|"),
        joined(subject.words, "|")})
    line += (line.empty() ? "" : csv ? "," : "\t") + (csv ? quoted(cell) : cell);
  return printable(line, true) + "\n";
}

/// What is held under each symbol of the command line; all documents for none.
std::vector<ArchiveEntry> entries_of(const Archive& archive, const Arguments& arguments) {
  if (arguments.words().empty()) return archive.list();
  std::vector<ArchiveEntry> entries;
  for (const std::string& word : arguments.words()) {
    const Target target = find_target(archive, word);
    if (target.entries.empty()) not_held(archive, target.name);
    entries.insert(entries.end(), target.entries.begin(), target.entries.end());
  }
  return entries;
}

/// The bytes of a file that the user named; what is wrong with it is said with its name.
std::string read_given(const std::string& path) {
  try {
    return read_source(path);
  } catch (const Error& error) {
    throw Error(error.kind, "cannot read '" + path + "': " + error.what(),
                "give a file of SKOS (Turtle or RDF/XML) or a table; see docs/thesaurus.md");
  }
}

/// Keeps it, and gives its labels to the index. Where the second is cut short, the next run that
/// writes the index does it.
void keep(const Thesaurus& thesaurus, const Arguments& arguments) {
  Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::write);
  files::write_durably(kept_thesaurus_path(arguments), write_thesaurus(thesaurus));
  IndexProgress progress(arguments.has("quiet"));
  if (!has_index_of_this_form(archive)) refresh(archive, progress);
  bring_in_step(archive, false, progress);
}

}  // namespace

int run_thesaurus(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  if (words.empty()) {
    print(counts_of(read_kept_thesaurus(arguments)));
    return 0;
  }
  if (words.size() != 2 || words[0] != "import")
    throw Error(ErrorKind::usage, "'" + joined(words, " ") + "' is not understood",
                "undex thesaurus import FILE");
  const Thesaurus thesaurus = read_thesaurus(read_given(words[1]), words[1]);
  Archive::open(archive_dir(arguments), Archive::Mode::read);  // Beside an archive, nowhere else.
  return until_interrupted([&] {
    keep(thesaurus, arguments);
    print(counts_of(thesaurus));
    return 0;
  });
}

int run_subjects(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const std::vector<ArchiveEntry> entries = entries_of(archive, arguments);
  if (entries.empty()) return 1;
  LabelsByLanguage labels(read_kept_thesaurus(arguments));
  const std::string form = arguments.value("as");
  bool any = false;
  for (const ArchiveEntry& entry : entries) {
    const Document document = read_understood(archive, entry);
    const Labels& here = labels.of(document);
    const auto subjects = propose_subjects(document, here, arguments.number("limit"));
    any |= !subjects.empty();
    if (form == "text") print(printable(document.name()) + "\n");
    for (const Subject& subject : subjects)
      print(form == "jsonl"  ? json_line(document, subject, here.language())
            : form == "text" ? text_of(subject, here.language())
                             : table_line(document, subject, here.language(), form == "csv"));
  }
  if (!any) note("undex: no subject heading is proposed");
  return any ? 0 : 1;
}

}  // namespace undex::tool
