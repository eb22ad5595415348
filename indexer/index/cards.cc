#include "indexer/index/cards.h"

#include <xapian.h>

#include "indexer/index/file.h"
#include "indexer/index/with_xapian.h"
#include "schemas/mapped_file.h"
#include "schemas/paragraph_cards.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

/// Docids of all paragraphs, ascending.
std::vector<Xapian::docid> held_in(const fs::path& folder) {
  return with_xapian(folder, [&] {
    const Xapian::Database paragraphs((folder / kParagraphsFolder).string());
    return std::vector<Xapian::docid>(paragraphs.postlist_begin(""), paragraphs.postlist_end(""));
  });
}

}  // namespace

CardGatherer::CardGatherer(const fs::path& folder) : out_(folder / "cards") {}

void CardGatherer::add(std::uint32_t docid, const ParagraphCard& card) {
  const std::string bytes = write_card(card);
  gathered_.sizes.resize(docid);
  gathered_.sizes.push_back(static_cast<std::uint32_t>(bytes.size()));
  gathered_.bytes += bytes.size();
  out_.stream() << bytes;
}

GatheredCards CardGatherer::finish(std::size_t end) {
  out_.close();
  gathered_.file = out_.path();
  gathered_.sizes.resize(end);
  return std::move(gathered_);
}

GatheredCards join_cards(const std::vector<GatheredCards>& databases, const fs::path& path) {
  GatheredCards joined{.file = path, .sizes = {0}};
  Output out(path);
  for (const GatheredCards& database : databases) {
    out.put_file(database.file, database.bytes);
    joined.bytes += database.bytes;
    joined.sizes.insert(joined.sizes.end(), database.sizes.begin() + 1, database.sizes.end());
  }
  out.close();
  return joined;
}

void write_cards(const std::vector<GatheredCards>& databases, const fs::path& folder) {
  Output out(folder / kCardsFile);
  ParagraphCardsWriter writer(out.stream());
  writer.add({});  // there is no docid 0
  for (const GatheredCards& database : databases) {
    out.put_file(database.file, database.bytes);
    writer.follow(std::span(database.sizes).subspan(1));
  }
  writer.finish();
  out.close();
}

void change_cards(const fs::path& before, const GatheredCards& fresh, const fs::path& folder) {
  const MappedFile old_file(before / kCardsFile);
  const ParagraphCards old(old_file.bytes());
  Output out(folder / kCardsFile);
  ParagraphCardsWriter writer(out.stream());
  std::size_t next = 0;
  const auto leave_out = [&](std::size_t end) {
    for (; next < end; ++next) writer.add({});
  };
  for (const Xapian::docid docid : held_in(folder)) {
    if (docid >= old.end()) break;
    leave_out(docid);
    writer.add(old.bytes_of(next++));
  }
  leave_out(std::min(old.end(), fresh.sizes.size()));
  out.put_file(fresh.file, fresh.bytes);
  writer.follow(std::span(fresh.sizes).subspan(next));
  writer.finish();
  out.close();
  disk::remove_tree(fresh.file);
}

}  // namespace undex
