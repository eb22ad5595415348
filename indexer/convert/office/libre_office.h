#pragma once
// LibreOffice without a window turns files of old word processors into .docx, many a start, in a
// sandbox and a folder of its own.
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

inline constexpr std::string_view kLibreOfficeLine =
    "apt-get install --no-install-recommends libreoffice-writer-nogui";

struct OfficeFile {
  std::string_view bytes;
  std::string_view ending;  ///< by what it is, not as it was called: "doc"
};

struct OfficeResult {
  std::string docx;
  std::string failure;  ///< why there is none: "LibreOffice took longer than it may"
};

bool has_libre_office();

/// One answer a file, in order. Its exit status says nothing: what counts is the file it made. When
/// a start fails, the files that got no answer are tried once more, each alone. Throws Error{check}
/// when it cannot be started at all.
std::vector<OfficeResult> convert_with_libre_office(std::span<const OfficeFile> files);

}  // namespace undex
