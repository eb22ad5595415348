#pragma once
// Instruments that texts cite by name, without a symbol: "the Millennium Declaration". The names
// are in corpus/data/instruments.tsv.
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/understand/references/phrase_text.h"
#include "undex/symbol.h"

namespace undex {

struct InstrumentMatch {
  std::size_t begin = 0;  ///< UTF-8 bytes
  std::size_t end = 0;
  Symbol symbol;  ///< of the document that holds it
};

/// By longest match, capitals as in the table; in order, linear in the text. Thread-safe.
std::vector<InstrumentMatch> find_instruments(const PhraseText& text);

}  // namespace undex
