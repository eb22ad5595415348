#include "tools/z3950/attributes.h"

#include <yaz/oid_db.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "corpus/text.h"
#include "searcher/query/cql.h"
#include "searcher/serve/sru/terms.h"
#include "tools/z3950/refusal.h"

namespace undex::z3950 {
namespace {

struct Row {
  Odr_int value;
  std::string_view meaning;
};

/// Use attributes, and the index that each is. Others are named: "dc.relation", "undex.organ".
constexpr Row kUses[] = {
    {1, "dc.creator"},           // personal name
    {2, "undex.entity"},         // corporate name
    {4, "dc.title"},             // title
    {12, "undex.symbol"},        // local number
    {21, "dc.subject"},          // subject heading
    {30, "dc.date"},             // date
    {31, "dc.date"},             // date of publication
    {54, "dc.language"},         // code of language
    {58, "undex.state"},         // geographic name
    {1003, "dc.creator"},        // author
    {1004, "dc.creator"},        // author, personal name
    {1005, "dc.creator"},        // author, corporate name
    {1007, "undex.symbol"},      // standard identifier
    {1010, "cql.serverChoice"},  // body of text
    {1016, "cql.serverChoice"},  // any
    {1017, "cql.serverChoice"},  // server's choice
    {1031, "undex.kind"},        // type of material
    {1032, "undex.symbol"},      // identifier of the document
    {1035, "cql.serverChoice"},  // anywhere
};
constexpr std::string_view kAlways = "always";
constexpr Row kRelations[] = {
    {1, "<"},  {2, "<="},       {3, "="},   {4, ">="},      {5, ">"},
    {6, "<>"}, {101, "=/stem"}, {102, "="}, {103, kAlways},
};
constexpr Row kPositions[] = {{3, "anywhere"}};
/// What "equal" means for a term of several words.
constexpr Row kStructures[] = {
    {1, "="},      // phrase
    {2, "="},      // word
    {3, "="},      // key
    {4, "="},      // year
    {5, "="},      // date, normalized
    {6, "all"},    // list of words
    {100, "="},    // date, as written
    {101, "="},    // name, normalized
    {102, "="},    // name, as written
    {105, "all"},  // free text
    {106, "all"},  // text of a document
    {108, "=="},   // string
    {109, "="},    // numeric string
};
constexpr std::string_view kRight = "right";
constexpr Row kTruncations[] = {{1, kRight}, {100, "none"}};
constexpr Row kCompletenesses[] = {{1, "part"}};

struct Type {
  std::span<const Row> rows;
  int diagnostic;  ///< of a value that is not among them
};
/// By their number, from 1.
constexpr std::array kTypes = {
    Type{kUses, YAZ_BIB1_UNSUPP_USE_ATTRIBUTE},
    Type{kRelations, YAZ_BIB1_UNSUPP_RELATION_ATTRIBUTE},
    Type{kPositions, YAZ_BIB1_UNSUPP_POSITION_ATTRIBUTE},
    Type{kStructures, YAZ_BIB1_UNSUPP_STRUCTURE_ATTRIBUTE},
    Type{kTruncations, YAZ_BIB1_UNSUPP_TRUNCATION_ATTRIBUTE},
    Type{kCompletenesses, YAZ_BIB1_UNSUPP_COMPLETENESS_ATTRIBUTE},
};
enum { kUse, kRelation, kPosition, kStructure, kTruncation, kCompleteness };
using Meanings = std::array<std::string, kTypes.size()>;

void require_bib_1(const Odr_oid* set) {
  if (set == nullptr || oid_oidcmp(set, yaz_oid_attset_bib_1) == 0) return;
  char dotted[OID_STR_MAX];
  throw Refusal(YAZ_BIB1_UNSUPP_ATTRIBUTE_SET, oid_oid_to_dotstring(set, dotted));
}

std::string by_number(const Type& type, Odr_int value) {
  const auto row = std::ranges::find(type.rows, value, &Row::value);
  if (row == type.rows.end()) throw Refusal(type.diagnostic, std::to_string(value));
  return std::string(row->meaning);
}

/// The name of an index, as in CQL.
std::string by_name(const Type& type, const Z_ComplexAttribute& value) {
  if (&type != &kTypes[kUse] || value.num_list != 1)
    throw Refusal(YAZ_BIB1_TYPE_1_QUERY_COMPLEX_ATTRIBUTEVALUE_UNSUPP);
  if (value.list[0]->which == Z_StringOrNumeric_numeric)
    return by_number(type, *value.list[0]->u.numeric);
  const std::string name = value.list[0]->u.string;
  if (find_cql_index(name) == nullptr) throw Refusal(type.diagnostic, printable(name));
  return name;
}

Meanings meanings_of(const Z_AttributeList* list, const Odr_oid* attribute_set) {
  Meanings meanings;
  for (int at = 0; list != nullptr && at < list->num_attributes; ++at) {
    const Z_AttributeElement& one = *list->attributes[at];
    require_bib_1(one.attributeSet != nullptr ? one.attributeSet : attribute_set);
    const Odr_int number = *one.attributeType;
    if (number < 1 || number > static_cast<Odr_int>(kTypes.size()))
      throw Refusal(YAZ_BIB1_UNSUPP_ATTRIBUTE_TYPE, std::to_string(number));
    const auto place = static_cast<std::size_t>(number - 1);
    if (!meanings[place].empty())
      throw Refusal(YAZ_BIB1_UNSUPP_ATTRIBUTE_COMBI, std::to_string(number));
    meanings[place] = one.which == Z_AttributeValue_numeric
                          ? by_number(kTypes[place], *one.value.numeric)
                          : by_name(kTypes[place], *one.value.complex);
  }
  return meanings;
}

std::string text_of(const Z_Term& term) {
  switch (term.which) {
    case Z_Term_general:
      return {term.u.general->buf, static_cast<std::size_t>(term.u.general->len)};
    case Z_Term_characterString:
      return term.u.characterString;
    case Z_Term_numeric:
      return std::to_string(*term.u.numeric);
    default:
      throw Refusal(YAZ_BIB1_TERM_TYPE_UNSUPP);
  }
}

std::string quoted(const std::string& text, bool truncated) {
  std::string term = serve::sru::in_quotes(text);
  if (truncated) term.insert(term.size() - 1, "*");
  return term;
}

}  // namespace

Clause clause_of(const Z_AttributesPlusTerm& asked, const Odr_oid* attribute_set) {
  const Meanings meanings = meanings_of(asked.attributes, attribute_set);
  if (meanings[kRelation] == kAlways) return {"cql.allRecords", "=", "1"};
  const std::string text = text_of(*asked.term);
  if (!is_valid_utf8(text)) throw Refusal(YAZ_BIB1_MALFORMED_SEARCH_TERM);
  Clause clause{meanings[kUse], meanings[kRelation], quoted(text, meanings[kTruncation] == kRight)};
  if (clause.index.empty()) clause.index = "cql.serverChoice";
  if ((clause.relation.empty() || clause.relation == "=") && !meanings[kStructure].empty())
    clause.relation = meanings[kStructure];
  if (clause.relation.empty()) clause.relation = "=";
  return clause;
}

std::string cql_of(const Clause& clause) {
  return clause.index + ' ' + clause.relation + ' ' + clause.term;
}

}  // namespace undex::z3950
