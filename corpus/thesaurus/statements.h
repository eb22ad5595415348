#pragma once
// What all forms of a thesaurus come down to: statements. Made into concepts here.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "corpus/thesaurus.h"

namespace undex {

struct Statement {
  std::string subject;    ///< id
  std::string predicate;  ///< "prefLabel", "altLabel", "scopeNote", "broader", "narrower",
                          ///< "related", "type"; others are passed over
  std::string language;   ///< ISO 639-1 of a label, or empty
  std::string value;      ///< text, or id
};

class ThesaurusBuilder {
 public:
  explicit ThesaurusBuilder(std::string_view name) : name_(name) {}

  /// Throws Error{check} past the limits; `line` is of the source.
  void add(const Statement& statement, std::size_t line);
  /// Concepts that have a label; links to others are dropped.
  Thesaurus finish();

 private:
  std::string name_;
  std::size_t statements_ = 0;
  std::map<std::string, Concept> concepts_;
};

/// "'name' line 12: fault" as Error{check}.
[[noreturn]] void refuse_thesaurus(std::string_view name, std::size_t line,
                                   const std::string& fault);

/// "http://example.org/thesaurus/1000026" -> "1000026": what follows the last "#" or "/".
std::string local_name(std::string_view address);
/// The predicate of the statement for the address of a property of SKOS or RDF; empty for others.
std::string_view predicate_of(std::string_view address);
/// "zh-Hans" -> "zh"
std::string language_of(std::string_view tag);

}  // namespace undex
