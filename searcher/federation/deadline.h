#pragma once
// Until when an answer is worth anything.
#include <chrono>

namespace undex::federation {

using Clock = std::chrono::steady_clock;
using Deadline = Clock::time_point;

}  // namespace undex::federation
