#pragma once
// The authority file: names of organs, departments, bodies, initiatives and Member States with
// their variants, from corpus/data/{bodies,initiatives,states}.tsv, how they changed, from
// corpus/data/name_changes.tsv, and where they stand in a text.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct Name {
  /// A role is what a person is named by: "President of the Council", never the person.
  enum class Kind { organ, office, body, initiative, state, organization, role };
  /// What an initiative is.
  enum class Initiative {
    none,  ///< no initiative
    system,
    service,
    training,
    event,
    publication,
    network,
    inventory,
    agreement,
    programme,
  };
  std::string id;  ///< stable and short: "itsd", "candiweb"
  Kind kind = Kind::body;
  Initiative initiative = Initiative::none;
  std::string preferred;              ///< name shown
  std::vector<std::string> variants;  ///< other spellings, acronyms
  int from_year = 0;                  ///< 0: not known
  int to_year = 0;
  std::string successor;  ///< id, or empty
  std::string lead;       ///< id of what runs it or what it is part of, or empty
  std::string evidence;   ///< document and paragraph that proves it: "E/2003/75, para. 18 (g)"
};
std::string_view name_of(Name::Kind kind);
std::string_view name_of(Name::Initiative initiative);  ///< empty for none

/// All names, in the order of the tables.
const std::vector<Name>& authority_names();
/// nullptr if there is none of that id.
const Name* find_name(std::string_view id);

/// A document says that one name followed another.
struct NameChange {
  enum class Kind { merged_into, part_transferred_to, renamed, replaced_by, term_changed };
  const Name* from = nullptr;
  const Name* to = nullptr;  ///< the same as `from` when only its name changed
  Kind kind = Kind::renamed;
  std::string from_name;  ///< as called before
  std::string to_name;    ///< as called after
  std::string when;       ///< "A/RES/63/262", "1999", "2003-2009"; empty: not said
  std::string document;   ///< that says so
  std::string paragraph;  ///< of it, in UN citation style: "para. 3"
  std::string note;
};
std::string_view name_of(NameChange::Kind kind);  ///< "merged into", "part transferred to", ...

/// All changes, in the order of the table.
const std::vector<NameChange>& name_changes();

struct NameMatch {
  std::size_t begin = 0;  ///< UTF-8 bytes
  std::size_t end = 0;
  const Name* name = nullptr;
};

/// Names in the text by longest match over words: case matters for acronyms of up to five letters
/// ("WHO"), and a name of one word needs its capital ("Chad"); hyphens and blanks are alike, "UN"
/// and "United Nations", "ICT" and its long forms, old and new spellings too; an article may stand
/// inside a name, and the words of an initiative in singular or plural; a longer name hides the
/// shorter one inside it ("Department for General Assembly and Conference Management" is no mention
/// of the Assembly), and so do the phrases of corpus/data/not_names.tsv ("Gulf of Guinea").
/// Initiatives and all other names are matched apart, since an initiative is often called after a
/// body ("plan of action of the Task Force"): only there may two matches overlap. In order; linear
/// in the text. Thread-safe.
std::vector<NameMatch> find_names(std::string_view text);

}  // namespace undex
