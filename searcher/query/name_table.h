#pragma once
// Names by what they are compared by, made when undex is built (generate/name_table.cc): the keys
// of all would take longer than a search.
#include "corpus/frozen_table.h"

namespace undex::query {

/// How a name must stand to be meant: the first byte of the cell.
enum class Stands : char { in_any_case = '*', with_a_capital = 'C', as_written = '=' };

/// Its key is label_key() of a spelling; the cells have how it must stand, the id of the name
/// (empty for a phrase that is no name), and the spelling.
FrozenTable name_table();

/// Its key is name_stem_key() of what a name is called in Russian or Arabic; the cells are those of
/// name_table(). No two names have one key.
FrozenTable name_stem_table();

/// Its key is the id of a name; the cell has the terms of what it is called in another language
/// than English, unless that is another word too: one, or several side by side with blanks between
/// them. To cut the names into words would prepare the Chinese dictionary for each search of a
/// name.
FrozenTable foreign_name_table();

}  // namespace undex::query
