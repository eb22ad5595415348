// The evidence of the register of series, read in the real documents: the place a row gives must
// cite the member, or hold the request that the member answers.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/series.h"
#include "corpus/strings.h"
#include "tests/indexer/real_documents.h"
#include "tests/support.h"

namespace undex {
namespace {

struct Piece {
  Symbol document;
  Locator place;
};

/// "A/RES/68/198, para. 23: for the sixty-ninth session" names a place; "its masthead" does not.
std::optional<Piece> piece_of(std::string_view text) {
  text = text.substr(0, text.find(": "));
  const std::size_t comma = text.find(", ");
  if (comma == std::string_view::npos) return std::nullopt;
  const auto document = parse_symbol(text.substr(0, comma));
  std::string_view place = text.substr(comma + 2);
  place = place.substr(0, place.find(" and "));
  const auto locator = parse_locator(place.substr(0, place.find(", ")));
  if (!document || !locator) return std::nullopt;
  return Piece{*document, *locator};
}

bool is_in(const Locator& at, const Locator& place) { return at == place || place.contains(at); }

/// What a note cites is cited in the note and where the note is marked.
bool cites(const Document& document, const Locator& place, const Symbol& symbol) {
  return std::ranges::any_of(document.marks.references, [&](const Reference& reference) {
    const int block = reference.span.block;
    return reference.cited.names(symbol) &&
           (is_in(locator_of(document, reference.span), place) ||
            (block >= 0 && is_in(document.blocks[static_cast<std::size_t>(block)].locator, place)));
  });
}

bool proves(const Document& document, const Piece& piece, const SeriesMember& member) {
  if (piece.document.names(member.answers) && piece.place == member.answers_place)
    return !text_at(document, piece.place).empty();
  return cites(document, piece.place, member.symbol) ||
         cites(document, piece.place, member.answers);
}

TEST(SeriesEvidence, NamesEveryMemberAtThePlaceGiven) {
  UNDEX_NEEDS_SHARED();
  test::Shelf shelf;
  int read = 0;
  for (const Series& series : series_register())
    for (const SeriesMember& member : series.members)
      for (std::string_view text : split(member.evidence, ';')) {
        if (text.starts_with(' ')) text.remove_prefix(1);
        const std::optional<Piece> piece = piece_of(text);
        const Document* document = piece ? shelf.find(piece->document.text()) : nullptr;
        if (document == nullptr) continue;
        ++read;
        EXPECT_TRUE(proves(*document, *piece, member))
            << series.id << ' ' << member.year << ' ' << member.symbol.text() << ": " << text;
      }
  EXPECT_GE(read, 120);
}

}  // namespace
}  // namespace undex
