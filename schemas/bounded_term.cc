#include "corpus/hash.h"
#include "corpus/utf8.h"
#include "schemas/terms.h"

namespace undex {
namespace {

constexpr std::size_t kMaxTermBytes = 245;
constexpr std::size_t kHashDigits = 16;

}  // namespace

std::string bounded_term(std::string term) {
  if (term.size() <= kMaxTermBytes) return term;
  const std::string hash = sha256_hex(term).substr(0, kHashDigits);
  std::size_t end = kMaxTermBytes - kHashDigits - 1;
  while (end > 0 && is_continuation(term[end])) --end;
  term.resize(end);
  return term + "~" + hash;
}

}  // namespace undex
