#include "tools/undex/export_records.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "corpus/text.h"
#include "corpus/xml.h"
#include "searcher/documents/records.h"
#include "searcher/render/record/forms.h"
#include "tools/undex/holdings.h"
#include "tools/undex/kept_thesaurus.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"
#include "undex/search.h"

namespace undex::tool {
namespace {

/// What the words were taken for, and what may have been meant: no query is answered in silence.
void say_how_taken(const Result& result) {
  std::string taken;
  for (const Understood& one : result.understood) taken += (taken.empty() ? "" : "; ") + one.text;
  if (!taken.empty()) note("understood: " + printable(taken));
  for (const std::string& remark : result.notes) note("note: " + printable(remark));
  for (const Offer& offer : result.offers) note("hint: " + printable(offer.text));
}

std::vector<ArchiveEntry> found_by(const Archive& archive, const std::string& query) {
  constexpr std::size_t kPage = 1000;
  const Searcher searcher = Searcher::open(archive.dir());
  Request request;
  request.query = query;
  request.limit = kPage;
  request.passages = 0;
  std::map<std::string, ArchiveEntry> held;
  for (ArchiveEntry& entry : archive.list()) held.emplace(entry.key, std::move(entry));
  std::vector<ArchiveEntry> entries;
  do {
    const Result result = searcher.search(request);
    if (entries.empty()) say_how_taken(result);
    for (const Hit& hit : result.hits)
      if (const auto entry = held.find(hit.key); entry != held.end())
        entries.push_back(entry->second);
    request.cursor = result.next;
  } while (!request.cursor.empty());
  return entries;
}

/// Whether the word is to be a document, held or not: else it is part of a query.
bool names_document(const Archive& archive, const std::string& word) {
  const std::string name = word.substr(0, word.find_first_of("#,:"));
  return !archive.find(word).empty() || !archive.find(name).empty() || parse_symbol(name);
}

/// Documents held under the words; `missing` gets the first that is not.
std::vector<HeldDocument> named(const Archive& archive, const std::vector<std::string>& words,
                                std::string& missing) {
  std::vector<HeldDocument> documents;
  for (const std::string& word : words) {
    const Target target = find_target(archive, word);
    if (target.entries.empty() && missing.empty()) missing = target.name;
    for (HeldDocument& document : by_name(target.entries)) {
      if (target.place) document.places.push_back(*target.place);
      documents.push_back(std::move(document));
    }
  }
  return documents;
}

void add_places(std::vector<HeldDocument>& documents, const std::vector<std::string>& typed) {
  if (typed.empty() || documents.empty()) return;
  if (documents.size() > 1)
    throw Error(
        ErrorKind::usage,
        "--para is a place in one document, and these are " + std::to_string(documents.size()),
        "write 'SYMBOL, para. 3' for each");
  std::vector<Locator>& places = documents.front().places;
  std::ranges::move(places_of(Target{}, "--para", typed), std::back_inserter(places));
}

void require_one(const RecordForm& form, std::size_t documents, bool with_places) {
  if (form.write == nullptr && with_places)
    throw Error(ErrorKind::usage, "--as " + std::string(form.name) + " writes whole documents",
                "leave the place out");
  if (!form.single || documents < 2) return;
  throw Error(ErrorKind::usage,
              "a file of --as " + std::string(form.name) + " holds one document, and these are " +
                  std::to_string(documents),
              "name one symbol");
}

/// Whether the documents have the places cited; says which is not there.
bool have_places(const Archive& archive, const std::vector<HeldDocument>& documents,
                 std::string_view language) {
  for (const HeldDocument& wanted : documents) {
    if (wanted.places.empty()) continue;
    const Document document = archive.read(text_in(wanted.entries, language));
    for (const Locator& place : wanted.places) {
      if (!text_at(document, place).empty()) continue;
      note("undex: " + document.name() + " has no " + place.citation());
      note("hint: 'undex show " + document.name() + "' prints all of it");
      return false;
    }
  }
  return true;
}

/// Proposals for a cataloguer, so that they are asked for by --headings and said to be none of his.
class Headings {
 public:
  Headings(const Arguments& arguments, const RecordForm& form) {
    if (!arguments.has("headings")) return;
    if (form.write == nullptr)
      throw Error(ErrorKind::usage, "--as " + std::string(form.name) + " has no subject headings",
                  "leave --headings out, or choose a form of records");
    limit_ = arguments.number("limit");
    labels_.emplace(read_kept_thesaurus(arguments));
    note("note: subject headings are proposals from the thesaurus, to be looked at");
  }
  bool wanted() const { return labels_.has_value(); }

  void add(const Document& document, Record& record) {
    if (!wanted() || !record.subjects.empty()) return;
    const Labels& labels = labels_->of(document);
    for (const Subject& subject : propose_subjects(document, labels, limit_))
      record.subjects.push_back(printable(subject.concept_->label(labels.language())));
  }

 private:
  std::size_t limit_ = 0;
  std::optional<LabelsByLanguage> labels_;
};

std::string written(const RecordForm& form, const Archive& archive, const HeldDocument& wanted,
                    std::string_view language, Headings& headings) {
  const ArchiveEntry& entry = text_in(wanted.entries, language);
  if (form.write == nullptr) return write_document_xml(read_understood(archive, entry));
  const Document document =
      headings.wanted() ? read_understood(archive, entry) : archive.read(entry);
  Record record = record_of(wanted, document);
  headings.add(document, record);
  return form.write(record, language);
}

}  // namespace

int export_records(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const RecordForm& form = *find_record_form(arguments.value("as"));
  const std::vector<std::string>& words = arguments.words();
  const bool is_query = !std::ranges::all_of(
      words, [&](const std::string& word) { return names_document(archive, word); });
  std::string missing;
  std::vector<HeldDocument> documents = is_query
                                            ? by_name(found_by(archive, joined_words(arguments)))
                                        : words.empty() ? by_name(archive.list())
                                                        : named(archive, words, missing);
  if (!missing.empty()) return not_held(archive, missing);
  add_places(documents, arguments.values("para"));
  const std::string language = arguments.value("lang");
  const bool with_places = std::ranges::any_of(
      documents, [](const HeldDocument& wanted) { return !wanted.places.empty(); });
  require_one(form, documents.size(), with_places);
  if (!have_places(archive, documents, language)) return 1;
  Headings headings(arguments, form);
  std::string before = form.header ? form.header() : std::string(form.begin);
  for (const HeldDocument& wanted : documents) {
    print(before + written(form, archive, wanted, language, headings));
    before = form.between;
  }
  if (documents.empty())
    note("undex: nothing found");
  else
    print(form.end);
  return documents.empty() ? 1 : 0;
}

}  // namespace undex::tool
