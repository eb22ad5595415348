#pragma once
// Which body a resolution named in words belongs to: the bodies that the text names, the organ it
// speaks for, and the shape of the number.
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/citation/number.h"
#include "corpus/symbol/tables.h"
#include "undex/symbol.h"

namespace undex {

/// A body named in the text. row is nullptr for a bare word ("Council", "Commission"), which
/// `word` keeps.
struct BodyMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  const SymbolBody* row = nullptr;
  std::string_view word;
};

std::vector<BodyMention> find_bodies(std::string_view plain);
/// The body of that name, or nullptr.
const SymbolBody* body_named(std::string_view name);

enum class ActKind { resolution, decision };

/// What the words around a list of numbers say.
struct BodyContext {
  std::vector<BodyMention> named;         ///< next to the words: their say is final
  std::vector<const SymbolBody*> likely;  ///< of the sentence and the speaker, best first
  const SymbolBody* speaker = nullptr;
};

/// The symbol; nothing when the body named has no rule or nothing tells the body, and then `why`
/// says so in words.
std::optional<Symbol> symbol_of(const PrintedNumber& number, ActKind kind,
                                const BodyContext& context, std::string_view& why);

}  // namespace undex
