#pragma once
// What a request of OAI-PMH asks for: its verb and arguments, judged by the tables of the protocol
// before anything is looked up.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/http.h"

namespace undex::serve::oai {

/// What a request is refused for, by the code of the protocol.
struct Fault {
  std::string_view code;  ///< "badArgument"
  std::string text;
};

/// Empty: not given, for no argument may be.
struct Arguments {
  std::string verb{};
  std::string identifier{};
  std::string prefix{};  ///< metadataPrefix
  std::string from{};
  std::string until{};
  std::string set{};
  std::string token{};  ///< resumptionToken
};

/// Arguments that break no rule, or why they do: badVerb or badArgument, one fault an argument. The
/// values are those that the schema of the protocol allows.
struct Asked {
  Arguments arguments;
  std::vector<Fault> faults;
};
Asked read_arguments(const std::vector<Parameter>& parameters);

/// As attributes of the element "request".
std::vector<Parameter> attributes_of(const Arguments& arguments);

/// What is wrong with a window of time; empty if nothing.
std::string fault_of_window(std::string_view from, std::string_view until);

/// Whether a prefix is one by the grammar of the protocol.
bool is_prefix(std::string_view text);

}  // namespace undex::serve::oai
