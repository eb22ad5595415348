#include "indexer/index/columns.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "indexer/index/output.h"
#include "indexer/index/with_xapian.h"
#include "schemas/columns_writer.h"
#include "schemas/deleted.h"
#include "schemas/index_form.h"
#include "schemas/mapped_file.h"
#include "schemas/shard.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

/// One side of the index: its database, or that of its base with its own.
class Side {
 public:
  Side(const fs::path& folder, const fs::path& base, std::string_view name,
       const DeletedSide& deleted) {
    if (base.empty()) {
      all_ = open(folder, name);
      return;
    }
    all_.add_database(open(base, name));
    all_.add_database(open(folder, name));
    deleted_.resize(docids_end());
    for (const std::uint32_t docid : deleted.docids())
      deleted_.at(Shard{.count = 2}.whole(docid)) = true;
  }

  std::size_t docids_end() const { return all_.get_lastdocid() + std::size_t{1}; }

  /// take(docid, value) of all that have one.
  template <typename Take>
  void each_value(Xapian::valueno slot, const Take& take) const {
    const Xapian::ValueIterator end = all_.valuestream_end(slot);
    for (Xapian::ValueIterator at = all_.valuestream_begin(slot); at != end; ++at)
      if (is_live(at.get_docid())) take(at.get_docid(), *at);
  }
  /// take(posting) of all that have the term.
  template <typename Take>
  void each_holder(std::string_view term, const Take& take) const {
    const Xapian::PostingIterator end = all_.postlist_end(std::string(term));
    for (Xapian::PostingIterator at = all_.postlist_begin(std::string(term)); at != end; ++at)
      if (is_live(*at)) take(at);
  }

 private:
  static Xapian::Database open(const fs::path& folder, std::string_view name) {
    return Xapian::Database((folder / name).string());
  }
  bool is_live(Xapian::docid docid) const { return deleted_.empty() || !deleted_[docid]; }

  Xapian::Database all_;
  std::vector<bool> deleted_;  ///< by docid; empty where it rests on none
};

std::vector<std::uint32_t> documents_of(const Side& paragraphs, const Side& documents) {
  std::unordered_map<std::string, std::uint32_t> by_key;
  documents.each_value(kSlotKey,
                       [&](Xapian::docid id, const std::string& key) { by_key.emplace(key, id); });
  std::vector<std::uint32_t> out(paragraphs.docids_end());
  paragraphs.each_value(kSlotKey, [&](Xapian::docid id, const std::string& key) {
    if (const auto found = by_key.find(key); found != by_key.end()) out[id] = found->second * 2;
  });
  paragraphs.each_holder(kParagraphTerm, [&](const Xapian::PostingIterator& at) {
    if (out[*at] != 0) ++out[*at];
  });
  return out;
}

std::vector<std::uint32_t> ranks_of(const Side& documents) {
  std::unordered_map<Xapian::docid, std::string> orders;
  documents.each_value(kSlotSymbolOrder, [&](Xapian::docid id, const std::string& order) {
    orders.emplace(id, order);
  });
  std::vector<std::tuple<std::string, std::string, Xapian::docid>> list;
  documents.each_value(kSlotKey, [&](Xapian::docid id, const std::string& key) {
    list.emplace_back(std::move(orders[id]), key, id);
  });
  std::sort(list.begin(), list.end());
  std::vector<std::uint32_t> out(documents.docids_end());
  for (std::size_t rank = 0; rank < list.size(); ++rank)
    out[std::get<2>(list[rank])] = static_cast<std::uint32_t>(rank);
  return out;
}

std::vector<std::uint32_t> lengths_of(const Side& paragraphs) {
  std::vector<std::uint32_t> out(paragraphs.docids_end());
  paragraphs.each_holder({},
                         [&](const Xapian::PostingIterator& at) { out[*at] = at.get_doclength(); });
  return out;
}

}  // namespace

void write_columns(const fs::path& folder, const fs::path& base) {
  Output out(folder / kColumnsFile);
  with_xapian(folder, [&] {
    const MappedFile file = base.empty() ? MappedFile() : MappedFile(folder / kDeletedFile);
    const Deleted deleted = base.empty() ? Deleted() : Deleted(file.bytes());
    const Side documents(folder, base, kDocumentsFolder, deleted.documents);
    const Side paragraphs(folder, base, kParagraphsFolder, deleted.paragraphs);
    ColumnsWriter writer(out.stream());
    writer.write(ColumnPart::document, documents_of(paragraphs, documents));
    writer.write(ColumnPart::rank, ranks_of(documents));
    writer.write(ColumnPart::length, lengths_of(paragraphs));
    for (const Field& field : fields()) {
      if (!field.facet) continue;
      GatheredColumn column(field);
      documents.each_value(facet_slot(field), [&](Xapian::docid id, const std::string& list) {
        column.add_document(id, list);
      });
      if (field.read_marks)
        paragraphs.each_value(facet_slot(field), [&](Xapian::docid id, const std::string& list) {
          column.add_paragraph(id, list);
        });
      writer.write(column);
    }
    writer.finish();
  });
  out.close();
}

}  // namespace undex
