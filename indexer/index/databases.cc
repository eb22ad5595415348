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

std::string term_of(const std::string& key) { return bounded_term(std::string(kKeyPrefix) + key); }

void commit_if(Xapian::WritableDatabase& database, std::size_t& waiting, std::size_t most) {
  if (waiting < most) return;
  database.commit();
  waiting = 0;
}

}  // namespace

Databases::Databases(const fs::path& folder, Mode mode, const WaitingBounds& bounds)
    : documents_((folder / kDocumentsFolder).string(), flags_of(mode)),
      paragraphs_((folder / kParagraphsFolder).string(), flags_of(mode)),
      cards_(folder),
      runs_(folder, bounds.sorted_bytes),
      bounds_(bounds) {}

void Databases::add(const IndexDocument& one, std::size_t text_bytes) {
  documents_.add_document(one.document);
  add_paragraphs(one);
  waiting_document_text_ += text_bytes;
  waiting_paragraph_text_ += text_bytes;
  commit_if(documents_, waiting_document_text_, bounds_.document_text_bytes);
  commit_if(paragraphs_, waiting_paragraph_text_, bounds_.paragraph_text_bytes);
}

void Databases::add_paragraphs(const IndexDocument& one) {
  for (const IndexParagraph& paragraph : one.paragraphs) {
    const Xapian::docid docid = paragraphs_.add_document(paragraph.document);
    cards_.add(docid, paragraph.card);
    if (paragraph.counts) runs_.add(docid, paragraph.card.text, one.language);
  }
}

void Databases::replace_document(const std::string& key, const IndexDocument& one) {
  documents_.delete_document(term_of(key));
  documents_.add_document(one.document);
}

void Databases::replace_paragraphs(const std::string& key, const IndexDocument& one) {
  paragraphs_.delete_document(term_of(key));
  add_paragraphs(one);
}

void Databases::remove(const std::string& key) {
  documents_.delete_document(term_of(key));
  paragraphs_.delete_document(term_of(key));
}

Gathered Databases::finish() {
  auto documents_too = std::async(std::launch::async, [&] { documents_.commit(); });
  paragraphs_.commit();
  documents_too.get();
  const std::size_t end = paragraphs_.get_lastdocid() + std::size_t{1};
  return {.cards = cards_.finish(end), .runs = runs_.finish(end)};
}

}  // namespace undex
