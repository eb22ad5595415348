#pragma once
// The state of reading a body from top to bottom. It has invariants (a
// locator for every block), so it is a class.
#include <cstddef>
#include <optional>
#include <string>

#include "indexer/structure/labels.h"
#include "indexer/structure/numbering.h"
#include "indexer/structure/outline.h"
#include "indexer/structure/piece.h"
#include "indexer/structure/points.h"

namespace undex::structure {

class BodyReader {
 public:
  explicit BodyReader(Draft& draft);
  void read();

 private:
  enum class Mode { text, contents, summary, annex_title };

  void read_piece(std::size_t at);
  bool read_by_mode(std::size_t at);
  bool read_summary(Piece& piece);
  void add_to_summary(Piece& piece, const Locator& locator);
  bool read_opening(std::size_t at);
  void read_labelled(std::size_t at, const Label& label);
  void read_unlabelled(std::size_t at);
  void read_unnumbered(std::size_t at);
  void read_table(std::size_t at);
  std::size_t row_after_notes(std::size_t at, std::size_t columns) const;
  void add_rows(Table table, int page);
  void take_division_title(std::size_t at);
  void read_note(Piece& piece, const Label* label);

  void add_heading(Piece& piece, const std::string& label, const Outline::Heading& heading);
  void add_paragraph(Piece& piece, const Label& label);
  void add_point(std::size_t at, const Label& label);
  void add_masthead(Piece& piece);
  void add_furniture(const Piece& piece);
  Block& add(BlockKind kind, Piece& piece, Locator locator);

  void begin_part(const std::string& part);
  void end_paragraph();
  Locator whole() const;
  Locator at_place(Locator::Place place, const std::string& number) const;
  std::optional<Label> label_of(const Piece& piece) const;
  /// The label of the next open body piece, looking a few pieces on.
  std::optional<Label> next_label(std::size_t at, bool numbers) const;
  bool is_heading_label(const Piece& piece, const Label& label, std::size_t at) const;
  bool is_plain_heading(std::size_t at) const;
  const Piece* next_open(std::size_t at) const;

  Draft& draft_;
  Document& doc_;
  Mode mode_ = Mode::text;
  std::string part_;
  Numbering numbering_;
  Outline outline_;
  PointStack points_;
  Locator base_;  ///< of the paragraph that sub-paragraphs and continuations belong to
  bool has_base_ = false;
  bool preamble_ = false;  ///< between a formula and the first operative paragraph
  bool after_heading_ = true;
  bool list_opens_ = false;      ///< the last text ends with a colon
  bool headings_named_ = false;  ///< the format says which pieces are headings
  bool closed_ = false;          ///< after "54th plenary meeting"
  int unnumbered_ = 0;
  int preambular_ = 0;
  int section_ = -1;
  int next_table_ = 0;  ///< tables seen in this part
  int summary_block_ = -1;
  std::size_t skip_until_ = 0;
};

}  // namespace undex::structure
