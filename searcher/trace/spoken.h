#pragma once
// The paragraphs that speak of a subject: found by the index, with the marks of the archive.
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "searcher/search/index.h"
#include "searcher/trace/subject.h"
#include "undex/trace.h"

namespace undex::tracing {

/// A mention in a paragraph: a name, or words of the query that stand side by side.
struct Mention {
  Span span;               ///< in SpokenParagraph::text
  std::string id{};        ///< of the name; empty for a query
  bool described = false;  ///< "the Division": no name is printed
  std::string words;       ///< as printed; empty where the words of a query stand apart
};

struct SpokenParagraph {
  TracePlace place;
  int block = 0;         ///< in Document::blocks
  bool goes_on = false;  ///< a further block of the place before
  std::string text;      ///< as the index has it: rows of a table are lines
  std::vector<Span> matches;
  std::vector<Mention> mentions;
};

struct SpokenDocument {
  std::string work;  ///< HeldWork::name
  /// Without the marks that no part of a trace asks for: of many documents they are most of what
  /// there is to keep.
  Document document;
  std::vector<SpokenParagraph> paragraphs;  ///< in the order of the text

  bool speaks_in(int block) const { return paragraph_of(block) != nullptr; }
  const SpokenParagraph* paragraph_of(int block) const;
  TracePlace place_of(const MarkSpan& span) const;
};

struct Spoken {
  std::vector<SpokenDocument> documents;  ///< oldest first, each work once
  std::vector<Understood> understood;
  std::vector<std::string> notes;

  std::size_t paragraphs() const;
  std::size_t mentions() const;
};

Spoken spoken_of(const Subject& subject, std::span<const Filter> filters,
                 const search::Index& index, const Archive& archive);

/// Paragraphs, each counted once though it may go on in a further block.
std::size_t count_paragraphs(const SpokenDocument& document);
std::size_t count_mentions(const SpokenDocument& document);

}  // namespace undex::tracing
