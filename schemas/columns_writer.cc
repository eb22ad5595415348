#include "schemas/columns_writer.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>

#include "schemas/index_form.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = 0xffffffff;

}  // namespace

void GatheredColumn::put(std::vector<std::uint32_t>& lists, std::size_t docid,
                         const std::string& list) {
  if (docid >= lists.size()) lists.resize(docid + 1);
  lists[docid] = number_of(list);
}

std::uint32_t GatheredColumn::number_of(const std::string& list) {
  const auto [at, is_new] = numbers_.try_emplace(list, static_cast<std::uint32_t>(lists_.size()));
  if (!is_new) return at->second;
  std::vector<const Entry*> members;
  for (const FieldValue& value : read_values(list)) members.push_back(&take(value));
  lists_.push_back(std::move(members));
  return at->second;
}

GatheredColumn::Entry& GatheredColumn::take(const FieldValue& value) {
  Entry& entry = *values_.try_emplace(Key(value.value, value.doubtful)).first;
  std::string& label = entry.second.label;
  if (!value.label.empty() && (label.empty() || value.label < label)) label = value.label;
  return entry;
}

void GatheredColumn::add_parents() {
  if (field_.parent == nullptr) return;
  std::vector<FieldValue> own;
  for (const auto& [key, value] : values_) own.push_back({key.first, value.label, key.second});
  for (const FieldValue& value : own)
    for (std::optional<FieldValue> one = field_.parent(value); one; one = field_.parent(*one))
      take(*one);
}

std::vector<GatheredColumn::Entry*> GatheredColumn::in_order() {
  add_parents();
  std::vector<std::pair<std::string, Entry*>> order;
  for (Entry& entry : values_) order.emplace_back(natural_sort_key(entry.first.first), &entry);
  // Of equal keys the map's order stays: a doubtful value behind the other.
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Entry*> entries;
  for (auto& [key, entry] : order) {
    auto& [value, facts] = *entry;
    facts.number = static_cast<std::uint32_t>(entries.size());
    if (field_.parent != nullptr)  // what it belongs to begins like it and has its number already
      if (const auto parent = field_.parent({value.first, facts.label, value.second}))
        facts.parent = take(*parent).second.number;
    entries.push_back(entry);
  }
  count_documents(entries);
  return entries;
}

void GatheredColumn::count_documents(const std::vector<Entry*>& entries) {
  std::vector<std::uint32_t> holders(lists_.size());
  for (const std::uint32_t list : of_document_) ++holders[list];
  std::vector<std::size_t> counted(entries.size());  // in which list last
  for (std::size_t list = 1; list < lists_.size(); ++list)
    for (const Entry* member : lists_[list])
      for (std::uint32_t at = member->second.number; at != kNoParent;
           at = entries[at]->second.parent)
        if (std::exchange(counted[at], list) != list)
          entries[at]->second.documents += holders[list];
}

ColumnsWriter::ColumnsWriter(std::ostream& out) : out_(out) {
  put_bytes(kColumnsMagic.data(), kColumnsMagic.size());
  put_bytes(reinterpret_cast<const char*>(&kColumnsForm), sizeof kColumnsForm);
}

void ColumnsWriter::write(GatheredColumn& column) {
  const std::uint32_t slot = column.field_.slot;
  const std::vector<GatheredColumn::Entry*> entries = column.in_order();
  std::vector<std::uint32_t> values;
  std::string text;
  for (const GatheredColumn::Entry* entry : entries) {
    const auto& [key, value] = *entry;
    values.insert(values.end(), {static_cast<std::uint32_t>(text.size()),
                                 static_cast<std::uint32_t>(key.first.size()),
                                 static_cast<std::uint32_t>(value.label.size()),
                                 key.second ? 1U : 0U, value.parent, value.documents});
    text += key.first + value.label;
  }
  std::vector<std::uint32_t> starts, members;
  for (const std::vector<const GatheredColumn::Entry*>& list : column.lists_) {
    starts.push_back(static_cast<std::uint32_t>(members.size()));
    for (const GatheredColumn::Entry* entry : list) members.push_back(entry->second.number);
    std::sort(members.begin() + starts.back(), members.end());
  }
  starts.push_back(static_cast<std::uint32_t>(members.size()));
  put(slot, ColumnPart::values, values);
  put(slot, ColumnPart::text, std::move(text));
  put(slot, ColumnPart::starts, starts);
  put(slot, ColumnPart::members, members);
  put(slot, ColumnPart::of_document, column.of_document_);
  if (column.field_.read_marks != nullptr)
    put(slot, ColumnPart::of_paragraph, column.of_paragraph_);
}

void ColumnsWriter::finish() {
  const std::uint32_t trailer[] = {static_cast<std::uint32_t>(written_),
                                   static_cast<std::uint32_t>(table_.size() / 4)};
  put_bytes(reinterpret_cast<const char*>(table_.data()), table_.size() * sizeof table_.front());
  put_bytes(reinterpret_cast<const char*>(trailer), sizeof trailer);
  put_bytes(kColumnsEnd.data(), kColumnsEnd.size());
}

void ColumnsWriter::put(std::uint32_t slot, ColumnPart part,
                        const std::vector<std::uint32_t>& numbers) {
  const std::size_t bytes = numbers.size() * sizeof(std::uint32_t);
  table_.insert(table_.end(),
                {slot, static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(written_),
                 static_cast<std::uint32_t>(bytes)});
  put_bytes(reinterpret_cast<const char*>(numbers.data()), bytes);
}

void ColumnsWriter::put(std::uint32_t slot, ColumnPart part, std::string bytes) {
  table_.insert(table_.end(),
                {slot, static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(written_),
                 static_cast<std::uint32_t>(bytes.size())});
  while (bytes.size() % sizeof(std::uint32_t) != 0) bytes += '\0';
  put_bytes(bytes.data(), bytes.size());
}

void ColumnsWriter::put_bytes(const char* bytes, std::size_t size) {
  written_ += size;
  if (written_ > kMostBytes)
    throw Error(ErrorKind::archive, "the columns of the index would be larger than 4 GB",
                "make two archives of it");
  out_.write(bytes, static_cast<std::streamsize>(size));
}

}  // namespace undex
