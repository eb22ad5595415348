#pragma once
// What became of one source of a run.
#include <cstddef>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace undex {

struct Outcome {
  enum class What {
    added,
    changed,
    same_text,  ///< held already from another source
    conflict,   ///< held with another text from another source; both are kept
    unchanged,
    failed,
    skipped,
    gone,  ///< the source is no longer there; its document stays
  };
  std::string source;  ///< path as found; of a member of a container: "file.zip/inner.docx"
  What what = What::failed;
  std::string name;  ///< symbol or reference
  std::string type;  ///< document type
  std::string date;  ///< printed form
  std::string date_flag;
  std::string format;
  std::size_t paragraphs = 0;  ///< numbered
  std::size_t unnumbered = 0;
  std::size_t citations = 0;  ///< explicit
  std::vector<Notice> notices;
  std::string reason;  ///< why it failed or was passed over
  std::string remedy;  ///< what to do
};

/// The word for it in reports: "same-text".
std::string_view name_of(Outcome::What what);

/// Enters what is to be said of a document.
void describe(const Document& document, Outcome& outcome);
void fail(Outcome& outcome, std::string reason, std::string remedy);

}  // namespace undex
