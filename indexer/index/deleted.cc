#include "indexer/index/deleted.h"

#include <xapian.h>

#include "indexer/index/databases.h"
#include "indexer/index/output.h"
#include "indexer/index/with_xapian.h"
#include "schemas/deleted.h"
#include "schemas/index_form.h"
#include "schemas/mapped_file.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

GatheredDeleted gathered(const fs::path& folder, const std::set<std::string>& keys) {
  const Xapian::Database database(folder.string());
  GatheredDeleted out;
  for (const std::string& key : keys) {
    const std::string own = key_term(key);
    for (auto at = database.postlist_begin(own); at != database.postlist_end(own); ++at) {
      out.docids.push_back(*at);
      out.length += at.get_doclength();
      for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term) {
        TermUse& use = out.uses[*term];
        ++use.holders;
        use.occurrences += term.get_wdf();
      }
    }
  }
  return out;
}

}  // namespace

void write_deleted_file(const fs::path& base, const std::set<std::string>& keys,
                        const fs::path& folder) {
  with_xapian(folder, [&] {
    Output out(folder / kDeletedFile);
    DeletedWriter writer(out.stream());
    writer.add(gathered(base / kDocumentsFolder, keys));
    writer.add(gathered(base / kParagraphsFolder, keys));
    writer.finish();
    out.close();
  });
}

std::set<std::string> deleted_keys(const fs::path& base, const fs::path& folder) {
  return with_xapian(folder, [&] {
    const MappedFile file(folder / kDeletedFile);
    const Xapian::Database documents((base / kDocumentsFolder).string());
    std::set<std::string> keys;
    for (const std::uint32_t docid : Deleted(file.bytes()).documents.docids())
      keys.insert(documents.get_document(docid).get_value(kSlotKey));
    return keys;
  });
}

}  // namespace undex
