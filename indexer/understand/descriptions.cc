#include "indexer/understand/named_text.h"

namespace undex {

void mark_descriptions(const Document&, std::vector<NamedText>&, RefusedMarks*) {}

}  // namespace undex
