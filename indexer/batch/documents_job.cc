#include "indexer/batch/documents_job.h"

#include <charconv>
#include <memory>

namespace undex {
namespace {

// A request: the verb, for "unpack" where to go on, then name and bytes of each source. The answer:
// what read_made() takes, for each.
constexpr std::string_view kMake = "make";
constexpr std::string_view kUnpack = "unpack";

std::size_t number_of(const std::string& text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Frame answer(DocumentMaker& maker, const Frame& request) {
  if (request[0] == kUnpack)
    return {maker.unpack_packed({request[3], request[2]}, number_of(request[1]))};
  std::vector<NamedBytes> sources;
  for (std::size_t at = 1; at + 1 < request.size(); at += 2)
    sources.push_back({request[at + 1], request[at]});
  return maker.make_packed(sources);
}

}  // namespace

Job make_documents_job() {
  return [maker = std::make_shared<DocumentMaker>()](const Frame& request) {
    return answer(*maker, request);
  };
}

std::vector<std::string_view> make_request(const std::vector<NamedBytes>& sources) {
  std::vector<std::string_view> fields{kMake};
  for (const NamedBytes& source : sources) {
    fields.push_back(source.name);
    fields.push_back(source.bytes);
  }
  return fields;
}

std::vector<std::string_view> unpack_request(const NamedBytes& source, const std::string& from) {
  return {kUnpack, from, source.name, source.bytes};
}

}  // namespace undex
