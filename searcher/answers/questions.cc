// The table of questions.
#include <algorithm>
#include <array>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "searcher/answers/ask.h"

namespace undex::answers {
namespace {

using Takes = Rule::Takes;

constexpr std::size_t kMostQueryBytes = 4096;
constexpr std::size_t kMostNameBytes = 500;
constexpr std::size_t kMostTextBytes = 64 * 1024;
constexpr std::size_t kMostShown = 1000;

constexpr Rule kQuery{.name = "query",
                      .most = kMostQueryBytes,
                      .help = "the query language of docs/query.md; empty: every document"};
constexpr Rule kYears{.name = "years", .most = 40, .help = "only of these years: 2002..2009"};
constexpr Rule kFilter{
    .name = "filter", .takes = Takes::filters, .help = "only what has one of these values"};
constexpr Rule kLang{.name = "lang",
                     .fallback = "en",
                     .choices = "en fr es ru ar zh",
                     .help = "of the names of facets and their values"};

constexpr Rule kSearch[] = {
    kQuery,
    kYears,
    kFilter,
    {.name = "match",
     .fallback = "auto",
     .choices = "auto all any",
     .help = "of bare words; auto: any in a long question"},
    {.name = "cql", .takes = Takes::flag, .help = "the query is in CQL, the language of SRU"},
    {.name = "facets", .takes = Takes::texts, .help = "fields to count over all matches"},
    {.name = "in",
     .fallback = "document",
     .choices = "document paragraph",
     .help = "list documents with their passages, or paragraphs"},
    {.name = "group",
     .fallback = "none",
     .choices = "none work series",
     .help = "one hit for the versions of one symbol, or for a series"},
    {.name = "limit",
     .takes = Takes::number,
     .fallback = "10",
     .most = kMostShown,
     .help = "hits to show; 0 for counts only"},
    {.name = "offset",
     .takes = Takes::number,
     .fallback = "0",
     .most = 1'000'000'000,
     .help = "hits to pass over"},
    {.name = "cursor", .most = kMostQueryBytes, .help = "go on where a page ended: its \"next\""},
    {.name = "passages",
     .takes = Takes::number,
     .fallback = "3",
     .most = kMostShown,
     .help = "paragraphs to show of each document"},
    {.name = "order",
     .fallback = "relevance",
     .choices = "relevance newest oldest symbol",
     .help = "of the hits; left out: as the query says"},
    kLang,
    {.name = "explain", .takes = Takes::flag, .help = "how the query was taken"},
};

constexpr Rule kFacets[] = {
    {.name = "field", .most = 100, .required = true, .help = "which field to count"},
    kQuery,
    kYears,
    kFilter,
    {.name = "matching", .most = 500, .help = "only values that hold this"},
    {.name = "order", .fallback = "count", .choices = "count name", .help = "but of years"},
    {.name = "decades", .takes = Takes::flag, .help = "count years by decade"},
    {.name = "limit",
     .takes = Takes::number,
     .fallback = "0",
     .most = 1'000'000,
     .help = "values to show, 0 for all"},
    kLang,
};

constexpr Rule kSuggest[] = {
    {.name = "typed", .most = 200, .required = true, .help = "so far: A/58/5, gen, organ:gen"},
    {.name = "limit",
     .takes = Takes::number,
     .fallback = "10",
     .most = 50,
     .help = "symbols and values to show"},
    kLang};

constexpr Rule kMap[] = {
    kQuery,
    {.name = "rows",
     .fallback = "initiative",
     .most = 100,
     .help = "the field whose values are rows"},
    {.name = "columns",
     .fallback = "region",
     .most = 100,
     .help = "the field whose values are columns"},
    {.name = "places",
     .takes = Takes::number,
     .fallback = "5",
     .most = kMostShown,
     .help = "paragraphs to name in a cell, 0 for all"},
    kLang,
};

constexpr Rule kTrace[] = {
    {.name = "subject",
     .most = kMostQueryBytes,
     .required = true,
     .help = "what is traced: a name or a query"},
    kYears,
    kFilter,
    {.name = "by", .fallback = "year", .choices = "year session", .help = "a row for each"},
};

constexpr Rule kSymbol{.name = "symbol",
                       .most = kMostNameBytes,
                       .required = true,
                       .help = "which document: a symbol, a reference or a key"};
constexpr Rule kPara{.name = "para",
                     .most = kMostNameBytes,
                     .help = "only this place: '18 (g)', summary, 'annex, 46'"};
constexpr Rule kLanguage{
    .name = "language", .most = 10, .help = "which language version: en, fr, es, ru, ar, zh"};

constexpr Rule kDocument[] = {kSymbol, kPara, kLanguage};

constexpr Rule kExport[] = {
    kSymbol,
    {.name = "what",
     .fallback = "record",
     .choices = "record masthead paragraphs citations figures mentions statuses definitions dates "
                "quotes notices",
     .help = "the record of it, or what was found in it"},
    {.name = "as",
     .fallback = "un",
     .choices = "un un-full bibtex ris csl-json marcxml marc mods dc akn text jsonl tsv csv",
     .help = "the form; of what was found jsonl, tsv or csv"},
    {.name = "para", .most = kMostNameBytes, .help = "of a record: the place that is cited"},
    {.name = "lang",
     .fallback = "en",
     .choices = "en fr es",
     .help = "of a record: of the text, if held, and of its words"},
};

constexpr Rule kFigures[] = {
    {.name = "words", .most = kMostQueryBytes, .required = true, .help = "what is counted"},
    kYears};

constexpr Rule kSeries[] = {{.name = "name",
                             .most = kMostNameBytes,
                             .help = "of one series, or a symbol of it; empty: all"}};

constexpr Rule kMandate[] = {kSymbol,
                             {.name = "depth",
                              .takes = Takes::number,
                              .fallback = "3",
                              .least = 1,
                              .most = 50,
                              .help = "steps each way"},
                             {.name = "limit",
                              .takes = Takes::number,
                              .fallback = "200",
                              .least = 1,
                              .most = 10'000,
                              .help = "documents in the chain at most"}};

constexpr Rule kCompare[] = {
    {.name = "before",
     .most = kMostNameBytes,
     .required = true,
     .help = "which document or place is first: E/2003/75 or E/2003/75:1"},
    {.name = "after", .most = kMostNameBytes, .required = true, .help = "which is second"},
    {.name = "summary", .takes = Takes::flag, .help = "counts and themes only"},
    kLanguage};

constexpr Rule kReuse[] = {kSymbol,
                           kPara,
                           {.name = "least",
                            .takes = Takes::number,
                            .fallback = "20",
                            .least = 1,
                            .most = 100,
                            .help = "per cent of the words that are the same in order"},
                           {.name = "limit",
                            .takes = Takes::number,
                            .fallback = "5",
                            .most = kMostShown,
                            .help = "lives of each paragraph, 0 for all"},
                           kLanguage};

constexpr Rule kHistory[] = {{.name = "clause",
                              .most = kMostTextBytes,
                              .required = true,
                              .help = "which words, three or more"},
                             {.name = "least",
                              .takes = Takes::number,
                              .fallback = "60",
                              .least = 1,
                              .most = 100,
                              .help = "per cent of its words that a paragraph must have in order"}};

constexpr Rule kPrecedent[] = {
    {.name = "text",
     .most = kMostTextBytes,
     .required = true,
     .help = "what was perhaps said before"},
    {.name = "limit",
     .takes = Takes::number,
     .fallback = "2",
     .most = kMostShown,
     .help = "earliest and latest uses, and paragraphs close in meaning; 0 for all"}};

constexpr Question kQuestions[] = {
    {"search", "find documents and the paragraphs that answer", kSearch, ask_search},
    {"facets", "count the values of a field", kFacets, ask_facets},
    {"suggest", "symbols and values that begin with what was typed", kSuggest, ask_suggest},
    {"fields", "the fields of the index and how to ask for them", {}, ask_fields},
    {"status", "what the archive and its index hold", {}, ask_status},
    {"verify", "check every byte of the archive and of the index", {}, ask_verify},
    {"map", "initiatives by two fields, each cell with its paragraphs", kMap, ask_map},
    {"trace", "what became of a name or a question, year by year", kTrace, ask_trace},
    {"show", "a document or a place in it", kDocument, ask_show},
    {"export", "a document as a citation, a record, or what was found in it", kExport, ask_export},
    {"citations", "what a document cites and who cites it, held or not", kDocument, ask_citations},
    {"figures", "quantities that count what the words say", kFigures, ask_figures},
    {"series", "reports and resolutions that come again: held, known, due", kSeries, ask_series},
    {"mandate", "which resolution asked for a document, and what came of it", kMandate,
     ask_mandate},
    {"compare", "two documents or two places side by side", kCompare, ask_compare},
    {"reuse", "earlier and later lives of the wording of a document", kReuse, ask_reuse},
    {"history", "a clause through the years", kHistory, ask_history},
    {"precedent", "was this said before", kPrecedent, ask_precedent},
    {"questions", "the questions there are, and their parameters", {}, ask_questions},
};

}  // namespace

std::span<const Question> questions() { return kQuestions; }

const Question& require_question(std::string_view name) {
  const auto* found = std::ranges::find(kQuestions, name, &Question::name);
  if (found != std::end(kQuestions)) return *found;
  std::vector<std::string_view> names;
  std::string all;
  for (const Question& one : kQuestions) {
    names.push_back(one.name);
    all += (all.empty() ? "" : ", ") + std::string(one.name);
  }
  const std::string near = nearest_name(name, names);
  throw Error(ErrorKind::usage, "unknown question '" + printable(name.substr(0, 40)) + "'",
              near.empty() ? "the questions are " + all : "did you mean '" + near + "'?");
}

Answer answer(const Opened& opened, std::string_view question, std::string_view json) {
  const Question& asked = require_question(question);
  return asked.ask(opened, read_json_parameters(asked.rules, json));
}

}  // namespace undex::answers
