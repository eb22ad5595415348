#pragma once
// The grammar of one symbol, read at one place of a plain text (corpus/symbol_letters.h). Shared by
// what reads a typed symbol, what finds symbols in running text, and what describes them.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace undex {

/// running: the strict rules for text that was not written as a symbol. typed: somebody says that
/// this is one.
enum class SymbolSetting { running, typed };

struct SymbolPart {
  std::size_t end = 0;
  std::string normal;
  std::string reissue;  ///< the asterisks behind it
};

/// One symbol (one part of a joint one) that begins at `begin`. Looks at most some 300 bytes ahead.
std::optional<SymbolPart> read_symbol_part(std::string_view plain, std::size_t begin,
                                           SymbolSetting setting);

/// Whether a symbol may begin here: nothing before it that it could be the tail of
/// (ODA/2023-00042).
bool symbol_may_begin(std::string_view plain, std::size_t at);

inline constexpr std::array<std::string_view, 4> kChangeWords{"Add", "Corr", "Rev", "Amend"};
/// "Add.1", "Rev.2", "Corr.3" read at `at`; the end and the canonical spelling.
struct SymbolChange {
  std::size_t end = 0;
  std::string name;  ///< "Add."
  std::string number;
};
std::optional<SymbolChange> read_symbol_change(std::string_view plain, std::size_t at);

/// Session in parentheses "(LIV)", "(S-VII)", "(ORG-75)", "(2006)" at `at` (which is at the
/// parenthesis); content in normal form.
struct SymbolSession {
  std::size_t end = 0;
  std::string name;
};
std::optional<SymbolSession> read_symbol_session(std::string_view plain, std::size_t at);

/// Letters of the parts of a resolution: "A", "A-C", "A and B", "A to D" at `at`; normal form "A",
/// "A-B".
std::optional<SymbolSession> read_part_letters(std::string_view plain, std::size_t at);

}  // namespace undex
