#pragma once
// A text with the names found in it so far: what the steps of names.cc hand to each other.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "indexer/understand/names/word_text.h"
#include "indexer/understand/steps.h"

namespace undex {

struct NamedText {
  WordText words;
  std::vector<NameMark> names;  ///< in the order of the text
};

/// Names that stand for a full name stated before: "the Division" in its section, "the Task Force".
/// One candidate or none. Adds marks of the rule "short form".
void mark_short_forms(const Document& document, std::vector<NamedText>& texts,
                      RefusedMarks* refused);

/// Initiatives whose name stands scattered over one sentence: "a donation of 100 computers was made
/// to permanent missions". Adds marks of the rule "description".
void mark_scattered_names(std::vector<NamedText>& texts);

/// Initiatives meant without their name: by a run-in heading that governs the paragraphs after it,
/// by a noun of theirs ("the conference"), by what they are of ("its mandate"), as what was
/// requested. One candidate or none. Adds marks of the rule "description".
void mark_descriptions(const Document& document, std::vector<NamedText>& texts,
                       RefusedMarks* refused);

/// Adds marks and restores the order of the text; of two marks of one name in one place one stays.
void add_names(NamedText& text, std::vector<NameMark> more);

/// The name that covers the byte, the innermost of them; nullptr for none. With a `kind` of names,
/// only those.
enum class NamesOf { all, initiatives, others };
const NameMark* name_over(const NamedText& text, std::size_t byte, NamesOf kind = NamesOf::all);

}  // namespace undex
