#include "searcher/serve/oai/arguments.h"

#include <algorithm>
#include <array>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "searcher/serve/oai/datestamp.h"
#include "searcher/serve/oai/sets.h"

namespace undex::serve::oai {
namespace {

constexpr std::size_t kMostBytes = 1000;  // of a value: more is nothing that came from here

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// A URI without fragment and without a port: what may be echoed as an identifier.
bool is_identifier(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (text.empty() || !is_letter(text.front()) || colon == std::string_view::npos) return false;
  if (!std::ranges::all_of(text.substr(0, colon), [](char c) {
        return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
      }))
    return false;
  std::string_view rest = text.substr(colon + 1);
  if (rest.starts_with("//")) {
    const std::string_view host = rest.substr(2, rest.find_first_of("/?", 2) - 2);
    if (!std::ranges::all_of(
            host, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; }))
      return false;
  }
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const char c = rest[at];
    const bool escape =
        c == '%' && at + 2 < rest.size() && is_hex(rest[at + 1]) && is_hex(rest[at + 2]);
    if (!escape && !is_letter(c) && !is_digit(c) &&
        std::string_view("-._~:/?@!$&'()*+,;=").find(c) == std::string_view::npos)
      return false;
  }
  return true;
}

bool is_token(std::string_view text) { return !text.empty(); }

struct ArgumentRow {
  std::string_view name;
  std::string Arguments::*value;
  bool (*is_valid)(std::string_view text);
  std::string_view form;
};
constexpr std::array kArguments = {
    ArgumentRow{"identifier", &Arguments::identifier, is_identifier, "a URI"},
    ArgumentRow{"metadataPrefix", &Arguments::prefix, is_prefix, "a prefix"},
    ArgumentRow{"from", &Arguments::from, is_datestamp,
                "a time as 2026-11-21 or 2026-11-21T17:25:30Z"},
    ArgumentRow{"until", &Arguments::until, is_datestamp,
                "a time as 2026-11-21 or 2026-11-21T17:25:30Z"},
    ArgumentRow{"set", &Arguments::set, is_set_spec, "a setSpec"},
    ArgumentRow{"resumptionToken", &Arguments::token, is_token, "a token"},
};

struct VerbRow {
  std::string_view name;
  std::string_view required;  ///< names, parted by blanks
  std::string_view others;
};
constexpr std::array kVerbs = {
    VerbRow{"Identify", "", ""},
    VerbRow{"ListMetadataFormats", "", "identifier"},
    VerbRow{"ListSets", "", "resumptionToken"},
    VerbRow{"GetRecord", "identifier metadataPrefix", ""},
    VerbRow{"ListIdentifiers", "metadataPrefix", "from until set resumptionToken"},
    VerbRow{"ListRecords", "metadataPrefix", "from until set resumptionToken"},
};

bool names(std::string_view list, std::string_view name) {
  const std::vector<std::string_view> all = split(list, ' ');
  return !name.empty() && std::ranges::find(all, name) != all.end();
}

std::string in_quotes(std::string_view text) { return "'" + printable(text.substr(0, 60)) + "'"; }

/// Why the parameter is no argument of the verb; nothing when it is one.
std::string fault_of(const Parameter& parameter, const VerbRow& verb, Arguments& arguments) {
  const auto row = std::ranges::find(kArguments, parameter.name, &ArgumentRow::name);
  if (row == kArguments.end() ||
      !(names(verb.required, row->name) || names(verb.others, row->name)))
    return std::string(verb.name) + " has no argument " + in_quotes(parameter.name);
  if (!(arguments.*row->value).empty()) return parameter.name + " is given more than once";
  if (parameter.value.size() > kMostBytes || !row->is_valid(parameter.value))
    return parameter.name + ": " + in_quotes(parameter.value) + " is not " + std::string(row->form);
  arguments.*row->value = parameter.value;
  return {};
}

/// What the arguments lack or have too much of, each well formed by itself.
void judge_together(const VerbRow& verb, const Arguments& arguments, std::vector<Fault>& faults) {
  const auto bad = [&](std::string text) { faults.push_back({"badArgument", std::move(text)}); };
  if (!arguments.token.empty()) {
    if (attributes_of(arguments).size() > 2)
      bad("resumptionToken stands alone: it holds the other arguments");
    return;
  }
  for (const std::string_view name : split(verb.required, ' ')) {
    const auto row = std::ranges::find(kArguments, name, &ArgumentRow::name);
    if (row != kArguments.end() && (arguments.*row->value).empty())
      bad(std::string(name) + " is missing");
  }
  if (std::string fault = fault_of_window(arguments.from, arguments.until); !fault.empty())
    bad(std::move(fault));
}

}  // namespace

bool is_prefix(std::string_view text) {
  return is_set_spec(text) && text.find(':') == std::string_view::npos;
}

std::string fault_of_window(std::string_view from, std::string_view until) {
  if (from.empty() || until.empty()) return {};
  if (is_day(from) != is_day(until)) return "from and until are not of one granularity";
  return from > until ? "from is later than until" : "";
}

Asked read_arguments(const std::vector<Parameter>& parameters) {
  Asked asked;
  Arguments& arguments = asked.arguments;
  const auto is_verb = [](const Parameter& one) { return one.name == "verb"; };
  const auto given = std::ranges::find_if(parameters, is_verb);
  const auto verb = given == parameters.end()
                        ? kVerbs.end()
                        : std::ranges::find(kVerbs, given->value, &VerbRow::name);
  if (verb == kVerbs.end() || std::ranges::count_if(parameters, is_verb) != 1) {
    asked.faults.push_back({"badVerb", given == parameters.end() ? "verb is missing"
                                       : verb == kVerbs.end()
                                           ? in_quotes(given->value) + " is not a verb"
                                           : "verb is given more than once"});
    return asked;
  }
  arguments.verb = verb->name;
  for (const Parameter& parameter : parameters) {
    if (is_verb(parameter)) continue;
    if (std::string fault = fault_of(parameter, *verb, arguments); !fault.empty())
      asked.faults.push_back({"badArgument", std::move(fault)});
  }
  if (asked.faults.empty()) judge_together(*verb, arguments, asked.faults);
  return asked;
}

std::vector<Parameter> attributes_of(const Arguments& arguments) {
  std::vector<Parameter> attributes = {{"verb", arguments.verb}};
  for (const ArgumentRow& row : kArguments)
    if (!(arguments.*row.value).empty())
      attributes.push_back({std::string(row.name), arguments.*row.value});
  return attributes;
}

}  // namespace undex::serve::oai
