#pragma once
// What a job process of the indexer does: sources become documents, containers their members.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/batch/job_process.h"
#include "indexer/make_document.h"

namespace undex {

/// The job: holds one DocumentMaker.
Job make_documents_job();

/// Asks for documents, or for the members of one container from number `from` on. The bytes are not
/// copied.
std::vector<std::string_view> make_request(const std::vector<NamedBytes>& sources);
std::vector<std::string_view> unpack_request(const NamedBytes& source, const std::string& from);

}  // namespace undex
