#pragma once
// Values on their way into Parameters: what both readers check alike. Used in this folder only.
#include <string>
#include <string_view>

#include "searcher/answers/parameters.h"

namespace undex::answers {

class ParameterReader {
 public:
  explicit ParameterReader(std::span<const Rule> rules) { read_.rules_ = rules; }

  /// Error{usage} with the nearest name when there is none.
  const Rule& rule(std::string_view name) const;
  /// Error{usage} when the value is out of bounds, or the second of its name.
  void put(const Rule& rule, Parameters::Value value);
  /// Error{usage} when one is missing.
  Parameters take();

 private:
  Parameters read_;
};

/// "limit: 'ten' is not a number". `value` is cut where it is long.
[[noreturn]] void refuse(const Rule& rule, std::string_view value, std::string_view why,
                         const std::string& hint);
/// What the rule takes, in words: "a whole number of 0 to 1000", "one of 'newest', 'oldest'".
std::string wanted(const Rule& rule);

}  // namespace undex::answers
