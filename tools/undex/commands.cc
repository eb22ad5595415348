#include <algorithm>

#include "corpus/strings.h"
#include "tools/undex/command.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

const Option kArchive{"archive", 'a', "DIR", "",
                      "the archive (else $UNDEX_ARCHIVE, else ./archive)"};
const Option kHelp{"help", 'h', "", "", "this page"};
const Option kQuiet{"quiet", 'q', "", "", "no progress and no notes"};
const Option kJobs{"jobs", 'j', "N", "0",
                   "processes that read, and workers that index; 0: one a core"};
const Option kMemory{"memory", 0, "MB", "128", "what making the index may take, 64 or more"};
const Option kColor{"color", 0, "WHEN", "auto", "", "auto always never"};
const Option kOrder{"order", 0, "ORDER", "relevance", "", "relevance newest oldest symbol"};
const Option kYears{"years", 'y', "FROM..TO", "", "only documents of these years"};
const Option kFilter{"filter", 'w', "FIELD:VALUE,...", "",
                     "only what has one of these values; may be given more than once"};
const Option kLang{
    "lang",
    0,
    "CODE",
    "en",
    "of the names of facets and their values; a label of one word in another is not asked for",
    "en fr es ru ar zh"};

const Option kArchives{"archives", 0, "LIST", "",
                       "ask the archives of this list as one: a line each, name and place"};
const Option kDeadline{"deadline", 0, "MS", "2000", "milliseconds that all of them may take"};

const Option kThesaurus{"thesaurus", 0, "FILE", "", "not the one kept beside the archive"};
const Option kSubjects{"limit", 'n', "N", "8", "subject headings of a document"};

