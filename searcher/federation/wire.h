#pragma once
// What archives say to each other (searcher/serve/node), as JSON: {"version": 3, "body": [...]}.
// A body is its parts in the order of wire.cc, for both ends speak the same version. Strings may be
// any bytes. Reading is strict: Error{version} for a message of another version, Error{usage} for
// what is none or goes beyond a bound; no message repeats bytes that came.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/federation/member.h"
#include "undex/part.h"

namespace undex::federation {

inline constexpr int kWireVersion = 3;
inline constexpr std::string_view kNodePath = "/api/v1/node/";
// Of a request that a node answers.
inline constexpr std::size_t kMostHits = 10'000;  ///< limit and offset together
inline constexpr std::size_t kMostPassages = 1000;
inline constexpr std::size_t kMostFacets = 100;  ///< each is counted, a name that comes twice too
inline constexpr std::size_t kMostQueryBytes = 64 * 1024;
inline constexpr std::size_t kMostElsewhere = 20'000;
inline constexpr std::size_t kMostNames = 20'000;
inline constexpr std::size_t kMostCiting = 5000;  ///< texts

struct StatisticsQuestion {
  Request request{};
  std::optional<Statistics> known{};
  std::vector<std::uint64_t> elsewhere{};  ///< as Shared::elsewhere
};
struct EvidenceQuestion {
  Request request{};
  Statistics all{};
  std::vector<std::uint64_t> elsewhere{};
};
struct PartQuestion {
  Request request{};
  Shared shared{};
};

std::string write_message(const StatisticsQuestion& message);
std::string write_message(const ToldStatistics& message);
std::string write_message(const EvidenceQuestion& message);
std::string write_message(const std::vector<double>& message);
std::string write_message(const PartQuestion& message);
std::string write_message(const PartAnswer& message);
std::string write_message(const Status& message);
std::string write_message(const std::vector<ListedText>& message);
std::string write_message(const std::vector<std::string>& message);
std::string write_message(const std::vector<CitingText>& message);

void read_message(std::string_view bytes, StatisticsQuestion& out);
void read_message(std::string_view bytes, ToldStatistics& out);
void read_message(std::string_view bytes, EvidenceQuestion& out);
void read_message(std::string_view bytes, std::vector<double>& out);
void read_message(std::string_view bytes, PartQuestion& out);
void read_message(std::string_view bytes, PartAnswer& out);
void read_message(std::string_view bytes, Status& out);
void read_message(std::string_view bytes, std::vector<ListedText>& out);
void read_message(std::string_view bytes, std::vector<std::string>& out);
void read_message(std::string_view bytes, std::vector<CitingText>& out);

/// Works are many: eight bytes each, little-endian, behind eight that say what it is. They must be
/// in order, each once.
std::string write_works(const std::vector<std::uint64_t>& works);
std::vector<std::uint64_t> read_works(std::string_view bytes);

}  // namespace undex::federation
