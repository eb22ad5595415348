#pragma once
// Which paragraphs of a resolution ask for a report to a session of the General Assembly.
#include <vector>

#include "corpus/document.h"

namespace undex {

struct ReportRequest {
  Locator place;
  int session = 0;  ///< of the General Assembly: 80

  /// In which it opens.
  int year() const { return 1945 + session; }
};

/// "Requests the Secretary-General to submit to the General Assembly at its eightieth session a
/// report": in English, in the paragraphs that act, one for each paragraph and session, in order.
/// Sessions of other bodies are left: their years do not follow from their numbers.
std::vector<ReportRequest> report_requests(const Document& act);

}  // namespace undex
