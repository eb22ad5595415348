#include "searcher/check/archive_holdings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "schemas/fields.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/search/index.h"

namespace undex {
namespace {

/// Documents read for the dates that they print with one symbol: those read for another count too.
constexpr std::size_t kMostRead = 24;

/// Who cites a document: language versions of one name count once.
struct Citing {
  std::set<std::string> keys;
  std::set<std::string> names;
};

/// One part, as a key of tables: the parts of a joint symbol name one document.
std::string key_of(const Symbol& symbol) {
  return symbol.parts.empty() ? std::string() : symbol.parts.front();
}

}  // namespace

struct ArchiveHoldings::State {
  State(const Archive& of, const Document& draft, Read reader)
      : archive(of),
        read(std::move(reader)),
        language(draft.language()),
        self(draft.symbol),
        self_name(draft.name()),
        index(search::open_index(of.dir())) {
    for (const ArchiveEntry& entry : archive.list()) note_entry(entry);
  }

  /// In the language of the draft, else in English, else the first.
  void note_entry(const ArchiveEntry& entry) {
    const ArchiveEntry& kept = entries.emplace(entry.key, entry).first->second;
    if (is_self(kept)) return;
    const auto rank = [&](const ArchiveEntry& one) {
      return one.language == language ? 2 : one.language == "en" ? 1 : 0;
    };
    for (const std::string& part : symbol_from_normal_form(kept.name).parts) {
      const ArchiveEntry*& best = held[part];
      if (best == nullptr || rank(kept) > rank(*best)) best = &kept;
    }
  }

  bool is_self(const ArchiveEntry& entry) const {
    return entry.name == self_name || self.names(symbol_from_normal_form(entry.name));
  }
  /// nullptr when it is not held.
  const ArchiveEntry* entry_of(const Symbol& symbol) const;
  const Citing& citing(const Symbol& symbol);
  void note_dates(const ArchiveEntry& entry);

  const Archive& archive;
  Read read;
  std::string language;
  Symbol self;
  std::string self_name;
  search::Index index;
  std::unordered_map<std::string, ArchiveEntry> entries;                 ///< by key
  std::unordered_map<std::string, const ArchiveEntry*> held;             ///< by part of a symbol
  std::unordered_map<std::string, std::unique_ptr<Document>> documents;  ///< by archive key
  std::unordered_map<std::string, Citing> citing_keys;
  std::unordered_map<std::string, std::vector<PrintedDate>> dates;
  std::set<std::string> noted;  ///< documents whose printed dates are in `printed`
  /// Symbol, date, and who prints it.
  std::unordered_map<std::string, std::map<Date, std::set<std::string>>> printed;
};

const ArchiveEntry* ArchiveHoldings::State::entry_of(const Symbol& symbol) const {
  for (const std::string& part : symbol.parts)
    if (const auto found = held.find(part); found != held.end()) return found->second;
  return nullptr;
}

const Citing& ArchiveHoldings::State::citing(const Symbol& symbol) {
  const auto [at, fresh] = citing_keys.try_emplace(key_of(symbol));
  Citing& citing = at->second;
  if (!fresh) return citing;
  const query::Database& database = index.databases.documents;
  search::guarded(index.generation, [&] {
    for (const std::string& part : symbol.parts) {
      const std::string term = field_term(*find_field(kCitesField), part);
      for (const Xapian::docid one : database.docids(term)) {
        const auto entry = entries.find(database.get_document(one).get_value(kSlotKey));
        if (entry == entries.end() || is_self(entry->second)) continue;
        citing.keys.insert(entry->first);
        citing.names.insert(entry->second.name);
      }
    }
    return 0;
  });
  return citing;
}

void ArchiveHoldings::State::note_dates(const ArchiveEntry& entry) {
  if (!noted.insert(entry.key).second) return;
  const Document document = read(entry);
  for (const Reference& reference : document.marks.references) {
    const auto date = parse_date(reference.dated);
    if (!date || date->day == 0 || reference.kind != ReferenceKind::explicit_) continue;
    for (const std::string& part : reference.cited.parts) printed[part][*date].insert(entry.name);
  }
}

ArchiveHoldings::ArchiveHoldings(const Archive& archive, const Document& draft, Read read)
    : state_(std::make_unique<State>(archive, draft, std::move(read))) {}
ArchiveHoldings::~ArchiveHoldings() = default;

const Document* ArchiveHoldings::held(const Symbol& symbol) {
  const ArchiveEntry* entry = state_->entry_of(symbol);
  if (entry == nullptr) return nullptr;
  std::unique_ptr<Document>& document = state_->documents[entry->key];
  if (!document) document = std::make_unique<Document>(state_->read(*entry));
  return document.get();
}

bool ArchiveHoldings::is_held(const Symbol& symbol) { return state_->entry_of(symbol) != nullptr; }

std::size_t ArchiveHoldings::citing(const Symbol& symbol) {
  return state_->citing(symbol).names.size();
}

const std::vector<PrintedDate>& ArchiveHoldings::dates(const Symbol& symbol) {
  const auto [at, fresh] = state_->dates.try_emplace(key_of(symbol));
  if (!fresh) return at->second;
  std::size_t read = 0;
  for (const std::string& key : state_->citing(symbol).keys) {
    if (read++ >= kMostRead) break;
    state_->note_dates(state_->entries.at(key));
  }
  for (const auto& [date, names] : state_->printed[key_of(symbol)])
    at->second.push_back({date, {names.begin(), names.end()}});
  std::ranges::stable_sort(at->second, [](const PrintedDate& a, const PrintedDate& b) {
    return a.documents.size() > b.documents.size();
  });
  return at->second;
}

}  // namespace undex
