#include "indexer/index/databases.h"

#include <future>

#include "schemas/index_form.h"
#include "schemas/terms.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

// Durability comes from the publication of the generation, not from Xapian.
constexpr int flags_of(Databases::Mode mode) {
  return mode == Databases::Mode::create
             ? Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS
             : Xapian::DB_OPEN | Xapian::DB_NO_SYNC;
}

/// Of each word a length counts the form that was written and, as a rule, its stem.
constexpr std::size_t kTextOfLength = 3;

}  // namespace

std::string key_term(const std::string& key) { return bounded_term(std::string(kKeyPrefix) + key); }

void Databases::Waiting::count(std::size_t bytes) {
  text_bytes += bytes;
  if (text_bytes < most_text_bytes) return;
  database.commit();
  text_bytes = 0;
}

void Databases::Waiting::take_out(const std::string& term) {
  std::size_t length = 0;
  const Xapian::PostingIterator end = database.postlist_end(term);
  for (Xapian::PostingIterator at = database.postlist_begin(term); at != end; ++at)
    length += at.get_doclength();
  database.delete_document(term);
  count(length * kTextOfLength);
}

Databases::Databases(const fs::path& folder, Mode mode, const WaitingBounds& bounds)
    : documents_{.database =
                     Xapian::WritableDatabase((folder / kDocumentsFolder).string(), flags_of(mode)),
                 .most_text_bytes = bounds.document_text_bytes},
      paragraphs_{.database = Xapian::WritableDatabase((folder / kParagraphsFolder).string(),
                                                       flags_of(mode)),
                  .most_text_bytes = bounds.paragraph_text_bytes},
      cards_(folder),
      runs_(folder, bounds.sorted_bytes) {}

void Databases::add(const IndexDocument& one) {
  add_document(one);
  add_paragraphs(one);
}

void Databases::add_document(const IndexDocument& one) {
  documents_.database.add_document(one.document);
  documents_.count(text_bytes(one));
}

void Databases::add_paragraphs(const IndexDocument& one) {
  for (const IndexParagraph& paragraph : one.paragraphs) {
    const Xapian::docid docid = paragraphs_.database.add_document(paragraph.document);
    cards_.add(docid, paragraph.card);
    if (paragraph.counts) runs_.add(docid, paragraph.card.text, one.language);
    paragraphs_.count(paragraph.card.text.size());
  }
}

void Databases::replace_document(const std::string& key, const IndexDocument& one) {
  documents_.take_out(key_term(key));
  add_document(one);
}

void Databases::replace_paragraphs(const std::string& key, const IndexDocument& one) {
  paragraphs_.take_out(key_term(key));
  add_paragraphs(one);
}

void Databases::remove(const std::string& key) {
  documents_.take_out(key_term(key));
  paragraphs_.take_out(key_term(key));
}

Gathered Databases::finish() {
  auto documents_too = std::async(std::launch::async, [&] { documents_.database.commit(); });
  paragraphs_.database.commit();
  documents_too.get();
  const std::size_t end = paragraphs_.database.get_lastdocid() + std::size_t{1};
  return {.cards = cards_.finish(end), .runs = runs_.finish(end)};
}

}  // namespace undex
