#include "indexer/enter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

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

/// More than a few other texts of one name are counted: each names the others, and 400 of them
/// would be told in 80,000 notices.
constexpr std::size_t kNamedRivals = 5;

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
  const HeldText* text = nullptr;
  double likeness = 0;
  bool is_same = false;
};

class Entering {
 public:
  Entering(Archive& archive, HeldTexts& texts, const Document& document, std::string_view original,
           Archive::Proof proof)
      : archive_(archive),
        texts_(texts),
        document_(document),
        text_(held_text(document)),
        original_(original),
        proof_(proof) {
    texts_.make_room();
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
    if (!text_.has_name) {
      // Another folder's file of that name is no version of this one; the same bytes are.
      const std::string& path = document_.provenance.source;
      std::erase_if(found, [&](const ArchiveEntry& entry) { return entry.source != path; });
      for (ArchiveEntry& entry : archive_.find_bytes(sha256))
        if (entry.source != path) found.push_back(std::move(entry));
    }
    if (!found.empty()) text_.runs = runs_of(document_);
    for (const ArchiveEntry& entry : found) compare(entry, sha256);
  }

  void compare(const ArchiveEntry& entry, const std::string& sha256) {
    const HeldText& held = texts_.of(archive_, entry);
    const bool one_is_record = text_.is_record != held.is_record;
    if (entry.language != text_.language && !one_is_record) return;
    if (!text_.has_name && held.has_name) return;
    const std::vector<ArchiveSource> sources = archive_.sources(entry);
    const bool same_bytes =
        std::any_of(sources.begin(), sources.end(),
                    [&](const ArchiveSource& source) { return source.sha256 == sha256; });
    // A catalogue record tells of the document; it has no text that could differ.
    const double alike = same_bytes || one_is_record ? 1 : likeness(text_.runs, held.runs);
    const std::string& path = document_.provenance.source;
    for (const ArchiveSource& source : sources)
      if (source.source == path && (!own_ || path == entry.source)) own_ = rivals_.size();
    rivals_.push_back(
        {.entry = entry, .text = &held, .likeness = alike, .is_same = alike >= kSameText});
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
    if (!is_better_than(*other.text)) {
      archive_.add_source(other.entry, provenance, original_);
    } else if (other.entry.language == text_.language) {
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

  bool is_better_than(const HeldText& held) const {
    if (text_.is_record != held.is_record) return held.is_record;
    // No symbol of a joint document is lost because a better format shows one of them only.
    const std::vector<std::string>& parts = document_.symbol.parts;
    for (const std::string& part : held.symbol.parts)
      if (std::find(parts.begin(), parts.end(), part) == parts.end()) return false;
    return rank_of(text_.format) < rank_of(held.format);
  }

  /// A document of its own, which says what it contradicts.
  Entered put(Entered::What what) {
    tell_conflicts();
    Document document = document_;
    document.notices.insert(document.notices.end(), notices_.begin(), notices_.end());
    ArchiveEntry entry = archive_.put(document, original_, proof_);
    if (text_.runs.size() > 0) texts_.keep(entry, std::move(text_));
    return {.what = what, .entry = std::move(entry), .notices = notices_, .parted = parted_};
  }

  void tell_conflicts() {
    std::vector<const Rival*> others;
    for (std::size_t i = 0; i < rivals_.size(); ++i)
      if (i != own_ && !rivals_[i].is_same) others.push_back(&rivals_[i]);
    std::stable_sort(others.begin(), others.end(),
                     [](const Rival* a, const Rival* b) { return a->likeness > b->likeness; });
    const std::size_t named = std::min(others.size(), kNamedRivals);
    for (std::size_t i = 0; i < named; ++i)
      tell_conflict(others[i]->entry.source + " has another text under this name (" +
                    percent(others[i]->likeness) + " of the words alike): both are kept");
    if (const std::size_t more = others.size() - named; more > 0)
      tell_conflict(std::to_string(more) + (more == 1 ? " more has" : " more have") +
                    " another text under this name: all are kept");
  }

  void tell_conflict(std::string text) {
    notices_.push_back(notice_of(Notice::Level::warning, "text-conflict", std::move(text)));
  }

  Archive& archive_;
  HeldTexts& texts_;
  const Document& document_;
  HeldText text_;  ///< its runs only where something is held to compare them with
  std::string_view original_;
  Archive::Proof proof_;  ///< notices of ours need none
  std::vector<Rival> rivals_;
  std::optional<std::size_t> own_;  ///< the rival of which the path of the document is a source
  std::vector<Notice> notices_;
  std::vector<ArchiveSource> parted_;
};

}  // namespace

Entered enter_document(Archive& archive, HeldTexts& texts, const Document& document,
                       std::string_view original, Archive::Proof proof) {
  return Entering(archive, texts, document, original, proof).enter();
}

}  // namespace undex
