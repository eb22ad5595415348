#pragma once
// Short forms that a text defines: "the Chief Executives Board for Coordination (CEB)", "ODS
// (Official Documents System)", "the Global Digital Compact (the "Compact")".
#include <string>
#include <string_view>
#include <vector>

#include "corpus/authority.h"
#include "indexer/understand/names/word_text.h"
#include "indexer/understand/steps.h"

namespace undex {

/// The definitions of one text, in order. A short form is taken when the letters of it are the
/// initials of the words beside it, or when the authority file knows it; dates, symbols, letters of
/// a list, plurals ("NGOs") and currencies are refused. `names` are the matches of find_names() in
/// the text. Linear in the text; thread-safe.
std::vector<Definition> find_definitions(const WordText& text, const std::vector<NameMatch>& names,
                                         RefusedMarks* refused);

/// Whether the letters of `acronym` are initials of words..., and where the words begin: the
/// offset in `before` of the long form that ends it; npos if it is none.
std::size_t long_form_before(std::string_view before, std::string_view acronym);

/// Kind of thing that a long form names by its head noun ("... System" is an initiative); nothing
/// for a phrase that is no name ("non-governmental organizations").
std::optional<Name::Kind> kind_of_long_form(std::string_view long_form);

}  // namespace undex
