#include "searcher/query/operators.h"

#include "searcher/query/meaning.h"

namespace undex::query {
namespace {

constexpr std::string_view kWords = "Words";
constexpr std::string_view kTogether = "Together";
constexpr std::string_view kNear = "Near each other";
constexpr std::string_view kDocuments = "Documents";
constexpr std::string_view kFields = "Fields";

static_assert(kQuestionWords == 3, "the first row says it in words");
constexpr Operator kOperators[] = {
    {kWords, "a b", "both, in any form; of more than three bare words any, best first",
     "training missions"},
    {kWords, "\"a b\"", "side by side, as written", "\"terms of reference\""},
    {kWords, "=a, =\"a b\"", "exactly this wording: no other form and no other name",
     "=\"help desk\""},
    {kWords, "Norvège", "a concept, name or heading of the thesaurus: its names in six languages",
     "право на питание"},
    {kWords, "abc*", "words that begin so; * stands for any letters, behind three at least",
     "informati*"},
    {kWords, "abc?d", "? inside a word stands for one letter", "wom?n"},
    {kWords, "~abc", "this word and those one letter away: misprints, names", "~goverment"},
    {kTogether, "a AND b", "both, wherever they stand in the document", "help AND desk"},
    {kTogether, "a OR b", "either", "training OR seminar"},
    {kTogether, "NOT a, -a", "without it", "training -internet"},
    {kTogether, "( )", "group; else NEAR binds before NOT, NOT before AND, AND before OR",
     "(training OR seminar) missions"},
    {kNear, "a NEAR/5 b", "at most five words between them, in any order; NEAR alone: ten",
     "training NEAR/5 (missions OR delegations)"},
    {kNear, "a ADJ/2 b", "in this order, at most two words between; ADJ alone: none",
     "permanent ADJ/2 missions"},
    {kNear, "para(a b)", "all of it in one paragraph, with its fields",
     "para(training missions -internet)"},
    {kDocuments, "E/2003/75", "a document symbol in any form: the document, and what cites it",
     "resolution 57/295"},
    {kDocuments, "E/2003/75#18(g)", "a place in it, also written E/2003/75, para. 18 (g)",
     "E/2003/75, para. 18 (g)"},
    {kDocuments, "A/58/*", "every document of a series, and what cites one", "A/RES/57/*"},
    {kDocuments, "like:SYMBOL#PLACE", "what is like a document or a place in it",
     "like:E/2003/75#18(g)"},
    {kFields, "field:value", "this value; in quotes when it has several words",
     "organ:\"General Assembly\""},
    {kFields, "field:a,b", "any of these; field:(a OR b) is the same", "year:2003,2009"},
    {kFields, "field:a..b", "a range of years, dates or numbers; an end may be left open",
     "date:2003-05.."},
    {kFields, "field>a", "also >= < <=, for years, dates and numbers", "figure>=1,000"},
};

}  // namespace

std::span<const Operator> operators() { return kOperators; }

}  // namespace undex::query
