#pragma once
// What `undex submission` says of the register: receipts, who has answered a call and who has not.
#include <string>
#include <vector>

#include "schemas/call.h"
#include "indexer/submission/register.h"

namespace undex::tool {

/// The receipt of a submission: what a sender is told, and can show later.
std::string receipt_text(const RegisterEvent& event);
std::string receipt_json(const RegisterEvent& event);

/// That a submission was withdrawn.
std::string withdrawal_text(const RegisterEvent& event);
std::string withdrawal_json(const RegisterEvent& event);

/// Every submission under the call, in the order they came.
std::string list_text(const std::vector<RegisterEvent>& events, const Call& call);
std::string list_json(const std::vector<RegisterEvent>& events, const Call& call);

/// The Member States of which no submission stands, by region, with counts.
std::string missing_text(const std::vector<RegisterEvent>& events, const Call& call);
std::string missing_json(const std::vector<RegisterEvent>& events, const Call& call);

}  // namespace undex::tool
