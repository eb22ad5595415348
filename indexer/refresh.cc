#include "indexer/refresh.h"

#include <vector>

#include "corpus/xml.h"
#include "indexer/understand/understand.h"

namespace undex {
namespace {

/// What is put before it is made durable: a crash costs seconds of work.
constexpr std::size_t kBatch = 64;

}  // namespace

std::size_t refresh_marks(
    Archive& archive, const std::function<void(std::size_t done, std::size_t total)>& progress) {
  std::vector<ArchiveEntry> old;
  for (const ArchiveEntry& entry : archive.list())
    if (marks_rules(archive.read_xml(entry)) < kUnderstandingVersion) old.push_back(entry);
  for (std::size_t done = 0; done < old.size();) {
    Document document = archive.read(old[done]);
    understand(document);
    archive.put(document, archive.read_original(old[done]));
    if (++done % kBatch == 0 || done == old.size()) archive.commit();
    if (progress) progress(done, old.size());
  }
  return old.size();
}

}  // namespace undex
