#include "searcher/serve/oai/oai.h"

#include <algorithm>
#include <array>

#include "corpus/utc.h"
#include "searcher/serve/oai/formats.h"
#include "searcher/serve/oai/repository.h"
#include "searcher/serve/oai/sets.h"

namespace undex::serve {
namespace oai {
namespace {

constexpr std::string_view kBegin =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\""
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/"
    " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd\">\n";
constexpr std::string_view kBeginIdentifier =
    "<oai-identifier xmlns=\"http://www.openarchives.org/OAI/2.0/oai-identifier\""
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/oai-identifier"
    " http://www.openarchives.org/OAI/2.0/oai-identifier.xsd\">\n";
constexpr std::string_view kGranularity = "YYYY-MM-DDThh:mm:ssZ";

struct VerbRow {
  std::string_view name;
  VerbAnswer (*answer)(const Repository& repository, const Arguments& arguments);
};
constexpr std::array kVerbs = {
    VerbRow{"Identify", identify},          VerbRow{"ListMetadataFormats", list_metadata_formats},
    VerbRow{"ListSets", list_sets},         VerbRow{"GetRecord", get_record},
    VerbRow{"ListIdentifiers", list_items}, VerbRow{"ListRecords", list_items},
};

VerbAnswer answer_of(const Repository& repository, const Asked& asked) {
  if (!asked.faults.empty()) return {.faults = asked.faults};
  const auto verb = std::ranges::find(kVerbs, asked.arguments.verb, &VerbRow::name);
  return verb->answer(repository, asked.arguments);
}

}  // namespace

VerbAnswer identify(const Repository& repository, const Arguments&) {
  const Item sample{.key = "A_58_568", .datestamp = {}};
  const Item& first = repository.items.empty() ? sample : repository.items.front();
  std::string about(kBeginIdentifier);
  about += element("scheme", "oai") + element("repositoryIdentifier", repository.host) +
           element("delimiter", ":") +
           element("sampleIdentifier", identifier_of(repository, first)) + "</oai-identifier>\n";
  const std::string earliest = first.datestamp.empty() ? "1970-01-01T00:00:00Z" : first.datestamp;
  return {.xml = element("repositoryName", repository.options.name) +
                 element("baseURL", repository.base_url) + element("protocolVersion", "2.0") +
                 element("adminEmail", repository.options.admin_email) +
                 element("earliestDatestamp", earliest) + element("deletedRecord", "persistent") +
                 element("granularity", kGranularity) + element("compression", "gzip") +
                 around("description", about)};
}

VerbAnswer list_metadata_formats(const Repository& repository, const Arguments& arguments) {
  if (!arguments.identifier.empty()) {
    const Item* item = find_item(repository, arguments.identifier);
    if (item == nullptr) return refused("idDoesNotExist", "no document has this identifier");
    if (item->held.empty()) return refused("noMetadataFormats", "the document was removed");
  }
  VerbAnswer answer;
  for (const MetadataFormat& format : metadata_formats())
    answer.xml += around("metadataFormat", element("metadataPrefix", format.prefix) +
                                               element("schema", format.schema) +
                                               element("metadataNamespace", format.xml_namespace));
  return answer;
}

VerbAnswer list_sets(const Repository& repository, const Arguments& arguments) {
  if (!arguments.token.empty())
    return refused("badResumptionToken", "the list of sets is given at once");
  VerbAnswer answer;
  for (const NamedSet& set : named_sets_of(repository.items))
    answer.xml += around("set", element("setSpec", set.spec) + element("setName", set.name));
  return answer;
}

VerbAnswer get_record(const Repository& repository, const Arguments& arguments) {
  const Item* item = find_item(repository, arguments.identifier);
  if (item == nullptr) return refused("idDoesNotExist", "no document has this identifier");
  const MetadataFormat* format = find_metadata_format(arguments.prefix);
  if (format == nullptr)
    return refused("cannotDisseminateFormat", "'" + arguments.prefix + "' is not offered");
  return {.xml = record_of(repository, *item, *format)};
}

}  // namespace oai

HttpResponse oai_answer(const Call& call) {
  using namespace oai;
  const Repository repository = repository_of(call.view, call.site.options());
  const Asked asked = read_arguments(call.request.parameters);
  const VerbAnswer answer = answer_of(repository, asked);
  // Of a request that cannot be read nothing is repeated.
  const bool repeats = asked.faults.empty();
  std::string body(kBegin);
  // What is published after this moment is not here: a harvester asks for it from this date on.
  body += element("responseDate", utc_time(call.view.taken)) +
          element("request", repository.base_url,
                  repeats ? attributes_of(asked.arguments) : std::vector<Parameter>());
  for (const Fault& fault : answer.faults)
    body += element("error", fault.text, {{"code", std::string(fault.code)}});
  if (answer.faults.empty()) body += around(asked.arguments.verb, answer.xml);
  HttpResponse response{.media_type = "text/xml; charset=utf-8", .body = body + "</OAI-PMH>\n"};
  response.set("cache-control", "no-store");
  return response;
}

}  // namespace undex::serve
