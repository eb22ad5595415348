#include "indexer/understand/steps.h"

namespace undex {

void mark_statuses(Document&, RefusedMarks*) {}

}  // namespace undex
