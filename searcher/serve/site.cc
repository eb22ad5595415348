#include "searcher/serve/site.h"

#include <chrono>
#include <system_error>
#include <utility>

#include "corpus/utc.h"
#include "schemas/index_form.h"
#include "searcher/search/generation.h"
#include "searcher/serve/url.h"

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

bool is_address(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (text.starts_with(scheme) && text.size() > scheme.size() && text[scheme.size()] != '/')
      return text.find_first_of(" \t\r\n?#\"<>\\") == std::string_view::npos;
  return false;
}

}  // namespace

Lease::~Lease() {
  if (view_ != nullptr) site_->give_back(std::move(view_));
}

Site::Site(SiteOptions options) : options_(std::move(options)) {
  const std::size_t host = options_.base_url.find("://");
  if (!is_address(options_.base_url))
    throw Error(ErrorKind::usage, "'" + options_.base_url + "' is no address of a site",
                "write https://library.example.org/undex");
  const std::size_t path = options_.base_url.find('/', host + 3);
  if (path != std::string::npos) prefix_ = options_.base_url.substr(path);
  lease();
  if (options_.archives.empty()) return;
  for (const ListedArchive& one : options_.archives) {
    std::error_code fault;
    if (own_archive_.empty() && std::filesystem::equivalent(one.place, options_.archive, fault))
      own_archive_ = one.name;
  }
  federation_ = Federation::open(options_.archives, options_.federation);
}

Lease Site::lease() {
  try {
    return newest();
  } catch (const Error& error) {
    tell(error);
    throw;
  }
}

Lease Site::newest() {
  const long long taken = seconds_now();  // before looking: what comes later is not in it
  const std::string now = search::current_name(options_.archive);
  {
    const std::lock_guard lock(mutex_);
    told_.clear();
    if (now != generation_) {
      idle_.clear();
      held_ = {};
      generation_ = now;
    }
    if (!idle_.empty()) {
      std::unique_ptr<View> view = std::move(idle_.back());
      idle_.pop_back();
      view->taken = taken;
      return {*this, std::move(view)};
    }
  }
  Searcher searcher = Searcher::open(options_.archive);
  std::string state = searcher.status().generation;
  Held held = held_at(state);
  // With braces: no view is copied, and clang 14 makes none of values in parentheses.
  return {*this,
          std::unique_ptr<View>(new View{std::move(held.archive), std::move(held.items),
                                         std::move(held.names), std::move(searcher),
                                         std::move(state), published_at(options_.archive), taken})};
}

/// Opened after the index, so that it holds all that the index names; once for all views of it.
Site::Held Site::held_at(const std::string& state) {
  const auto open = [&] {
    auto archive =
        std::make_shared<const Archive>(Archive::open(options_.archive, Archive::Mode::read));
    return Held{archive, std::make_shared<const oai::Items>(archive, seconds_now()),
                std::make_shared<const HeldNames>(*archive)};
  };
  const std::lock_guard lock(mutex_);
  if (state != generation_) return open();
  if (held_.archive == nullptr) held_ = open();
  return held_;
}

void Site::give_back(std::unique_ptr<View> view) {
  const std::lock_guard lock(mutex_);
  if (view->state == generation_ && view->archive == held_.archive && idle_.size() < kMostIdle)
    idle_.push_back(std::move(view));
}

void Site::tell(const Error& error) {
  if (!options_.report) return;
  const std::string line = error.hint.empty() ? error.what() : error.what() + (": " + error.hint);
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(told_, line) == line) return;
  }
  options_.report(line);
}

std::string Site::permalink(std::string_view path) const {
  return options_.base_url + path_encoded(path);
}

std::function<Document(const ArchiveEntry&)> reader_of(const View& view) {
  return [archive = view.archive](const ArchiveEntry& entry) { return archive->read(entry); };
}

}  // namespace undex::serve
