#pragma once
// The files of an index (schemas/index_form.h): which generation is current, and whether it is what
// its manifest says.
#include <filesystem>
#include <string>
#include <vector>

#include "schemas/index_form.h"

namespace undex::search {

struct Generation {
  std::filesystem::path dir;
  std::string name;  ///< "gen-000001"
  Manifest manifest;
};

/// The current generation of an archive; its manifest is read and every file of it is there in the
/// size it names. Error{archive} when there is none or it does not agree, Error{version} when it is
/// newer.
Generation current_generation(const std::filesystem::path& archive);

/// Every byte of every file against the manifest; faults in words.
std::vector<std::string> faults_of(const Generation& generation);

}  // namespace undex::search
