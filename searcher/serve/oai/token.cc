#include "searcher/serve/oai/token.h"

#include <charconv>
#include <vector>

#include "corpus/hash.h"
#include "corpus/strings.h"
#include "searcher/serve/oai/arguments.h"
#include "searcher/serve/oai/datestamp.h"
#include "searcher/serve/oai/sets.h"

namespace undex::serve::oai {
namespace {

constexpr std::string_view kForm = "1";  // the first field of every token: forms may change
constexpr std::size_t kSumDigits = 16;
constexpr std::size_t kFields = 9;
constexpr std::size_t kMostDigits = 9;

std::string sum_of(std::string_view fields, std::string_view base_url) {
  return sha256_hex(std::string(base_url) + "\n" + std::string(fields)).substr(0, kSumDigits);
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || text.size() > kMostDigits)
    return std::nullopt;
  return number;
}

bool is_empty_or(bool (*is_valid)(std::string_view), const std::string& text) {
  return text.empty() || is_valid(text);
}

/// Whether the fields may have come from us: a sum is no proof of that.
bool is_sound(const Harvest& harvest) {
  return (harvest.verb == "ListRecords" || harvest.verb == "ListIdentifiers") &&
         is_prefix(harvest.prefix) && is_empty_or(is_datestamp, harvest.from) &&
         is_empty_or(is_datestamp, harvest.until) && is_empty_or(is_set_spec, harvest.set) &&
         fault_of_window(harvest.from, harvest.until).empty() && is_datestamp(harvest.datestamp) &&
         !is_day(harvest.datestamp) && is_prefix(harvest.key);
}

}  // namespace

std::string write_token(const Harvest& harvest, std::string_view base_url) {
  std::string fields(kForm);
  for (const std::string& field :
       {harvest.verb, harvest.prefix, harvest.from, harvest.until, harvest.set, harvest.datestamp,
        harvest.key, std::to_string(harvest.given)})
    fields += "/" + field;
  return fields + "/" + sum_of(fields, base_url);
}

std::optional<Harvest> read_token(std::string_view token, std::string_view base_url) {
  const std::size_t end = token.rfind('/');
  if (end == std::string_view::npos) return std::nullopt;
  if (token.substr(end + 1) != sum_of(token.substr(0, end), base_url)) return std::nullopt;
  const std::vector<std::string_view> fields = split(token.substr(0, end), '/');
  if (fields.size() != kFields || fields[0] != kForm) return std::nullopt;
  const std::optional<std::size_t> given = number_of(fields[8]);
  Harvest harvest{.verb = std::string(fields[1]),
                  .prefix = std::string(fields[2]),
                  .from = std::string(fields[3]),
                  .until = std::string(fields[4]),
                  .set = std::string(fields[5]),
                  .datestamp = std::string(fields[6]),
                  .key = std::string(fields[7]),
                  .given = given.value_or(0)};
  if (!given || !is_sound(harvest)) return std::nullopt;
  return harvest;
}

}  // namespace undex::serve::oai
