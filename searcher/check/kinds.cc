// The table of kinds. A rule of form is here only when its source can be named.
#include <algorithm>
#include <array>

#include "searcher/check/check.h"

namespace undex {
namespace {

using Level = CheckFinding::Level;

constexpr std::string_view kHeld = "the document held";
constexpr std::string_view kReferences =
    "United Nations Editorial Manual, references: \"para. 24 (e)\", \"paras. 15 and 16\"";
constexpr std::string_view kResolutions =
    "United Nations Editorial Manual, resolutions: \"General Assembly resolution 57/295, para. "
    "3\", \"31/6 A and B\"";

constexpr std::array<CheckKind, 22> kKinds{{
    {"wrong-organ", Level::wrong, "the organ named does not number its resolutions so",
     "research.un.org/en/docs/symbols: 57/295 is the General Assembly's, 2006/46 the Economic and "
     "Social Council's, 1540 (2004) the Security Council's"},
    {"wrong-date", Level::wrong, "the date printed with a resolution is not that of its adoption",
     "the resolution held; where it is not held, four or more documents held that print its date"},
    {"two-dates", Level::wrong, "the draft gives one resolution two dates", "the draft itself"},
    {"wrong-pinpoint", Level::wrong, "the paragraph or sub-paragraph cited does not exist", kHeld},
    {"quotation-differs", Level::wrong, "the words quoted are not those of the document cited",
     kHeld},
    {"quotation-elsewhere", Level::wrong,
     "the words quoted stand in the document cited, but in another paragraph", kHeld},
    {"figure-differs", Level::wrong, "the place cited counts the same things, with another number",
     kHeld},
    {"unknown-symbol", Level::check,
     "neither held nor cited by a document held, but a document is held whose symbol differs by "
     "two "
     "digits changed round, or whose date is that printed",
     "documents held and what they cite"},
    {"doubtful-date", Level::check, "documents held give the resolution another date",
     "the documents named"},
    {"date-ahead", Level::check, "the date printed with a citation lies after that of the draft",
     "the masthead of the draft, else today"},
    {"doubtful-pinpoint", Level::check,
     "the text held lacks the paragraph, though it goes on behind it", kHeld},
    {"quotation-not-found", Level::check,
     "few of the words quoted stand in the document cited: is it the one that is quoted?", kHeld},
    {"title-differs", Level::check, "the title quoted is not that of the document cited", kHeld},
    {"superseded-name", Level::check, "the unit, body or State now has another name",
     "the document and paragraph of corpus/data/name_changes.tsv"},
    {"form-paragraphs", Level::check, "\"para.\" of several paragraphs, or \"paras.\" of one",
     kReferences},
    {"form-letter", Level::check, "no space before the letter of a sub-paragraph", kReferences},
    {"form-abbreviation", Level::check, "\"para\" without its point", kReferences},
    {"form-resolution", Level::check,
     "in a text a resolution is cited by its number, its part by a letter after a space",
     kResolutions},
    {"form-page", Level::check, "a page is cited where the paragraphs are numbered",
     "dd.dgacm.org, instructions: \"paragraph numbers, not pages, should be cited\""},
    {"form-symbol", Level::check, "the symbol is not written as documents print it",
     "United Nations Editorial Manual, identification of documents"},
    {"not-held", Level::note, "cited by documents held, not held itself: it can't be checked",
     "documents held and what they cite"},
    {"not-known", Level::note, "not held, and no document held cites it: it can't be told",
     "documents held and what they cite"},
}};

}  // namespace

std::span<const CheckKind> check_kinds() { return kKinds; }

std::string_view name_of(CheckFinding::Level level) {
  switch (level) {
    case Level::wrong:
      return "wrong";
    case Level::check:
      return "check";
    case Level::note:
      return "note";
  }
  return {};
}

std::size_t CheckResult::count(Level level) const {
  return static_cast<std::size_t>(std::ranges::count(findings, level, &CheckFinding::level));
}

}  // namespace undex
