// Lists of records and of headers: what is in a window of time and a set, a page at a time.
#include <algorithm>
#include <tuple>

#include "searcher/serve/oai/datestamp.h"
#include "searcher/serve/oai/formats.h"
#include "searcher/serve/oai/repository.h"
#include "searcher/serve/oai/sets.h"
#include "searcher/serve/oai/token.h"

namespace undex::serve::oai {
namespace {

/// How much a page holds: items, and bytes where whole texts are asked for.
struct Page {
  std::size_t items;
  std::size_t bytes;
};
constexpr Page kRecords = {50, 4 * 1024 * 1024};
constexpr Page kHeaders = {500, 4 * 1024 * 1024};

std::vector<const Item*> matching(const Repository& repository, const Harvest& harvest) {
  const std::string from = harvest.from.empty() ? "" : first_second(harvest.from);
  const std::string until = harvest.until.empty() ? "" : last_second(harvest.until);
  std::vector<const Item*> found;
  for (const Item& item : repository.items)
    if (item.datestamp >= from && (until.empty() || item.datestamp <= until) &&
        (harvest.set.empty() || is_in_set(item, harvest.set)))
      found.push_back(&item);
  return found;
}

/// The first that was not given yet, whatever became of the last one that was.
std::size_t next_of(const std::vector<const Item*>& items, const Harvest& harvest) {
  const auto next = std::ranges::find_if(items, [&](const Item* item) {
    return std::tie(item->datestamp, item->key) > std::tie(harvest.datestamp, harvest.key);
  });
  return static_cast<std::size_t>(next - items.begin());
}

/// Behind the items of a page: nothing where one page has them all.
std::string token_element(const Repository& repository, const Harvest& before, const Harvest& after,
                          std::size_t all, bool is_last) {
  if (is_last && before.given == 0) return {};
  return element("resumptionToken", is_last ? "" : write_token(after, repository.base_url),
                 {{"completeListSize", std::to_string(std::max(all, after.given))},
                  {"cursor", std::to_string(before.given)}});
}

VerbAnswer page_of(const Repository& repository, const Harvest& harvest) {
  const MetadataFormat* format = find_metadata_format(harvest.prefix);
  if (format == nullptr)
    return refused("cannotDisseminateFormat", "'" + harvest.prefix + "' is not offered");
  const std::vector<const Item*> items = matching(repository, harvest);
  const bool with_records = harvest.verb == "ListRecords";
  const Page most = with_records ? kRecords : kHeaders;
  VerbAnswer answer;
  Harvest after = harvest;
  std::size_t at = next_of(items, harvest);
  for (const std::size_t first = at;
       at < items.size() && at - first < most.items && answer.xml.size() < most.bytes; ++at) {
    answer.xml += with_records ? record_of(repository, *items[at], *format)
                               : header_of(repository, *items[at]);
    after.datestamp = items[at]->datestamp;
    after.key = items[at]->key;
    ++after.given;
  }
  if (answer.xml.empty())
    return refused("noRecordsMatch", harvest.given == 0 ? "nothing is in this window and set"
                                                        : "nothing is left of this list");
  answer.xml += token_element(repository, harvest, after, items.size(), at == items.size());
  return answer;
}

}  // namespace

VerbAnswer list_items(const Repository& repository, const Arguments& arguments) {
  if (arguments.token.empty())
    return page_of(repository, {.verb = arguments.verb,
                                .prefix = arguments.prefix,
                                .from = arguments.from,
                                .until = arguments.until,
                                .set = arguments.set});
  const std::optional<Harvest> harvest = read_token(arguments.token, repository.base_url);
  if (!harvest || harvest->verb != arguments.verb)
    return refused("badResumptionToken", "it is not one of a " + arguments.verb + " here");
  return page_of(repository, *harvest);
}

}  // namespace undex::serve::oai
