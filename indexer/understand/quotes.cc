#include "indexer/understand/steps.h"

namespace undex {

void mark_quotes(Document&, RefusedMarks*) {}

}  // namespace undex
