#pragma once
// Counting the values of fields over everything that matches. Of most fields paragraphs have the
// values of their document: they are counted by document first, then each document's values are
// read once. What a paragraph names is its own: these values are counted by paragraph.
#include <xapian.h>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schemas/fields.h"
#include "searcher/query/plan.h"
#include "undex/search.h"

namespace undex::search {

/// The field of that name; Error{usage} when there is none or it cannot be counted.
const Field& facet_field(std::string_view name);

/// Matching paragraphs of each document, by archive key; and for the fields that paragraphs have
/// for themselves (Field::read_marks), how many of them hold each list of values.
class ParagraphSpy : public Xapian::MatchSpy {
 public:
  using Lists = std::unordered_map<std::string, std::size_t>;  ///< bytes of a slot -> paragraphs
  explicit ParagraphSpy(std::span<const Field* const> fields = {});
  void operator()(const Xapian::Document& paragraph, double weight) override;
  std::size_t of(const std::string& key) const;
  /// Of the field at this place in the list; nullptr when there are none.
  const Lists* lists(const std::string& key, std::size_t field) const;

 private:
  struct Counts {
    std::size_t paragraphs = 0;
    std::vector<Lists> lists;
  };
  std::vector<std::uint32_t> slots_;  ///< kNoSlot: the paragraphs have the document's values
  std::unordered_map<std::string, Counts> counts_;
};

struct MatchCount {
  std::size_t documents = 0;
  std::size_t paragraphs = 0;
};

/// Counts slots while Xapian walks the matching documents: equal bytes are counted together and
/// read once.
class DocumentSpy : public Xapian::MatchSpy {
 public:
  using Counts = std::unordered_map<std::string, MatchCount>;
  DocumentSpy(std::span<const Field* const> fields, const ParagraphSpy& paragraphs);
  void operator()(const Xapian::Document& document, double weight) override;
  /// Of the field at this place in the list.
  const Counts& counts(std::size_t field) const { return counts_[field]; }
  /// Of all documents that match.
  std::size_t paragraphs() const { return all_paragraphs_; }

 private:
  void count_paragraphs(const std::string& key, std::size_t field);

  std::vector<std::uint32_t> slots_;
  std::vector<bool> by_paragraph_;
  const ParagraphSpy& paragraphs_;
  std::vector<Counts> counts_;
  std::size_t all_paragraphs_ = 0;
};

/// `limit` values, 0 for all; years are never cut, a row of years with the last ones missing would
/// be read as the whole.
Facet make_facet(const Field& field, const DocumentSpy::Counts& counts, std::size_t limit);

/// The values of one field over all documents held.
Facet count_all(const Field& field, const query::PlanContext& databases);

/// Years from `first` to `last` that the facet does not have, as ranges: "2004-2008, 2010-2022".
std::string gaps_between(const Facet& held, std::string_view first, std::string_view last);

}  // namespace undex::search
