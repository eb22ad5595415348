#pragma once
// The files of an index (schemas/index_form.h): which generation is current, and whether it is what
// its manifest says.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "schemas/index_form.h"

namespace undex::search {

struct Generation {
  std::filesystem::path dir;
  std::string name;  ///< "gen-000001"
  Manifest manifest;
  std::shared_ptr<const Generation> base{};  ///< that it rests on; nullptr for none
};

/// The name of the current generation of an archive; Error{archive} when there is none.
std::string current_name(const std::filesystem::path& archive);
/// A generation whose files are those that were published (schemas/fixity.h). Error{archive} when
/// they are not, Error{version} when it is newer.
Generation read_generation(const std::filesystem::path& archive, const std::string& name);

/// Every byte of every file against the manifest; faults in words.
std::vector<std::string> faults_of(const Generation& generation);

}  // namespace undex::search
