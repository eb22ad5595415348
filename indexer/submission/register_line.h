#pragma once
// A line of the register: an event as one line of XML, as schemas/submission.xsd describes it.
#include <optional>
#include <string>
#include <string_view>

#include "indexer/submission/register.h"

namespace undex {

/// Without line break and sum. There is one way to write an event: what reads back and is written
/// otherwise was not written by undex.
std::string write_register_line(const RegisterEvent& event);

/// All but the sum. Throws Error{check} for what is no such line; `name` is what it is called in
/// the message.
RegisterEvent read_register_line(std::string_view xml, std::string_view name);

}  // namespace undex
