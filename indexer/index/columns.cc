#include "indexer/index/columns.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "indexer/index/output.h"
#include "indexer/index/with_xapian.h"
#include "schemas/columns_writer.h"
#include "schemas/index_form.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

template <typename Take>
void each_value(const Xapian::Database& db, Xapian::valueno slot, const Take& take) {
  const Xapian::ValueIterator end = db.valuestream_end(slot);
  for (Xapian::ValueIterator at = db.valuestream_begin(slot); at != end; ++at)
    take(at.get_docid(), *at);
}

std::vector<std::uint32_t> documents_of(const Xapian::Database& paragraphs,
                                        const Xapian::Database& documents) {
  std::unordered_map<std::string, std::uint32_t> by_key;
  each_value(documents, kSlotKey,
             [&](Xapian::docid id, const std::string& key) { by_key.emplace(key, id); });
  std::vector<std::uint32_t> out(paragraphs.get_lastdocid() + std::size_t{1});
  each_value(paragraphs, kSlotKey, [&](Xapian::docid id, const std::string& key) {
    if (const auto found = by_key.find(key); found != by_key.end()) out[id] = found->second * 2;
  });
  const std::string counted(kParagraphTerm);
  const Xapian::PostingIterator end = paragraphs.postlist_end(counted);
  for (Xapian::PostingIterator at = paragraphs.postlist_begin(counted); at != end; ++at)
    if (out[*at] != 0) ++out[*at];
  return out;
}

std::vector<std::uint32_t> ranks_of(const Xapian::Database& documents) {
  std::unordered_map<Xapian::docid, std::string> orders;
  each_value(documents, kSlotSymbolOrder,
             [&](Xapian::docid id, const std::string& order) { orders.emplace(id, order); });
  std::vector<std::tuple<std::string, std::string, Xapian::docid>> list;
  each_value(documents, kSlotKey, [&](Xapian::docid id, const std::string& key) {
    list.emplace_back(std::move(orders[id]), key, id);
  });
  std::sort(list.begin(), list.end());
  std::vector<std::uint32_t> out(documents.get_lastdocid() + std::size_t{1});
  for (std::size_t rank = 0; rank < list.size(); ++rank)
    out[std::get<2>(list[rank])] = static_cast<std::uint32_t>(rank);
  return out;
}

std::vector<std::uint32_t> lengths_of(const Xapian::Database& paragraphs) {
  std::vector<std::uint32_t> out(paragraphs.get_lastdocid() + std::size_t{1});
  const Xapian::PostingIterator end = paragraphs.postlist_end({});
  for (Xapian::PostingIterator at = paragraphs.postlist_begin({}); at != end; ++at)
    out[*at] = at.get_doclength();
  return out;
}

}  // namespace

void write_columns(const fs::path& folder) {
  Output out(folder / kColumnsFile);
  with_xapian(folder, [&] {
    const Xapian::Database documents((folder / kDocumentsFolder).string());
    const Xapian::Database paragraphs((folder / kParagraphsFolder).string());
    ColumnsWriter writer(out.stream());
    writer.write(ColumnPart::document, documents_of(paragraphs, documents));
    writer.write(ColumnPart::rank, ranks_of(documents));
    writer.write(ColumnPart::length, lengths_of(paragraphs));
    for (const Field& field : fields()) {
      if (!field.facet) continue;
      GatheredColumn column(field);
      each_value(documents, facet_slot(field),
                 [&](Xapian::docid id, const std::string& list) { column.add_document(id, list); });
      if (field.read_marks)
        each_value(paragraphs, facet_slot(field), [&](Xapian::docid id, const std::string& list) {
          column.add_paragraph(id, list);
        });
      writer.write(column);
    }
    writer.finish();
  });
  out.close();
}

}  // namespace undex
