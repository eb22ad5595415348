#pragma once
// The rules of a call, each a function from a submission to findings. check.cc has their table.
#include <span>
#include <string>
#include <vector>

#include "indexer/submission/check.h"
#include "indexer/submission/sender.h"

namespace undex::submission {

/// What a rule looks at.
struct Subject {
  const CheckRequest& request;
  const Call& call;
  const Archive* archive;  ///< nullptr: none
  const Made& made;
  const Document* document;  ///< nullptr when the file could not be read
  Sender sender;
  std::size_t words = 0;
};

using Findings = std::vector<Finding>;

void check_format(const Subject& subject, Findings& findings);
void check_sender(const Subject& subject, Findings& findings);
void check_deadline(const Subject& subject, Findings& findings);
void check_language(const Subject& subject, Findings& findings);
void check_length(const Subject& subject, Findings& findings);
void check_sections(const Subject& subject, Findings& findings);
void check_tracked_changes(const Subject& subject, Findings& findings);
void check_comments(const Subject& subject, Findings& findings);
void check_hidden_text(const Subject& subject, Findings& findings);
void check_macros(const Subject& subject, Findings& findings);
void check_external_links(const Subject& subject, Findings& findings);
void check_embedded_files(const Subject& subject, Findings& findings);
void check_mandate(const Subject& subject, Findings& findings);
void check_citations(const Subject& subject, Findings& findings);

/// Words of the text: without furniture, with notes and tables.
std::size_t count_words(const Document& document);

/// "Norway", "Norway and Sweden", "Norway, Sweden and Iceland".
std::string listed(const std::vector<std::string>& names, std::string_view last = "and");

/// Rules that look at the text say this where there is none.
Finding not_checked();

}  // namespace undex::submission
