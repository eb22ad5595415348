#pragma once
// The functions behind the table of questions. Used in this folder only.
#include "searcher/answers/answers.h"

namespace undex::answers {

Answer ask_search(const Opened& opened, const Parameters& parameters);
Answer ask_facets(const Opened& opened, const Parameters& parameters);
Answer ask_fields(const Opened& opened, const Parameters& parameters);
Answer ask_map(const Opened& opened, const Parameters& parameters);
Answer ask_trace(const Opened& opened, const Parameters& parameters);

}  // namespace undex::answers
