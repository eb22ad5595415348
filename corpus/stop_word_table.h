#pragma once
// Words without a subject by their folded forms, made when undex is built
// (generate/stop_word_table.cc).
#include "corpus/frozen_table.h"

namespace undex {

/// Its key is a folded word; the cell has a language that has it.
FrozenTable stop_word_table();

}  // namespace undex
