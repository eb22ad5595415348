#pragma once
// What a text says it does with what it cites: from the verb before a citation, the place where it
// stands, and what the document is.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace undex {

/// Gives each reference of the document its relation, where the text says it plainly. References
/// in quotations keep `cites`: the relation is that of the text quoted.
void relate(const Document& document, std::vector<Reference>& references);

/// " of 20 December 2002", " dated August 2023" behind the citation: ISO date as precise as that, or
/// empty.
std::string date_behind(std::string_view text, std::size_t end);

}  // namespace undex
