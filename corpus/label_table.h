#pragma once
// All labels, made when undex is built (generate/label_table.cc): ICU needs a while for the names
// of the States.
#include "corpus/frozen_table.h"

namespace undex {

/// Its key is the field, the value and the language; a cell has the text.
FrozenTable label_table();

}  // namespace undex
