#pragma once
// A thesaurus supplied by the library: concepts with labels in several languages, and how they
// hang together. Plain values. Read from SKOS (Turtle, RDF/XML), from a table of statements, or
// from our own file; docs/thesaurus.md describes all four.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct Concept {
  std::string id;       ///< last part of its address: "T0010642", "1000026"
  bool heading = true;  ///< false for what only groups concepts: domains, micro-thesauri, schemes
  std::map<std::string, std::string> preferred;                 ///< by language: "en"
  std::map<std::string, std::vector<std::string>> alternative;  ///< by language
  std::map<std::string, std::string> notes;                     ///< scope notes by language
  std::vector<std::string> broader;                             ///< ids
  std::vector<std::string> related;                             ///< ids
  bool operator==(const Concept&) const = default;
  /// The preferred label in the language, else in English, else any, else the id.
  std::string_view label(std::string_view language) const;
};

struct Thesaurus {
  std::vector<Concept> concepts;  ///< in order of their ids
  bool operator==(const Thesaurus&) const = default;
  /// nullptr if there is none of that id.
  const Concept* find(std::string_view id) const;
};

/// The form is told by the content. Error{check} naming `name` and the line for bytes that are none
/// of the four or that break the rules of theirs, for more than 256 MiB, 5,000,000 statements,
/// labels of more than 10,000 bytes, nesting deeper than 32; Error{version} for a newer form of our
/// own. Thread-safe.
Thesaurus read_thesaurus(std::string_view bytes, std::string_view name);

/// Our own form: a head line with its number, then statements parted by tabs, sorted.
std::string write_thesaurus(const Thesaurus& thesaurus);

}  // namespace undex
