#include "searcher/serve/sru/sru.h"

#include "corpus/text.h"
#include "searcher/serve/sru/answer.h"
#include "searcher/serve/sru/explain.h"
#include "searcher/serve/sru/scan.h"

namespace undex::serve {
namespace {

using namespace sru;

HttpResponse explained(const Call& call, const Asked& asked) {
  XmlBuilder xml = begin_answer(asked, "zs:explainResponse");
  add_record(xml, asked, kExplainSchema, explain_record(call, *asked.version));
  add_echo(xml, asked, "zs:echoedExplainRequest");
  return end_answer(asked, xml);
}

void add_in_line(XmlBuilder& xml, std::string_view name, std::string_view text) {
  xml.open_inline(name);
  xml.text(text);
  xml.close();
}

/// Without a blank between them: YAZ 5.34 takes each for a term, and its client ends over it.
void add_terms(XmlBuilder& xml, const std::vector<ScannedTerm>& terms) {
  if (terms.empty()) return;
  xml.open("zs:terms");
  for (const ScannedTerm& term : terms) {
    xml.open_inline("zs:term");
    add_in_line(xml, "zs:value", term.value);
    add_in_line(xml, "zs:numberOfRecords", std::to_string(term.records));
    add_in_line(xml, "zs:displayTerm", term.label);
    add_in_line(xml, "zs:whereInList", term.where);
    xml.close();
  }
  xml.close();
}

HttpResponse scanned(const Call& call, Asked& asked) {
  const std::vector<ScannedTerm> terms =
      asked.faults.empty() ? scan(call, asked) : std::vector<ScannedTerm>();
  XmlBuilder xml = begin_answer(asked, "zs:scanResponse");
  add_terms(xml, terms);
  add_echo(xml, asked, "zs:echoedScanRequest");
  return end_answer(asked, xml);
}

}  // namespace

HttpResponse sru_answer(const Call& call) {
  if (!call.request.body.empty() && !to_lower(call.request.header("content-type"))
                                         .starts_with("application/x-www-form-urlencoded"))
    return problem(415, "unsupported media type", "SRU is answered to forms; SOAP is not offered");
  Asked asked = read_asked(call.request);
  switch (asked.operation) {
    case Operation::explain:
      return explained(call, asked);
    case Operation::search_retrieve:
      return search_retrieve(call, asked);
    case Operation::scan:
      break;
  }
  return scanned(call, asked);
}

}  // namespace undex::serve
