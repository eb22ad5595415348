#pragma once
// The authority file: names of organs, departments, bodies, initiatives and Member States with
// their variants, from corpus/data/{bodies,initiatives,states}.tsv, and where they stand in a text.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct Name {
  enum class Kind { organ, office, body, initiative, state, organization };
  std::string id;  ///< stable and short: "itsd", "candiweb"
  Kind kind = Kind::body;
  std::string preferred;              ///< name shown
  std::vector<std::string> variants;  ///< other spellings, acronyms
  int from_year = 0;                  ///< 0: not known
  int to_year = 0;
  std::string successor;  ///< id, or empty
  std::string evidence;   ///< document and paragraph that proves it
};
std::string_view name_of(Name::Kind kind);

/// All names, in the order of the tables.
const std::vector<Name>& authority_names();
/// nullptr if there is none of that id.
const Name* find_name(std::string_view id);

struct NameMatch {
  std::size_t begin = 0;  ///< UTF-8 bytes
  std::size_t end = 0;
  const Name* name = nullptr;
};

/// Names in the text by longest match over words: case matters for acronyms of up to five letters
/// ("WHO"), and a name of one word needs its capital ("Chad"); hyphens and blanks are alike, "UN"
/// and "United Nations" too; a longer name hides the shorter one inside it ("Department for General
/// Assembly and Conference Management" is no mention of the Assembly), and so do the phrases of
/// corpus/data/not_names.tsv ("Gulf of Guinea"). Initiatives and all other names are matched apart,
/// since an initiative is often called after a body ("plan of action of the Task Force"): only
/// there may two matches overlap. In order; linear in the text. Thread-safe.
std::vector<NameMatch> find_names(std::string_view text);

}  // namespace undex
