#include "indexer/enter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include "indexer/likeness.h"

namespace undex {
namespace {

/// Of two sources with the same text the one of the better format gives the text: the best first.
/// What keeps the structure as its author set it comes before what shows it, and that before what
/// only a page looks like. A format without a row comes last.
constexpr std::array<std::string_view, 12> kFormats = {"docx", "akn",      "odt",  "doc",
                                                       "rtf",  "wordml",   "wpd",  "works",
                                                       "html", "markdown", "text", "pdf"};

std::size_t rank_of(std::string_view format) {
  return static_cast<std::size_t>(std::find(kFormats.begin(), kFormats.end(), format) -
                                  kFormats.begin());
}

bool is_record(const Document& document) {
  return document.masthead.find(MastheadItem::record) != nullptr;
}

/// Else it is called by the path of its source, and of these two papers may have the same.
bool has_name(const Document& document) {
  return !document.symbol.parts.empty() ||
         document.masthead.find(MastheadItem::reference) != nullptr ||
         document.masthead.find(MastheadItem::submission_number) != nullptr;
}

Provenance provenance_of(const ArchiveSource& source) {
  Provenance provenance;
  provenance.source = source.source;
  provenance.sha256 = source.sha256;
  provenance.format = source.format;
  provenance.size_bytes = source.size_bytes;
  provenance.added = source.added;
  return provenance;
}

std::string percent(double share) {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "%.1f", share * 100);
  return std::string(digits.data()) + " %";
}

Notice notice_of(Notice::Level level, std::string code, std::string text) {
  return {.level = level, .code = std::move(code), .locator = {}, .text = std::move(text)};
}

/// A document of the same name, and how alike its text is.
struct Rival {
  ArchiveEntry entry;
  Document document;
  double likeness = 0;
  bool is_same = false;
};

class Entering {
 public:
  Entering(Archive& archive, const Document& document, std::string_view original,
           Archive::Proof proof)
      : archive_(archive), document_(document), original_(original), proof_(proof) {
    find_rivals();
  }

  Entered enter() {
    if (own_) return is_main() ? enter_again() : enter_further_again();
    return enter_new();
  }

 private:
  void find_rivals() {
    const std::string& sha256 = document_.provenance.sha256;
    std::vector<ArchiveEntry> found = archive_.find_staged(document_.name());
    if (!has_name(document_)) {
      // Another folder's file of that name is no version of this one; the same bytes are.
      const std::string& path = document_.provenance.source;
      std::erase_if(found, [&](const ArchiveEntry& entry) { return entry.source != path; });
      for (ArchiveEntry& entry : archive_.find_bytes(sha256))
        if (entry.source != path) found.push_back(std::move(entry));
    }
    for (const ArchiveEntry& entry : found) compare(entry, sha256);
  }

  void compare(const ArchiveEntry& entry, const std::string& sha256) {
    Rival rival{.entry = entry, .document = archive_.read(entry)};
    const bool one_is_record = is_record(document_) != is_record(rival.document);
    if (entry.language != document_.language() && !one_is_record) return;
    if (!has_name(document_) && has_name(rival.document)) return;
    const std::vector<ArchiveSource> sources = archive_.sources(entry);
    const bool same_bytes =
        std::any_of(sources.begin(), sources.end(),
                    [&](const ArchiveSource& source) { return source.sha256 == sha256; });
    // A catalogue record tells of the document; it has no text that could differ.
    rival.likeness = same_bytes || one_is_record ? 1 : likeness(document_, rival.document);
    rival.is_same = rival.likeness >= kSameText;
    const std::string& path = document_.provenance.source;
    for (const ArchiveSource& source : sources)
      if (source.source == path && (!own_ || path == entry.source)) own_ = rivals_.size();
    rivals_.push_back(std::move(rival));
  }

  const Rival& own() const { return rivals_[*own_]; }
  bool is_main() const { return own().entry.source == document_.provenance.source; }

  /// Another document with the same text; nullptr if there is none.
  const Rival* twin() const {
    for (std::size_t i = 0; i < rivals_.size(); ++i)
      if (i != own_ && rivals_[i].is_same) return &rivals_[i];
    return nullptr;
  }

  /// The text of a document comes again from its source.
  Entered enter_again() {
    if (own().is_same) return put(Entered::What::changed);
    drop_other_sources();
    if (const Rival* other = twin()) {
      archive_.remove(own().entry, "now the same text as " + other->entry.source,
                      document_.provenance.added);
      return join(*other, Entered::What::changed);
    }
    return put(Entered::What::changed);
  }

