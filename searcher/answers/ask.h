#pragma once
// The functions behind the table of questions. Used in this folder only.
#include "searcher/answers/answers.h"

namespace undex::answers {

Answer ask_questions(const Opened& opened, const Parameters& parameters);

Answer ask_search(const Opened& opened, const Parameters& parameters);
Answer ask_facets(const Opened& opened, const Parameters& parameters);
Answer ask_suggest(const Opened& opened, const Parameters& parameters);
Answer ask_fields(const Opened& opened, const Parameters& parameters);
Answer ask_status(const Opened& opened, const Parameters& parameters);
Answer ask_verify(const Opened& opened, const Parameters& parameters);
Answer ask_map(const Opened& opened, const Parameters& parameters);
Answer ask_trace(const Opened& opened, const Parameters& parameters);

Answer ask_show(const Opened& opened, const Parameters& parameters);
Answer ask_export(const Opened& opened, const Parameters& parameters);
Answer ask_citations(const Opened& opened, const Parameters& parameters);
Answer ask_figures(const Opened& opened, const Parameters& parameters);
Answer ask_series(const Opened& opened, const Parameters& parameters);
Answer ask_mandate(const Opened& opened, const Parameters& parameters);

Answer ask_compare(const Opened& opened, const Parameters& parameters);
Answer ask_reuse(const Opened& opened, const Parameters& parameters);
Answer ask_history(const Opened& opened, const Parameters& parameters);
Answer ask_precedent(const Opened& opened, const Parameters& parameters);

/// What "symbol" names, with the place behind it.
Target target_of(const Opened& opened, const Parameters& parameters);
/// The place of the target and that of "para". Error{usage} when "para" is no locator.
std::vector<Locator> places_of(const Parameters& parameters, const Target& target);
/// That nothing is held under the name; the hint is the nearest name, and `more`.
Answer not_held(const Opened& opened, const std::string& name, const std::string& more = {});

}  // namespace undex::answers
