#pragma once
// What differs between the versions of SRU.
#include <span>
#include <string_view>

namespace undex::serve::sru {

enum class Operation { explain, search_retrieve, scan };

struct Version {
  std::string_view number;      ///< "1.1"
  std::string_view response;    ///< namespace of answers
  std::string_view scan;        ///< of those of scan
  std::string_view diagnostic;  ///< of one diagnostic
  std::string_view packing;     ///< what recordPacking is called
  std::string_view media_type;
  bool identifies_records = true;
  bool numbers_scans = true;  ///< an answer of scan says its version
};

/// In their order.
std::span<const Version> versions();
/// nullptr if there is none of that number.
const Version* find_version(std::string_view number);

}  // namespace undex::serve::sru