  /// They had the former text; what they say of the new one only reading them again can tell.
  void drop_other_sources() {
    for (const ArchiveSource& source : archive_.sources(own().entry)) {
      if (source.source == document_.provenance.source) continue;
      archive_.remove_source(own().entry, source,
                             document_.provenance.source + " has another text now",
                             document_.provenance.added);
      notices_.push_back(notice_of(Notice::Level::warning, "source-parted",
                                   source.source + " had the former text: it is read again"));
      parted_.push_back(source);
    }
  }

  /// A further source of a document comes again with other bytes.
  Entered enter_further_again() {
    if (own().is_same) return join(own(), Entered::What::changed);
    for (const ArchiveSource& source : archive_.sources(own().entry))
      if (source.source == document_.provenance.source)
        archive_.remove_source(own().entry, source, "it has another text now",
                               document_.provenance.added);
    own_.reset();
    return enter_new();
  }

  Entered enter_new() {
    if (const Rival* other = twin()) return join(*other, Entered::What::same_text);
    return put(rivals_.empty() ? Entered::What::added : Entered::What::conflict);
  }

  /// One document, one source more: of two texts the better one stays.
  Entered join(const Rival& other, Entered::What what) {
    const Provenance& provenance = document_.provenance;
    Entered entered{.what = what, .entry = other.entry, .notices = notices_, .parted = parted_};
    if (!is_better_than(other.document)) {
      archive_.add_source(other.entry, provenance, original_);
    } else if (other.entry.language == document_.language()) {
      entered.entry = archive_.put_better(other.entry, document_, original_);
    } else {
      entered.entry = put_in_place_of_record(other);
    }
    if (other.likeness < 1)
      entered.notices.push_back(notice_of(Notice::Level::info, "same-text",
                                          "the text of " + other.entry.source + ", " +
                                              percent(other.likeness) + " of the words alike"));
    return entered;
  }

  /// The language of a record is no language of a text: the key, which names it, cannot stay.
  ArchiveEntry put_in_place_of_record(const Rival& record) {
    const ArchiveEntry entry = archive_.put(document_, original_, proof_);
    ArchiveEntry bytes = record.entry;
    for (const ArchiveSource& source : archive_.sources(record.entry)) {
      bytes.sha256 = source.sha256;
      archive_.add_source(entry, provenance_of(source), archive_.read_original(bytes));
    }
    archive_.remove(record.entry, "its text is held as " + entry.key, document_.provenance.added);
    return entry;
  }

  bool is_better_than(const Document& held) const {
    if (is_record(document_) != is_record(held)) return is_record(held);
    // No symbol of a joint document is lost because a better format shows one of them only.
    const std::vector<std::string>& parts = document_.symbol.parts;
    for (const std::string& part : held.symbol.parts)
      if (std::find(parts.begin(), parts.end(), part) == parts.end()) return false;
    return rank_of(document_.provenance.format) < rank_of(held.provenance.format);
  }

  /// A document of its own, which says what it contradicts.
  Entered put(Entered::What what) {
    for (std::size_t i = 0; i < rivals_.size(); ++i) {
      if (i == own_ || rivals_[i].is_same) continue;
      notices_.push_back(notice_of(Notice::Level::warning, "text-conflict",
                                   rivals_[i].entry.source + " has another text under this name (" +
                                       percent(rivals_[i].likeness) +
                                       " of the words alike): both are kept"));
    }
    Document document = document_;
    document.notices.insert(document.notices.end(), notices_.begin(), notices_.end());
    return {.what = what,
            .entry = archive_.put(document, original_, proof_),
            .notices = notices_,
            .parted = parted_};
  }

  Archive& archive_;
  const Document& document_;
  std::string_view original_;
  Archive::Proof proof_;  ///< notices of ours need none
  std::vector<Rival> rivals_;
  std::optional<std::size_t> own_;  ///< the rival of which the path of the document is a source
  std::vector<Notice> notices_;
  std::vector<ArchiveSource> parted_;
};

}  // namespace

Entered enter_document(Archive& archive, const Document& document, std::string_view original,
                       Archive::Proof proof) {
  return Entering(archive, document, original, proof).enter();
}

}  // namespace undex