Option format_option(std::string_view choices) {
  return {"format", 'f', "FORMAT", "text", "", choices};
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"index",
       "take documents into the archive and bring the index in step",
       "PATH...",
       {kArchive,
        kJobs,
        kMemory,
        {"report", 'r', "FILE", "", "write every outcome there too, as JSON lines"},
        {"name", 0, "NAME", "standard-input", "what '-', standard input, is called"},
        {"watch", 'w', "", "", "go on: take in what comes and changes, until a signal ends it"},
        format_option("text json jsonl"),
        kQuiet,
        kHelp},
       "undex index corpus/documents\n"
       "undex index inbox/ --archive /srv/undex --report inbox.jsonl --jobs 4\n"
       "curl -s https://example.org/letter.pdf | undex index - --name letter.pdf\n"
       "undex index inbox/ --watch",
       run_index},
      {"search",
       "find documents and the paragraphs that answer",
       "QUERY...",
       {kArchive,
        kArchives,
        kDeadline,
        kYears,
        kFilter,
        {"match", 0, "WHICH", "auto", "of bare words; auto: any in a long question",
         "auto all any"},
        {"cql", 0, "", "", "the query is in CQL, the language of SRU"},
        {"facets", 'F', "FIELD,...", "", "count these fields over all matches"},
        {"in", 'i', "UNIT", "document", "list documents with their passages, or paragraphs",
         "document paragraph"},
        {"group", 'g', "BY", "none",
         "work: language versions of one symbol as one hit; series: the best of each",
         "none work series"},
        {"limit", 'n', "N", "10", "hits to show; 0 for counts only"},
        {"offset", 0, "N", "0", "hits to pass over"},
        {"cursor", 0, "CURSOR", "", "go on where a page ended, as it says"},
        {"passages", 'p', "N", "3", "paragraphs to show of each document"},
        kOrder,
        kLang,
        {"explain", 0, "", "", "how the query was taken, to the terms of the index"},
        format_option("text json jsonl tsv csv"),
        kColor,
        kHelp},
       "undex search 'help desk' --years 2002..2010\n"
       "undex search '\"digital divide\" organ:\"General Assembly\"' --facets year,organ\n"
       "undex search 'A/58/568, para. 11'\n"
       "undex search training --in paragraph --filter organ:ECOSOC,ODA --order newest\n"
       "undex search '=\"help desk\"' --format jsonl\n"
       "undex search 'digital divide' --archives archives.tsv --facets archive",
       run_search},
      {"show",
       "print a document or the place asked for",
       "SYMBOL",
       {kArchive,
        kArchives,
        kDeadline,
        {"para", 'p', "PLACE", "", "a locator: '18 (g)', summary, 'annex, 46', 'fn *'"},
        {"language", 'l', "CODE", "", "which language version: en, fr, es, ru, ar, zh"},
        {"marks", 'm', "", "", "under each block what it cites, counts and names"},
        {"original", 0, "", "", "the bytes as received"},
        format_option("text json xml"),
        kColor,
        kHelp},
       "undex show E/2003/75 --para '18 (g)'\n"
       "undex show 'A/58/568, para. 11' --marks\n"
       "undex show A/58/568 --format xml",
       run_show},
      {"citations",
       "what a document cites and who cites it, held or not",
       "SYMBOL",
       {kArchive,
        kArchives,
        kDeadline,
        {"para", 'p', "PLACE", "",
         "only what this place cites, and who pins it: '18 (g)', summary, 'annex, 46'"},
        {"all", 0, "", "", "places of the document itself and addresses too"},
        {"language", 'l', "CODE", "", "which language version: en, fr, es, ru, ar, zh"},
        format_option("text json tsv csv"),
        kColor,
        kHelp},
       "undex citations E/2009/21\n"
       "undex citations A/RES/57/295\n"
       "undex citations A/78/265 --para 'annex, 46'\n"
       "undex citations A/58/568 --format tsv | fzf --preview 'undex show {1}'",
       run_citations},
      {"reuse",
       "earlier and later lives of the wording of a document's paragraphs",
       "SYMBOL",
       {kArchive,
        {"para", 'p', "PLACE", "", "only of this place: '18 (g)', summary, 'annex, 46'"},
        {"least", 0, "PERCENT", "20", "words of both that are the same in order, or most of one"},
        {"limit", 'n', "N", "5", "lives of each paragraph to show, 0 for all"},
        {"language", 'l', "CODE", "", "which language version: en, fr, es, ru, ar, zh"},
        format_option("text json tsv csv"),
        kColor,
        kHelp},
       "undex reuse E/2009/21\n"
       "undex reuse E/2009/21 --para 1\n"
       "undex reuse A/58/568 --least 50 --format csv > lives.csv",
       run_reuse},
      {"figures",
       "quantities that count what the words say, and which may be compared",
       "WORDS...",
       {kArchive, kYears, format_option("text json tsv csv"), kColor, kHelp},
       "undex figures 'e-mail accounts'\n"
       "undex figures 'help desk' --years 2002..2010\n"
       "undex figures computers --format csv > computers.csv",
       run_figures},
      {"series",
       "reports and resolutions that come again and again: held, known, due",
       "[NAME]",
       {kArchive, format_option("text json tsv csv"), kColor, kHelp},
       "undex series\n"
       "undex series ecosoc-informatics-reports\n"
       "undex series 'ICT security' --format csv > security.csv",
       run_series},
      {"mandate",
       "which resolution asked for a document, and what came of it, held or not",
       "SYMBOL",
       {kArchive,
        {"depth", 'd', "N", "3", "steps each way, 1 to 50"},
        {"limit", 'n', "N", "200", "documents in the chain at most, 1 to 10000"},
        format_option("text json graphml"),
        kColor,
        kHelp},
       "undex mandate A/58/568\n"
       "undex mandate 'A/RES/57/295, para. 4' --depth 5\n"
       "undex mandate A/78/265 --format graphml > chain.graphml",
       run_mandate},
      {"compare",
       "two documents or two places side by side: kept, reworded, moved, gone, new",
       "SYMBOL SYMBOL",
       {kArchive,
        {"summary", 's', "", "", "counts and themes only"},
        {"series", 0, "NAME", "", "each document held of a series beside the one before it"},
        {"language", 'l', "CODE", "", "which language version: en, fr, es, ru, ar, zh"},
        format_option("text json tsv csv"),
        kColor,
        kHelp},
       "undex compare E/2003/75 E/2009/21 --summary\n"
       "undex compare E/2003/75:1 E/2009/21:1\n"
       "undex compare A/RES/68/198 A/RES/70/184 --format json\n"
       "undex compare --series ecosoc-informatics-reports",
       run_compare},
      {"trace",
       "what became of a name or a question: names, bodies, mandates, figures, year by year",
       "NAME|QUERY...",
       {kArchive,
        kYears,
        kFilter,
        {"by", 0, "ROWS", "year", "a row for each", "year session"},
        {"lines", 'l', "N", "3", "paragraphs to quote of each year; 0 for all"},
        {"what", 0, "PART", "years", "csv: which rows", "years names figures company places"},
        format_option("text json csv svg"),
        kColor,
        kHelp},
       "undex trace 'help desk'\n"
       "undex trace CandiWeb --lines 0\n"
       "undex trace 'digital divide' --years 2000..2010 --filter organ:ECOSOC\n"
       "undex trace 'e-mail accounts' --format csv > accounts.csv\n"
       "undex trace 'help desk' --format svg > desk.svg",
       run_trace},
      {"check",
       "whether the references of a draft hold: citations, quotations, dates, names, figures",
       "DRAFT",
       {kArchive,
        {"name", 0, "NAME", "draft", "what '-', standard input, is called"},
        {"date", 0, "DATE", "", "of a draft that bears none; else today"},
        {"comments", 0, "OUT.docx", "", "write a copy of a .docx with the findings as comments"},
        {"rules", 0, "", "", "list what is checked, and the source of each rule"},
        format_option("text json"),
        kColor,
        kHelp},
       "undex check draft.docx\n"
       "undex check draft.docx --format json > findings.json\n"
       "undex check draft.docx --comments draft.checked.docx\n"
       "undex check --rules",
       run_check},
      {"precedent",
       "was this said before: a sentence, or each paragraph of a draft",
       "TEXT...|FILE",
       {kArchive,
        {"para", 'p', "PLACE", "", "of a draft only this place: '4', 'annex, 2'"},
        {"limit", 'n', "N", "2",
         "earliest and latest uses of the wording, and paragraphs close in meaning; 0 for all"},
        {"all", 0, "", "", "of a draft also the paragraphs without a precedent"},
        {"name", 0, "NAME", "standard-input", "what '-', standard input, is called"},
        format_option("text json csv"),
        kQuiet,
        kColor,
        kHelp},
       "undex precedent 'Every mission may ring the help desk'\n"
       "undex precedent draft.docx --para 4\n"
       "undex precedent draft.odt --format csv > precedents.csv",
       run_precedent},
      {"explain",
       "what was understood of a place, by which rule, and what was refused",
       "SYMBOL",
       {kArchive,
        {"para", 'p', "PLACE", "", "a locator: '18 (g)', summary, 'annex, 46', 'fn *'"},
        {"language", 'l', "CODE", "", "which language version: en, fr, es, ru, ar, zh"},
        format_option("text json"),
        kColor,
        kHelp},
       "undex explain E/2003/75 --para '18 (g)'\n"
       "undex explain 'E/2009/21, para. 19' --format json",
       run_explain},
      {"facets",
       "count the values of fields",
       "FIELD[,FIELD...] [QUERY...]",
       {kArchive,
        kArchives,
        kDeadline,
        kYears,
        kFilter,
        {"matching", 'm', "TEXT", "", "only values that hold this, in any case, accents or none"},
        {"order", 'o', "ORDER", "count", "of the values, but of years", "count name"},
        {"decades", 0, "", "", "count years by decade"},
        {"limit", 'n', "N", "0", "values to show, 0 for all"},
        kLang,
        format_option("text json jsonl tsv csv"),
        kColor,
        kHelp},
       "undex facets year\n"
       "undex facets organ,kind 'digital divide' --filter year:2002..2009\n"
       "undex facets body --matching develop --lang fr\n"
       "undex facets organ 'digital divide' --format tsv",
       run_facets},
      {"map",
       "initiatives by two fields, each cell with its paragraphs",
       "[QUERY...]",
       {kArchive,
        {"call", 0, "CALL", "", "only submissions under it, and reports"},
        {"rows", 0, "FIELD", "initiative", "the field whose values are rows"},
        {"columns", 0, "FIELD", "region", "the field whose values are columns"},
        {"places", 0, "N", "5", "paragraphs to name in a cell, 0 for all"},
        kLang,
        format_option("text json tsv csv"),
        kColor,
        kHelp},
       "undex map --call ODA/2023-00042\n"
       "undex map --rows activity --columns year\n"
       "undex map 'help desk' --rows entity --columns collection --format csv",
       run_map},
      {"submission",
       "check what States send under a call, take it in, and say who has answered",
       "calls | check FILE | add FILE | list | receipt NUMBER | replace NUMBER FILE | withdraw "
       "NUMBER",
       {kArchive,
        {"call", 'c', "CALL", "", "reference or id of a call, or its file"},
        {"received", 0, "TIME", "", "when it came, with its zone: 2023-11-10T09:00-05:00"},
        {"submitter", 0, "NAME", "", "who sent it, where the paper does not say"},
        {"late", 0, "", "", "take it in though it is late; needs --reason"},
        {"override", 0, "RULE,...", "", "set these rules aside; needs --reason"},
        {"reason", 0, "TEXT", "", "why; kept in the register"},
        {"missing", 0, "", "", "list: the Member States that have not answered"},
        format_option("text json"),
        kQuiet,
        kHelp},
       "undex submission check views.docx --call ODA/2023-00042\n"
       "undex submission add views.docx --call ODA/2023-00042 --received 2023-11-10T09:00-05:00\n"
       "undex submission list --call ODA/2023-00042 --missing\n"
       "undex submission withdraw ODA/2023-00042/NOR/1 --reason 'sent in error'",
       run_submission},
      {"fields",
       "list the fields of the index and how to ask for them",
       "",
       {format_option("text json jsonl tsv csv"), kColor, kHelp},
       "undex fields",
       run_fields},
      {"formats",
       "list the input formats and what is kept of each",
       "",
       {format_option("text json tsv"), kHelp},
       "undex formats",
       run_formats},
      {"status",
       "what the archive and its index hold",
       "",
       {kArchive, format_option("text json"), kHelp},
       "undex status",
       run_status},
      {"verify",
       "check every stored byte against its checksum, and the index against the archive",
       "",
       {kArchive, format_option("text json"), kQuiet, kHelp},
       "undex verify",
       run_verify},
      {"export",
       "write citations and records of documents, or what was extracted from them",
       "[SYMBOL...|QUERY]",
       {kArchive,
        {"what", 'w', "WHAT", "masthead", "record where --as is a form that only records have",
         "record masthead paragraphs citations figures mentions statuses definitions dates quotes "
         "notices "
         "names dump marks subjects"},
        {"as", 0, "FORM", "jsonl", "names, dump and marks are always text",
         "jsonl tsv csv un un-full bibtex ris csl-json marcxml marc mods dc akn text"},
        {"para", 'p', "PLACE", "",
         "records: the place cited: '18 (a)', summary; may be given more than once"},
        {"lang", 0, "CODE", "en",
         "records: of the text, if held; --as un has words for places and resolutions in English",
         "en fr es"},
        {"headings", 0, "", "",
         "records: with subject headings proposed from the thesaurus, where they have none"},
        kThesaurus,
        kSubjects,
        kHelp},
       "undex export E/2003/75 --para '18 (a)' --as un\n"
       "undex export 'digital divide' --as bibtex > divide.bib\n"
       "undex export --what paragraphs --as jsonl > paragraphs.jsonl\n"
       "undex export --what citations E/2003/75 --as tsv\n"
       "undex export --what figures --as csv > figures.csv\n"
       "undex export --what names",
       run_export},
      {"discover",
       "propose names that the documents use and the authority files lack",
       "",
       {kArchive,
        {"what", 'w', "WHAT", "names", "changes: what the texts say was renamed or replaced",
         "names changes"},
        {"min", 0, "N", "2", "only names in so many paragraphs, unless defined or quoted"},
        {"limit", 'n', "N", "0", "proposals to show, 0 for all"},
        {"as", 0, "FORM", "text", "tsv gives rows for corpus/data", "text tsv jsonl"},
        kHelp},
       "undex discover --limit 20\n"
       "undex discover --as tsv > review.tsv\n"
       "undex discover --what changes",
       run_discover},
      {"subjects",
       "propose subject headings of the thesaurus for documents",
       "[SYMBOL...]",
       {kArchive,
        kThesaurus,
        kSubjects,
        {"as", 0, "FORM", "text", "", "text jsonl tsv csv"},
        kHelp},
       "undex subjects E/2003/75\n"
       "undex subjects --as tsv > headings.tsv",
       run_subjects},
      {"thesaurus",
       "keep a thesaurus beside the archive, or count what it holds",
       "[import FILE]",
       {kArchive, kThesaurus, kQuiet, kHelp},
       "undex thesaurus import thesaurus.ttl\n"
       "undex thesaurus",
       run_thesaurus},
      {"remove",
       "take a document out of the archive; its bytes and its history stay",
       "SYMBOL|KEY",
       {kArchive,
        {"reason", 0, "TEXT", "", "why: asked for, and kept in the history"},
        kQuiet,
        kHelp},
       "undex remove E/2003/75 --reason 'a draft, taken in by mistake'\n"
       "undex remove E_2003_75.en~2 --reason 'the text of another paper'",
       run_remove},
      {"history",
       "what came and went under a symbol, from which file; or a clause through the years",
       "SYMBOL|KEY|CLAUSE",
       {kArchive,
        {"least", 0, "PERCENT", "60", "of a clause: words that a paragraph must have in order"},
        format_option("text json tsv csv"),
        kColor,
        kHelp},
       "undex history E/2003/75\n"
       "undex history E/2003/75 --format tsv\n"
       "undex history 'promote the transfer of technology to developing countries'",
       run_history},
      {"rebuild",
       "make the index anew from the archive",
       "",
       {kArchive, kJobs, kMemory, kQuiet, kHelp},
       "undex rebuild",
       run_rebuild},
      {"shard",
       "split the archive by works into several, for several machines",
       "FOLDER",
       {kArchive, {"into", 0, "N", "2", "archives to make, 1 to 64"}, kQuiet, kHelp},
       "undex shard /srv/shards --into 4",
       run_shard},
      {"serve",
       "answer readers, catalogues and harvesters over HTTP, read only",
       "",
       {kArchive,
        {"archives", 0, "LIST", "",
         "search the archives of this list as one; --archive is one of them, else the first "
         "folder"},
        {"deadline", 0, "MS", "2000", "milliseconds that all of them may take for a question"},
        {"listen", 'l', "ADDRESS:PORT", "127.0.0.1:8080", "where; port 0 takes a free one"},
        {"base", 0, "URL", "", "how others reach it: https://library.example.org/undex"},
        {"name", 0, "NAME", "undex", "of the service, in titles and protocols"},
        {"admin", 0, "EMAIL", "admin@undex.invalid", "whom harvesters may write to"},
        {"proxy", 0, "ADDRESS", "", "whose X-Forwarded-For is believed"},
        {"cors", 0, "ORIGIN,...", "", "sites whose scripts may read answers; * for all"},
        {"frames", 0, "ORIGIN,...", "", "sites that may show embedded pages"},
        {"workers", 0, "N", "0", "threads that answer; 0: one a core, with --archives 16"},
        {"queue", 0, "N", "256", "requests that wait; one more is sent away for a moment"},
        {"connections", 0, "N", "4096", "at once, in all"},
        {"per-address", 0, "N", "256", "at once, of one address"},
        {"body-bytes", 0, "N", "4194304", "of a request at most"},
        {"header-seconds", 0, "N", "10", "for the head of a request to come"},
        {"drain-seconds", 0, "N", "5", "for what is under way when it is told to stop"},
        {"log", 0, "FILE", "", "a line a request; - for standard error"},
        {"node", 0, "", "", "answer machines that ask this archive as one of several"},
        {"config", 'c', "FILE", "", "lines 'listen = 127.0.0.1:8080'; else $UNDEX_SERVE_LISTEN"},
        kHelp},
       "undex serve --archive /srv/undex\n"
       "undex serve --archives /etc/undex/archives.tsv --deadline 1000\n"
       "undex serve --config /etc/undex/serve.conf\n"
       "undex serve --listen 127.0.0.1:8080 --base https://library.example.org/undex --proxy "
       "127.0.0.1 --log /var/log/undex/access.log",
       run_serve},
      {"watch",
       "saved searches: what is new of each since the last run, and a feed of it",
       "add NAME QUERY... | list | remove NAME | run [NAME...]",
       {kArchive,
        {"file", 0, "FILE", "",
         "of your saved searches (else undex/watches.json in your settings)"},
        kYears,
        kFilter,
        {"feed", 0, "OUT.atom", "", "add: each run writes this Atom feed"},
        {"base", 0, "URL", "http://127.0.0.1:8080", "add: where 'undex serve' shows what it names"},
        format_option("text json"),
        kHelp},
       "undex watch add desk 'help desk' --filter organ:ECOSOC --feed /srv/www/desk.atom\n"
       "undex watch add cited 'cites:A/58/568'\n"
       "undex watch run  # 0 something is new, 1 nothing is\n"
       "undex watch run desk --format json\n"
       "undex watch list",
       run_watch},
      {"completion",
       "print the completion script of a shell",
       "bash|zsh|fish",
       {kHelp},
       "undex completion bash > ~/.local/share/bash-completion/completions/undex",
       run_completion},
      {"help",
       "explain undex, a command or the query language",
       "[COMMAND | query]",
       {{"as", 0, "FORM", "text", "a manual page in roff, or a part of a web page (of query)",
         "text man html"},
        {"man", 0, "", "", "the same as --as man"},
        kHelp},
       "undex help search\n"
       "undex help query\n"
       "undex help query --man | man -l -\n"
       "undex help query --as html > query.html",
       run_help},
  };
  return table;
}

const Command& require_command(std::string_view name) {
  const auto found = std::find_if(commands().begin(), commands().end(),
                                  [&](const Command& command) { return command.name == name; });
  if (found != commands().end()) return *found;
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string near = nearest_name(name, names);
  throw Error(ErrorKind::usage,
              "unknown command '" + std::string(name) + "'" +
                  (near.empty() ? "" : "; did you mean '" + near + "'?"),
              "'undex help' lists the commands");
}

}  // namespace undex::tool
