#pragma once
// Job numbers, bar codes, ODS fields and page numbers: the printer's marks on a document. They
// identify an issue of a text, never the document.
#include <optional>
#include <string>
#include <string_view>

namespace undex::structure {

struct JobMark {
  std::string number;           ///< "N0337527", only from an ODS field
  std::string printed;          ///< "03-37527"
  std::string language;         ///< "E"
  std::string production_date;  ///< ISO
  std::string bar_code;         ///< "0337527"
  int page = 0;                 ///< page number beside it or glued to it
};

/// A line that is nothing but such marks: "03-37527 (E)    130603", "*0337527*", "GE.13-10234",
/// "2/9", "8", "09-269496" (09-26949 and page 6), "509-26949" (page 5). `known` is the job number
/// printed elsewhere in the document ("09-26949"): only with it can a glued page be told.
std::optional<JobMark> read_job_mark(std::string_view line, std::string_view known = {});

/// What stands between two equal ODS marks: "<<ODS JOB NO>>N0337527E<<ODS JOB NO>>" with field "JOB
/// NO" gives "N0337527E"; nothing if the field is not in the line, "" if it is empty.
std::optional<std::string> ods_field(std::string_view line, std::string_view field);

}  // namespace undex::structure
