#pragma once
// A name of many things may be the end of the name of one: "Trade Helpdesk" is no mention of the
// Help Desk.
#include "corpus/document.h"

namespace undex::tracing {

/// Whether an initiative, printed with a capital, follows a capitalised word that neither begins a
/// sentence nor belongs to another name known.
bool is_part_of_longer_name(const Document& document, const NameMark& mark);

}  // namespace undex::tracing
