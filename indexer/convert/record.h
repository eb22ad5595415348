#pragma once
// What a catalogue says of a document, as a document without text: a masthead that is a record, and
// what the record says in words as unnumbered paragraphs.
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/convert/converted_text.h"

namespace undex {

/// Empty values add nothing, and neither do values that are there already.
class RecordBuilder {
 public:
  RecordBuilder();
  /// One symbol as the catalogue writes it; what is no symbol is a reference.
  void add_symbol(std::string_view printed);
  /// The normal form is the printed one where none is given.
  void add(MastheadItem item, std::string_view printed, std::string_view normal = {});
  /// The first title is that of the document, others are words.
  void add_title(std::string_view title);
  void add_subject(std::string_view heading);
  /// A summary, a note, a title in another language: a paragraph.
  void add_words(std::string_view words);
  void add_notice(Notice notice);
  bool has(MastheadItem item) const { return document_.masthead.find(item) != nullptr; }

  /// Error{check} for a record that says nothing. Leaves this empty.
  ConvertedText take();

 private:
  /// In the order in which they came, each once.
  struct Distinct {
    std::vector<std::string> list;
    std::set<std::string> known;
    void add(std::string value);
  };
  Document document_;
  std::set<std::pair<MastheadItem, std::string>> known_;  ///< what the masthead holds
  Distinct symbols_;
  Distinct words_;
  Distinct subjects_;
};

}  // namespace undex
