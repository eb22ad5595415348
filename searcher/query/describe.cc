#include "searcher/query/describe.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "schemas/fields.h"
#include "schemas/index_form.h"

namespace undex::query {
namespace {

using Xapian::Query;

/// "Query(...)" as the engine prints it, without the frame.
std::string printed(const Query& query) {
  const std::string text = query.get_description();
  constexpr std::string_view kFrame = "Query(";
  return text.starts_with(kFrame) ? text.substr(kFrame.size(), text.size() - kFrame.size() - 1)
                                  : text;
}

std::string_view name_of_slot(Xapian::valueno slot) {
  if (slot == kSlotGreatestFigure) return "greatest figure";
  if (slot == kSlotLeastFigure) return "least figure";
  for (const Field& field : fields())
    if (field.slot == slot) return field.name;
  return "value";
}

std::string number_text(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// The engine prints bytes that are no text as \xNN.
std::string bytes_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("\\x") && at + 4 <= text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(at + 2, 2)), nullptr, 16));
      at += 3;
    } else {
      out += text[at];
    }
  }
  return out;
}

/// "VALUE_RANGE 13 2003-05 2003-06~"; bounds of figures are bytes that sort like numbers.
std::string bounds(const Query& query) {
  const std::string text = printed(query);
  const std::size_t slot_at = text.find(' ') + 1;
  const std::size_t behind = text.find(' ', slot_at);
  const auto slot = static_cast<Xapian::valueno>(std::stoul(text.substr(slot_at)));
  std::string out = text.substr(0, slot_at) + std::string(name_of_slot(slot));
  const std::string rest = behind == std::string::npos ? "" : text.substr(behind + 1);
  if (slot == kSlotGreatestFigure || slot == kSlotLeastFigure)
    return out + " " + number_text(Xapian::sortable_unserialise(bytes_of(rest)));
  return out + " " + rest;
}

struct Joint {
  Query::op op;
  std::string_view text;
};
constexpr Joint kJoints[] = {
    {Query::OP_AND, " AND "},       {Query::OP_OR, " OR "},
    {Query::OP_AND_NOT, " NOT "},   {Query::OP_AND_MAYBE, " AND MAYBE "},
    {Query::OP_FILTER, " FILTER "}, {Query::OP_SYNONYM, " SYNONYM "},
    {Query::OP_PHRASE, " PHRASE "},
};

std::string_view joint_of(Query::op op) {
  const auto* found = std::find_if(std::begin(kJoints), std::end(kJoints),
                                   [&](const Joint& joint) { return joint.op == op; });
  return found == std::end(kJoints) ? " ? " : found->text;
}

std::string described(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return *query.get_terms_begin();
    case Query::LEAF_MATCH_ALL:
      return "<all>";
    case Query::LEAF_MATCH_NOTHING:
      return "<nothing>";
    case Query::LEAF_POSTING_SOURCE: {
      const std::string text = printed(query);
      const std::size_t at = text.find('<');
      return at == std::string::npos ? "<weight>" : text.substr(at, text.rfind('>') - at + 1);
    }
    case Query::OP_SCALE_WEIGHT: {
      const Query scaled = query.get_subquery(0);
      const std::string text = printed(query);  // "2 * ..."
      const std::string times = text.substr(0, text.find(' '));
      // What words weigh is no part of what is asked.
      const bool is_word = scaled.get_type() == Query::OP_SYNONYM && times != "0";
      return (is_word ? "" : times + " * ") + described(scaled);
    }
    case Query::OP_VALUE_RANGE:
    case Query::OP_VALUE_GE:
    case Query::OP_VALUE_LE:
      return bounds(query);
    default:
      break;
  }
  std::string out = "(";
  for (std::size_t at = 0; at < query.get_num_subqueries(); ++at) {
    if (at > 0) out += joint_of(query.get_type());
    out += described(query.get_subquery(at));
  }
  return out + ")";
}

}  // namespace

std::string description_of(const Query& query) {
  return query.empty() ? "<nothing>" : described(query);
}

}  // namespace undex::query
