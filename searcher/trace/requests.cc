#include "searcher/trace/requests.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "corpus/ordinal.h"
#include "corpus/strings.h"
#include "corpus/text.h"

namespace undex {
namespace {

constexpr std::string_view kAssembly = "assembly";
constexpr std::string_view kReport = " report";
constexpr std::string_view kAtIts = " at its ";
constexpr std::string_view kSession = " session";

/// The number of the session whose words begin here: "eightieth session"; 0 for none.
int session_at(std::string_view text) {
  const std::size_t end = text.find(' ');
  if (end == std::string_view::npos || !text.substr(end).starts_with(kSession)) return 0;
  return ordinal_value(text.substr(0, end)).value_or(0);
}

/// The first session of the Assembly named in the words; 0 for none.
int session_of_assembly(std::string_view text) {
  for (std::size_t at = text.find(kAssembly); at != std::string_view::npos;
       at = text.find(kAssembly, at + 1)) {
    std::string_view behind = text.substr(at + kAssembly.size());
    if (behind.starts_with(',')) behind.remove_prefix(1);
    if (!behind.starts_with(kAtIts)) continue;
    if (const int session = session_at(behind.substr(kAtIts.size()))) return session;
  }
  return 0;
}

/// A report that is asked for, not one that is spoken of: "to report", "an interim report", but not
/// "the report".
bool is_report_asked(std::string_view text) {
  for (std::size_t at = text.find(kReport); at != std::string_view::npos;
       at = text.find(kReport, at + 1))
    if (!text.substr(0, at).ends_with(" the")) return true;
  return false;
}

/// Of one clause, in small letters.
int requested_in(std::string_view clause) {
  const std::size_t asks = clause.find("requests ");
  if (asks == std::string_view::npos) return 0;
  const std::string_view asked = clause.substr(asks);
  return is_report_asked(asked) ? session_of_assembly(asked) : 0;
}

bool acts(const Block& block) {
  return block.locator.part.empty() &&
         (block.kind == BlockKind::paragraph || block.kind == BlockKind::subparagraph);
}

}  // namespace

std::vector<ReportRequest> report_requests(const Document& act) {
  std::vector<ReportRequest> requests;
  for (const Block& block : act.blocks) {
    if (!acts(block)) continue;
    const std::string text = to_lower(block.text);
    for (const std::string_view clause : split(text, ';')) {
      const int session = requested_in(clause);
      const bool said = !requests.empty() && requests.back().place == block.locator &&
                        requests.back().session == session;
      if (session > 0 && !said) requests.push_back({block.locator, session});
    }
  }
  return requests;
}

}  // namespace undex
