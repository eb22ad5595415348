#pragma once
// A call for submissions: who may send what, in which form, until when. A call is a file that
// people write: schemas/call.xsd describes it, docs/submissions.md explains it.
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/locator.h"
#include "undex/symbol.h"

namespace undex {

/// A time as a call or a register states it, with the zone it was stated in.
struct ZonedTime {
  std::chrono::sys_seconds instant{};
  std::chrono::minutes offset{0};  ///< from UTC where it was stated: -300 for New York in winter
  std::string zone;                ///< as stated, "New York"; may be empty
  /// "2023-11-10T23:59:00-05:00"
  std::string text() const;
  /// "10 November 2023, 23:59 UTC-05:00": for people
  std::string printed() const;
};
/// ISO 8601 with an offset or Z, to the minute or second. Nothing without a zone: never guessed.
std::optional<ZonedTime> parse_zoned_time(std::string_view text);

struct RequiredSection {
  std::string id;
  std::string title;
  bool required = true;  ///< a submission without it is refused; else it is only asked for
  /// What its heading or first words say, one of these, compared folded; in any language.
  std::vector<std::string> signs;
};

struct Call {
  std::string id;         ///< "oda-2023-ict-mapping"
  std::string reference;  ///< "ODA/2023-00042"
  std::string title;
  Symbol mandate;
  Locator mandate_place;  ///< annex, 46
  ZonedTime deadline;
  std::string deadline_assumed;  ///< which part of it the call does not state, in words; else empty
  std::vector<std::string> formats;    ///< rows of indexer/convert/formats; empty: any
  std::vector<std::string> languages;  ///< ISO 639-1; empty: any
  std::optional<std::size_t> most_words;
  std::optional<std::size_t> most_pages;
  bool member_states_only = false;
  std::vector<std::string> submitters;  ///< ids in the authority file, beside or instead of States
  std::vector<RequiredSection> sections;
  std::vector<std::string> contacts;
  std::vector<std::string> notes;  ///< what the call says for people, and what was assumed of it
};

/// Throws Error{check} that names file, line and what is allowed there: "call.xml:12: ...".
Call read_call(std::string_view xml, std::string_view name);
/// The calls that come with undex, in order of their deadlines.
const std::vector<Call>& bundled_calls();
/// By its id or reference; nullptr for none.
const Call* bundled_call(std::string_view name);

}  // namespace undex
