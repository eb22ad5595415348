#pragma once
// A hit, from what the index keeps of its document.
#include "schemas/index_form.h"
#include "undex/search.h"

namespace undex::search {

Hit make_hit(DocumentCard card, double weight);

}  // namespace undex::search
