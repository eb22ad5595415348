#include "searcher/serve/site.h"

#include <chrono>
#include <system_error>
#include <utility>

#include "corpus/utc.h"
#include "schemas/index_form.h"
#include "searcher/search/generation.h"
#include "searcher/serve/url.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

constexpr std::size_t kMostIdle = 64;

long long published_at(const std::filesystem::path& archive) {
  std::error_code fault;
  const auto changed =
      std::filesystem::last_write_time(archive / kIndexFolder / kCurrentFile, fault);
  if (fault) return 0;
  const auto time = std::chrono::file_clock::to_sys(changed).time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

}  // namespace

Lease::~Lease() {
  if (view_ != nullptr) site_->give_back(std::move(view_));
}

Site::Site(SiteOptions options) : options_(std::move(options)) {
  const std::size_t host = options_.base_url.find("://");
  if (host == std::string::npos)
    throw Error(ErrorKind::usage, "'" + options_.base_url + "' is no address of a site",
                "write https://library.example.org/undex");
  const std::size_t path = options_.base_url.find('/', host + 3);
  if (path != std::string::npos) prefix_ = options_.base_url.substr(path);
  lease();
}

Lease Site::lease() {
  const long long taken = seconds_now();  // before looking: what comes later is not in it
  const std::string now = search::current_name(options_.archive);
  std::shared_ptr<const Archive> archive;
  std::shared_ptr<const oai::Items> items;
  {
    const std::lock_guard lock(mutex_);
    if (now != generation_) {
      archive_ =
          std::make_shared<const Archive>(Archive::open(options_.archive, Archive::Mode::read));
      items_ = std::make_shared<const oai::Items>(archive_, seconds_now());
      generation_ = now;
      idle_.clear();
    }
    archive = archive_;
    items = items_;
    if (!idle_.empty()) {
      std::unique_ptr<View> view = std::move(idle_.back());
      idle_.pop_back();
      view->taken = taken;
      return {*this, std::move(view)};
    }
  }
  Searcher searcher = Searcher::open(options_.archive);
  std::string state = searcher.status().generation;
  return {*this, std::make_unique<View>(std::move(archive), std::move(items), std::move(searcher),
                                        std::move(state), published_at(options_.archive), taken)};
}

void Site::give_back(std::unique_ptr<View> view) {
  const std::lock_guard lock(mutex_);
  if (view->state == generation_ && idle_.size() < kMostIdle) idle_.push_back(std::move(view));
}

std::string Site::permalink(std::string_view path) const {
  return options_.base_url + path_encoded(path);
}

std::function<Document(const ArchiveEntry&)> reader_of(const View& view) {
  return [archive = view.archive](const ArchiveEntry& entry) { return archive->read(entry); };
}

}  // namespace undex::serve
