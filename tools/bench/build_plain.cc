// An index made in Xapian's plain way, which undex-bench-build compares with: the same Xapian
// documents put into one database of documents and one of paragraphs, one after the other, with
// what the engine is set to by default.
//
// usage: undex-bench-plain ARCHIVE FOLDER
#include <xapian.h>

#include <cstdio>
#include <exception>
#include <filesystem>

#include "corpus/archive.h"
#include "indexer/index/index_document.h"

namespace {

namespace fs = std::filesystem;

void build(const undex::Archive& archive, const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  Xapian::WritableDatabase documents((folder / "documents").string(), Xapian::DB_CREATE);
  Xapian::WritableDatabase paragraphs((folder / "paragraphs").string(), Xapian::DB_CREATE);
  for (const undex::ArchiveEntry& entry : archive.list()) {
    const undex::IndexDocument made = undex::index_document(archive.read(entry), entry.key);
    documents.add_document(made.document);
    for (const undex::IndexParagraph& paragraph : made.paragraphs) {
      Xapian::Document with_data = paragraph.document;
      with_data.set_data(undex::write_card(paragraph.card));
      paragraphs.add_document(with_data);
    }
  }
  documents.commit();
  paragraphs.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: undex-bench-plain ARCHIVE FOLDER\n");
    return 2;
  }
  try {
    build(undex::Archive::open(argv[1], undex::Archive::Mode::read), argv[2]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "undex-bench-plain: %s\n", error.what());
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "undex-bench-plain: %s\n", error.get_msg().c_str());
  }
  return 3;
}
