#pragma once
// Where documents are read from: one archive, or several that are asked as one
// (searcher/federation/listed_shelves.h). What is told of a document and of those around it is made
// from nothing else.
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/documents/held_names.h"
#include "searcher/documents/target.h"
#include "searcher/render/citation_page.h"
#include "undex/search.h"

namespace undex {

/// A text held, with all the places in it that cite a document.
struct CitingText {
  std::string archive{};  ///< name of the one that holds it, where several were asked
  std::string key{};
  std::string language{};
  bool abridged = false;
  CitationPartner partner{};
};

CitingText citing_text(const std::string& key, const Document& document,
                       const std::function<bool(const Reference&)>& wanted);

/// Errors as of Archive; of several archives Error{archive} when none answers.
class Shelves {
 public:
  virtual ~Shelves() = default;
  /// As find_target().
  virtual Target find(std::string_view typed) const = 0;
  /// Of what find() gave, as what follows.
  virtual std::string xml(const ArchiveEntry& entry) const = 0;
  virtual std::string original(const ArchiveEntry& entry) const = 0;
  virtual Document read(const ArchiveEntry& entry) const = 0;
  /// Other files that the text was read from.
  virtual std::vector<std::string> more_sources(const ArchiveEntry& entry) const = 0;
  /// Name of the archive that holds it, where several are asked.
  virtual std::string archive_of(const ArchiveEntry& entry) const = 0;

  /// Of these names those under which something is held, each with the name of the archive.
  virtual std::map<std::string, std::string> holders_of(
      const std::vector<std::string>& names) const = 0;
  /// Every language version and source, in natural order of names and keys.
  virtual std::vector<CitingText> citing(const Symbol& cited) const = 0;
  /// As HeldNames::of_work.
  virtual std::vector<std::string> names_of_work(const Symbol& symbol) const = 0;
  /// What to say of a name that is not held, as HeldNames::hint.
  virtual std::string hint(std::string_view name, std::string_view more) const = 0;
  /// Which archives have answered all that was asked so far; of one archive none.
  virtual std::vector<ArchiveAnswer> archives() const = 0;
};

/// One archive. What it is made from outlives it.
class ArchiveShelves : public Shelves {
 public:
  ArchiveShelves(const Archive& archive, const HeldNames& names, ReadDocument read)
      : archive_(archive), names_(names), read_(std::move(read)) {}

  Target find(std::string_view typed) const override { return find_target(archive_, typed); }
  std::string xml(const ArchiveEntry& entry) const override { return archive_.read_xml(entry); }
  std::string original(const ArchiveEntry& entry) const override {
    return archive_.read_original(entry);
  }
  Document read(const ArchiveEntry& entry) const override { return read_(entry); }
  std::vector<std::string> more_sources(const ArchiveEntry& entry) const override;
  std::string archive_of(const ArchiveEntry&) const override { return {}; }
  std::map<std::string, std::string> holders_of(
      const std::vector<std::string>& names) const override;
  std::vector<CitingText> citing(const Symbol& cited) const override;
  std::vector<std::string> names_of_work(const Symbol& symbol) const override {
    return names_.of_work(symbol);
  }
  std::string hint(std::string_view name, std::string_view more) const override {
    return names_.hint(name, more);
  }
  std::vector<ArchiveAnswer> archives() const override { return {}; }

 private:
  const Archive& archive_;
  const HeldNames& names_;
  ReadDocument read_;
};

}  // namespace undex
