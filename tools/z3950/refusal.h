#pragma once
// What cannot be done for a client, by the numbers of the diagnostic set Bib-1.
#include <yaz/diagbib1.h>

#include <string>
#include <utility>

#include "undex/error.h"

namespace undex::z3950 {

struct Refusal : Error {
  explicit Refusal(int diagnostic, std::string details_ = {})
      : Error(ErrorKind::usage, yaz_diag_bib1_str(diagnostic)),
        number(diagnostic),
        details(std::move(details_)) {}
  int number;
  std::string details;  ///< what the list wants there: the attribute, the database, ...
};

/// The number in Bib-1 of a diagnostic of SRU, which mistakes in CQL have.
int bib_1_number(int sru_number);

}  // namespace undex::z3950
