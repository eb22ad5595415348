#pragma once
// Which spellings the authority files know, for discovery: compared by letters and digits, with or
// without "United Nations" before them.
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "corpus/authority.h"

namespace undex {

class KnownNames {
 public:
  explicit KnownNames(std::span<const Name> names);

  bool has(std::string_view spelling) const;
  /// The first or the last words of a known name: "Advisory Committee on Administrative".
  bool has_part(std::string_view spelling) const;
  /// A known name of two words or more with something tied to it: "General Assembly in Geneva".
  bool begins_with_name(std::string_view spelling) const;
  /// The known name whose initials these are: its short form may be all that is missing. Empty for
  /// none.
  std::string meant_by(std::string_view short_form) const;
  bool has_id(std::string_view id) const { return ids_.contains(id); }

 private:
  void add(std::string_view spelling);

  std::set<std::string, std::less<>> spellings_;
  std::set<std::string, std::less<>> parts_;
  std::set<std::string, std::less<>> ids_;
  std::map<std::string, std::string, std::less<>> initials_;
};

/// Spellings that compare alike have one key.
std::string name_key(std::string_view spelling);

}  // namespace undex
