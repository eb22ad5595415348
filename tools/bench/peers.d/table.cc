// undex-bench-peers-table ARCHIVE: the documents of an archive as lines for engines that take no
// files: a line D for each document, and behind it a line P for each of its paragraphs.
// Tab-separated: kind, number of the document, source, year (0 where there is none), Member States
// and entities (with | between them), text. The text of a document is that of its paragraphs.
#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "schemas/fields.h"
#include "schemas/index_form.h"
#include "searcher/search/index.h"
#include "undex/error.h"

namespace {

/// What may stand between tabs.
std::string plain(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

std::vector<undex::FieldValue> values(const Xapian::Document& document, const char* field) {
  return undex::read_values(document.get_value(undex::facet_slot(*undex::find_field(field))));
}

std::string first(const Xapian::Document& document, const char* field, const char* otherwise) {
  const std::vector<undex::FieldValue> all = values(document, field);
  return all.empty() ? otherwise : plain(all.front().value);
}

std::string joined(const Xapian::Document& document, const char* field) {
  std::string out;
  for (const undex::FieldValue& value : values(document, field))
    out += (out.empty() ? "" : "|") + plain(value.value);
  return out;
}

struct Paragraph {
  std::string names;  ///< States, tab, entities
  std::string text;
};

std::string names_of(const Xapian::Document& document) {
  return joined(document, "state") + "\t" + joined(document, "entity");
}

/// By archive key, in order.
std::map<std::string, std::vector<Paragraph>> paragraphs_of(
    const undex::query::PlanContext& databases) {
  const Xapian::Database& database = databases.paragraphs.engine();
  std::map<std::string, std::vector<Paragraph>> out;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    const undex::ParagraphCard card = databases.cards.at(*it);
    out[card.key].push_back({names_of(document), plain(card.text)});
  }
  return out;
}

void print(const undex::search::Index& index) {
  const auto paragraphs = paragraphs_of(index.databases);
  const Xapian::Database& documents = index.databases.documents.engine();
  for (auto it = documents.postlist_begin(""); it != documents.postlist_end(""); ++it) {
    const Xapian::Document document = documents.get_document(*it);
    const auto found = paragraphs.find(undex::read_card(document.get_data()).key);
    if (found == paragraphs.end()) continue;
    const std::string shared = std::to_string(*it) + "\t" + first(document, "source", "") + "\t" +
                               first(document, "year", "0") + "\t";
    std::string text;
    for (const Paragraph& paragraph : found->second)
      text += (text.empty() ? "" : " ") + paragraph.text;
    std::printf("D\t%s%s\t%s\n", shared.c_str(), names_of(document).c_str(), text.c_str());
    for (const Paragraph& paragraph : found->second)
      std::printf("P\t%s%s\t%s\n", shared.c_str(), paragraph.names.c_str(), paragraph.text.c_str());
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: undex-bench-peers-table ARCHIVE\n", stderr);
    return 2;
  }
  try {
    const undex::search::Index index = undex::search::open_index(arguments[1]);
    if (index.generation.base) throw std::runtime_error("its index rests on another: rebuild it");
    print(index);
    return 0;
  } catch (const undex::Error& fault) {
    std::fprintf(stderr, "undex-bench-peers-table: %s\n", fault.what());
    return 3;
  }
}
