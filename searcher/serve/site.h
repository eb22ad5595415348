#pragma once
// What every handler is given: the archive and its index as they are now, and what the library that
// runs the service has set. A new index is seen without a restart.
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "searcher/check/check.h"
#include "searcher/documents/held_names.h"
#include "searcher/serve/oai/items.h"
#include "undex/error.h"
#include "undex/federation.h"
#include "undex/search.h"

namespace undex::serve {

/// A draft as sent to be checked, read where untrusted bytes may be read. Throws Error{check} for
/// bytes that are no document. Called by several threads at once.
using ReadDraft = std::function<Document(std::string_view bytes, std::string_view name)>;

struct SiteOptions {
  std::filesystem::path archive;
  /// "https://library.example.org/undex", without a stroke at the end: before every address that
  /// leaves the page (permalinks, feeds, harvesters).
  std::string base_url = "http://127.0.0.1:8080";
  std::string name = "undex";                       ///< of the service, in titles and protocols
  std::string admin_email = "admin@undex.invalid";  ///< OAI-PMH asks for one, with a domain
  std::vector<std::string> cors_origins{};          ///< that may read answers; "*" is every one
  std::vector<std::string> frame_ancestors{};       ///< that may show embedded pages; none: no one
  bool holds_nothing = false;  ///< the archive stands in for none: what only one answers is refused
  /// Asked as one where a request searches; the archive is one of them. None: it alone is asked.
  std::vector<ListedArchive> archives{};
  FederationOptions federation{};
  bool node = false;       ///< answers to machines that ask several archives (node/node.h)
  ReadDraft read_draft{};  ///< empty: no drafts are checked
  /// Told in a line why the archive cannot be read, which clients are not told. Called by several
  /// threads; empty: nobody is.
  std::function<void(const std::string& line)> report{};
};

/// One state of the archive and its index, for one request at a time.
struct View {
  std::shared_ptr<const Archive> archive;
  std::shared_ptr<const oai::Items> items;
  std::shared_ptr<const HeldNames> names;  ///< of the archive
  Searcher searcher;
  std::string state;        ///< names it: changes with every new index
  long long published = 0;  ///< seconds since 1970 at which the index was
  long long taken = 0;      ///< seconds since 1970 at which this was the newest state
};

class Site;

/// Gives the view back when it goes.
class Lease {
 public:
  Lease(Site& site, std::unique_ptr<View> view) : site_(&site), view_(std::move(view)) {}
  Lease(Lease&&) noexcept = default;
  ~Lease();
  const View& operator*() const { return *view_; }
  const View* operator->() const { return view_.get(); }

 private:
  Site* site_;
  std::unique_ptr<View> view_;
};

class Site {
 public:
  /// Error as Searcher::open and Federation::open: a service without an index to serve does not
  /// begin.
  explicit Site(SiteOptions options);

  const SiteOptions& options() const { return options_; }
  /// The newest state. Thread-safe. Error{archive} while there is none.
  Lease lease();
  /// Several archives asked as one; nullptr where there is one alone.
  const Federation* federation() const { return federation_ ? &*federation_ : nullptr; }
  /// The name that the archive has among them; empty where there is one alone, or it stands for
  /// none.
  const std::string& own_archive() const { return own_archive_; }
  /// Tells the operator of a fault of the archive: once until it can be read again, or another
  /// comes. Thread-safe.
  void tell(const Error& error);
  /// "https://library.example.org/undex/A/58/568".
  std::string permalink(std::string_view path) const;
  /// The path of base_url: "/undex", or empty. Every link within the site begins with it.
  const std::string& prefix() const { return prefix_; }

 private:
  friend class Lease;
  struct Held {
    std::shared_ptr<const Archive> archive;
    std::shared_ptr<const oai::Items> items;
    std::shared_ptr<const HeldNames> names;
  };
  Lease newest();
  Held held_at(const std::string& state);
  void give_back(std::unique_ptr<View> view);

  SiteOptions options_;
  std::string prefix_;
  std::optional<Federation> federation_;
  std::string own_archive_;
  std::mutex mutex_;
  std::string generation_;
  std::string told_;  ///< why it cannot be read now
  Held held_;         ///< with that
  std::vector<std::unique_ptr<View>> idle_;
};

/// A document held, with the marks that the archive keeps.
std::function<Document(const ArchiveEntry&)> reader_of(const View& view);

}  // namespace undex::serve
