#pragma once
// The names of the authority file as values of fields, made when undex is built
// (generate/name_id_table.cc).
#include "corpus/frozen_table.h"

namespace undex {

/// Its key is a spelling or an id, folded, with single blanks; the cell has the id, so that a name
/// is found under any of them.
FrozenTable name_id_table();

}  // namespace undex
