#pragma once
// Writes columns (columns.h) to a stream, one field in memory at a time.
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schemas/columns.h"

namespace undex {

/// The values of one field, gathered in any order.
class GatheredColumn {
 public:
  explicit GatheredColumn(const Field& field) : field_(field) {}
  /// `list`: as write_values() made it, of the field's slot.
  void add_document(std::size_t docid, const std::string& list) { put(of_document_, docid, list); }
  void add_paragraph(std::size_t docid, const std::string& list) {
    put(of_paragraph_, docid, list);
  }

 private:
  friend class ColumnsWriter;
  using Key = std::pair<std::string, bool>;  ///< value, doubtful
  struct Value {
    std::string label;  ///< of several the first in byte order
    std::uint32_t number = 0;
    std::uint32_t parent = kNoParent;
    std::uint32_t documents = 0;
  };
  using Entry = std::map<Key, Value>::value_type;

  void put(std::vector<std::uint32_t>& lists, std::size_t docid, const std::string& list);
  std::uint32_t number_of(const std::string& list);
  Entry& take(const FieldValue& value);
  /// All values in their order, with those they belong to; gives them their numbers.
  std::vector<Entry*> in_order();
  void add_parents();
  void count_documents(const std::vector<Entry*>& entries);

  const Field& field_;
  std::map<Key, Value> values_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< of the lists, by their bytes
  std::vector<std::vector<const Entry*>> lists_ = {{}};
  std::vector<std::uint32_t> of_document_, of_paragraph_;
};

class ColumnsWriter {
 public:
  /// The stream is empty; who owns it sees whether it took everything.
  explicit ColumnsWriter(std::ostream& out);
  /// By docid, beginning with that of 0: ColumnPart::document, ColumnPart::rank,
  /// ColumnPart::length.
  void write(ColumnPart part, const std::vector<std::uint32_t>& numbers) { put(0, part, numbers); }
  void write(GatheredColumn& column);
  /// The table of contents and the trailer: nothing may be written behind it.
  void finish();

 private:
  void put(std::uint32_t slot, ColumnPart part, const std::vector<std::uint32_t>& numbers);
  void put(std::uint32_t slot, ColumnPart part, std::string bytes);
  void put_bytes(const char* bytes, std::size_t size);

  std::ostream& out_;
  std::vector<std::uint32_t> table_;
  std::size_t written_ = 0;
};

}  // namespace undex
