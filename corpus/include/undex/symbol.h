#pragma once
// Document symbols: what a symbol is, its normal form, its order, and where symbols stand in a
// text. Grammar: the symbol guides of the Dag Hammarskjöld Library and the UN Editorial Manual
// (docs/symbols.md).
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "undex/export.h"

namespace undex {

/// The symbol of one document. A joint symbol (A/55/75-E/2000/55) is one document with two symbols:
/// two parts. Each part is in normal form: upper-case organ, no spaces, ASCII, old sessions as
/// E/RES/1733(LIV)[A-D].
struct UNDEX_API Symbol {
  std::vector<std::string> parts;

  /// The parts joined by a hyphen, as a catalogue displays them; empty for no symbol.
  std::string text() const;
  /// Whether the two share a part: A/55/75 names A/55/75-E/2000/55.
  bool names(const Symbol& other) const;

  bool operator==(const Symbol&) const = default;
  /// Natural order: numbers by value (A/9/1 < A/58/568 < A/78/265), a document before its addenda.
  std::strong_ordering operator<=>(const Symbol& other) const;
};

/// What one part of a symbol says by itself. Nothing is looked up outside corpus/data/*.tsv.
struct SymbolDetails {
  std::string
      organ;  ///< name of the principal organ or programme, e.g. "Economic and Social Council"
  std::string body;       ///< the issuing body as a prefix: "A/", "E/CN.16/", "A/AC.292/", "A/C.1/"
  std::string body_name;  ///< its name when corpus/data knows it, else empty
  std::string
      series;        ///< the symbol without number and modifiers: "A/RES", "A", "E/CN.16", "S/PRST"
  std::string kind;  ///< "resolution", "decision", "draft resolution" (L.), "meeting record" (PV,
                     ///< SR), "presidential statement", "information" (INF), "working paper",
                     ///< "administrative issuance", "document" when the symbol does not tell
  std::string session;      ///< "58", "S-13", "ES-10", "LIV"; empty when there is none
  std::optional<int> year;  ///< stated in the symbol (E/2003/75, S/RES/1723(2006)), else none
  std::string base;         ///< without Add., Corr., Rev., Amend.: A/62/793
  std::vector<std::string> modifiers;   ///< "Add.1", "Rev.2", in order
  std::vector<std::string> qualifiers;  ///< "Sect.29" of A/80/6(Sect.29): part of base, not dropped
};

/// A symbol found in running text. Offsets are UTF-8 bytes, begin included, end excluded.
struct SymbolMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  Symbol symbol;
  std::string reissue;  ///< "*" or "**" printed behind it: issued again for technical reasons
};

/// The whole text as one symbol, tolerant of how people type: case, missing strokes and points
/// (E 2003 75, A/C1/80/L20; ARES57295 is not guessed), look-alike letters, no-break spaces, en dash
/// in joint symbols, quotation marks or brackets around it, a stop behind it, "UN doc." or the
/// address of undocs.org before it, "resolution 57/295". Nothing if it is none.
UNDEX_API std::optional<Symbol> parse_symbol(std::string_view text);

/// The parts, natural order respected, of a symbol that is already in normal form
/// ("A/55/75-E/2000/55").
UNDEX_API Symbol symbol_from_normal_form(std::string_view text);

UNDEX_API SymbolDetails describe_symbol(std::string_view part);

/// The document of which this one is a part: A/57/6 of A/57/6(Sect.27D) and of its corrigenda, the
/// resolution A/RES/46/36 of its part A/RES/46/36L. The symbol itself where it names no part.
UNDEX_API Symbol whole_symbol(const Symbol& symbol);

/// Every symbol printed as such in the text, elliptical tails resolved ("A/62/793 and Corr.1" gives
/// two), in order; the members of a range (SR.2-6) share its place. Resolutions named in words are
/// not here but in corpus/citation.h.
UNDEX_API std::vector<SymbolMatch> find_symbols(std::string_view text);

/// A name for files and anchors: letters, digits, '.', '-', '_' only; "/" becomes "_". One to one
/// with text().
UNDEX_API std::string file_name_of(const Symbol& symbol);

}  // namespace undex
